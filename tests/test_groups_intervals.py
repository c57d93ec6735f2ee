"""Intervals and differences of groups: against SciPy, by hand, and how often they hold what is true."""

from __future__ import annotations

import time
import zlib

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import newskit as nk
from newskit.errors import InputError, UnknownNameError
from newskit.grouping import GroupValue, Summary, groups_of_table
from newskit.grouping.bootstrap import DRAWS, SEED, bounds, effective_n, tail, weights
from newskit.tables import FLOAT, Column

NAMES = ["Daily", "Evening", "Weekly"]


def corpus(sizes: list[int], seed: int = 0) -> pd.DataFrame:
    """Invent articles of very different lengths, with and without quotations."""
    draw = np.random.default_rng(seed)
    texts = []
    for _ in range(sum(sizes)):
        plain = ["The harbor is closed until Monday.", "Engineers examined the damaged foundations.", "It rained."]
        said = ["“We will certainly reopen the harbor,” Ann Lee said.", "“No,” said Bo Ek."]
        n = int(draw.integers(1, 12))
        texts.append(" ".join([*draw.choice(plain, n), *draw.choice(said, int(draw.integers(0, 4)))]))
    return pd.DataFrame({"text": texts, "publisher": np.repeat(NAMES[: len(sizes)], sizes)})


def rng_of(name: str) -> np.random.Generator:
    return np.random.default_rng([SEED, zlib.crc32(name.encode())])


def test_intervals_are_those_of_scipy() -> None:
    """Ours are products of one matrix of weights; SciPy draws, sums and scores each draw anew."""
    articles = corpus([5, 40, 300])
    counts = nk.counts(articles).assign(publisher=articles["publisher"])
    found = nk.readability(articles, by="publisher", interval=True).set_index("publisher")
    for name, rows in counts.groupby("publisher"):
        numbers = rows[["n_words", "n_sentences", "n_syllables"]].to_numpy("float64").T

        def flesch_kincaid(words, sentences, syllables, axis):
            per_sentence = words.sum(axis) / sentences.sum(axis)
            return 0.39 * per_sentence + 11.8 * syllables.sum(axis) / words.sum(axis) - 15.59

        expected = stats.bootstrap(
            tuple(numbers), flesch_kincaid, paired=True, vectorized=True, n_resamples=DRAWS, batch=100,
            method="percentile", confidence_level=1 - 2 * tail(len(rows)), rng=rng_of(name),
        ).confidence_interval  # fmt: skip
        for ours, theirs in zip(("low", "high"), expected, strict=True):
            assert found.loc[name, f"flesch_kincaid_{ours}"] == pytest.approx(float(theirs), rel=1e-9)


def test_intervals_are_those_counted_by_hand() -> None:
    articles = corpus([12])
    quotes = nk.quotes(articles)
    in_body = quotes["kind"].isin(["direct", "mixed"])
    quoted = quotes[in_body].groupby("article_id")["n_words"].sum().reindex([str(i) for i in range(12)], fill_value=0)
    words = nk.counts(articles)["n_words"].to_numpy("float64")
    draw = rng_of("Daily")
    shares = []
    for _ in range(DRAWS):
        drawn = draw.integers(0, 12, 12)
        shares.append(sum(quoted.iloc[i] for i in drawn) / sum(words[i] for i in drawn))
    shares.sort()
    found = nk.quotes(articles, by="publisher", interval=True).iloc[0]
    for end, share in (("low", tail(12)), ("high", 1 - tail(12))):
        place = share * (DRAWS - 1)
        below = int(place)
        by_hand = shares[below] + (shares[below + 1] - shares[below]) * (place - below)
        assert found[f"quoted_share_{end}"] == pytest.approx(by_hand, rel=1e-9)


def test_intervals_of_items_are_those_of_their_own_sums() -> None:
    """Speakers are added up in another way than what has one row per group: the same draws must come out."""
    articles = corpus([30])
    quotes = nk.quotes(articles)
    speakers = nk.speakers(quotes)
    ids = [str(i) for i in range(30)]
    own = speakers[speakers["speaker"] == "Ann Lee"].set_index("article_id")["n_words"].reindex(ids, fill_value=0)
    every = speakers.groupby("article_id")["n_words"].sum().reindex(ids, fill_value=0)
    drawn = np.concatenate(list(weights("Daily", 30)))
    shares = (drawn @ own.to_numpy("float64")) / (drawn @ every.to_numpy("float64"))
    telling = int((every > 0).sum())
    found = nk.speakers(quotes, by=nk.groups(articles, "publisher"), interval=True).set_index("speaker").loc["Ann Lee"]
    assert found["share_low"] == pytest.approx(np.quantile(shares, tail(telling)), rel=1e-9)
    assert found["share_high"] == pytest.approx(np.quantile(shares, 1 - tail(telling)), rel=1e-9)


@pytest.mark.parametrize("n", [5, 6, 10, 30, 300, 30_000])
def test_the_tail_is_students(n: int) -> None:
    expected = stats.norm.cdf(stats.t.ppf(0.025, n - 1) * np.sqrt(n / (n - 1)))
    assert tail(n) == pytest.approx(expected, rel=5e-3, abs=1e-6)


