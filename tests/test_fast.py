"""The fast path against the plain dictionary, form by form and feature by feature; and how its table holds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newskit.analyses.sentiment.forms import traits, traits_of_all
from newskit.analyses.sentiment.lexicons import news
from newskit.text import vocabulary
from newskit.text.fast import Forms
from newskit.text.fast.codes import fits, keys_of, line_up, strings_of
from newskit.text.fast.dictionary import Dictionary
from newskit.text.fast.finder import Finder, first_of_equal
from newskit.text.fast.known_forms import KnownForms
from newskit.text.tokens import describe, describe_all, encode
from newskit.text.vocabulary import Vocabulary
from newskit.text.word_counts import word_counts, word_counts_of
from newskit.word_lists import rows

FORM = st.text(alphabet=st.sampled_from("abA.“é字😀\uffff\x00\ud800"), min_size=1, max_size=20)
# Words as they are printed, marks around them, other scripts, lone surrogates, long forms; and blanks of all kinds.
PRINTED = st.one_of(
    st.sampled_from(
        ["the", "The", "“Hello,”", "Hello’s", "U.S.", "p.m.", "isn’t", "good", "“good”", "GOOD", "no,", "at", "Mr."]
    ),
    st.text(alphabet="aeTtshIA.,’'\"“”1é!?()[-—/$", min_size=1, max_size=8),
    st.text(alphabet="字ه٣😀\ud800\u0301İßé€\uffff\x00", min_size=1, max_size=4),
    st.text(alphabet="ab", min_size=14, max_size=40),
)
BLANK = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\u00a0", "\u2028", "\x85", "\t", " \n "])
TEXT = st.lists(st.tuples(PRINTED, BLANK)).map(lambda parts: "".join(map("".join, parts)))


@settings(max_examples=300)
@given(st.lists(TEXT | st.text(), max_size=3))
@example(["a\uffff a😀 a😁", "x" * 16 + " " + "x" * 17, "\x7f \x00"])
def test_forms_are_those_of_the_plain_dictionary(texts: list[str]) -> None:
    fast, plain = KnownForms(), Dictionary()
    # Twice: the second time they are found without a string.
    for text in [*texts, *texts]:
        ids, cut = fast.cut(text)
        expected, expected_cut = plain.cut(text)
        assert [fast.forms[i] for i in ids] == [plain.forms[i] for i in expected] == text.split()
        for column, expected_column in zip(cut, expected_cut, strict=True):
            assert column.tolist() == expected_column.tolist()
    assert sorted(fast.forms) == sorted(plain.forms)
    assert fast.n_characters == sum(map(len, fast.forms))


@given(st.lists(st.text(alphabet="ab\x00 \n\x85“字", max_size=18)))
def test_ids_of_strings_are_those_of_the_plain_dictionary(forms: list[str]) -> None:
    fast, plain = KnownForms(), Dictionary()
    ids, expected = fast.ids(forms), plain.ids(forms)
    assert [fast.forms[i] for i in ids] == [plain.forms[i] for i in expected] == forms
    assert len(fast.forms) == len(plain.forms) == len(set(forms))
    assert fast.ids(forms).tolist() == ids.tolist()


@settings(max_examples=300)
@given(st.lists(PRINTED, min_size=1))
def test_features_of_many_forms_are_those_of_each(forms: list[str]) -> None:
    many, words = Forms(forms), Vocabulary()
    assert describe_all(words, many).tolist() == [describe(form) for form in forms]
    assert word_counts_of(words, many).tolist() == [list(map(int, word_counts(form))) for form in forms]
    assert traits_of_all(words, many).tolist() == [traits(form) for form in forms]
    alone = [news().valence(form) for form in forms]
    assert np.array_equal(news().valences(words, many), alone, equal_nan=True)


@given(st.lists(FORM, max_size=12))
def test_every_form_is_its_own(forms: list[str]) -> None:
    text = " ".join(forms)
    tokens = encode([text])
    for _ in range(2):
        printed = [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)]
        assert [tokens.vocabulary.forms[i] for i in tokens.form] == printed
        tokens = encode([text])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "a\x00"),
        ("a\uffff", "a😀"),
        ("a😀", "a😁"),
        ("x" * 16, "x" * 17),
        ("x" * 16, "x" * 15),
        ("\ud800", "\udc00"),
    ],
)
def test_forms_that_look_alike_are_told_apart(one: str, other: str) -> None:
    vocabulary.forget()
    for _ in range(2):
        assert forms_of(f"{one} {other} {one}") == [one, other, one]


def forms_of(text: str) -> list[str]:
    tokens = encode([text])
    return [tokens.vocabulary.forms[i] for i in tokens.form]


def test_what_is_known_is_found_without_a_string(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary.forget()
    encode(["the plan is to close the bridge"])
    learned: list[int] = []
    learn = KnownForms._learn
    monkeypatch.setattr(KnownForms, "_learn", lambda self, keys: learned.append(len(keys)) or learn(self, keys))
    encode(["the bridge is to close"])
    assert learned == []
    encode(["the bridge is to open"])
    assert learned == [1]


def test_a_form_that_finds_room_later_keeps_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Finder._home
    monkeypatch.setattr(Finder, "_home", lambda self, keys: np.zeros(len(keys), dtype=np.int64))
    known, forms = KnownForms(), [f"w{i}" for i in range(50)]
    ids = known.ids(forms)
    monkeypatch.setattr(Finder, "_home", home)
    assert known.ids([*forms, *(f"v{i}" for i in range(5000))])[:50].tolist() == ids.tolist()
    assert known.ids(forms).tolist() == ids.tolist()


def test_one_slot_for_all_is_slow_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms chosen so that their slots collide cannot make it wrong: what finds no slot goes to the dictionary."""
    monkeypatch.setattr(Finder, "_home", lambda self, keys: np.zeros(len(keys), dtype=np.int64))
    vocabulary.forget()
    text = " ".join(f"w{i}" for i in range(50))
    assert forms_of(text) == text.split()
    assert forms_of(text) == text.split()
    vocabulary.forget()


