"""Columns that are filled from others: where a program spreads a field over several of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.column_names import known_as, says

_SPREAD = ("text", "headline", "authors", "published")
# Names that stand for a publication where nothing better does: when a program saw the article.
_NOT_SURE = ("seendate", "datetime", "timestamp", "createdat", "datecreated", "createddate")
# minet and newspaper4k: beside the address that a list gave, often a short link
_CANONICAL = ("canonical_url", "canonical_link")
_PAGE_ADDRESS = r"https?://[^/\s]+/\S+"  # of a page, and not of the site


def fill_columns(renamed: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose columns are named, filled from the columns that it was made of.

    Parameters
    ----------
    renamed : pandas.DataFrame
        The frame under the names of the articles table.
    frame : pandas.DataFrame
        The same under its own.
    """
    filled = _with_canonical(renamed)
    for column in _SPREAD:
        if column in filled.columns:
            filled = _with_others(filled, frame, column)

    return filled


def _with_others(renamed: pd.DataFrame, frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Fill the empty cells of a column: an item has a `content_text`, or a `content_html`."""
    cells = renamed[column]
    is_empty = ~cells.map(_says)
    for name in known_as(frame, column):
        is_other = name in renamed.columns and name != column
        if not is_empty.any() or not is_other or _plain(name) in _NOT_SURE:
            continue

        fits = is_empty & renamed[name].map(_says)
        cells = cells.astype(object).mask(fits, renamed[name])
        is_empty &= ~fits

    return renamed.assign(**{column: cells})


def _with_canonical(frame: pd.DataFrame) -> pd.DataFrame:
    """Put the address that a page states of itself for the one by which it was found."""
    canonical = [name for name in frame.columns if str(name).casefold() in _CANONICAL]
    if not canonical or "url" not in frame.columns:
        return frame

    stated = frame[canonical[0]]
    is_whole = stated.map(str).str.fullmatch(_PAGE_ADDRESS)
    return frame.assign(url=frame["url"].mask(is_whole, stated), url_listed=frame["url"])


def _says(cell: Any) -> bool:
    return says(cell) and (not isinstance(cell, str) or bool(cell.strip()))


def _plain(name: Any) -> str:
    return str(name).casefold().replace("_", "")
