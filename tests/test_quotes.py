from __future__ import annotations

import gc
import json
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import counts, registry
from newskit.analyses.names.name_forms import name_key
from newskit.analyses.names.tag_sequence import TagSequence, tag_sequences
from newskit.analyses.quotes import attribution, cue_verbs, name_variants, quotes, quotes_of, repeated_quotes, speakers
from newskit.analyses.quotes.attribution import _overlaps
from newskit.analyses.quotes.cues import cue_class
from newskit.csv_files import csv_rows, rule_words
from newskit.errors import InputError
from newskit.reading.read_articles import read_articles
from newskit.text.batch import Batch
from newskit.text.tokens import encode
from newskit.word_lists import rows
from tests.growth import assert_linear

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "evaluation" / "quotes_cases.jsonl").read_text(encoding="utf-8").splitlines()
]


def nest_or_are_apart(table: pd.DataFrame) -> bool:
    open_ends: list[int] = []
    for start, end in zip(table["start"], table["end"], strict=True):
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            return False
        open_ends.append(end)
    return True


def plain(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries in which what is missing is None."""
    return [{str(k): None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records")]


def quoted(text: str) -> pd.DataFrame:
    table = quotes(text)
    return table[~table["kind"].isin(["indirect", "nested"])].reset_index(drop=True)


def one(text: str) -> dict[str, Any]:
    table = quoted(text)
    assert len(table) == 1
    return plain(table)[0]


def found_in(case: dict[str, Any]) -> list[dict[str, Any]]:
    return plain(quoted(case["text"]))


def test_labelled_cases_hold_their_floor() -> None:
    """49 spans in 43 texts, written and labelled for this set before the rules; a floor, not an estimate."""
    spans = kinds = named = right = cued = predicted = wanted = 0
    for case in CASES:
        found = {row["text"]: row for row in found_in(case)}
        predicted += len(found)
        for label in case["quotes"]:
            wanted += 1
            row = found.get(label["text"])
            if row is None:
                continue
            spans += 1
            kinds += row["kind"] == label["kind"]
            if label["kind"] != "scare":
                named += 1
                right += row["speaker"] == label["speaker"]
                cued += row["cue"] == label["cue"]
    assert (wanted, len(CASES)) == (49, 43)
    assert spans / predicted >= 0.95
    assert spans / wanted >= 0.95
    assert kinds / spans >= 0.95
    assert right / named >= 0.95
    assert cued / named >= 0.95


@pytest.mark.parametrize("case", [c for c in CASES if any("mention" in q for q in c["quotes"])], ids=lambda c: c["id"])
def test_unnamed_speakers_keep_their_words(case: dict[str, Any]) -> None:
    for row, label in zip(found_in(case), case["quotes"], strict=True):
        assert row["speaker"] is None
        assert row["speaker_mention"] == label["mention"]
        if "type" in label:
            assert row["speaker_type"] == label["type"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_offsets_slice_back(case: dict[str, Any]) -> None:
    for row in found_in(case):
        assert case["text"][row["start"] : row["end"]] == row["text"]
        for what, start, end in (("speaker_mention", "speaker_start", "speaker_end"), ("cue", "cue_start", "cue_end")):
            if row[what] is None:
                assert row[start] is None
                assert row[end] is None
            else:
                assert case["text"][row[start] : row[end]] == row[what]


def test_the_sample_article(sample_file: Path) -> None:
    table = quoted(sample_file.read_text(encoding="utf-8"))
    assert table["n_words"].tolist() == [33, 12, 1, 3]
    assert set(table["speaker"]) == {"Volodymyr Zelenskyy"}
    assert table["cue"].tolist() == ["responded", "added", "terming", "predicting"]
    assert table["kind"].tolist() == ["direct", "direct", "mixed", "mixed"]
    assert table["mark"].tolist() == ["“", "“", '"', '"']
    headline = next(s for s in sample_file.read_text(encoding="utf-8").splitlines() if "'Hot Stage'" in s)
    assert quotes(headline)[["text", "kind"]].to_numpy().tolist() == [["'Hot Stage'", "scare"]]
    assert speakers(table)["share"].tolist() == [1.0]


def test_parts_of_a_split_quotation_share_an_utterance() -> None:
    for case in CASES:
        numbers = [q.get("utterance") for q in case["quotes"]]
        if None not in numbers:
            assert [row["utterance_id"] for row in found_in(case)] == numbers
    table = quotes("“We won,” said Ann Lee. “It rained,” said Bo Ek.")
    assert table["utterance_id"].tolist() == [0, 1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some chanted “Out! Out!” at the gate.", "direct"),
        ("Lorn said “not too likely” and sat down.", "direct"),
        ("Lorn told them that “we are in this together.”", "direct"),
        ("The old saying, “the sea is wide and cold” and more, was heard.", "direct"),
        ("Nobody forgot Lorn’s “two percent” remark.", "direct"),
        ("Lee thinks that the share of voters saying “it is too late” grew.", "direct"),
        ("One man had doubts (“I want my money back,” he wrote).", "direct"),
        ("Ann Lee called the plan “reckless” on Monday.", "mixed"),
        ("Ann Lee said the ferry “will be late” again.", "mixed"),
    ],
)
def test_direct_or_mixed(text: str, kind: str) -> None:
    assert one(text)["kind"] == kind


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        ("Some chanted “Out! Out!” at the gate.", "Some", "chanted"),
        ("Nobody forgot Bo Lorn’s “two percent” remark.", "Bo Lorn’s", "remark"),
        ("In 2014, the institute found that “about half of the ferries were late.”", "the institute", "found"),
        ("The ministry found “no sign of any oil.”", "The ministry", "found"),
        ("“We are closed,” said retired captain Ann Lee.", "retired captain Ann Lee", "said"),
        ("“We are all closed today,” Rep. Ann Lee (Bay), a member of the board, said.", "Rep. Ann Lee", "said"),
        ("“We are closed,” James A. Lee said.", "James A. Lee", "said"),
        ("“They ask, ‘Are you shut?’” Lee said.", "Lee", "said"),
        ("“We are closed.”\n\n— Lorn.\n\nThe harbor is open.", "Lorn", None),
    ],
)
def test_who_says_it(text: str, mention: str, cue: str | None) -> None:
    found = one(text)
    assert (found["speaker_mention"], found["cue"]) == (mention, cue)


def test_speech_that_goes_on_in_a_paragraph_of_its_own_is_one_row() -> None:
    text = "“We are closed,” Lee said. “It is sad.”\n\n“We open in May.”\n\nThe harbor is small."
    table = quoted(text)
    assert table["text"].tolist() == ["“We are closed,”", "“It is sad.”\n\n“We open in May.”"]
    assert table["speaker_mention"].tolist() == ["Lee", "Lee"]


def test_a_transcript_without_any_quotation_mark_is_read() -> None:
    text = "LEE: We are closed today.\n\nANN EK (by phone): Since when is it?\n\nLEE: Since May."
    table = quotes(text)
    assert table["text"].tolist() == ["We are closed today.", "Since when is it?", "Since May."]
    assert table["speaker"].tolist() == ["LEE", "ANN EK", "LEE"]
    assert counts(text, voice=True)["n_words"].tolist() == [6, 10]


def test_a_transcript_with_names_in_title_case_is_read() -> None:
    turns = ["Radio Bay: Is it shut?", "Ann Lee: It is.", "Radio Bay: Since when?", "Ann Lee: Since May. I cried."]
    table = quotes("\n\n".join(["Ann Lee runs the pier.", *turns, "Radio Bay: Thank you."]))
    assert table["speaker"].tolist() == ["Radio Bay", "Ann Lee", "Radio Bay", "Ann Lee", "Radio Bay"]
    assert set(table["kind"]) == {"turn"}


@pytest.mark.parametrize(
    "text",
    [
        "READ MORE: Ten piers.\n\nIt was shut on Friday.\n\nPIC: The old pier.\n\nCORRECTION: It was a jetty.",
        "Rotterdam: It rained all day.\n\nAntwerp: It snowed.\n\nRotterdam: It was dry again.",
        "Reality check: It is shut.\n\nIt was open.\n\nReality check: It is old.\n\nSo they say.",
    ],
)
def test_labels_are_no_speakers(text: str) -> None:
    assert "turn" not in quotes(text)["kind"].tolist()


@pytest.mark.parametrize("who", ["Witnesses", "Rescuers", "Experts", "Sources", "Passengers", "Islanders"])
def test_several_who_open_a_sentence_are_nobodys_name(who: str) -> None:
    row = quotes(f"{who} said that it was shut.").iloc[0]
    assert (row["speaker_type"], row["speaker_mention"]) == ("unnamed", who)
    assert pd.isna(row["speaker"])


@pytest.mark.parametrize("who", ["Masters", "Parsons", "Sanders", "Waters"])
def test_surnames_that_look_like_several_stay_names(who: str) -> None:
    assert quotes(f"{who} said that it was shut.").iloc[0]["speaker"] == who


@pytest.mark.parametrize(
    "told", ["said Ines Kovrin, an engineer who was not there.", "Ines Kovrin said.", "said the engineer Ines Kovrin."]
)
def test_who_tells_the_sentence_before_speaks_on(told: str) -> None:
    table = quotes(f"It could have been done in a day, {told} “It is not a difficult job.”")
    assert table[table["kind"] == "direct"]["speaker"].tolist() == ["Ines Kovrin"]


def test_a_transcript_and_a_block_quote_have_speakers() -> None:
    table = quoted(
        "Mayor Ann Lee spoke to Bo Ek, host of “Harbor Hour.”\n\nEK: Why is it closed?\n\nLEE: We had no choice.\n\n"
        "HOST: Thank you.\n\nShe later sent a letter:\n\n> We are sorry.\n\n> It opens in May.\n\nThe harbor is small."
    )
    assert table["kind"].tolist() == ["scare", "turn", "turn", "turn", "direct"]
    said = table[table["kind"] != "scare"]
    assert speakers(table)["speaker"].tolist() == ["Bo Ek", "Ann Lee", "HOST"]
    assert said["speaker"].tolist() == ["Bo Ek", "Ann Lee", "HOST", "Ann Lee"]
    assert said["speaker_type"].tolist() == ["person", "person", "unknown", "person"]
    assert said["mark"].tolist() == [":", ":", ":", ">"]
    assert said["text"].tolist()[-1] == "> We are sorry.\n\n> It opens in May."


def test_an_answer_is_not_the_speech_that_asks() -> None:
    table = quoted("“We are closed,” Lee said. “Is it sad?”\n\n“It is not.”\n\nThe harbor is small.")
    assert len(table) == 3


def test_a_rule_and_a_confidence_for_every_quotation() -> None:
    for case in CASES:
        for row in found_in(case):
            assert row["rule"]
            if row["speaker_mention"] is not None:
                assert 0 < row["confidence"] <= 1


def test_unattributed_quotation_is_not_guessed() -> None:
    row = one("“The tide comes in twice a day and nobody asks why.”")
    assert (row["kind"], row["rule"], row["speaker_type"]) == ("direct", "no attribution found", "unknown")
    assert row["speaker"] is row["speaker_mention"] is row["cue"] is row["confidence"] is None


def test_scare_quotes_have_no_speaker() -> None:
    row = one("The so-called “smart” meters were installed, Ann Lee said.")
    assert (row["kind"], row["rule"]) == ("scare", "scare quote")
    assert row["speaker"] is row["speaker_type"] is row["cue"] is None


def test_two_people_of_one_surname_are_not_mixed_up() -> None:
    """The better one is named, with little confidence."""
    text = "Ann Lee met Tom Lee on Monday. The talks were short.\n\n“We are done here,” {} said."
    unsure, sure = one(text.format("Lee")), one(text.format("Mr. Lee"))
    assert unsure["speaker_mention"] == "Lee"
    assert unsure["confidence"] < sure["confidence"]
    assert sure["speaker"] == "Tom Lee"


def test_a_place_is_not_a_he() -> None:
    assert one("People of the Gaza Strip met Abu Amer. “It is late,” he said.")["speaker"] == "Abu Amer"


def test_two_possible_readings_lower_confidence() -> None:
    sure = one("Karl Voss met Ada Hahn. “I forgave him,” she said.")
    unsure = one("Karl Voss met Peter Hahn. “Yes, I did,” he said.")
    assert (sure["speaker"], unsure["speaker"]) == ("Ada Hahn", "Karl Voss")
    assert unsure["confidence"] < sure["confidence"]


# --- who is it: articles written and labelled for this set before the resolver was written

SPEAKERS = [
    json.loads(line)
    for line in (Path(__file__).parent / "evaluation" / "speakers_cases.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_labelled_speakers_hold_their_floor() -> None:
    """128 marked quotations in 25 articles; right: the name as labelled, or none where none is to be known."""
    right = typed = wanted = 0
    for case in SPEAKERS:
        found = {row["start"]: row for row in plain(quoted(case["text"]))}
        for label in case["quotes"]:
            wanted += 1
            row = found[label["start"]]
            right += row["kind"] != "scare" and row["speaker"] == label["speaker"]
            typed += row["speaker_type"] == label["type"]
    assert wanted == 128
    assert right / wanted >= 0.93
    assert typed / wanted >= 0.9


# --- indirect speech


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("Ann Lee said the pier was closed.", "the pier was closed", "Ann Lee", "said"),
        ("Ann Lee said on Monday that the pier was closed.", "that the pier was closed", "Ann Lee", "said"),
        ("The pier was closed, Ann Lee said.", "The pier was closed", "Ann Lee", "said"),
        ("The pier was closed, said Ann Lee, the mayor.", "The pier was closed", "Ann Lee", "said"),
        ("According to Ann Lee, the pier was closed.", "the pier was closed", "Ann Lee", "According to"),
        ("The pier was closed, according to Ann Lee.", "The pier was closed", "Ann Lee", "according to"),
        ("Ann Lee told the council that the pier was closed.", "that the pier was closed", "Ann Lee", "told"),
        ("Ann Lee warned of a long winter.", "of a long winter", "Ann Lee", "warned"),
        ("Ann Lee vowed to open the pier.", "to open the pier", "Ann Lee", "vowed"),
        ("Ann Lee said the pier was “quite dead” and gone.", "the pier was “quite dead” and gone", "Ann Lee", "said"),
    ],
)
def test_indirect_speech(text: str, content: str, speaker: str, cue: str) -> None:
    table = quotes(text)
    row = plain(table[table["kind"] == "indirect"])[0]
    assert (row["text"], row["speaker"], row["cue"]) == (content, speaker, cue)
    assert text[row["start"] : row["end"]] == content
    assert row["mark"] is row["closed"] is None


@pytest.mark.parametrize(
    ("text", "content", "mention"),
    [
        ("She will go to Lund, the campaign told the Post.", "She will go to Lund", "the campaign"),
        ("A blogger, Bo Ek, reported this week that it was shut.", "that it was shut", "A blogger"),
        (
            "A longtime official, Bo Ek, said the group’s committee gave Lund a prize in May.",
            "the group’s committee gave Lund a prize in May",
            "A longtime official",
        ),
        ("Some said they would rather stay.", "they would rather stay", "Some"),
        ("The two said they had left the pier.", "they had left the pier", "The two"),
        ("But majorities in all five say they want to stay.", "they want to stay", "majorities in all five"),
        ("Sailors – and some anglers – say that it is shut.", "that it is shut", "Sailors"),
        ("She left in May, in a report suggesting that it was shut.", "that it was shut", "a report"),
        ("Asked whether the pier was safe, Bo Ek smiled.", "whether the pier was safe", None),
        ("Bo Ek bristled when asked on Monday whether it was safe.", "whether it was safe", None),
        ("However, as the Post has reported, fares that rose will fall.", "fares that rose will fall", "the Post"),
        ("Ann Lee added, that it was shut.", "that it was shut", "Ann Lee"),
        ("They note that it was shut.", "that it was shut", "They"),
        ("Ann Lee said fares will rise – even hers.", "fares will rise – even hers", "Ann Lee"),
        (
            "Ann Lee said that Bo Ek was a “good captain,” who was missed.",
            "that Bo Ek was a “good captain,”",
            "Ann Lee",
        ),
    ],
)
def test_indirect_speech_in_other_forms(text: str, content: str, mention: str | None) -> None:
    table = quotes(text)
    row = plain(table[table["kind"] == "indirect"])[0]
    assert (row["text"], row["speaker_mention"]) == (content, mention)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee believed the pier was closed.",
        "Ann Lee hoped to open the pier.",
        "Ann Lee hired two divers.",
        "Ann Lee wrote a long letter.",
        "The states have questions about the pier.",
        "“The pier is closed,” Ann Lee said.",
        "Ann Lee said: “The pier is closed.”",
        "Ann Lee was told on Monday.",
        "A shop, called the Feed, opened in May.",
    ],
)
def test_thought_and_deed_are_not_indirect_speech(text: str) -> None:
    assert "indirect" not in quotes(text)["kind"].tolist()


def test_fragment_and_paraphrase_are_one_utterance() -> None:
    table = quotes("Ann Lee said the pier was “quite dead” and gone.")
    assert table["kind"].tolist() == ["indirect", "mixed"]
    assert table["utterance_id"].tolist() == [0, 0]
    assert speakers(table)["n_quotes"].tolist() == [1]


def test_spelling_printed_most_names_the_speaker() -> None:
    text = (
        "Oleh Petrenkyy spoke. Oleh Petrenky smiled. Petrenky waved. “We are ready to go,” Petrenkyi said."
    )
    assert one(text)["speaker"] == "Oleh Petrenky"


@pytest.mark.parametrize(
    ("one_way", "other"), [("Zelensky", "Zelenskyy"), ("Zelenskiy", "Zelensky"), ("Müller", "Muller")]
)
def test_spellings_of_one_name(one_way: str, other: str) -> None:
    assert name_key(one_way) == name_key(other)


def test_different_names_stay_apart() -> None:
    assert len({name_key(n) for n in ("Obama", "Osama", "Clinton", "Clifton", "Lee", "Li Wei")}) == 6


def test_fields_in_reading_order_with_ids_through_them() -> None:
    articles = pd.DataFrame(
        {
            "article_id": ["a"],
            "headline": ["Mayor: “We will rebuild the pier”"],
            "text": ["“We will rebuild the pier,” said Mayor Ann Lee. “It is ours.”"],
            "caption": [pd.NA],
        }
    )
    before = articles.copy(deep=True)
    table = quotes(articles)
    pd.testing.assert_frame_equal(articles, before)
    assert table["field"].tolist() == ["headline", "text", "text"]
    assert table["quote_id"].tolist() == [0, 1, 2]
    assert table["utterance_id"].tolist() == [0, 1, 1]
    for row in plain(table):
        assert articles[row["field"]].iloc[0][row["start"] : row["end"]] == row["text"]


def test_quotations_in_a_headline_with_other_marks_than_the_text() -> None:
    fields = {"headline": ["Mayor: ‘We are shut’ until May"], "text": ["“We are shut,” Mayor Ann Lee said."]}
    table = quotes(pd.DataFrame(fields))
    assert table["field"].tolist() == ["headline", "text"]
    assert table["text"].tolist() == ["‘We are shut’", "“We are shut,”"]


def test_columns_and_dtypes_are_those_of_the_table() -> None:
    for source in ("", "No marks here.", "“We won,” said Ann Lee.", ["", "x"]):
        table = quotes(source)
        pd.testing.assert_series_equal(table.dtypes, registry.empty("quotes").dtypes)
        pd.testing.assert_series_equal(speakers(table).dtypes, registry.empty("speakers").dtypes)


def test_missing_text_has_no_quotes() -> None:
    assert quotes(pd.DataFrame({"text": [None, "“We won,” said Ann Lee."]}))["article_id"].tolist() == ["1"]


def test_frame_without_text_is_an_error() -> None:
    with pytest.raises(InputError, match="no column 'text'"):
        quotes(pd.DataFrame({"corpo": ["x"]}))


def test_articles_do_not_influence_each_other() -> None:
    texts = [case["text"] for case in CASES]
    together = quotes_of(Batch(pd.DataFrame({"article_id": [c["id"] for c in CASES], "text": texts})))
    for case in CASES:
        alone = quotes(pd.DataFrame({"article_id": [case["id"]], "text": [case["text"]]}))
        same = together[together["article_id"] == case["id"]].reset_index(drop=True)
        pd.testing.assert_frame_equal(alone, same)


def rewritten(text: str, opening: str, closing: str) -> str:
    return text.replace("“", opening).replace("”", closing)


# A single mark that is never closed makes no text of single marks: it may be an apostrophe.
@pytest.mark.parametrize("marks", ['""', "‘’"])
@pytest.mark.parametrize(
    "case",
    [c for c in CASES if "“" in c["text"] and not set("„‘") & set(c["text"]) and c["id"] != "unclosed"],
    ids=lambda c: c["id"],
)
def test_same_answer_for_other_marks(case: dict[str, Any], marks: str) -> None:
    columns = ["start", "end", "kind", "speaker", "speaker_start", "cue", "cue_start", "rule", "utterance_id"]
    pd.testing.assert_frame_equal(
        quotes(case["text"])[columns], quotes(rewritten(case["text"], marks[0], marks[1]))[columns]
    )


# --- speakers


def test_speakers_counts_words_and_shares() -> None:
    table = speakers(
        quotes(
            "“We won the vote,” said Ann Lee. “It was close,” she added. The “smart” way, Bo Ek said. "
            "“It rained,” said Bo Ek.\n\n“Nobody came to the party at all.”"
        )
    )
    assert table["speaker"].tolist()[:2] == ["Ann Lee", "Bo Ek"]
    assert table["n_quotes"].tolist()[:2] == [2, 2]
    assert table["n_words"].tolist()[0] == 7
    assert table["cues"].tolist()[0] == "said; added"
    assert table["share"].sum() == pytest.approx(1)
    assert ((table["share"] > 0) & (table["share"] <= 1)).all()
    assert table["mean_words"].tolist()[0] == 3.5


def test_speakers_gathers_the_unknown() -> None:
    table = speakers(quotes("“We are closed for the whole winter.” It rained.\n\nX. “No one knows why this is.”"))
    assert table["speaker"].isna().sum() == 1


def test_concentration_is_of_the_named_speakers_of_an_article() -> None:
    one_speaker = "“We won the vote,” said Ann Lee.\n\nX. “No one knows why this is,” they said."
    two = "“We won the vote,” said Ann Lee. “It was very close,” said Bo Ek."
    table = speakers(quotes([one_speaker, two, "“We are closed for the whole winter.”"]))
    assert table.groupby("article_id", sort=False)["concentration"].first().tolist()[:2] == [1.0, 0.5]
    assert table["concentration"].isna().tolist()[-1]
    assert table["named"].tolist() == table["speaker"].notna().tolist()


def test_repeated_quotes_finds_edited_ones_across_articles() -> None:
    texts = [
        "“The ferry will not run before the end of March,” said Ann Lee. “The crew has been told of it twice.”",
        "Lee told reporters: “The ferry will not run before the end of April.” “No,” said Bo Ek.",
        "“No,” said Bo Ek. “The harbor was empty all day,” said Ann Lee. “The harbor was empty all day,” she said.",
    ]
    table = repeated_quotes(quotes(texts))
    assert table["group"].tolist() == [0, 0]
    assert table["article_id"].nunique() == 2
    assert table["n_articles"].tolist() == [2, 2]
    assert table["similarity"].tolist() == [1.0, 0.8]
    assert repeated_quotes(quotes(texts), threshold=1).empty


@pytest.mark.slow
def test_repeated_quotes_takes_as_long_as_there_are_quotations() -> None:
    def seconds(n: int) -> float:
        told = "“It was a {} day for the {} boats,” said Ann Lee. “That is all there is.”"
        frame = quotes([told.format(i, i * 7) for i in range(n)])
        begin = time.process_time()
        repeated_quotes(frame)
        return time.process_time() - begin

    seconds(50)
    small = max(seconds(200), 0.02)
    # The collector of a large process makes one run slow; what is quadratic is slow each time.
    assert min(seconds(1600) for _ in range(3)) < 20 * small


@pytest.mark.parametrize("threshold", [0, 1.5, "half"])
def test_repeated_quotes_needs_a_threshold(threshold: Any) -> None:
    with pytest.raises(InputError, match="threshold is"):
        repeated_quotes(registry.empty("quotes"), threshold=threshold)


def test_repeated_quotes_needs_the_table() -> None:
    assert repeated_quotes(registry.empty("quotes")).empty
    with pytest.raises(InputError, match="no column 'article_id'"):
        repeated_quotes(pd.DataFrame({"x": [1]}))


def test_speakers_of_nothing() -> None:
    assert speakers(registry.empty("quotes")).empty


def test_speakers_needs_the_table() -> None:
    with pytest.raises(InputError, match=r"The table 'quotes' has no column 'article_id'.*Its columns: x\."):
        speakers(pd.DataFrame({"x": [1]}))


# --- the attribution table, cue verbs, spellings


def test_attribution_has_one_row_per_sentence_and_says_why() -> None:
    text = (
        "“We won,” said Ann Lee. The vote was close, she added. She called it “a near thing.” According to the report, "
        "nine votes were lost. It rained."
    )
    table = attribution(text)
    kinds = ["direct", "indirect", "mixed", "institution", "unattributed"]
    assert table["attribution"].tolist() == kinds
    assert table["words"].tolist()[:4] == ["said", "added", "called", "According to"]
    for row in plain(table)[:4]:
        assert text[row["words_start"] : row["words_end"]] == row["words"]
        assert 0 < row["share"] <= 1
    assert plain(table)[4]["share"] == 0
    assert table["speaker"].tolist()[:3] == ["Ann Lee"] * 3


def test_attribution_of_many_articles_is_that_of_each() -> None:
    texts = [case["text"] for case in CASES]
    together = attribution(texts)
    for number, text in enumerate(texts):
        same = together[together["article_id"] == str(number)].drop(columns="article_id").reset_index(drop=True)
        pd.testing.assert_frame_equal(attribution(text).drop(columns="article_id"), same)
    assert attribution("").empty


def test_cue_verbs_count_utterances() -> None:
    text = "“We won,” said Ann Lee. “It was close.” Bo Ek said the vote was “a shame” and claimed foul."
    table = cue_verbs(quotes(text)).set_index("verb")
    assert [table[name]["say"] for name in ("n", "n_speakers", "cue_class")] == [2, 2, "neutral"]
    assert table["share"].sum() == pytest.approx(1)
    assert cue_verbs(registry.empty("quotes")).empty
    with pytest.raises(InputError, match="no column 'article_id'"):
        cue_verbs(pd.DataFrame({"x": [1]}))


def test_name_variants_lists_spellings_of_one_person() -> None:
    table = name_variants("Oleh Petrenkyy spoke. Oleh Petrenky smiled. Petrenky waved. Ann Lee left.")
    assert table[["name", "variant"]].to_numpy().tolist() == [
        ["Oleh Petrenky", "Oleh Petrenkyy"],
        ["Oleh Petrenky", "Oleh Petrenky"],
    ]
    assert name_variants("Nobody spoke.").empty


# --- the lists of words

ROOM, NAMES = "newskit.analyses.quotes", "newskit.analyses.names"
WORD_LISTS = (
    (ROOM, "complements.csv"), (NAMES, "given_names.csv"), (NAMES, "names.csv"), (NAMES, "roles.csv"),
    (NAMES, "words.csv"),
)  # fmt: skip


@pytest.mark.parametrize(("room", "name"), WORD_LISTS)
def test_word_lists_are_sorted_and_have_no_row_twice(room: str, name: str) -> None:
    listed = [(row["class"], row["word"]) for row in csv_rows(room, name)]
    assert len(set(listed)) == len(listed)
    classes = list(dict.fromkeys(kind for kind, _ in listed))
    assert listed == sorted(listed, key=lambda row: (classes.index(row[0]), row[1]))
    assert all(word == word.lower().strip() for _, word in listed)


def test_every_word_has_one_tag_and_one_pronoun_at_most() -> None:
    tags = {row["name"] for row in csv_rows(NAMES, "tags.csv")}
    tagged = [row["word"] for row in csv_rows(NAMES, "words.csv") if row["class"] in tags]
    assert len(set(tagged)) == len(tagged)
    names, roles = rule_words(NAMES, "given_names.csv"), rule_words(NAMES, "roles.csv")
    assert (names["he"] | roles["he"]).isdisjoint(names["she"] | roles["she"])


def test_complements_are_of_verbs_that_report() -> None:
    verbs = {row[0] for row in rows("reporting_verbs.csv")}
    listed = rule_words(ROOM, "complements.csv")
    takes_something = set().union(*(listed[kind] for kind in ("clause", "object", "infinitive", "of", "noun")))
    assert takes_something <= verbs
    assert set().union(*listed.values()) == takes_something


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # A scare quote is not speech: its words are words of the sentence.
        ("Ann Lee’s “smart” plan failed.", "Ann/name Lee’s/owner smart/noun plan/noun failed/past"),
        ("“Why?” Ann asked. It rained.", "“...”/quote ?/open_end Ann/name asked/says ./stop It/pronoun rained/past"),
        ("Lee (Bay), 34, left:\n\nNo.",
         "Lee/name (/open Bay/name )/close 34/number ,/comma left/past :/colon ./stop |/paragraph No/determiner"),
    ],
)  # fmt: skip
def test_a_tag_sequence_shows_words_and_tags(text: str, shown: str) -> None:
    (tagged,) = tag_sequences(encode([text]))
    assert str(tagged) == shown



def test_verb_list_is_sound() -> None:
    listed = rows("reporting_verbs.csv")
    assert all(len(row) == 7 and all(row) for row in listed)
    assert {row[6] for row in listed} == {"speech", "describe", "act"}
    assert all(row[4].endswith("ing") for row in listed)
    assert len({(row[0], row[2]) for row in listed}) == len(listed)
    assert all(word == word.lower() and word.isascii() for row in listed for word in row)


@pytest.mark.parametrize(
    ("cue", "wanted"),
    [("said", "neutral"), ("Claims", "claim"), ("conceded", "concede"), ("terming", "describe"), ("ate", None)],
)
def test_cue_class(cue: str, wanted: str | None) -> None:
    assert cue_class(cue) == wanted


# --- hostile input

HOSTILE = {
    "only marks": '"' * 1_000_000,
    "marks and blanks": '" ' * 500_000,
    "opening marks": "“ " * 300_000,
    "speech without end": "“We left, he said. " * 30_000,
    "one paragraph of speech": "“We left the ice,” he said. " * 20_000,
    "one sentence of speech": "“we left the ice,” he said, and " * 20_000,
    "fragments": "he said “it” and " * 30_000,
    "names": "“We left the ice at dawn,” said Ann Lee. " + "Ann Lee, " * 100_000 + "said: “We left the ice at dawn.”",
    "5 MB inside one mark": "“" + "word " * 1_000_000 + "”",
    "all kinds of marks": "“\"”‘’'«»„‚‹›「」『』" * 60_000,
    "turns": "LEE: We left.\n\n" * 20_000 + "“x”",
    "capitals": "A" * 500_000 + ": “x” " + "AB " * 200_000,
    "block quotes": "> We left the ice.\n\n" * 20_000 + "“x”",
    "speech that goes on": "“We left the ice at dawn,” Lee said.\n\n" + "“It was very cold.”\n\n" * 20_000,
    "owners": "Lee’s “ice” remark. " * 30_000,
    "signatures": "“We left the ice at dawn.”\n\n— Lee.\n\n" * 15_000,
    "right to left": "«שלום לכולם», אמר דוד. " * 20_000,
    "mixed": "“\"‘'«»’”„“ x said: " * 30_000,
    "nested": "“She said ‘no,’ and left,” Ann Lee said. " * 10_000,
    "asked and told": "Lee was asked about it in an interview with the Post, quoted as saying " * 8_000,
    "questions": "Q: Are you?\n\nA: Yes.\n\n" * 15_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.slow
def test_hostile_text(name: str) -> None:
    text = HOSTILE[name]
    assert_linear(quotes, text)
    table = quotes(text)
    assert [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()


PIECES = [
    "“We left,”", '"Why?"', " said Ann Lee", ", ", ". ", "\n\n", "he ", "said ", "‘no’", ": ", "— ", "(", ")", "“", "”",
    "according to ", "Mr. Ek ", "calling it ", "“dead”", "and ", "the mayor ", "שלום ", "😀 ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_true_offsets(text: str) -> None:
    table = quotes(text)
    for row in table.to_dict("records"):
        assert text[row["start"] : row["end"]] == row["text"]
        for what, start, end in (("speaker_mention", "speaker_start", "speaker_end"), ("cue", "cue_start", "cue_end")):
            assert pd.isna(row[what]) or text[row[start] : row[end]] == row[what]
    assert nest_or_are_apart(table)


# --- quotations inside quotations


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("“She told me, ‘We won the cup,’ and left,” Ann Lee said.", [("‘We won the cup,’", 0, "She", "told")]),
        ("‘They shouted “Get out now!” at us,’ said Bo Ek.", [("“Get out now!”", 0, "They", "shouted")]),
        (
            "“He said: ‘Then Bo Ek shouted, “Fire in the house!” and ran.’ That was it,” said Ann Lee.",
            [
                ("‘Then Bo Ek shouted, “Fire in the house!” and ran.’", 0, "He", "said"),
                ("“Fire in the house!”", 1, "Bo Ek", "shouted"),
            ],
        ),
        ("“It was May.\n\n“They said ‘we know you’ and left,” Ann Lee said.", [("‘we know you’", 0, "They", "said")]),
        ("“We don’t know what the owners’ plan is,” Ann Lee said.", []),
    ],
)
def test_quotations_inside_quotations_have_rows_of_their_own(text: str, nested: list[Any]) -> None:
    table = quotes(text)
    inside = table[table["kind"] == "nested"]
    assert inside[["text", "inside", "speaker_mention", "cue"]].to_numpy().tolist() == [list(row) for row in nested]
    assert all(text[s:e] == t for s, e, t in zip(inside["start"], inside["end"], inside["text"], strict=True))
    assert all(
        text[s:e] == t
        for s, e, t in zip(inside["speaker_start"], inside["speaker_end"], inside["speaker_mention"], strict=True)
    )
    assert table.loc[table["kind"] != "nested", "inside"].isna().all()
    assert set(speakers(table)["n_quotes"]) == {1}


# --- the sample article, labeled sentence by sentence with newskit's first answers in view: no blind figure

ZELENSKYY = "Volodymyr Zelenskyy"
OWN = ("unattributed", None, None)
SAMPLE_SENTENCES = [
    ("indirect", ZELENSKYY, None),  # has indicated he may accept
    OWN,
    ("indirect", ZELENSKYY, "a news broadcaster"),  # suggested to agree
    ("institution", "Sky News", "Sky News"),  # was asked about the possibility
    ("direct", ZELENSKYY, "Sky News"),
    ("direct", ZELENSKYY, "Sky News"),
    ("institution", "Russia", None),  # has threatened to target
    ("institution", "Moscow", None),  # described the attacks as
    ("indirect", ZELENSKYY, None),  # highlighted that
    OWN,  # under the plan
    ("indirect", ZELENSKYY, None),  # mentioned that
    ("direct", ZELENSKYY, None),
    ("indirect", ZELENSKYY, None),  # clarified that, acknowledged
    OWN,  # remain cautious
    OWN,
    OWN,  # is expected
    ("indirect", "Donald Trump", None),  # who has vowed
    ("indirect", ZELENSKYY, None),  # expressed optimism
    ("indirect", ZELENSKYY, None),  # emphasized his intent
    ("mixed", ZELENSKYY, None),  # terming ... predicting
]


def test_the_attribution_of_the_sample_article(sample_file: Path) -> None:
    table = plain(attribution(read_articles(str(sample_file))))
    assert [(row["attribution"], row["speaker"], row["via"]) for row in table] == SAMPLE_SENTENCES
    assert [row["via_type"] for row in table if row["via"]] == ["broadcaster", "outlet", "outlet", "outlet"]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("The pier was shut after engineers warned that it could fall.", "that it could fall", "engineers", "warned"),
        ("As Bo Ek warned the pier could fall, it was shut.", "the pier could fall", "Bo Ek", "warned"),
        ("Ann Lee was quoted as saying the pier was shut.", "the pier was shut", "Ann Lee", "saying"),
        ("Ann Lee opened the talks by saying the pier was shut.", "the pier was shut", "Ann Lee", "saying"),
        ("Ann Lee went on to say that the pier was shut.", "that the pier was shut", "Ann Lee", "say"),
        ("Ann Lee (R-Ohio) said the pier was shut.", "the pier was shut", "Ann Lee", "said"),
        ("People briefed on the talks said the pier was shut.", "the pier was shut", "People", "said"),
        ("Ann Lee said ferries - the old ones - were late.", "ferries - the old ones - were late", "Ann Lee", "said"),
        ("Ann Lee, who met Tom Dorn, said the pier was shut.", "the pier was shut", "Ann Lee", "said"),
        ("In May, Ann Lee, a judge, said the pier was shut.", "the pier was shut", "Ann Lee", "said"),
        ("Ann Lee is saying the pier is shut.", "the pier is shut", "Ann Lee", "saying"),
    ],
)
def test_more_indirect_speech(text: str, content: str, speaker: str, cue: str) -> None:
    found = plain(quotes(text))
    told = (content, speaker, cue)
    assert told in [(row["text"], row["speaker_mention"], row["cue"]) for row in found], found


@pytest.mark.parametrize(
    "text",
    [
        "“We are closed,” Ann Lee said in front of a crowd of hundreds.",
        "“We are closed,” Ann Lee said, standing in the rain.",
        "Ann Lee refused to say the pier was shut.",
        "The report was read as saying nothing.",
    ],
)
def test_how_and_when_something_was_said_is_not_said(text: str) -> None:
    table = quotes(text)
    assert table[table["kind"] == "indirect"].empty


def test_the_medium_of_what_is_said() -> None:
    text = "“We will sue,” Ann Lee told reporters at the Harbor Post. “I mean it,” she added."
    table = quotes(text)
    assert table["via"].tolist() == ["reporters at the Harbor Post"] * 2
    assert set(table["via_type"]) == {"press"}


def test_two_words_of_a_headline_are_whose_quotation_has_them() -> None:
    """Question 20 of teachers: whose words are 'Hot Stage'?"""
    said = "“If we want to end the hot stage of it, we talk,” Ann Lee said on Monday."
    body = f"{said}\n\nThe so-called “hot stage” began in May."
    found = quotes(pd.DataFrame({"headline": ["Lee hints at an end to ‘Hot Stage’"], "text": [body]}))
    headline = found[(found["field"] == "headline") & found["mark"].notna()]
    assert headline["speaker"].tolist() == ["Ann Lee"]
    assert headline["rule"].tolist() == ["carried over: same words"]


def test_an_article_that_was_read_is_free_at_once() -> None:
    text = "Mayor Ann Lee spoke. “It is shut,” she said. The mayor said that her deputy agreed. He said so, she added."
    gc.collect()
    gc.disable()
    try:
        quotes([text] * 3)
        assert not [thing for thing in gc.get_objects() if isinstance(thing, TagSequence)]
    finally:
        gc.enable()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), st.booleans()), max_size=6))
def test_characters_of_sentences_in_quotations(spans: list[tuple[int, int, bool]]) -> None:
    sentences = pd.DataFrame({"article_id": list("aaab"), "start": [0, 10, 30, 0], "end": [9, 29, 60, 60]})
    said = pd.DataFrame(
        [("a" if own else "b", low, low + n) for low, n, own in sorted(spans)], columns=["article_id", "start", "end"]
    )
    shared = _overlaps(sentences, said)
    inside = [set(range(row.start, row.end)) for row in sentences.itertuples()]
    of_quotes = [(row.article_id, set(range(row.start, row.end))) for row in said.itertuples()]
    for number, article_id in enumerate(sentences["article_id"]):
        reached = [words & inside[number] if own == article_id else set() for own, words in of_quotes]
        assert shared.covered()[number] == len(set().union(*reached))
        longest = max(range(len(reached)), key=lambda k: len(reached[k]), default=-1)
        assert shared.longest()[number] == (longest if reached and reached[longest] else -1)
