"""What the rules of quotations ask of tag sequences, which live in `names`, a room below."""

from newskit.analyses.names.tag_sequence import Array as Array
from newskit.analyses.names.tag_sequence import TagSequence as TagSequence
from newskit.analyses.names.tag_sequence import tag_sequences as tag_sequences
from newskit.analyses.names.tag_sequence import tokens_of as tokens_of
