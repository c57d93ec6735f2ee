"""The report on a corpus: by group, with intervals; one page, a list that is sorted without a script, one hash."""

from __future__ import annotations

import csv
import re

import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.errors import InputError, ReadError, UnknownNameError
from newskit.pipeline import Analysis
from newskit.reporting.corpus.corpus import ALL, MOST_GROUPS, corpus_of
from newskit.reporting.corpus.heat import heat_table
from newskit.reporting.corpus.strips import NARROW, Strip, said, strips, with_interval
from newskit.reporting.provenance import corpus_hash, fields_hash
from tests.test_html import HOSTILE
from tests.test_reporting import TEXT, audit, cells

BY = "by publisher; in brackets: intervals of 95 % over articles"
FIELDS = "Fields that articles state (none states: standfirst, byline, section, timezone, language, url, caption)"
OUTLETS = ("The Post", "The Ledger", "The Wire")
PARTS = [
    "Ann Lee, the mayor, said the harbor was safe. “We will pay for it,” she said. It rained on Friday.",
    "The port lost millions. “It is a terrible day for all of us,” said Bo Ek. Nobody knew why on Monday.",
    "Good news came from the lab, where happy people won a prize. “A fine thing,” Cy Dow told reporters last week.",
]


def corpus(n=30, **more):
    """Return `n` short articles of three outlets, over half a year."""
    days = pd.date_range("2024-01-03 07:15", periods=n, freq="6D")
    rows = {
        "article_id": [f"a{i:03d}" for i in range(n)],
        "headline": [f"Story {i}" for i in range(n)],
        "publisher": [OUTLETS[i % 3] for i in range(n)],
        "text": [" ".join(PARTS[(i + k) % 3] for k in range(1 + i % 4)) + f" Part {i} ends." for i in range(n)],
        "published_local": days,
        "updated_local": days + pd.Timedelta(hours=3),
        "published_precision": "minute",
        "updated_precision": "minute",
    }
    return pd.DataFrame({**rows, **more})


def made(tmp_path, articles, **options):
    given = {"full": 0, "progress": False, **options}
    path = nk.report(nk.analyze(articles, progress=False), tmp_path / "c.html", **given)
    return audit(path), path.read_text(encoding="utf-8")


def test_it_says_what_is_in_the_corpus(tmp_path):
    page, source = made(tmp_path, corpus())
    assert {"c-corpus_what", "c-corpus_readability", "c-corpus_sentiment", "c-corpus_voices", "c-corpus_times",
            "c-corpus_words", "c-articles", "made"} <= set(page.ids)  # fmt: skip
    months = cells(source, "Articles by publisher and time of publication")
    assert months[0] == ["publisher", *[f"2024-0{m}" for m in range(1, 7)], "all"]
    assert [row[0] for row in months[1:]] == sorted(OUTLETS)  # of equal size
    assert sum(int(row[-1]) for row in months[1:]) == 30
    fields = cells(source, FIELDS)
    assert fields[1] == ["stated", "30", "30", "30", "30"]
    assert "30 of 30 articles with fewer than 100 words" in page.text
    assert len(page.images) == 4
    assert "The text itself" not in page.text


def test_its_numbers_are_those_of_by(tmp_path):
    articles = corpus()
    _, source = made(tmp_path, articles)
    grouped = nk.analyze(articles, progress=False).by("publisher", interval=True)
    readability = grouped.readability.set_index("publisher")
    shown = {row[0]: row for row in cells(source, f"Readability {BY}")}
    for name in OUTLETS:
        of = readability.loc[name]
        assert shown[name][4] == with_interval(of.flesch_kincaid, of.flesch_kincaid_low, of.flesch_kincaid_high, 1)
    quotes = grouped.quotes.set_index("publisher")
    voices = {row[0]: row for row in cells(source, f"Quotations {BY}")}
    assert voices["The Post"][2] == str(quotes.loc["The Post", "n_quotes"])


def test_the_list_is_whole_and_its_other_orders_are_right(tmp_path):
    _, source = made(tmp_path, corpus(40))
    rows = cells(source, "All 40 articles, by publisher and day")
    listed = [row[0] for row in rows if row and row[0].startswith("Story")]
    assert sorted(listed) == sorted(f"Story {i}" for i in range(40))
    days = [row[1] for row in rows if row and row[0].startswith("Story")]
    assert days[:14] == sorted(days[:14])
    longest = [float(row[2]) for row in cells(source, "Longest: first 15 of 40")[1:]]
    assert longest == sorted(longest, reverse=True)
    negative = [float(row[4].replace("\u2212", "-")) for row in cells(source, "Most negative: first 15 of 40")[1:]]
    assert negative == sorted(negative)


