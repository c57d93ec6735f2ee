"""How a token may end a sentence, and how it may open one: a class for each of its two edges.

The words that these classes rest on are in `abbreviations.csv` and `words.csv`; what follows from a
pair of classes is in `sentences`.
"""

from __future__ import annotations

import re
from enum import IntEnum

from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import CLOSING, OPENING
from newskit.timestamps.calendar_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS


class End(IntEnum):
    """How a token may end a sentence."""

    NONE = 0
    # ! ? and their kin.
    STRONG = 1
    # A full stop after a word.
    STOP = 2
    ELLIPSIS = 3
    # Mr. Gen. Sen.: a name follows.
    TITLE = 4
    # Inc. U.S.: may be the last word.
    ABBREVIATION = 5
    # J.
    INITIAL = 6
    # The 3. of a list.
    NUMBER = 7
    # No. vol. pp.: a number follows.
    REFERENCE = 8
    # Calif. La.: the last word if a comma stood before the state and none after it.
    STATE = 9
    # a.m. p.m.: the last word unless a day or a zone follows.
    CLOCK = 10
    # Ave. Dr. St.: the last word of an address that began with a number.
    STREET = 11


class Start(IntEnum):
    """How a token may open a sentence."""

    LOWER = 0
    # The, But, He: words that seldom follow an abbreviation inside a sentence.
    STARTER = 1
    UPPER = 2
    DIGIT = 3
    # A quotation mark or bracket, then a capital or a digit.
    MARK = 4
    OTHER = 5
    # A letter of a script without capitals.
    CASELESS = 6
    BULLET = 7
    # Monday, May, EST: may follow a clock.
    TIME = 8
    # Only closing marks: belongs to the sentence before.
    CLOSER = 9


# A token's code: start in the lowest four bits, end in the next four, then flags.
START_BITS, END_BITS, END_SHIFT = 0x0F, 0xF0, 4
COMMA, ZONE = 0x100, 0x200

_STRONG = frozenset("!?。！？؟।‼⁇⁈⁉")
_ENDING = _STRONG | set(".…")
_BULLETS = "•▪●■◦‣"
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
# Characters of an abbreviation that are looked at, and digits of the number of a list: 1918. is a
# year.
_LONGEST_DOTTED, _LONGEST_NUMBER = 40, 3

# Class in abbreviations.csv -> class of the edge; others may be the last word of a sentence.
_END_OF = {
    **dict.fromkeys(("title", "rank", "office", "before a name", "connective"), End.TITLE),
    **dict.fromkeys(("state", "province"), End.STATE),
    **{"street": End.STREET, "reference": End.REFERENCE, "clock": End.CLOCK},
}
_ROWS = csv_rows(__package__, "abbreviations.csv")
_ABBREVIATIONS = {
    **dict.fromkeys((*SHORT_MONTHS, *SHORT_WEEKDAYS), End.ABBREVIATION),
    **{row["word"]: _END_OF.get(row["class"], End.ABBREVIATION) for row in _ROWS},
}
# Others in small letters are words: "the best man.", "in the sun."
_ALSO_LOWER = frozenset(row["word"] for row in _ROWS if row["lower"])

_WORDS = rule_words(__package__)
# "thur" is left out: the figures for sentences were measured without it.
_TIMES = _WORDS["zone"].union(MONTHS, WEEKDAYS) - {"thur"}
# Dr. Lee is a doctor here; the end of Elm Dr. is told by the number of the house before it.
_STARTERS = _WORDS["opener"] | {"mr", "mrs", "ms", "dr"}
_STARTS = {**dict.fromkeys(_TIMES, Start.TIME), **dict.fromkeys(_STARTERS, Start.STARTER)}

# Every word of two letters or more that is told apart here; of others only their letters matter.
TOLD_APART = frozenset({"time"}).union(_STARTS, _ABBREVIATIONS)


def end_class(token: str) -> int:
    """Classify the end of a token.

    >>> end_class("U.S."), end_class("end.”"), end_class("plain")
    (<End.ABBREVIATION: 5>, <End.STOP: 2>, <End.NONE: 0>)
    """
    # Nearly every token: nothing behind its word.
    if token[-1:].isalnum():
        return End.NONE

    body = token.rstrip(CLOSING)
    last = body[-1:]
    if last not in _ENDING:
        return End.NONE

    # "Why now?" she asked: the small letter behind it decides.
    if last in _STRONG:
        return End.STRONG
    if body.endswith(("..", "…")):
        return End.ELLIPSIS

    return _stop_class(body[:-1].lstrip(OPENING))


def _stop_class(stem: str) -> int:
    """Classify a full stop by what stands before it."""
    # J. R. Alvarez.
    if len(stem) == 1 and stem.isalpha() and stem.isupper():
        return End.INITIAL

    # Sun. and Miss. are abbreviations, "in the sun." and "hit or miss." are not.
    low = stem.lower()
    may_be_abbreviation = stem != low or low in _ALSO_LOWER
    if may_be_abbreviation and low in _ABBREVIATIONS:
        return _ABBREVIATIONS[low]

    # N.A.T.O. and others on no list.
    if _DOTTED.fullmatch(stem[:_LONGEST_DOTTED]):
        return End.ABBREVIATION

    # At the head of a paragraph "3." is the number of a list.
    of_a_list = stem.isdigit() and len(stem) <= _LONGEST_NUMBER
    return End.NUMBER if of_a_list else End.STOP


def start_class(token: str) -> int:
    """Classify the start of a token.

    >>> start_class("“The"), start_class("The"), start_class("iPhone"), start_class("Monday")
    (<Start.MARK: 4>, <Start.STARTER: 1>, <Start.UPPER: 2>, <Start.TIME: 8>)
    """
    body = token.lstrip(OPENING)
    if not body:
        return _marks_class(token)

    # Whether a mark was taken off matters to all that follows.
    first, opened = body[0], len(body) < len(token)
    if first.isalpha():
        return _letter_class(body, opened)

    # 12 people; $5 was paid.
    is_amount = first in "$£€¥" and body[1:2].isdigit()
    if first.isdigit() or is_amount:
        return Start.MARK if opened else Start.DIGIT
    return Start.BULLET if token in _BULLETS else Start.OTHER


def _marks_class(token: str) -> int:
    """Classify a token of nothing but marks."""
    # A mark that a blank separates from what it closes.
    if not token.strip(")]}”’»›"):
        return Start.CLOSER
    return Start.OTHER if set(token).isdisjoint('"“‘«„([') else Start.MARK


def _letter_class(body: str, opened: bool) -> int:
    """Classify a token that begins with a letter, once its opening marks are taken off."""
    first = body[0]
    # iPhone and eBay may open a sentence, and so may al-Qaeda.
    if first.islower():
        has_capital = any(map(str.isupper, body[1:4]))
        return Start.UPPER if has_capital else Start.LOWER

    if not (first.isupper() or first.istitle()):
        return Start.CASELESS
    if opened:
        return Start.MARK

    # J. I. Case: the second is not a pronoun.
    is_initial = len(body) == 2 and body[1] == "."
    bare = body.rstrip(".,;:!?" + CLOSING).lower().replace("’", "'")
    return Start.UPPER if is_initial else _STARTS.get(bare, Start.UPPER)


def code_of(token: str) -> int:
    """Pack what the rules need to know of a token: its start, its end, a comma, the word "time"."""
    code = start_class(token) | end_class(token) << END_SHIFT
    if token[-1:] == ",":
        code |= COMMA
    # At 3 p.m. Kyiv time.
    if token.startswith("time") and token.rstrip('.,;:!?)”"') == "time":
        code |= ZONE
    return code
