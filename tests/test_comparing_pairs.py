"""Eight invented pairs of articles (CC0): how many of the 32 planted facts `compare` finds."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk

PAIRS = Path(__file__).parent / "evaluation" / "compare_pairs.jsonl"
LEAST = 30  # of 32: the bar


def pairs() -> list[dict[str, Any]]:
    return [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def articles_of(pair: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(pair["articles"])
    return frame.assign(published=pd.to_datetime(frame["published"], utc=True))


@cache
def compared(name: str) -> nk.Comparison:
    return nk.compare(articles_of(next(pair for pair in pairs() if pair["pair"] == name)))


def is_found(fact: dict[str, Any], found: nk.Comparison) -> bool:
    kind = fact["kind"]
    if kind.endswith("quotation"):
        return _quotation(fact, found.quotes)
    if kind == "shared sentence":
        rows = found.sentences[found.sentences["relation"] == "same"]
        return rows["text"].str.contains(fact["words"][0], regex=False).sum() == 2
    if kind.startswith("number"):
        rows = found.numbers[found.numbers["relation"] == kind.removeprefix("number ")]
        return any(sorted(own["value"]) == sorted(fact["values"]) for _, own in rows.groupby("group"))
    if kind.startswith("time"):
        days = [str(day) for day in fact["values"]]
        rows = found.times[found.times["relation"] == kind.removeprefix("time ")]
        told = [own["time_from"].dt.strftime("%Y-%m-%d").tolist() for _, own in rows.groupby("group")]
        return any(sorted(set(own)) == sorted(days) for own in told)
    people = found.people[found.people["name"].str.contains(fact["name"])]
    if kind == "shared person":
        return len(set(people["article_id"])) == 2 and len(set(people["name"])) == 1
    only = found.only_here
    return ((only["kind"] == "speaker") & (only["text"] == fact["name"]) & (only["article_id"] == fact["where"])).any()


def _quotation(fact: dict[str, Any], quotes: pd.DataFrame) -> bool:
    def holding(words: str) -> pd.DataFrame:
        return quotes[quotes["text"].str.contains(words, regex=False)]

    relations = {"shared": ("same", "part"), "altered": ("altered",), "only": ("only",)}
    rows = pd.concat([holding(words) for words in fact["words"]]).drop_duplicates()
    rows = rows[rows["relation"].isin(relations[fact["kind"].split()[0]])]
    if fact["kind"] == "only quotation":
        return set(rows["article_id"]) == {fact["where"]}
    speakers = set(rows["speaker"].dropna())
    said = "speaker" not in fact or speakers == {fact["speaker"]}
    return len(set(rows["group"])) == 1 and len(set(rows["article_id"])) == 2 and said


FACTS = [(pair["pair"], fact) for pair in pairs() for fact in pair["facts"]]


def test_there_are_32_facts_in_eight_pairs() -> None:
    assert (len(FACTS), len(pairs())) == (32, 8)


def test_nearly_all_planted_facts_are_found() -> None:
    missed = [fact["id"] for name, fact in FACTS if not is_found(fact, compared(name))]
    assert len(FACTS) - len(missed) >= LEAST, missed