def test_one_number_for_all_keys_is_slow_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor can forms whose bits mix to the same number: all but the first are told apart by their strings."""
    monkeypatch.setattr("newskit.text.fast.finder._mixed", lambda keys: np.zeros(len(keys), dtype=np.uint64))
    known, forms = KnownForms(), [f"w{i}" for i in range(50)] * 2
    ids = known.ids(forms)
    assert [known.forms[i] for i in ids] == forms
    assert len(known.forms) == 50


def test_the_table_grows() -> None:
    table = Finder()
    keys = keys_of(*line_up(f"form{i}" for i in range(20_000)))
    # In many pieces: the table grows five times, and some lose their slots on the way.
    left = np.concatenate([table.add(keys[part], part) for part in np.split(np.arange(20_000), 100)])
    found = table.find(keys)
    assert (found == np.arange(20_000)).mean() > 0.99
    assert set(np.flatnonzero(found == -1).tolist()) <= set(left.tolist())
    assert ((found == np.arange(20_000)) | (found == -1)).all()


def test_the_first_of_equal_keys_stands_for_them() -> None:
    keys = keys_of(*line_up(["plan", "bridge", "plan", "plan", "river"]))
    assert strings_of(first_of_equal(keys)) == ["plan", "bridge", "river"]


@pytest.mark.parametrize("file", ["vader.csv.xz", "cmu.csv.xz"])
def test_no_word_of_a_list_is_lost(file: str) -> None:
    forms = Forms([word for word, *_ in rows(file)])
    has_key = fits(forms.printed_keys)
    assert (forms.find(forms.printed_keys) == np.arange(len(has_key)))[has_key].all()


def test_forms_tell_the_place_of_a_word() -> None:
    words = ["plan", "bridge", "字", "a word much too long"]
    assert Forms(words).find(keys_of(*line_up([*words, "river"]))).tolist() == [0, 1, -1, -1, -1]


@given(st.lists(st.text(alphabet="aZ9“’—é€ÿ­\x00\x02字", min_size=1, max_size=16), unique=True))
def test_a_key_that_fits_is_the_form(forms: list[str]) -> None:
    keys = keys_of(*line_up(forms))
    kept = fits(keys)
    assert strings_of(keys[kept]) == [form for form, fit in zip(forms, kept, strict=True) if fit]
    assert all(kept[i] for i, form in enumerate(forms) if not set(form) & set("\x00\x02字"))
