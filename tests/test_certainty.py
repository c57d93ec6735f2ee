from __future__ import annotations

import csv
import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.analyses.certainty.contexts import contexts
from newskit.csv_files import csv_rows
from newskit.word_lists import lexicon_file

LINES = csv_rows("newskit.analyses.certainty", "contexts.csv")


def found(text: str, field: str = "text") -> list[tuple[str, str]]:
    # As objects: strings of pandas 3 cannot hold half a character.
    table = nk.certainty(pd.DataFrame({"text": [""], field: [text]}, dtype="object"))
    return list(zip(table["text"], table["kind"], strict=True))


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['context']}: {line['example']}")
def test_examples_of_contexts(line: dict[str, str]) -> None:
    field = "headline" if line["only"] == "headline" else "text"
    for example, expected in ((line["example"], True), (line["counterexample"], False)):
        before, _, behind = example.rpartition("*")
        at = len(before.replace("*", ""))
        text = before.replace("*", "") + behind
        table = nk.certainty(pd.DataFrame({"text": [""], field: [text]}))
        is_found = ((table["start"] <= at) & (at < table["end"])).any()
        assert bool(is_found) is expected, example


def test_contexts_of_the_list_are_known_and_used() -> None:
    with lexicon_file("certainty.csv").open(encoding="utf-8") as file:
        used = {row["context"] for row in csv.DictReader(file)} - {""}
    assert used == set(contexts())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv may accept.", [("may", "hedge")]),
        ("It was cold in May and on May 5. Theresa May left.", []),
        ("May was cold. May I come?", [("May", "hedge")]),
        ("The people’s will counts, as does political will.", []),
        ("Will Smith won. Will he come? Ann will.", [("Will", "modal"), ("will", "modal")]),
        ("The might of Rome and all his might.", []),
        ("About 50 of some 400 spoke about the plan.", [("About", "hedge"), ("some", "hedge")]),
        ("About half a dozen came at around 5 p.m.", [("About", "hedge"), ("around", "hedge")]),
        ("There is no doubt that it is not certain.", [("no doubt", "booster"), ("certain", "hedge")]),
        ("No, it is clearly so.", [("clearly", "booster")]),
        ("in, fact it sank. In fact it sank.", [("In fact", "booster")]),
    ],
)
def test_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_contractions_and_kinds() -> None:
    assert found("They won’t, she can’t, he’ll go, it couldn’t.") == [
        ("won’t", "modal"),
        ("can’t", "modal"),
        ("he’ll", "modal"),
        ("couldn’t", "modal"),
    ]
    assert found("Police have not yet confirmed it, but it is clear that he left.") == [
        ("confirmed", "hedge"),
        ("clear", "booster"),
    ]
    assert found("He agrees. She vowed to stay and insisted on it.") == [
        ("agrees", "commitment"),
        ("vowed", "commitment"),
        ("insisted", "booster"),
    ]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mayor May Resign in May", ["May"]),
        ("Will Ann Lee Run Again?", ["Will"]),
        ("Will Smith Wins", []),
        ("Kyiv Hints It Will Accept", ["Hints", "Will"]),
        ("PORT MAY CLOSE", ["MAY"]),
        ("Lee Claims Victory", ["Claims"]),
    ],
)
def test_headlines_in_capitals(headline: str, expected: list[str]) -> None:
    assert [text for text, _ in found(headline, "headline")] == expected


def test_parts_offsets_and_voice() -> None:
    frame = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "headline": ["Port hints at strike", None],
            "standfirst": ["It could close", "Perhaps"],
            "caption": ["Union agrees", None],
            "text": ["“We may strike,” she said. It probably will.", ""],
        }
    )
    table = nk.certainty(frame)
    assert table["article_id"].tolist() == ["a"] * 6 + ["b"]
    assert table["field"].tolist()[:3] == ["headline", "standfirst", "caption"]
    assert table["hit"].tolist() == [0, 1, 2, 3, 4, 5, 0]
    assert table["voice"].tolist() == ["own"] * 3 + ["quoted", "own", "own", "own"]
    for row in table.itertuples():
        printed = frame.set_index("article_id").loc[row.article_id, row.field]
        assert printed[row.start : row.end] == row.text


def test_rates_add_up_to_the_expressions() -> None:
    frame = nk.load_example()
    rates, table = nk.certainty_rates(frame), nk.certainty(frame)
    kinds = ("hedge", "modal", "booster", "commitment")
    columns = ("n_hedges", "n_modals", "n_boosters", "n_commitments")
    assert [rates[c].sum() for c in columns] == [(table["kind"] == k).sum() for k in kinds]
    words = nk.counts(frame)["n_words"].sum()
    assert rates.loc[rates["field"] == "text", "n_words"].sum() == words
    own = rates[(rates["field"] == "text") & (rates["voice"] == "own")].iloc[0]
    assert own["hedges_per_100_words"] == pytest.approx(100 * own["n_hedges"] / own["n_words"])


def test_no_texts_and_no_words() -> None:
    for texts in ([], [""], ["..."], [None]):
        frame = pd.DataFrame({"text": pd.Series(texts, dtype=object)})
        assert nk.certainty(frame).empty
        assert nk.certainty_rates(frame)["hedges_per_100_words"].isna().all()
        assert nk.certainty(frame).columns.tolist() == nk.codebook("certainty")["column"].tolist()


def test_highlight_underlines() -> None:
    text = "It <may> close."
    shown = nk.highlight(text, certainty=nk.certainty("It <may> close.")).body
    assert '<span class="nk-hedge" title="hedge: possibility modal" tabindex="0">may</span>' in shown


def test_all_capitals_small_letters_and_noise() -> None:
    assert [text for text, _ in found("it may close. perhaps.")] == ["may", "perhaps"]
    assert found("𝕞𝕒𝕪 \ud800 may\u0301 \x00") is not None


@given(st.lists(st.sampled_from(["may", "May", "no", "doubt", "about", "5", "will", ",", ".", "?", "not", "“", "is"])))
def test_offsets_hold_on_any_order(words: list[str]) -> None:
    text = " ".join(words)
    for row in nk.certainty(text).itertuples():
        assert text[row.start : row.end] == row.text


@pytest.mark.slow
@pytest.mark.parametrize("word", ["may ", "no doubt ", "not ", "is thought to ", "about "])
def test_time_is_linear(word: str) -> None:
    def spent(n: int) -> float:
        text = word * n
        begin = time.perf_counter()
        nk.certainty(text)
        return time.perf_counter() - begin

    spent(1000)
    assert spent(80_000) < 8 * max(spent(20_000), 0.05)


def test_by_group_counts_are_summed_then_scored() -> None:
    frame = pd.DataFrame(
        {
            "publisher": ["A", "A", "B"],
            "text": ["It may close. It may not.", "Perhaps.", "It will close, “perhaps”."],
        }
    )
    rates = nk.certainty_rates(frame, by="publisher")
    own = rates[rates["voice"] == "own"].set_index("publisher")
    assert own.loc["A", ["n_words", "n_hedges", "n_modals"]].tolist() == [7, 3, 0]
    assert own.loc["A", "hedges_per_100_words"] == pytest.approx(300 / 7)
    found = nk.certainty(frame, by="publisher")
    of_a = found[found["publisher"] == "A"]
    assert of_a["expression"].tolist() == ["may", "perhaps"]
    assert of_a["n"].tolist() == [2, 1]
    assert of_a["n_articles_with"].tolist() == [1, 1]
