"""What the rules of quotations ask of the tags, which live in `names`, a room below."""

from newskit.analyses.names.tags import CLOSERS as CLOSERS
from newskit.analyses.names.tags import NAMES_OF_TAGS as NAMES_OF_TAGS
from newskit.analyses.names.tags import SIGNS as SIGNS
from newskit.analyses.names.tags import WORDS as WORDS
from newskit.analyses.names.tags import word_tag as word_tag
