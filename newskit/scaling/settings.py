"""What the tables of a dataset depend on, beside the articles; two that differ are never mixed."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any, NamedTuple

import pandas as pd

import newskit
from newskit.scaling.whole_files import as_json, hash_of_json

_PACKAGES = ("numpy", "pandas", "pyarrow")
SHOWN = 60  # characters of a setting in a message


class DatasetSettings(NamedTuple):
    """What was asked for, as plain data."""

    tables: tuple[str, ...]
    """Those made part by part."""
    corpus_tables: tuple[str, ...]
    """Those made of all parts, afterwards."""
    chunk: int
    reading: Mapping[str, Any]
    """The arguments of `read_articles` that were given."""

    def told(self) -> dict[str, Any]:
        """Return it as it stands in the manifest, with the versions it was made with."""
        return {
            "tables": list(self.tables),
            "corpus_tables": list(self.corpus_tables),
            "chunk": self.chunk,
            "reading": {name: _plain(value) for name, value in sorted(self.reading.items())},
            "versions": versions(),
        }

    def key(self) -> str:
        """Return the hash of what each part depends on."""
        return hash_of_json(self.told())


def versions() -> dict[str, str]:
    """Return the versions that the bytes of a dataset depend on."""
    # The third number of Python changes nothing that is printed; 3.12 and 3.13 know other letters.
    python = ".".join(platform.python_version_tuple()[:2])
    own = {"newskit": newskit.__version__, "python": python}
    return own | {name: version(name) for name in _PACKAGES}


def _plain(value: Any) -> Any:
    if isinstance(value, pd.DataFrame):
        return f"sha256:{hash_of_json(value.astype(str).to_dict('split'))}"

    return dict(value) if isinstance(value, Mapping) else value


def differences(there: Mapping[str, Any], asked: Mapping[str, Any]) -> Iterator[str]:
    """Name each setting that is another one there than what is asked for."""
    for name in dict.fromkeys((*there, *asked)):
        old, new = there.get(name), asked.get(name)
        if old == new:
            continue

        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from differences(old, new)
        else:
            yield f"{name} is {_short(old)} there, and {_short(new)} is asked for"


def _short(value: Any) -> str:
    written = as_json(value).decode("utf-8")
    line = " ".join(written.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}..."
