from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text import vocabulary
from newskit.text.fast import Forms
from newskit.text.fast.codes import fits, keys_of, line_up, strings_of
from newskit.text.fast.dictionary import Dictionary
from newskit.text.fast.finder import Finder, first_of_equal
from newskit.text.fast.known_forms import KnownForms
from newskit.text.tokens import encode

FORM = st.text(alphabet=st.sampled_from("abA.“é字😀\uffff\x00\ud800"), min_size=1, max_size=20)


TEXT = st.text(alphabet=st.sampled_from("abA.“é字😀\uffff\x00\ud800\u00a0\u2028 \n\t"), max_size=80)


@given(st.lists(TEXT, max_size=6))
def test_known_forms_do_what_the_plain_dictionary_does(texts: list[str]) -> None:
    """The dictionary of fifteen lines is the oracle: the same forms at the same places, and the same ids for equals."""
    fast, plain = KnownForms(), Dictionary()
    for text in [*texts, *texts]:  # the second time every form is known
        (ids, cut), (own, places) = fast.cut(text), plain.cut(text)
        assert [fast.forms[i] for i in ids.tolist()] == [plain.forms[i] for i in own.tolist()]
        assert cut.start.tolist() == places.start.tolist()
        assert cut.length.tolist() == places.length.tolist()
        assert cut.line_ends.tolist() == places.line_ends.tolist()
    assert sorted(fast.forms) == sorted(plain.forms)
    assert fast.n_characters == plain.n_characters


@given(st.lists(FORM, max_size=30))
def test_ids_are_those_of_the_plain_dictionary_but_for_their_order(forms: list[str]) -> None:
    fast, plain = KnownForms(), Dictionary()
    pairs = set(zip(fast.ids(forms).tolist(), plain.ids(forms).tolist(), strict=True))
    assert len(pairs) == len(set(forms)) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


def forms_of(text: str) -> list[str]:
    tokens = encode([text])
    return [tokens.vocabulary.forms[i] for i in tokens.form]


@given(st.lists(FORM, max_size=12))
def test_every_form_is_its_own(forms: list[str]) -> None:
    text = " ".join(forms)
    tokens = encode([text])
    for _ in range(2):  # the second time they are found without a string
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


def test_what_is_known_is_found_without_a_string(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary.forget()
    encode(["the plan is to close the bridge"])
    learned: list[int] = []
    learn = vocabulary.Vocabulary._learn
    monkeypatch.setattr(vocabulary.Vocabulary, "_learn", lambda self, *a: learned.append(1) or learn(self, *a))
    encode(["the bridge is to close"])
    assert learned == []
    encode(["the bridge is to open"])
    assert learned == [1]


@given(st.lists(st.text(alphabet="ab\x00 \n\x85“字", max_size=18)))
def test_ids_of_strings_are_those_of_the_strings_alone(forms: list[str]) -> None:
    known = vocabulary.Vocabulary()
    ids = known.ids(forms)
    assert [known.forms[i] for i in ids] == forms
    assert len(known.forms) == len(set(forms))
    assert known.ids(forms).tolist() == ids.tolist()


def test_a_form_that_finds_room_later_keeps_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Finder._home
    monkeypatch.setattr(Finder, "_home", lambda self, keys: np.zeros(len(keys), dtype=np.int64))
    known, forms = vocabulary.Vocabulary(), [f"w{i}" for i in range(50)]
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


def test_the_table_grows() -> None:
    table = Finder()
    keys = keys_of(*line_up(f"form{i}" for i in range(20_000)))
    for low in (0, 10_000):
        table.add(keys[low : low + 10_000], np.arange(low, low + 10_000))
    found = table.find(keys)
    assert (found == np.arange(20_000)).mean() > 0.99
    assert ((found == np.arange(20_000)) | (found == -1)).all()


def test_equal_forms_are_taken_in_once() -> None:
    keys = keys_of(*line_up(["plan", "bridge", "plan", "plan"]))
    assert sorted(strings_of(first_of_equal(keys))) == ["bridge", "plan"]


def test_an_index_tells_the_place_of_a_word() -> None:
    words = ["plan", "bridge", "字", "a word much too long"]
    assert Forms(words).find(keys_of(*line_up([*words, "river"]))).tolist() == [0, 1, -1, -1, -1]


@given(st.lists(st.text(alphabet="aZ9“’—é€ÿ­\x00\x02字", min_size=1, max_size=16), unique=True))
def test_a_key_that_fits_is_the_form(forms: list[str]) -> None:
    keys = keys_of(*line_up(forms))
    kept = fits(keys)
    assert strings_of(keys[kept]) == [form for form, fit in zip(forms, kept, strict=True) if fit]
    assert all(kept[i] for i, form in enumerate(forms) if not set(form) & set("\x00\x02字"))
