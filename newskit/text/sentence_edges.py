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
    # The 3. of a list, its b. or iv.
    NUMBER = 7
    # No. vol. Dec. Bldg.: a number follows, or the sentence ends.
    REFERENCE = 8
    # Calif. La.: the last word if a comma stood before the state and none after it.
    STATE = 9
    # a.m. p.m. Sat.: the last word unless a day or a zone follows.
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
    # A quotation mark, then a capital or a digit; a bracket, then a word that opens sentences.
    MARK = 4
    OTHER = 5
    # A letter of a script without capitals.
    CASELESS = 6
    BULLET = 7
    # Monday, May, EST: may follow a clock.
    TIME = 8
    # Only closing marks: belongs to the sentence before.
    CLOSER = 9
    # (EST), (R-Ohio), (0900 GMT): goes on behind an abbreviation.
    BRACKET = 10
    # A dash that stands alone.
    DASH = 11


# A token's code: start in the lowest four bits, end in the next four, then flags. `tokens.describe`
# sets MARK (there may be a quotation mark), and others of its own.
START_BITS, END_BITS, END_SHIFT = 0x0F, 0xF0, 4
COMMA, ZONE, MARK = 0x100, 0x200, 0x1000

_STRONG = frozenset("!?。！？؟।‼⁇⁈⁉")
_ENDING = _STRONG | set(".…")
_CLOSERS = ")]}”’»›"
_BULLETS, _DASHES, _BRACKETS = "•▪●■◦‣", "-–—―", "([{"
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
# Characters of an abbreviation that are looked at, and digits of the number of a list: 1918. is a
# year.
_LONGEST_DOTTED, _LONGEST_NUMBER = 40, 3

# Class in abbreviations.csv -> class of the edge; others may be the last word of a sentence.
_END_OF = {
    **dict.fromkeys(("title", "rank", "office", "given name", "before a name"), End.TITLE),
    "connective": End.TITLE,
    **dict.fromkeys(("state", "province"), End.STATE),
    **dict.fromkeys(("reference", "building"), End.REFERENCE),
    **{"street": End.STREET, "clock": End.CLOCK},
}
_ROWS = csv_rows(__package__, "abbreviations.csv")
_OF_TITLES = frozenset(("title", "rank", "office"))
# Sgt, Cllr, Mmes: the register of names takes them from here.
SHORT_TITLES = frozenset(row["word"] for row in _ROWS if row["class"] in _OF_TITLES)
_ABBREVIATIONS = {
    **dict.fromkeys(SHORT_MONTHS, End.REFERENCE),
    **dict.fromkeys(SHORT_WEEKDAYS, End.CLOCK),
    **{row["word"]: _END_OF.get(row["class"], End.ABBREVIATION) for row in _ROWS},
}
# Others in small letters are words: "the best man.", "in the sun."
_ALSO_LOWER = frozenset(row["word"] for row in _ROWS if row["lower"])

_WORDS = rule_words(__package__)
_ROMAN = _WORDS["roman number"]
# "thur" is left out: the figures for sentences were measured without it.
_TIMES = _WORDS["zone"].union(_WORDS["holiday"], MONTHS, WEEKDAYS) - {"thur"}
# Dr. Lee is a doctor here; the end of Elm Dr. is told by the number of the house before it.
_STARTERS = _WORDS["opener"] | {"mr", "mrs", "ms", "dr"}
# What makes a mark before it the opening of a sentence: “12 people, “Yes.
_AFTER_MARKS = frozenset({Start.STARTER, Start.UPPER, Start.DIGIT, Start.TIME})
_STARTS = {**dict.fromkeys(_TIMES, Start.TIME), **dict.fromkeys(_STARTERS, Start.STARTER)}

