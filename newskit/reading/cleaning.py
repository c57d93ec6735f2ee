"""The one place where text is normalized; analyses never change the string they are given."""

from __future__ import annotations

import re
import unicodedata

import ftfy
from ftfy import badness

# Straightening quotes would destroy what newskit measures; only wrongly decoded bytes are repaired.
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    explain=False,
)
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_BLANKS = "\u00a0\u2007\u202f\t"
# Inside a word the first four would cut it in two; the last two are no characters.
_INVISIBLE = "\u200b\u2060\ufeff\u00ad\ufffe\uffff"
_CONTROLS = [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_SPECIAL = dict.fromkeys(_BLANKS, " ") | dict.fromkeys([*_INVISIBLE, *map(chr, _CONTROLS)], "")

_PLAIN_BYTES = bytes(range(0x20, 0x7F)) + b"\n"
_TYPICAL = frozenset("‘’“”–—…")
"""What English texts have beyond ASCII: with nothing else there is nothing to repair."""
_OF_LINES = frozenset("\r\x0b\x0c\x85\u2028\u2029")

# What ftfy takes for wrongly decoded has one of these in it: two characters beyond ASCII side by
# side, one of the first set, or one of the second before a blank.
_TWO = re.compile("[^\x00-\x7f]{2}")
_BAD_ALONE = frozenset(map(chr, range(0x80, 0xA0))) | frozenset("Œœ")
_BAD_BEFORE_BLANK = re.compile("[ÃÂØÙ] ")


def clean(text: str) -> str:
    """Return text in NFC, with plain newlines and blanks and without invisible characters.

    Wrongly decoded bytes (mojibake) are repaired; lone surrogates become U+FFFD.
    """
    # On bytes this takes a few microseconds; most texts hold nothing that is changed here.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN_BYTES)
    strange = frozenset(rest.decode("utf-8", "surrogatepass"))
    return text if strange <= _TYPICAL else _cleaned(text, strange)


def _cleaned(text: str, strange: frozenset[str]) -> str:
    """Return a text that holds these characters beside plain ones."""
    if strange & _OF_LINES:
        text = _NEWLINES.sub("\n", text)

    # Two halves of a pair are one character; a half without the other is nothing.
    if _SURROGATE.search("".join(strange)):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    # Line by line: a page of several sources may be wrongly decoded in one of them only.
    if _may_be_bad(text, strange):
        text = "\n".join(map(_repair, text.split("\n")))
        strange = frozenset(text)

    for character in strange.intersection(_SPECIAL):
        text = text.replace(character, _SPECIAL[character])

    return unicodedata.normalize("NFC", text)


def _may_be_bad(text: str, strange: frozenset[str]) -> bool:
    """Say whether ftfy may find something: to ask it takes twenty times as long."""
    if strange & _BAD_ALONE or _TWO.search(text):
        return True

    return not strange.isdisjoint("ÃÂØÙ") and bool(_BAD_BEFORE_BLANK.search(text))


def _repair(line: str) -> str:
    # Repairing is slow: it is for the few lines that look wrong.
    if line.isascii() or not badness.is_bad(line):
        return line

    return ftfy.fix_encoding(line, config=_REPAIR)
