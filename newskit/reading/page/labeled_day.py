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
_HOUR = r"(?P<hour>[01]?\d|2[0-3])\s?[:.h]\s?(?P<minute>[0-5]\d)"
_CLOCK = rf"(?:\s*{_BEFORE_CLOCK}?\s*{_HOUR})?"
_PART = re.compile(
    rf"(?:{any_phrase('published_label')}|(?P<updated>{any_phrase('updated_label')}))"
    rf"\s?:?\s?{any_phrase('day_preposition')}?\s?:?\s?{_DAY}{_CLOCK}(?:\s?uhr)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")
_TAGS = frozenset(("p", "li", "div", "span", "td", "dd"))
_BESIDE = html_tags("beside_article")

# Characters of such a line.
MIN_LINE, MAX_LINE = 14, 120
# Elements in such a line: the label may be one, and the date.
MAX_CHILDREN = 3
# Characters of such a line, the blanks of the page's source with them.
MAX_CHARACTERS = 300


def labeled_days(opening: Opening, day_first: bool | None) -> dict[str, StatedMoment]:
    """Return the first days that are printed behind labels, in a line of their own, by field."""
    for element in opening.sizes.elements:
        if element.tag not in _TAGS:
            continue

        line = _short_line(element)
        days = days_in_line(line, day_first)
        is_beside = not days or is_within(element, _BESIDE)
        if not is_beside and not opening.is_others(element):
            how = "rule:labelled-line"
            return {field: StatedMoment(day, line, how) for field, day in days.items()}

    return {}


def days_in_line(line: str, day_first: bool | None) -> dict[str, dt.date]:
    """Return the days of a labeled line, `published` and `updated`, with clocks if it has any.

    With dots the day comes first. With other separators it does where one number is not a month,
    or where the order is known.

    >>> days_in_line("Datum: 28.04.2023", None)
    {'published': datetime.date(2023, 4, 28)}
    >>> days_in_line("Published on 04/05/2023", None)
    {}
    """
    if not MIN_LINE <= len(line) <= MAX_LINE or _WORD.search(_PART.sub("", line)):
        return {}

    days: dict[str, dt.date] = {}
    for part in _PART.finditer(line):
        day = _day(part, day_first)
        if day is not None:
            days.setdefault("updated" if part["updated"] else "published", day)

    return days


def _day(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    """Return the day of a part, with its clock; None if its numbers may be two days, or none."""
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
