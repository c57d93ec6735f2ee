"""Invented pairs of articles (CC0): how many of the planted facts `compare` finds.

Eight pairs with 32 facts were written before the code, four with 24 facts after it; the author is the same.
Six fresh pairs with 36 facts are by a hand that had not seen the code: 25 of 36 were found at first look.
Six more are by another hand, after what those missed had been mended: 24 of 36 at first look.
"""

from __future__ import annotations

import json
import re
import time
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit.cli import main
from newskit.errors import InputError, ReadError
from tests.test_html import HOSTILE

EVALUATION = Path(__file__).parent / "evaluation"
LEAST = 30  # of 32: the bar; all were found on the first run
LEAST_LATER = 22  # of 24; 20 on the first run
FIRST_LOOK = 24  # of 36: the pairs that were measured once, at the end
LEAST_FRESH = 32  # of 36; 25 at first look, numbers 3 of 10 and times 2 of 5


def pairs(name: str = "compare_pairs") -> list[dict[str, Any]]:
    text = (EVALUATION / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def articles_of(pair: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(pair["articles"])
    return frame.assign(published=pd.to_datetime(frame["published"], utc=True))


@cache
def compared(name: str) -> nk.Comparison:
    every = [*pairs(), *pairs("compare_pairs_later"), *pairs("compare_pairs_fresh"), *pairs("compare_pairs_fresh_2")]
    return nk.compare(articles_of(next(pair for pair in every if pair["pair"] == name)))


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
        form = "%H:%M" if ":" in days[0] else "%Y-%m-%d"
        told = [own["time_from"].dt.strftime(form).tolist() for _, own in rows.groupby("group")]
        return any(set(own) == set(days) for own in told)
    people = found.people[found.people["name"].str.contains(fact["name"])]
    if kind in {"shared person", "shared speaker"}:
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


def test_facts_of_pairs_that_were_written_later() -> None:
    later = pairs("compare_pairs_later")
    found = [is_found(fact, compared(pair["pair"])) for pair in later for fact in pair["facts"]]
    assert len(found) == 24
    assert sum(found) >= LEAST_LATER


def test_facts_of_fresh_pairs() -> None:
    fresh = [(fact, pair["pair"]) for pair in pairs("compare_pairs_fresh") for fact in pair["facts"]]
    missed = [fact["id"] for fact, name in fresh if not is_found(fact, compared(name))]
    assert len(fresh) == 36
    assert len(fresh) - len(missed) >= LEAST_FRESH, missed


def test_facts_of_fresh_pairs_that_nobody_has_read() -> None:
    fresh = [(fact, pair["pair"]) for pair in pairs("compare_pairs_fresh_2") for fact in pair["facts"]]
    missed = [fact["id"] for fact, name in fresh if not is_found(fact, compared(name))]
    assert len(fresh) == 36
    assert len(fresh) - len(missed) >= FIRST_LOOK, missed


def test_what_differs_is_of_one_thing() -> None:
    """Every difference that is reported in the twelve pairs was planted, or is one of these."""
    right = {"brno plant close"}
    for pair in [*pairs(), *pairs("compare_pairs_later")]:
        planted = [_told(fact["values"]) for fact in pair["facts"] if fact["kind"].endswith("differs")]
        found = compared(pair["pair"])
        days = found.times.assign(value=found.times["time_from"].dt.strftime("%Y-%m-%d"))
        for table in (found.numbers, days):
            for _, own in table[table["relation"] == "differs"].groupby("group"):
                is_right = str(own["about"].iloc[0]).lower() in right
                assert is_right or _told(own["value"]) in planted, (pair["pair"], own["text"].tolist())


def _told(values: Any) -> list[str]:
    return sorted(value if isinstance(value, str) else str(float(value)) for value in values)


def test_articles_on_different_events_have_nothing_in_common() -> None:
    every = pairs()
    for one, other in zip(every, every[1:] + every[:1], strict=True):
        frame = pd.concat([articles_of(one).iloc[:1], articles_of(other).iloc[1:]])
        found = nk.compare(frame)
        for table in (found.quotes, found.sentences, found.numbers):
            assert set(table["relation"]) <= {"only"}


def test_tables_have_the_columns_of_the_codebook() -> None:
    for name, table in compared("warehouse").tables().items():
        if name != "articles":
            book = nk.codebook(name)
            assert table.columns.tolist() == book["column"].tolist()
            assert table.dtypes.map(str).tolist() == book["dtype"].tolist()


def test_offsets_slice_back() -> None:
    for pair in pairs():
        texts = {row["article_id"]: row["text"] for row in pair["articles"]}
        found = compared(pair["pair"])
        quotes = found.quotes[found.quotes["field"] == "text"]
        for table in (quotes, found.sentences, found.numbers, found.times):
            for row in table.itertuples():
                assert texts[row.article_id][row.start : row.end] == row.text


def test_altered_words_are_shown() -> None:
    rows = compared("flood").quotes
    line = rows.loc[rows["relation"].eq("altered") & rows["changes"].notna(), "changes"].iloc[0]
    assert line == "[-“We are-] {+“We’re+} asking [-everybody-] {+everyone+} to [-stay-] {+keep+} away from the dikes,”"


def test_repr_says_what_was_found() -> None:
    said = repr(compared("flood"))
    assert "Quoted in both: Lucia Ferrante." in said
    assert "A number differs (people moved homes): 11,000 (The Delta Times), 13,500 (Ombra Today)." in said
    assert "A time differs" in said
    assert "tex2jax_ignore" in compared("flood")._repr_html_()


@pytest.mark.parametrize(
    ("source", "says"),
    [(["One article."], "two or more, and got 1"), ("One article.", "got 1"), (["Rain."] * 101, "up to 100 articles")],
)
def test_too_few_and_too_many(source: Any, says: str) -> None:
    with pytest.raises(InputError, match=says):
        nk.compare(source)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.", encoding="utf-8")
    with pytest.raises(ReadError):
        nk.compare([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])


def test_identical_articles() -> None:
    article = articles_of(pairs()[0]).iloc[[0]]
    twin = pd.concat([article, article.assign(article_id="twin")])
    found = nk.compare(twin)
    assert set(found.quotes["relation"]) == {"same"}
    assert set(found.sentences["relation"]) == {"same"}
    assert not (found.numbers["relation"] == "differs").any()
    assert found.only_here.empty
    assert any("letter by letter" in told for told in found.caveats)


def test_two_languages() -> None:
    texts = ["Rain fell on Bonn, Ann Lee said.", "In Bonn regnete es."]
    frame = pd.DataFrame({"text": texts, "language": ["en", "de"]})
    assert any("en, de" in told or "de, en" in told for told in nk.compare(frame).caveats)


def test_names_that_differ_by_an_accent_are_one() -> None:
    texts = [f"“We lost,” said Jana {name}, a welder. {name} wept." for name in ("Novotná", "Novotna")]
    found = nk.compare(texts).people
    assert found["name"].tolist() == ["Jana Novotná"] * 2
    assert found["as_named"].tolist() == ["Jana Novotná", "Jana Novotna"]
    assert found["n_articles"].tolist() == [2, 2]


@pytest.mark.parametrize("texts", [["Rain fell.", "Snow fell."], ["", ""], ["Rain.", ""], ["!", "?"], [None, "Rain."]])
def test_without_quotations_numbers_and_words(texts: list[str | None]) -> None:
    found = nk.compare(pd.DataFrame({"text": pd.Series(texts, dtype="string")}))
    assert found.quotes.empty
    assert found.numbers.empty
    assert "No quotations." in repr(found)


def test_hostile_text_stays_text() -> None:
    texts = ["“<script>alert(1)</script> and $5 and $6,” said Ann \x1b[31mLee.", "“<b>Other,” said <i>Bo Ek."]
    found = nk.compare(pd.DataFrame({"text": texts, "headline": ["<img src=x onerror=alert(1)>", "B"]}))
    assert "<script" not in found._repr_html_()
    assert "<img" not in found._repr_html_()
    assert "\x1b" not in repr(found)


def test_unknown_tables_are_suggested() -> None:
    with pytest.raises(AttributeError, match="'quotes'"):
        compared("flood").quote  # noqa: B018


@pytest.mark.slow
def test_time_is_linear_in_the_text() -> None:
    def seconds(n: int) -> float:
        said = "“We will not close the pier {0}, it stays,” said Ann Lee. Some {0} boats sank."
        text = " ".join(map(said.format, range(n)))
        began = time.perf_counter()
        nk.compare([text, text.replace("close", "shut")])
        return time.perf_counter() - began

    seconds(20)
    assert seconds(200) < 25 * seconds(50) + 1


def test_a_speech_of_one_word_again_and_again_takes_seconds() -> None:
    speech = "“" + "no " * 20_000 + "” said Ann Lee."
    began = time.perf_counter()
    nk.compare([speech, speech.replace("no", "nay")])
    assert time.perf_counter() - began < 20


def page(found: nk.Comparison, folder: Path) -> str:
    return nk.report(found, folder / "side.html").read_text(encoding="utf-8")


def test_page_shows_both_sides_without_script_or_request(tmp_path: Path) -> None:
    html = page(compared("flood"), tmp_path)
    assert html == page(nk.compare(articles_of(pairs()[3])), tmp_path)
    assert "<script" not in html
    assert not re.findall(r'(?:src|href)="(?!#)', html)
    assert "<del>everybody</del>" in html
    assert "<ins>everyone</ins>" in html
    assert "11,000" in html
    assert "13,500" in html


def test_page_of_hostile_and_of_empty_articles(tmp_path: Path) -> None:
    texts = [f"{text} “{text} no,” said Ann {text} Lee." for text in HOSTILE[:2]]
    frame = pd.DataFrame({"text": texts, "headline": HOSTILE[:2], "publisher": HOSTILE[2:4]})
    html = page(nk.compare(frame), tmp_path).lower()
    assert not re.search(r"<(?:script|img|iframe|svg|object)", html)
    assert "No one with a name is quoted." in page(nk.compare(["", "Rain."]), tmp_path)


def test_page_of_many_articles_names_where_something_is_not(tmp_path: Path) -> None:
    texts = ["“The pier is closed,” said Ann Lee. Some 14 boats sank."] * 2 + ["Rain fell on the quay."] * 7
    html = page(nk.compare(texts), tmp_path)
    assert "and 3 more" in html
    html = page(nk.compare(texts * 4), tmp_path)
    assert "of the first 12 of 36 articles" in html
    assert html.count('class="paper-headline"') == 0


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, article in zip("ab", pairs()[0]["articles"], strict=True):
        (tmp_path / f"{name}.txt").write_text(f"{article['headline']}\n\n{article['text']}", encoding="utf-8")
    files = [str(tmp_path / f"{name}.txt") for name in "ab"]
    assert main(["compare", *files, "-o", str(tmp_path / "out" / "side.html")]) == 0
    assert "A number differs" in capsys.readouterr().out
    assert (tmp_path / "out" / "side.html").exists()
    assert main(["compare", files[0], "-o", str(tmp_path / "x.html")]) == 2
    assert "two or more" in capsys.readouterr().err


def test_plot_of_who_speaks_where() -> None:
    ax = nk.plots.compared_people(compared("trial").people)
    assert next(t.get_text() for t in ax.get_yticklabels()) == "Amina Sesay"
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["a", "b"]
    assert any("12 words, 1 quotation" in t.get_text() for t in ax.texts)
    with pytest.raises(InputError, match=r"nk\.compare\(articles\)\.people"):
        nk.plots.compared_people(articles_of(pairs()[0]))


def test_headlines_say_how_certain_they_sound() -> None:
    rows = compared("warehouse").headlines.set_index("article_id")
    assert rows.loc["b", "headline_certainty"] == "may (hedge)"
    assert "lift" in rows.loc["b", "own_words"]
    assert rows.loc["b", "hedges_per_1000"] > 0


def test_pasted_texts_have_headlines() -> None:
    pasted = [f"{row['headline']}\n\n{row['text']}" for row in pairs()[1]["articles"]]
    found = nk.compare(nk.read_articles(pasted, progress=False))
    assert found.headlines["headline"].tolist() == [row["headline"] for row in pairs()[1]["articles"]]


LONG = {
    "a giant word": ["x" * 100_000, "y" * 100_000],
    "numbers": [" ".join(f"{i} boats sank." for i in range(2000))] * 2,
    "one sentence of numbers": ["two " * 10_000, "twenty-" * 10_000],
    "days": ["On 3 May 2024 it rained. " * 1000, "On 4 May 2024 it rained. " * 1000],
    "quotations": ["“The rain fell on the town and the sea,” said Ann Lee. " * 500] * 2,
    "quotations in one sentence": [" ".join(f"“the {i} of the town and the sea,” said Lee." for i in range(300))] * 2,
    "marks": ["“" * 20_000, "”" * 20_000],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_long_and_strange_texts_take_seconds(name: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    page(nk.compare(LONG[name]), tmp_path)
    assert time.perf_counter() - began < 30


def relations(table: str, one: str, other: str) -> set[str]:
    frame = pd.DataFrame({"text": [one, other], "published": pd.to_datetime(["2026-04-14T12:00Z"] * 2, utc=True)})
    return set(getattr(nk.compare(frame), table)["relation"])


@pytest.mark.parametrize(
    ("table", "one", "other", "relation"),
    [
        ("numbers", "The ship had 48 passengers.", "It was carrying 52 passengers.", "differs"),
        ("numbers", "The ship had 48 passengers.", "Only two passengers spoke.", "only"),
        ("numbers", "Some 48 local shops shut.", "It fell on 52 local farms.", "only"),
        ("numbers", "He lost 48 various things.", "It hit 52 various boats.", "only"),
        ("numbers", "They waited 48 hours.", "The sale took 52 hours.", "only"),
        ("numbers", "They found 31 objects.", "The gang left with 31 pieces of gold.", "agrees"),
        ("numbers", "The last offer was 3.5 percent.", "Owners offered workers 3 percent last week.", "only"),
        ("numbers", "Their offer was a raise of 3.5 percent.", "Bosses offered 3 percent as a raise.", "differs"),
        ("numbers", "Shares rose 3.4 percent.", "Profit rose 2.9 percent.", "only"),
        ("numbers", "It had been valued at £2.4 million.", "A hoard worth £3million is gone.", "differs"),
        ("times", "The tower collapsed at 1.30 am on Monday.", "On Monday at 2:15 a.m. the tower fell.", "differs"),
        ("times", "Rain came at 1.30 am on Monday.", "On Monday at 2:15 a.m. the tower fell down.", "only"),
        ("times", "The tower fell at 1.30 am on Monday.", "The tower shut on Monday at 11:15 a.m.", "only"),
        ("times", "Staff were told at 10am on Monday.", "Workers heard on Monday at 10:00 local time.", "agrees"),
    ],
)
def test_one_thing_or_two(table: str, one: str, other: str, relation: str) -> None:
    assert relations(table, one, other) == {relation}
