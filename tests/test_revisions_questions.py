"""Fifteen questions that a class asks about versions, each answered by one call on the story in five versions."""

from __future__ import annotations

from functools import cache

import pandas as pd

import newskit as nk


@cache
def story() -> pd.DataFrame:
    return nk.load_example("harbor-versions")


def step(table: pd.DataFrame, version_to: int) -> pd.DataFrame:
    return table[table["version_to"] == version_to]


def test_01_when_was_it_changed() -> None:
    row = step(nk.revisions.updates(story()), 4).iloc[0]
    assert str(row["changed_after"]) == "2025-06-15 12:40:33+00:00"
    assert str(row["changed_before"]) == "2025-06-15 19:05:12+00:00"


def test_02_how_much_is_new() -> None:
    row = step(nk.revisions.updates(story()), 2).iloc[0]
    assert row["n_added"] == 1
    assert row["words_kept"] > 0.95
    assert 0.1 < row["words_new"] < 0.2


def test_03_in_which_words_did_the_headline_change() -> None:
    found = nk.revisions.word_changes(story())
    headline = step(found[found["field"] == "headline"], 3)
    assert headline["context"].tolist() == [
        "Harbour office was warned about festival chain; [-says source-] {+diver gives his name+}"
    ]


def test_04_is_the_headline_softer() -> None:
    found = nk.revisions.deltas(story(), measures="compound")
    headline = step(found[found["field"] == "headline"], 2)
    assert len(headline) == 1
    assert headline["before"].notna().all()


def test_05_which_facts_were_updated() -> None:
    found = step(nk.revisions.word_changes(story(), kind="number"), 3)
    assert found[["removed", "added"]].to_numpy().tolist() == [["Twenty-three", "Thirty-one"]]
    assert found[["old_value", "new_value"]].to_numpy().tolist() == [[23, 31]]


def test_06_what_was_taken_out() -> None:
    found = nk.revisions.changes(story())
    assert found.loc[found["operation"] == "deleted", "old_text"].tolist() == ["He would not say by whom."]


def test_07_was_something_moved() -> None:
    found = nk.revisions.changes(story())
    moved = found[found["operation"] == "moved"]
    assert moved["direction"].tolist() == ["up", "up"]
    assert (moved["new_position"] < moved["old_position"] - 0.4).all()


def test_08_who_speaks_now() -> None:
    found = nk.revisions.speaker_changes(story())
    assert "Maritime Safety Board" in found.loc[found["change"] == "came", "speaker"].tolist()


def test_09_was_a_quotation_altered() -> None:
    found = nk.revisions.quote_changes(story())
    assert found.loc[found["change"] == "altered", "wording"].tolist() == [
        "‘We [-were told-] {+had no reason to think+} the mooring was {+not+} sound.’"
    ]


def test_10_was_an_unnamed_source_named() -> None:
    found = nk.revisions.speaker_changes(story())
    assert found.loc[found["change"] == "named", "speaker"].tolist() == ["Emil Strand"]


def test_11_is_it_harder_to_read() -> None:
    found = nk.revisions.deltas(story(), pairs="first_last", measures=["flesch_kincaid", "lix"])
    assert len(found) == 2
    assert found["n_words_before"].iloc[0] == nk.counts(story()["text"].iloc[0])["n_words"].iloc[0]


def test_12_is_there_a_note() -> None:
    found = nk.revisions.updates(story())
    assert found["notice"].tolist() == [False, False, False, True]
    assert step(found, 5)["notice_kind"].tolist() == ["correction"]
    assert step(found, 5)["notice_text"].iloc[0].startswith("This article was amended on 16 June 2025. An earlier")


def test_13_was_it_changed_quietly() -> None:
    assert nk.revisions.updates(story())["unannounced"].tolist() == [False, False, True, False]


def test_14_does_the_note_say_everything() -> None:
    found = step(nk.revisions.changes(story()), 5)
    told = found[found["in_notice"].fillna(False)]
    not_told = found[~found["in_notice"].fillna(True)]
    assert told["new_text"].tolist() == ["It said that his opinion was valued."]
    assert not_told["operation"].tolist() == ["merged", "merged", "split", "split"]


def test_15_is_that_usual() -> None:
    found = nk.revisions.base_rates()
    assert "articles whose headline changed" in found["question"].tolist()
