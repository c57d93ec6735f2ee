from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.text import syllable_model
from newskit.text.inflections import regular
from newskit.text.spoken_numbers import read_aloud
from newskit.text.syllables import dictionary, explain, syllables
from newskit.word_lists import lexicon_text
from tests.growth import assert_linear

# Words and names that CMU's dictionary does not have, counted by hand; three miscounts were put right later.
UNSEEN = Path(__file__).parent / "evaluation" / "syllables_unseen.csv"


def unseen() -> list[tuple[str, set[int]]]:
    with UNSEEN.open(encoding="utf-8", newline="") as lines:
        return [(row["word"], set(map(int, row["n_syllables"].split("|")))) for row in csv.DictReader(lines)]


# Counted by hand; sources as documented.
@pytest.mark.parametrize(
    ("word", "n", "source"),
    [
        ("newspaper", 3, "dictionary"), ("The", 1, "dictionary"), ("COUNCIL", 2, "dictionary"),
        ("didn’t", 2, "dictionary"), ("didn't", 2, "dictionary"), ("U.S.", 2, "dictionary"),
        ("Müller", 2, "dictionary"), ("players’", 2, "dictionary"), ("Harris’s", 3, "dictionary"),
        ("long-term", 2, "dictionary"), ("al-Qaeda", 3, "dictionary"), ("and/or", 2, "dictionary"),
        ("R&D", 3, "dictionary"), ("NATO", 2, "dictionary"), ("NATO’s", 2, "dictionary"), ("BBC", 3, "dictionary"),
        ("lockdowns", 2, "rule"), ("unvaccinated", 5, "rule"), ("US", 2, "rule"), ("WWW", 9, "rule"),
        ("UNHCR", 5, "rule"), ("IAEA", 4, "rule"), ("MPs", 2, "rule"), ("EU-wide", 3, "rule"),
        ("Zelenskyy", 3, "model"), ("Zelensky’s", 3, "model"), ("Beyoncé", 3, "model"), ("Kyiv", 2, "model"),
        ("fiancée", 3, "model"), ("résumé", 3, "model"), ("née", 1, "model"), ("Erdoğan", 3, "model"),
        ("1918", 4, "number"), ("COVID-19", 4, "number"),
    ],
)  # fmt: skip
def test_counts_and_sources(word: str, n: int, source: str) -> None:
    assert syllables(word) == (n, source)


def test_us_is_a_country_and_us_a_pronoun() -> None:
    assert (syllables("US")[0], syllables("us")[0], syllables("Us")[0]) == (2, 1, 1)


# How each is read aloud stands beside it.
@pytest.mark.parametrize(
    ("number", "n"),
    [
        ("0", 2), ("7", 2), ("12", 1), ("77", 5),
        ("1918", 4),  # nineteen eighteen
        ("1905", 4),  # nineteen oh five
        ("1900", 4),  # nineteen hundred
        ("2005", 4),  # two thousand five
        ("2,000", 3),
        ("$14.3", 6),  # fourteen point three dollars
        ("3.14", 4),  # three point one four
        ("£5m", 4),  # five million pounds
        ("21st", 3), ("22nd", 4), ("20th", 3), ("12th", 1), ("112th", 4),
        ("1980s", 4), ("2015–16", 6), ("9/11", 4), ("5:30", 3), ("007", 6), ("G20", 3), ("5G", 2), ("80mph", 7),
        ("1,234.5%", 13),
        ("٣", 1),  # three, in Arabic digits
    ],
)  # fmt: skip
def test_numbers_as_read_aloud(number: str, n: int) -> None:
    assert syllables(number) == (n, "number")


def test_words_inside_a_number_are_counted_by_the_function_given() -> None:
    assert read_aloud("7x", len) == 3


