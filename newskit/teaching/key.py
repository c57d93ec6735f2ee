"""The key of a worksheet: what the analysis found, line by line, and what it cannot know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from newskit.analyses.readability.grades import grades
from newskit.csv_files import csv_rows
from newskit.html import cell_text, plural, records, table_html, when_text
from newskit.registry import rules
from newskit.teaching.printed_lines import PrintedText
from newskit.teaching.tasks import PenTask

CHECK_BELOW = 0.8  # of five answers of such a rule one is wrong: worth a minute of the class
SHOWN_WORDS = 12  # a longer quotation is told by its first and last words
_FIRST, _LAST = 6, 4
_WITHOUT_LINE = {"headline": "H", "standfirst": "S"}
_WORD_FOR_WORD, _OTHER_WORDS = "word for word", "in other words"
_UNSEEN = "first look"

Row = Mapping[str, Any]
Rows = list[dict[str, Any]]


class KeyPart(NamedTuple):
    """What a page shows of the key of one task."""

    title: str
    table: str
    notes: list[str]
    doubts: str


class FilledSheet(NamedTuple):
    """What the key is made from: the tables, each as rows, and the lines of the text."""

    tables: Mapping[str, pd.DataFrame]
    text: PrintedText

    def rows(self, name: str) -> Rows:
        """Return the rows of a table, those of headline and standfirst first."""
        rows = [row for row in records(self.tables[name]) if _is_on_sheet(row)]
        return sorted(rows, key=lambda row: (_FIELDS.index(row["field"]), row["start"]))

    def line(self, row: Row, doubtful: bool = False) -> str:
        """Say on which lines a row stands; a question mark says that it needs a look."""
        where = _WITHOUT_LINE.get(row["field"]) or self.text.numbers(row["start"], row["end"])
        return f"? {where}" if doubtful else where


_FIELDS = [*_WITHOUT_LINE, "text"]


def _is_on_sheet(row: Row) -> bool:
    return row["field"] in _FIELDS and row["start"] is not None


def key_parts(sheet: FilledSheet, tasks: list[PenTask]) -> list[KeyPart]:
    """Return the key of each task."""
    parts = []
    for task in tasks:
        rows, notes = _MADE[task.name](sheet)
        table = table_html(pd.DataFrame(rows), task.title) if rows else ""
        parts.append(KeyPart(task.title, table, notes, task.doubts))

    return parts


def _quotations(sheet: FilledSheet) -> tuple[Rows, list[str]]:
    rows: Rows = []
    for row in _said_in(sheet, quoted=True):
        told = {
            "line": sheet.line(row, _is_doubtful(row)),
            "words": shortened(row["text"]),
            "who speaks": _who(row),
            "brought in by": row["cue"],
        }
        rows.append(told)

    return rows, []


def _said_in(sheet: FilledSheet, quoted: bool) -> Rows:
    """Return what is said word for word, or in other words."""
    rows = sheet.rows("quotes")
    return [row for row in rows if (row["kind"] != "indirect") == quoted]


def _is_doubtful(row: Row) -> bool:
    # Marks around a word that is nobody's have no speaker to be sure of.
    if row["kind"] == "scare":
        return False
    return row["confidence"] is None or row["confidence"] < CHECK_BELOW


def _who(row: Row) -> str:
    if row["kind"] == "scare":
        return "nobody: marks around a word"

    name = _name(row)
    return f"{name} (or {row['also']})" if row["also"] else name


def _name(row: Row) -> str:
    return str(row["speaker"] or row["speaker_mention"] or "not known")


def _times(sheet: FilledSheet) -> tuple[Rows, list[str]]:
    measured = rules("timeline").dropna(subset="precision")
    weak = set(measured.loc[measured["precision"] < CHECK_BELOW, "rule"])
    rows: Rows = []
    for row in sheet.rows("timeline"):
        means = when_text(row["time_from"], row["time_to"], row["precision"], row["timex_type"])
        is_doubtful = row["rule"] in weak or _has_no_day(row)
        told = {
            "line": sheet.line(row, is_doubtful),
            "words": shortened(row["text"]),
            "means": means,
        }
        rows.append(told)

    if (sheet.tables["timeline"]["kind"] == "published").any():
        return rows, []
    return rows, ["No day of publication is known: times that count from it have no date."]


def _has_no_day(row: Row) -> bool:
    """Return whether it is a vague time, or a day that could not be put on the calendar."""
    unresolved = row["time_from"] is None and row["timex_type"] in ("DATE", "TIME")
    return unresolved or row["precision"] == "vague"


def _sources(sheet: FilledSheet) -> tuple[Rows, list[str]]:
    found: dict[str, dict[str, Any]] = {}
    for quoted, column in ((True, _WORD_FOR_WORD), (False, _OTHER_WORDS)):
        for row in _said_in(sheet, quoted):
            if row["kind"] != "scare":
                source = found.setdefault(_name(row), _source(row))
                source[column].append(sheet.line(row, _is_doubtful(row)))

    return list(found.values()), []


def _source(row: Row) -> dict[str, Any]:
    return {
        "source": _name(row),
        "kind": row["speaker_type"],
        _WORD_FOR_WORD: [],
        _OTHER_WORDS: [],
    }


def _hedges(sheet: FilledSheet) -> tuple[Rows, list[str]]:
    rows: Rows = []
    modals = []
    for row in sheet.rows("certainty"):
        if row["kind"] == "hedge":
            rows.append(_hedge(sheet, row))
        elif row["kind"] == "modal":
            modals.append(f"{row['text']} ({sheet.line(row)})")

    if not modals:
        return rows, []
    return rows, [f"Modal verbs, which some count and some do not: {', '.join(modals)}."]


def _hedge(sheet: FilledSheet, row: Row) -> dict[str, Any]:
    whose = "a quotation's" if row["voice"] == "quoted" else "the outlet's"
    return {"line": sheet.line(row), "words": row["text"], "kind": row["class"], "whose": whose}


_MADE: dict[str, Callable[[FilledSheet], tuple[Rows, list[str]]]] = {
    "quotations": _quotations, "times": _times, "sources": _sources, "hedges": _hedges
}


def shortened(text: str) -> str:
    """Return a text of few words as it is, of more its first and last ones."""
    words = text.split()
    if len(words) <= SHOWN_WORDS:
        return " ".join(words)
    return f"{' '.join(words[:_FIRST])} … {' '.join(words[-_LAST:])}"


def readability_told(sheet: FilledSheet) -> list[str]:
    """Say how long and how hard the text is, and how far the formulas disagree."""
    scores = sheet.tables["readability"]
    (row,) = records(scores)
    words, sentences = plural(row["n_words"], "word"), plural(row["n_sentences"], "sentence")
    told = [f"{words} in {sentences}. {_longest(sheet)}"]
    if row["flesch_reading_ease"] is None:
        return told

    (spread,) = records(grades(scores))
    low, high = cell_text(spread["grade_low"], 1), cell_text(spread["grade_high"], 1)
    ease = cell_text(row["flesch_reading_ease"], 0)
    told.append(
        f"Flesch reading ease {ease} of 100 (higher is easier). School grade {low} to {high}, by "
        "which formula one asks: they see the length of words and sentences, and no meaning."
    )
    return told


def _longest(sheet: FilledSheet) -> str:
    sentences = records(sheet.tables["sentences"])
    if not sentences:
        return ""

    longest = max(sentences, key=lambda sentence: sentence["n_words"])
    numbers = sheet.text.numbers(longest["start"], longest["end"])
    where = f"lines {numbers}" if "–" in numbers else f"line {numbers}"
    return f"The longest sentence has {plural(longest['n_words'], 'word')} ({where})."


def right_told(tasks: list[PenTask]) -> str:
    """Say how often newskit was right on articles that nobody had seen, where that was measured."""
    tables = chain.from_iterable(task.tables for task in tasks)
    measured = pd.DataFrame(csv_rows("newskit.reporting", "accuracy.csv"))
    is_unseen = measured["kind"].str.startswith(_UNSEEN)
    chosen = measured[is_unseen & measured["table"].isin(set(tables))]
    told = [f"{row.what}, {row.value} ({row.figure}, {row.size})" for row in chosen.itertuples()]
    if not told:
        return ""
    return f" On articles that it met for the first time: {'; '.join(told)}."
