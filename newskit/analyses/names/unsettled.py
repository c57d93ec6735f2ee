"""Names that are words: whether Will, May or Rose, with a capital, is a name here."""

from __future__ import annotations

import re
from collections.abc import Callable

from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.tags import DAYS, tag_if_no_name
from newskit.text.forms import fold

# Theresa May, but not Lund May 5; April Jones, but not in April Jones said; Mrs. May.
_BEHIND_NAME = re.compile(r"(?<=N)T(?!#)")
_BEFORE_NAME = re.compile(r"(?:(?<=[^o.|?QN])|(?<=[.|?]))T(?=v?N)|\AT(?=v?N)")
# May said; asked May: where the article has a name with it, a verb beside it is enough.
# “...,” said Sunday; Sunday said; Becky Sunday, 67: here it is nobody's day. Then it is a name
# behind a name and beside a verb, too.
DAY_NAMED = re.compile(
    # A letter is looked for many times faster than what stands before it.
    r"t(?:(?<=Q,Vt)(?=[.,|])|(?<=QVt)(?=[.,|])|(?<=Q,t)(?=V)|(?<=[.|]t)(?=V)|(?<=Nt)(?=,#[,.|)]))"
)
# Jamie Sunday came off the bench: behind a given name that opens a sentence.
GIVEN_DAY = re.compile(r"t(?<=[.|]Nt)(?=[VXea])")
_NAMED_SO = re.compile(r"(?<=N)t(?!#)|(?<!o)t(?=V)|(?<=V)t(?=[,.])")
_BESIDE_VERB = re.compile(r"(?<!o)T(?=,?[VXae])|(?<=V)T(?!#)|T(?=,w)")


def settled(
    tags: str,
    printed: list[tuple[int, str]],
) -> str:
    """Return tags in which every unsettled word is a name or what it is else.

    `printed` has the place of each unsettled tag, and its word.
    """
    names = {at for at, word in printed if _is_in_name(word, tags, at)}
    known = {fold(word) for at, word in printed if at in names}
    out = list(tags)
    for at, word in printed:
        is_name = at in names or (fold(word) in known and _BESIDE_VERB.match(tags, at))
        out[at] = "N" if is_name else tag_if_no_name(word)
    return "".join(out)


def _is_in_name(
    word: str,
    tags: str,
    at: int,
) -> bool:
    """Whether a name stands beside the word, and it opens no question."""
    has_name = _BEHIND_NAME.match(tags, at) or _BEFORE_NAME.match(tags, at)
    return has_name is not None and not _asks(word, tags, at)


def with_named_days(
    tags: str,
    printed: Callable[[int], str],
) -> str:
    """Return tags in which the days and months that are somebody's name are names."""
    told = _places(DAY_NAMED, tags)
    told |= {at for at in _places(GIVEN_DAY, tags) if given_pronoun(fold(printed(at - 1)))}
    known = {fold(printed(at)) for at in told} & DAYS
    if not known:
        return tags
    out = list(tags)
    for at in _places(_NAMED_SO, tags) | told:
        if fold(printed(at)) in known:
            out[at] = "N"
    return "".join(out)


def _places(
    pattern: re.Pattern[str],
    tags: str,
) -> set[int]:
    return {found.start() for found in pattern.finditer(tags)}


def _asks(
    word: str,
    tags: str,
    at: int,
) -> bool:
    """Whether a verb opens a question, as in “Will Lee resign?”."""
    opens = at == 0 or tags[at - 1] in ".|?"
    speaks = tags[at + 1 : at + 3] == "NV"  # Will Lee said
    return opens and tag_if_no_name(word) == "a" and not speaks

