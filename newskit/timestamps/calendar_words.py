"""The names of months and weekdays: one list for the whole package, to read and to print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newskit.csv_files import csv_rows


def _numbers(kind: str, name: str = "calendar_words.csv") -> dict[str, int]:
    rows = csv_rows(__package__, name)
    return {row["word"]: int(row["number"]) for row in rows if row["class"] == kind}


# In small letters, without a full stop: "november" -> 11, "nov" -> 11.
FULL_MONTHS: Final[Mapping[str, int]] = _numbers("month")
SHORT_MONTHS: Final[Mapping[str, int]] = _numbers("short_month")
MONTHS: Final[Mapping[str, int]] = {**FULL_MONTHS, **SHORT_MONTHS}

# Monday is 0, as in `datetime.date.weekday`.
FULL_WEEKDAYS: Final[Mapping[str, int]] = _numbers("weekday")
SHORT_WEEKDAYS: Final[Mapping[str, int]] = _numbers("short_weekday")
WEEKDAYS: Final[Mapping[str, int]] = {**FULL_WEEKDAYS, **SHORT_WEEKDAYS}

# In all languages: for lines that hold a date, never for running text.
_FOREIGN = "foreign_calendar_words.csv"
MONTHS_ANYWHERE: Final[Mapping[str, int]] = {**_numbers("month", _FOREIGN), **MONTHS}
WEEKDAYS_ANYWHERE: Final[Mapping[str, int]] = {**_numbers("weekday", _FOREIGN), **WEEKDAYS}

# In running text, as a pattern: June 14, Nov. 5, 2024, 10 June.
_MONTH: Final = rf"(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DAY_OF_YEAR: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"

# As they are printed, never in the language of the reader's computer: January is MONTH_NAMES[0].
MONTH_NAMES: Final = tuple(name.capitalize() for name in FULL_MONTHS)
WEEKDAY_NAMES: Final = tuple(name.capitalize() for name in FULL_WEEKDAYS)
