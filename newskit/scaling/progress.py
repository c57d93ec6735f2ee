"""How far a run is: articles, how many a second, and how long it will take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
from tqdm import tqdm

from newskit.reading.file import File
from newskit.reading.parts import Part
from newskit.reading.sources import find_files
from newskit.scaling.part_record import PartRecord


class PartBar:
    """A bar of articles done; what could not be read is counted beside it.

    How many articles there will be is not known before they are read: it is taken from the bytes,
    or the rows, that are done and to be done.
    """

    def __init__(self, source: Any, shown: bool) -> None:
        self.size = _size_of_source(source) if shown else 0
        self.sizes: dict[int, int] = {}
        self.done = self.n_parts = self.n_errors = 0
        self.bar = tqdm(unit="article", disable=not shown, unit_scale=True)

    def __enter__(self) -> PartBar:
        """Show it."""
        return self

    def __exit__(self, *error: Any) -> None:
        """Leave it as it is."""
        self.bar.close()

    def sized(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield parts, and keep the size of each until it is finished."""
        for part in parts:
            self.sizes[part.number] = sum(map(_size_of_file, part.files))
            yield part

    def update(self, record: PartRecord) -> None:
        """Count a part that is finished."""
        self.n_parts += 1
        self.n_errors += record.n_errors
        self.done += self.sizes.pop(record.number, 0)
        n_articles = self.bar.n + record.n_articles
        if self.done and self.size >= self.done:
            self.bar.total = round(n_articles * self.size / self.done)

        self.bar.set_postfix(parts=self.n_parts, errors=self.n_errors, refresh=False)
        self.bar.update(record.n_articles)


def _size_of_source(source: Any) -> int:
    if isinstance(source, pd.DataFrame):
        return len(source)

    return sum(map(_size_of_file, find_files(source)))


def _size_of_file(file: File) -> int:
    """Return the rows of a frame, the bytes of a file or of a piece of it; 0 where not known."""
    if file.frame is not None:
        return len(file.frame)

    if file.segment is not None:
        return file.segment.end - file.segment.begin

    is_file = file.stands_alone and not file.why
    return file.path.stat().st_size if is_file and file.path.is_file() else 0
