"""A source in parts of about as many articles as are asked for, each read on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from tqdm import tqdm

from newskit.errors import InputError
from newskit.reading.archives import let_go
from newskit.reading.file import File
from newskit.reading.parts.cutting import pieces_of
from newskit.reading.parts.part import Part
from newskit.reading.parts.piece import MOST_BYTES, Piece, settled_by
from newskit.reading.segment import Segment
from newskit.reading.single import Task
from newskit.reading.sources import find_files

__all__ = ["Part", "parts_of"]

_ROWS = "table"


def parts_of(
    source: Any, *, chunk: int = 2_000, task: Task, progress: bool = False
) -> Iterator[Part]:
    """Cut a source into parts of about `chunk` articles, in its order; nothing is read ahead.

    Small files are put together; a large CSV or JSONL is cut between its rows. A part may have
    fewer, where its articles are long, or more, where one file holds them that cannot be cut.

    Parameters
    ----------
    source : str, pathlib.Path, bytes, list of them, or pandas.DataFrame
        What `read_articles` reads.
    chunk : int
        Articles of a part.
    task : Task
        What is done with every file: `task_of` makes it of the arguments of `read_articles`.
    progress : bool
        Show a progress bar when there is more than one file.

    Returns
    -------
    iterator of Part
        The parts; `part.read(task)` is its articles.

    Raises
    ------
    ReadError
        If a path is not there.
    InputError
        If `chunk` is no whole number from 1 up.
    """
    if not isinstance(chunk, int) or chunk < 1:
        raise InputError(f"chunk is {chunk!r}; expected a whole number of articles from 1 up.")

    # Before the first part: a path that is not there is an error now.
    if isinstance(source, pd.DataFrame):
        return _grouped(_rows(source, task, chunk), chunk, False)

    files = find_files(source)
    several = len(files) > 1
    bar = tqdm(files, desc="reading", unit="file", disable=not (progress and several))
    return _grouped(_pieces(bar, task, chunk), chunk, several)


def _pieces(files: Iterable[File], task: Task, chunk: int) -> Iterator[Piece]:
    try:
        for file in files:
            yield from pieces_of(file, task, chunk)
    finally:
        let_go()


def _rows(frame: pd.DataFrame, task: Task, chunk: int) -> Iterator[Piece]:
    """Return the pieces of a frame; one without rows is one piece, with all columns."""
    settled = settled_by(frame, task.hints)
    for begin in range(0, max(len(frame), 1), chunk):
        rows = frame.iloc[begin : begin + chunk]
        segment = Segment(_ROWS, first=begin, n_rows=len(rows), settled=settled)
        yield Piece(File(Path(), "", segment=segment, frame=rows), len(rows))


def _grouped(pieces: Iterable[Piece], chunk: int, several: bool) -> Iterator[Part]:
    """Put pieces together until they have enough articles, or bytes."""
    number, n_rows, size = 0, 0, 0
    held: list[File] = []
    for file, rows in pieces:
        n_bytes = _size(file)
        if held and (n_rows + rows > chunk or size + n_bytes > MOST_BYTES):
            yield Part(number, tuple(held), several)
            number, n_rows, size, held = number + 1, 0, 0, []

        held.append(file)
        n_rows, size = n_rows + rows, size + n_bytes

    if held:
        yield Part(number, tuple(held), several)


def _size(file: File) -> int:
    if file.data is not None:
        return len(file.data)

    if file.segment:
        return file.segment.end - file.segment.begin

    is_file = file.stands_alone and not file.why and file.path.is_file()
    return file.path.stat().st_size if is_file else 0
