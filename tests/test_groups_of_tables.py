"""Every analysis by group: sums against sums by hand, and what is asked wrongly or has nothing in it."""

from __future__ import annotations

import inspect

import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.errors import InputError
from newskit.grouping import NOT_STATED

TEXTS = [
    "Mayor Ann Lee said: “We will fix the bridge.” It is a terrible mess, she added on Friday.",
    "Rain fell. The bridge is shut until December 5, the city claimed.",
    "“No way will it close,” said Bo Ek. Good news came on Monday, Ann Lee said.",
    "",
]
CLOCKS = pd.to_datetime(["2024-11-30 07:53", "2024-12-01 09:00", "2024-12-03 10:00", None] * 6)
DESKS = ["City", "News", None, "None", "City", "City"]


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    n = len(CLOCKS)
    return pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(n)],
            "text": [TEXTS[i % 4] for i in range(n)],
            "headline": "Bridge shut",
            "desk": [DESKS[i % 6] for i in range(n)],
            "published_local": CLOCKS,
            "updated_local": CLOCKS + pd.Timedelta(hours=3),
        }
    )


# What takes articles, or a table of them, and gives numbers; the value is what it takes.
OF_ARTICLES = {
    name: getattr(nk, name)
    for name in (
        "attribution", "certainty", "certainty_rates", "counts", "duplicates", "frequent_words", "length_distribution",
        "lexical_diversity", "mentions", "name_variants", "names", "quotes", "readability", "repetitions", "sentences",
        "sentiment", "sentiment_hits", "timeline",
        "words",
    )
} | {
    "publishing_schedule": nk.times.publishing_schedule,
    "update_gaps": nk.times.update_gaps,
    "concordance": lambda articles, **by: nk.concordance(articles, "bridge*", **by),
    "sentiment_toward": lambda articles, **by: nk.sentiment_toward(articles, ["Ann Lee", "bridge"], **by),
}  # fmt: skip
OF_TABLES = {
    "cue_verbs": (nk.cue_verbs, "quotes"),
    "repeated_quotes": (nk.repeated_quotes, "quotes"),
    "sentiment_by_speaker": (nk.sentiment_by_speaker, "quotes"),
    "speakers": (nk.speakers, "quotes"),
    "time_checks": (nk.times.time_checks, "timeline"),
    "time_horizon": (nk.times.time_horizon, "timeline"),
}
# Lists of whatever adds up: nothing in them is an estimate.
WITHOUT_INTERVAL = {"counts", "name_variants"}
# No groups: they read, write, show or explain; score and grades take any table of counts, also one by group.
NOT_BY_GROUP = {
    "analyze", "analyze_dataset", "codebook", "compare", "describe_source", "dropped", "export", "grades", "groups",
    "highlight", "iter_articles", "lesson", "load_example", "measures", "methods", "open_dataset", "outlets",
    "parse_timestamps", "provenance", "read_articles", "rules", "score", "show", "worksheet", "write_articles",
}  # fmt: skip


def by_group(name: str, articles: pd.DataFrame, by="desk", **interval) -> pd.DataFrame:
    if name in OF_ARTICLES:
        return OF_ARTICLES[name](articles, by=by, **interval)
    function, table = OF_TABLES[name]
    return function(getattr(nk, table)(articles), by=nk.groups(articles, by), **interval)


def test_every_analysis_takes_by() -> None:
    functions = {name: getattr(nk, name) for name in nk.__all__} | {
        name: getattr(nk.times, name) for name in nk.times.__all__
    }
    asked = {
        name
        for name, function in functions.items()
        if inspect.isfunction(function) and "by" in inspect.signature(function).parameters and name != "groups"
    }
    # Words of groups against each other, and groups themselves: their tables are by group already.
    assert asked == {*OF_ARTICLES, *OF_TABLES, "keyness", "differences", "report"}
    for name, function in functions.items():
        if not inspect.isfunction(function) or name in asked:
            continue
        assert name in NOT_BY_GROUP, f"nk.{name} has no by="


