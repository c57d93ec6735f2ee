from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.text.word_counts import WORD_COUNTS
from tests.texts import PASSAGES

ADDITIVE = ["n_sentences", *WORD_COUNTS]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PASSAGES),
        st.text(alphabet="abcdE “”\"'’.!?\n-—3$é", max_size=120),
        st.lists(st.sampled_from(PASSAGES), max_size=3).map("\n\n".join),
    ),
    min_size=1,
    max_size=4,
)


def test_counts_of_a_sentence_counted_by_hand() -> None:
    # The(1) city(2) council(2) voted(2) to(1) close(1) the(1) infrastructure(4) bureau(2): 9 words, 16 syllables.
    row = nk.counts("The city council voted to close the infrastructure bureau.").iloc[0]
    assert row["n_words"] == 9
    assert row["n_sentences"] == 1
    assert row["n_syllables"] == 16
    assert row["n_letters"] == 3 + 4 + 7 + 5 + 2 + 5 + 3 + 14 + 6
    assert row["n_monosyllables"] == 4
    assert row["n_polysyllables"] == 1
    assert row["n_complex_words"] == 1
    assert row["n_long_words"] == 2
    assert row["n_unfamiliar_words"] == 3  # council, infrastructure, bureau; voted is an inflection of vote


def test_names_and_numbers_are_no_hard_words() -> None:
    row = nk.counts("On Friday the mayor of Alexandria met 12 inspectors.").iloc[0]
    assert row["n_complex_words"] == 1  # inspectors; Alexandria is a name
    assert row["n_unfamiliar_words"] == 1  # inspectors


def test_a_title_case_headline_is_not_all_names() -> None:
    articles = pd.DataFrame({"text": ["x"], "headline": ["Infrastructure Committee Rejects Extraordinary Proposal"]})
    assert nk.counts(articles, unit="headline")["n_complex_words"].iloc[0] == 5 - 1  # Rejects has two syllables


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@pytest.mark.slow
def test_counts_add_up(texts: list[str]) -> None:
    whole = nk.counts(texts)[ADDITIVE]
    for unit in ("paragraph", "sentence"):
        parts = nk.counts(texts, unit=unit)
        summed = parts.groupby("article_id")[ADDITIVE].sum()
        for article_id, row in summed.iterrows():
            assert row.tolist() == whole.loc[int(str(article_id))].tolist()
    voices = nk.counts(texts, voice=True)
    assert voices["voice"].tolist() == ["own", "quoted"] * len(texts)
    assert voices.groupby("article_id", sort=False)[ADDITIVE].sum().to_numpy().tolist() == whole.to_numpy().tolist()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PASSAGES), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_rows_follow_the_input(texts: list[str], random: object) -> None:
    frame = pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": texts})
    shuffled = frame.sample(frac=1, random_state=3)
    a = nk.counts(frame).set_index("article_id")
    b = nk.counts(shuffled).set_index("article_id")
    assert b.index.tolist() == shuffled["article_id"].tolist()
    pd.testing.assert_frame_equal(a.sort_index(), b.sort_index())


def test_words_table_sums_to_the_counts() -> None:
    words, counts = nk.words(PASSAGES), nk.counts(PASSAGES)
    grouped = words.groupby("article_id", sort=False)
    assert grouped.size().tolist() == counts["n_words"].tolist()
    assert grouped["n_syllables"].sum().tolist() == counts["n_syllables"].tolist()
    assert (~words["familiar"]).groupby(words["article_id"], sort=False).sum().tolist() == counts[
        "n_unfamiliar_words"
    ].tolist()
    assert grouped["complex"].sum().tolist() == counts["n_complex_words"].tolist()
    for row in words.itertuples():
        assert PASSAGES[int(row.article_id)][row.start : row.end] == row.text


def test_sentences_table_slices_back() -> None:
    table = nk.sentences(PASSAGES)
    for row in table.itertuples():
        assert PASSAGES[int(row.article_id)][row.start : row.end] == row.text
    assert table.groupby("article_id", sort=False)["n_words"].sum().tolist() == nk.counts(PASSAGES)["n_words"].tolist()
    assert table.groupby("article_id")["sentence"].first().eq(0).all()


@pytest.mark.parametrize(
    "text",
    ["", "   \n ", "!!! ???", "...", "😀 😀", None, "مرحبا بالعالم. كيف الحال؟", "字" * 50, "word", "\ud800", "a\x00b"],
)
def test_odd_texts_give_a_row(text: str | None) -> None:
    for unit in ("article", "headline"):
        assert len(nk.counts([text, "Fine."], unit=unit)) == 2  # type: ignore[list-item]
    row = nk.counts([text]).iloc[0]  # type: ignore[list-item]
    assert row["n_words"] >= 0
    assert nk.readability([text])["flesch_kincaid"].isna().iloc[0] == (row["n_words"] == 0)  # type: ignore[list-item]


def test_unknown_scope_is_an_error() -> None:
    with pytest.raises(nk.errors.InputError, match="unit='page' is not known; expected one of article, headline"):
        nk.counts("x", unit="page")
