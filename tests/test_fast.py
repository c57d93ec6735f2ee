from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text import finder, vocabulary
from newskit.text.codes import keys_of, line_up, strings_of
from newskit.text.finder import Finder, index
from newskit.text.tokens import encode

FORM = st.text(alphabet=st.sampled_from("abA.“é字😀\uffff\x00\ud800"), min_size=1, max_size=20)


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
    home = finder.Finder._home
    monkeypatch.setattr(finder.Finder, "_home", lambda self, keys: np.zeros(len(keys), dtype=np.int64))
    known, forms = vocabulary.Vocabulary(), [f"w{i}" for i in range(50)]
    ids = known.ids(forms)
    monkeypatch.setattr(finder.Finder, "_home", home)
    assert known.ids([*forms, *(f"v{i}" for i in range(5000))])[:50].tolist() == ids.tolist()
    assert known.ids(forms).tolist() == ids.tolist()


def test_one_slot_for_all_is_slow_and_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms chosen so that their slots collide cannot make it wrong: what finds no slot goes to the dictionary."""
    monkeypatch.setattr(finder.Finder, "_home", lambda self, keys: np.zeros(len(keys), dtype=np.int64))
    vocabulary.forget()
    text = " ".join(f"w{i}" for i in range(50))
    assert forms_of(text) == text.split()
    assert forms_of(text) == text.split()
    vocabulary.forget()


def test_the_table_grows() -> None:
    table = Finder()
    keys = keys_of(*line_up(f"form{i}" for i in range(20_000)))
    for part in (slice(10_000), slice(10_000, 20_000)):
        slot, first = table.claim(keys[part])
        table.settle(slot[first], np.arange(20_000)[part][first])
    found = table.find(keys)
    assert (found == np.arange(20_000)).mean() > 0.99
    assert ((found == np.arange(20_000)) | (found == -1)).all()


def test_the_first_of_equal_forms_gets_the_slot() -> None:
    table = Finder()
    slot, first = table.claim(keys_of(*line_up(["plan", "bridge", "plan", "plan"])))
    assert slot[0] == slot[2] == slot[3] != slot[1]
    assert len(first) == 2


def test_an_index_tells_the_place_of_a_word() -> None:
    words = ["plan", "bridge", "字", "a word much too long"]
    assert index(words).find(keys_of(*line_up([*words, "river"]))).tolist() == [0, 1, -1, -1, -1]


@given(st.lists(st.text(alphabet="aZ9“’—é€ÿ­\x00\x02字", min_size=1, max_size=16), unique=True))
def test_a_key_that_fits_is_the_form(forms: list[str]) -> None:
    keys = keys_of(*line_up(forms))
    kept = finder.fits(keys)
    assert strings_of(keys[kept]) == [form for form, fit in zip(forms, kept, strict=True) if fit]
    assert all(kept[i] for i, form in enumerate(forms) if not set(form) & set("\x00\x02字"))
