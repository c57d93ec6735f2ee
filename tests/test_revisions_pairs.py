"""Invented pairs of versions (CC0) by hands that had not seen the aligner: links, operations, notes, quiet changes.

A line of `first_look_revisions_*.jsonl` has both versions with their sentences, `links` between them, and `facts`.
The figures of the first look were taken on arrival, before a batch was read; the floors below are what holds since.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

import newskit as nk
from newskit.aligning import Link, Side, operations

EVALUATION = Path(__file__).parent / "evaluation"
FACTS = ("headline_changed", "updated_moved", "notice", "unannounced")


class Look(NamedTuple):
    """A batch: F1 of links and accuracy of operations, at first look and at least, and facts that are wrong at most."""

    first_links: float
    first_operations: float
    links: float
    operations: float
    wrong_facts: int


LOOKS = {
    "a": Look(0.947, 0.895, 0.950, 0.904, 0),
    "b": Look(0.976, 0.940, 0.974, 0.938, 0),  # and notes of 15 of 20 pairs
    "c": Look(0.970, 0.946, 0.969, 0.939, 1),  # and moved .857, merged .878, notes of 23 of 24
}


def pairs(name: str) -> list[dict[str, Any]]:
    text = (EVALUATION / f"first_look_revisions_{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def versions(batch: list[dict[str, Any]]) -> pd.DataFrame:
    rows = [
        {"article_id": pair["id"], "version": n}
        | {k: pair[side][k] for k in ("headline", "text", "published", "updated")}
        for pair in batch
        for n, side in ((1, "old"), (2, "new"))
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(**{c: pd.to_datetime(frame[c], utc=True, format="ISO8601") for c in ("published", "updated")})


def nearest(sentences: list[list[int]], start: int, end: int) -> int:
    """Number of the sentence that a span shares most characters with: the label need not be cut as newskit cuts."""
    return max(range(len(sentences)), key=lambda n: min(end, sentences[n][1]) - max(start, sentences[n][0]))


def labeled(pair: dict[str, Any]) -> tuple[dict[int, str], dict[int, str]]:
    sides = [Side([pair[s]["text"][a:b] for a, b in pair[s]["sentences"]]) for s in ("old", "new")]
    steps = operations(*sides, sorted(Link(a, b, 1.0, "label") for a, b in pair["links"]))
    return {s.old: s.operation for s in steps if s.old is not None}, {
        s.new: s.operation for s in steps if s.new is not None
    }


def measure(batch: list[dict[str, Any]]) -> tuple[float, float]:
    found = nk.revisions.changes(versions(batch))
    right = given = stated = n_right = n = 0
    for pair in batch:
        own = found[(found["article_id"] == pair["id"]) & (found["field"] == "text")]
        links, ops = set(), ({}, {})
        for row in own.itertuples():
            places = []
            for side, number in (("old", 0), ("new", 1)):
                if pd.notna(getattr(row, f"{side}_start")):
                    span = getattr(row, f"{side}_start"), getattr(row, f"{side}_end")
                    places.append(nearest(pair[side]["sentences"], *span))
                    ops[number].setdefault(places[-1], row.operation)
            if len(places) == 2:
                links.add(tuple(places))
        truth = {tuple(link) for link in pair["links"]}
        right, given, stated = right + len(links & truth), given + len(links), stated + len(truth)
        for mine, theirs in zip(ops, labeled(pair), strict=True):
            n_right += sum(mine.get(k) == op for k, op in theirs.items())
            n += len(theirs)
    return 2 * right / (given + stated), n_right / n


@pytest.mark.parametrize("name", LOOKS)
def test_links_and_operations(name: str) -> None:
    links, accuracy = measure(pairs(name))
    assert links >= LOOKS[name].links
    assert accuracy >= LOOKS[name].operations


@pytest.mark.parametrize("name", LOOKS)
def test_facts(name: str) -> None:
    batch = pairs(name)
    rows = nk.revisions.updates(versions(batch)).set_index("article_id").astype(object)
    wrong = [
        (pair["id"], fact, rows.loc[pair["id"], "notice_text"])
        for pair in batch
        for fact in FACTS
        if pair["facts"][fact] is not None and rows.loc[pair["id"], fact] is not pair["facts"][fact]
    ]
    assert len(wrong) <= LOOKS[name].wrong_facts, wrong
