"""Keyness and concordance: against published formulas and tools, by hand, and on what is no article."""

from __future__ import annotations

import math
import time

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2, chi2_contingency

import newskit as nk
from newskit.comparing.key_scores import Frequencies, bic, log_likelihood, log_ratio, p_value
from newskit.errors import InputError, UnknownNameError
from newskit.notebook import frame_html

# The texts of quanteda's own tests of textstat_keyness (test-textstat_keyness.R).
D1, D2, D3 = "a a a b b c c c c c c d e f g h h", "a a b c c d d d d e f h", "a a a a b b c c d d d d d d"
EXACT = 1e-9


def frame(*texts: str, **columns: list) -> pd.DataFrame:
    return pd.DataFrame({"text": list(texts), **(columns or {"publisher": [chr(65 + i) for i in range(len(texts))]})})


def by_word(table: pd.DataFrame, group: str) -> pd.DataFrame:
    return table[table["group"] == group].set_index("word")


def test_order_is_that_of_quanteda() -> None:
    """textstat_keyness(measure="lr", correction="none") sorts by signed G2, as its tests state."""
    found = by_word(nk.keyness(frame(D1, D2), by="publisher", min_count=1), "A")
    signed = found["log_likelihood"].where(found["use"] == "over", -found["log_likelihood"])
    assert signed.sort_values(ascending=False, kind="stable").index.tolist() == list("cgbhaefd")
    assert found.loc["a", ["n_group", "n_reference", "n_words_group", "n_words_reference"]].tolist() == [3, 2, 17, 12]


def test_words_of_equal_evidence_stand_as_they_are_met_whatever_was_read_before() -> None:
    first, again = "zeppelins quokkas zithers", "zithers quokkas zeppelins"
    nk.keyness(frame(first, "b"), by="publisher", min_count=1)
    assert by_word(nk.keyness(frame(again, "b"), by="publisher", min_count=1), "A").index.tolist()[:3] == again.split()


def test_g2_of_all_cells_is_the_g_test_of_scipy() -> None:
    found = by_word(nk.keyness(frame(D1, D2, D3), by="publisher", min_count=1), "A")
    for row in found.itertuples():
        cells = [
            [row.n_group, row.n_reference],
            [row.n_words_group - row.n_group, row.n_words_reference - row.n_reference],
        ]
        g2, p, *_ = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
        assert row.log_likelihood == pytest.approx(g2, abs=EXACT)
        assert row.p == pytest.approx(p, abs=EXACT)


def test_g2_of_two_cells_is_that_of_rayson() -> None:
    """His calculator: E1 = c(a+b)/(c+d), E2 = d(a+b)/(c+d), G2 = 2(a ln(a/E1) + b ln(b/E2))."""
    a, b, c, d = 3, 2, 17, 12
    e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
    by_hand = 2 * (a * math.log(a / e1) + b * math.log(b / e2))
    found = by_word(nk.keyness(frame(D1, D2), by="publisher", min_count=1, cells=2), "A")
    assert found.loc["a", "log_likelihood"] == pytest.approx(by_hand, abs=EXACT)
    assert found.loc["a", "bic"] == pytest.approx(by_hand - math.log(c + d), abs=EXACT)


def test_log_ratio_is_that_of_hardie() -> None:
    """0.0006 against 0.0002 is three times as often, 1.585; a word that is missing counts as half a word."""
    f = Frequencies(np.array([6, 1, 4, 0]), np.array([2, 2, 0, 4]), 10_000, 10_000)
    assert log_ratio(f).tolist() == pytest.approx([math.log2(3), -1, 3, -3], abs=EXACT)


def test_p_is_the_tail_of_chi_squared() -> None:
    values = np.array([0.0, 0.5, 3.84, 6.63, 10.83, 15.13, 40.0, 900.0])
    assert p_value(values) == pytest.approx(chi2.sf(values, 1).tolist(), rel=EXACT)
    assert bic(values, 1000).tolist() == pytest.approx((values - math.log(1000)).tolist())


def test_equal_shares_have_no_evidence() -> None:
    f = Frequencies(np.array([30, 7, 1]), np.array([10, 7 / 3, 1 / 3]), 3000, 1000)
    assert log_likelihood(f).tolist() == pytest.approx([0, 0, 0], abs=EXACT)
    assert (log_likelihood(f) >= 0).all()


