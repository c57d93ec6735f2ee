"""A table of counts whose cells are the darker the more they hold."""

from __future__ import annotations

import pandas as pd

from newskit.html import REGION, escape

_RIGHT = ' class="num"'
SHADES = 5  # classes h1 to h5 of the style sheet; an empty cell has none


def heat_table(counts: pd.DataFrame, rows: str, caption: str) -> str:
    """Return a table of counts as HTML, with sums at the end of each row."""
    most = max(1, int(counts.to_numpy().max(initial=0)))
    heads = [rows, *map(str, counts.columns), "all"]
    head = "".join(
        f'<th scope="col"{_RIGHT if number else ""}>{escape(name)}</th>'
        for number, name in enumerate(heads)
    )
    cells = zip(map(str, counts.index), counts.to_numpy().tolist(), strict=True)
    body = "\n".join(_row(name, row, most) for name, row in cells)
    label = escape(caption)
    return (
        f'{REGION}{label}">'
        f'<table class="heat"><caption>{label}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def _row(name: str, counts: list[int], most: int) -> str:
    cells = "".join(f'<td class="num{_shade(n, most)}">{n or ""}</td>' for n in counts)
    named = f'<th scope="row" dir="auto">{escape(name)}</th>'
    return f'<tr>{named}{cells}<td class="num">{sum(counts):,}</td></tr>'


def _shade(n: int, most: int) -> str:
    return f" h{max(1, round(SHADES * n / most))}" if n else ""
