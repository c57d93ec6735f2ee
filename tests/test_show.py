"""Tables that fit a screen: few columns, short texts, no markup, no formulas; and Jupyter shows them so by itself."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.errors import InputError
from newskit.html.show import LONGEST, MOST_COLUMNS
from newskit.notebook import frame_html, is_ours
from newskit.tables import TEXT
from tests.test_html import HOSTILE

MONEY = "It cost $5 and $6, <b>said</b> Ann Lee."


def several(n: int = 12) -> pd.DataFrame:
    rows = pd.concat([nk.load_example()] * n, ignore_index=True)
    return rows.assign(article_id=[f"a/long/folder/{'x' * 40}/{i}.txt" for i in range(n)], headline=MONEY)


def columns(html: str) -> int:
    return html.count('<th scope="col"')


def test_an_article_is_a_card_of_what_is_known_of_it():
    html = nk.show(nk.load_example()).html
    assert "Ferry Returns to Pell Harbor" in html
    assert "Thu 12 Sep 2024, 06:40" in html
    assert "<caption>1 article</caption>" in html
    assert ">credit<" not in html
    assert len(html) < 5_000


def test_many_articles_have_few_columns_and_few_rows():
    html = nk.show(several()).html
    assert columns(html) <= MOST_COLUMNS
    assert html.count('scope="row"') == 10
    assert "the first 10 of 12 articles" in html
    assert "columns not shown</summary>" in html
    assert nk.show(several(), rows=3).html.count('scope="row"') == 3
    assert "0.txt" in html  # what differs in a long name stands at its end


def test_dollars_are_no_formula_and_markup_is_text():
    html = nk.show(several()).html
    assert 'class="nk-shown tex2jax_ignore mathjax_ignore"' in html
    assert "$5 and $6, &lt;b&gt;said" in html


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cells_stay_text(text):
    told = pd.Series([text, text], dtype=TEXT)  # the only dtype that holds half a surrogate pair
    table = several(2).assign(headline=told, text=told, publisher=told.str[:50])
    html = nk.show(table).html
    assert "<script" not in html.lower().replace("&lt;script", "")
    assert "<img" not in html.lower().replace("&lt;img", "")


def test_long_texts_are_cut():
    table = pd.DataFrame({"text": ["word " * 5_000, "short"], "n_words": [5_000, 1]})
    shown = nk.show(table)
    assert max(map(len, shown.text.splitlines())) < 2 * LONGEST
    assert "5000" in repr(shown)


@pytest.mark.parametrize("name", list(registry.TABLES))
def test_every_table_can_be_shown_also_without_rows(name):
    assert columns(nk.show(registry.empty(name)).html) == 0
    assert is_ours(registry.empty(name))


def test_every_table_of_an_analysis_fits():
    analysis = nk.analyze(several(3))
    for table in analysis.tables().values():
        assert 1 <= columns(nk.show(table).html) <= MOST_COLUMNS


def test_columns_of_one_name_and_odd_names():
    table = pd.DataFrame([[1, 2, "a"]], columns=["a", "a", 3])
    assert columns(nk.show(table).html) == 2


def test_frames_of_others_stay_as_they_are():
    other = pd.DataFrame({"price": ["$a$"], "weight": [1]})
    assert not is_ours(other)
    assert frame_html(other) == other._repr_html_()
    assert not is_ours(nk.load_example().set_index(["article_id", "headline"]))
    assert "nk-shown" in frame_html(several()[["headline", "text"]])
    with pd.option_context("display.notebook_repr_html", False):
        assert frame_html(several()) is None


def test_show_wants_a_table():
    with pytest.raises(InputError, match=r"show\(\) takes a table, a DataFrame; got str\."):
        nk.show("text")


def test_jupyter_shows_our_tables_so_without_being_asked():
    code = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
import newskit as nk, pandas as pd
html = shell.display_formatter.format(nk.load_example())[0]["text/html"]
other = shell.display_formatter.format(pd.DataFrame({"a": [1]}))[0]["text/html"]
print("nk-shown" in html, "nk-shown" in other)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "False"]


def test_an_analysis_says_what_it_found():
    analysis = nk.analyze(nk.load_example())
    for html in (repr(analysis), analysis._repr_html_()):
        for found in ("328 words in 19 sentences", "school grades", "by 9 formulas", "quotations", "named speakers",
                      "published Thu 12 Sep 2024, 06:40", "updated Thu 12 Sep 2024, 11:15"):  # fmt: skip
            assert found in html
    assert "mathjax_ignore" in analysis._repr_html_()


def test_findings_of_a_corpus():
    rows = several(4).assign(publisher=["A", "B", "B", None])
    rows.loc[0, ["published", "published_local"]] = pd.NaT
    said = repr(nk.analyze(rows))
    assert "2 outlets" in said
    assert "published Thu 12 Sep 2024, 1 without a day" in said
    assert "could not be read" not in said
    assert repr(nk.analyze("")).startswith("<newskit.Analysis of 1 article: 0 words in 0 sentences; 0 quotations")


def test_findings_read_instants_as_the_report_on_a_corpus_does():
    instants = pd.to_datetime(["2024-05-03T10:00:00Z", "2024-05-06T23:30:00Z", None], utc=True)
    rows = pd.DataFrame({"text": ["It rained."] * 3, "published": instants})
    assert "published Fri 3 May 2024 to Mon 6 May 2024, 1 without a day" in repr(nk.analyze(rows))
    assert "published Fri 3 May 2024;" in repr(nk.analyze(rows[:1]))  # in UTC the hour says nothing
    local = rows[:1].assign(published_local=pd.Timestamp("2024-05-03 12:00"), published_precision=pd.NA)
    assert "published Fri 3 May 2024, 12:00;" in repr(nk.analyze(local))


def test_an_analysis_by_group_says_what_the_groups_are():
    grouped = nk.analyze(several(3).assign(publisher=["A", "B", "B"])).by("publisher")
    for html in (repr(grouped), grouped._repr_html_()):
        assert "3 articles in 2 groups by publisher" in html


def test_what_pandas_was_told_counts():
    table = several(30)[["headline", "text"]]
    assert frame_html(table).count('scope="row"') == 10
    with pd.option_context("display.max_rows", None, "display.max_colwidth", None):
        html = frame_html(table)
    assert html.count('scope="row"') == 30
    assert "four times a day through October" in html
    with pd.option_context("display.max_rows", 12, "display.max_colwidth", 20):
        html = frame_html(table)
    assert html.count('scope="row"') == 12
    assert "\u2026" in html


def test_columns_turned_are_shown_so_too():
    html = frame_html(several(1)[["headline", "byline", "text"]].T)
    assert "nk-shown" in html
    assert html.count('scope="row"') == 3
    assert "nk-shown" not in frame_html(pd.DataFrame({"a": [1]}, index=["no such column"]))


def test_an_instant_says_that_it_is_in_utc():
    html = nk.show(nk.load_example()[["published", "published_local"]].assign(headline="x")).html
    assert "Thu 12 Sep 2024, 10:40 UTC" in html
    assert "Thu 12 Sep 2024, 06:40<" in html
