"""What the report shows of the versions of one article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit.comparing.altered import changes as pieces_of
from newskit.comparing.altered import wording
from newskit.html import clock_text, plural, records, safe_url, table_html
from newskit.reporting.pictures import picture
from newskit.reporting.revisions.told import Row, doubts, findings, step_name
from newskit.reporting.sections.section import headings
from newskit.revisions import highlight

MOST_STEPS = 8
"""Steps that are shown sentence by sentence."""
_OPEN = 2
"""So many of them are open; the others can be opened."""
_MOST_ROWS = 40
"""Rows of a table that are shown."""
_SAME = ("same", "stayed")
_SPEAKERS = ["version_to", "speaker", "change", "speaker_before", "speaker_after",
             "n_words_before", "n_words_after"]  # fmt: skip
_NUMBERS = ["version_to", "removed", "added", "context"]
_DELTAS = ["field", "measure", "unit", "version_from", "version_to", "before", "after",
           "difference"]  # fmt: skip

Tables = Mapping[str, pd.DataFrame]


class _Shown(NamedTuple):
    """A table of the report, and how many rows there were."""

    html: str
    n: int


def article_view(
    number: int,
    versions: pd.DataFrame,
    made: Tables,
) -> dict[str, Any]:
    """Gather what the template shows of one article."""
    rows = records(versions)
    steps = [row for row in records(made["updates"]) if row["version_from"] is not None]
    last = next((row for row in reversed(rows) if row["capture_ok"]), rows[-1])
    view: dict[str, Any] = {
        "number": number,
        "name": last["headline"] or last["article_id"],
        "url": safe_url(last.get("url")),
        "facts": _facts(rows),
        "steps": [_step(row, versions, made, n) for n, row in enumerate(steps[:MOST_STEPS])],
        "n_steps": len(steps),
        "doubts": [told for row in steps for told in doubts(row)],
        "times": picture("versions", versions, _times_in_words(rows)),
    }
    return view | (_tables(versions, made) if steps else {})


def _facts(rows: list[Row]) -> dict[str, str]:
    times = [row["captured"] for row in rows if row["captured"] is not None]
    failed = sum(not row["capture_ok"] for row in rows)
    sources = dict.fromkeys(row["captured_source"] or "none" for row in rows)
    facts = {
        "Versions": str(len(rows) - failed),
        "Captures": str(sum(row["n_captures"] or 1 for row in rows)),
        "Captured": f"{clock_text(min(times))} to {clock_text(max(times))} UTC" if times else "",
        "Known by": ", ".join(sources),
        "Captures without a text": f"{failed}: passed over, no deletion" if failed else "",
    }
    return {name: value for name, value in facts.items() if value}


def _times_in_words(rows: list[Row]) -> str:
    told = [
        f"version {row['version']} was first seen {clock_text(row['captured'])}"
        for row in rows
        if row["captured"] is not None
    ]
    return "Captures beside the printed times. " + ("; ".join(told) or "No capture has a time")


def _step(
    row: Row,
    versions: pd.DataFrame,
    made: Tables,
    n: int,
) -> dict[str, Any]:
    pair = row["version_from"], row["version_to"]
    has_changes = bool(row["changed"]) or bool(row["trivial_only"])
    shown = highlight(versions, made["changes"], pair=pair).body if has_changes else ""
    return {
        "name": step_name(row),
        "findings": list(findings(row)),
        "unannounced": bool(row["unannounced"]),
        "shown": shown,
        "open": n < _OPEN,
    }


def _tables(versions: pd.DataFrame, made: Tables) -> dict[str, Any]:
    deltas = made["deltas"]
    return {
        "map": picture("changes", made["changes"], _map_in_words(made), versions=versions),
        "deltas": picture("deltas", deltas, _deltas_in_words(deltas)),
        "delta_table": _shown(_changed(deltas), "deltas", _DELTAS, "Before and after").html,
        "speakers": _speakers(made["speaker_changes"]),
        "numbers": _numbers(made["word_changes"]),
        "quotes": _quotes(made["quote_changes"]),
    }


def _map_in_words(made: Tables) -> str:
    counts = made["changes"]["operation"].value_counts()
    told = ", ".join(f"{n} {name}" for name, n in counts.items())
    return f"Versions as columns of sentences, with ribbons between them: {told}"


def _deltas_in_words(deltas: pd.DataFrame) -> str:
    n = len(_changed(deltas))
    return f"Measures before and after: {plural(n, 'difference')}, listed in the table below"


def _changed(deltas: pd.DataFrame) -> pd.DataFrame:
    return deltas[deltas["difference"].notna() & (deltas["difference"] != 0)]


def _speakers(table: pd.DataFrame) -> _Shown:
    changed = table[~table["change"].isin(_SAME)]
    return _shown(changed, "speaker_changes", _SPEAKERS, "Speakers who came, went or were named")


def _numbers(table: pd.DataFrame) -> _Shown:
    numbers = table[table["kind"] == "number"]
    return _shown(numbers, "word_changes", _NUMBERS, "Numbers that changed")


def _shown(
    table: pd.DataFrame,
    name: str,
    columns: list[str],
    caption: str,
) -> _Shown:
    shown = table[columns].head(_MOST_ROWS)
    made = table_html(shown, caption, headings=headings(name)) if len(shown) else ""
    return _Shown(made, len(table))


def _quotes(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Show quotations that were altered inside their marks, or whose speaker was."""
    both = table["old_text"].notna() & table["new_text"].notna()
    is_other = ~table["change"].isin(_SAME) | (table["attribution"] != "same")
    is_quoted = table["kind_before"].isin(["direct", "mixed", "turn"])
    return [_quote(row) for row in records(table[both & is_other & is_quoted].head(_MOST_ROWS))]


def _quote(row: Row) -> dict[str, Any]:
    found = pieces_of(wording(row["old_text"]), wording(row["new_text"]))
    is_same = row["change"] in _SAME
    speakers = row["speaker_before"] or "not known", row["speaker_after"] or "not known"
    return {
        "step": step_name(row),
        "change": row["attribution"] if is_same else row["change"],
        "pieces": [("kept", row["new_text"])] if is_same else [(p.change, p.text) for p in found],
        "who": speakers[0] if speakers[0] == speakers[1] else " → ".join(speakers),
    }
