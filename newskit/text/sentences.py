"""Where sentences end: a class for the end of one token, a class for the start of the next, and one table."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.forms import CLOSING, OPENING

Array = npt.NDArray[Any]


class End(IntEnum):
    """How a token may end a sentence."""

    NONE = 0
    STRONG = 1  # ! ? and their kin
    STOP = 2  # a full stop after a word
    ELLIPSIS = 3
    TITLE = 4  # Mr. Gen. Sen.: a name follows
    ABBREVIATION = 5  # Inc. U.S. p.m.: may be the last word
    INITIAL = 6  # J.
    NUMBER = 7  # the 3. of a list
    REFERENCE = 8  # No. vol. pp.: a number follows
    STATE = 9  # Calif. La.: the last word if a comma stood before the state and none after it
    CLOCK = 10  # a.m. p.m.: the last word unless a day or a zone follows
    STREET = 11  # Ave. Dr. St.: the last word of an address that began with a number


class Start(IntEnum):
    """How a token may open a sentence."""

    LOWER = 0
    STARTER = 1  # The, But, He: words that seldom follow an abbreviation inside a sentence
    UPPER = 2
    DIGIT = 3
    MARK = 4  # a quotation mark or bracket, then a capital or a digit
    OTHER = 5
    CASELESS = 6  # a letter of a script without capitals
    BULLET = 7
    TIME = 8  # Monday, May, EST: may follow a clock
    CLOSER = 9  # only closing marks: belongs to the sentence before


# A token's code: start in the lowest four bits, end in the next four, then flags.
START_BITS, END_BITS, END_SHIFT = 0x0F, 0xF0, 4
COMMA, ZONE = 0x100, 0x200

TITLES = frozenset(
    """mr mrs ms mx drs prof profs rev revs fr hon sr sra mt gen gens lt col cols maj majs capt capts cpt cmdr cdr adm
    sgt cpl pvt pfc brig sen sens rep reps gov govs pres del atty supt insp det dep asst assoc messrs mmes msgr vs v cf
    viz e.g i.e lieut amb comdr ald treas""".split()
)
REFERENCES = frozenset("no nos pp p fig figs vol vols eq eds art arts sec sect ch chap para".split())
CLOCKS = frozenset("a.m p.m am pm".split())
STREETS = frozenset("st ave blvd rd dr ln ct hwy bldg pl pkwy sq".split())
STATES = frozenset(
    """ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla
    ore oreg pa penn penna tenn tex vt va wash wis wisc wyo dak ont que alta sask man n.h n.j n.m n.y n.c n.d s.c s.d
    w.va r.i d.c b.c""".split()
)
ABBREVIATIONS = frozenset(
    """jr inc corp co ltd llc plc cos bros dept univ intl etc al approx appt apt ste ft
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    u.s u.k u.n e.u ph.d m.d b.a m.a m.b.a ret esq min max lb lbs oz mph cent s.p.a s.a n.v a.g a.d i.e""".split()
)
STARTERS = frozenset(
    """the a an this that these those he she it they we you i his her its their our my your in on at by for from
    with without after before as when while if though although because since but and or so yet however there here
    who what why how where then now also both each every some many most few one two no not another other such
    according meanwhile besides still even it's he's she's that's there's they're we're i'm mr mrs ms dr""".split()
)
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst utc cet cest eastern central pacific mountain""".split()
)

_STRONG = "!?。！？؟।‼⁇⁈⁉"


_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
# Others in lower case are words: "the best man.", "in the sun."
_ALSO_LOWER = (
    CLOCKS | REFERENCES | set("vs v cf viz e.g i.e inc corp co ltd etc al approx apt ft lb lbs oz mph".split())
)
_CLASSES = (
    (TITLES, End.TITLE),
    (STATES, End.STATE),
    (STREETS, End.STREET),
    (REFERENCES, End.REFERENCE),
    (CLOCKS, End.CLOCK),
    (ABBREVIATIONS, End.ABBREVIATION),
)


# Every word of two letters or more that is told apart below; of others only what they are made of matters.
TOLD_APART = frozenset({"time"}).union(STARTERS, TIMES, *(words for words, _ in _CLASSES))


def end_class(token: str) -> int:
    """Classify the end of a token."""
    if token[-1:].isalnum():
        return End.NONE
    body = token.rstrip(CLOSING)
    if not body or body[-1] not in ".…" + _STRONG:
        return End.NONE
    if body[-1] in _STRONG:
        return End.STRONG
    if body.endswith(("..", "…")):
        return End.ELLIPSIS
    stem = body[:-1].lstrip(OPENING)
    low = stem.lower()
    if len(stem) == 1 and stem.isalpha() and stem.isupper():
        return End.INITIAL
    for words, found in _CLASSES:
        if low in words and (stem != low or low in _ALSO_LOWER):
            return found
    if _DOTTED.fullmatch(stem[:40]):
        return End.ABBREVIATION
    return End.NUMBER if stem.isdigit() and len(stem) <= 3 else End.STOP