def test_one_hash_stands_for_the_corpus_and_a_file_has_all(tmp_path):
    articles = corpus()
    _, source = made(tmp_path, articles)
    rows = nk.analyze(articles, progress=False).articles
    with (tmp_path / "c.sha256.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert [row["article"] for row in listed] == list(articles["article_id"])
    from newskit.html import records

    expected = [fields_hash(row) for row in records(rows)]
    assert [row["fields of the article"] for row in listed] == expected
    assert corpus_hash(records(rows)) in source
    assert "c.sha256.csv" in source
    assert not any(one in source for one in expected)


def test_the_same_corpus_gives_the_same_bytes(tmp_path):
    analysis = nk.analyze(corpus(), progress=False)
    first = nk.report(analysis, tmp_path / "c.html", full=1).read_bytes()
    assert nk.report(analysis, tmp_path / "c.html", full=1).read_bytes() == first


def is_long(frame):
    return frame["text"].str.len() > 150


@pytest.mark.parametrize("by", ["month", ["publisher", "month"], is_long, "weekday"])
def test_any_groups(tmp_path, by):
    page, _ = made(tmp_path, corpus(), by=by)
    assert "c-corpus_readability" in page.ids
    with pytest.raises(UnknownNameError, match="publishers"):
        made(tmp_path, corpus(), by="publishers")


BAD = {
    "one group": dict(publisher="The Post"),
    "one article each": dict(publisher=[f"Outlet {i}" for i in range(30)]),
    "not stated": dict(publisher=["A", "B", None] * 10),
    "none stated": dict(publisher=None),
    "no dates": dict(published_local=pd.NaT, updated_local=pd.NaT),
    "no quotations": dict(text="It rained all day. Nobody came to see it."),
    "no words": dict(text=""),
    "a group without words": dict(text=["", "It rained.", "The sun set on it."] * 10),
    "identical": dict(text=TEXT),
    "two languages": dict(language=["en", "fr"] * 15),
    "an accent": dict(text=["“No,” said Jose Díaz Gómez.", "“No,” said Jose Diaz Gomez."] * 15),
    "no headlines": dict(headline=None),
    "years": dict(published_local=pd.date_range("1890-05-01", periods=30, freq="2000D")),
    "an error": dict(error=[None] * 29 + ["no such file"]),
}


@pytest.mark.parametrize("name", BAD)
def test_odd_corpora(tmp_path, name):
    articles = corpus(**BAD[name])
    page, source = made(tmp_path, articles)
    assert "nan" not in re.sub("<[^>]*>", "", source).lower().split()
    assert page.text.count("not stated") >= (name == "not stated")
    if name == "identical":
        assert "30 articles whose text another has, too" in page.text
    if name == "two languages":
        assert "(fr 15)" in page.text


def test_speakers_that_differ_by_an_accent_are_one(tmp_path):
    _, source = made(tmp_path, corpus(**BAD["an accent"]))
    rows = cells(source, "Who has the quoted words")
    assert [row[0] for row in rows[1:]] == ["Jose Díaz Gómez"]
    assert rows[1][1] == "30"


def test_people_are_listed_if_there_is_a_table_of_names(tmp_path):
    articles = corpus(6)
    tables = nk.analyze(articles, progress=False).tables()
    names = nk.names(articles)
    path = nk.report(Analysis(tables.pop("articles"), {**tables, "names": names}), tmp_path / "c.html", full=0)
    rows = cells(path.read_text(encoding="utf-8"), "Who is named in most articles")
    assert {"Ann Lee", "Bo Ek", "Cy Dow"} <= {row[0] for row in rows}


def test_five_hundred_groups_are_the_largest_and_one(tmp_path):
    names = [f"Outlet {i:03d}" for i in range(500)] + ["Outlet 007"] * 9
    articles = corpus(509, publisher=names)
    page, source = made(tmp_path, articles)
    rows = cells(source, f"Readability {BY}")[1:]
    assert len(rows) == MOST_GROUPS + 1
    assert rows[0][0] == "Outlet 007"
    assert rows[-1][0] == "488 other groups"
    assert "Of 500 groups by publisher the 12 with most articles have a row of their own" in page.text


def test_without_outlets_it_is_by_month_and_without_dates_of_all():
    tables = nk.analyze(corpus(publisher=None), progress=False).tables()
    assert corpus_of(tables).key == "month"
    tables = nk.analyze(corpus(publisher=None, published_local=pd.NaT), progress=False).tables()
    assert corpus_of(tables).names == [ALL]
    tables = nk.analyze(corpus(), progress=False).tables()
    assert corpus_of(tables, "month").names == [f"2024-0{m}" for m in range(1, 7)]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.slow
def test_hostile_fields_stay_text(tmp_path, text):
    told = text.replace("\ud800", "\ufffd")
    articles = corpus(9, publisher=[told, "B", told] * 3, headline=told, byline=told)
    page, _ = made(tmp_path, articles, by="publisher", title=told)
    assert "c-corpus_words" in page.ids


def test_articles_in_full_are_chosen(tmp_path):
    page, _ = made(tmp_path, corpus(), full=2)
    assert page.text.count("The text itself") == 4
    page = audit(nk.report(corpus(3), tmp_path / "few.html"))
    assert page.text.count("The text itself") == 6
    for wrong in (51, -1):
        with pytest.raises(InputError, match=rf"full={wrong}: a report shows from 0 to 50 articles in full"):
            made(tmp_path, corpus(), full=wrong)


def test_progress_is_shown_and_can_be_left_out(tmp_path, capsys):
    analysis = nk.analyze(corpus(), progress=False)
    nk.report(analysis, tmp_path / "c.html", full=1)
    assert "report: 100%" in capsys.readouterr().err
    nk.report(analysis, tmp_path / "c.html", progress=False)
    assert capsys.readouterr().err == ""


def test_the_methods_paragraph_is_in_the_report(tmp_path):
    page, _ = made(tmp_path, corpus())
    assert "The corpus holds 30 articles (3 outlets" in page.text
    assert "@article{Flesch1948" in page.text


def test_a_file_beside_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "c.sha256.csv").mkdir()
    with pytest.raises(ReadError, match=r"c\.sha256\.csv"):
        made(tmp_path, corpus())


