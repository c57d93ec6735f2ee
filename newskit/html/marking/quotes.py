"""Quotations in their speaker's color and line, and the words that name speaker and cue."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newskit.html.escaping import escape
from newskit.html.marking.rows import Row, placed_rows, span_of
from newskit.html.palette import speaker_class, speaker_order
from newskit.html.spans import Layer, MarkedSpan
from newskit.tables import need_columns

_COLUMNS = ("field", "start", "end", "speaker", "kind")
_BESIDE = ("speaker_start", "speaker_end", "cue", "cue_class", "cue_start", "cue_end")


def spans(frame: pd.DataFrame) -> Iterator[MarkedSpan]:
    """Mark each quotation, and its speaker and its cue if the table says where they stand."""
    need_columns(frame, _COLUMNS, "quotes")
    looks = {name: f" {speaker_class(i)}" for i, name in enumerate(speaker_order(frame))}

    for row in placed_rows(frame, _COLUMNS, "quotes", _BESIDE):
        # Without a look of its own, a quotation has the gray of unknown speakers.
        look = looks.get(row["speaker"], "")
        css = "nk-q nk-scare" if row["kind"] == "scare" else f"nk-q{look}"
        yield span_of(row, Layer.QUOTE, css, _whose_words(row))

        if _stands_somewhere(row, "speaker_"):
            title = f"speaker: {row['speaker']}"
            yield span_of(row, Layer.SPEAKER, f"nk-who{look}", title, part="speaker_")

        if _stands_somewhere(row, "cue_"):
            yield span_of(row, Layer.SPEAKER, f"nk-cue{look}", _cue(row), part="cue_")


def _stands_somewhere(row: Row, part: str) -> bool:
    return row.get(f"{part}start") is not None and row.get(f"{part}end") is not None


def _whose_words(row: Row) -> str:
    kind = row["kind"] or "quotation"
    if row["speaker"]:
        return f"{kind}: words of {row['speaker']}"
    return "scare quotes: no one is quoted" if kind == "scare" else f"{kind}: speaker not known"


def _cue(row: Row) -> str:
    cue_class = row.get("cue_class")
    told = f" ({cue_class})" if cue_class else ""
    return f"cue: {row.get('cue') or ''}{told}"


def key(frame: pd.DataFrame) -> list[str]:
    """Name the speakers in their looks; then the quotations of no one who is named."""
    entries = [
        f'<span class="nk-q {speaker_class(i)}">{escape(name)}</span> quoted'
        for i, name in enumerate(speaker_order(frame))
    ]
    is_scare = frame["kind"].fillna("") == "scare"
    if (frame["speaker"].isna() & ~is_scare).any():
        entries.append('<span class="nk-q">gray</span> quoted, speaker not known')

    if is_scare.any():
        entries.append('<span class="nk-q nk-scare">thin</span> set apart, no one quoted')
    return entries
