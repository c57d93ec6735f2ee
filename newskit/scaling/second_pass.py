"""Tables of the whole corpus, made when all parts are there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from newskit import registry
from newskit.scaling.arrow_tables import to_parquet
from newskit.scaling.manifest import hash_of_records
from newskit.scaling.part_files import PartFiles
from newskit.scaling.part_record import table_file
from newskit.scaling.whole_files import write_whole
from newskit.tables import Table


def corpus_tables(
    folder: Path, names: Iterable[str], of_parts: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """Make tables of the whole corpus, and return what was written."""
    key = hash_of_records(folder)
    found: dict[str, dict[str, Any]] = {}
    files = PartFiles.of_parts(folder, of_parts)
    for name in names:
        made = _made(registry.table(name), files)
        written = write_whole(folder, table_file(name, 0, key), to_parquet(name, made))
        found[name] = {"rows": len(made), **written._asdict()}

    return found


def _made(table: Table, files: PartFiles) -> pd.DataFrame:
    needed = [files.frame(name) for name in table.from_tables]
    return table.make(*needed) if table.make else registry.empty(table.name)
