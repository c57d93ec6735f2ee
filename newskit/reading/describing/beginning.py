"""What the beginning of a file holds: a large one is not read to its end."""

from __future__ import annotations

import json
import re
from importlib import import_module
from itertools import islice
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading.columns import ARTICLES
from newskit.reading.content import HEAD, Content
from newskit.reading.file import File
from newskit.reading.formats import UNKNOWN, Format, form_of, read_as
from newskit.reading.parts.cutting import pieces_of
from newskit.reading.rows import Row
from newskit.reading.single import Task, looked_at
from newskit.reading.warc_files import pages_of

WHOLE = 4_000_000
"""Bytes of a file that is read to its end: some hundreds of articles."""
BEGINNING = 1_000_000
"""Bytes of a larger file that are read; a page of Factiva opens with 200 kB of scripts."""
_PAGES = 20
"""Pages of a web archive that are looked at."""
_OF_ROWS = ("xlsx", "parquet", "sqlite")
_ROWS = 500
"""Rows of a table that are looked at, where it is cut by rows."""
_SMALL = 100_000
"""Bytes of such a table that is read to its end: they are packed, and hold ten times as much."""
_PARQUET = b"PAR1"
_NOT_CUT = (*_OF_ROWS, "docx", "rtf", "nexis-docx", "proquest-mail", "warc")
"""Forms of which a part cannot be read."""
_LIST = re.compile(r"\[\s*(?=\{)")
_STATES = "the file states"
"""How the warning of a number begins, which is none where a file was cut."""


class Look(NamedTuple):
    """What was found in a file, or in its beginning."""

    file: File
    form: Format
    size: int | None
    """Bytes of the file; None where they were not counted."""
    looked_at: int | None
    """Bytes of it that were read; None where they cannot be told."""
    articles: pd.DataFrame | None = None
    columns: tuple[Any, ...] = ()
    """Of a table: the names of its columns."""
    raw: pd.DataFrame | None = None
    """Of a table that was not understood: its rows."""
    stated: int | None = None
    """How many articles the file says that it holds."""
    error: str | None = None
    """Why it could not be read; or, beside articles, where it breaks off."""

    @property
    def is_whole(self) -> bool:
        """Whether it was read to its end."""
        return self.size is not None and self.size == self.looked_at


def form_only(file: File, form: str | None) -> Look:
    """Return what a file is taken for, without reading it."""
    found = UNKNOWN
    if file.why:
        return Look(file, found, None, 0, error=file.why)

    try:
        file = looked_at(file)
        found = form_of(file, form)
        return Look(file, found, _size(file), 0)
    except (ReadError, OSError) as err:
        return Look(file, found, None, 0, error=str(err))


def look_at(look: Look, task: Task) -> Look:
    """Return what a file holds, whose form is known; of a large one what its beginning holds."""
    if look.error:
        return look

    if not _is_large(look):
        return _read(look._replace(looked_at=look.size), look.file, task)

    begun = None
    if look.form.name == "warc":
        begun = _pages(look, task)
    elif look.form.name in _OF_ROWS:
        begun = _rows(look, task)
    elif look.form.name not in _NOT_CUT:
        begun = _cut(look, task)

    return begun or _read(look._replace(looked_at=look.size), look.file, task)


def _is_large(look: Look) -> bool:
    """Say whether only the beginning is read: of what is packed nobody knows how much it is."""
    limit = _SMALL if look.form.name in _OF_ROWS else WHOLE
    is_large = look.size is not None and look.size > limit
    content = look.file.content
    fills_opening = content is not None and len(content.opening) >= HEAD
    return is_large or (look.file.is_packed and fills_opening)


def _size(file: File) -> int:
    if file.is_on_disk:
        return file.path.stat().st_size

    return len((file.content or Content(file)).data)


