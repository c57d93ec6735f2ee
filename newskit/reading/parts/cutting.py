"""Cut the files of a source: each form where it can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading.content import Content
from newskit.reading.file import File
from newskit.reading.formats import form_of
from newskit.reading.parts.frame_cuts import rows_of
from newskit.reading.parts.piece import OPENING_ROWS, Cut, Cutter, Piece, settle, unpacked
from newskit.reading.parts.table_cuts import entries_of, lines_of
from newskit.reading.parts.web_cuts import pages_of
from newskit.reading.single import Task, looked_at

_CUTTERS: dict[str, Cutter] = {
    "csv": lines_of,
    "jsonl": lines_of,
    "json": entries_of,
    "parquet": rows_of,
    "sqlite": rows_of,
    "xlsx": rows_of,
    "warc": pages_of,
}
_OF_LINES = (lines_of, entries_of)
_ENDINGS = frozenset(
    ".csv .tsv .tab .txt .jsonl .ndjson .json .parquet .db .sqlite .sqlite3 .xlsx .xlsm"
    " .warc .arc .gz".split()
)
_LARGE = 1_000_000
"""Bytes of a file whose form is looked for whatever its ending."""
_WHOLE = 10_000_000
"""Bytes of JSON that are read at once: then every shape that newskit knows is one."""
_OPENING_BYTES = 8_000_000


def pieces_of(file: File, task: Task, chunk: int) -> Iterator[Piece]:
    """Return the pieces of a file; the file itself where it is small, or cannot be cut."""
    file = _opened(file)
    form = _form(file, task.form)
    cutter = _CUTTERS.get(form or "")
    if form is None or cutter is None:
        yield Piece(file, 1)
        return

    whole = _small_json(file) if form == "json" else None
    if whole is not None:
        cutter = rows_of

    cut = Cut(whole or file, form, task.hints, chunk)
    found = cutter(cut)
    first, second = _first(found), _first(found)
    if first is None or (second is None and not first.damage):
        yield Piece(file, _n_rows(first))
        return

    settled = None
    if cutter in _OF_LINES:
        opening = _first(cutter(cut._replace(chunk=OPENING_ROWS, most=_OPENING_BYTES)))
        settled = settle(opening or first, task.hints)

    for piece in chain(filter(None, (first, second)), found):
        if piece.segment and settled:
            piece = piece._replace(segment=piece.segment._replace(settled=settled))

        yield Piece(piece, _n_rows(piece))


def _opened(file: File) -> File:
    """Return a file of which is known whether it is packed; one that is not there as it is."""
    try:
        may_be = not (file.why or file.is_pasted) and file.suffix in _ENDINGS
        return looked_at(file)._replace(content=None) if may_be else file
    except (ReadError, OSError):  # told by whoever reads it
        return file


def _small_json(file: File) -> File | None:
    """Return a JSON file that is small and whole, unpacked; None for others."""
    if _size(file) > _WHOLE:
        return None

    try:
        whole = unpacked(file)
    except (ReadError, OSError):
        return None

    return None if whole.damage or _size(whole) > _WHOLE else whole


def _first(found: Iterator[File]) -> File | None:
    """Return the next piece; None at the end, and where it is left to the reader to say why."""
    try:
        return next(found, None)
    except (ReadError, InputError, MissingExtraError, OSError):
        return None


def _n_rows(piece: File | None) -> int:
    return (piece.segment.n_rows if piece and piece.segment else None) or 1


def _form(file: File, name: str | None) -> str | None:
    """Return the form of a file that may be cut; None of others."""
    if file.why or file.is_pasted:
        return None

    may_be = file.suffix in _ENDINGS or _size(file) > _LARGE
    if not may_be:
        return None

    try:
        return form_of(file._replace(content=Content(file)), name).name
    except (ReadError, OSError):  # told by whoever reads it
        return None


def _size(file: File) -> int:
    if file.data is not None:
        return len(file.data)

    is_file = file.is_on_disk and file.path.is_file()
    return file.path.stat().st_size if is_file else 0
