"""Read days: 2024-11-30, 30/11/2024, November 30th 2024, 30 Nov."""

from __future__ import annotations

from newskit.timestamps.calendar_words import MONTHS
from newskit.timestamps.clocks import HALF
from newskit.timestamps.day_order import MONTHS_OF_A_YEAR, day_and_month
from newskit.timestamps.items import Day
from newskit.timestamps.stamp_rule import END, Match, StampRule, any_of, pattern

_1_TO_31 = r"0?[1-9]|[12]\d|3[01]"
_MARK = r"\s(?P<mark>[/.–-])"
_DAY = rf"\s(?P<day>{_1_TO_31}){END}"
_ORDINAL = rf"(?:\s(?:st|nd|rd|th){END})?"
_MONTH = rf"\s(?P<month>{any_of(MONTHS)})"
# 1600 to 2199: other numbers of four digits are clocks or prices.
_YEAR = rf"\s(?P<year>(?:1[6-9]|2[01])\d\d){END}"
# What stands behind the hour of a clock: "30 Nov 10:15", "30 Nov 10 pm". That 10 is not a year.
_IS_HOUR = rf"(?:\s[:.]\t\d\d|\s{HALF}){END}"
_SHORT_YEAR = rf"\s(?P<short>\d\d){END}(?!{_IS_HOUR})"
_YEAR_AFTER = rf"(?:\s\.)?(?:\s[,/-])?{_YEAR}"

# 69 is 2069, 70 is 1970: pages are younger than the web, archives older.
_CENTURY_TURNS = 70


def _year(match: Match) -> int | None:
    """Return the year of a match: four digits, or the two of 30 Nov 24."""
    if match["year"]:
        return int(match["year"])

    # Not every pattern of days takes a year of two digits.
    short = match.groupdict().get("short")
    if short is None:
        return None

    century = 2000 if int(short) < _CENTURY_TURNS else 1900
    return century + int(short)


def _year_first(match: Match) -> Day:
    return Day(int(match["year"]), int(match["month"]), int(match["day"]))


def _numbers_only(match: Match) -> Day | None:
    first, second = int(match["first"]), int(match["day"])
    if min(first, second) > MONTHS_OF_A_YEAR:  # 13/14/2024
        return None

    # 06/01/2026 is left open here: the zone of the line may tell.
    known = day_and_month(first, second)
    if known is None:
        return Day(_year(match), first, second, either=True, dotted=match["mark"] == ".")

    day, month = known
    return Day(_year(match), month, day)


def _month_name(match: Match) -> Day:
    return Day(_year(match), MONTHS[match["month"].lower()], int(match["day"]))


# 2024-11-30, 2024/11/30, and the T of 2024-11-30T07:53
YEAR_FIRST = StampRule(
    pattern(rf"{_YEAR} {_MARK} \s(?P<month>0?[1-9]|1[0-2]) \s(?P=mark) {_DAY} (?:\sT{END})?"),
    _year_first,
)

# 30/11/2024, 11.30.24, 06-01-2026: which is the day may stay open.
# Not behind a mark: the end of 555-01-02-24 is not a date.
NUMBERS_ONLY = StampRule(
    pattern(rf"""
        (?<![/.–-]) \s(?P<first>{_1_TO_31}) {_MARK} {_DAY} \s(?P=mark)
        (?: {_YEAR} | {_SHORT_YEAR} )
    """),
    _numbers_only,
)

# 30th November 2024, 30 Nov, 2 November 23, 3-Nov-2023; not the minutes of "10:30 November 2"
DAY_MONTH = StampRule(
    pattern(rf"""
        (?<!\d\s:) {_DAY} {_ORDINAL} (?:\s[.,/-])? (?:\sof)? {_MONTH}
        (?: {_YEAR_AFTER} | {_SHORT_YEAR} )?
    """),
    _month_name,
)

# November 30th, 2024; Nov. 30 2024; Nov 30. Here two digits behind the day are an hour, not a year.
MONTH_DAY = StampRule(
    pattern(rf"{_MONTH} (?:\s[./-])? {_DAY} (?!{_IS_HOUR}) {_ORDINAL} (?:{_YEAR_AFTER})?"),
    _month_name,
)
