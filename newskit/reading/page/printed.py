"""A day that a line prints behind a label: "Datum 28.04.2023", "Veröffentlicht am 13.05.2026 um 15:44"."""

from __future__ import annotations

import re

_LABEL = (
    r"(?:published|posted|date|datum|veröffentlicht|erschienen|publié|publicado|publicada|fecha|pubblicato|data|"
    r"gepubliceerd|publicerad|publisert|udgivet|julkaistu|opublikowano|publikováno|megjelent|"
    r"yayın(?:lanma)?(?: tarihi)?)"
)
_DAY = r"(?P<a>\d{1,2})(?P<mark>[./-])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<year>(?:19|20)\d\d)"
_CLOCK = r"(?:\s*(?:,|-|–|\||um|à|alle|kl\.?|at)?\s*(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d))?"
_LINE = re.compile(
    rf"{_LABEL}\s?:?\s?(?:on|am|le|el|il|em|op|den|dne)?\s?:?\s?{_DAY}{_CLOCK}(?:\s?uhr)?\W*", re.IGNORECASE
)
MAX_LINE = 80


def day_in_line(line: str, day_first: bool | None) -> str | None:
    """Return the day of a labelled line in ISO form, with its clock if there is one; None if it has none.

    With dots the day comes first. With other marks it does where one number is no month, or where it is known.

    >>> day_in_line("Datum: 28.04.2023", None), day_in_line("Published on 04/05/2023", None)
    ('2023-04-28', None)
    """
    match = _LINE.fullmatch(line) if 14 <= len(line) <= MAX_LINE else None
    if match is None:
        return None
    a, b = int(match["a"]), int(match["b"])
    first = True if match["mark"] == "." or a > 12 else False if b > 12 else day_first
    if first is None:
        return None
    day, month = (a, b) if first else (b, a)
    clock = f"T{int(match['hour']):02}:{match['minute']}" if match["hour"] else ""
    return f"{match['year']}-{month:02}-{day:02}{clock}"
