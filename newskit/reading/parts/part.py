"""A piece of a source that is read on its own, in this process or in another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newskit.reading.archives import stamp_of
from newskit.reading.file import File
from newskit.reading.gathering import gather, ids_by_file
from newskit.reading.single import Task

if TYPE_CHECKING:
    import pandas as pd

_BLOCK = 1_000_000


@dataclass(frozen=True, eq=False)
class Part:
    """Some files of a source, or a piece of one: about as many articles as were asked for."""

    number: int
    """Counted from 0, in the order of the source."""
    files: tuple[File, ...]
    """What is read, one behind the other."""
    of_several: bool
    """Whether the source has more files than one: then ids of tables get the file's name."""

    @property
    def name(self) -> str:
        """What it is, for people: "wire.jsonl, bytes 0 to 8,000,000"."""
        first, last = self.files[0], self.files[-1]
        if len(self.files) == 1:
            return _name_of(first)

        return f"{len(self.files):,} files, {_name_of(first)} to {_name_of(last)}"

    def fingerprint(self) -> str:
        """Return a hash of what is read, and of all that its rows depend on beside it.

        Raises
        ------
        OSError
            If a file is not there any more.
        """
        found = hashlib.blake2b(repr(self.of_several).encode(), digest_size=16)
        for file in self.files:
            which = (file.name, file.article_id, file.member, file.segment)
            found.update(repr(which).encode())
            for block in _content(file):
                found.update(block)

        return found.hexdigest()

    def read(self, task: Task) -> pd.DataFrame:
        """Return the articles table of the part; what cannot be read is a row with `error`."""
        articles = gather(task(file) for file in self.files)
        return ids_by_file(articles, shared_only=False) if self.of_several else articles


def _name_of(file: File) -> str:
    if file.segment is None:
        return file.name

    segment = file.segment
    if segment.end:
        return f"{file.name}, bytes {segment.begin:,} to {segment.end:,}"

    last = segment.first + (segment.n_rows or 0)
    return f"{file.name or 'the frame'}, rows {segment.first:,} to {last:,}"


def _content(file: File) -> Iterator[bytes]:
    """Return the bytes that are read, or what stands for them."""
    if file.frame is not None:
        for name in file.frame.columns:
            yield repr((name, file.frame[name].tolist())).encode("utf-8", "backslashreplace")
    elif file.data is not None:
        yield file.data
    elif not file.why:
        yield from _blocks(file)


def _blocks(file: File) -> Iterator[bytes]:
    if file.member is not None:
        yield stamp_of(file.path, file.member).encode()
        return

    begin, end = (file.segment.begin, file.segment.end) if file.segment else (0, None)
    with file.path.open("rb") as stream:
        stream.seek(begin)
        left = end - begin if end is not None else None
        while block := stream.read(_BLOCK if left is None else min(_BLOCK, left)):
            left = None if left is None else left - len(block)
            yield block
