"""Whose role is named after what somebody does: who leads the union, and the union leader."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from newskit.analyses.names.linker import Named
from newskit.analyses.names.register import Register
from newskit.analyses.names.role_words import is_someone
from newskit.text.forms import fold

_ENDINGS = re.compile(r"(?:er|or|eur|ant)\Z")
_SHORTEST = 4  # letters: of own, run and sing too much else begins
_MANY = 12  # places of the verb that are looked at
_TO_WHO = 4  # tags from the verb back to who: who has since long led
_BEFORE_WHO = ",-("


def doer(
    register: Register,
    role: str,
) -> Named | None:
    """Say who the leader is where somebody leads; the petitioner, in a petition by Ann Lee."""
    stem = _ENDINGS.sub("", role)
    is_role = stem != role or is_someone(role)
    if len(stem) < _SHORTEST or not is_role:
        return None
    tagged = register.tagged
    found = re.finditer(rf"\b{re.escape(stem)}(?:s|ed|es|ing|n)?\b", tagged.text, re.IGNORECASE)
    for match in islice(found, _MANY):
        at = bisect_left(tagged.starts, match.start())
        is_outside = at < len(tagged.tags) and tagged.starts[at] == match.start()
        named = _beside(register, at) if is_outside else None
        if named is not None and named.who.kind == "person":
            return named
    return None


def _beside(
    register: Register,
    at: int,
) -> Named | None:
    """Return who does what the word at a tag says: Ann Lee, who leads; a petition by Ann Lee."""
    tagged, tags = register.tagged, register.tagged.tags
    who = tags.rfind("w", max(at - _TO_WHO, 0), at)
    if who > 0 and not tags[who + 1 : at].strip("aj"):
        end = who - (tags[who - 1] in _BEFORE_WHO)
        before = register.between(max(end - _TO_WHO, 0), end)
        return before[-1] if before and before[-1].run.high == end else None

    is_by = tags[at + 1 : at + 2] == "o" and fold(tagged.printed(at + 1, at + 2)) == "by"
    behind = register.between(at + 2, at + 2 + _TO_WHO) if is_by else []
    return behind[0] if behind and behind[0].run.begin == at + 2 else None
