"""Invented pages of 75 outlets, as a browser copies them, written before newskit read them.

`expect` in each annotation lists the fields that come out right; one that is not listed is a known miss.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk

FOLDER = Path(__file__).parent / "pasted"
PAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def folded(text: Any) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip() if isinstance(text, str) else ""


def right_fields(gold: dict[str, Any], row: Any) -> set[str]:
    paragraphs = str(row["text"]).split("\n\n")
    authors = row["authors"] if isinstance(row["authors"], list) else []
    day = "" if pd.isna(row["published_local"]) else str(row["published_local"])[:10]
    checks = {
        "headline": folded(row["headline"]) == folded(gold["headline"]),
        "standfirst": folded(row["standfirst"]) == folded(gold["standfirst"]),
        "authors": sorted(map(folded, authors)) == sorted(map(folded, gold["authors"])),
        "published": day == (gold["published"] or "")[:10],
        "first words": folded(gold["first_body_words"]) in folded(paragraphs[0]),
        "last words": folded(paragraphs[-1]).endswith(folded(gold["last_body_words"])),
    }
    return {field for field, right in checks.items() if right}


@pytest.mark.parametrize("name", PAGES)
def test_a_pasted_page(name: str) -> None:
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    row = nk.read_articles((FOLDER / f"{name}.txt").read_text(encoding="utf-8")).iloc[0]
    assert right_fields(gold, row) == set(gold["expect"])


def test_most_fields_are_right() -> None:
    golds = [json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) for name in PAGES]
    assert len(golds) == 75
    assert sum(len(gold["expect"]) for gold in golds) / (6 * len(golds)) > 0.8
