"""A day that a line prints behind a label: "Datum 28.04.2023", "Published 13/05/2026 at 15:44"."""

from __future__ import annotations

import datetime as dt
import re

from newskit.reading.page.opening import Opening
from newskit.reading.page.read_moment import StatedMoment
from newskit.reading.page.tree import Element, is_within, one_line
from newskit.reading.page.words import any_phrase, html_tags
from newskit.timestamps.day_order import MONTHS_OF_A_YEAR

_SEPARATOR = r"(?P<separator>[./-])\s?"
_DAY = rf"(?P<a>\d{{1,2}}){_SEPARATOR}(?P<b>\d{{1,2}})(?P=separator)\s?(?P<year>(?:19|20)\d\d)"
_BEFORE_CLOCK = rf"(?:,|-|–|\||{any_phrase('clock_preposition')})"
_CLOCK = rf"(?:\s*{_BEFORE_CLOCK}?\s*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d))?"
_LINE = re.compile(
    rf"{any_phrase('published_label')}\s?:?\s?{any_phrase('day_preposition')}?\s?:?\s?"
    rf"{_DAY}{_CLOCK}(?:\s?uhr)?\W*",
    re.IGNORECASE,
)
_TAGS = frozenset(("p", "li", "div", "span", "td", "dd"))
_BESIDE = html_tags("beside_article")

# Characters of such a line.
MIN_LINE, MAX_LINE = 14, 80
# Elements in such a line: the label may be one, and the date.
MAX_CHILDREN = 3
# Characters of such a line, the blanks of the page's source with them.
MAX_CHARACTERS = 300


def labeled_day(opening: Opening, day_first: bool | None) -> StatedMoment | None:
    """Return the first day that is printed behind a label, in a line of its own."""
    for element in opening.sizes.elements:
        if element.tag not in _TAGS:
            continue

        line = _short_line(element)
        moment = day_in_line(line, day_first)
        is_beside = moment is None or is_within(element, _BESIDE)
        if moment and not is_beside and not opening.is_others(element):
            return StatedMoment(moment, line, "rule:labelled-line")

    return None


def day_in_line(line: str, day_first: bool | None) -> dt.date | None:
    """Return the day of a labeled line, with its clock if there is one; None if it has none.

    With dots the day comes first. With other separators it does where one number is not a month,
    or where the order is known.

    >>> day_in_line("Datum: 28.04.2023", None)
    datetime.date(2023, 4, 28)
    >>> day_in_line("Published on 04/05/2023", None) is None
    True
    """
    if not MIN_LINE <= len(line) <= MAX_LINE:
        return None

    match = _LINE.fullmatch(line)
    if match is None:
        return None

    year, a, b = map(int, match.group("year", "a", "b"))
    if match["separator"] == "." or a > MONTHS_OF_A_YEAR:
        day_first = True
    elif b > MONTHS_OF_A_YEAR:
        day_first = False

    # 04/05/2023 may be two days, and a wrong one is worse than none.
    if day_first is None:
        return None

    day, month = (a, b) if day_first else (b, a)
    try:
        date = dt.date(year, month, day)
    except ValueError:  # 31.02.2023
        return None

    if match["hour"] is None:
        return date

    return dt.datetime.combine(date, dt.time(int(match["hour"]), int(match["minute"])))


def _short_line(element: Element) -> str:
    """Return the text of an element if it is a short line, else an empty string."""
    if len(element) > MAX_CHILDREN:
        return ""

    # Many of these elements hold the whole page: no more is read than a line has.
    pieces, size = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece)
        if size > MAX_CHARACTERS:
            return ""

    return one_line("".join(pieces))
