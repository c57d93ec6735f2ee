"""Two wordings laid word upon word: what was kept, left out, put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from newskit.text.forms import fold, word

Change = Literal["kept", "left out", "put in"]
_LONGEST = 400
"""Words of each that are laid upon each other; a longer speech is compared by its beginning."""


class Wording(NamedTuple):
    """The words of a text as printed, and the same in small letters without their marks."""

    printed: list[str]
    keys: list[str]


class ChangedWords(NamedTuple):
    """A stretch of words that both wordings have, or only one of them."""

    change: Change
    text: str


def wording(text: str) -> Wording:
    """Cut a text into words; marks alone are no words."""
    found = [(printed, word(printed)) for printed in text.split()]
    kept = [(printed, fold(inner.text)) for printed, inner in found if inner][:_LONGEST]
    return Wording([printed for printed, _ in kept], [key for _, key in kept])


def n_kept(a: Wording, b: Wording) -> int:
    """Count the words that stand in both, in one order.

    >>> n_kept(wording("We will win."), wording("“We shall win,”"))
    2
    """
    return sum(block.size for block in _matcher(a, b).get_matching_blocks())


def holds(longer: Wording, shorter: Wording) -> bool:
    """Say whether all words of the shorter one stand in the longer one, in a row."""
    n = len(shorter.keys)
    first = shorter.keys[:1]
    places = (i for i, key in enumerate(longer.keys) if [key] == first)
    return any(longer.keys[i : i + n] == shorter.keys for i in places)


def changes(base: Wording, other: Wording) -> Iterator[ChangedWords]:
    """Yield what becomes of a wording in another, stretch by stretch.

    >>> [tuple(piece) for piece in changes(wording("We will win."), wording("We shall win."))]
    [('kept', 'We'), ('left out', 'will'), ('put in', 'shall'), ('kept', 'win.')]
    """
    for tag, i, j, k, m in _matcher(base, other).get_opcodes():
        if tag == "equal":
            yield ChangedWords("kept", " ".join(other.printed[k:m]))
            continue

        if i < j:
            yield ChangedWords("left out", " ".join(base.printed[i:j]))
        if k < m:
            yield ChangedWords("put in", " ".join(other.printed[k:m]))


def in_one_line(pieces: Iterable[ChangedWords]) -> str:
    """Write changes as one line: [-what was left out-] {+what was put in+}.

    >>> in_one_line(changes(wording("We will win."), wording("We shall win.")))
    'We [-will-] {+shall+} win.'
    """
    signs = {"kept": ("", ""), "left out": ("[-", "-]"), "put in": ("{+", "+}")}
    return " ".join(text.join(signs[change]) for change, text in pieces)


def _matcher(a: Wording, b: Wording) -> SequenceMatcher[str]:
    return SequenceMatcher(None, a.keys, b.keys, autojunk=False)
