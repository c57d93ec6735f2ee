"""RIS, as archives and Zotero write it: a record from TY to ER, mostly without the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_OPENS, _CLOSES = "TY", "ER"
_DAY = re.compile(r"\s*(\d{4})[/-](\d\d?)[/-](\d\d?)(?:/|\b)(.*)")
_FIELDS = {
    "T1": "headline", "TI": "headline", "T2": "publisher", "JF": "publisher", "JO": "publisher",
    "JA": "publisher", "AB": "standfirst", "N2": "standfirst", "SP": "page", "LA": "language",
    "AN": "archive_id", "ID": "archive_id", "UR": "url", "ET": "edition", "SE": "section",
    "TY": "type", "EP": "end_page", "PB": "publisher_company", "CY": "place", "SN": "issn",
    "VL": "volume", "IS": "issue", "N1": "notes", "DB": "database", "DP": "provider",
}  # fmt: skip
_AUTHORS, _TAGS = ("AU", "A1"), ("KW",)
_DATES = ("DA", "Y1", "PY")
"""The surest first: PY is a year."""
_NO_TEXT = "the record has no text: RIS gives its abstract at most"
_CUT = "The file breaks off in this record, of which there is no end (ER): {!r}"
_SHOWN = 60

Lines = list[tuple[str, str]]


def looks_like(content: Content) -> bool:
    """Say whether the first line that says something opens a record."""
    return re.match(r"\s*TY  ?- ?[A-Z]{2,7}\s", content.head[:1_000]) is not None


def records(content: Content) -> Iterator[Exported]:
    """Return the records; one that is cut off is an error that shows where."""
    lines: Lines = []
    for tag, value in _tagged(content.text):
        if tag == _CLOSES:
            yield _record(lines)
            lines = []
        elif tag == _OPENS and lines:  # nobody closed the one before
            yield _record(lines)
            lines = [(tag, value)]
        else:
            lines.append((tag, value))

    if lines:
        yield Exported(error=_CUT.format(f"{lines[-1][0]}  - {lines[-1][1]}"[-_SHOWN:]))


def _tagged(text: str) -> Iterator[tuple[str, str]]:
    """Return tags and values; a line without a tag goes on with the value before."""
    tag, value = "", ""
    for line in text.split("\n"):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            value = f"{value}\n{line.strip()}".strip()
            continue

        if tag:
            yield tag, value

        tag, value = match[1], match[2].strip()

    if tag:
        yield tag, value


def _record(lines: Lines) -> Exported:
    record = Exported(warnings=[_NO_TEXT])
    record.authors = [value for tag, value in lines if tag in _AUTHORS and value]
    record.tags = [value for tag, value in lines if tag in _TAGS and value]
    for tag, value in sorted(lines, key=lambda line: line[0] not in _DATES or _DATES.index(line[0])):
        if tag in _DATES:
            record.fill("date", _day(value), f"ris:{tag}")
        elif tag not in (*_AUTHORS, *_TAGS):
            record.put(_FIELDS.get(tag, tag), value, f"ris:{tag}")

    if record.authors:
        record.found["authors"] = "ris:AU"

    return record


def _day(printed: str) -> str:
    """Return a day as other archives print it: "2022/05/02/Late Edition"."""
    match = _DAY.match(printed)
    if match is None:
        return printed.strip(" /")

    year, month, day, rest = match.groups()
    return f"{year}{month:0>2}{day:0>2} {rest.strip(' /')}".strip()
