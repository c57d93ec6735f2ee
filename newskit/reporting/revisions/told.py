"""A step from one version to the next in a few sentences, as the tables have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newskit.html import clock_text, plural
from newskit.revisions.doubts import CAVEATS

Row = dict[str, Any]
_OPERATIONS = ("edited", "moved", "split", "merged", "added", "deleted", "unchanged")
_WHOLE = 0.995  # a share that would be printed as 100 %


def step_name(row: Row) -> str:
    """Name a step: 'version 1 to 2'."""
    return f"version {row['version_from']} to {row['version_to']}"


def findings(row: Row) -> Iterator[str]:
    """Yield what is found of a step, each a sentence; the first says when."""
    yield f"{_when(row)}{_counts(row)}"
    if row["headline_changed"]:
        yield f"The headline changed from “{row['headline_from']}” to “{row['headline_to']}”."

    yield _said(row)


def _when(row: Row) -> str:
    after, before = row["changed_after"], row["changed_before"]
    if after is None or before is None:
        return "At a time that is not known: "

    return f"Between {clock_text(after)} and {clock_text(before)} UTC: "


def _counts(row: Row) -> str:
    if not row["changed"]:
        return "nothing that can be seen in the words."

    counted = [(name, row[f"n_{name}"] or 0) for name in _OPERATIONS]
    told = ", ".join(f"{n} {name}" for name, n in counted if n)
    kept = row["words_kept"]
    if kept is None:
        return f"of the sentences {told}."

    share = "nearly all" if _WHOLE <= kept < 1 else f"{kept:.0%}"
    return f"of the sentences {told}; {share} of the older text’s words are kept."


def _said(row: Row) -> str:
    """Say whether a reader was told."""
    if not row["changed"]:
        return "There was nothing to be told."

    if row["notice"]:
        n_other = row["n_not_in_notice"] or 0
        more = f" It shares no number and no name with {plural(n_other, 'change')}." * bool(n_other)
        return f"A note was added ({row['notice_kind']}): “{row['notice_text']}”{more}"

    stamp = {
        True: "the printed time of the update moved",
        False: "the printed time of the update stood still",
        None: "no time of an update is printed",
    }[row["updated_moved"]]
    return f"No note was found in the newer version, and {stamp}."


def doubts(row: Row) -> Iterator[str]:
    """Yield what speaks against conclusions from a step."""
    for code in (row["caveats"] or "").split("; "):
        if code in CAVEATS:
            yield f"{step_name(row).capitalize()}: {CAVEATS[code].meaning}."