@pytest.mark.parametrize("name", sorted({**OF_ARTICLES, **OF_TABLES}))
def test_tables_by_group_are_as_the_codebook_says(name: str, articles: pd.DataFrame) -> None:
    interval = {} if name in WITHOUT_INTERVAL else {"interval": True}
    found = by_group(name, articles, ["desk", "year"], **interval)
    assert list(found.columns[:2]) == ["desk", "year"]
    stated = registry.table(f"{name}_by_group").columns[1:]
    ends = {f"{c.name}_{end}" for c in stated for end in ("low", "high")}
    if name == "readability":  # the nine best known of all
        stated = [c for c in stated if c.name in found.columns]
    assert [c for c in found.columns[2:] if c not in ends] == [c.name for c in stated]
    dtypes = {c.name: c.dtype for c in stated}
    assert {c: str(found[c].dtype) for c in dtypes} == dtypes
    for low in found.columns[found.columns.str.endswith("_low")]:
        value, high = found[low[:-4]], found[low[:-4] + "_high"]
        known = found[low].notna()
        assert (found[low][known] <= high[known]).all()
        assert (found[low].isna() == high.isna()).all()
        assert value[known].notna().all()


@pytest.mark.parametrize("name", sorted({**OF_ARTICLES, **OF_TABLES}))
def test_nothing_to_count_has_its_columns(name: str, articles: pd.DataFrame) -> None:
    interval = {} if name in WITHOUT_INTERVAL else {"interval": True}
    some = by_group(name, articles, **interval)
    for few in (articles.head(0), articles.iloc[3:4]):
        found = by_group(name, few, **interval)
        assert list(found.columns) == list(some.columns)
        assert [str(t) for t in found.dtypes] == [str(t) for t in some.dtypes]


@pytest.mark.parametrize("name", sorted({**OF_ARTICLES, **OF_TABLES}))
def test_one_group_and_a_group_of_one_article(name: str, articles: pd.DataFrame) -> None:
    interval = {} if name in WITHOUT_INTERVAL else {"interval": True}
    one = articles.head(9).assign(desk=["B"] + ["A"] * 8)
    found = by_group(name, one, **interval)
    alone = found[found["desk"] == "B"]
    assert (alone["n_articles"] == 1).all()
    assert alone["caveats"].str.contains("one-article").all()
    assert alone.filter(regex="_(?:low|high)$").isna().all(axis=None)
    assert set(by_group(name, one.assign(desk="all"), **interval)["desk"]) <= {"all"}


def test_counts_are_summed_by_hand(articles: pd.DataFrame) -> None:
    counts = nk.counts(articles)
    numbers = counts.columns[1:]
    expected = counts[numbers].groupby(articles["desk"].fillna(NOT_STATED)).sum()
    found = nk.counts(articles, by="desk").set_index("desk")
    assert found["n_articles"].to_dict() == {"City": 12, "News": 4, "None": 4, NOT_STATED: 4}
    for name in numbers:
        assert found[name].to_dict() == expected[name].to_dict()


def test_readability_scores_sums_and_averages_no_scores(articles: pd.DataFrame) -> None:
    found = nk.readability(articles, by="desk", measures="all").set_index("desk")
    sums = nk.counts(articles, by="desk").set_index("desk")
    pd.testing.assert_frame_equal(nk.score(sums, measures="all"), found[nk.measures()["measure"]])


def test_sentiment_is_the_mean_over_all_sentences(articles: pd.DataFrame) -> None:
    sentences = nk.sentiment(articles, unit="sentence").merge(articles[["article_id", "desk"]])
    scored = sentences[sentences["compound"].notna()].groupby(sentences["desk"].fillna(NOT_STATED))["compound"]
    found = nk.sentiment(articles, by="desk").set_index("desk")
    for name, values in scored:
        assert found.loc[name, "compound"] == pytest.approx(values.mean(), abs=1e-12)
        assert found.loc[name, "compound_std"] == pytest.approx(values.std(ddof=0), abs=1e-12)


