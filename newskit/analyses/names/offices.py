"""Offices that go on before a name: Minister of State Ann Lee, Leader of the Opposition Bo Ek."""

from __future__ import annotations

from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.name_forms import TITLES, Name
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

_FEW = 4  # words behind of in which a given name has to come: Rural Development Ann Lee
_FULL = 2  # words of a name that is left


def office_before(
    tagged: TagSequence,
    begin: int,
) -> int | None:
    """Return where an office begins that goes on with a name: Minister of | State Ann Lee."""
    tags = tagged.tags
    at = begin - 1
    if at > 0 and tags[at] == "D":
        at -= 1
    if at < 1 or tags[at] != "o" or tags[at - 1] != "N":
        return None
    if fold(tagged.printed(at, at + 1)) != "of":
        return None
    if fold(tagged.printed(at - 1, at)) not in TITLES:
        return None

    high = min(begin + _FEW, len(tags))
    behind = (fold(tagged.printed(k, k + 1)) for k in range(begin + 1, high) if tags[k] == "N")
    return at - 1 if any(map(given_pronoun, behind)) else None


def behind_office(
    name: Name,
    title: str,
) -> Name:
    """Leave out what the office is of: Finance Ann Lee."""
    first = next((k for k, word in enumerate(name.words) if given_pronoun(fold(word))), 0)
    if len(name.words) - first < _FULL or len(name.keys) != len(name.words):
        first = 0
    words = name.words[first:]
    shown = name.printed.split(maxsplit=first)[-1]
    return name._replace(
        title=(*name.title, title),
        words=words,
        printed=shown,
        keys=name.keys[first:],
    )
