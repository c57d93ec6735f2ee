"""Plots of groups: names, values and intervals; the largest of many; headlines instead of ids."""

from __future__ import annotations

import io
from inspect import signature

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import newskit as nk
from newskit import plots
from newskit.errors import InputError, UnknownNameError
from newskit.grouping import NOT_STATED
from newskit.plots.by_group import MOST_GROUPS, MOST_WITH_ITEMS
from tests.test_groups_intervals import corpus
from tests.test_html import HOSTILE

# Two word lists have no articles; keyness is of groups, a comparison of single articles,
# versions are of one; sheets are of people.
WITHOUT_ARTICLES = {
    "lexicon_comparison", "differences", "keyness", "compared_people",
    "agreement", "validation_confusion", "changes", "deltas", "versions",
}  # fmt: skip


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    found = corpus([20, 12, 3])
    found.insert(0, "article_id", [f"a{i}" for i in range(len(found))])
    found.loc[0, "publisher"] = "One"
    found.loc[1:2, "publisher"] = None
    found["headline"] = [f"Storm {i} hits the $5 pier for $6" for i in range(len(found))]
    clocks = pd.Timestamp("2024-11-30 06:00") + pd.to_timedelta(np.arange(len(found)) * 50, unit="h")
    return found.assign(published_local=clocks)


def tables(articles: pd.DataFrame, by="publisher", **how):
    quotes, groups, timeline = nk.quotes(articles), nk.groups(articles, by), nk.timeline(articles)
    return {
        "cue_verbs": nk.cue_verbs(quotes, by=groups, **how),
        "groups": nk.sentences(articles, by=by, **how),
        "publishing_schedule": nk.times.publishing_schedule(articles, by=by, **how),
        "quotes": nk.quotes(articles, by=by, **how),
        "readability": nk.readability(articles, by=by, **how),
        "sentiment": nk.sentiment(articles, by=by, **how),
        "speakers": nk.speakers(quotes, by=groups, **how),
        "time_horizon": nk.times.time_horizon(timeline, by=groups, **how),
        "timeline": nk.timeline(articles, by=by, **how),
    }


def draw(name: str, table: pd.DataFrame, **how):
    ax = getattr(plots, name)(table, ax=Figure(figsize=(7, 5), layout="constrained").subplots(), **how)
    ax.get_figure().savefig(io.BytesIO(), format="svg")
    return ax


def names(ax) -> list[str]:
    return [t.get_text() for t in ax.get_yticklabels()]


def said(ax) -> str:
    return "\n".join(t.get_text() for t in ax.texts)


def test_every_plot_of_articles_takes_by() -> None:
    takes = {name for name in plots.__all__ if "by" in signature(getattr(plots, name)).parameters}
    assert takes | (WITHOUT_ARTICLES & set(plots.__all__)) == set(plots.__all__)


@pytest.mark.parametrize("interval", [{}, {"interval": True}])
def test_every_plot_names_the_groups_and_writes_values_and_intervals(articles: pd.DataFrame, interval) -> None:
    every = tables(articles, **interval)
    assert set(every) == set(plots.__all__) - WITHOUT_ARTICLES
    for name, table in every.items():
        ax = draw(name, table)
        assert any(text.startswith("Daily") for text in names(ax)), name
        assert any(text.startswith(NOT_STATED) for text in names(ax)), name
        again = draw(name, table, by="publisher")
        assert names(again) == names(ax)
        if interval and name not in ("publishing_schedule", "time_horizon"):
            if name == "groups":
                again = draw(name, table, value="words_per_sentence")
            assert "[" in said(again), name
            assert "95 %" in again.get_xlabel()


def test_values_and_intervals_are_those_of_the_table(articles: pd.DataFrame) -> None:
    table = nk.readability(articles, by="publisher", interval=True)
    ax = draw("readability", table, value="lix")
    dots = [tuple(dot.get_offsets()[0]) for dot in ax.collections]
    assert dots == [(value, y) for y, value in enumerate(table["lix"])]
    lines = [line for line in ax.lines if len(set(line.get_ydata())) == 1 and line.get_linewidth() > 2]
    known = table[table["lix_low"].notna()]
    assert [list(line.get_xdata()) for line in lines] == known[["lix_low", "lix_high"]].to_numpy().tolist()
    assert ax.get_xlabel().startswith("lix:")
    assert f"{table['lix'].iloc[0]:.1f}" in said(ax)


