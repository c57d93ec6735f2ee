"""Capitals that make a name or a month of a modal: Will Smith, May 5."""

from __future__ import annotations

from newskit.analyses.certainty.surroundings import Surroundings
from newskit.csv_files import rule_words

_WORDS = rule_words(__package__)


def is_name_or_month(around: Surroundings) -> bool:
    """Say whether a capital means a name or a month."""
    if not around.is_capital:
        return False

    if around.is_first:
        return _opens_as_name(around)

    # In a title every word may have a capital.
    is_dated = around.at(-1) in _WORDS["before a date"] or around.at(1)[:1].isdigit()
    return is_dated or not around.is_title


def _opens_as_name(around: Surroundings) -> bool:
    """Say it of the first word: "Will Smith won", "May was cold".

    Not of "Will they?" and "May he rest".
    """
    asks = around.is_question or around.at(1) in _WORDS["subject"]
    is_month = around.word(around.first) == "may"
    return not asks and (is_month or around.is_followed_by_capital)
