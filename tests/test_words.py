from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.analyses.words.lexical_diversity import mattr, mtld
from tests.texts import PASSAGES


def test_diversity_counted_by_hand() -> None:
    row = nk.lexical_diversity("The cat saw the dog. The dog ran.", window=4).iloc[0]
    assert row["n_words"] == 8
    assert row["n_types"] == 5  # the cat saw dog ran
    assert row["type_token_ratio"] == pytest.approx(5 / 8)
    assert row["n_hapaxes"] == 3  # cat saw ran
    assert row["hapax_share"] == pytest.approx(3 / 5)
    # windows of four: the cat saw the 3, cat saw the dog 4, saw the dog the 3, the dog the dog 2, dog the dog ran 3
    assert row["mattr"] == pytest.approx((3 + 4 + 3 + 2 + 3) / 5 / 4)


def test_mtld_by_hand() -> None:
    # Forward: a b a -> 2/3 <= .72: one factor after three words; twice; back the same.
    assert mtld(list("abaaba")) == pytest.approx(6 / 2)
    # a b c d: no full factor, ratio 1: nothing can be had.
    assert mtld(list("abcd")) is None
    # a b c a: 3/4 > .72: a part of a factor, (1 - .75) / (1 - .72), both ways.
    assert mtld(list("abca")) == pytest.approx(4 / (0.25 / 0.28))


@given(st.lists(st.sampled_from("abcdefg"), max_size=60), st.integers(1, 12))
def test_moving_average_is_the_mean_of_the_windows(words: list[str], window: int) -> None:
    windows = [words[i : i + window] for i in range(len(words) - window + 1)]
    expected = sum(len(set(w)) / window for w in windows) / len(windows) if windows else None
    assert mattr(words, window) == (pytest.approx(expected) if windows else None)


def test_frequent_words_leave_function_words_out() -> None:
    table = nk.frequent_words(
        ["The port and the ferry. The port’s ferry didn’t sail; port dues rose 3 percent.", "..."], n=3
    )
    assert table["word"].tolist() == ["port", "ferry", "port's"]
    assert table["n"].tolist() == [2, 2, 1]
    assert set(table["article_id"]) == {"0"}


def test_lengths_add_up() -> None:
    words, sentences = nk.length_distribution(PASSAGES), nk.length_distribution(PASSAGES, of="sentences")
    counts = nk.counts(PASSAGES).set_index("article_id")
    assert words.groupby("article_id")["n"].sum().tolist() == counts["n_words"].tolist()
    assert sentences.groupby("article_id")["n"].sum().tolist() == counts["n_sentences"].tolist()
    assert (words["length"] * words["n"]).groupby(words["article_id"]).sum().tolist() == counts["n_characters"].tolist()
    assert sentences.groupby("article_id")["share"].sum().tolist() == pytest.approx([1.0] * len(PASSAGES))


@pytest.mark.parametrize("text", ["", "...", None, "😀"])
def test_no_words(text: str | None) -> None:
    row = nk.lexical_diversity([text]).iloc[0]  # type: ignore[list-item]
    assert row["n_words"] == 0
    assert pd.isna(row["type_token_ratio"])
    assert pd.isna(row["mtld"])
    assert nk.frequent_words([text]).empty  # type: ignore[list-item]


def test_errors() -> None:
    with pytest.raises(nk.errors.InputError, match="window=0: expected a number of words"):
        nk.lexical_diversity("x", window=0)
    with pytest.raises(nk.errors.InputError, match="of='letters': expected 'words' or 'sentences'"):
        nk.length_distribution("x", of="letters")
