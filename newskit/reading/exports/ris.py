"""RIS, the lists of literature that ProQuest and others export: two letters and a dash a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.pieces import divided_at
from newskit.reading.exports.proquest_fields import plain_url

_TAG = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])  - ?(?P<value>.*)$")
_RECORD = re.compile(r"^TY  - ", re.MULTILINE)
_END = re.compile(r"^ER  -", re.MULTILINE)
# Of a field the first tag that is there: Y1 is often a year alone.
_FIELDS = {
    "headline": ("T1", "TI"),
    "publisher": ("JF", "T2", "JO"),
    "standfirst": ("AB", "N2"),
    "page": ("SP",),
    "language": ("LA",),
    "archive_id": ("AN",),
    "place": ("CY",),
    "notes": ("N1",),
    "database": ("DB",),
}
_AUTHORS = ("A1", "AU")
_DATES = ("DA", "Y1", "M2", "PY")
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})/?")
_YEAR_MONTH_DAY = re.compile(r"(\d{4}) ([A-Za-z]{3,9}) (\d{1,2})")
_CUT = "The record is cut off: no line ER closes it; it ends with {!r}"


def looks_like(content: Content) -> bool:
    """Say whether a record opens in the first lines."""
    return _RECORD.search(content.start[:2_000]) is not None


def records(content: Content) -> Iterator[Exported]:
    """Return the records: headlines and abstracts, without a text."""
    text = content.text
    begins = [match.start() for match in _RECORD.finditer(text)]
    for part in divided_at(text, begins):
        record = _record(_told(part))
        if not _END.search(part):
            record.error = _CUT.format(part.strip()[-80:])

        yield record


def _told(part: str) -> dict[str, list[str]]:
    """Return the values of each tag; a line without one goes on from the line above."""
    told: dict[str, list[str]] = {}
    values: list[str] = []
    for line in filter(str.strip, part.split("\n")):
        match = _TAG.match(line)
        if match:
            values = told.setdefault(match["tag"], [])
            values.append(match["value"].strip())
        elif values:
            values[-1] += f" {line.strip()}"

    return told


def _record(told: dict[str, list[str]]) -> Exported:
    record = Exported()
    for field, tags in _FIELDS.items():
        values = next(filter(None, map(told.get, tags)), [])
        record.put(field, "; ".join(values), f"ris:{tags[0]}")

    people = [name for tag in _AUTHORS for name in told.get(tag, [])]
    record.put("byline", "; ".join(people), "ris:A1")
    record.put("url", plain_url("".join(told.get("UR", [])[:1])), "ris:UR")
    dates = [date for tag in _DATES for date in told.get(tag, [])]
    record.put("date", next(filter(None, map(_day, dates)), "".join(dates[:1])), "ris:DA")
    record.tags = told.get("KW", [])
    return record


def _day(printed: str) -> str:
    """Return a day as other archives print it; empty for a year alone."""
    if _SLASHES.fullmatch(printed):
        return _SLASHES.sub(r"\1-\2-\3", printed)

    return _YEAR_MONTH_DAY.sub(r"\3 \2 \1", printed) if " " in printed else ""
