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
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"  # inside a word they would cut it in two
_CONTROLS = [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_CHARACTERS = str.maketrans(
    dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_INVISIBLE) | {chr(c): None for c in _CONTROLS}
)

_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _CHARACTERS)))}]")


def clean(text: str) -> str:
    """Return text in NFC, with plain newlines and blanks and without invisible characters.

    Wrongly decoded bytes (mojibake) are repaired; lone surrogates become U+FFFD.
    """
    text = _NEWLINES.sub("\n", text)
    if text.isascii():
        return text.translate(_CHARACTERS)

    # Two halves of a pair are one character; a half without the other is nothing.
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    # Line by line: a page of several sources may be wrongly decoded in one of them only.
    text = "\n".join(_repair(line) for line in text.split("\n"))
    return unicodedata.normalize("NFC", _without_controls(text))


def _without_controls(text: str) -> str:
    # Beyond ASCII `translate` looks every character up, which takes ten times as long.
    return _SPECIAL.sub(lambda match: _CHARACTERS[ord(match[0])] or "", text)


def _repair(line: str) -> str:
    # Repairing is slow: it is for the few lines that look wrong.
    if line.isascii() or not badness.is_bad(line):
        return line

    return ftfy.fix_encoding(line, config=_REPAIR)