def test_without_an_interval_the_dot_is_hollow_and_few_articles_are_dotted(articles: pd.DataFrame) -> None:
    ax = draw("quotes", nk.quotes(articles, by="publisher", interval=True))
    fills = dict(zip(names(ax), (to_hex(dot.get_facecolor()[0]) for dot in ax.collections), strict=True))
    assert fills["One"] == "#ffffff"
    assert fills["Daily"] != "#ffffff"
    assert "dotted: fewer than 10" in ax.get_xlabel()


def test_a_group_without_a_value_says_so() -> None:
    found = pd.DataFrame({"text": ["It rained.", "“No,” said Ann Lee."], "desk": ["A", "B"]})
    assert "no value" in said(draw("quotes", nk.quotes(found, by="desk"), value="named_share"))


def test_of_many_groups_the_largest_are_drawn_and_it_says_so() -> None:
    sizes = np.repeat(np.arange(500), np.where(np.arange(500) % 10 == 0, 3, 1))
    many = pd.DataFrame({"text": "It rained. “No,” said Ann Lee.", "desk": sizes})
    ax = draw("quotes", nk.quotes(many, by="desk"))
    assert len(names(ax)) == MOST_GROUPS
    assert ax.get_title(loc="left").endswith("(30 largest of 500 groups)")
    assert set(map(int, names(ax))) <= set(range(0, 500, 10))
    speakers = nk.speakers(nk.quotes(many), by=nk.groups(many, "desk"))
    with_items = draw("speakers", speakers)
    assert f"({MOST_WITH_ITEMS} largest of 500 groups)" in with_items.get_title(loc="left")


def test_speakers_stand_below_their_group_the_largest_first(articles: pd.DataFrame) -> None:
    table = nk.speakers(nk.quotes(articles), by=nk.groups(articles, "publisher"))
    shown = names(draw("speakers", table))
    assert shown[0].startswith("Daily (")
    assert shown[1:3] == table.loc[table["publisher"] == "Daily", "speaker"].tolist()[:2]


def test_two_keys_name_a_row(articles: pd.DataFrame) -> None:
    shown = names(draw("readability", nk.readability(articles, by=["publisher", "year"])))
    assert "Daily, 2024" in shown
    voices = names(draw("sentiment", nk.sentiment(articles, by="publisher", voice=True)))
    assert voices[:2] == ["Daily, own", "Daily, quoted"]


def test_articles_are_named_by_their_headlines(articles: pd.DataFrame) -> None:
    few = articles.head(4)
    table = nk.readability(few)
    assert names(draw("readability", table, by="article_id")) == ["a0", "a1", "a2", "a3"]
    named = draw("readability", table, by="article_id", articles=few)
    assert names(named)[0] == "Storm 0 hits the $5 pier for $6"
    horizon = nk.times.time_horizon(nk.timeline(few))
    assert all(text.startswith("Storm") for text in names(draw("time_horizon", horizon, articles=few)))
    assert set(names(draw("time_horizon", horizon))) <= {"a0", "a1", "a2", "a3"}


def test_a_table_that_is_not_by_group_says_how_to_make_it(articles: pd.DataFrame) -> None:
    with pytest.raises(InputError, match=r"nk.quotes\(articles, by='publisher', interval=True\)"):
        draw("quotes", nk.quotes(articles), by="publisher")
    with pytest.raises(UnknownNameError, match="Did you mean 'quoted_share'"):
        draw("quotes", nk.quotes(articles, by="publisher"), value="quoted_shares")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.filterwarnings("ignore:Glyph", "ignore:Matplotlib currently does not support")
@pytest.mark.slow
def test_hostile_names_are_drawn_as_text(text: str) -> None:
    desk = pd.Series([text] * 3, dtype="object")  # strings of pandas 3 cannot hold half a character
    found = pd.DataFrame({"text": ["It rained. “No,” said Ann Lee."] * 3, "desk": desk})
    for name, table in tables(found.assign(published_local=pd.Timestamp("2024-11-30 06:00")), by="desk").items():
        draw(name, table)


def test_differences_are_drawn_beside_a_line_at_zero(articles: pd.DataFrame) -> None:
    table = nk.differences(articles, by="publisher", measures=["lix", "smog"])
    ax = draw("differences", table, measure="smog")
    assert names(ax)[0] == "Daily − Evening"
    assert ax.get_xlabel().startswith("smog")
    assert any(list(line.get_xdata()) == [0, 0] for line in ax.lines)
    with pytest.raises(UnknownNameError, match="Did you mean 'lix'"):
        draw("differences", table, measure="lixx")


def test_nothing_to_draw(articles: pd.DataFrame) -> None:
    for name, table in tables(articles.head(0)).items():
        assert len(draw(name, table).texts) == 1, name
    assert "no groups to compare" in said(draw("differences", nk.differences(articles.head(1), by="publisher")))