def test_draws_without_a_value_are_left_out() -> None:
    draws = np.array([[1.0, np.nan], [np.nan, np.nan], [3.0, np.nan], [2.0, np.nan]])
    low, high = bounds(draws, np.array([30, 30]))
    assert low[0] == pytest.approx(np.quantile([1, 2, 3], tail(30)))
    assert high[0] == pytest.approx(np.quantile([1, 2, 3], 1 - tail(30)))
    assert np.isnan([low[1], high[1]]).all()


def test_the_interval_of_a_group_does_not_depend_on_the_others() -> None:
    articles = corpus([20, 30])
    both = nk.sentiment(articles, by="publisher", interval=True)
    alone = nk.sentiment(articles.head(20), by="publisher", interval=True)
    pd.testing.assert_frame_equal(both.head(1), alone)


def test_the_same_articles_give_the_same_interval_in_any_order_of_groups() -> None:
    articles = corpus([20, 30])
    again = nk.sentiment(articles.iloc[::-1].iloc[::-1], by="publisher", interval=True)
    pd.testing.assert_frame_equal(again, nk.sentiment(articles, by="publisher", interval=True))


def test_a_thousand_draws_of_three_thousand_articles_take_less_than_a_second() -> None:
    counts = nk.counts(corpus([300])).sample(3000, replace=True, random_state=0)
    counts["article_id"] = [str(i) for i in range(3000)]
    articles = pd.DataFrame({"article_id": counts["article_id"], "publisher": "Daily", "n_words": counts["n_words"]})
    summary = nk.codebook("readability_by_group")  # load before the clock starts
    assert len(summary)
    from newskit.analyses.readability.by_group import readability_by_group

    groups = groups_of_table(articles, "publisher")
    begin = time.process_time()
    readability_by_group()(counts, groups, interval=True)
    assert time.process_time() - begin < 1


# --- how often an interval holds what is true


def invented(draw: np.random.Generator, n: int) -> pd.DataFrame:
    """Articles as in news: lengths are skewed, a fifth has no quotation, rates differ."""
    words = np.maximum(40, draw.lognormal(6, 0.5, n)).round()
    rate = np.where(draw.random(n) < 0.2, 0, np.clip(draw.normal(0.18, 0.08, n), 0, 0.9))
    score = draw.normal(0.1, 0.3, n) + 0.0001 * words
    return pd.DataFrame({"n_words": words, "n_quoted": (rate * words).round(), "score": score})


RATIO = Summary((GroupValue(Column("share", FLOAT, "", ""), "n_quoted", "n_words"),))
MEAN = Summary((GroupValue(Column("score", FLOAT, "", ""), "score", "known score"),))


def coverage(summary: Summary, truth: float, n: int, repeats: int) -> float:
    draw = np.random.default_rng(7)
    frames = [invented(draw, n).assign(corpus=i) for i in range(repeats)]
    table = pd.concat(frames, ignore_index=True)
    table["article_id"] = [str(i) for i in range(len(table))]
    found = summary(table, groups_of_table(table, "corpus"), interval=True)
    name = summary.estimates[0].column.name
    return float(((found[f"{name}_low"] <= truth) & (truth <= found[f"{name}_high"])).mean())


@pytest.fixture(scope="module")
def truth() -> dict[str, float]:
    every = invented(np.random.default_rng(1), 2_000_000)
    return {"share": every["n_quoted"].sum() / every["n_words"].sum(), "score": every["score"].mean()}


@pytest.mark.slow
@pytest.mark.parametrize("n", [20, 30, 100, 200])
@pytest.mark.parametrize("summary", [RATIO, MEAN], ids=["ratio", "mean"])
def test_intervals_hold_the_true_value_nineteen_times_in_twenty(summary, n, truth) -> None:
    name = summary.estimates[0].column.name
    assert 0.93 <= coverage(summary, truth[name], n, repeats=1000) <= 0.97


@pytest.mark.slow
@pytest.mark.parametrize(("n", "other"), [(30, 30), (15, 100), (200, 60)])
def test_intervals_of_differences_hold_the_true_value(n: int, other: int, truth) -> None:
    """Both groups are drawn from one population: the true difference is 0."""
    draw = np.random.default_rng(11)
    held = []
    for _ in range(800):
        ends = []
        for k, size in enumerate((n, other)):
            rows = invented(draw, size)
            sums = np.concatenate(list(weights(f"{draw.random()} {k}", size))) @ rows.to_numpy("float64")
            ends.append((sums[:, [1]] / sums[:, [0]], (rows["n_words"] > 0).sum()))
        (one, n_one), (two, n_two) = ends
        low, high = bounds(one - two, np.array([effective_n(one, two, n_one, n_two)]))
        held.append(low[0] <= 0 <= high[0])
    assert 0.93 <= np.mean(np.array(held)) <= 0.97


# --- differences


