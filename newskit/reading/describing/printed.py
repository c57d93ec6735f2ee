"""A description as a text of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pandas as pd

from newskit.reading.describing.first_lines import shortened
from newskit.reading.describing.told import Fact, Part

WIDTH = 80
_NAME = 12
"""Characters of the name of a fact, and the blank behind it."""
_WIDEST = (14, 26, 15)
"""Characters of the columns of fields, at most; the example has the rest."""
_GAP = "  "


def text_of(part: Part) -> str:
    """Return a part as lines of 80 characters."""
    blocks = [
        [shortened(part.title, WIDTH), *map(_fact, part.facts)],
        list(_table(part.table)),
        list(map(_fact, part.notes)),
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _fact(fact: Fact) -> str:
    name, told = fact
    left = f"{_GAP}{name:<{_NAME - 1}} "
    return textwrap.fill(
        left + " ".join(told.split()),
        WIDTH,
        subsequent_indent=" " * len(left),
        break_on_hyphens=False,
    )


def _table(table: pd.DataFrame) -> Iterator[str]:
    if table.empty:
        return

    cells = [list(table.columns), *table.to_numpy().tolist()]
    rows = [list(map(str, row)) for row in cells]
    widths = _widths(rows)
    for row in rows:
        pairs = zip(row, widths, strict=True)
        told = (f"{shortened(cell, width):<{width}}" for cell, width in pairs)
        yield f"{_GAP}{_GAP.join(told)}".rstrip()


def _widths(rows: list[list[str]]) -> list[int]:
    widest = (max(map(len, column)) for column in zip(*rows, strict=True))
    widths = [min(pair) for pair in zip(widest, _WIDEST, strict=False)]
    taken = sum(widths) + len(_GAP) * (len(widths) + 1)
    return [*widths, WIDTH - taken]
