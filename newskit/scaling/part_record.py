"""What is known of a part that is finished: written last, it says that all else is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newskit.scaling.whole_files import write_json

FOLDER = "parts"
_REDUCED = ".parts"


class PartRecord(NamedTuple):
    """A part of a source, and the files that were made of it."""

    number: int
    name: str
    fingerprint: str
    key: str
    """Hash of the content and of the settings: what the files are named after."""
    n_articles: int
    n_errors: int
    files: Mapping[str, Mapping[str, Any]]
    """For each table: its file, rows, bytes and hash."""

    def write(self, folder: Path) -> None:
        """Write it; now the part is finished."""
        write_json(folder, record_file(self.number), self._asdict())

    def is_whole(self, folder: Path) -> bool:
        """Say whether every file of it is there, with all its bytes."""
        return all(_has(folder / told["file"], told["n_bytes"]) for told in self.files.values())


def record_file(number: int) -> str:
    """Return the name of the record of a part, below the folder of the dataset."""
    return f"{FOLDER}/{number:07d}.json"


def reduced_name(table: str) -> str:
    """Return what is called that a part keeps for a table of the whole corpus."""
    return f"{table}{_REDUCED}"


def is_reduced(name: str) -> bool:
    """Say whether it is kept for a table of the whole corpus, and no table itself."""
    return name.endswith(_REDUCED)


def table_file(table: str, number: int, key: str) -> str:
    """Return the name of the file of a part's table: it sorts as the parts do."""
    return f"{table}/{number:07d}-{key[:16]}.parquet"


def read_record(folder: Path, number: int) -> PartRecord | None:
    """Return the record of a part, or None where it is not finished."""
    try:
        told = json.loads((folder / record_file(number)).read_bytes())
        return PartRecord(**told)
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _has(path: Path, n_bytes: int) -> bool:
    try:
        return path.stat().st_size == n_bytes
    except FileNotFoundError:
        return False
