"""Files that somebody wrote who had seen only descriptions of the forms, with what is right in them.

A label whose convention differs from the house's was corrected: `www.` stands before no outlet, a list
of GDELT has its day, an agency is an author where no person is named. `known_misses` are watched.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk

FOLDER = Path(__file__).parent / "blind"
LABELS = [
    (path.parent / label["file"], label["articles"], label["known_misses"])
    for path in sorted(FOLDER.glob("*/labels.jsonl"))
    for label in map(json.loads, path.read_text(encoding="utf-8").splitlines())
]
PLAIN = ("headline", "publisher", "section", "page", "url")


def letters(cell: Any) -> str:
    if not isinstance(cell, str):
        return ""

    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", cell).casefold())


def found_in(row: dict[str, Any], field: str, right: Any) -> bool:
    text = letters(row["text"])
    if field == "first_words":
        return text.startswith(letters(right)) if right else not text

    if field == "last_words":
        return text.endswith(letters(right)) if right else not text

    if field == "day":
        found = row["published_local"]
        return (None if pd.isna(found) else str(found.date())) == right

    if field == "authors":
        return sorted(map(letters, row["authors"])) == sorted(map(letters, right))

    # The id in a data set is the row's own; in an archive it is the archive's.
    if field == "archive_id":
        return letters(right) in (letters(row["archive_id"]), letters(row["article_id"]))

    return letters(row[field]) == letters(right)


def misses(path: Path, articles: list[dict[str, Any]]) -> list[str]:
    """Return what is not as labelled: "2 headline"."""
    frame = nk.read_articles(path, progress=False, on_error="row")
    rows = frame[frame["error"].isna()].to_dict("records")
    assert len(rows) == len(articles)
    stated = (*PLAIN, "day", "authors", "first_words", "last_words", "archive_id")
    return [
        f"{number} {field}"
        for number, (row, article) in enumerate(zip(rows, articles, strict=True))
        for field in stated
        # A section or an address that is only in the file's own words is no miss.
        if field in article and not (field in (*PLAIN[2:], "archive_id") and not article[field])
        if not found_in(row, field, article[field])
    ]


@pytest.mark.parametrize(("path", "articles", "known"), LABELS, ids=[f"{p.parent.name}-{p.name}" for p, *_ in LABELS])
def test_files_by_others(path: Path, articles: list[dict[str, Any]], known: list[str]) -> None:
    assert misses(path, articles) == known
