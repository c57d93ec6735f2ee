from __future__ import annotations

import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import InputError
from newskit.text.near_duplicates import CROWD
from tests.growth import spent

LEE = "Ann Lee will close the old port at noon on Monday."


def kinds(frame: pd.DataFrame | str | list[str]) -> list[tuple[str, str, str]]:
    table = nk.repetitions(frame)
    return list(zip(table["kind"], table["where"], table["text"], strict=True))


def test_within_and_across_with_both_places() -> None:
    frame = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "headline": ["Lee closes old port for a week", None],
            "text": [
                f"Lee closes old port for a week from Monday on. {LEE} It rained. {LEE.upper()}",
                f"It rained. {LEE[:-1]}, too. It rained.",
            ],
        }
    )
    table = nk.repetitions(frame)
    assert table["kind"].tolist() == ["near", "exact", "near"]
    assert table["where"].tolist() == ["within", "within", "across"]
    assert table["first_field"].tolist() == ["headline", "text", "text"]
    printed = frame.set_index("article_id")
    for row in table.itertuples():
        assert printed.loc[row.article_id, row.field][row.start : row.end] == row.text
        first = printed.loc[row.first_article_id, row.first_field]
        assert first[row.first_start : row.first_end] == row.first_text
    assert table["group"].tolist() == [0, 1, 1]


def test_headline_contained_in_a_long_sentence() -> None:
    text = "The union said that the port shuts for a week because nobody had paid its staff since the spring."
    frame = pd.DataFrame({"headline": ["Port shuts for a week"], "text": [text]})
    assert kinds(frame) == [("contained", "within", text)]
    # Nothing but a headline or standfirst is looked for inside others.
    assert kinds(f"Port shuts for a week. {text}") == []


def test_short_sentences_are_the_same_by_chance() -> None:
    assert kinds("He said no. He said no. I don't know. I don't know.") == []
    assert kinds("Nobody knew who did it. Nobody knew who did that. Nobody knew who did it.") == [
        ("exact", "within", "Nobody knew who did it.")
    ]


def test_who_was_published_first() -> None:
    frame = pd.DataFrame(
        {
            "article_id": ["late", "unknown", "early"],
            "text": [LEE] * 3,
            "published": pd.to_datetime(["2026-05-02", None, "2026-05-01"], utc=True),
        }
    )
    table = nk.repetitions(frame)
    assert nk.repetitions(frame.astype({"published": str})).equals(table)
    assert table["first_article_id"].tolist() == ["early", "early"]
    assert table["article_id"].tolist() == ["late", "unknown"]


def test_a_phrase_that_many_share_is_found_everywhere() -> None:
    n = CROWD + 20
    table = nk.repetitions([f"{LEE} Story {i}." for i in range(n)])
    assert len(table) == n - 1
    assert set(table["first_article_id"]) == {"0"}
    assert set(table["kind"]) == {"exact"}


@pytest.mark.parametrize("texts", [[], [""], ["..."], [None], ["𝕞 \ud800 \x00"]])
def test_nothing_to_repeat(texts: list[str | None]) -> None:
    table = nk.repetitions(pd.DataFrame({"text": pd.Series(texts, dtype=object)}))
    assert table.empty
    assert table.columns.tolist() == nk.codebook("repetitions")["column"].tolist()


@pytest.mark.parametrize("threshold", [0, 1.5, "half"])
def test_threshold(threshold: float) -> None:
    with pytest.raises(InputError, match="expected a number above 0 and up to 1"):
        nk.repetitions(LEE, threshold=threshold)


@given(st.lists(st.sampled_from([LEE, LEE.lower(), f"Yes, {LEE}", "It rained.", "A new one has no copy at all."])))
def test_each_repetition_points_to_an_earlier_place(sentences: list[str]) -> None:
    table = nk.repetitions(" ".join(sentences))
    assert (table["first_start"] < table["start"]).all()
    assert not table.duplicated(["field", "start"]).any()


@pytest.mark.slow
def test_an_article_in_the_column_of_standfirsts() -> None:
    text = " ".join(f"The port of town {i} closes at noon on Monday." for i in range(3_000))
    begin = time.perf_counter()
    nk.repetitions(pd.DataFrame({"standfirst": [text], "text": [text]}))
    assert time.perf_counter() - begin < 10


@pytest.mark.slow
@pytest.mark.parametrize("varied", [True, False])
def test_time_is_linear(varied: bool) -> None:
    def seconds(n: int) -> float:
        texts = [f"The port of town {i if varied else 1} closes at noon on Monday." for i in range(n)]
        return spent(lambda: nk.repetitions(texts))

    seconds(500)
    # The best of two: a busy machine makes one run slow, what is quadratic is slow each time.
    assert min(seconds(8_000), seconds(8_000)) < 8 * max(seconds(2_000), 0.1)


def test_by_group() -> None:
    frame = pd.DataFrame({"publisher": ["A", "B", "B"], "text": [LEE, f"{LEE} It rained.", "It rained."]})
    table = nk.repetitions(frame, by="publisher").set_index("publisher")
    assert table["n_repeated"].tolist() == [0, 1]
    assert table.loc["B", ["n_across", "n_repeated_words", "n_words"]].tolist() == [1, 11, 15]
    assert table.loc["B", "repeated_share"] == pytest.approx(11 / 15)
