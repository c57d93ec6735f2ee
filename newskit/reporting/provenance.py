"""How a report was made: versions, hashes of the input, word lists."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import pandas as pd

from newskit.html import known, replace_unprintable
from newskit.tables import TEXT
from newskit.word_lists import catalog

_PACKAGES = ("pandas", "numpy", "matplotlib", "jinja2")
# Where a file lies says nothing of what is in it: the same article has one hash in every folder.
_NOT_HASHED = ("source",)
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


def versions(others: Iterable[str] = ()) -> pd.DataFrame:
    """Return the versions that a report depends on, and those of other packages."""
    import newskit

    rows = [("newskit", newskit.__version__), ("Python", platform.python_version())]
    rows += [(name, _version(name)) for name in (*_PACKAGES, *others)]
    return pd.DataFrame(rows, columns=["package", "version"], dtype=TEXT)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def hashes(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the hashes of each article's fields, and of the file it was read from if noted."""
    found = [
        {
            "article": replace_unprintable(row["article_id"]),
            "fields of the article": fields_hash(row),
            "file it was read from": file_hash(row),
        }
        for row in rows
    ]
    return pd.DataFrame(found, dtype=TEXT).dropna(axis="columns", how="all")


def fields_hash(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 of an article's fields.

    They are hashed as JSON in UTF-8: keys sorted, no blanks, missing fields left out.
    """
    fields = {
        name: _plain(value)
        for name, value in row.items()
        if name not in _NOT_HASHED and known(value)
    }
    # One way to write it: whoever has the fields gets the same hash in any language.
    canonical = json.dumps(fields, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def corpus_hash(rows: list[dict[str, Any]]) -> str:
    """Return one SHA-256 for all articles: over the hashes of their fields, sorted.

    The order of the articles does not count.
    """
    return hash_of(map(fields_hash, rows))


def hash_of(hashes: Iterable[str]) -> str:
    """Return one SHA-256 over others, sorted, one a line."""
    return hashlib.sha256("\n".join(sorted(hashes)).encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return value if isinstance(value, str | bool | int | float) else str(value)


def file_hash(row: Mapping[str, Any]) -> str | None:
    """Return the SHA-256 of the file an article was read from, if its reader noted it.

    The file is not looked for: another of the same name may lie there by now.
    """
    try:
        noted = json.loads(row["provenance"]) if known(row.get("provenance")) else {}
    except (TypeError, ValueError):
        return None  # a column of the user's own by that name
    found = noted.get("sha256") if isinstance(noted, dict) else None
    # It goes into the page: only what looks like a hash does.
    return found if isinstance(found, str) and _SHA256.match(found) else None


def word_lists() -> pd.DataFrame:
    """Return the word lists that the numbers rest on, with the start of their hashes."""
    lists = catalog()[["lexicon", "n_rows", "source", "licence", "sha256"]].copy()
    lists["sha256"] = lists["sha256"].str[:12]
    return lists.rename(columns={"lexicon": "word list", "n_rows": "rows"})
