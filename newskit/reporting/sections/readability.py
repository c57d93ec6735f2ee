"""How hard the article is to read."""

from __future__ import annotations

import pandas as pd

from newskit.analyses.readability.grades import grades
from newskit.analyses.readability.measures import measures
from newskit.html import cell_text, table_html
from newskit.reporting.pictures import picture
from newskit.reporting.sections.section import Row, Section, Tables, by_voice, upright

TABLES = ("readability", "readability_by_voice")
_BY_VOICE = ["flesch_reading_ease", "flesch_kincaid", "gunning_fog", "lix"]


def section(row: Row, mine: Tables) -> Section:
    """Show the classic measures, and the range of grades that formulas give the same text."""
    table = mine["readability"]
    shown = _scores(table)
    scored = zip(shown["measure"], shown["value"], strict=True)
    alt = ", ".join(f"{name} {cell_text(value)}" for name, value in scored)
    usual = {"usual range": "lowest to highest value usually met"}
    caption = "School grades that different formulas give the same text"
    return Section(
        "readability",
        picture("readability", table, f"Readability measures: {alt}."),
        [
            table_html(shown, "Readability measures", headings=usual),
            table_html(upright("grades", grades(table).round(1)), caption),
        ],
        by_voice(mine["readability_by_voice"], _BY_VOICE),
    )


def _scores(table: pd.DataFrame) -> pd.DataFrame:
    stated = measures()
    stated = stated[stated["classic"] & stated["measure"].isin(table.columns)]
    scores = table[stated["measure"]].iloc[0].astype("float64")
    # A value means nothing without the range it usually has.
    ends = zip(stated["low"], stated["high"], strict=True)
    return pd.DataFrame(
        {
            "measure": stated["name"],
            "value": scores.round(1).to_numpy(),
            "unit": stated["unit"],
            "usual range": [f"{low:g} to {high:g}" for low, high in ends],
            "reads": stated["direction"],
            "formula": stated["formula"],
        }
    )
