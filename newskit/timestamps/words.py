"""The words of stamp lines: months, labels, halves of the day, units."""

from __future__ import annotations

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTHS = {name: i + 1 for i, name in enumerate(_MONTH_NAMES)}
MONTHS |= {name[:3]: i for name, i in MONTHS.items()} | {"sept": 9}

ORDINALS = {"st", "nd", "rd", "th"}

PUBLISHED_LABELS = {"published", "posted", "publication", "original", "originally", "written", "issued", "created"}
UPDATED_LABELS = {"updated", "update", "modified", "amended", "revised", "refreshed"}

UNITS = {
    "sec": "second", "secs": "second", "second": "second", "seconds": "second",
    "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute", "m": "minute",
    "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour", "h": "hour",
    "day": "day", "days": "day", "d": "day", "week": "week", "weeks": "week", "wk": "week", "wks": "week",
    "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip
ONES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