def test_groups_are_held_against_all_others_or_one_or_another_corpus() -> None:
    articles = frame(D1, D2, D3)
    assert by_word(nk.keyness(articles, by="publisher", min_count=1), "A").loc["d", "n_reference"] == 10
    against_c = nk.keyness(articles, by="publisher", reference="C", min_count=1)
    assert set(against_c["group"]) == {"A", "B"}
    assert by_word(against_c, "A").loc["d", "n_reference"] == 6
    other = nk.keyness(frame(D1), reference=frame(D2, D3), min_count=1)
    mine = by_word(nk.keyness(articles, by="publisher", min_count=1), "A").reset_index()
    pd.testing.assert_frame_equal(
        other.drop(columns="group"), mine[[c for c in other.columns if c != "group"]], check_dtype=False
    )


def test_counts_add_up_over_articles_and_forms() -> None:
    articles = frame("The fire. THE fire!", "“the” end", "rain rain", publisher=["A", "A", "B"])
    found = by_word(nk.keyness(articles, by="publisher", min_count=1), "A")
    assert found.loc["the", ["n_group", "n_articles_group"]].tolist() == [3, 2]


def test_keyness_has_its_columns_and_dtypes() -> None:
    found = nk.keyness(frame(D1, D2), by="publisher")
    book = nk.codebook("keyness")
    assert found.columns.tolist() == book["column"].tolist()
    assert found.dtypes.map(str).tolist() == book["dtype"].tolist()


def test_missing_groups_are_a_group() -> None:
    articles = frame(D1, D2, publisher=["A", None])
    assert set(nk.keyness(articles, by="publisher")["group"]) == {"A", "not stated"}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "something to hold the words against"),
        ({"by": "publisher"}, "There are no words to hold the group 'A' against"),
        ({"by": "publisher", "n": 0}, "n=0"),
        ({"by": "publisher", "min_count": 0}, "min_count=0"),
        ({"reference": ["rain fell"], "cells": 3}, "cells=3"),
    ],
)
def test_keyness_says_what_is_wrong(options: dict, says: str) -> None:
    with pytest.raises(InputError, match=says):
        nk.keyness(frame("rain fell"), **options)


def test_keyness_suggests_names() -> None:
    with pytest.raises(UnknownNameError, match="'publisher'"):
        nk.keyness(frame(D1, D2), by="publishers")
    with pytest.raises(UnknownNameError, match="group"):
        nk.keyness(frame(D1, D2), by="publisher", reference="Z")


def test_a_group_without_words_has_no_rows() -> None:
    found = nk.keyness(frame(D1, D2, "", publisher=["A", "B", "C"]), by="publisher")
    assert set(found["group"]) == {"A", "B"}
    assert nk.keyness(frame("", ""), by="publisher").empty


@pytest.mark.slow
def test_keyness_of_500_groups_and_3000_articles_takes_seconds() -> None:
    random = np.random.default_rng(7)
    words = np.array([f"w{n}" for n in range(20_000)])
    texts = [" ".join(words[random.zipf(1.3, 300) % 20_000]) for _ in range(3000)]
    articles = frame(*texts, publisher=[f"o{n % 500}" for n in range(3000)])
    began = time.perf_counter()
    found = nk.keyness(articles, by="publisher", n=10)
    assert found["group"].nunique() == 500
    assert time.perf_counter() - began < 30


TEXT = (
    "Mayor Ann Lee hinted at a deal. The deal may fail, Lee’s aide said.\n"
    "“Peace deals take time,” she said. A peace deal? No deal."
)


def test_concordance_slices_back() -> None:
    found = nk.concordance(TEXT, "deal*")
    assert [TEXT[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == found["match"].tolist()
    assert found["match"].tolist() == ["deal", "deal", "deals", "deal", "deal"]
    assert found["sentence"].tolist() == [0, 1, 2, 3, 4]
    assert found["paragraph"].tolist() == [0, 0, 1, 1, 1]
    assert found.loc[1, "left"].endswith("hinted at a deal. The")
    assert found.loc[4, "right"] == "."


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("deal", ["deal"] * 4),
        ("peace deal*", ["Peace deals", "peace deal"]),
        ("lee", ["Lee", "Lee’s"]),
        ("Lee's", ["Lee’s"]),
        ("*ai*", ["fail", "aide", "said", "said"]),
        ("the deal may", ["The deal may"]),
        ("deal the", []),  # another sentence
        ("“peace", ["Peace", "peace"]),
        ("said she", []),
        ("* said", ["aide said", "she said"]),
    ],
)
def test_patterns(pattern: str, found: list[str]) -> None:
    assert nk.concordance(TEXT, pattern)["match"].tolist() == found


def test_case_and_expressions() -> None:
    assert nk.concordance(TEXT, "Peace", case_sensitive=True)["match"].tolist() == ["Peace"]
    assert nk.concordance(TEXT, r"deals?\b", regex=True)["match"].tolist() == ["deal", "deal", "deals", "deal", "deal"]
    assert nk.concordance(TEXT, "x*", regex=True).empty
    assert nk.concordance(" \n ", r"\s+", regex=True)["sentence"].isna().all()


