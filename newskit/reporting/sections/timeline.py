"""When the article was published and updated, and which times it names."""

from __future__ import annotations

import pandas as pd

from newskit.html import cell_text, records, table_html, when_text
from newskit.reporting.pictures import picture
from newskit.reporting.sections.section import Row, Section, Tables, headings

TABLES = ("timeline",)
_SHOWN = {
    "text": "words",
    "kind": "kind",
    "means": "means",
    "precision": "precision",
    "timex_value": "standard form",
    "rule": "rule",
}


def section(row: Row, mine: Tables) -> Section:
    """Show each time on its axis, and what it was resolved to."""
    table = mine["timeline"]
    means = [
        when_text(time["time_from"], time["time_to"], time["precision"], time["timex_type"])
        for time in records(table)
    ]
    # Both ends in few words: "25 Nov – 1 Dec 2024" says more to a reader than two columns.
    told = table.assign(means=pd.Series(means, dtype="string", index=table.index))
    shown = told[list(_SHOWN)].rename(columns=_SHOWN)
    caption = "Timestamps, and the times the article names"
    return Section(
        "timeline",
        picture("timeline", table, _in_words(told)),
        [table_html(shown, caption, headings=headings("timeline"))],
        {},
    )


def _in_words(told: pd.DataFrame) -> str:
    printed, named = [], []
    for kind, text, means in zip(told["kind"], told["text"], told["means"], strict=True):
        if kind == "mention":
            named.append(f"“{cell_text(text)}” {means}")
        else:
            printed.append(f"{kind} {means}")
    timestamps = "; ".join(printed) or "none"
    return f"Timeline. Timestamps: {timestamps}. Times named: {', '.join(named) or 'none'}."
