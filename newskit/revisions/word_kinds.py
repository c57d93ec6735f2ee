"""What kind of words changed: numbers, times, names, verbs that report, hedges and boosters."""

from __future__ import annotations

from functools import cache

from newskit.analyses.certainty.expressions import expressions
from newskit.comparing.numbers_printed import printed_numbers
from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs
from newskit.timestamps.calendar_words import MONTHS, WEEKDAYS

KINDS = ("number", "time", "name", "cue verb", "certainty", "other")
_DAYS = {"today", "yesterday", "tomorrow", "tonight", "midnight", "noon"}
_AMBIGUOUS = {"may", "march", "sun", "sat", "mar", "wed"}  # that are no time in small letters
_TIMES = {*MONTHS, *WEEKDAYS, *_DAYS}
_MOST_CAPITALS = 0.6
"""Share of the words of a stretch: in title case a capital tells nothing."""
_LEAST_IN_TITLE = 3  # words; a name may have two
_Words = list[tuple[str, bool]]
"""Words as printed, and whether each opens its sentence."""


def word_kind(old: _Words, new: _Words) -> str:
    """Return the kind of a stretch: the first of KINDS that either side holds.

    >>> word_kind([("an", False), ("official", False)], [("Ann", False), ("Lee", False)])
    'name'
    """
    tests = (_has_number, _has_time, _has_name, _has_cue, _has_certainty)
    found = (kind for kind, test in zip(KINDS, tests, strict=False) if test(old) or test(new))
    return next(found, KINDS[-1])


def number_of(text: str | None) -> float | None:
    """Return the number of a stretch, if it holds exactly one.

    >>> number_of("about 1,200 people"), number_of("the pier")
    (1200.0, None)
    """
    found = list(printed_numbers(text.split())) if text else []
    return found[0].value if len(found) == 1 else None


def _has_number(words: _Words) -> bool:
    texts = [text for text, _ in words]
    has_digit = any(character.isdigit() for text in texts for character in text)
    return has_digit or any(True for _ in printed_numbers(texts))


def _has_time(words: _Words) -> bool:
    return any(
        fold(text) in _TIMES and (text[0].isupper() or fold(text) not in _AMBIGUOUS)
        for text, _ in words
    )


def _has_name(words: _Words) -> bool:
    capitals = [text for text, _ in words if text[0].isupper()]
    is_title = len(capitals) >= _LEAST_IN_TITLE and len(capitals) > _MOST_CAPITALS * len(words)
    if is_title and len(words) > _LEAST_IN_TITLE:
        return False
    return any(text[0].isupper() and not opens and text != "I" for text, opens in words)


def _has_cue(words: _Words) -> bool:
    forms = reporting_verbs()
    return any(fold(text) in forms for text, _ in words)


def _has_certainty(words: _Words) -> bool:
    return any(fold(text) in _certainty_words() for text, _ in words)


@cache
def _certainty_words() -> frozenset[str]:
    """Return the expressions of one word that make a text more or less certain."""
    every = (one for some in expressions().values() for one in some)
    return frozenset(one.words[0] for one in every if len(one.words) == 1) - {"will"}
