"""Versions of one article: in order, numbered; what changed between them; bad input."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.aligning import same_marks
from newskit.csv_files import csv_rows
from newskit.errors import InputError, UnknownNameError
from newskit.revisions.notes_in import notice_kind
from tests.growth import assert_linear

OLD = (
    "The pier at Holm fell into the sea on Sunday. Two people may have died, police said.\n\n"
    "“We will never close it,” said Ann Lee, the mayor. A senior official said money was short.\n\n"
    "The pier was built in 1969. It was painted green. It was opened by the queen."
)
NEW = (
    "The pier was built in 1969 and it was painted green.\n\n"
    "The pier at Holm fell into the sea on Sunday. Nine people have died, police said.\n\n"
    "“We will not close it,” said Ann Lee, the mayor. Bo Ek, the treasurer, said money was short. Rain fell.\n\n"
    "Correction: an earlier version of this article misspelled the name of the pier."
)


def story(**columns: list) -> pd.DataFrame:
    known = {"article_id": ["pier"] * 2, "text": [OLD, NEW], "headline": ["Pier falls", "Pier at Holm falls, 9 dead"]}
    # Objects: strings of pandas 3 cannot hold half a character.
    return pd.DataFrame(known | columns, dtype=object)


def ones(table: pd.DataFrame, *columns: str) -> list[tuple]:
    cells = table[list(columns)].astype(object)
    return list(cells.where(cells.notna(), None).itertuples(index=False, name=None))


def test_versions_are_a_table_again() -> None:
    found = nk.revisions.versions(["Two are dead.", "Two  are dead.", "Nine are dead.", ""])
    assert found["n_captures"].tolist() == [2, 1, 1]
    assert found["capture_ok"].tolist() == [True, True, False]
    pd.testing.assert_frame_equal(found, nk.revisions.versions(found))


def test_captures_are_put_in_order() -> None:
    frame = pd.DataFrame(
        {
            "url": ["https://www.a.example/1/", "http://a.example/1?utm_source=x", "https://a.example/2"],
            "timestamp": ["20240102030405", "2024-01-01T00:00:00Z", "no time"],
            "body": ["It rained hard.", "It rained.", "The sun shone."],
        }
    )
    found = nk.revisions.versions(frame)
    assert ones(found, "article_id", "version", "text") == [
        ("a.example/1", 1, "It rained."), ("a.example/1", 2, "It rained hard."), ("a.example/2", 1, "The sun shone."),
    ]  # fmt: skip
    assert found["captured_source"].tolist() == ["table", "table", "none"]
    assert found["warnings"].tolist()[2] == ["capture time cannot be read: 'no time'"]


def test_a_text_that_comes_back_is_a_version_again() -> None:
    assert len(nk.revisions.versions(["A.", "B.", "A."])) == 3


def test_other_columns_stay() -> None:
    frame = story(tags=[["pier"], []], desk=["City", None], captured=["2024-05-02T00:00Z", "2024-05-01T00:00Z"])
    found = nk.revisions.versions(frame)
    assert found["tags"].tolist() == [[], ["pier"]]
    assert found["desk"].fillna("").tolist() == ["", "City"]


def test_changes_name_every_operation() -> None:
    found = nk.revisions.changes(story())
    text = found[found["field"] == "text"]
    by_text = {row.new_text: row for row in text.dropna(subset="new_text").itertuples()}
    assert text.loc[text["operation"] == "merged", "old_sentence"].tolist() == [4, 5]
    assert by_text["Nine people have died, police said."].operation == "edited"
    assert by_text["Rain fell."].operation == "added"
    assert text.loc[text["operation"] == "deleted", "old_text"].tolist() == ["It was opened by the queen."]
    assert text["notice"].dropna().tolist() == ["correction"]
    assert found.loc[found["field"] == "headline", "operation"].tolist() == ["edited"]
    assert list(found.columns) == nk.codebook("changes")["column"].tolist()


def test_what_was_moved_has_a_direction() -> None:
    first, second, third = "Two boats sank off Holm in May.", "The harbor was shut for a week.", "Nobody was hurt."
    found = nk.revisions.changes([f"{first} {second} {third}", f"{third} {first} {second}"])
    assert ones(found, "operation", "direction") == [("moved", "up"), ("unchanged", None), ("unchanged", None)]


def test_marks_are_no_change_but_quotation_marks_that_go_are() -> None:
    texts = ["“It’s late” – she said so.", '"It\'s late" - she said so.', "It's late - she said so."]
    found = nk.revisions.updates(texts)
    assert found["changed"].tolist() == [True, True]
    assert found["trivial_only"].tolist() == [True, False]


def test_word_changes_have_kinds() -> None:
    found = nk.revisions.word_changes(story())
    kinds = {(row.removed, row.added): row.kind for row in found.astype(object).where(found.notna(), None).itertuples()}
    assert kinds["Two", "Nine"] == "number"
    assert kinds["may", None] == "certainty"
    assert kinds["never", "not"]
    assert ones(found[found["removed"] == "Two"], "old_value", "new_value") == [(2, 9)]
    assert nk.revisions.word_changes(story(), kind="number")["kind"].unique().tolist() == ["number"]
    with pytest.raises(InputError, match="numbers"):
        nk.revisions.word_changes(story(), kind="numbers")


def test_speakers_and_quotations() -> None:
    speakers = dict(ones(nk.revisions.speaker_changes(story()), "speaker", "change"))
    assert speakers["Ann Lee"] == "stayed"
    assert speakers["Bo Ek"] == "named"
    quotes = nk.revisions.quote_changes(story())
    altered = quotes[quotes["change"] == "altered"]
    assert altered["wording"].tolist() == ["“We will [-never-] {+not+} close it,”"]


def test_updates_are_intervals_and_claims() -> None:
    stamps = pd.to_datetime(["2024-05-01T08:00Z"] * 2)
    captured = pd.to_datetime(["2024-05-01T09:00Z", "2024-05-04T09:00Z"])
    frame = story(updated=stamps, captured=captured)
    row = nk.revisions.updates(frame).iloc[0]
    assert (row["changed_after"], row["changed_before"]) == tuple(captured)
    assert not row["updated_moved"]
    assert row["headline_changed"]
    assert row["notice"]
    assert not row["unannounced"]
    assert row["notice_text"].startswith("Correction: an earlier")
    assert row["caveats"] == "captures-far-apart"
    quiet = frame.assign(text=[OLD, NEW.partition("\n\nCorrection")[0]])
    assert nk.revisions.updates(quiet).loc[0, "unannounced"]


def test_a_note_that_stood_there_is_no_news() -> None:
    row = nk.revisions.updates([NEW, NEW.replace("Rain fell.", "Snow fell.")]).iloc[0]
    assert not row["notice"]
    assert row["notice_before"]


def test_a_note_tells_of_what_it_names() -> None:
    old = "The pier is at Hulm. Two people died."
    new = "The pier is at Holm. Nine people died. Correction: this article first named the pier of Holm wrongly."
    found = nk.revisions.changes([old, new])
    assert ones(found[found["operation"] == "edited"], "new_text", "in_notice") == [
        ("The pier is at Holm.", True), ("Nine people died.", False),
    ]  # fmt: skip
    assert nk.revisions.updates([old, new]).loc[0, "n_not_in_notice"] == 1


EXAMPLES = [row for row in csv_rows("newskit.revisions", "notices.csv") if row["example"]]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["example"][:30])
def test_examples_of_notes(row: dict[str, str]) -> None:
    kind = notice_kind(row["example"], headline=row["where"] == "headline")
    assert (kind is None) == (row["where"] == "trap")
    assert not row["kind"] or kind == row["kind"]


def test_deltas_have_every_measure_before_and_after() -> None:
    found = nk.revisions.deltas(story())
    assert not found.duplicated(["article_id", "version_from", "version_to", "field", "measure"]).any()
    by_measure = found[found["field"] == "text"].set_index("measure")
    readability = nk.readability([OLD, NEW])
    assert by_measure.loc["flesch_kincaid", ["before", "after"]].tolist() == readability["flesch_kincaid"].tolist()
    assert by_measure.loc["n_unnamed", ["before", "after"]].tolist() == [1, 0]
    assert found["unit"].notna().all()
    assert len(nk.revisions.deltas(story(), measures="lix")) == 1
    with pytest.raises(UnknownNameError, match="flesch"):
        nk.revisions.deltas(story(), measures="flesh_kincaid")


def test_base_rates_have_sources() -> None:
    assert nk.revisions.base_rates()["source"].notna().all()


def test_first_and_last() -> None:
    texts = [OLD, OLD.replace("Two", "Five"), NEW]
    assert ones(nk.revisions.updates(texts, pairs="first_last"), "version_from", "version_to") == [(1, 3)]
    with pytest.raises(InputError, match="consecutive"):
        nk.revisions.updates(texts, pairs="all")


# Bad input.


def test_one_version() -> None:
    row = nk.revisions.updates([OLD]).iloc[0]
    assert pd.isna(row["version_from"])
    assert row["caveats"].startswith("one-version")
    assert len(nk.revisions.changes([OLD])) == len(nk.revisions.deltas([OLD])) == 0
    with pytest.raises(InputError, match="list of texts"):
        nk.revisions.changes(OLD)


def test_a_failed_capture_is_never_a_deletion() -> None:
    found = nk.revisions.updates([OLD, " ", NEW])
    assert ones(found, "version_from", "version_to") == [(1, 3)]
    assert "failed-capture-between" in found.loc[0, "caveats"]
    assert nk.revisions.updates(["", " "]).empty


def test_different_articles_under_one_id() -> None:
    row = nk.revisions.updates([OLD, "Shares rose sharply again. Traders cheered loudly everywhere."]).iloc[0]
    assert "little-in-common" in row["caveats"]


def test_languages_mixed() -> None:
    german = "Der Pier von Holm fiel am Sonntag ins Meer. Dabei sind nach Angaben der Polizei zwei Menschen gestorben. "
    german += "Niemand konnte sagen, warum."
    caveats = nk.revisions.updates([OLD, german]).loc[0, "caveats"]
    assert "language-differs" in caveats
    assert "not-english" in caveats


def test_two_versions_of_one_number() -> None:
    with pytest.raises(InputError, match="version 1 twice"):
        nk.revisions.changes(story(version=[1, 1]))
    with pytest.raises(InputError, match="'one'"):
        nk.revisions.changes(story(version=["one", "two"]))


def test_no_rows() -> None:
    none = story().iloc[:0]
    for name in ("versions", "changes", "word_changes", "updates", "deltas", "speaker_changes", "quote_changes"):
        found = getattr(nk.revisions, name)(none)
        assert len(found) == 0
        assert [c for c in nk.codebook(name)["column"] if c not in found.columns] == []


SENTENCES = st.sampled_from(
    [
        "The pier fell.",
        "It rained.",
        "Two people died on Monday.",
        "Nine people died on Monday.",
        "“No,” said Ann Lee.",
        "He left; she stayed.",
        "Wow!",
    ]
)
TEXTS = st.lists(st.lists(SENTENCES, max_size=6).map(" ".join), max_size=4).map("\n\n".join)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_every_sentence_is_accounted_for(old: str, new: str) -> None:
    frame = pd.DataFrame({"article_id": "a", "version": [1, 2], "text": [old + "\n\nEnd.", new + "\n\nEnd."]})
    found = nk.revisions.changes(frame)
    for side, text in (("old", frame["text"][0]), ("new", frame["text"][1])):
        own = found.dropna(subset=f"{side}_sentence")
        assert sorted(own[f"{side}_sentence"].unique()) == list(range(len(nk.sentences(text))))
        for row in own.itertuples():
            assert text[getattr(row, f"{side}_start") : getattr(row, f"{side}_end")] == getattr(row, f"{side}_text")
    alone = found[found["operation"].isin(["added", "deleted"])]
    assert (alone["old_sentence"].isna() | alone["new_sentence"].isna()).all()
    nk.revisions.word_changes(found)


@settings(max_examples=30)
@given(TEXTS)
def test_equal_versions_are_unchanged(text: str) -> None:
    frame = pd.DataFrame({"article_id": "a", "version": [1, 2], "text": [text + " End."] * 2})
    assert set(nk.revisions.changes(frame)["operation"]) == {"unchanged"}
    assert nk.revisions.updates(frame)["changed"].tolist() == [False]


@given(st.text(max_size=60))
def test_marks_in_one_form_are_in_one_form(text: str) -> None:
    assert same_marks(same_marks(text)) == same_marks(text)


def item(n: int) -> str:
    return f"Boat {n} left quay {n % 97} for Holm with {n * 7} crates of fish on board."


LIVE = " ".join(map(item, range(2_500)))
EDITS = {
    "live": lambda text: "It began to rain in Holm. " * 200 + text.replace("quay 1", "pier 1"),
    "all reworded": lambda text: text.replace(" left ", " has left "),
    "unrelated": lambda text: text.replace("Boat", "Train").replace("quay", "platform").replace("fish", "coal"),
    "one sentence": lambda text: "It rained hard. " * (len(text) // 16),
    "notes": lambda text: "(Corrects this article " * (len(text) // 23),
    "marks": lambda text: "“" * len(text),
}


@pytest.mark.slow
@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_time_grows_with_the_text(edit: Callable[[str], str]) -> None:
    assert_linear(lambda text: nk.revisions.updates([text, edit(text)]), LIVE)
    assert_linear(lambda text: nk.revisions.word_changes([text, edit(text)]), LIVE)


def test_hostile_texts_of_every_field() -> None:
    hostile = "<script>alert(1)</script> \x00 \ud800 ‮ [x](javascript:y) " * 3
    frame = story(headline=[hostile, "x"], text=[hostile, NEW], standfirst=["x", hostile])
    assert len(nk.revisions.word_changes(frame)) >= 0
    assert nk.revisions.updates(frame)["changed"].tolist() == [True]


def test_notes_of_single_articles_slice_back() -> None:
    """A note of an agency in brackets, one in the headline, and an opening that goes on to the end of its paragraph."""
    articles = pd.DataFrame(
        {
            "headline": ["CORRECTED-Ferry sails", "Stock market correction deepens"],
            "text": [
                "The ferry sailed. (Corrects day in paragraph 2)\n\nCorrection: The pier is shut. It was never open.",
                "The Department of Corrections updated its map.",
            ],
        }
    )
    found = nk.revisions.notices(articles)
    assert found["field"].tolist() == ["headline", "text", "text"]
    assert set(found["kind"]) == {"correction"}
    for row in found.itertuples():
        assert articles[row.field][0][row.start : row.end] == row.text
    assert found["text"].iloc[-1].endswith("never open.")
