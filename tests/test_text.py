from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.csv_files import csv_rows
from newskit.text import vocabulary
from newskit.text.fast import Forms
from newskit.text.forms import pieces, word
from newskit.text.sentence_edges import SHORT_TITLES, TOLD_APART, End, end_class
from newskit.text.syllables import syllables
from newskit.text.tokens import describe, describe_all, encode
from newskit.text.word_counts import word_counts, word_counts_of

HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("aAé.!?\"'“”‘’—-\n \u00a0\t1$(«»٣ه字\ud800\u0301😀"), st.characters()),
    max_size=200,
)


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in encode([text]).sentences(0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Doyle denies it. He is to appeal.", ["Mr. Doyle denies it.", "He is to appeal."]),
        ("The U.S. economy grew 3.5 percent. Exports fell.", ["The U.S. economy grew 3.5 percent.", "Exports fell."]),
        ("“Why now?” she asked. Nobody knew.", ["“Why now?” she asked.", "Nobody knew."]),
        ("It opened at 5 a.m. on Thursday.", ["It opened at 5 a.m. on Thursday."]),
        ("He moved to the U.S. The firm stayed.", ["He moved to the U.S.", "The firm stayed."]),
        ("J. R. Alvarez won.", ["J. R. Alvarez won."]),
        ("1. The plan\n\n2. The cost", ["1. The plan", "2. The cost"]),
        ("A headline\n\nA text. It ends.", ["A headline", "A text.", "It ends."]),
        ("a hard-wrapped\nline goes on.", ["a hard-wrapped\nline goes on."]),
        ("He left...but came back. So it goes.", ["He left...but came back.", "So it goes."]),
        ("He said it is over.The rest left.", ["He said it is over.", "The rest left."]),
        # A number, a month, a building: a digit goes on, a capital does not.
        ("It fell in Nov. Traders wept. Dec. 3 was worse.", ["It fell in Nov.", "Traders wept.", "Dec. 3 was worse."]),
        ("Meet at the Hill Bldg. Guests wait in Rm. 4.", ["Meet at the Hill Bldg.", "Guests wait in Rm. 4."]),
        ("Open Sat. and Sun. Tickets cost $5.", ["Open Sat. and Sun.", "Tickets cost $5."]),
        ("The sale is on Sat. Feb. 3 at noon.", ["The sale is on Sat. Feb. 3 at noon."]),
        # A bracket behind an abbreviation explains it, unless it opens like a sentence.
        ("It starts at 10 a.m. (1500 GMT) on Monday.", ["It starts at 10 a.m. (1500 GMT) on Monday."]),
        ("RENO, Nev. (AP) - The vote is today.", ["RENO, Nev. (AP) - The vote is today."]),
        ("He sued in the U.S. (The case failed.)", ["He sued in the U.S.", "(The case failed.)"]),
        ("It opened. (Reuters saw it.) It closed.", ["It opened.", "(Reuters saw it.)", "It closed."]),
        # The part behind a hyphen is the abbreviation.
        ("Then-Sen. Ann Lee (R-Fla.) Thursday said no.", ["Then-Sen. Ann Lee (R-Fla.) Thursday said no."]),
        ("It fell at 9 p.m. E.S.T. on Monday.", ["It fell at 9 p.m. E.S.T. on Monday."]),
        ("The store opens at 9 a.m. Thanksgiving Day.", ["The store opens at 9 a.m. Thanksgiving Day."]),
        ("He lives in Providence, R. I., with a cat.", ["He lives in Providence, R. I., with a cat."]),
        ("Built c. 1900 for Chas. Smith of Smith Pty. Ltd.", ["Built c. 1900 for Chas. Smith of Smith Pty. Ltd."]),
        # Numbers of a list stay with what they number; an answer is a sentence.
        ("1. Mix it. 2. Bake it. Eat it.", ["1. Mix it.", "2. Bake it.", "Eat it."]),
        ("b. Bake it.", ["b. Bake it."]),
        ("I. Sales. II. Costs fell. IV. Profit.", ["I. Sales.", "II. Costs fell.", "IV. Profit."]),
        ("III. The cost", ["III. The cost"]),
        ("It began with World War II. Peace came.", ["It began with World War II.", "Peace came."]),
        ("How many? 50. That is few.", ["How many?", "50.", "That is few."]),
        # A dash opens a sentence behind a full stop and a dateline, not behind what it attributes.
        ("We all agreed. - The editors", ["We all agreed.", "- The editors"]),
        ("He was in the town of Reno, Nev. - Ann too.", ["He was in the town of Reno, Nev. - Ann too."]),
        ("SAN JOSE, Calif. - Police came.", ["SAN JOSE, Calif.", "- Police came."]),
        ("“It is good.” - Ann Lee", ["“It is good.” - Ann Lee"]),
        # A closing mark that stands alone.
        ("( He was tired. ) So it goes.", ["( He was tired. )", "So it goes."]),
    ],
)
def test_sentences_of_news(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("allies—yet", ["allies", "—", "yet"]),
        ("and/or", ["and/", "or"]),
        ("long-term", ["long-term"]),
        ("https://example.org/a/b.html", ["https://example.org/a/b.html"]),
        ("O'Brien’s", ["O'Brien’s"]),
        ("wait...what", ["wait...", "what"]),
        ("fast.”Then", ["fast.”", "Then"]),
        ("said:“We", ["said:", "“We"]),
        ("2015–16", ["2015–16"]),
        ("U.S.-led", ["U.S.-led"]),
        ("Ph.D.", ["Ph.D."]),
    ],
)
def test_forms_are_taken_apart_where_blanks_are_missing(form: str, expected: list[str]) -> None:
    assert [p.text for p in pieces(form)] == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("“U.S.,”", "U.S."),
        ("$14.3", "$14.3"),
        ("(4.5%)", "4.5%"),
        ("players’", "players"),
        ("didn’t.", "didn’t"),
        ("@handle:", "handle"),
        ("—", None),
        ("...", None),
    ],
)
def test_word_of_a_token(token: str, expected: str | None) -> None:
    found = word(token)
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("Mr.", End.TITLE),
        ("J.", End.INITIAL),
        ("U.S.", End.ABBREVIATION),
        ("end.”", End.STOP),
        ("Really?!", End.STRONG),
        ("well…", End.ELLIPSIS),
        ("3.", End.NUMBER),
        ("plain", End.NONE),
    ],
)
def test_end_classes(token: str, expected: End) -> None:
    assert end_class(token) == expected


