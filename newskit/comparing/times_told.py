"""The times that several articles name: those that agree, that differ, and those of one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.comparing.columns import COMPARED_TIMES
from newskit.comparing.facts import BY_NEAR, Told, facts, have_enough, rows_of
from newskit.comparing.near_words import EQUAL, has_content, near
from newskit.comparing.sentence_words import sentence_words, words_around
from newskit.html import records
from newskit.text.batch import Batch

_SAME_DAY = 5
"""Points of one and the same stretch of the calendar, named by two articles."""
_EDGES = {
    "beginning": "time_from",
    "start": "time_from",
    "early": "time_from",
    "end": "time_to",
    "late": "time_to",
}
_EDGE = re.compile(rf"(?:the )?({'|'.join(_EDGES)})\b", re.IGNORECASE)
_FINE = {"minute", "hour", "part-of-day", "day"}
"""Precisions that are held against each other: Tuesday and Wednesday, 10 and 11 o'clock."""
_CLOCK = {"minute", "hour"}
_CLOSE = pd.Timedelta(hours=2)
"""Clocks that one word is enough for: it came down at 1.30 am, or at 2.15."""


class Stretch(NamedTuple):
    """A stretch of the calendar: how finely it was told, which edge is meant, in which tense."""

    time_from: Any
    time_to: Any
    precision: str | None
    edge: str | None
    is_past: bool | None


def compared_times(batch: Batch, timeline: pd.DataFrame) -> pd.DataFrame:
    """Return one row per time that a text names, those of one thing together."""
    told = list(_told(batch, timeline))
    return tables.from_rows(
        COMPARED_TIMES, rows_of(told, facts(told, _is_worth, _may_differ), _relation)
    )


def _told(batch: Batch, timeline: pd.DataFrame) -> Iterator[Told]:
    sentences = {}
    for one in sentence_words(batch.tokens()):
        sentences[batch.ids[one.text], one.sentence] = one.words

    placed = timeline[(timeline["field"] == "text") & timeline["time_from"].notna()]
    for row in records(placed):
        words = sentences[row["article_id"], row["sentence"]]
        beside = near(*words_around(words, row["start"], row["end"]))
        yield Told(row["article_id"], _stretch(row), beside, row)


def _stretch(row: dict[str, Any]) -> Stretch:
    # A moment ends where it begins.
    start = row["time_from"]
    end = row["time_to"] or start
    tense = row["tense"]
    is_past = None if tense is None else tense == "past"
    return Stretch(start, end, row["precision"], _edge(row["text"]), is_past)


def _edge(text: str) -> str | None:
    """Say which edge of a stretch is meant: the end of the year, early September."""
    found = _EDGE.match(text)
    return None if found is None else _EDGES[found.group(1).casefold()]


def _is_worth(a: Stretch, b: Stretch) -> int | None:
    if _are_same(a, b):
        return _SAME_DAY

    # The end of September lies in the year, but is not its end.
    if a.edge and a.edge == b.edge:
        same = getattr(a, a.edge) == getattr(b, b.edge)
        return EQUAL if same else 0

    if _overlap(a, b):
        return EQUAL

    # What was announced on Wednesday comes into force in March.
    if None not in (a.is_past, b.is_past) and a.is_past != b.is_past:
        return None

    are_fine = {a.precision, b.precision} <= _FINE
    return 0 if are_fine or a.precision == b.precision else None


def _are_same(a: Stretch, b: Stretch) -> bool:
    """Say whether two times are one; "10am" is an hour, "10:00 local time" a minute."""
    is_one_clock = _are_clocks(a, b) and a.time_from == b.time_from
    return is_one_clock or a[:2] == b[:2]


def _are_clocks(a: Stretch, b: Stretch) -> bool:
    return {a.precision, b.precision} <= _CLOCK


def _may_differ(
    a: Told,
    b: Told,
    stems: Mapping[str, int],
) -> bool:
    """Say whether two times may be of one thing: by near words, or two clocks of a day by any."""
    first, second = a.value, b.value
    is_close = abs(first.time_from - second.time_from) <= _CLOSE
    is_one_day = first.time_from.date() == second.time_from.date()
    are_clocks = _are_clocks(first, second) and is_close and is_one_day
    return have_enough(stems, BY_NEAR) or (are_clocks and has_content(stems))


def _overlap(a: Stretch, b: Stretch) -> bool:
    """Say whether two stretches have a moment in common."""
    first, second = sorted((a, b), key=lambda stretch: (stretch.time_from, stretch.time_to))
    if first.time_from == second.time_from:
        return True
    # Half-open: Wednesday ends where Thursday begins.
    return bool(second.time_from < first.time_to)


def _relation(told: list[Told]) -> str:
    first, *others = [one.value for one in told]
    return (
        "agrees"
        if all(_is_worth(first, other) for other in others)
        else "differs"
    )
