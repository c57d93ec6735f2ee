"""The methods paragraph: it says what was done, after whom, how often that is right, what speaks against it."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.csv_files import csv_rows
from newskit.errors import InputError, UnknownNameError
from newskit.reporting.corpus_caveats import corpus_caveats
from newskit.reporting.provenance import corpus_hash
from newskit.reporting.references import references

DOCS = Path(__file__).resolve().parent.parent / "docs"
ANALYSIS = nk.analyze(nk.load_example())


def test_it_names_corpus_versions_measures_sources_and_accuracy():
    text = nk.methods(ANALYSIS)
    for said in (
        "The corpus holds 1 article (328 words in 19 sentences", f"newskit {nk.__version__}",
        f"pandas {pd.__version__}",
        "Flesch reading ease (Flesch, 1948)", "Gunning fog index (Gunning, 1952)", "(Hutto & Gilbert, 2014)",
        "How often newskit is right", "1 article with fewer than 30 sentences: SMOG", "doi.org/10.1037/h0057532",
    ):  # fmt: skip
        assert said in text
    assert "[[" not in text
    assert "{" not in text
    assert repr(text) == str(text)


@pytest.mark.parametrize("style", ["apa", "markdown"])
def test_who_is_cited_is_listed_and_who_is_listed_is_cited(style):
    told, _, listed = nk.methods(ANALYSIS, style=style).partition("References")
    cited = set(re.findall(r"([^\W\d][\w-]+)(?: et al\.| & [\w-]+)?, ((?:19|20)\d\d)\b", told))
    entries = {(line.lstrip("- ").split(",")[0], year) for line in listed.splitlines()
               for year in re.findall(r"\((\d{4})\)", line)[:1]}  # fmt: skip
    assert entries <= cited
    assert {year for _, year in entries} >= {"1948", "2014", "1975"}


def test_markdown_has_headings_and_bibtex_has_every_reference():
    assert [line for line in nk.methods(ANALYSIS, style="markdown").splitlines() if line.startswith("## ")] == [
        "## Methods", "## Accuracy", "## Limits", "## References",
    ]  # fmt: skip
    bibtex = nk.methods(ANALYSIS, style="bibtex")
    keys = re.findall(r"^@\w+\{(\w+),$", bibtex, re.M)
    assert keys[0] == "newskit"
    assert len(keys) == len(set(keys)) == nk.methods(ANALYSIS, style="markdown").count("\n- ")
    for entry in bibtex.split("\n\n"):
        assert entry.count("{") == entry.count("}")
        assert re.fullmatch(r"@\w+\{\w+,\n(?:  \w+ = \{.*\},?\n)+\}", entry)


def test_only_what_was_made_is_spoken_of():
    text = nk.methods(nk.analyze("It rained.", only="quotes"))
    assert "Readability" not in text
    assert "Sentiment" not in text
    assert "PolNeAR" in text
    assert "TIMEX3" not in text


def test_measures_are_those_of_the_table():
    made = nk.analyze("It rained. The sun set.", only="readability")
    made.made["readability"] = nk.readability("It rained. The sun set.", measures=["lix", "coleman_2"])
    text = nk.methods(made)
    assert "Coleman's second formula (Coleman, 1965; Liau et al., 1976) and LIX (läsb" in text
    assert "(Björnsson, 1968)" in text


def test_every_source_of_a_measure_can_be_read():
    for source in nk.measures()["source"]:
        by_a_person = re.search(r"\(\d{4}\)", source)
        assert bool(references([source])) == bool(by_a_person), source
    for row in csv_rows("newskit.reporting", "sources.csv"):
        assert len(references([row["source"]])) == 1


def test_every_figure_stands_on_its_page_of_the_docs():
    keys = {row["key"] for row in csv_rows("newskit.reporting", "sources.csv")}
    for row in csv_rows("newskit.reporting", "accuracy.csv"):
        assert row["value"] in (DOCS / f"{row['page']}.md").read_text(encoding="utf-8"), row
        assert row["table"] in registry.TABLES
        assert row["key"] in keys | {""}


def test_caveats_are_those_of_this_corpus():
    rows = pd.concat([nk.load_example()] * 4, ignore_index=True).assign(
        article_id=list("abcd"), publisher=["A", "A", "A", "B"], language=["en", "en-GB", "fr", None]
    )
    rows["warnings"] = [["odd"], [], [], []]
    rows["error"] = [None, None, None, "not a file"]
    for column in ("published", "updated"):
        rows.loc[0, [column, f"{column}_local", f"{column}_text"]] = None
    said = " ".join(corpus_caveats(nk.analyze(rows, only=["readability", "timeline", "quotes", "duplicates"]).tables()))
    for caveat in (
        "1 of 4 articles could not be read", "3 of 4 articles say nearly the same",
        "75 % of the articles are from one outlet, A",
        "(fr 1)", "4 of 4 articles with fewer than 30 sentences", "1 of 4 articles without a day",
        "1 of 4 articles were read with",
    ):  # fmt: skip
        assert caveat in said
    assert corpus_caveats({"articles": registry.empty("articles")}) == []


def test_the_hash_of_a_corpus_does_not_know_the_order():
    rows = [{"text": "a"}, {"text": "b"}]
    assert corpus_hash(rows) == corpus_hash(rows[::-1]) != corpus_hash(rows[:1])


def test_it_is_the_same_text_each_time_and_hostile_names_are_text():
    rows = nk.load_example().assign(publisher="$x$ {y} [[pandas]] & 100%")
    assert nk.methods(nk.analyze(rows)) == nk.methods(nk.analyze(rows))


def test_errors_say_what_is_wanted():
    with pytest.raises(InputError, match=r"Expected an Analysis, got str. Call nk\.methods\(nk\.analyze"):
        nk.methods("text")
    with pytest.raises(UnknownNameError, match=r"no style named 'bibtext'\. Did you mean 'bibtex'"):
        nk.methods(ANALYSIS, style="bibtext")
