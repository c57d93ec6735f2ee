"""The one place where text is normalized; analyses never change the string they are given."""

from __future__ import annotations

import re
import unicodedata

import ftfy
from ftfy import badness

# Straightening quotes would destroy what newskit measures; so only wrongly decoded bytes are repaired.
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, explain=False
)
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CHARACTERS = str.maketrans(
    {c: " " for c in "\u00a0\u2007\u202f\t"}
    | {c: None for c in "\u200b\u2060\ufeff\u00ad"}  # invisible: they would cut words in two
    | {chr(c): None for c in [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]}
)


def clean(text: str) -> str:
    """Return text in NFC with plain newlines and blanks, mojibake repaired, lone surrogates as U+FFFD."""
    text = _NEWLINES.sub("\n", text)
    if text.isascii():
        return text.translate(_CHARACTERS)
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = "\n".join(_repair(line) for line in text.split("\n"))
    return unicodedata.normalize("NFC", text.translate(_CHARACTERS))


def _repair(line: str) -> str:
    if line.isascii() or not badness.is_bad(line):
        return line
    return ftfy.fix_encoding(line, config=_REPAIR)
