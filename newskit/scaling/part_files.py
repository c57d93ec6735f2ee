"""The files of each table, read when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from newskit import registry
from newskit.errors import import_extra, unknown_name
from newskit.scaling.arrow_tables import schema_of, to_arrow, to_frame
from newskit.scaling.manifest import records


class PartFiles(NamedTuple):
    """Where the tables of a dataset are: for each its files, in the order of the parts."""

    folder: Path
    files: Mapping[str, Sequence[str]]

    @classmethod
    def of_parts(cls, folder: Path, names: Iterable[str]) -> PartFiles:
        """Find the files of these tables in the records of the parts."""
        files: dict[str, list[str]] = {name: [] for name in ("articles", *names)}
        for record in records(folder):
            for name, found in files.items():
                found.append(record.files[name]["file"])

        return cls(folder, files)

    def with_files(self, files: Mapping[str, Sequence[str]]) -> PartFiles:
        """Return it with the files of more tables."""
        return self._replace(files={**self.files, **files})

    def arrow(self, name: str) -> Any:
        """Return a table as a dataset of pyarrow: nothing of it has been read."""
        arrow = import_extra("pyarrow.dataset", "parquet", "A dataset")
        parquet = import_extra("pyarrow.parquet", "parquet", "A dataset")
        if name not in self.files:
            raise unknown_name("table in this dataset", name, self.files)

        if not self.files[name]:
            return arrow.dataset(to_arrow(name, registry.empty(name)))

        paths = [str(self.folder / file) for file in self.files[name]]
        # Of the articles each part may have columns of its own; other tables are all alike.
        looked_at = paths if name == "articles" else paths[:1]
        schema = schema_of(name, map(parquet.read_schema, looked_at))
        return arrow.dataset(paths, schema=schema, format="parquet")

    def frame(
        self, name: str, columns: Sequence[str] | None = None, filter: Any = None
    ) -> pd.DataFrame:
        """Return a table, or some columns and rows of it, as `analyze` returns it."""
        source = self.arrow(name)
        chosen = _known(name, source, columns)
        return to_frame(name, source.to_table(columns=chosen, filter=filter))

    def frames(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
        """Yield a table part by part."""
        source = self.arrow(name)
        chosen = _known(name, source, columns)
        for fragment in source.get_fragments():
            yield to_frame(name, fragment.to_table(schema=source.schema, columns=chosen))


def _known(name: str, source: Any, columns: Sequence[str] | None) -> list[str] | None:
    if columns is None:
        return None

    for column in columns:
        if column not in source.schema.names:
            raise unknown_name(f"column of {name!r}", column, source.schema.names)

    return list(columns)
