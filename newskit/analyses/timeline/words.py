"""The lexicon of time words: what a single word may mean for a date, as one letter and a value.

Every word that can take part in a time expression belongs to one kind. `kinds.csv` lists and
explains the kinds, `words.csv` the words. A kind is written as one letter, so that a run of words
becomes a short string which the grammar matches; patterns and rules use the names.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_letters, digits
from typing import Final, NamedTuple

from newskit.csv_files import csv_rows
from newskit.timestamps.calendar_words import FULL_MONTHS, FULL_WEEKDAYS, SHORT_MONTHS
from newskit.timestamps.zones import ZONES_IN_CAPITALS, ZONES_IN_PROSE

Value = int | float | str | tuple[int, ...]

_KINDS: Final = csv_rows(__package__, "kinds.csv")
_SIGNS: Final = "!#%&:;<=>@_~,/`€£αβγδεζηθικλμνξοπρστυφχψω"
_LETTERS: Final = (ascii_letters + digits + _SIGNS)[: len(_KINDS)]
CODES: Final = {row["kind"]: letter for row, letter in zip(_KINDS, _LETTERS, strict=True)}


def kinds_where(question: str, answer: str) -> frozenset[str]:
    """Return the kinds for which a column of `kinds.csv` gives that answer."""
    return frozenset(row["kind"] for row in _KINDS if row[question] == answer)


class TimeWord(NamedTuple):
    """What a word may mean: its kind, and its value."""

    kind: str
    value: Value = 0


def _read(row: Mapping[str, str]) -> TimeWord:
    printed = row["value"]
    is_number = printed.removeprefix("-").isdigit()
    return TimeWord(row["class"], int(printed) if is_number else printed)


_WORDS: Final = {row["word"]: _read(row) for row in csv_rows(__package__, "words.csv")}
# Words that say one thing in any case, and phrases that count as one word.
PLAIN: Final = {word: meant for word, meant in _WORDS.items() if " " not in word}
PLAIN.update({name: TimeWord("zone", name.upper()) for name in ZONES_IN_PROSE})
PHRASES: Final = {tuple(word.split()): meant for word, meant in _WORDS.items() if " " in word}


def _capital_words() -> dict[str, TimeWord]:
    """Read the words that speak of time only with a capital: "we may march"."""
    words = {name: TimeWord("month", number) for name, number in FULL_MONTHS.items()}
    # They open a sentence as verbs, too: the words beside them decide.
    words |= {name: TimeWord("may", FULL_MONTHS[name]) for name in ("march", "may")}
    # "Jan" and "Mar" are names, too: months beside a number, and after words such as "in".
    words |= {name: TimeWord("shortmonth", number) for name, number in SHORT_MONTHS.items()}
    for name, number in FULL_WEEKDAYS.items():
        words[name] = TimeWord("weekday", number)
        words[f"{name}s"] = TimeWord("weekdays", number)

    return words


CAPITAL: Final = _capital_words()
# Words that speak of time only in capitals: CAT is a zone, Cat a pet.
ALL_CAPITALS: Final = {name: TimeWord("zone", name.upper()) for name in ZONES_IN_CAPITALS}