@pytest.mark.parametrize(
    ("word", "known", "n"),
    [
        ("cats", {"cat": 1}, None),  # too short to be told from a name
        ("brexits", {"brexit": 2}, 2), ("voxes", {"vox": 1}, 2), ("quizzes", {"quizze": 1}, 2),
        ("selfies", {"selfy": 2}, 2), ("vetoes", {"veto": 2}, 2), ("zapped", {"zap": 1}, 1), ("texted", {"text": 1}, 2),
        ("muted", {"mute": 1}, 2), ("tweeting", {"tweet": 1}, 2), ("vaping", {"vape": 1}, 2),
        ("vlogging", {"vlog": 1}, 2), ("livestream", {"live": 1, "stream": 1}, 2), ("zorkstream", {"zork": 1}, None),
        ("settling", {"settle": 2}, 2), ("nonstick", {"stick": 1}, 2), ("chairwise", {"chair": 1}, 2),
        ("boss", {"bos": 1}, None), ("sting", {"st": 2}, None),
    ],
)  # fmt: skip
def test_regular_forms(word: str, known: dict[str, int], n: int | None) -> None:
    assert regular(word, known) == n


def test_dictionary_is_whole() -> None:
    known = dictionary()
    rows = lexicon_text("cmu.csv.xz").splitlines()[1:]
    assert len(known) == len(rows)
    assert [known[row.split(",")[0]] for row in rows] == [int(row.split(",")[1]) for row in rows]


def test_weights_are_whole() -> None:
    """Every row of the file is in the tables, and no context lies behind one that is missing."""
    rows = lexicon_text("syllables.csv.xz").splitlines()[1:]
    tables = {(a, b - 1): table for a, row in syllable_model.letter_weights() for b, table in row}
    for row in rows:
        context, weight = row.split(",")
        at = next(k for k, c in enumerate(context) if c.isupper())
        assert tables[at, len(context) - at - 1][context.lower()] == int(weight)
    for (a, b), table in tables.items():
        assert not b or all(context[:-1] in tables[a, b - 1] for context in table)
        assert b or not a or all(context[1:] in tables[a - 1, 0] for context in table)


@pytest.mark.parametrize("word", ["zelenskyy", "mcwhirter", "spasmodic", "rhythms", "y", "bcd", "a"])
def test_score_is_the_sum_of_the_weights_of_all_contexts(word: str) -> None:
    rows = csv.reader(lexicon_text("syllables.csv.xz").splitlines()[1:])
    weights = {context: int(weight) for context, weight in rows}
    expected = [sum(weights.get(context, 0) for context in letter) for letter in syllable_model.contexts(word)]
    assert [letter.score for letter in explain(word)] == expected
    assert syllable_model.count(word) == max(1, sum(score > 0 for score in expected))


def test_explain_points_at_the_letters() -> None:
    assert [(letter.position, letter.letter, letter.spoken) for letter in explain("Starbase")] == [
        (2, "a", True),
        (5, "a", True),
        (7, "e", False),
    ]


def test_unseen_words() -> None:
    """A floor, under what was measured when the model was fitted."""
    words = unseen()
    wrong = [(word, n, syllables(word)) for word, n in words if syllables(word)[0] not in n]
    assert len(words) >= 100
    assert not [word for word, _ in words if word.lower() in dictionary()]
    assert len(wrong) <= 0.1 * len(words), wrong


def test_model_has_learned_the_dictionary() -> None:
    """The shipped weights were fitted on these words; held-out figures are in docs, from the fitting script."""
    words = sorted(word for word in dictionary() if word.isascii() and word.isalpha())[::25]
    right = sum(syllable_model.count(word) == dictionary()[word] for word in words)
    assert right / len(words) > 0.98


@pytest.mark.parametrize(
    "word", ["", "-", "…", "’", "’s", "é", "²", "½", "Москва", "北京", "서울", "\ud800", "\u0301", "ǅ", "İ"]
)
def test_at_least_one_syllable(word: str) -> None:
    assert syllables(word)[0] >= 1


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("aeyÉLs'’.-/&@$%,1٣²MWé"), st.characters()), max_size=40))
def test_any_text_has_a_count_and_a_known_source(text: str) -> None:
    n, source = syllables(text)
    assert n >= 1
    assert source in {"dictionary", "rule", "model", "number"}
    assert len(explain(text)) <= max(1, 8 * len(text))


@pytest.mark.parametrize(
    "unit", ["a", "b", "é", "-", "a-", "a.", ".", "'", "1", "1,", "a1", "A", "&", "ée", "sting", "字"]
)
def test_time_is_linear(unit: str) -> None:
    word = unit * (200_000 // len(unit))
    assert syllables(word)[0] >= 1
    assert_linear(lambda part: syllables(part + "x" * random.randrange(9)), word)
