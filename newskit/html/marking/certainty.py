"""Hedges, modals, boosters and commitments: a line for each, dotted for what is open."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newskit.html.marking.rows import placed_rows, span_of
from newskit.html.spans import Layer, MarkedSpan

_COLUMNS = ("field", "start", "end", "kind", "class", "negated")
# The looks are lines, not colors: dotted, dashed, solid, double.
KINDS = ("hedge", "modal", "booster", "commitment")


def spans(frame: pd.DataFrame) -> Iterator[MarkedSpan]:
    """Mark each expression by its kind."""
    for row in placed_rows(frame, _COLUMNS, "certainty"):
        negated = ", under a negation" if row["negated"] else ""
        title = f"{row['kind']}: {row['class']}{negated}"
        yield span_of(row, Layer.WORD, f"nk-{row['kind']}", title)


def key(frame: pd.DataFrame) -> list[str]:
    """Explain the lines that are there."""
    kinds = set(frame["kind"].dropna())
    return [f'<span class="nk-{kind}">{kind}</span>' for kind in KINDS if kind in kinds]
