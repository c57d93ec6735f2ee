"""Checks of an article against itself, and a corpus by the clock."""

from __future__ import annotations

import datetime as dt
import io

import pandas as pd
import pytest
from matplotlib.figure import Figure

import newskit as nk
from newskit import registry
from newskit.errors import InputError, UnknownNameError

T = pd.Timestamp


def article(text: str = "Nothing.", **columns: object) -> pd.DataFrame:
    return pd.DataFrame({"article_id": ["a"], "text": [text], **{k: [v] for k, v in columns.items()}})


def checks(text: str = "Nothing.", local: str = "2024-11-30 07:53", **columns: object) -> list[tuple[str, str]]:
    found = nk.times.time_checks(nk.timeline(article(text, published_local=T(local), **columns)))
    return list(zip(found["check"], found["text"], strict=True))


def test_an_update_before_publication_is_found() -> None:
    line = "Updated 07:00, Published 07:53"
    assert checks(updated_local=T("2024-11-30 07:00"), updated_text=line) == [("updated_before_published", line)]
    assert checks(updated_local=T("2024-11-30 07:53")) == []
    # A day without a clock lasts until midnight.
    assert checks(updated_local=T("2024-11-30"), updated_precision="day") == []
    assert len(checks(updated_local=T("2024-11-29"), updated_precision="day")) == 1


def test_instants_decide_where_both_are_known() -> None:
    both = {
        "published": T("2024-11-30 05:00", tz="UTC"), "updated": T("2024-11-30 06:00", tz="UTC"),
        "updated_local": T("2024-11-30 01:00"),
    }  # fmt: skip
    assert checks(local="2024-11-30 10:30", **both) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor resigned on December 5, 2024.", ["December 5, 2024"]),
        ("The mayor will resign on December 5, 2024.", []),
        ("The mayor resigned on November 5, 2024.", []),
        ("Doors open on December 5, 2024, the mayor said.", []),
        ("The mayor resigned soon.", []),
    ],
)
def test_the_past_does_not_lie_ahead(text: str, found: list[str]) -> None:
    assert checks(text) == [("past_after_publication", words) for words in found]


def test_an_update_moves_the_end_of_the_past() -> None:
    text = "The mayor resigned on December 5, 2024."
    assert checks(text, updated_local=T("2024-12-06 09:00")) == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("It began on Monday, November 17, 2024.", 1),
        ("It began on Sunday, November 17, 2024.", 0),
        ("It began on Sun., Nov. 17, 2024.", 0),
        ("It began on Thursday, November 17.", 0),  # 2023: Friday, 2024: Sunday, 2025: Monday
        ("It began on Monday, November 18.", 0),
        ("It began on Friday.", 0),
        ("The Monday, 17 November 1066 session never met.", 0),  # another calendar
    ],
)
def test_weekdays_fit_their_dates(text: str, n: int) -> None:
    found = checks(text)
    if "Thursday" in text:
        assert [check for check, _ in found] == ["weekday_and_date"]
    else:
        assert len(found) == n, found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He died yesterday (November 28).", [("yesterday_and_date", "yesterday")]),
        ("He died yesterday (November 29).", []),
        ("He died yesterday, 28 November 2024, in Porto.", [("yesterday_and_date", "yesterday")]),
        ("He came yesterday and left on November 28.", []),
        ("It opened on Friday (November 28, 2024).", [("weekday_and_date", "Friday")]),
        ("It opened on Friday (November 29, 2024).", []),
        ("He died at 3 p.m. on Saturday.", [("past_after_last_stamp", "3 p.m. on Saturday")]),
        ("He died at 3 a.m. on Saturday.", []),
        ("Doors will open at 3 p.m. on Saturday.", []),
        ("Doors open at 3 p.m. on Saturday, the mayor said.", []),
    ],
)
def test_what_readers_can_see(text: str, found: list[tuple[str, str]]) -> None:
    assert checks(text) == found


def test_weekday_and_zone_of_a_timestamp() -> None:
    line = "Published Monday, November 30, 2024"
    assert checks(published_text=line) == [("weekday_and_date", line)]
    assert checks(published_text="Published Saturday, November 30, 2024") == []
    line = "June 12, 2020 9:49 am EST"
    assert checks(local="2020-06-12 09:49", published_text=line, zone_conflict=True) == [("zone_not_in_force", line)]


def test_a_finding_says_where_and_what() -> None:
    frame = article("It began on Monday, November 17, 2024.", published_local=T("2024-11-30"))
    row = nk.times.time_checks(nk.timeline(frame)).iloc[0]
    assert frame[row["field"]][0][row["start"] : row["end"]] == row["text"]
    assert "was a Sunday, not a Monday" in row["message"]


def test_checks_take_a_timeline() -> None:
    with pytest.raises(InputError, match=r"got articles. nk.timeline\(articles\) makes it"):
        nk.times.time_checks(article())
    with pytest.raises(InputError, match="The table 'timeline' has no column 'event_id', 'timex_value'"):
        nk.times.time_checks(pd.DataFrame({"article_id": ["a"]}))


