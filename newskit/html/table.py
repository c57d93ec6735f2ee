"""A table as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from newskit.html.escaping import escape
from newskit.html.wording import cell_text


def table_html(frame: pd.DataFrame, caption: str, *, headings: Mapping[str, str] | None = None) -> str:
    """Render a table that a screen reader can walk: a caption, and a header cell for every column and row.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table; its first column names the rows, its index is not shown.
    caption : str
        What the table holds.
    headings : mapping of str to str, optional
        What a column means, shown when a pointer rests on its heading.

    Returns
    -------
    str
        HTML; every value is escaped, missing values are dashes, numbers stand to the right.

    Examples
    --------
    >>> import pandas as pd
    >>> from newskit.html import table_html
    >>> print(table_html(pd.DataFrame({"who": ["<b>"], "words": [3]}), "Who speaks"))
    <div class="nk-scroll" role="region" tabindex="0" aria-label="Who speaks"><table><caption>Who speaks</caption>
    <thead><tr><th scope="col">who</th><th scope="col" class="num">words</th></tr></thead>
    <tbody><tr><th scope="row" dir="auto">&lt;b&gt;</th><td class="num">3</td></tr></tbody></table></div>
    """
    kinds = [_kind(dtype) for dtype in frame.dtypes]
    means = headings or {}
    head = "".join(
        f'<th scope="col"{_number(kind)}{_title(means.get(name))}>{escape(name)}</th>'
        for name, kind in zip(map(str, frame.columns), kinds, strict=True)
    )
    places = [_places(frame.iloc[:, i]) for i in range(frame.shape[1])]
    rows = "\n".join(_row(values, kinds, places) for values in frame.itertuples(index=False, name=None))
    label = escape(caption)
    return (
        f'<div class="nk-scroll" role="region" tabindex="0" aria-label="{label}"><table><caption>{label}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
    )


def _kind(dtype: Any) -> str:
    if pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_bool_dtype(dtype):
        return "number"
    return "text" if isinstance(dtype, pd.StringDtype) or pd.api.types.is_object_dtype(dtype) else "other"


def _number(kind: str) -> str:
    return ' class="num"' if kind == "number" else ""


def _title(meaning: str | None) -> str:
    return f' title="{escape(meaning)}"' if meaning else ""


def _places(column: pd.Series) -> int | None:
    """Return how many decimals a column of numbers needs, two at most, so that they stand under each other."""
    if not pd.api.types.is_float_dtype(column.dtype):
        return None
    values = column.dropna().astype("float64")
    return next((n for n in (0, 1) if (values.round(n) == values.round(2)).all()), 2)


def _row(values: Sequence[Any], kinds: Sequence[str], places: Sequence[int | None]) -> str:
    cells = []
    for i, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        tag, scope = ("td", "") if i else ("th", ' scope="row"')
        # A text cell may be in a script that runs from right to left; it must not turn the cells around it.
        direction = ' dir="auto"' if kind == "text" else ""
        cells.append(f"<{tag}{scope}{_number(kind)}{direction}>{escape(cell_text(value, places[i]))}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"