def test_sentiment_of_a_group_of_one_article_is_that_of_the_article(articles: pd.DataFrame) -> None:
    for how in ({}, {"voice": True}, {"unit": "headline"}):
        alone = nk.sentiment(articles, **how).drop(columns="lexicon")
        found = nk.sentiment(articles, by="article_id", **how)
        both = [c for c in alone.columns if c in found.columns and c != "n_sentences"]
        order = {name: n for n, name in enumerate(articles["article_id"])}
        found = found.sort_values("article_id", key=lambda ids: ids.map(order), kind="stable", ignore_index=True)
        pd.testing.assert_frame_equal(found[both], alone[both])


def test_what_does_not_add_up_is_averaged_over_articles(articles: pd.DataFrame) -> None:
    alone = nk.lexical_diversity(articles, window=5)
    mean = alone.groupby(articles["desk"].fillna(NOT_STATED))[["mattr", "type_token_ratio"]].mean()
    found = nk.lexical_diversity(articles, window=5, by="desk").set_index("desk")
    pd.testing.assert_frame_equal(found[mean.columns], mean, check_names=False, check_index_type=False)
    book = nk.codebook("lexical_diversity_by_group").set_index("column")
    assert book.loc[mean.columns, "meaning"].str.contains("mean over the articles").all()


def test_quotes_and_speakers_by_hand(articles: pd.DataFrame) -> None:
    quotes = nk.quotes(articles)
    quoted = quotes[quotes["kind"].isin(["direct", "mixed"])].merge(articles[["article_id", "desk"]])
    city = quoted[quoted["desk"] == "City"]
    found = nk.quotes(articles, by="desk").set_index("desk").loc["City"]
    assert found["n_quotes"] == len(city)
    n_words = nk.counts(articles[articles["desk"] == "City"])["n_words"].sum()
    assert found["quoted_share"] == pytest.approx(city["n_words"].sum() / n_words)
    speakers = nk.speakers(quotes, by=nk.groups(articles, "desk"))
    of_city = speakers[speakers["desk"] == "City"].set_index("speaker")
    assert of_city["n_words"].to_dict() == city.groupby("speaker")["n_words"].sum().to_dict()
    assert of_city["share"].sum() == pytest.approx(1)
    assert of_city["rank"].tolist() == [1, 2]


def test_frequent_words_are_ranked_when_all_are_added_up() -> None:
    texts = ["alpha alpha beta", "gamma gamma beta", "delta delta beta"]
    found = nk.frequent_words(pd.DataFrame({"text": texts, "desk": "A"}), by="desk", n=1)
    assert found[["word", "n", "rank"]].to_dict("records") == [{"word": "beta", "n": 3, "rank": 1}]


def test_names_of_a_group_are_linked(articles: pd.DataFrame) -> None:
    found = nk.names(articles, by="desk")
    ann = found[(found["name"] == "Ann Lee") & (found["desk"] == "City")].iloc[0]
    assert ann["n_articles_with"] == 8
    assert ann["articles_share"] == pytest.approx(8 / 12)


def test_an_analysis_by_group_has_what_the_functions_give(articles: pd.DataFrame) -> None:
    found = nk.analyze(articles).by("desk", interval=True)
    for name, expected in {
        "readability": nk.readability(articles, by="desk", interval=True),
        "readability_by_voice": nk.readability(articles, by="desk", interval=True, voice=True),
        "sentiment": nk.sentiment(articles, by="desk", interval=True),
        "sentiment_by_voice": nk.sentiment(articles, by="desk", interval=True, voice=True),
        "quotes": nk.quotes(articles, by="desk", interval=True),
    }.items():
        pd.testing.assert_frame_equal(getattr(found, name), expected)
    assert found.articles["n_articles"].tolist() == [12, 4, 4, 4]
    assert "24 articles in 4 groups by desk" in repr(found)
    with pytest.raises(InputError, match="by group already"):
        found.by("desk")


