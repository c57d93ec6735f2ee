"""How a report was made: versions, hashes of the input, settings."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import pandas as pd

from newskit.html import known

_PACKAGES = ("pandas", "numpy", "matplotlib", "jinja2")
# Where a file lies says nothing of what is in it: the same article gives the same hash in every folder.
_NOT_HASHED = ("source",)
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


def versions() -> pd.DataFrame:
    """Return the versions that a report depends on."""
    import newskit

    rows = [("newskit", newskit.__version__), ("Python", platform.python_version())]
    rows += [(name, _version(name)) for name in _PACKAGES]
    return pd.DataFrame(rows, columns=["package", "version"], dtype="string")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def fields_hash(row: dict[str, Any]) -> str:
    """Return the SHA-256 of an article's fields: UTF-8 JSON, keys sorted, no blanks, missing fields left out."""
    fields = {name: _plain(value) for name, value in row.items() if name not in _NOT_HASHED and known(value)}
    canonical = json.dumps(fields, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return value if isinstance(value, str | bool | int | float) else str(value)


def file_hash(row: dict[str, Any]) -> str | None:
    """Return the SHA-256 of the file an article was read from, as its reader noted it; None when it did not.

    The file is not looked for: another of the same name may lie there by now.
    """
    try:
        noted = json.loads(row["provenance"]) if known(row.get("provenance")) else {}
    except (TypeError, ValueError):
        return None  # a column of the user's own by that name
    found = noted.get("sha256") if isinstance(noted, dict) else None
    return found if isinstance(found, str) and _SHA256.match(found) else None


def word_lists() -> pd.DataFrame:
    """Return the word lists that the numbers rest on, with the start of their hashes."""
    from newskit.word_lists import catalog

    lists = catalog()[["lexicon", "n_rows", "source", "licence", "sha256"]].copy()
    lists["sha256"] = lists["sha256"].str[:12]
    return lists.rename(columns={"lexicon": "word list", "n_rows": "rows"})