def _read(
    look: Look,
    file: File,
    task: Task,
) -> Look:
    """Read a file, or the beginning of one, as its form."""
    raw = None
    try:
        read = read_as(look.form, file, task.hints)
        raw = read if isinstance(read, pd.DataFrame) else None
        made = task.rows_of(read, file, look.form)
    except (ReadError, InputError, MissingExtraError, OSError) as err:
        why = getattr(err, "strerror", None) or str(err)
        return look._replace(error=why, raw=raw)

    columns = () if raw is None else tuple(raw.columns)
    content = file.content or Content(file)
    stated = look.form.stated(content)
    found = look._replace(articles=_frame(made), columns=columns, stated=stated)
    return found._replace(error=content.damage)


def _frame(made: Row | pd.DataFrame) -> pd.DataFrame:
    return tables.from_rows(ARTICLES, [made]) if isinstance(made, dict) else made


def _cut(look: Look, task: Task) -> Look:
    """Read the first articles of a large file: all of its beginning but the last, which is cut."""
    content = look.file.content or Content(look.file)
    data = content.opening[:BEGINNING]
    data = data[: data.rfind(b"\n") + 1] or data
    if look.form.name == "json":
        data = _whole_items(data)

    part = look.file._replace(data=data, is_packed=False, content=None)
    part = part._replace(content=Content(part))
    found = _read(look._replace(looked_at=len(data)), part, task)
    if found.articles is None or len(found.articles) == 1:
        return found

    whole = found.articles if look.form.name == "json" else found.articles.iloc[:-1]
    warnings = whole["warnings"].map(_of_whole)
    looked_at = None if look.file.is_packed else found.looked_at
    return found._replace(articles=whole.assign(warnings=warnings), looked_at=looked_at)


def _of_whole(warnings: list[str]) -> list[str]:
    """Return the warnings that are true of the whole file."""
    return [warning for warning in warnings if not warning.startswith(_STATES)]


def _whole_items(data: bytes) -> bytes:
    """Return the objects of the first list that are whole; lines of JSON as they are."""
    text = data.decode("utf-8-sig", "ignore")
    if text.lstrip().startswith("{") and _is_json(text.lstrip().partition("\n")[0]):
        return data

    decoder = json.JSONDecoder()
    for match in _LIST.finditer(text):
        items, at = [], match.end()
        try:
            while True:
                item, at = decoder.raw_decode(text, at)
                items.append(item)
                at += len(text[at : at + 100]) - len(text[at : at + 100].lstrip(", \r\n\t"))
        except (ValueError, RecursionError):
            if items:
                return json.dumps(items).encode()

    return data


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False

    return True


def _rows(look: Look, task: Task) -> Look | None:
    """Read the first rows of a table that is cut by rows; None where it has to be read whole."""
    pieces = pieces_of(look.file._replace(content=None), task, _ROWS)
    first = next(pieces, None)
    frame = first.file.frame if first else None
    if first is None or frame is None:
        return None

    made = task(first.file)
    columns = tuple(frame.columns)
    if isinstance(made, dict):
        return look._replace(error=made["error"], raw=frame)

    stated = _n_rows(look.file)
    if look.form.name == "xlsx":  # all its rows are there, and cost nothing to count
        stated = first.n_rows + sum(piece.n_rows for piece in pieces)

    return look._replace(articles=made, columns=columns, looked_at=None, stated=stated)


def _n_rows(file: File) -> int | None:
    """Return how many rows a Parquet file says that it has; None for others."""
    if not file.stands_alone or file.opening(len(_PARQUET)) != _PARQUET:
        return None

    parquet = import_module("pyarrow.parquet")
    return int(parquet.read_metadata(file.path).num_rows)


def _pages(look: Look, task: Task) -> Look:
    """Read the first pages of a large web archive."""
    try:
        rows = list(islice(pages_of(look.file, task.hints), _PAGES))
        made = task.rows_of(rows, look.file, look.form)
    except (ReadError, MissingExtraError) as err:
        return look._replace(error=str(err))

    return look._replace(articles=_frame(made), looked_at=None)
