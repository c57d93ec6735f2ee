"""What kind of words changed: numbers, times, names, verbs that report, hedges and boosters."""

from __future__ import annotations

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
_LONGEST_NAME = 3  # words; more of them in capitals are a title
_Words = list[tuple[str, bool]]
"""Words as printed, and whether each opens its sentence."""


def word_kind(old: _Words, new: _Words) -> str:
    """Return the kind of a stretch: the first of KINDS that either side holds.

    >>> word_kind([("an", False), ("official", False)], [("Ann", False), ("Lee", False)])
    'name'
    """
    found = (kind for kind, test in _TESTS if test(old) or test(new))
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
    has_digit = any(map(str.isdigit, "".join(texts)))
    return has_digit or any(True for _ in printed_numbers(texts))


def _has_time(words: _Words) -> bool:
    return any(
        fold(text) in _TIMES
        and (text[0].isupper() or fold(text) not in _AMBIGUOUS)
        for text, _ in words
    )


def _has_name(words: _Words) -> bool:
    capitals = sum(text[0].isupper() for text, _ in words)
    is_title = capitals > _MOST_CAPITALS * len(words)
    if is_title and len(words) > _LONGEST_NAME:
        return False
    return any(_is_name(*word) for word in words)


def _is_name(text: str, opens: bool) -> bool:
    return text[0].isupper() and not opens and text != "I"


def _has_cue(words: _Words) -> bool:
    forms = reporting_verbs()
    return any(fold(text) in forms for text, _ in words)


def _has_certainty(words: _Words) -> bool:
    return not _ONE_WORD.isdisjoint(fold(text) for text, _ in words)


def _has_long_certainty(words: _Words) -> bool:
    """Say whether an expression of several words is there: is said to."""
    folded = [fold(text) for text, _ in words]
    known = expressions()
    return any(
        tuple(folded[at : at + len(one.words)]) == one.words
        for at, first in enumerate(folded)
        for one in known.get(first, ())
        if len(one.words) > 1
    )


_ONE_WORD = frozenset(
    first
    for first, some in expressions().items()
    for one in some
    if len(one.words) == 1
) - {"will"}
"""What makes a text more or less certain, where it is one word."""
_TESTS = (
    ("number", _has_number),
    ("time", _has_time),
    ("name", _has_name),
    ("certainty", _has_long_certainty),  # before its verb: is said to
    ("cue verb", _has_cue),
    ("certainty", _has_certainty),
)