def test_sorted_as_corpus_tools_do() -> None:
    right = nk.concordance("deal zebra. deal apple. deal, mango.", "deal", sort="right")
    assert [text.strip(",. ").split(".")[0] for text in right["right"]] == ["apple", "mango", "zebra"]
    left = nk.concordance("no deal. a deal. big deal.", "deal", sort="left")
    assert [text.split()[-1] for text in left["left"]] == ["a", "big", "no"]
    matched = nk.concordance("zeal deal real", "*eal", sort="match")
    assert matched["match"].tolist() == ["deal", "real", "zeal"]


def test_concordance_shows_aligned_lines() -> None:
    lines = repr(nk.concordance(TEXT, "deal*")).splitlines()
    assert lines[0] == "5 places in 1 article"
    assert len({line.index("[") for line in lines[1:]}) == 1
    assert repr(nk.concordance(TEXT, "deal*")[["match"]]).splitlines()[0].strip() == "match"
    html = nk.concordance("<script>alert(1)</script> costs $5 and $6", "costs")._repr_html_()
    assert "<script>" not in html
    assert "tex2jax_ignore" in html
    assert "\x1b" not in repr(nk.concordance("\x1b[31mred deal", "deal"))


def test_concordance_is_a_frame_that_filters() -> None:
    found = nk.concordance(TEXT, "deal*")
    kept = found[found["sentence"] > 2]
    assert "[deal]" in repr(kept)
    assert len(kept) == 2
    assert found.dtypes.map(str).tolist() == nk.codebook("concordance")["dtype"].tolist()
    assert found.columns.tolist() == nk.codebook("concordance")["column"].tolist()
    assert nk.concordance("", "deal").columns.tolist() == found.columns.tolist()


@pytest.mark.parametrize(
    ("pattern", "options", "says"),
    [
        ("", {}, "has no word"),
        ("?!", {}, "has no word"),
        ("(", {"regex": True}, "no regular expression"),
        ("deal", {"sort": "up"}, "sort='up'"),
        ("deal", {"width": -1}, "width=-1"),
        (7, {}, "expected a string"),
    ],
)
def test_concordance_says_what_is_wrong(pattern: str, options: dict, says: str) -> None:
    with pytest.raises(InputError, match=says):
        nk.concordance(TEXT, pattern, **options)


@pytest.mark.slow
def test_concordance_of_a_huge_text_is_linear() -> None:
    def seconds(text: str, pattern: str) -> float:
        began = time.perf_counter()
        nk.concordance(text, pattern)
        return time.perf_counter() - began

    for text, pattern in [("deal " * 20_000, "deal"), ("a" * 100_000, "*a*a*a*b"), ("x" * 200_000 + " deal", "deal")]:
        seconds(text, pattern)
        assert seconds(text * 4, pattern) < 12 * seconds(text, pattern) + 0.5


def test_plot_of_keyness() -> None:
    found = nk.keyness(frame(D1, D2), by="publisher", min_count=1)
    ax = nk.plots.keyness(found)
    assert [t.get_text() for t in ax.get_yticklabels()][:1] == ["c"]
    assert "6 to 2; log ratio +1.1" in [t.get_text() for t in ax.texts]
    three = nk.keyness(frame(D1, D2, D3), by="publisher")
    with pytest.raises(InputError, match="3 groups"):
        nk.plots.keyness(three)
    with pytest.raises(UnknownNameError, match="group"):
        nk.plots.keyness(three, group="Z")
    with pytest.raises(InputError, match=r"nk\.keyness\(articles"):
        nk.plots.keyness(frame(D1))


def test_jupyter_shows_a_concordance_as_lines() -> None:
    assert "nk-kwic" in (frame_html(nk.concordance(TEXT, "deal")) or "")


def test_ceasefire_or_cease_fire_is_one_call() -> None:
    text = "He may accept a ceasefire. A cease-fire is near. The peace deal is not."
    assert nk.concordance(text, "cease*fire")["match"].tolist() == ["ceasefire", "cease-fire"]


def test_lengths_in_two_units_are_held_against_each_other() -> None:
    told = ["The old wreck was found {} from the harbor.", "The wreck was found {} from the old harbor."]
    pairs = {("11 km", "seven miles"): "rounded", ("11 km", "11 kilometers"): "agrees", ("9 km", "9 miles"): "differs"}
    for (one, other), relation in pairs.items():
        found = nk.compare([told[0].format(one), told[1].format(other)]).numbers
        assert found["relation"].tolist() == [relation, relation]