def test_differences_of_all_pairs_are_those_of_the_groups() -> None:
    articles = corpus([30, 40, 50])
    found = nk.differences(articles, by="publisher", measures=["lix", "smog"])
    assert list(found.columns) == nk.codebook("differences")["column"].tolist()
    pairs = [("Daily", "Evening"), ("Daily", "Weekly"), ("Evening", "Weekly")]
    assert list(zip(found["group"], found["other"], strict=True)) == pairs * 2
    groups = nk.readability(articles, by="publisher", measures=["lix", "smog"]).set_index("publisher")
    for row in found.to_dict("records"):
        assert row["value"] == groups.loc[row["group"], row["measure"]]
        assert row["difference"] == pytest.approx(row["value"] - row["other_value"])
        assert row["difference_low"] < row["difference"] < row["difference_high"]


def test_the_interval_of_a_difference_is_that_of_the_draws() -> None:
    articles = corpus([25, 60])
    found = nk.differences(articles, "quotes", by="publisher", measures="quoted_share").iloc[0]
    quotes = nk.quotes(articles)
    body = quotes[quotes["kind"].isin(["direct", "mixed"])].groupby("article_id")["n_words"].sum()
    ids = nk.counts(articles)["article_id"]
    quoted = body.reindex(ids, fill_value=0).to_numpy("float64")
    words = nk.counts(articles)["n_words"].to_numpy("float64")
    draws = []
    for name in NAMES[:2]:
        own = np.flatnonzero(articles["publisher"] == name)
        drawn = np.concatenate(list(weights(name, len(own))))
        draws.append((drawn @ quoted[own]) / (drawn @ words[own]))
    share = tail(effective_n(*draws, 25, 60))
    assert found["difference_low"] == pytest.approx(np.quantile(draws[0] - draws[1], share), rel=1e-9)
    assert found["difference_high"] == pytest.approx(np.quantile(draws[0] - draws[1], 1 - share), rel=1e-9)


def test_welchs_degrees_of_freedom() -> None:
    draw = np.random.default_rng(3)
    one, other = draw.normal(0, 1, (1000, 1)), draw.normal(0, 3, (1000, 1))
    a, b = np.var(one), np.var(other)
    assert effective_n(one, other, 20, 50) == pytest.approx(1 + (a + b) ** 2 / (a**2 / 19 + b**2 / 49))
    assert effective_n(one, other, 1, 50) == 0


@pytest.mark.parametrize(
    "table",
    ["readability", "sentiment", "quotes", "sentences", "words", "lexical_diversity", "timeline", "time_horizon",
     "update_gaps", "duplicates"],
)  # fmt: skip
def test_tables_whose_groups_can_be_compared(table: str) -> None:
    articles = corpus([3, 4]).assign(published_local=pd.Timestamp("2024-11-30 07:53"))
    found = nk.differences(articles, table, by="publisher")
    assert len(found) > 0
    assert f'"{table}"' in nk.differences.__doc__
    assert found["caveats"].str.contains("few-articles").all()


def test_an_analysis_is_compared_without_reading_again() -> None:
    articles = corpus([9, 9])
    analysis = nk.analyze(articles)
    for table in ("readability", "sentiment", "quotes"):
        given = nk.differences(analysis, table, by="publisher")
        pd.testing.assert_frame_equal(given, nk.differences(articles, table, by="publisher"))


def test_caveats_of_groups_that_differ_in_length_or_number() -> None:
    short, long = "It rained on the harbor today.", "It rained on the harbor today. " * 9
    articles = pd.DataFrame(
        {
            "text": [f"{short} {i}." for i in range(200)] + [f"{long} {i}." for i in range(20)] + [long],
            "desk": ["short"] * 200 + ["long"] * 20 + ["one"],
        }
    )
    found = nk.differences(articles, by="desk", measures="lix").set_index(["group", "other"])
    assert found.loc[("long", "short"), "caveats"] == "lengths-differ; numbers-differ"
    assert "one-article" in found.loc[("long", "one"), "caveats"]
    assert pd.isna(found.loc[("long", "one"), "difference_low"])
    assert pd.notna(found.loc[("long", "one"), "difference"])


def test_one_group_has_no_pairs() -> None:
    assert nk.differences(corpus([5]), by="publisher").empty


def test_many_groups_are_compared_with_one() -> None:
    articles = corpus([40]).assign(desk=[str(i % 25) for i in range(40)])
    with pytest.raises(InputError, match=r"25 groups are 300 pairs.*than='0'"):
        nk.differences(articles, by="desk")
    found = nk.differences(articles, by="desk", than="7", measures="lix")
    assert len(found) == 24
    assert (found["other"] == "7").all()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"table": "speakers"}, "no table of measures named 'speakers'"),
        ({"table": "counts"}, "no table of measures"),
        ({"measures": "lixx"}, "Did you mean 'lix'"),
        ({"table": "quotes", "measures": "n_quotes"}, "no measure of this table"),
        ({"than": "Dayly"}, "Did you mean 'Daily'"),
    ],
)
def test_what_cannot_be_compared(arguments, words: str) -> None:
    with pytest.raises(UnknownNameError, match=words):
        nk.differences(corpus([3, 3]), by="publisher", **arguments)
