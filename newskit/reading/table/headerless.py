"""Tables that programs write without names: known by the number and the shape of their cells."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from newskit.csv_files import csv_rows
from newskit.reading.file import File
from newskit.reading.shared.shown import shown
from newskit.reading.table.csv_records import RecordReader
from newskit.reading.table.raw_rows import RawRow, frame_of

_LONGEST_ROW = 1_000_000  # characters of a first row that is looked at
_SHAPES: dict[str, dict[str, str]] = {}
for _row in csv_rows(__package__, "headerless.csv"):
    _SHAPES.setdefault(_row["form"], {})[_row["word"]] = _row["note"] or ".*"

_EXTRA = {
    "headline": re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>"),
    "authors": re.compile(r"<PAGE_AUTHORS>(.*?)</PAGE_AUTHORS>"),
    "date": re.compile(r"<PAGE_PRECISEPUBTIMESTAMP>(\d{14})</PAGE_PRECISEPUBTIMESTAMP>"),
}
_NOTES = {
    "gkg": "the time is that of GDELT's batch, 0 to 15 minutes after its visit, or the page's own",
    "mind": None,
    "trafilatura": None,
}
_NO_NAMES = "the file has no names of columns; it was read as {}"
_TRANSLATED = "GDELT read this article in machine translation"
_QUOTED = "trafilatura"
"""The only one of them in which quotation marks mean something."""


class Headerless(NamedTuple):
    """A form without names, and the columns of its rows."""

    form: str
    names: list[str]


def headerless_form(text: str) -> Headerless | None:
    """Return the form of a table by its first row; None where names may stand in it.

    >>> row = ["N1", "news", "local", "Ferry sails", "", "https://harbor.example/1", "[]", "[]"]
    >>> headerless_form(chr(9).join(row)).form
    'mind'
    """
    opening = text[:_LONGEST_ROW]
    if "\t" not in opening.partition("\n")[0]:
        return None

    first = opening.partition("\n")[0].rstrip("\r").split("\t")
    record = next(RecordReader(opening, "\t").records(len(_SHAPES[_QUOTED])), None)
    if record is None:
        return None

    for form, shape in _SHAPES.items():
        cells = record.cells if form == _QUOTED else first
        if _fits(cells, list(shape.values())):
            return Headerless(form, list(shape))

    return None


def frame_without_header(
    text: str, found: Headerless, warning: str | None, file: File
) -> pd.DataFrame:
    """Return the frame of such a table; a line with other cells is a row with `error`."""
    form, names = found
    is_quoted = form == _QUOTED
    rows = list(
        _quoted_rows(text, names) if is_quoted else _plain_rows(text, names, file.skipped_lines + 1)
    )
    if form == "gkg":
        rows = list(map(_of_gkg, rows))
        names = list(dict.fromkeys((*names, *_EXTRA)))

    return frame_of(rows, names, [warning, _NO_NAMES.format(form), _NOTES[form]], file.is_later)


def _fits(cells: list[str], shapes: list[str]) -> bool:
    if len(cells) != len(shapes):
        return False

    return all(
        re.fullmatch(shape, cell, re.DOTALL) for shape, cell in zip(shapes, cells, strict=True)
    )


def _quoted_rows(text: str, names: list[str]) -> Iterator[RawRow]:
    for cells, problem, _ in RecordReader(text, "\t").records(len(names)):
        stated = [None if cell in ("", "null") else cell for cell in cells]
        given = dict(zip(names, stated, strict=False))
        yield RawRow(given, None if cells else problem, problem if cells else None)


def _plain_rows(text: str, names: list[str], first: int) -> Iterator[RawRow]:
    for number, line in enumerate(text.split("\n"), start=first):
        cells = line.rstrip("\r").split("\t")
        if not line.strip():
            continue

        if len(cells) == len(names):
            yield RawRow({name: cell or None for name, cell in zip(names, cells, strict=True)})
        else:
            told = shown(" ".join(cells))
            why = f"Line {number} has {len(cells)} cells; the others have {len(names)}: {told}"
            yield RawRow({}, error=why)


def _of_gkg(row: RawRow) -> RawRow:
    """Take what is known of the page out of the last cell."""
    extras = row.cells.get("V2Extras") or ""
    matches = {name: pattern.search(extras) for name, pattern in _EXTRA.items()}
    told: dict[str, Any] = {
        name: html.unescape(match[1]) for name, match in matches.items() if match
    }
    is_translated = "-T" in (row.cells.get("GKGRECORDID") or "")
    return RawRow(row.cells | told, row.error, _TRANSLATED if is_translated else row.warning)