def start_class(token: str) -> int:
    """Classify the start of a token."""
    body = token.lstrip(OPENING)
    opened = len(body) < len(token)
    if not body:
        if not token.strip(")]}”’»›"):
            return Start.CLOSER
        return Start.MARK if any(c in '"“‘«„([' for c in token) else Start.OTHER
    first = body[0]
    if first.isdigit() or (first in "$£€¥" and body[1:2].isdigit()):
        return Start.MARK if opened else Start.DIGIT
    if first.isalpha():
        if first.islower():
            return Start.UPPER if any(c.isupper() for c in body[1:4]) else Start.LOWER
        if not first.isupper() and not first.istitle():
            return Start.CASELESS
        if opened:
            return Start.MARK
        if len(body) == 2 and body[1] == ".":
            return Start.UPPER  # an initial: J. I. Case
        bare = body.rstrip(".,;:!?" + CLOSING).lower().replace("’", "'")
        return Start.STARTER if bare in STARTERS else Start.TIME if bare in TIMES else Start.UPPER
    return Start.BULLET if token in "•▪●■◦‣" else Start.OTHER


def code_of(token: str) -> int:
    """Pack what the rules below need to know of a token: its start, its end, a comma, the word "time"."""
    code = start_class(token) | end_class(token) << END_SHIFT
    if token[-1:] == ",":
        code |= COMMA
    if token.startswith("time") and token.rstrip('.,;:!?)”"') == "time":
        code |= ZONE
    return code


def _rules() -> Array:
    """Make the table that says, for the end of a token and the start of the next, whether a sentence ends between."""
    ends = np.zeros((len(End), 16), dtype=bool)
    begins = [Start.STARTER, Start.UPPER, Start.TIME, Start.DIGIT, Start.MARK, Start.CASELESS, Start.BULLET]
    for end in (End.STRONG, End.STOP, End.NUMBER, End.REFERENCE):
        ends[end, begins] = True
    ends[End.REFERENCE, Start.DIGIT] = False
    ends[End.ELLIPSIS, [Start.STARTER, Start.UPPER, Start.TIME, Start.MARK, Start.CASELESS]] = True
    ends[End.CLOCK, [Start.STARTER, Start.UPPER, Start.MARK]] = True
    ends[End.ABBREVIATION, [Start.STARTER, Start.MARK]] = True
    ends[End.STATE, [Start.STARTER, Start.MARK]] = True
    ends[End.STREET, [Start.STARTER, Start.MARK]] = True
    ends[End.INITIAL, Start.STARTER] = True
    return ends


def _special() -> Array:
    """Make the table of the pairs that are looked at more closely."""
    pairs = np.zeros((len(End), 16), dtype=bool)
    pairs[[End.STATE, End.STREET, End.CLOCK, End.NUMBER]] = True
    pairs[:, Start.CLOSER] = True
    return pairs


ENDS, SPECIAL = _rules().ravel(), _special().ravel()


def sentence_breaks(code: Array, new_paragraph: Array) -> Array:
    """Return for each token whether a new sentence begins with it.

    `code` is what `code_of` says of the tokens; `new_paragraph` marks those that open a paragraph.
    """
    breaks = new_paragraph.copy()
    if len(code) < 2:
        return breaks
    pair = (code[:-1] & END_BITS) | (code[1:] & START_BITS)
    breaks[1:] |= ENDS[pair]
    _look_closer(code, breaks, new_paragraph, np.flatnonzero(SPECIAL[pair]) + 1)
    return breaks


def _look_closer(code: Array, breaks: Array, new_paragraph: Array, at: Array) -> None:
    """Decide on the tokens `at` where the two classes do not suffice."""
    at = at[~new_paragraph[at]]
    start, before = code[at] & START_BITS, (code[at - 1] & END_BITS) >> END_SHIFT
    name = (start == Start.UPPER) | (start == Start.TIME)
    # "Shreveport, La. Police": inside a sentence a comma would close the name of the state.
    breaks[at] |= (before == End.STATE) & name & (_ahead(code, at, -2) & COMMA > 0)
    # "at 1213 Walnut St. Police": the number of the house stands two or three tokens before the street.
    house = [_ahead(code, at, back) & (START_BITS | COMMA) == Start.DIGIT for back in (-3, -4)]
    breaks[at] |= (before == End.STREET) & name & (house[0] | house[1])
    # "at 3 p.m. Kyiv time"; "3. The" at the head of a paragraph, which is a list number.
    breaks[at] &= ~((before == End.CLOCK) & (_ahead(code, at, 1) & ZONE > 0))
    breaks[at] &= ~((before == End.NUMBER) & new_paragraph[at - 1])
    # A closing mark that stands alone hands on the end of the sentence before it.
    closer = at[(start == Start.CLOSER) & (at + 1 < len(code))]
    closer = closer[~new_paragraph[closer + 1]]
    breaks[closer + 1] = ENDS[(code[closer - 1] & END_BITS) | (code[closer + 1] & START_BITS)]


def _ahead(code: Array, at: Array, n: int) -> Array:
    """Return the codes `n` tokens on; 0 beyond the ends."""
    there = at + n
    inside = (there >= 0) & (there < len(code))
    return np.where(inside, code[np.where(inside, there, 0)], 0)
