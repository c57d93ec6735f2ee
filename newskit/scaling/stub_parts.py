"""Parts of a source, until newskit.reading.parts is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from newskit.reading.read_articles import hints_of, read_articles
from newskit.reading.single import Task
from newskit.reading.sources import find_files


class Part(NamedTuple):
    number: int
    name: str
    files: Any = None
    frame: Any = None

    def fingerprint(self) -> str:
        found = hashlib.sha256()
        if self.frame is not None:
            found.update(pd.util.hash_pandas_object(self.frame.map(ascii)).to_numpy().tobytes())
        for file in self.files or ():
            found.update(Path(file.path).read_bytes())
        return found.hexdigest()

    def read(self, task: Any) -> pd.DataFrame:
        if self.frame is not None:
            return read_articles(self.frame)
        return read_articles([file.path for file in self.files], on_error="row", progress=False)


def parts_of(source: Any, *, chunk: int = 2_000) -> Iterator[Part]:
    if isinstance(source, pd.DataFrame):
        for number, begin in enumerate(range(0, len(source), chunk)):
            yield Part(number, f"rows {begin}", None, source.iloc[begin : begin + chunk])
        return
    files = find_files(source)
    for number, begin in enumerate(range(0, len(files), chunk)):
        yield Part(number, files[begin].name, files[begin : begin + chunk])


def reading_task(*, format=None, columns=None, timezone=None, publisher=None, outlets=None) -> Task:
    return Task(format, hints_of(timezone, publisher, outlets)._replace(columns=columns), "row")
