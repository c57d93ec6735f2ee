"""Exports that were invented and labeled by people who had seen the layouts, and none of the rules: 91 files.

What a first look at them gave is in docs/exports.md. Eight labels follow another convention, and were corrected: in five an article
that is cut off is a row with an error ("cut": true).
"""

from __future__ import annotations

import json
import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk

LABELED = Path(__file__).parent / "labeled"
FILES = [
    (batch.stem, json.loads(line)) for batch in sorted(LABELED.glob("*.jsonl")) for line in batch.read_text("utf-8").splitlines()
]


def letters(printed: Any) -> str:
    """Return letters and figures alone: blanks, quotation marks and the mark before a deck are not counted."""
    plain = "" if printed is None or printed is pd.NA else unicodedata.normalize("NFKC", str(printed)).casefold()
    return re.sub(r"[\W_]+", "", plain)


def told(row: pd.Series, label: dict[str, Any]) -> dict[str, Any]:
    """Return what a row says of the fields of a label, in the form of the label."""
    text = letters(row["text"])
    moment = row["published_local"]
    opens, closes = letters(label["first_words"]), letters(label["last_words"])
    return {
        "headline": letters(row["headline"]), "publisher": letters(row["publisher"]), "authors": sorted(map(letters, row["authors"])),
        "day": None if pd.isna(moment) else str(moment.date()), "cut": not pd.isna(row["error"]),
        "first_words": text[: len(opens)], "last_words": text[len(text) - len(closes) :],
    }  # fmt: skip


def expected(label: dict[str, Any]) -> dict[str, Any]:
    plain = {name: letters(label[name]) for name in ("headline", "publisher", "first_words", "last_words")}
    return plain | {"authors": sorted(map(letters, label["authors"])), "day": label["day"], "cut": label.get("cut", False)}


@pytest.mark.parametrize(("batch", "labels"), FILES, ids=[f"{batch}/{labels['file']}" for batch, labels in FILES])
def test_a_labeled_file(batch: str, labels: dict[str, Any], tmp_path: Path) -> None:
    with zipfile.ZipFile(LABELED / f"{batch}.zip") as packed:
        path = Path(packed.extract(labels["file"], tmp_path))
    articles = nk.read_articles(path, progress=False, on_error="row")
    exported = articles[articles["format"] != "text"] if path.suffix.lower() == ".zip" else articles
    found = [row for _, row in exported.iterrows()]
    wanted = labels["articles"]
    assert len(found) == len(wanted)
    if path.suffix.lower() == ".zip":  # the order of its files is that of their names
        found.sort(key=lambda row: letters(row["headline"]))
        wanted.sort(key=lambda label: letters(label["headline"]))
    for row, label in zip(found, wanted, strict=True):
        assert told(row, label) == expected(label)