def test_a_picture_by_group_says_what_it_shows():
    none = float("nan")
    rows = [Strip("A & B", 12.04, 11.0, 13.0, np.array([9.0, 12.0, 15.0])), Strip("C", none, none, none, np.array([]))]
    html = strips(rows, "grade", "grade by outlet: <A>", 1)
    assert 'alt="grade by outlet: &lt;A&gt;"' in html
    assert f'width="{NARROW}"' in html
    assert said(-0.004, 2) == "0.00"
    assert with_interval(-0.31, -0.4, -0.2, 2) .replace("\u00a0", " ") == "\u22120.31 [\u22120.40, \u22120.20]"
    assert with_interval(float("nan"), 0, 0, 2) == "–"
    assert "base64," in strips([Strip("same", 1.0, 1.0, 1.0, np.array([1.0]))], "x", "x", 1)


def test_a_table_of_counts_is_shaded():
    html = heat_table(pd.DataFrame({"a": [0, 10], "b": [1, 5]}, index=["x", "<y>"]), "outlet", "Counts")
    assert '<td class="num"></td><td class="num h1">1</td><td class="num">1</td>' in html
    assert '&lt;y&gt;</th><td class="num h5">10</td>' in html


def test_every_section_needs_only_what_analyze_makes():
    tables = nk.analyze(registry.empty("articles"), progress=False).tables()
    assert corpus_of(tables).names == []


def test_the_file_beside_is_safe_in_a_spreadsheet(tmp_path):
    made(tmp_path, corpus(3, article_id=["=1+1", "b", "c"]))
    lines = (tmp_path / "c.sha256.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("'=1+1,")


def test_articles_that_state_an_instant_only_have_their_months(tmp_path) -> None:
    days = pd.to_datetime([f"2025-0{1 + i % 3}-10 06:00+00:00" for i in range(9)])
    articles = pd.DataFrame({"text": [f"It rained on day {i}. The river rose." for i in range(9)], "published": days})
    page = nk.report(articles, tmp_path / "corpus.html", progress=False).read_text(encoding="utf-8")
    assert "2025-02" in page
    assert "no day" not in page
