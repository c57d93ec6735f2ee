"""A piece of a file of many articles: where it lies, and what its rows share with the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from newskit.reading.settled import Settled


class Segment(NamedTuple):
    """Some rows of a table, or some records of a collection, that can be read on their own."""

    form: str
    """Name of the form of the file."""
    reader: str | None = None
    """Name of the form that its pieces are read as, where that is another one."""
    begin: int = 0
    end: int = 0
    """Bytes of the file, where they are not handed over."""
    head: bytes = b""
    """What stands before the rows of each piece: the names of the columns."""
    tail: bytes = b""
    first: int = 0
    """Rows of the file that come before it."""
    n_rows: int | None = None
    """Rows that it has, counted without reading them; None where all are in one piece."""
    line: int = 0
    """Lines of the file that come before its rows."""
    settled: Settled | None = None

    def read(self, path: Path, data: bytes | None) -> bytes:
        """Return the bytes of the piece, with what stands before all rows."""
        if data is None:
            with path.open("rb") as stream:
                stream.seek(self.begin)
                data = stream.read(self.end - self.begin)

        return self.head + data + self.tail

    @property
    def skipped_lines(self) -> int:
        """Lines that stand between the names of the columns and its rows in the file."""
        return self.line - self.head.count(b"\n")

    def failed(self, stem: str, why: str) -> dict[str, str]:
        """Return the cells of the one row of a piece that could not be read."""
        last = self.first + (self.n_rows or 0)
        where = f"Rows {self.first:,} to {last:,} of the file"
        return {"article_id": self.labels(stem)(0), "format": self.form, "error": f"{where}: {why}"}

    def labels(self, stem: str) -> Callable[[int], str]:
        """Return what a row is called by its number, so that no other piece has it.

        Where a table is damaged, more rows are read than were counted.

        >>> label = Segment("csv", first=2_000, n_rows=2).labels("wire")
        >>> label(0), label(1), label(2)
        ('wire-2000', 'wire-2001', 'wire-2001-2')
        """

        def label(number: int) -> str:
            if self.n_rows is None or number < self.n_rows:
                return f"{stem}-{self.first + number}"

            last = max(self.n_rows - 1, 0)
            return f"{stem}-{self.first + last}-{number - last + 1}"

        return label
