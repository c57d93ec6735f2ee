"""How a CSV file is written: which delimiter it has, and in which line the names stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from newskit.column_names import known_columns, n_known
from newskit.reading.decoding import BOMS_UTF16
from newskit.reading.table.csv_records import DELIMITERS, RecordReader
from newskit.reading.table.headerless import headerless_form
from newskit.reading.table.raw_rows import MAX_ABOVE

_STATED = re.compile(rf"\s*sep=([{DELIMITERS}])\r?\n", re.IGNORECASE)  # as Excel writes it
_SAMPLE = 200_000  # characters that a delimiter is tried on
_TRIED = 20  # records that a delimiter is tried on
_NONE = "\x1f"  # of a file with one column: no text holds it
_LINE = re.compile(r"[^\r\n]+")
_KNOWN = 2  # names in a line that make it the header
_LISTED = ("headline", "url", "published")  # names in the header of a list without texts
_LONGEST_HEADER = 20_000  # characters of a line that is looked at below the first


class Layout(NamedTuple):
    """How a file is written."""

    delimiter: str
    begin: int
    """Where the names stand."""
    above: str
    """What stands above them."""
    likelihood: tuple[int, float, int]
    """How many names are known; how many records are whole; how many names there are."""


def layout_of(text: str, told: Collection[str]) -> Layout:
    """Return the layout under which most names are known, then most records are whole.

    Parameters
    ----------
    text : str
        The file.
    told : collection of str
        Names that the user says are in it.
    """
    stated = _STATED.match(text)
    begin = stated.end() if stated else 0
    delimiters = [stated[1]] if stated else [_NONE, *DELIMITERS]

    of_delimiter = partial(_layout, text[:_SAMPLE], begin, told)
    return max(map(of_delimiter, delimiters), key=attrgetter("likelihood"))


def looks_like_csv(opening: bytes) -> bool:
    """Say whether the first of several lines holds names of columns, a text among them."""
    encoding = "utf-16" if opening.startswith(BOMS_UTF16) else "utf-8-sig"
    lines = opening.decode(encoding, "replace").splitlines()
    if len(lines) < _KNOWN or not lines[1].strip():
        return False

    if headerless_form(lines[0]):
        return True

    marks = filter(lines[0].__contains__, DELIMITERS)
    found = [known_columns(RecordReader(lines[0], mark).header()) for mark in marks]
    has_texts = any("text" in known and len(known) >= _KNOWN for known in found)
    return has_texts or any(known.issuperset(_LISTED) for known in found)


def _layout(
    text: str,
    first: int,
    told: Collection[str],
    delimiter: str,
) -> Layout:
    begin = _header(text, first, told, delimiter)
    reader = RecordReader(text, delimiter, begin)
    names = reader.header()

    tried = list(islice(reader.records(len(names)), _TRIED))
    whole = sum(record.problem is None for record in tried)
    likelihood = n_known(names, told), whole / max(len(tried), 1), len(names)
    return Layout(delimiter, begin, text[first:begin], likelihood)


def _header(
    text: str,
    begin: int,
    told: Collection[str],
    delimiter: str,
) -> int:
    """Return where the names stand: in the first line with two that are known, else in the first.

    Programs write above them what was searched for, and when.
    """
    for line in islice(_LINE.finditer(text, begin), MAX_ABOVE):
        names = RecordReader(text, delimiter, line.start()).header()
        is_short = len(line[0]) <= _LONGEST_HEADER
        if is_short and n_known(names, told) >= _KNOWN:
            return line.start()

    return begin
