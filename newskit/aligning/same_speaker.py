"""Two statements of one speaker are not one statement, though they share half of their words."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from newskit.aligning.likeness import Likeness
from newskit.aligning.sides import Side, printed_words, stem_of
from newskit.text.reporting_verbs import reporting_verbs

_FRAME = 3, 8
"""Words that say who speaks: Ann Lee said; union leader Ann Lee told reporters that."""
_REST = 4
"""Words beside the frame: of fewer nothing can be said."""
_ALIKE = 0.1
"""Likeness of what is said: "told reporters that talks would end", "... that there is no limit"."""


def is_other_statement(
    likeness: Likeness,
    a: int,
    b: int,
) -> bool:
    """Say whether two sentences share who speaks, and nothing of what is said."""
    old, new = likeness.old.words(a), likeness.new.words(b)
    if reporting_verbs().keys().isdisjoint(old):
        return False

    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if _is_frame(likeness.old, a, block.a, block.size):
            rests = _without(old, block.a, block.size), _without(new, block.b, block.size)
            is_told = min(map(Counter.total, rests)) >= _REST
            return is_told and likeness.of_words(*rests) < _ALIKE

    return False


def _is_frame(
    side: Side,
    n: int,
    at: int,
    size: int,
) -> bool:
    """Say whether words that two sentences share in a row are a name with its verb."""
    if not _FRAME[0] <= size <= _FRAME[1]:
        return False

    text = side.sentences[n]
    words = printed_words(text)[at : at + size]
    has_verb = any(word.key in reporting_verbs() for word in words)
    return has_verb and any(
        word.start and text[word.start].isupper() for word in words
    )


def _without(
    words: list[str],
    at: int,
    size: int,
) -> Counter[str]:
    return Counter(map(stem_of, words[:at] + words[at + size :]))
