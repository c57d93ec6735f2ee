"""Who is quoted, where, and with how many words."""

from __future__ import annotations

import pandas as pd

from newskit.html import cell_text, table_html
from newskit.reporting.pictures import picture
from newskit.reporting.sections.section import Row, Section, Tables, headings

TABLES = ("quotes", "speakers")
_SPEAKERS = ["speaker", "n_quotes", "n_words", "share", "mean_words", "cues"]
_QUOTES = ["text", "kind", "speaker", "speaker_mention", "cue", "n_words", "field", "rule"]


def section(row: Row, mine: Tables) -> Section:
    """Show the article as a strip of voices, and the shares of its speakers."""
    quotes = mine["quotes"]
    speakers = mine["speakers"].fillna({"speaker": "speaker not known"})
    said = _in_words(speakers)
    # The strip is the whole text, not only as far as its last quotation.
    length = len(row["text"]) if row.get("text") else None
    strip = f"The article as a strip with {len(quotes)} quotations where they stand. {said}."
    figure = picture("quotes", quotes, strip, text_length=length)
    figure += picture("speakers", mine["speakers"], f"Share of quoted words by speaker. {said}.")
    return Section(
        "quotes",
        figure,
        [
            table_html(speakers[_SPEAKERS], "Speakers", headings=headings("speakers")),
            table_html(quotes[_QUOTES], "Quotations", headings=headings("quotes")),
        ],
        {},
    )


def _in_words(speakers: pd.DataFrame) -> str:
    columns = zip(speakers["speaker"], speakers["n_words"], speakers["n_quotes"], strict=True)
    said = "; ".join(
        f"{name}: {cell_text(n_words)} words in {cell_text(n_quotes)} quotations"
        for name, n_words, n_quotes in columns
    )
    return said or "No one is quoted"