def corpus() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": ["a", "b", "c", "d"],
            "text": ["It rained on Friday.", "It opens in 2030.", "Since 1990 it stood.", "No time."],
            "publisher": ["The Hindu", "The Hindu", "Nowhere Gazette", None],
            "published": pd.to_datetime(["2024-11-30 02:23", "2024-11-30 20:00", None, None], utc=True),
            "published_local": [T("2024-11-30 07:53"), T("2024-12-01 01:30"), T("2024-11-30"), pd.NaT],
            "published_precision": ["minute", "minute", "day", None],
            "updated": pd.to_datetime(["2024-11-30 13:49", None, None, None], utc=True),
            "updated_local": [T("2024-11-30 19:19"), pd.NaT, T("2024-12-02"), pd.NaT],
            "updated_precision": ["minute", None, "day", None],
        }
    )


def test_the_schedule_counts_in_the_outlets_own_zone() -> None:
    found = nk.times.publishing_schedule(corpus().drop(columns="published_local").assign(published_local=pd.NaT))
    hindu = found[found["publisher"] == "The Hindu"]
    assert list(zip(hindu["weekday"], hindu["hour"], strict=True)) == [(5, 7), (6, 1)]
    whole = nk.times.publishing_schedule(corpus())
    assert whole["n_articles"].sum() == 4
    day_only = whole[whole["publisher"] == "Nowhere Gazette"].iloc[0]
    assert (day_only["weekday_name"], bool(pd.isna(day_only["hour"]))) == ("Saturday", True)
    assert whole["weekday"].isna().sum() == 1
    with pytest.raises(UnknownNameError, match="'changed'"):
        nk.times.publishing_schedule(corpus(), kind="changed")


def test_gaps_claim_minutes_only_where_clocks_were_printed() -> None:
    found = nk.times.update_gaps(corpus())
    assert found["article_id"].tolist() == ["a", "c"]
    assert found["minutes"].fillna(-1).tolist() == [686, -1]
    assert found["days"].tolist() == [0, 2]
    assert found["basis"].tolist() == ["instants", "clocks"]


def test_a_zone_conflict_of_an_instant_alone_is_told_by_its_day_in_utc() -> None:
    frame = article(published=T("2020-06-12 13:49", tz="UTC"), zone_conflict=True)
    found = nk.times.time_checks(nk.timeline(frame))
    assert found["message"].tolist() == ["The printed zone is not in force on 2020-06-12."]


def test_a_horizon_of_centuries_is_counted_in_days() -> None:
    frame = article("The vault opens in the 28th century.", published_local=T("2024-11-30"))
    found = nk.times.time_horizon(nk.timeline(frame)).iloc[0]
    assert (found["n_after"], found["ahead_days"]) == (1, (dt.date(2799, 12, 31) - dt.date(2024, 11, 30)).days)


def test_the_horizon_is_counted_from_the_publication_day() -> None:
    found = nk.times.time_horizon(nk.timeline(corpus())).set_index("article_id")
    assert found.loc["a", ["n_placed", "n_before", "back_days", "ahead_days"]].tolist() == [1, 1, 1, 0]
    assert found.loc["b", ["n_after", "back_days"]].tolist() == [1, 0]
    assert found.loc["b", "ahead_days"] == (T("2030-12-31") - T("2024-12-01")).days
    assert found.loc["c", "back_days"] == (T("2024-11-30") - T("1990-01-01")).days
    assert "d" not in found.index  # an article without stamps and times has no rows in the timeline
    with pytest.raises(InputError, match="no column 'kind'"):
        nk.times.time_horizon(pd.DataFrame({"article_id": []}))


@pytest.mark.parametrize("name", ["time_checks", "publishing_schedule", "update_gaps"])
def test_tables_have_their_columns_when_empty(name: str) -> None:
    for articles in (registry.empty("articles"), corpus()):
        found = nk.analyze(articles, only=name).tables()[name]
        pd.testing.assert_series_equal(found.dtypes, registry.empty(name).dtypes)
    horizon = nk.times.time_horizon(registry.empty("timeline"))
    pd.testing.assert_frame_equal(horizon, registry.empty("time_horizon"))


def test_plots_of_a_corpus() -> None:
    ax = nk.plots.publishing_schedule(nk.times.publishing_schedule(corpus()), ax=Figure().subplots())
    assert [t.get_text() for t in ax.texts] == ["1", "1"]
    assert "2 articles; 2 articles without a time of day left out" in ax.get_xlabel()
    schedule = nk.times.publishing_schedule(corpus())
    one = nk.plots.publishing_schedule(schedule, publisher="Nowhere Gazette", ax=Figure().subplots())
    assert one.texts[0].get_text() == "no article has a time of day"
    horizon = nk.plots.time_horizon(nk.times.time_horizon(nk.timeline(corpus())), ax=Figure().subplots())
    assert [t.get_text() for t in horizon.get_yticklabels()] == ["c", "a", "b"]
    for drawn in (ax, horizon):
        drawn.get_figure().savefig(io.BytesIO(), format="svg")
    with pytest.raises(InputError, match="has no column"):
        nk.plots.time_horizon(pd.DataFrame())
