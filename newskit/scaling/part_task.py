"""What is done with each part of a source, wherever: read, analyzed, written, recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd

from newskit import registry, tables
from newskit.errors import EngineError, InputError, MissingExtraError, ReadError
from newskit.pipeline import Analysis, analyze
from newskit.reading.columns import ARTICLES
from newskit.reading.parts import Part
from newskit.reading.single import Task
from newskit.scaling.arrow_tables import reduced_to_parquet, to_parquet
from newskit.scaling.part_record import PartRecord, read_record, reduced_name, table_file
from newskit.scaling.settings import versions
from newskit.scaling.whole_files import hash_of_json, write_whole
from newskit.tables import TEXT

READINGS = 3
"""Times that a part is read which changes meanwhile: a file that is being written."""
_OTHER_FOLDER = "Give a folder that is empty or not there."
_CHANGED = f"What it is read from has changed while it was read, {READINGS} times."


@dataclass(frozen=True)
class PartTask:
    """Makes the tables of a part; sent to other processes and machines, so plain data only."""

    folder: Path
    tables: tuple[str, ...]
    corpus_tables: tuple[str, ...]
    settings_key: str
    versions: dict[str, str]
    reader: Task
    """What reads a part."""

    def __call__(self, part: Part) -> PartRecord:
        """Make the tables of a part.

        Raises
        ------
        EngineError
            If this process has other versions than the one that asks.
        WriteError
            If a file cannot be written.
        """
        if versions() != self.versions:
            raise EngineError(
                f"A worker has other versions than the process that called it: {versions()}, and "
                f"there {self.versions}. Install the same ones; tables of both are never mixed."
            )

        articles, fingerprint = self._read(part, _fingerprint(part))
        return self._written(part, fingerprint, analyzed(articles, self.tables))

    def kept(self, part: Part) -> PartRecord | None:
        """Return the record of a part whose files are all there, or None: it is to be made again.

        Raises
        ------
        InputError
            If it was made of something else.
        """
        there = read_record(self.folder, part.number)
        if there is None:
            return None

        if there.key != self.key_of(_fingerprint(part)):
            raise InputError(
                f"{str(self.folder)!r} holds the tables of another corpus: {part.name!r} is not "
                f"what its part {there.name!r} was made of, or has changed since. {_OTHER_FOLDER}"
            )

        return there if there.is_whole(self.folder) else None

    def key_of(self, fingerprint: str) -> str:
        """Return what the files of a part are named after."""
        return hash_of_json([fingerprint, self.settings_key])

    def _read(self, part: Part, before: str) -> tuple[pd.DataFrame, str]:
        """Return the articles of a part, and the fingerprint of what was read."""
        for _ in range(READINGS):
            try:
                articles = with_own_ids(part.read(self.reader))
            except (ReadError, InputError, OSError) as err:
                if isinstance(err, MissingExtraError):
                    raise

                return _of_error(part, str(err)), before

            after = _fingerprint(part)
            if after == before:
                return articles, after

            before = after

        return _of_error(part, _CHANGED), before

    def _written(self, part: Part, fingerprint: str, analysis: Analysis) -> PartRecord:
        key = self.key_of(fingerprint)
        files = {}
        for name, n_rows, content in self._contents(analysis.tables()):
            written = write_whole(self.folder, table_file(name, part.number, key), content)
            files[name] = {"rows": n_rows, **written._asdict()}

        errors = analysis.articles["error"]
        record = PartRecord(
            number=part.number,
            name=part.name,
            fingerprint=fingerprint,
            key=key,
            n_articles=len(errors),
            n_errors=int(errors.notna().sum()),
            files=files,
        )
        record.write(self.folder)
        return record

    def _contents(self, made: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, int, Any]]:
        """Yield each file of a part: what it is called, its rows and its bytes."""
        for name, table in made.items():
            yield name, len(table), to_parquet(name, table)

        for name in self.corpus_tables:
            in_parts = registry.table(name).in_parts
            if in_parts is not None:
                reduced = in_parts.reduce(made[in_parts.of])
                yield reduced_name(name), len(reduced), reduced_to_parquet(reduced)


def _fingerprint(part: Part) -> str:
    try:
        return str(part.fingerprint())
    except OSError:  # it has gone; reading it says so
        return "unreadable"


def more_parts(folder: Path, there: int, asked: int) -> str:
    """Say that a folder holds the tables of a larger corpus."""
    return (
        f"{str(folder)!r} holds the tables of another corpus: of {there} parts or more, where this "
        f"source has {asked}. {_OTHER_FOLDER}"
    )


def with_own_ids(articles: pd.DataFrame) -> pd.DataFrame:
    """Give articles that share an id one of their own, with a warning: none may be lost.

    >>> ids = pd.DataFrame({"article_id": ["a", "a", "a-2"], "warnings": [[], [], []]})
    >>> with_own_ids(ids)["article_id"].to_list()
    ['a', 'a-3', 'a-2']
    """
    ids: list[str] = articles["article_id"].tolist()
    taken = set(ids)
    if len(taken) == len(ids):
        return articles

    seen: set[str] = set()
    warnings = articles["warnings"].tolist()
    for row, name in enumerate(ids):
        if name in seen:
            ids[row] = next(new for n in count(2) if (new := f"{name}-{n}") not in taken)
            warnings[row] = [*warnings[row], f"{name!r} is the article_id of another one, too"]

        taken.add(ids[row])
        seen.add(ids[row])

    return articles.assign(
        article_id=pd.Series(ids, index=articles.index, dtype=TEXT),
        warnings=pd.Series(warnings, index=articles.index, dtype=object),
    )


def _of_error(part: Part, why: str) -> pd.DataFrame:
    """Return the one row of a part that could not be read."""
    name = f"part-{part.number}"
    return tables.from_rows(ARTICLES, [{"article_id": name, "source": part.name, "error": why}])


def analyzed(articles: pd.DataFrame, wanted: tuple[str, ...]) -> Analysis:
    """Make the tables of a part; an article that cannot be analyzed is a row with `error`."""
    try:
        return _analyze(articles, wanted)
    except (MemoryError, MissingExtraError):
        raise
    except Exception:
        # No article is known that does this, but one of a billion must not cost all the others.
        failing = _failing(articles, lambda some: _analyze(some, wanted))
        if not failing:
            raise

    failed = articles["article_id"].map(failing).astype(TEXT)
    told = articles.assign(error=articles["error"].fillna(failed))
    without = told.assign(text=told["text"].mask(failed.notna()))
    return Analysis(told, _analyze(without, wanted).made)


def _failing(articles: pd.DataFrame, make: Callable[[pd.DataFrame], Any]) -> dict[str, str]:
    """Return the ids of the articles that cannot be analyzed, each tried alone, and why not."""
    found: dict[str, str] = {}
    for row in range(len(articles)):
        one = articles.iloc[row : row + 1].reset_index(drop=True)
        try:
            make(one)
        except Exception as err:
            why = f"The text could not be analyzed ({type(err).__name__}: {err})."
            found[str(one["article_id"].iloc[0])] = why

    return found


def _analyze(articles: pd.DataFrame, wanted: tuple[str, ...]) -> Analysis:
    return analyze(articles, only=wanted, progress=False)
