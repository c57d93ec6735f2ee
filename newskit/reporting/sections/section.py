"""What a section is, and what several of them show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit import registry
from newskit.html import cell_text, table_html
from newskit.reporting.prose import Prose, prose_of
from newskit.tables import VOICE

Row = Mapping[str, Any]
Tables = Mapping[str, pd.DataFrame]


class Section(NamedTuple):
    """One section: figure, tables and folded details are HTML that `newskit.html` has made."""

    key: str
    figure: str
    tables: list[str]
    details: Mapping[str, str]

    @property
    def prose(self) -> Prose:
        """The words of the section."""
        return prose_of(self.key)


def headings(table: str) -> dict[str, str]:
    """Return what each column of a table means, with its unit."""
    columns = registry.table(table).columns
    return {c.name: f"{c.meaning} ({c.unit})" if c.unit else c.meaning for c in columns}


def upright(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Turn the one row of an article so that every value stands beside its unit and meaning."""
    rows = [
        (column.name, cell_text(table[column.name].iloc[0]), column.unit, column.meaning)
        for column in registry.table(name).columns
        if column.name in table.columns and column.name != "article_id"
    ]
    return pd.DataFrame(rows, columns=["column", "value", "unit", "meaning"], dtype="string")


def by_voice(table: pd.DataFrame, scores: list[str]) -> dict[str, str]:
    """Return the scores of the outlet's own words beside those of quoted words, to be folded."""
    if table.empty:
        return {}
    columns = ["voice", "n_words", "n_sentences", *scores]
    caption = "The outlet's own words, and words inside quotation marks"
    made = table_html(table[columns], caption, headings={"voice": VOICE.meaning})
    return {"Own words and quoted words apart": made}
