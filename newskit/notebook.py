"""Jupyter shows newskit's tables as `newskit.show` does, without being asked."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import registry
from newskit.html.show import show

ROWS, PANDAS_ROWS = 10, 60  # what we show, and what pandas has by default


def frame_html(frame: pd.DataFrame) -> str | None:
    """Return a frame as HTML for a cell: ours as `show` makes it, any other as pandas does."""
    is_wanted = pd.get_option("display.notebook_repr_html")
    # A concordance has a form of its own.
    shows_itself = type(frame) is not pd.DataFrame
    if is_wanted and not shows_itself:
        if is_ours(frame):
            return show(frame, rows=_rows(frame)).html
        if is_upright(frame):
            told = frame.rename_axis("column").reset_index()
            return show(told, rows=len(told)).html
    made: Any = frame._repr_html_()  # type: ignore[operator]
    return None if made is None else str(made)


def is_ours(frame: pd.DataFrame) -> bool:
    """Return whether a frame looks like a table of newskit, or like some columns of one."""
    names = set(map(str, frame.columns))
    return _is_plain(frame) and bool(names) and (names <= _stated() or "article_id" in names)


def is_upright(frame: pd.DataFrame) -> bool:
    """Return whether it looks like some columns of a table, turned: `article[[...]].T`."""
    names = set(map(str, frame.index))
    return _is_plain(frame) and bool(names) and names <= _stated()


def _is_plain(frame: pd.DataFrame) -> bool:
    return frame.index.nlevels == 1 and frame.columns.nlevels == 1


def _stated() -> set[str]:
    return {column.name for table in registry.TABLES.values() for column in table.columns}


def _rows(frame: pd.DataFrame) -> int:
    """Return how many rows are shown: ten, unless pandas was told otherwise."""
    most = pd.get_option("display.max_rows")
    if most == PANDAS_ROWS:
        return ROWS
    return int(most) if most else len(frame)
