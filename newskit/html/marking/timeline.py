"""Times that the article names, in boxes, with what each was resolved to."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newskit.html.marking.rows import placed_rows, span_of
from newskit.html.spans import Layer, MarkedSpan
from newskit.html.wording import when_text

_COLUMNS = ("kind", "field", "start", "end", "time_from", "time_to")
_MORE = ("precision", "timex_type")


def spans(frame: pd.DataFrame) -> Iterator[MarkedSpan]:
    """Mark each time the article names; its timestamps do not stand in its text."""
    for row in placed_rows(frame, _COLUMNS, "timeline", _MORE):
        if row["kind"] != "mention":
            continue

        start, end = row["time_from"], row["time_to"]
        value = when_text(start, end, row.get("precision"), row.get("timex_type"))
        css = "nk-time" if start is not None else "nk-time nk-open"
        # Paper and touch screens show no title: there the style sheet writes the value behind.
        yield span_of(row, Layer.TIME, css, f"time: {value}", **{"data-value": value})


def key(frame: pd.DataFrame) -> list[str]:
    """Explain the boxes."""
    boxed = '<span class="nk-time" data-value="what it means">boxed</span>'
    names_a_time = (frame["kind"] == "mention").any()
    return [f"{boxed} a time the article names"] if names_a_time else []
