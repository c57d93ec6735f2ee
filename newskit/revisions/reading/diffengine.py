"""diffengine.db: the versions of the articles of a feed, as diffengine 0.2 keeps them in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.reading.rows import Hints
from newskit.reading.shared.sqlite_files import open_sqlite, records_of
from newskit.revisions.addresses import canonical_url
from newskit.revisions.capture_times import capture_time
from newskit.revisions.reading.capture import table_of_cells

TABLE = "entryversion"
_COLUMNS = ("id", "title", "url", "summary", "created", "entry_id")
_COARSE = (
    "diffengine keeps no version whose text differs in blanks and punctuation only, and neither "
    "byline nor printed times"
)


def is_diffengine(tables: Collection[str]) -> bool:
    """Say whether a database with these tables is diffengine's."""
    return TABLE in tables


def read_diffengine(path: Path, hints: Hints) -> pd.DataFrame:
    """Return the captures of a database of diffengine; its clocks are in UTC."""
    with open_sqlite(path) as connection:
        rows = records_of(connection, TABLE, _COLUMNS, "entry_id, created, id")
        entries = records_of(connection, "entry", ("id", "url"))
        names = records_of(connection, "feed", ("url", "name"))
        of_feed = records_of(connection, "feedentry", ("feed_id", "entry_id"))

    urls = {entry["id"]: entry["url"] for entry in entries}
    outlets = {feed["url"]: feed["name"] for feed in names}
    feeds = {link["entry_id"]: outlets.get(link["feed_id"]) for link in of_feed}
    records = []
    for row in rows:
        entry = row["entry_id"]
        # A redirected address is the article's own; in the feed stands another.
        stated = {
            "url": row["url"] or urls.get(entry),
            "publisher": hints.publisher or feeds.get(entry),
        }
        records.append(_record(row) | stated | {"article_id": _article(stated["url"], entry)})

    return table_of_cells(records, "diffengine", path.name, hints)


def _record(row: Mapping[str, Any]) -> dict[str, Any]:
    created, problem = capture_time(row["created"], "UTC")
    return {
        "headline": row["title"],
        "text": row["summary"],
        "captured": created,
        "captured_source": "diffengine" if created else "none",
        "notes": [_COARSE, *filter(None, [problem])],
    }


def _article(url: Any, entry: Any) -> str:
    return canonical_url(str(url)) if url else f"entry {entry}"
