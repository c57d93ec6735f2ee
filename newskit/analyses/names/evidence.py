"""What the words around a name tell of it: a person, an organization or a place."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.names.beside import age_behind, noun_behind
from newskit.analyses.names.role_words import NO_PERSON, PEOPLE, ROLE_ENDINGS, is_someone
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

_AT_PLACE = frozenset(("in", "near", "off", "across", "outside", "throughout", "around", "inside"))
_IN_FIRMS = frozenset(("shares", "stake", "investors", "investment", "stakes", "share"))
_NAMES = frozenset(("name", "names"))
_CALLING = frozenset(("called", "named", "nicknamed", "dubbed"))
_CALLED_SO = _NAMES | {"known"}
_OF_PEOPLE, _OF_THINGS = frozenset(("who", "whose", "whom")), frozenset(("which",))

SURE, LIKELY = 4, 1  # weights of evidence: an age, a title; a verb of saying beside it


class Evidence(NamedTuple):
    """How much speaks for a person, an organization and a place."""

    person: int
    organization: int
    place: int


NONE = Evidence(0, 0, 0)


def evidence(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    """Weigh what stands right before and behind a name."""
    if run.name.title:
        return Evidence(SURE, 0, 0)
    tags = tagged.tags
    before = tags[run.begin - 1] if run.begin else "|"
    behind = tags[run.high] if run.high < len(tags) else "|"
    if before == "|" and behind in ",(-" and run.name.words[0].isupper():
        return Evidence(0, 0, SURE)  # BERGVIK, March 3 (CNA) -

    weighed = _BEFORE_NAME[before](tagged, run) if before in _BEFORE_NAME else NONE
    # Born in Lund, the daughter of a baker: what is behind says nothing of a place.
    if behind in _BEHIND_NAME and not weighed.place:
        more = _BEHIND_NAME[behind](tagged, run)
        weighed = Evidence(*map(sum, zip(weighed, more, strict=True)))
    return weighed


def _behind_determiner(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    # The Lanternworks Trust, but not her Tom; one Ann Lee.
    is_the = fold(tagged.printed(run.begin - 1, run.begin)) in ("the", "this", "a", "an")
    is_adjective = tagged.tags[run.high : run.high + 1] in ("n", "N", "e")  # the Polish designer
    return Evidence(0, SURE, 0) if is_the and not is_adjective else NONE


def _behind_preposition(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    word = fold(tagged.printed(run.begin - 1, run.begin))
    if word in _AT_PLACE:
        # Shares in Harbor; in Lund.
        owned = fold(tagged.printed(run.begin - 2, run.begin - 1)) if run.begin > 1 else ""
        return Evidence(0, SURE, 0) if owned in _IN_FIRMS else Evidence(0, 0, SURE)
    if word == "at":
        return Evidence(0, LIKELY, 0)
    return Evidence(0, 0, LIKELY) if word in ("from", "via", "of") else NONE


def _behind_noun(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    word = fold(tagged.printed(run.begin - 1, run.begin)).rstrip(".")
    return _of_noun(word)


@lru_cache(maxsize=20_000)
def _of_noun(word: str) -> Evidence:
    """Tell by the noun beside a name what it is: the striker Bo Ek, the lender Harbor."""
    if word in PEOPLE or word in _NAMES:
        return Evidence(SURE, 0, 0)
    if word in NO_PERSON:
        return Evidence(0, SURE, 0)
    return Evidence(LIKELY * 2, 0, 0) if word.endswith(ROLE_ENDINGS) else NONE


_ROLE_ENDS = ("Dn", "nn", "Zn", "zn", "jn", "en")  # the first minister, Ann Lee


def _behind_comma(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    # His widow, Noreen, said.
    if tagged.tags[max(run.begin - 3, 0) : run.begin - 1] not in _ROLE_ENDS:
        return NONE
    # Opening the campaign, Ann Lee: the noun belongs to a verb.
    opens = run.begin > 3 and tagged.printed(run.begin - 4, run.begin - 3).endswith("ing")
    if opens:
        return NONE
    is_closed = tagged.tags[run.high : run.high + 1] in (",", ".", "|", "", "(")
    return _of_noun(fold(tagged.printed(run.begin - 2, run.begin - 1))) if is_closed else NONE


def _behind_as(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    # Who gave her name only as Nonie.
    before = tagged.printed(max(run.begin - 4, 0), run.begin).casefold().split()
    is_name = before[-1:] == ["as"] and not _CALLED_SO.isdisjoint(before)
    return Evidence(SURE, 0, 0) if is_name else NONE


def _behind_verb(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    # A retired trawlerman called Eck; asked Eck.
    at = run.begin - 1
    noun = fold(tagged.printed(at - 1, at)) if at > 0 and tagged.tags[at - 1] == "n" else ""
    is_called = is_someone(noun) and fold(tagged.printed(at, at + 1)) in _CALLING
    return Evidence(SURE if is_called else LIKELY, 0, 0)


def _beside_verb(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    return Evidence(LIKELY, 0, 0)


def _before_comma(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    tags = tagged.tags
    if age_behind(tagged, run) is not None:
        return Evidence(SURE, 0, 0)
    if tags[run.high + 1 : run.high + 2] == "w":
        return _before_relative(tagged, run, run.high + 1)

    noun = noun_behind(tagged, run)
    return _of_noun(noun) if noun else NONE


def _before_who(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    return _before_relative(tagged, run, run.high)


def _before_relative(
    tagged: TagSequence,
    run: Run,
    at: int,
) -> Evidence:
    word = fold(tagged.printed(at, at + 1))
    if word in _OF_PEOPLE:
        # A physiologist at Harbor College who was not involved: who is the physiologist.
        hangs = "o" in tagged.tags[max(run.begin - 2, 0) : run.begin]
        return Evidence(LIKELY if hangs else SURE, 0, 0)
    return Evidence(0, SURE, 0) if word in _OF_THINGS else NONE


def _before_bracket(
    tagged: TagSequence,
    run: Run,
) -> Evidence:
    return Evidence(SURE, 0, 0) if age_behind(tagged, run) is not None else NONE


_BEFORE_NAME = {
    "D": _behind_determiner, "o": _behind_preposition, "n": _behind_noun, "V": _behind_verb,
    ",": _behind_comma, "s": _behind_as,
}  # fmt: skip
_BEHIND_NAME = {
    ",": _before_comma, "w": _before_who, "V": _beside_verb, "(": _before_bracket,
}  # fmt: skip
