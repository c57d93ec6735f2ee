"""From the rows of a table to the spans they mark."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.html.spans import Layer, MarkedSpan
from newskit.html.wording import records
from newskit.tables import need_columns

Row = dict[str, Any]


def placed_rows(
    frame: pd.DataFrame,
    columns: tuple[str, ...],
    name: str,
    more: tuple[str, ...] = (),
) -> list[Row]:
    """Return these columns of each row that has a start and an end; what is not known is None.

    The columns of `more` need not be there.
    """
    need_columns(frame, columns, name)
    # A timestamp, for one, is a row of `timeline` that stands nowhere in the text.
    placed = frame["start"].notna() & frame["end"].notna()
    wanted = [*columns, *(column for column in more if column in frame.columns)]
    return records(frame.loc[placed, wanted])


def span_of(
    row: Row,
    layer: Layer,
    css: str,
    title: str,
    *,
    part: str = "",
    **attributes: str,
) -> MarkedSpan:
    """Mark what a row stands for, or a part of it ("cue_"); `title` shows under the pointer."""
    start, end = int(row[f"{part}start"]), int(row[f"{part}end"])
    named = (("title", title), *attributes.items())
    return MarkedSpan(start, end, css, named, layer, row.get("field") or "text")
