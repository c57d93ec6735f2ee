"""Every labeled case has an id and says what newskit does with it today: `expect` is pass or fail.

A case that is expected to fail is watched, not forgotten: when it passes, this test says so, and `expect` is to be
set to pass. A case that is expected to pass and fails prints the text, the answer and the rule that gave it.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

import newskit as nk
from newskit.text.syllables import syllables
from tests.field_helpers import names_for
from tests.first_looks import is_right

EVALUATION = Path(__file__).parent / "evaluation"


class Case(NamedTuple):
    """A labeled case: what is expected of it, its text, and the check, which returns (right?, the answer to print)."""

    id: str
    expect: str
    text: str
    label: Any
    check: Callable[[], tuple[bool, Any]]


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EVALUATION / name).read_text(encoding="utf-8").splitlines()]


@cache
def rows(text: str) -> list[dict[str, Any]]:
    """Quotations of a text as dictionaries in which what is missing is None."""
    found = nk.quotes(text).astype("object")
    return [{str(k): v for k, v in row.items()} for row in found.where(found.notna(), None).to_dict("records")]


def quotes_cases() -> Iterator[Case]:
    for case in lines("quotes_cases.jsonl"):
        for n, label in enumerate(case["quotes"]):

            def check(case: dict[str, Any] = case, label: dict[str, Any] = label) -> tuple[bool, Any]:
                found = [row for row in rows(case["text"]) if row["text"] == label["text"]]
                asked = ["kind"] if label["kind"] == "scare" else ["kind", "speaker", "cue"]
                right = any(all(row[name] == label.get(name) for name in asked) for row in found)
                return right, found or rows(case["text"])

            yield Case(f"quotes/{case['id']}/{n}", label["expect"], case["text"], label, check)


def speakers_cases() -> Iterator[Case]:
    for case in lines("speakers_cases.jsonl"):
        for n, label in enumerate(case["quotes"]):

            def check(case: dict[str, Any] = case, label: dict[str, Any] = label) -> tuple[bool, Any]:
                found = [r for r in rows(case["text"]) if r["start"] == label["start"] and r["kind"] != "indirect"]
                right = any(r["kind"] != "scare" and r["speaker"] == label["speaker"] for r in found)
                return right, found

            yield Case(f"speakers/{case['id']}/{n}", label["expect"], case["text"], label, check)


def first_look_cases() -> Iterator[Case]:
    """Articles of those who had not seen the rules; the figure of each batch was taken before it was read."""
    for path in sorted(EVALUATION.glob("first_look_speakers_*.jsonl")):
        for case in lines(path.name):
            people = {label["speaker"] for label in case["quotes"] if label["family"]}
            for n, label in enumerate(case["quotes"]):

                def check(
                    case: dict[str, Any] = case, label: dict[str, Any] = label, people: set[str] = people
                ) -> tuple[bool, Any]:
                    # A row that begins in the label, or, of speech in several paragraphs, the one around it.
                    low, high = label["start"], label["end"]
                    spoken = [r for r in rows(case["text"]) if r["kind"] in ("direct", "mixed")]
                    found = [r for r in spoken if r["start"] < high and low - 1 < r["end"]]
                    right = any(is_right(label, row, people - {label["speaker"]}) for row in found)
                    return right, found

                yield Case(f"first looks/{case['id']}/{n}", label["expect"], case["text"], label, check)


def day(moment: Any) -> str | None:
    return None if pd.isna(moment) else str(moment)[:10]


def times_cases() -> Iterator[Case]:
    for path in sorted(EVALUATION.glob("times_*.jsonl")):
        for case in lines(path.name):

            def check(case: dict[str, Any] = case) -> tuple[bool, Any]:
                frame = pd.DataFrame({"text": [case["text"]]})
                frame["published_local"] = pd.to_datetime([case["published"]])
                found = nk.timeline(frame)
                found = found[found["kind"] == "mention"]
                names = ("start", "end", "timex_type", "timex_value", "time_from", "time_to")
                facts = {
                    (start, end, kind, value, day(begin), day(stop))
                    for start, end, kind, value, begin, stop in zip(*(found[n] for n in names), strict=True)
                }
                right = facts == {
                    (t["start"], t["end"], t["type"], t["value"], day(t["from"]), day(t["to"])) for t in case["times"]
                }
                return right, found[["text", "timex_value", "time_from", "time_to", "rule"]].to_dict("records")

            yield Case(f"times/{case['id']}", case["expect"], case["text"], case["times"], check)


def article_times_cases() -> Iterator[Case]:
    """Times in whole articles, each with its type and value; an overlapping row has to have both."""
    for case in lines("article_times.jsonl"):
        for n, label in enumerate(case["times"]):

            def check(case: dict[str, Any] = case, label: dict[str, Any] = label) -> tuple[bool, Any]:
                found = article_times(case["text"], case["published"])
                near = [row for row in found if row["start"] < label["end"] and label["start"] < row["end"]]
                return any(row["timex_value"] == label["value"] for row in near), near

            yield Case(f"article-times/{case['id']}/{n}", label["expect"], case["text"], label, check)


@cache
def article_times(text: str, published: str) -> list[dict[str, Any]]:
    found = nk.timeline(pd.DataFrame({"text": [text], "published_local": pd.to_datetime([published])}))
    found = found[(found["kind"] == "mention") & (found["field"] == "text")]
    return found[["text", "start", "end", "timex_value", "rule"]].to_dict("records")


def certainty_cases() -> Iterator[Case]:
    """Hedges, modals, boosters of somebody who had not seen the list: an overlapping row has to have the kind."""
    for case in lines("first_look_certainty.jsonl"):
        for n, label in enumerate(case["labels"]):

            def check(case: dict[str, Any] = case, label: dict[str, Any] = label) -> tuple[bool, Any]:
                found = nk.certainty(pd.DataFrame({"headline": [case["headline"]], "text": [case["text"]]}))
                near = found[(found["field"] == label["field"]) & (found["start"] < label["end"])]
                near = near[near["end"] > label["start"]]
                return bool((near["kind"] == label["kind"]).any()), near["text"].tolist()

            yield Case(f"certainty/{case['id']}/{n}", label["expect"], case[label["field"]], label, check)


def syllables_cases() -> Iterator[Case]:
    with (EVALUATION / "syllables_unseen.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            word, allowed = row["word"], set(map(int, row["n_syllables"].split("|")))

            def check(word: str = word, allowed: set[int] = allowed) -> tuple[bool, Any]:
                return syllables(word)[0] in allowed, syllables(word)

            yield Case(f"syllables/{word}", row["expect"], word, allowed, check)


def field_cases() -> Iterator[Case]:
    """Inputs that failed in the hands of users; each states what is right as a Python expression."""
    for case in lines("field_cases.jsonl"):

        def check(case: dict[str, Any] = case) -> tuple[bool, Any]:
            with tempfile.TemporaryDirectory() as folder:
                try:
                    return bool(eval(case["check"], names_for(Path(folder), case["input"]))), case["call"]
                except Exception as error:  # whatever goes wrong is a wrong answer, and is shown
                    return False, f"{type(error).__name__}: {error}"

        yield Case(f"field/{case['id']}", case["expect"], case["input"], case["right"], check)


CASES = [
    *quotes_cases(),
    *speakers_cases(),
    *first_look_cases(),
    *times_cases(),
    *article_times_cases(),
    *certainty_cases(),
    *syllables_cases(),
    *field_cases(),
]


def test_ids_are_unique() -> None:
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))
    assert {case.expect for case in CASES} <= {"pass", "fail"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.filterwarnings("ignore")
def test_labeled_case(case: Case) -> None:
    right, answer = case.check()
    if case.expect == "fail":
        assert not right, f"{case.id} is right now: set its `expect` to pass.\n{case.text}"
        pytest.xfail("known, and watched")
    told = json.dumps(answer, ensure_ascii=False, indent=1, default=str)
    assert right, f"{case.id}\ntext: {case.text}\nright: {case.label}\nanswer and rule: {told}"
