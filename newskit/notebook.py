"""Jupyter shows newskit's tables as `newskit.show` does, without being asked."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import registry
from newskit.html.show import show


def frame_html(frame: pd.DataFrame) -> str | None:
    """Return a frame as HTML for a cell: ours as `show` makes it, any other as pandas does."""
    is_wanted = pd.get_option("display.notebook_repr_html")
    # A concordance has a form of its own.
    shows_itself = type(frame) is not pd.DataFrame
    if is_wanted and is_ours(frame) and not shows_itself:
        return show(frame).html
    made: Any = frame._repr_html_()  # type: ignore[operator]
    return None if made is None else str(made)


def is_ours(frame: pd.DataFrame) -> bool:
    """Return whether a frame looks like a table of newskit, or like some columns of one."""
    names = set(map(str, frame.columns))
    has_plain_index = frame.index.nlevels == 1 and frame.columns.nlevels == 1
    stated = {column.name for table in registry.TABLES.values() for column in table.columns}
    return has_plain_index and bool(names) and (names <= stated or "article_id" in names)
