"""Two versions side by side, what was left out and put in marked word by word, as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import InputError
from newskit.html import NO_FORMULAS, Highlight, clock_text, escape, known, plural, records
from newskit.revisions.changes import changes as changes_of
from newskit.revisions.versions import FIELDS, as_versions
from newskit.revisions.word_changes import word_changes
from newskit.tables import need_columns, one_article

STYLE = (files("newskit.revisions") / "highlight.css").read_text(encoding="utf-8")
_NEED = ("version_from", "version_to", "field", "operation", "old_text", "new_text")
_SHOWN_WHOLE = 2
"""Sentences in a row that did not change are shown; more can be opened."""
_Row = dict[str, Any]
_Span = tuple[int, int]
_Place = tuple[int, int, int]


class _Marks(NamedTuple):
    """Words to mark in the fields of both versions, and of which kinds the changes are."""

    old: dict[str, list[_Span]]
    new: dict[str, list[_Span]]
    kinds: dict[tuple[str, int], list[str]]


def highlight(
    versions: Any,
    changes: pd.DataFrame | None = None,
    *,
    pair: tuple[int, int] | None = None,
    article_id: str | None = None,
) -> Highlight:
    """Show two versions of an article side by side, with the words that were left out and put in.

    Each row is a sentence and what became of it, in the order of the newer version; what was
    deleted stands where it was. On a phone the newer wording stands below the older one. Words left
    out are struck through, words put in underlined: color is not needed to tell them apart.

    Parameters
    ----------
    versions : DataFrame, or what `newskit.revisions.versions` takes
        Versions of an article.
    changes : pandas.DataFrame, optional
        Table `changes` of them; it is made where it is not given.
    pair : tuple of two int, optional
        Which two versions; without it the first and the last that have a text.
    article_id : str, optional
        Which article; needed when there are several.

    Returns
    -------
    Highlight
        Shows itself in Jupyter; `.html` is the same as a string, without a script. All text of the
        article is escaped.

    Raises
    ------
    InputError
        If there are no two versions, or `changes` has no row of them.

    Examples
    --------
    >>> import newskit as nk
    >>> shown = nk.revisions.highlight(["Two died.", "Nine died."])
    >>> "<del>Two</del>" in shown.body, "<ins>Nine</ins>" in shown.body
    (True, True)
    """
    table = one_article(as_versions(versions), article_id, "versions")
    two = _two(table, pair)
    step = _step(table, two, changes)
    rows, marks = records(step), _marks(step)
    parts = [_heads(two)]
    shown = [field for field in FIELDS if any(row["field"] == field for row in rows)]
    for field in shown:
        own = [row for row in rows if row["field"] == field]
        parts.append(f'<p class="nk-field" lang="en">{field}</p>')
        parts += _field(own, marks)

    return Highlight(f'<div class="nk-versions {NO_FORMULAS}">{"".join(parts)}</div>', STYLE)


def _first_and_last(table: pd.DataFrame) -> list[_Row]:
    readable = [row for row in records(table) if row["capture_ok"]]
    n = len(readable)
    if n < 2:
        raise InputError(f"highlight() shows two versions; there is {plural(n, 'version')}.")

    return [readable[0], readable[-1]]


def _two(table: pd.DataFrame, pair: tuple[int, int] | None) -> list[_Row]:
    """Return the two versions to show."""
    if pair is None:
        return _first_and_last(table)

    by_number = {row["version"]: row for row in records(table)}
    missing = [number for number in pair if number not in by_number]
    if missing or len(pair) != 2:
        there = ", ".join(map(str, by_number))
        raise InputError(f"pair={pair!r}: expected two of the versions there are: {there}.")

    return [by_number[number] for number in pair]


def _step(
    table: pd.DataFrame,
    two: list[_Row],
    changes: pd.DataFrame | None,
) -> pd.DataFrame:
    """Return the rows of `changes` from one of two versions to the other."""
    old, new = (row["version"] for row in two)
    if changes is None:
        changes = changes_of(table[table["version"].isin([old, new])], pairs="first_last")

    need_columns(changes, _NEED, "changes")
    # `changes` may hold the steps of several articles.
    is_step = (changes["version_from"] == old) & (changes["version_to"] == new)
    is_article = changes["article_id"] == str(two[0]["article_id"])
    rows: pd.DataFrame = changes[is_step & is_article]
    if rows.empty:
        raise InputError(
            f"The table 'changes' has no row from version {old} to version {new}. "
            "nk.revisions.changes(versions, pairs='first_last') goes from the first to the last."
        )

    return rows


def _marks(step: pd.DataFrame) -> _Marks:
    marks = _Marks({}, {}, {})
    for row in records(word_changes(step)):
        for side, spans in (("old", marks.old), ("new", marks.new)):
            span = row[f"{side}_start"], row[f"{side}_end"]
            if None not in span and span[0] < span[1]:
                spans.setdefault(row["field"], []).append(span)

        if row["kind"] == "other" and not row["quoted"]:
            continue

        kind = f"{row['kind']}, inside quotation marks" if row["quoted"] else row["kind"]
        told = marks.kinds.setdefault((row["field"], row["change_id"]), [])
        told += [] if kind in told else [kind]

    return marks


def _heads(two: list[_Row]) -> str:
    cells = []
    for side, row in zip(("old", "new"), two, strict=True):
        seen = f"captured {clock_text(row['captured'])} UTC" if known(row["captured"]) else ""
        stamp = f"printed “updated” {clock_text(row['updated'])} UTC" if row["updated"] else ""
        lines = "".join(f"<span>{escape(line)}</span>" for line in (seen, stamp) if line)
        cells.append(f'<div class="nk-{side}" lang="en">Version {int(row["version"])}{lines}</div>')

    return f'<div class="nk-pair nk-heads">{"".join(cells)}</div>'


def _field(rows: list[_Row], marks: _Marks) -> Iterator[str]:
    """Yield the rows of a field; many in a row that did not change can be opened."""
    for is_same, run in groupby(_in_order(rows), key=_is_same):
        own = list(run)
        shown = [_pair(row, marks) for row in own]
        if is_same and len(own) > _SHOWN_WHOLE:
            told = f"{plural(len(own), 'sentence')} did not change"
            summary = f'<summary lang="en">{told}</summary>'
            # "long": a report that is printed leaves it folded.
            yield f'<details class="long">{summary}{"".join(shown)}</details>'
        else:
            yield from shown


def _is_same(row: _Row) -> bool:
    return str(row["operation"]) == "unchanged"


def _in_order(rows: list[_Row]) -> list[_Row]:
    """Put rows in the order of the newer version; what was deleted stands behind its neighbor."""
    behind: dict[int, int] = {}
    for row in rows:
        # What was moved says nothing of where its neighbors were.
        if row["operation"] != "moved" and None not in (row["old_sentence"], row["new_sentence"]):
            behind[row["old_sentence"]] = row["new_sentence"]

    def place(row: _Row) -> _Place:
        if row["new_sentence"] is not None:
            return row["new_sentence"], 0, 0

        old = row["old_sentence"] or 0
        before = max((number for number in behind if number < old), default=None)
        return -1 if before is None else behind[before], 1, old

    return sorted(rows, key=place)


def _pair(row: _Row, marks: _Marks) -> str:
    operation = row["operation"]
    field = f"nk-field-{row['field']}"
    if operation == "unchanged":
        text = escape(row["new_text"] or row["old_text"] or "")
        return f'<div class="nk-pair"><div class="nk-whole {field}" dir="auto">{text}</div></div>'

    sides = "".join(_side(row, side, marks) for side in ("old", "new"))
    notice = " nk-notice" if row.get("notice") else ""
    return f'<div class="nk-pair nk-{escape(operation)}{notice}">{_what(row, marks)}{sides}</div>'


def _what(row: _Row, marks: _Marks) -> str:
    """Say what became of a sentence, and which kinds of words changed in it."""
    kinds = list(marks.kinds.get((row["field"], row["change_id"]), []))
    told = [*kinds, *_further(row)]
    more = f"<span>{escape('; '.join(told))}</span>" if told else ""
    return f'<p class="nk-what" lang="en"><b>{escape(row["operation"])}</b>{more}</p>'


def _further(row: _Row) -> Iterator[str]:
    if row.get("trivial"):
        yield "same words"

    if row.get("notice"):
        yield f"a note: {row['notice']}"

    if row["operation"] == "moved":
        old, new = row["old_position"], row["new_position"]
        yield f"{row.get('direction') or 'moved'}, from {old:.0%} of the text to {new:.0%}"

    if row["operation"] in ("added", "deleted") and (row.get("quoted") or 0) > 0:
        yield "with a quotation"


def _side(row: _Row, side: str, marks: _Marks) -> str:
    text, start = row[f"{side}_text"], row[f"{side}_start"]
    field = f"nk-field-{row['field']}"
    if text is None:
        return f'<div class="nk-{side} nk-none" lang="en">not there</div>'

    if row["operation"] in ("added", "deleted"):
        spans = [(0, len(text))]
    else:
        every = (marks.old if side == "old" else marks.new).get(row["field"], [])
        spans = list(_inside(every, start, start + len(text)))

    tag = "del" if side == "old" else "ins"
    return f'<div class="nk-{side} {field}" dir="auto">{_marked(text, spans, tag)}</div>'


def _inside(
    spans: Iterable[_Span],
    start: int,
    end: int,
) -> Iterator[_Span]:
    """Yield the spans of a field that lie in a sentence, counted from its beginning."""
    for low, high in spans:
        left, right = max(low, start), min(high, end)
        if left < right:
            yield left - start, right - start


def _marked(
    text: str,
    spans: list[_Span],
    tag: str,
) -> str:
    parts, last = [], 0
    for low, high in sorted(spans):
        low = max(low, last)
        if low < high:
            parts += [escape(text[last:low]), f"<{tag}>{escape(text[low:high])}</{tag}>"]
            last = high

    return "".join([*parts, escape(text[last:])])
