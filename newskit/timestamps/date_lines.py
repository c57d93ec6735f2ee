"""Lines of publication, in every language that archives print them in; `days.py` reads English.

"March 5, 2002 Tuesday Final Edition", "mercredi 6 mars 2013 19:40 GMT", "2018 年 3 月 6 日 02:15".
A line is opened by its day here, and what stands behind clock and zone is the edition.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from newskit.csv_files import csv_rows, rule_words
from newskit.timestamps.calendar_words import MONTHS_ANYWHERE, WEEKDAYS_ANYWHERE
from newskit.timestamps.zones import meanings


class DateLine(NamedTuple):
    """What a line of publication says."""

    day: dt.date | None
    """None where only a month or a season is printed."""
    clock: str = ""
    """Time of day with its zone, as the readers of timestamps take it: "8:15 AM GMT"."""
    rest: str = ""
    """What stands behind: the edition."""


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


_WORDS = rule_words(__package__, "date_line_words.csv")
# "-0000" is e-mail's way of saying that the offset is not known: it means nothing.
_ZONES = {row["word"]: row["means"] for row in csv_rows(__package__, "date_line_words.csv")}
_WEEKDAY = rf"(?:{_any(WEEKDAYS_ANYWHERE)})"
_MONTH = rf"(?P<month>{_any(MONTHS_ANYWHERE)})\b\.?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|e|º|°)?\b\.?"
_OF = r"(?:de |d['’]|of )?"
_SEASON = rf"(?:{_any(_WORDS['season'])})"
_LEAD = rf"(?:{_WEEKDAY}\b[,.;]*\s*)?(?:(?:{_any(_WORDS['before_day'])})\s+)?"

# "March 5-11, 2008", of a weekly: its first day
_TO_DAY = r"(?:\s*[-–/]\s*\d{1,2}\b\.?)?"
_DAY_MONTH = re.compile(
    rf"{_LEAD}{_DAY}{_ORDINAL}{_TO_DAY}[\s-]*{_OF}{_MONTH},?[\s-]*(?:de |г\.)?{_YEAR}"
)
_MONTH_DAY = re.compile(rf"{_LEAD}{_MONTH}\s*{_DAY}{_ORDINAL}{_TO_DAY},?\s*{_YEAR}")
_NUMBERS = re.compile(
    rf"{_LEAD}{_YEAR}\s*[年년.-]\s*(?P<number>1[0-2]|0?[1-9])\s*[月월.-]\s*{_DAY}(?!\d)\s*[日일]?"
)
_GLUED = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)")
# "Summer, 2007", "January/February 2008", "Winter 2007/2008"
_NO_DAY = re.compile(
    rf"(?:{_MONTH}|{_SEASON})(?:\s*[/–-]\s*(?:{_any(MONTHS_ANYWHERE)}|{_SEASON}))?,?\s*{_YEAR}"
    r"(?:/\d{2,4})?"
)
_FORMS = (_DAY_MONTH, _MONTH_DAY, _NUMBERS, _GLUED)

_WEEKDAY_BEHIND = re.compile(rf"[\s,;(]*{_WEEKDAY}\b[)\s,;.]*")
# "à 19:40", "um 8.15 Uhr", "8:15 AM GMT+1", "17:05 UTC +0100", "11:00:00 - 12:00:00 Eastern Time"
_CLOCK = re.compile(
    rf"[\s,;|-]*T?(?:(?:{_any(_WORDS['before_clock'])})\s+)?(?P<hour>[01]?\d|2[0-3])(?:[:.]|\s?h\s?)"
    r"(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?(?!\d)\s*(?P<half>[ap]\.?m\b\.?)?"
    rf"(?:\s*(?:{_any(_WORDS['behind_clock'])})\b)?"
    r"(?:\s*[-–]\s*\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?)?"
    r"(?:\s*(?P<zone>(?:gmt|utc)\s*[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d"
    rf"|{_any(_WORDS['zone'])}|(?-i:{_any(meanings())})\b))?",
    re.IGNORECASE,
)


def read_date(line: str) -> DateLine | None:
    """Return what a line that opens with a date says; None where it opens with none.

    Examples
    --------
    >>> read_date("March 2, 2004, Tuesday,, FINAL EDITION")
    DateLine(day=datetime.date(2004, 3, 2), clock='', rest='FINAL EDITION')
    >>> read_date("mercredi 6 mars 2013 19:40 GMT")
    DateLine(day=datetime.date(2013, 3, 6), clock='19:40 GMT', rest='')
    >>> read_date("Summer, 2007")
    DateLine(day=None, clock='', rest='')
    >>> read_date("Covid-19, part 1")
    """
    printed = " ".join(line.split())
    folded = printed.casefold()
    # A letter such as "ß" is two when folded: then nothing can be sliced by its place.
    if len(folded) != len(printed):
        folded = printed.lower()

    for form in _FORMS:
        match = form.match(folded)
        if match:
            day = _day(match)
            return DateLine(day, *_behind(printed[match.end() :])) if day else None

    match = _NO_DAY.match(folded)
    return DateLine(None, "", printed[match.end() :].strip(" ,;-")) if match else None


def find_date(text: str) -> tuple[int, str] | None:
    """Return where a date begins in a line of publication, and the date.

    >>> find_date("Harbor Post ; Dullport, Ont. 02 May 2022: A.7.")
    (29, '02 May 2022')
    """
    folded = text.lower()
    found = filter(None, (form.search(folded) for form in _FORMS))
    first = min(found, key=lambda match: match.start(), default=None)
    return (first.start(), text[first.start() : first.end()]) if first else None


def _day(match: re.Match[str]) -> dt.date | None:
    said = match.groupdict()
    month = int(said.get("number") or 0) or MONTHS_ANYWHERE[said["month"]]
    try:
        return dt.date(int(said["year"]), month, int(said["day"]))
    except ValueError:  # 31 February
        return None


def _behind(rest: str) -> tuple[str, str]:
    """Return the clock behind a day, and what stands behind that."""
    weekday = _WEEKDAY_BEHIND.match(rest.lower())
    if weekday:
        rest = rest[weekday.end() :]

    clock = _CLOCK.match(rest)
    if clock is None:
        return "", rest.strip(" ,;-")

    return _clock_text(clock), rest[clock.end() :].strip(" ,;-")


def read_clock(text: str) -> str:
    """Return a time of day that stands alone, with its zone; empty where there is none.

    >>> read_clock("21:05 Central European Time"), read_clock("Port")
    ('21:05 CET', '')
    """
    match = _CLOCK.fullmatch(" ".join(text.split()))
    return _clock_text(match) if match else ""


def _clock_text(clock: re.Match[str]) -> str:
    zone = clock["zone"] or ""
    zone = _ZONES.get(zone.casefold(), zone)
    second = f":{clock['second']}" if clock["second"] else ""
    parts = f"{clock['hour']}:{clock['minute']}{second}", clock["half"], zone
    return " ".join(filter(None, parts))
