"""Patterns of words as corpus tools have them: `peace*`, `cease-fire`, `said that *`."""

from __future__ import annotations

from collections.abc import Callable

from newskit.errors import InputError
from newskit.text.forms import fold, without_possessive, word

STAR = "*"
Matcher = Callable[[str], bool]


def word_matchers(pattern: str, *, case_sensitive: bool) -> list[Matcher]:
    """Return for each word of a pattern what says whether a printed word fits it.

    Raises
    ------
    InputError
        If there is no word in the pattern.
    """
    parts = pattern.split()
    if not any(c.isalnum() or c == STAR for c in pattern):
        raise InputError(
            f"The pattern {pattern!r} has no word. Write words, with * for any letters: "
            "'peace*', 'said that *'; or use regex=True."
        )

    found = (_bare(part) for part in parts)
    return [_matcher(part, case_sensitive) for part in found if part]


def _bare(part: str) -> str:
    """Take the marks around a word away, as they are taken from the words of an article."""
    if STAR in part:
        return part

    inner = word(part)
    return inner.text if inner else ""


def _matcher(part: str, case_sensitive: bool) -> Matcher:
    """Return what says whether a word, or the word without its 's, fits one part of a pattern."""
    as_written = _straight if case_sensitive else fold
    pieces = as_written(part).split(STAR)
    if len(pieces) == 1:
        wanted = pieces[0]
        return lambda printed: wanted in _forms(as_written(printed))

    return lambda printed: any(
        _fits(form, pieces) for form in _forms(as_written(printed))
    )


def _straight(text: str) -> str:
    """Write every apostrophe as ', as `fold` does, but keep the capitals."""
    return text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def _forms(printed: str) -> tuple[str, str]:
    return printed, without_possessive(printed)


def _fits(form: str, pieces: list[str]) -> bool:
    """Say whether a form is the pieces in order with anything between them, in linear time."""
    first, *middle, last = pieces
    has_room = len(form) >= len(first) + len(last)
    if not (has_room and form.startswith(first) and form.endswith(last)):
        return False

    at, end = len(first), len(form) - len(last)
    for piece in middle:
        at = form.find(piece, at, end)
        if at < 0:
            return False

        at += len(piece)

    return True
