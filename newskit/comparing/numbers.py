"""The numbers of several articles: those that agree, those that differ, those of one article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from newskit import tables
from newskit.comparing.columns import COMPARED_NUMBERS
from newskit.comparing.facts import BY_BESIDE, BY_NEAR, Told, facts, have_enough, rows_of
from newskit.comparing.near_words import EQUAL, near
from newskit.comparing.numbers_printed import printed_numbers
from newskit.comparing.sentence_words import SentenceWords, sentence_words, words_around
from newskit.csv_files import csv_rows
from newskit.html import records
from newskit.text.batch import Batch

_RARE, _RARELY_MET = 5, 1000
"""Points of an equal value that no one else has by chance: 1,150 or more, 3.5, 2.3 million."""
_TIMES = 10
"""How many times the smaller a number may be that is of the same thing: a magnitude of 6.4 is not
held against 350 houses."""
_ROUNDED = 0.05
"""Difference of two numbers of which one is about the other: "about 1,200" and 1,187."""
_CLOSE = 1.5
"""The same where little but the noun is shared: 48 and 52 passengers, offers of 3 and 3.5%."""
_AGE = "years old"
_MEASURES: Mapping[str | None, tuple[str, float]] = {
    row["word"]: ("meters", float(row["value"]))
    for row in csv_rows(__package__, "words.csv")
    if row["class"] == "length"
}
_BEHIND_NAME = re.compile(r", \d{1,2}[,.;)]")
_Spans = dict[str, list[tuple[int, int]]]


class Value(NamedTuple):
    """A number with its unit, lengths in meters, and whether it need not be exact."""

    number: float
    unit: str | None
    approximate: bool


def compared_numbers(batch: Batch, timeline: pd.DataFrame) -> pd.DataFrame:
    """Return one row per number, those of one thing together."""
    told = list(_told(batch, _calendar(timeline)))
    keyed = [one._replace(value=(one.value.number, one.value.unit)) for one in told]
    found = facts(keyed, _is_worth, _may_differ)
    return tables.from_rows(COMPARED_NUMBERS, rows_of(told, found, _relation))


def _calendar(timeline: pd.DataFrame) -> _Spans:
    """Return where each text names a day, a clock or a year: these are times, and no numbers."""
    spans: _Spans = defaultdict(list)
    for row in records(timeline):
        if row["field"] == "text" and row["time_from"] is not None:
            spans[row["article_id"]].append((row["start"], row["end"]))

    for own in spans.values():
        own.sort()

    return spans


def _told(batch: Batch, times: _Spans) -> Iterator[Told]:
    tokens = batch.tokens()
    for sentence in sentence_words(tokens):
        article_id = batch.ids[sentence.text]
        yield from _of_sentence(article_id, tokens.texts[sentence.text], sentence, times)


def _of_sentence(
    article_id: str,
    text: str,
    sentence: SentenceWords,
    times: _Spans,
) -> Iterator[Told]:
    words = [word.text for word in sentence.words]
    for found in printed_numbers(words):
        start, end = sentence.words[found.first].start, sentence.words[found.after - 1].end
        if _is_time(times[article_id], start, end):
            continue

        unit = _AGE if _is_age(text, start, end) else found.unit
        row = {
            "article_id": article_id,
            "start": start,
            "end": end,
            "sentence": sentence.sentence,
            "text": text[start:end],
            "value": found.value,
            "unit": unit,
            "approximate": found.approximate,
        }
        measure, times_it = _MEASURES.get(unit, (unit, 1.0))
        value = Value(found.value * times_it, measure, found.approximate)
        beside = near(*words_around(sentence.words, start, end))
        yield Told(article_id, value, beside, row)


def _is_time(
    spans: list[tuple[int, int]],
    start: int,
    end: int,
) -> bool:
    """Say whether a number is part of a time; the spans stand in order."""
    before = bisect_left(spans, (end, 0)) - 1
    return before >= 0 and spans[before][1] > start


def _is_age(text: str, start: int, end: int) -> bool:
    """Say whether a number stands behind a name: Rosa Quintanar, 34, was rescued."""
    return bool(_BEHIND_NAME.fullmatch(text[max(0, start - 2) : end + 1]))


def _is_worth(a: tuple[float, str | None], b: tuple[float, str | None]) -> int | None:
    (first, unit), (second, other) = a, b
    if unit != other:
        return None
    if first != second:
        return 0 if max(first, second) <= _TIMES * min(first, second) else None

    is_rare = first >= _RARELY_MET or first != int(first)
    return _RARE if is_rare else EQUAL


def _may_differ(
    a: Told,
    b: Told,
    stems: Mapping[str, int],
) -> bool:
    if have_enough(stems, BY_BESIDE):
        return True

    (first, unit), (second, _) = a.value, b.value
    if max(first, second) > _CLOSE * min(first, second):
        return False
    # Shares and sums stand behind what is done: "offered 3 percent", "an offer of 3.5 percent".
    is_sum = unit is not None and not unit[0].isalpha()
    is_one = a.near.counted is not None and a.near.counted == b.near.counted
    return is_one or (is_sum and have_enough(stems, BY_NEAR))


def _relation(told: list[Told]) -> str:
    numbers = [one.value.number for one in told]
    least, most = min(numbers), max(numbers)
    if least == most:
        return "agrees"
    # Seven miles, 11 kilometers.
    is_converted = len({one.row["unit"] for one in told}) > 1
    is_about = is_converted or any(one.value.approximate for one in told)
    return (
        "rounded"
        if is_about and most - least <= _ROUNDED * most
        else "differs"
    )
