"""Quotation marks: which characters of a text are one, and whether each opens or closes.

The shape of a mark says little: “ closes in German, » opens in Danish, " does both, and ’ is mostly
an apostrophe. So what stands beside it decides, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# Only marks of the same family close each other.
SINGLE = "'‘’‚"
_FAMILIES = ('"“”„‟', SINGLE, "«»", "‹›", "「」", "『』")
FAMILY = {mark: family for family in _FAMILIES for mark in family}
STRAIGHT = "\"'"
DOUBLES = frozenset(FAMILY) - set(SINGLE)


class Event(NamedTuple):
    """One quotation mark of a text, and what it does there.

    Its role is to open or close, or either; a soft one closes unless a surer mark follows
    (workers’).
    """

    at: int
    family: str
    role: str


# One pattern for each mark: a literal is looked for many times faster than one of a set. He stands
# 6'4": two digits at most, and feet before them, make it a sign of inches.
_NO_INCHES = r"""(?<!\d['’]\d")(?<!\d['’]\d\d")"""
_DOUBLE = {mark: re.compile(mark) for mark in sorted(DOUBLES)}
_DOUBLE['"'] = re.compile('"' + _NO_INCHES)
# Two single marks in a row do the work of a double one.
_COUNT_AS_DOUBLE = (*_DOUBLE, "''")
# An apostrophe inside a word is not a mark, nor are two single ones in a row ('').
_EVERY = re.compile(
    rf"[{''.join(_DOUBLE)}]{_NO_INCHES}|(?<![\w'])['‘’‚](?!')|(?<!['])['’](?![\w'])"
)
_OPENS_SINGLE = {
    mark: re.compile(mark + r"(?<![^\s(\[{—–\-/“\"„«].)(?=[^\s'‘’.,;:!?)])")
    for mark in ("'", "‘", "‚")
}
_CLOSES_SINGLE = {mark: re.compile(mark + r"(?<=\S.)(?!\w)") for mark in ("'", "’")}

# Some marks only ever open or close; the shape of others says so unless their place denies it.
_SURE = {**dict.fromkeys("„‟「『", "open"), **dict.fromkeys("」』", "close")}
_SHAPE = {**dict.fromkeys("“‘«‹", "open"), **dict.fromkeys("”’»›", "close")}
_BEFORE_OPENING = "([{<—–-/…“‘„«‹「『\"'*_"
_AFTER_CLOSING = ".,;:!?)]}>—–-/…”’»›」』\"'*_"
# What a headline quotes: ‘We are not out of this’, of three words and more.
_LONGEST_HEADLINE = 200
_PAIR_IN_HEADLINE = re.compile(r"(?<!\w)‘(?=\w)[^‘\n]{0,20}? [^‘\n]{1,120}(?<=[\w.,!?…])’(?!\w)")
# ’90s, ’tis, rock ’n’ roll: an apostrophe for letters that are left out at the head of a word.
_ELISION = re.compile(
    r"['’‘](?:\d|(?:tis|twas|em|til|till|cause|cos|n|round|bout|kay|ere|neath|s|ve|re|ll|d)\b)",
    re.I,
)
# goin’, an’, o’: an apostrophe for letters that are left out at its end.
_DROPPED = re.compile(r"(?:in|an|o)\Z")


def quotation_marks(text: str) -> list[tuple[int, str]]:
    """Return where quotation marks stand, and their shapes; single ones only if they quote here.

    >>> quotation_marks("“It’s shut,” she said.")
    [(0, '“'), (11, '”')]
    """
    # In a text whose single marks are apostrophes, each of them would cost a closer look.
    if _singles_quote(text):
        return [(m.start(), m.group()) for m in _EVERY.finditer(text)]
    return sorted([*_in_headline(text), *_each(_DOUBLE, text)])


def _in_headline(text: str) -> list[tuple[int, str]]:
    """Return the two single marks of a headline: papers print ‘It is shut’ over “It is shut,”."""
    high = text.find("\n", 0, _LONGEST_HEADLINE)
    line = text[: max(high, 0)]
    if "‘" not in line or not DOUBLES.isdisjoint(line):
        return []
    found = [(m.start(), m.group()) for m in _PAIR_IN_HEADLINE.finditer(line)]
    if len(found) != 1:
        return []
    ((at, printed),) = found
    return [(at, "‘"), (at + len(printed) - 1, "’")]


def _each(patterns: Mapping[str, re.Pattern[str]], text: str) -> list[tuple[int, str]]:
    """Return where each of several marks stands in a text, mark by mark."""
    found = []
    for mark, find in patterns.items():
        # Most marks are in no text, and `in` is the fastest way to know.
        if mark in text:
            found += [(m.start(), mark) for m in find.finditer(text)]
    return found


def _singles_quote(text: str) -> bool:
    """Return whether single marks quote in this text: at least as many pairs as of double ones."""
    # Most texts have none that opens: the other marks need not be counted.
    opening = sum(1 for at, _ in _each(_OPENS_SINGLE, text) if not _ELISION.match(text, at))
    if opening == 0:
        return False

    closing = len(_each(_CLOSES_SINGLE, text))
    doubles = sum(map(text.count, _COUNT_AS_DOUBLE))
    return 0 < min(opening, closing) >= doubles // 2


def events(
    text: str,
    positions: list[int],
    low: int,
    high: int,
) -> Iterator[Event]:
    """Say what the marks at these places do; `low` and `high` are the ends of their paragraph."""
    for at in positions:
        # Beyond the ends of a paragraph there is a blank to all rules.
        before = text[at - 1] if at > low else " "
        after = text[at + 1] if at + 1 < high else " "
        family = FAMILY[text[at]]
        find_role = _single_role if family == SINGLE else _double_role
        role = find_role(text, at, before, after)
        if role:
            yield Event(at, family, role)


def _may_open(before: str, after: str) -> bool:
    # He left—“for good”—in May (“or June”).
    behind_blank = before.isspace() or before in _BEFORE_OPENING
    return behind_blank and not after.isspace()


def _double_role(text: str, at: int, before: str, after: str) -> str:
    # „ only ever opens, 」 only ever closes.
    char = text[at]
    if char in _SURE:
        return _SURE[char]

    # A mark between two letters, or alone between blanks, may be either.
    opens = _may_open(before, after)
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if opens == closes:
        place = "either"
    else:
        place = "open" if opens else "close"

    # “ closes in German, » opens in Danish: a place that is clear puts the shape in doubt.
    shape = _SHAPE.get(char, place)
    return "either" if {shape, place} == {"open", "close"} else shape


def _single_role(text: str, at: int, before: str, after: str) -> str:
    """Return the role of a single mark, "" for an apostrophe."""
    # The low one only ever opens.
    char = text[at]
    if char == "‚":
        return "open"

    # ‘He said “no,” ’ she said: a blank, mostly a narrow one, keeps the two marks apart.
    if before.isspace() and text[max(at - 2, 0) : at - 1] in ('"', "”") and after.isspace():
        return "close"

    # At the end of a word: ‘We left.’, or the workers’ union. Inside of one it cannot close.
    word_follows = after.isalnum() or after == "_"
    if not (before.isspace() or word_follows):
        return _closing_role(text, at, before, after)

    # ‘We left; not: the ’90s, rock ‘n’ roll.
    is_opener = char == "‘" or (char == "'" and _may_open(before, after))
    return "open" if is_opener and not _ELISION.match(text, at) else ""


def _closing_role(text: str, at: int, before: str, after: str) -> str:
    """Tell a single mark that closes from an apostrophe at the end of a word."""
    # ‘We left.’
    if after in ".,;:!?)" or not before.isalpha():
        return "close"

    # The workers’ union, goin’ home.
    is_plural = before in "sS"
    is_cut_short = _DROPPED.search(text, max(at - 2, 0), at)
    return "soft" if is_plural or is_cut_short else "close"
