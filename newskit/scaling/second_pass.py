"""Tables of the whole corpus, made when all parts are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from newskit import registry
from newskit.errors import import_extra
from newskit.scaling.arrow_tables import to_parquet
from newskit.scaling.manifest import hash_of_records, records
from newskit.scaling.part_files import PartFiles
from newskit.scaling.part_record import reduced_name, table_file
from newskit.scaling.whole_files import write_whole
from newskit.tables import Read, Table


def corpus_tables(
    folder: Path, names: Iterable[str], of_parts: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """Make tables of the whole corpus, and return what was written."""
    key = hash_of_records(folder)
    found: dict[str, dict[str, Any]] = {}
    for name in names:
        made = _made(registry.table(name), folder, of_parts)
        written = write_whole(folder, table_file(name, 0, key), to_parquet(name, made))
        found[name] = {"rows": len(made), **written._asdict()}

    return found


def _made(table: Table, folder: Path, of_parts: Iterable[str]) -> pd.DataFrame:
    if table.in_parts is not None:
        return table.in_parts.merge(_kept(folder, reduced_name(table.name)))

    files = PartFiles.of_parts(folder, of_parts)
    needed = [files.frame(name) for name in table.from_tables]
    return table.make(*needed) if table.make else registry.empty(table.name)


def _kept(folder: Path, name: str) -> Read:
    """Return what reads, part by part, what was kept for a table."""
    parquet = import_extra("pyarrow.parquet", "parquet", "A dataset")

    def read(*columns: str) -> Iterator[pd.DataFrame]:
        for record in records(folder):
            path = folder / record.files[name]["file"]
            yield parquet.read_table(path, columns=list(columns) or None).to_pandas()

    return read
