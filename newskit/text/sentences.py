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
    NUMBER = 7  # 2019. or the 3. of a list


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


TITLES = frozenset(
    """mr mrs ms mx dr prof rev fr hon sr sra st mt ft gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt pfc brig
    sen rep gov pres del atty supt insp det dep asst assoc messrs mmes msgr vs v cf viz e.g i.e eg ie no nos pp
    fig eq vol ed eds art sec ch lieut rt amb chancellor comdr ald treas sec""".split()
)
ABBREVIATIONS = frozenset(
    """jr inc corp co ltd llc plc cos bros assn dept est univ intl etc al approx appt apt ave blvd rd hwy bldg
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am pm
    ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex vt va wash wis wyo dak ont que b.c d.c u.s u.k u.n e.u ph.d m.d b.a m.a m.b.a ret esq min max
    ft lb lbs oz sq mph cent s.p.a s.a n.v a.g a.d""".split()
)
STARTERS = frozenset(
    """the a an this that these those he she it they we you i his her its their our my your in on at by for from
    with without after before as when while if though although because since but and or so yet however there here
    who what why how where then now also both each every some many most few one two no not another other such
    according meanwhile still even it's he's she's that's there's they're we're i'm mr mrs ms dr""".split()
)

_TAIL = re.compile(r"[" + re.escape(CLOSING) + r"]*\Z")
_STRONG = "!?。！？؟।‼⁇⁈⁉"
_BULLETS = "•▪●■◦‣·–—-*"


def _strip_tail(token: str) -> str:
    return token.rstrip(CLOSING)


def end_class(token: str) -> int:
    """Classify the end of a token."""
    body = _strip_tail(token)
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
    if low in TITLES:
        return End.TITLE
    if low in ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}", stem[:40]):
        return End.ABBREVIATION
    return End.NUMBER if stem.isdigit() and len(stem) <= 3 else End.STOP


def start_class(token: str) -> int:
    """Classify the start of a token."""
    body = token.lstrip(OPENING)
    opened = len(body) < len(token)
    if not body:
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
        bare = body.rstrip(".,;:!?" + CLOSING).lower().replace("’", "'")
        return Start.STARTER if bare in STARTERS else Start.UPPER
    return Start.BULLET if token in "•▪●■◦‣" else Start.OTHER


def _rules() -> Array:
    """Make the table ENDS[end of this token, start of the next]: whether a sentence ends between them."""
    ends = np.zeros((len(End), len(Start)), dtype=bool)
    begins = [Start.STARTER, Start.UPPER, Start.DIGIT, Start.MARK, Start.CASELESS, Start.BULLET]
    for end in (End.STRONG, End.STOP):
        ends[end, begins] = True
    ends[End.STRONG, Start.OTHER] = False
    ends[End.ELLIPSIS, [Start.STARTER, Start.UPPER, Start.MARK, Start.CASELESS]] = True
    ends[End.ABBREVIATION, [Start.STARTER, Start.MARK]] = True
    ends[End.INITIAL, Start.STARTER] = True
    ends[End.NUMBER, begins] = True
    return ends


ENDS = _rules()


def sentence_breaks(end: Array, start: Array, new_paragraph: Array) -> Array:
    """Return for each token whether a new sentence begins with it.

    `end` and `start` are the classes of the tokens; `new_paragraph` marks tokens that open a paragraph.
    """
    breaks = new_paragraph.copy()
    if len(breaks):
        # "3. The" at the head of a paragraph is a list number, not a sentence.
        follows = ENDS[end[:-1], start[1:]] & ~((end[:-1] == End.NUMBER) & new_paragraph[:-1])
        breaks[1:] |= follows
    return breaks