def test_every_table_that_analyze_makes_and_can_be_grouped_is(articles: pd.DataFrame) -> None:
    able = [t.name for t in registry.TABLES.values() if t.is_made_by_analyze and t.grouped]
    assert len(able) >= 20
    assert set(nk.analyze(articles, only=able).by("desk").made) == set(able)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda a: nk.quotes(a, interval=True), "say which, by='publisher'"),
        (lambda a: nk.readability(a, by="desk", unit="paragraph"), "leave out one"),
        (lambda a: nk.readability(a, by="desk", engine="textstat"), "scores each text alone"),
        (lambda a: nk.speakers(nk.quotes(a), by="desk"), r"by=nk.groups\(articles, 'desk'\)"),
        (lambda a: nk.speakers(nk.quotes(a), by=nk.groups(a.head(2), "desk")), "is in the table, but not among"),
        (lambda a: nk.quotes(a.assign(n_quotes=1), by="n_quotes"), "rename that column"),
        (lambda a: nk.quotes("One text.", by="publisher"), "no group of articles named 'publisher'"),
    ],
)
def test_what_is_asked_wrongly_is_an_error_with_a_remedy(call, words: str, articles: pd.DataFrame) -> None:
    with pytest.raises((InputError, LookupError), match=words):
        call(articles)


def test_a_table_with_the_column_needs_no_other(articles: pd.DataFrame) -> None:
    quotes = nk.quotes(articles).merge(articles[["article_id", "desk"]])
    found = nk.speakers(quotes, by="desk")
    given = nk.speakers(nk.quotes(articles), by=nk.groups(articles, "desk"))
    assert found["n_quotes"].tolist() == given["n_quotes"].tolist()
    assert found["share"].tolist() == given["share"].tolist()


def test_caveats_of_groups() -> None:
    long = "The bridge is shut and the mayor of the city said that it will not open. " * 20
    articles = pd.DataFrame(
        {
            "text": [f"{long} {i}." for i in range(12)] + [long, None, "", long, long, "Es regnet."],
            "desk": ["many"] * 12 + ["one", "none", "none", "same", "same", "two"],
            "language": ["en-GB", "en"] * 6 + ["en"] * 5 + ["de"],
        }
    )
    articles.loc[len(articles)] = ["It rains.", "two", "en"]
    found = nk.counts(articles, by="desk").set_index("desk")["caveats"]
    assert pd.isna(found["many"])
    assert found["one"] == "one-article"
    assert found["none"] == "few-articles; no-words"
    assert found["same"] == "few-articles; repeated-texts"
    assert found["two"] == "few-articles; several-languages"


def test_without_words_there_are_no_scores_and_no_intervals() -> None:
    articles = pd.DataFrame({"text": [None, "", "!!!"], "desk": "A"})
    found = nk.readability(articles, by="desk", interval=True)
    assert found["n_words"].tolist() == [0]
    scores = found.drop(columns=["desk", "n_articles", "n_words", "n_sentences", "caveats"])
    assert scores.isna().all(axis=None)


def test_identical_articles_have_an_interval_of_no_width_and_a_caveat() -> None:
    articles = pd.DataFrame({"text": ["It rained. The sun set on the harbor."] * 30, "desk": "A"})
    found = nk.readability(articles, by="desk", interval=True, measures="lix").iloc[0]
    assert found["lix_low"] == pytest.approx(found["lix"]) == pytest.approx(found["lix_high"])
    assert "repeated-texts" in found["caveats"]


def test_five_thousand_articles_without_quotations_or_dates() -> None:
    rng = np.random.default_rng(0)
    articles = pd.DataFrame({"text": ["It rained in town."] * 5000, "desk": rng.integers(0, 500, 5000)})
    found = nk.quotes(articles, by="desk", interval=True)
    assert len(found) == 500
    assert (found["n_quotes"] == 0).all()
    assert (found["quoted_share"] == 0).all()
    assert found["named_share"].isna().all()
    assert nk.timeline(articles, by="desk", interval=True)["placed_share"].isna().all()
    assert nk.groups(articles, "month")["month"].unique().tolist() == [NOT_STATED]
    assert len(nk.speakers(nk.quotes(articles), by=nk.groups(articles, "desk"))) == 0
