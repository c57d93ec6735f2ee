"""CSV and JSON lines, cut between their rows; and JSON, cut between the entries of its list."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from newskit.errors import ReadError
from newskit.reading.decoding import BOMS_UTF16, decode
from newskit.reading.file import File
from newskit.reading.parts.line_cuts import Run, Shape, runs
from newskit.reading.parts.piece import Cut
from newskit.reading.parts.streams import BLOCK, Careful, careful_stream, is_seekable
from newskit.reading.rows import Hints
from newskit.reading.segment import Segment
from newskit.reading.table.csv_layout import layout_of
from newskit.reading.table.csv_records import RecordReader
from newskit.reading.table.headerless import headerless_form
from newskit.reading.table.json_lists import Entry, JsonStream


def lines_of(cut: Cut) -> Iterator[File]:
    """Cut a file of lines: CSV and its kin between records, others between lines."""
    with careful_stream(cut.file) as source:
        opening = source.take(BLOCK)
        if opening.startswith(BOMS_UTF16):
            return

        is_csv = cut.form == "csv"
        head, shape = _header(opening, cut.hints) if is_csv else (b"", None)
        source.put_back(opening[len(head) :])
        stream = io.BufferedReader(source, BLOCK)
        segment = Segment(cut.form, "csv" if is_csv else "jsonl", head=head)
        found = runs(stream, len(head), cut.chunk, cut.most, shape)
        yield from _pieces(cut, found, source, segment)


def entries_of(cut: Cut) -> Iterator[File]:
    """Cut a JSON file between the entries of its list; one of lines between these."""
    with careful_stream(cut.file) as source:
        opening = source.take(BLOCK)

    if opening.startswith(BOMS_UTF16):
        return

    if _is_of_lines(opening):
        yield from lines_of(cut)
        return

    with careful_stream(cut.file) as source:
        stream = JsonStream(io.BufferedReader(source, BLOCK))
        found = _runs_of_entries(_told(stream, source), cut.chunk, cut.most)
        yield from _pieces(cut, found, source, Segment(cut.form, "json", head=b"[", tail=b"]"))


def _pieces(
    cut: Cut,
    found: Iterable[Run],
    source: Careful,
    segment: Segment,
) -> Iterator[File]:
    """Return the pieces; the last one says where the file breaks off, if it does."""
    last: File | None = None
    for run in found:
        if last:
            yield last

        last = _piece(cut, run, segment)

    if last:
        yield last._replace(damage=source.damage)


def _piece(cut: Cut, run: Run, segment: Segment) -> File:
    """Return a piece: its place in the file, or its bytes where they cannot be found again."""
    line = run.line + segment.head.count(b"\n")
    segment = segment._replace(first=run.first, n_rows=run.n_rows, line=line)
    if is_seekable(cut.file):
        return cut.file._replace(segment=segment._replace(begin=run.begin, end=run.end))

    return cut.file._replace(data=run.data, is_packed=False, segment=segment)


def _header(opening: bytes, hints: Hints) -> tuple[bytes, Shape]:
    """Return what stands above the rows of a CSV file, and what its rows look like."""
    # To the last whole line: a character may be cut in two.
    text = decode(opening[: opening.rfind(b"\n") + 1] or opening).text
    without_names = headerless_form(text)
    if without_names:
        return b"", Shape("\t", len(without_names.names))

    layout = layout_of(text, hints.columns or {})
    reader = RecordReader(text, layout.delimiter, layout.begin)
    width = len(reader.header())
    lines = io.BytesIO(opening)
    head = b"".join(lines.readline() for _ in range(text.count("\n", 0, reader.at)))
    return head, Shape(layout.delimiter, width)


def _is_of_lines(opening: bytes) -> bool:
    """Say whether a JSON file has an object on each line: its first line is one as a whole."""
    first, end, rest = opening.lstrip().partition(b"\n")
    is_object = first.startswith(b"{") and first.rstrip().endswith(b"}")
    return is_object and bool(end) and rest.lstrip().startswith(b"{")


def _told(stream: JsonStream, source: Careful) -> Iterator[Entry]:
    """Return the entries; where the list breaks off, the source says so."""
    try:
        yield from stream.entries()
    except ReadError as err:
        source.damage = source.damage or str(err)


def _runs_of_entries(
    entries: Iterable[Entry],
    chunk: int,
    most: int,
) -> Iterator[Run]:
    held: list[Entry] = []
    first = size = 0
    for entry in entries:
        is_next = bool(held) and entry.document != held[-1].document
        if is_next or len(held) >= chunk or size >= most:
            yield _run_of(held, first)
            first, size, held = first + len(held), 0, []

        held.append(entry)
        size += len(entry.data)

    if held:
        yield _run_of(held, first)


def _run_of(held: list[Entry], first: int) -> Run:
    end = held[-1].begin + len(held[-1].data)
    data = b",".join(entry.data for entry in held)
    return Run(held[0].begin, end, held[0].line - 1, first, len(held), data)