# Syllables as a dictionary of English gives them, counted by hand.
@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("city", 2), ("council", 2), ("governments", 3), ("government's", 3), ("Alvarez’s", 4), ("U.S.", 2), ("WWW", 9),
        ("long-standing", 3), ("1918", 4), ("$5", 3), ("12", 1), ("2,000", 3), ("isn’t", 2), ("a", 1), ("x", 1),
    ],
)  # fmt: skip
def test_syllables(text: str, n: int) -> None:
    assert syllables(text)[0] == n


@settings(max_examples=300, deadline=None)
@given(st.lists(HOSTILE, max_size=4))
def test_offsets_slice_back_whatever_the_text(texts: list[str]) -> None:
    tokens = encode(texts)
    for k, form in enumerate(tokens.form):
        text = tokens.texts[tokens.article[k]]
        printed = text[tokens.start[k] : tokens.end[k]]
        assert printed == tokens.vocabulary.forms[form]
        assert printed.strip() == printed != ""
    for i, text in enumerate(texts):
        spans = tokens.sentences(i)
        assert [s.number for s in spans] == list(range(len(spans)))
        assert all(text[s.start : s.end].strip() for s in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        covered = "".join(text[s.start : s.end] for s in spans)
        assert len("".join(covered.split())) == len("".join(text.split()))


@settings(max_examples=100, deadline=None)
@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_the_vocabulary_has_no_influence(texts: list[str]) -> None:
    warm = [encode(texts).sentences(i) for i in range(len(texts))]
    vocabulary.forget()
    assert [encode(texts).sentences(i) for i in range(len(texts))] == warm
    assert [encode([t]).sentences(0) for t in texts] == warm


def test_a_full_vocabulary_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary.forget()
    monkeypatch.setattr(vocabulary, "LIMIT_FORMS", 3)
    before = encode(["one two three four five"])
    after = encode(["six"])
    assert after.vocabulary is not before.vocabulary
    assert [before.vocabulary.forms[i] for i in before.form] == ["one", "two", "three", "four", "five"]
    vocabulary.forget()


@pytest.mark.parametrize(
    "piece", ['"', ".", "—", "a.A", "’", "a—", "((", "A.b/", "字", "\n", "a\u00a0", "@", "1,", "“a”"]
)
@pytest.mark.slow
def test_hostile_texts_are_encoded(piece: str) -> None:
    """Long enough that a quadratic step would not end; the growth itself is measured in tests/benchmarks/growth.py."""
    tokens = encode([piece * 100_000])
    assert len(tokens.form) == tokens.first[-1]
    assert len(tokens.sentences(0)) <= len(tokens.form)


@given(st.lists(st.text(alphabet="abcdeEFing.,’'-1“”é", min_size=1, max_size=10)))
def test_words_counted_together_and_alone(forms: list[str]) -> None:
    alone = [list(map(int, word_counts(form))) for form in forms]
    assert word_counts_of(vocabulary.Vocabulary(), Forms(forms)).tolist() == alone


ODD = st.text(alphabet="aeTtimhIA.,’'\"“1é!?()[字", min_size=1, max_size=6)
AFTER = st.sampled_from(["", "’s", "'s", "’s,", "'s.”", "s", "’S", "n’t", "'"])
AROUND = st.text(alphabet='.,!?:;()[]“”"', max_size=5)
WORDS = st.sampled_from([*sorted(TOLD_APART), "plan", "bridge"])
PLAIN = st.builds(
    lambda before, word, capital, tail, after: before + (word.capitalize() if capital else word) + tail + after,
    AROUND, WORDS, st.booleans(), AFTER, AROUND,
)  # fmt: skip


@given(st.lists(ODD | PLAIN, min_size=1))
def test_forms_described_together_and_alone(forms: list[str]) -> None:
    assert describe_all(vocabulary.Vocabulary(), Forms(forms)).tolist() == [describe(form) for form in forms]


def test_titles_are_listed_once() -> None:
    """Sgt, Cllr and Mrs stand in text/abbreviations.csv, and the register of names reads them there."""
    of_names = {row["word"] for row in csv_rows("newskit.analyses.names", "names.csv") if row["class"] == "title"}
    in_full = {row["word"] for row in csv_rows("newskit.analyses.names", "short_titles.csv")}
    assert not of_names & SHORT_TITLES
    # Dr. is a drive, too: it stands among the streets.
    assert in_full - {"dr"} <= SHORT_TITLES
