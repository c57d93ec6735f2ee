"""A table as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from newskit.html.escaping import escape
from newskit.html.wording import cell_text

# A table that is too wide is scrolled inside its box, also by the keyboard; its name comes next.
REGION = '<div class="nk-scroll" role="region" tabindex="0" aria-label="'


def table_html(
    frame: pd.DataFrame,
    caption: str,
    *,
    headings: Mapping[str, str] | None = None,
) -> str:
    """Render a table that a screen reader can walk: a caption, a header for each column and row.

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
    >>> made = table_html(pd.DataFrame({"who": ["<b>"], "words": [3]}), "Who speaks")
    >>> print(made.splitlines()[-1].removesuffix("</tbody></table></div>"))
    <tbody><tr><th scope="row" dir="auto">&lt;b&gt;</th><td class="num">3</td></tr>
    """
    means = headings or {}
    kinds = [_kind(dtype) for dtype in frame.dtypes]
    places = [_decimal_places(frame.iloc[:, i]) for i in range(frame.shape[1])]

    # Numbers stand to the right, text may turn: both are decided by column, not by cell.
    columns = zip(map(str, frame.columns), kinds, strict=True)
    head = "".join(_heading(name, kind, means.get(name)) for name, kind in columns)
    records = frame.itertuples(index=False, name=None)
    rows = "\n".join(_row(values, kinds, places) for values in records)
    label = escape(caption)
    return (
        f'{REGION}{label}">'
        f"<table><caption>{label}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
    )


def _kind(dtype: Any) -> str:
    types = pd.api.types
    if types.is_numeric_dtype(dtype) and not types.is_bool_dtype(dtype):
        return "number"

    is_text = isinstance(dtype, pd.StringDtype) or types.is_object_dtype(dtype)
    return "text" if is_text else "other"


def _number_class(kind: str) -> str:
    return ' class="num"' if kind == "number" else ""


def _heading(
    name: str,
    kind: str,
    meaning: str | None,
) -> str:
    title = f' title="{escape(meaning)}" tabindex="0"' if meaning else ""
    return f'<th scope="col"{_number_class(kind)}{title}>{escape(name)}</th>'


def _decimal_places(column: pd.Series) -> int | None:
    """Return how many decimal places a column needs, two at most, so that its numbers line up."""
    if not pd.api.types.is_float_dtype(column.dtype):
        return None
    # 12.8 and 13.0, so that the points stand below each other; 13 and 7 without any.
    values = column.dropna().astype("float64")
    shown = values.round(2)
    for places in (0, 1):
        if (values.round(places) == shown).all():
            return places

    return 2


def _row(
    values: Sequence[Any],
    kinds: Sequence[str],
    places: Sequence[int | None],
) -> str:
    cells = []
    for i, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        # The first cell names the row.
        tag, scope = ("td", "") if i else ("th", ' scope="row"')
        # Text in a script that runs from right to left must not turn the cells around it.
        direction = ' dir="auto"' if kind == "text" else ""
        opening = f"<{tag}{scope}{_number_class(kind)}{direction}>"
        cells.append(f"{opening}{escape(cell_text(value, places[i]))}</{tag}>")

    return f"<tr>{''.join(cells)}</tr>"
