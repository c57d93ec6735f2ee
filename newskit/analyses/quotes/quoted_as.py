"""Who is quoted by someone else: the Post quoted Ann Lee as saying; Lee was quoted as saying."""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.cues import base_form
from newskit.analyses.quotes.noun_phrases import PARTS, NounPhrase, subject_before
from newskit.text.forms import fold

_QUOTED_AS = pattern(
    """says (?P<WHOM> pronoun | head complement) when (?=ing)
    | auxiliary (?P<PASSIVE> says) (preposition head)? when (?=ing)""",
    **PARTS,
)
_QUOTE = frozenset(("quote", "cite", "report"))
_WHEN = one_of("when")
_FAR = 45  # tags between "quoted" and "saying"


def quoted_as_saying(
    tagged: TagSequence,
    low: int,
    saying: int,
) -> NounPhrase | None:
    """Return who is quoted; `saying` is the tag of the verb behind "as"."""
    tags = tagged.tags
    if tags[saying - 1 : saying] not in _WHEN or fold(tagged.printed(saying - 1, saying)) != "as":
        return None

    for found in _QUOTED_AS.finditer(tags, max(low, saying - _FAR), saying + 1):
        verb = found.start() if found["PASSIVE"] is None else found.start("PASSIVE")
        if found.end() < saying or base_form(tagged.printed(verb, verb + 1)) not in _QUOTE:
            continue
        if found["WHOM"] is None:
            return subject_before(tags, low, found.start())
        return NounPhrase(*found.span("WHOM"))
    return None
