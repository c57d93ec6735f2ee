"""Which way a time lies, past or future: by the verb beside it, or by what leads to it.

Signs that the verb does not give are tried in order; the first that knows decides.
"""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.csv_files import rule_words

_AFTER: Final = ("after", "follows", "following", "followed", "despite", "from", "over")
_OF_A_DAY: Final = ("weekday", "small", "nth")
_BEGINNINGS: Final = frozenset({"from", "starting", "beginning"})
_PUT_OFF: Final = ("to", "until", "till", "through")
_PLANNED_EVENTS: Final = rule_words(__package__, "nouns.csv")["planned_event"]
# Tokens: "is on Tuesday", "is at noon".
BESIDE_BEING: Final = 2


def direction(phrase: TimePhrase) -> str | None:
    """Return past, present, future, or None where nothing tells."""
    for sign in _SIGNS:
        said = sign(phrase)
        if said is not None:
            return said

    return phrase.tense()


def is_told(phrase: TimePhrase, reach: int) -> bool:
    """Return whether a verb that tells, not one of saying, leads to it within some tokens."""
    if phrase.tense() != "past" or _event(phrase):
        return direction(phrase) == "past"

    found = phrase.verb()
    if found is None or found.says:
        return False
    return 0 <= phrase.first - found.last <= reach


def _since(phrase: TimePhrase) -> str | None:
    """Since March; since the Oct. 7 attack."""
    is_since = "since" in (phrase.lead.lower(), phrase.ahead.word)
    return "past" if is_since else None


def _begins_with(phrase: TimePhrase) -> str | None:
    """From Monday, fares rise; a warning is in force from 3pm on Thursday."""
    begins = not _BEGINNINGS.isdisjoint((phrase.before.lower(), phrase.ahead.word))
    if not begins or not phrase.has(*_OF_A_DAY):
        return None

    # From Monday's high.
    is_over = phrase.noun or phrase.tense() == "past"
    return None if is_over else "future"


def _put_off(phrase: TimePhrase) -> str | None:
    """Postponed to Friday, adjourned until Monday."""
    found = phrase.verb()
    if found is None or not found.says:
        return None

    is_put_off = phrase.lead.lower() in _PUT_OFF or phrase.ahead.word in _PUT_OFF
    return "future" if is_put_off else None


def _after_an_event(phrase: TimePhrase) -> str | None:
    """After Monday's crash, the road will stay shut; after Monday's vote, the house will rise."""
    is_after = phrase.lead.lower() in _AFTER
    if not is_after or not phrase.noun or _is_planned(phrase):
        return None

    return "past"


def _before_an_event(phrase: TimePhrase) -> str | None:
    """With five days left before Election Day; but "before Friday's purchases"."""
    if phrase.lead.lower() != "before" or phrase.tense() == "past":
        return None
    if phrase.noun and not _is_planned(phrase):
        return None

    return "future"


def _event(phrase: TimePhrase) -> str | None:
    """Behind the Oct. 7 attack: a thing that bears its day has been, if none planned it."""
    is_day = phrase.has("small", "nth")
    if not is_day or phrase.before.lower() != "the":
        return None

    word = next(iter(phrase.noun), "")
    names_a_thing = word.isalpha() and word.islower()
    may_be_ahead = _is_planned(phrase) or phrase.tense() == "future"
    if may_be_ahead or not names_a_thing:
        return None

    return "past"


def _is_on(phrase: TimePhrase) -> str | None:
    """Services are Saturday; the vote is on Tuesday."""
    found = phrase.verb()
    if found is None or not found.of_being:
        return None

    is_beside = 0 <= phrase.first - found.last <= BESIDE_BEING
    return "future" if is_beside else None


def _no_later_than(phrase: TimePhrase) -> str | None:
    """Ask for answers no later than May 31."""
    return "future" if phrase.has("later") and phrase.has("in") else None


def _is_planned(phrase: TimePhrase) -> bool:
    return not _PLANNED_EVENTS.isdisjoint(map(str.lower, phrase.noun))


_SIGNS: Final = (
    _since,
    _begins_with,
    _is_on,
    _no_later_than,
    _put_off,
    _after_an_event,
    _before_an_event,
    _event,
)