# Every word of two letters or more that is told apart here; of others only their letters matter.
TOLD_APART = frozenset({"time"}).union(_STARTS, _ABBREVIATIONS, _ROMAN)


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
    # (R-Fla.), non-U.S.
    stem = stem.rpartition("-")[2] or stem
    low = stem.lower()
    may_be_abbreviation = stem != low or low in _ALSO_LOWER
    if may_be_abbreviation and low in _ABBREVIATIONS:
        return _ABBREVIATIONS[low]

    # N.A.T.O. and others on no list.
    if _DOTTED.fullmatch(stem[:_LONGEST_DOTTED]):
        return End.ABBREVIATION

    # At the head of a paragraph "3." is the number of a list, and so are "b." and "iv.".
    is_letter = len(stem) == 1 and stem.isalpha()
    is_digits = stem.isdigit() and len(stem) <= _LONGEST_NUMBER
    is_roman = low in _ROMAN and stem in (low, stem.upper())
    if is_letter or is_digits or is_roman:
        return End.NUMBER

    # The last word of a sentence, and so are names in capitals: NATO.
    return End.STOP


def start_class(token: str) -> int:
    """Classify the start of a token.

    >>> start_class("“The"), start_class("The"), start_class("iPhone"), start_class("Monday")
    (<Start.MARK: 4>, <Start.STARTER: 1>, <Start.UPPER: 2>, <Start.TIME: 8>)
    """
    body = token.lstrip(OPENING + _CLOSERS)
    if not body:
        return _marks_class(token)

    inside = _bare_class(body)
    is_marked = len(body) < len(token) and inside in _AFTER_MARKS

    # Sept. ’08.
    is_year = inside == Start.DIGIT and token[0] in "'’"
    if is_year or not is_marked:
        return inside
    is_bracket = token[0] in _BRACKETS and inside != Start.STARTER
    return Start.BRACKET if is_bracket else Start.MARK


def _marks_class(token: str) -> int:
    """Classify a token of nothing but marks."""
    # A mark that a blank separates from what it closes.
    if not token.strip(_CLOSERS):
        return Start.CLOSER
    return Start.OTHER if set(token).isdisjoint('"“‘«„([') else Start.MARK


def _bare_class(body: str) -> int:
    """Classify the start of a token once its opening marks are taken off."""
    first = body[0]
    if first.isalpha():
        return _letter_class(body)

    # 12 people; $5 was paid.
    is_amount = first in "$£€¥" and body[1:2].isdigit()
    if first.isdigit() or is_amount:
        return Start.DIGIT
    if first in _DASHES:
        return _dash_class(body.lstrip(_DASHES))
    return Start.BULLET if body in _BULLETS else Start.OTHER


def _dash_class(behind: str) -> int:
    """Classify a token that begins with dashes by what stands behind them: --Ann Lee."""
    if not behind:
        return Start.DASH
    return Start.UPPER if behind[0].isupper() else Start.OTHER


def _letter_class(body: str) -> int:
    """Classify a token that begins with a letter."""
    first = body[0]
    # iPhone and eBay may open a sentence, and so may al-Qaeda.
    if first.islower():
        has_capital = any(map(str.isupper, body[1:4]))
        return Start.UPPER if has_capital else Start.LOWER
    if not (first.isupper() or first.istitle()):
        return Start.CASELESS

    # J. I. Case, Providence, R. I., and more: the I is not a pronoun.
    is_initial = body[1:2] == "." and not body[2:3].isalpha()
    # 9 p.m. E.S.T.
    bare = body.rstrip(",;:!?" + CLOSING).lower().replace("’", "'").replace(".", "")
    return Start.UPPER if is_initial else _STARTS.get(bare, Start.UPPER)


def code_of(token: str) -> int:
    """Pack what the rules need to know of a token: its start, its end, a comma, the word "time"."""
    code = start_class(token) | end_class(token) << END_SHIFT
    if token[-1:] == ",":
        code |= COMMA
    # At 3 p.m. Kyiv time.
    if token.startswith(("time", "Time")) and token.rstrip('.,;:!?)”"')[1:] == "ime":
        code |= ZONE
    return code
