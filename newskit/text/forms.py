"""What one printed form is: its pieces, its word, its letters.

A *form* is what stands between two blanks: `“Hello,`, `said.`, `long-term`, `allies—yet`. Most
forms are one *token*; a few hold several (`allies—yet`: allies, —, yet) and are taken apart here. A
token holds at most one word.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

OPENING = "\"'“‘«‹„‚「『([{<¿¡*_`´"
CLOSING = "\"'”’»›“」』)]}>*_`´"
CURRENCY = "$£€¥₹₽₦฿₩₪#"

_SITE = r"[\w-]+\.(?:com|org|net|edu|gov|co|uk|io|news|info)\b"
WEB = re.compile(r"https?://|www\.|[^\s@]+@[^\s@]+\.[a-z]|[@#]\w|" + _SITE, re.I)
# Where a form is cut: dashes and runs of dots between words, a slash between words, a quotation
# mark between two words, a sentence end or comma glued to the next word.
CUT = re.compile(
    r"""(?P<dash>—|―|--+)"""
    r"""|(?<=[^\W_])(?P<mark>["“”„«»])(?=[^\W_])"""
    r"""|(?<=[^\W_])(?P<dots>…|\.{2,})(?=[^\W_])"""
    r"""|(?<=[^\W\d_])(?P<slash>/)(?=[^\W\d_])"""
    r"""|(?<=[^\W\d_])(?P<end>[:;,]?["”’»)\]]*[“„«(]|[,;:!?]["”’»)\]]*)(?=[^\W\d_])"""
    r"""|(?<=[^\W\d_A-Z]{2})(?P<stop>\.["”’»)\]]*)(?=[A-Z“‘][^\W\d_A-Z.])"""
    r"""|(?<=[^\W\d_A-Z]{2}[,.!?])(?P<close>["”])(?=[^\W_])"""
)
WORD = re.compile(r"[^\W_](?:.*[^\W_])?", re.S)
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_PLAIN_MARKS = ".,;:!?\"“”‘’'()[]"  # never part of a word that is but letters and digits
_DASHES = "—―-"
_CUTTING = re.compile(r"""[—―"“”„«»….,;:!?/]|--""")
_OPENS = "“„«("
# Characters in which an address or a mention would show.
_HEAD = 300
_HYPHEN = re.compile(r"[-‐‑–/]")
_POSSESSIVE = re.compile(r"['’]s?\Z")
# Letters that cannot be taken apart into a plain one and an accent: Sørby, Łódź.
PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


class Piece(NamedTuple):
    """A token inside a printed form."""

    offset: int
    text: str


class Word(NamedTuple):
    """The word of a token: where it stands in it, and what it is made of."""

    start: int
    end: int
    text: str


def may_be_cut(form: str) -> bool:
    """Say whether CUT could cut a form: a quick look that spares most forms the long one."""
    if len(form) < 3 or form.isalnum():
        return False

    # At its ends only dashes are cut off; commas and stops belong to the token.
    if form[0] in _DASHES or form[-1] in _DASHES:
        return True
    return _CUTTING.search(form, 1, len(form) - 1) is not None


def pieces(form: str) -> list[Piece]:
    """Take a printed form apart into tokens.

    >>> [p.text for p in pieces("allies—yet")]
    ['allies', '—', 'yet']
    >>> [p.text for p in pieces("“long-term,”")]
    ['“long-term,”']
    """
    # An address is one token, with all its dots and slashes.
    if not may_be_cut(form) or WEB.search(form[:_HEAD]):
        return [Piece(0, form)]

    cuts = {0, len(form)}
    for found in CUT.finditer(form):
        begin, end = found.span()

        # A mark that opens belongs to what follows, all others to what stands before.
        opens = form[end - 1] in _OPENS
        cuts |= {begin, end} if found["dash"] else {end - opens}
    return [Piece(a, form[a:b]) for a, b in pairwise(sorted(cuts))]


def word(token: str) -> Word | None:
    """Find the word of a token: from its first to its last letter or digit, and what is part of it.

    Signs of currency and percent, and the last point of `U.S.`, belong to the word; other marks do
    not.

    >>> word("“U.S.,”")
    Word(start=1, end=5, text='U.S.')
    >>> word("—") is None
    True
    """
    # Most tokens are nothing but their word, and nearly all others have plain marks around it.
    if token.isalnum():
        return Word(0, len(token), token)
    bare = token.strip(_PLAIN_MARKS)
    if bare.isalnum():
        start = token.index(bare)
        return Word(start, start + len(bare), bare)

    found = WORD.search(token)
    if not found:
        return None

    # An accent may be a character of its own, which is not a letter.
    start, end = found.span()
    while end < len(token) and unicodedata.category(token[end])[0] == "M":
        end += 1

    # $14.3, and 4.5% below.
    if start and token[start - 1] in CURRENCY:
        start -= 1

    # The point of U.S. is part of it, that of "plan." is not.
    following = token[end : end + 1]
    last_point = following == "." and DOTTED.search(token[start:end])
    if following == "%" or last_point:
        end += 1
    return Word(start, end, token[start:end])


def fold(text: str) -> str:
    """Lower-case a word for look-up, with every apostrophe written as '."""
    folded = text.lower()
    if folded.isascii():
        return folded
    return folded.replace("’", "'").replace("‘", "'").replace("ʼ", "'")


def hyphen_parts(word: str) -> list[str]:
    """Return what stands between the hyphens and slashes of a word.

    >>> hyphen_parts("three-year-old"), hyphen_parts("and/or")
    (['three', 'year', 'old'], ['and', 'or'])
    """
    return list(filter(None, _HYPHEN.split(word)))


def without_possessive(word: str) -> str:
    """Return a word without its 's or '."""
    return _POSSESSIVE.sub("", word)
