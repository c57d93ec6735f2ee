"""A slice of the fuzz of articles; `python -m tests.hostile.fuzz 100000` runs as much of it as one likes."""

from __future__ import annotations

import pandas as pd
import pytest

import newskit as nk
from tests.hostile.fuzz import article, found, wrong_offsets

SLICE = 500


@pytest.mark.parametrize("way", [0, 1, 2], ids=["read_articles", "iter_articles", "analyze"])
def test_no_exception_no_row_lost_no_offset_wrong(way: int) -> None:
    first = 1_000_000 + way * SLICE  # none of those that the long run starts with
    assert list(found(1, range(first, first + SLICE), way)) == []


def test_an_article_can_be_made_again() -> None:
    assert article(3, 12_345) == article(3, 12_345)
    assert article(3, 12_345) != article(4, 12_345)


def test_what_is_wrong_is_seen() -> None:
    text = "Ann Lee said: “We won.”"
    table = nk.quotes(text)
    printed = {"text": {"0": text}}
    assert list(wrong_offsets(table, printed)) == []
    moved = table.assign(start=table["start"] + 1)
    assert len(list(wrong_offsets(moved, printed))) == len(table)
    beyond = table.assign(end=len(text) + 1)
    assert len(list(wrong_offsets(beyond, printed))) == len(table)
    assert len(list(wrong_offsets(table.assign(cue_end=pd.NA), printed))) == table["cue"].notna().sum()
