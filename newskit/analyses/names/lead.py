"""Who the first paragraph calls by a role, and the next one by name: a storeman; Bo Ek, 34."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.analyses.names.beside import age_of, nouns_beside
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.linker import Named
from newskit.analyses.names.register import Register
from newskit.analyses.names.role_words import is_someone
from newskit.text.forms import fold

_PARAGRAPHS = 3  # the headline, the standfirst and the lead
_BEFORE_NAME = 2  # paragraphs behind the lead in which the name may come
_FAR = 40  # tags of a sentence that are looked at
# A storeman told; the chancellor has denied; a carer who ... was jailed
_ROLE = re.compile(r"(?<![^|.,&?])D(?:n|e|j|N){0,3}n(?=w|[aj]{0,2}[VXae])")
_SAYS = re.compile(r"[aj]{0,2}[VX]")


class LeadRole(NamedTuple):
    """A role of the first paragraphs, and whose it is."""

    words: tuple[str, ...]
    named: Named


def lead_role(register: Register) -> LeadRole | None:
    """Read “A storeman told the inquiry ...”, and in the next paragraph “Bo Ek, 34, said ...”."""
    tagged = register.tagged
    for high in tagged.breaks[:_PARAGRAPHS]:
        for found in _ROLE.finditer(tagged.tags, tagged.paragraph_start(high), high):
            words = tuple(fold(tagged.printed(k, k + 1)) for k in range(*found.span()))
            if is_someone(words[-1]):
                says = _SAYS.match(tagged.tags, found.end()) is not None
                named = _named_next(register, high, says, role_pronoun(words[-1]))
                return LeadRole(words, named) if named else None
    return None


def _named_next(
    register: Register,
    at: int,
    says: bool,
    pronoun: str,
) -> Named | None:
    """Return the person without a role that one of the next paragraphs begins with."""
    tagged = register.tagged
    for _ in range(_BEFORE_NAME):
        low = at + 1
        at = tagged.sentence_end(low)
        subject = register.subject(low, min(at, low + _FAR))
        named = register.between(subject.low, subject.high) if subject else []
        if named:
            return named[0] if _may_be_meant(register, named[0], says, pronoun) else None
        following = [end for end in tagged.breaks[: _PARAGRAPHS + _BEFORE_NAME] if end >= at]
        if not following:
            return None
        at = following[0]
    return None


def _may_be_meant(
    register: Register,
    named: Named,
    says: bool,
    pronoun: str,
) -> bool:
    """Whether it is the person of the lead: of an age, or who says something, as there."""
    tagged, (run, who, _) = register.tagged, named
    if who.kind != "person" or nouns_beside(tagged, run):
        return False
    if pronoun and who.he_or_she not in ("", pronoun):
        return False
    also_says = _SAYS.match(tagged.tags, run.high) is not None
    return age_of(tagged, run) is not None or (says and also_says)
