from __future__ import annotations

import pandas as pd
import pytest

import newskit as nk
from newskit.analyses.readability.formulas.english import ALL
from newskit.analyses.readability.formulas.units import GRADE
from newskit.analyses.readability.grades import COLUMNS, FAMILIES
from tests.texts import PASSAGES


def test_one_row_each_with_the_range_of_the_scores() -> None:
    scores = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "flesch_kincaid": [8.0, 4.0],
            "smog": [12.0, 9.0],
            "ari": [10.0, 5.0],
            "lix": [45, 30],
        },
        index=["x", "y"],
    )
    table = nk.grades(scores)
    assert table.columns.tolist() == list(COLUMNS)
    assert table.index.tolist() == ["x", "y"]
    assert table.loc["x"].tolist() == [3, 8.0, 10.0, 12.0, 4.0]
    assert table.loc["y"].tolist() == [3, 4.0, 5.0, 9.0, 5.0]


def test_counts_and_scores_give_the_same() -> None:
    counts = nk.counts(PASSAGES)
    scores = nk.score(counts, measures=["flesch_kincaid", "gunning_fog", "smog", "coleman_liau", "ari"])
    from_counts = nk.grades(counts[["n_words", "n_sentences", "n_syllables"]])
    assert from_counts["n_measures"].tolist() == [1] * len(PASSAGES)
    assert from_counts["grade_median"].tolist() == pytest.approx(scores["flesch_kincaid"].tolist())
    assert (nk.grades(counts)["n_measures"] == len(FAMILIES)).all()
    assert (nk.grades(counts)["grade_low"] <= nk.grades(scores)["grade_low"] + 1e-9).all()


def test_scores_that_are_there_are_used_as_they_are() -> None:
    counts = nk.counts(PASSAGES).assign(flesch_kincaid=99.0)
    assert (nk.grades(counts)["grade_high"] == 99.0).all()


def test_no_words_no_grades() -> None:
    row = nk.grades(nk.counts(["!!!", PASSAGES[0]])).iloc[0]
    assert row["n_measures"] == 0
    assert row[["grade_low", "grade_median", "grade_high", "range"]].isna().all()


def test_no_rows() -> None:
    table = nk.grades(nk.counts(PASSAGES).head(0))
    assert table.columns.tolist() == list(COLUMNS)
    assert table.empty


def test_the_input_is_not_changed() -> None:
    counts = nk.counts(PASSAGES)
    before = counts.copy()
    nk.grades(counts)
    pd.testing.assert_frame_equal(counts, before)


def test_families_are_measures_that_give_a_grade() -> None:
    assert {m.measure for m in ALL if m.unit == GRADE} >= set(FAMILIES)


def test_errors_name_what_is_wrong() -> None:
    with pytest.raises(nk.errors.InputError, match=r"grades\(\) takes a DataFrame of counts or of scores, not str\."):
        nk.grades("a text")  # type: ignore[arg-type]
    with pytest.raises(nk.errors.InputError, match=r"neither the counts nor the scores .* Its columns: lix, publisher"):
        nk.grades(pd.DataFrame({"lix": [40.0], "publisher": ["P"]}))
