"""A day that a line prints behind a label: "Datum 28.04.2023", "Veröffentlicht am 13.05.2026 um 15:44"."""

from __future__ import annotations

import re

from newskit.reading.page.words import any_phrase

_DAY = (
    r"(?P<a>\d{1,2})(?P<separator>[./-])\s?(?P<b>\d{1,2})(?P=separator)\s?(?P<year>(?:19|20)\d\d)"
)
_BEFORE_CLOCK = rf"(?:,|-|–|\||{any_phrase('clock_preposition')})"
_CLOCK = rf"(?:\s*{_BEFORE_CLOCK}?\s*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d))?"
_LINE = re.compile(
    rf"{any_phrase('published_label')}\s?:?\s?{any_phrase('day_preposition')}?\s?:?\s?"
    rf"{_DAY}{_CLOCK}(?:\s?uhr)?\W*",
    re.IGNORECASE,
)
MIN_LINE, MAX_LINE = 14, 80
"""Characters of such a line."""


def day_in_line(line: str, day_first: bool | None) -> str | None:
    """Return the day of a labeled line in ISO form, with its clock if there is one; None if it has none.

    With dots the day comes first. With other separators it does where one number is not a month,
    or where the order is known.

    >>> day_in_line("Datum: 28.04.2023", None), day_in_line("Published on 04/05/2023", None)
    ('2023-04-28', None)
    """
    if not MIN_LINE <= len(line) <= MAX_LINE:
        return None
    match = _LINE.fullmatch(line)
    if match is None:
        return None

    a, b = int(match["a"]), int(match["b"])
    if match["separator"] == "." or a > 12:
        day_first = True
    elif b > 12:
        day_first = False
    if day_first is None:
        return None

    day, month = (a, b) if day_first else (b, a)
    clock = f"T{int(match['hour']):02}:{match['minute']}" if match["hour"] else ""
    return f"{match['year']}-{month:02}-{day:02}{clock}"
