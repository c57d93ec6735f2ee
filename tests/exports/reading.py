"""How the tests of exports read a file, and look at an article of it."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

import newskit as nk


def read(data: bytes | str, **told: Any) -> pd.DataFrame:
    """Read a file's content; its form is found by what it holds."""
    content = data.encode() if isinstance(data, str) else data
    return nk.read_articles(content, **told)


def cells(articles: pd.DataFrame, number: int, *names: str) -> list[Any]:
    """Return cells of an article; what is missing is None."""
    row = articles.iloc[number]
    return [_plain(row[name]) for name in names]


def day(articles: pd.DataFrame, number: int) -> str | None:
    """Return the day of publication as printed."""
    printed = articles.iloc[number]["published_local"]
    return None if pd.isna(printed) else str(printed.date())


def paragraphs(articles: pd.DataFrame, number: int) -> list[str]:
    """Return the paragraphs of an article."""
    text = articles.iloc[number]["text"]
    return [] if pd.isna(text) else text.split("\n\n")


def extra(articles: pd.DataFrame, number: int) -> dict[str, Any]:
    """Return what the archive says beyond the columns."""
    kept = articles.iloc[number]["extra"]
    found: dict[str, Any] = {} if pd.isna(kept) else json.loads(kept)
    return found


def _plain(cell: Any) -> Any:
    return cell if isinstance(cell, list) or not pd.isna(cell) else None
