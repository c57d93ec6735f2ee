"""From the bytes of a file to its text: UTF-8 first, then a guess that is owned up to."""

from __future__ import annotations

import codecs
import re
from itertools import compress
from typing import Any, NamedTuple

from charset_normalizer import from_bytes

from newskit.errors import ReadError
from newskit.text.forms import fold
from newskit.text.word_counts import FUNCTION_WORDS

BOMS_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BOMS = (codecs.BOM_UTF8, *BOMS_UTF16)
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", **dict.fromkeys(BOMS_UTF16, "utf-16")}
_SAMPLE = 100_000  # bytes that the guess looks at: more does not make it better, only slower
_TEXT_PER_CONTROL = 50  # characters: old wire copy has a control character or two, a program many
# Not among them: blanks, \x1b, which switches alphabets in Japanese mail, and \x85, IBM's newline.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_PER_BROKEN = 1000  # characters per broken one of a text in UTF-8 with some foreign bytes
_PER_STRAY = 3  # characters beyond ASCII that are whole, for each that is broken

# English in what Windows and old Macs write by default. The first is taken where they tie.
_WESTERN = ("cp1252", "mac_roman")
# What English texts have beyond ASCII. In the other of the two encodings a quotation mark or a
# dash is a letter with an accent: "donÕt" for "don't" with a curly apostrophe.
_TYPICAL = re.compile("[’‘“”–—…•£€éèüöäáíóúñçïëêâôã°½\u00a0]")
_FOREIGN = re.compile("[^\x00-\x7f]")
_SHARE_TYPICAL = 0.75
"""Least share of these among all beyond ASCII: of Polish or Czech read as Western it is half."""
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 4
_ENGLISH = 0.2
"""Least share of English function words; a few lines of a table have fewer than running text."""

_TWO = "Some lines of the file are not UTF-8; they were read as cp1252, which is a guess."


class Decoded(NamedTuple):
    """A text and what a reader should know of how it was decoded."""

    text: str
    warning: str | None = None

    def warn(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return an article's row with the warning, if there is one, under the row's own."""
        if self.warning is None:
            return row

        return row | {"warnings": [*row.get("warnings", []), self.warning]}


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises
    ------
    ReadError
        If the bytes are not text in any encoding that can be recognized.
    """
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return Decoded(_text_in(encoding, data))

    # UTF-16 without its mark holds NULs too, but so does every program and picture.
    if b"\0" in data:
        raise ReadError("The file holds NUL bytes: it is not text.")

    try:
        return Decoded(_checked(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _of_two_encodings(data) or _nearly_utf8(data) or _guessed(data)


def _of_two_encodings(data: bytes) -> Decoded | None:
    """Return a text of lines in UTF-8 and lines in cp1252: a table that two programs wrote."""
    lines = data.splitlines(keepends=True)
    whole = list(map(_is_utf8, lines))
    # Not so of one encoding: beyond ASCII it has lines of one kind only.
    if b"".join(compress(lines, whole)).isascii():
        return None

    strange = b"".join(line for line, is_utf8 in zip(lines, whole, strict=True) if not is_utf8)
    # In a line that was cut, or has some foreign bytes, others are whole.
    is_western = strange.decode("utf-8", "ignore").isascii()
    if not is_western or _share_typical(strange, "cp1252") < _SHARE_TYPICAL:
        return None

    encodings = ("utf-8" if is_utf8 else "cp1252" for is_utf8 in whole)
    return Decoded(_checked("".join(map(bytes.decode, lines, encodings))), _TWO)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False

    return True


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Return a text in UTF-8 with some foreign bytes: two files put together, one that was cut."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if broken * _PER_BROKEN > len(text) or whole < broken * _PER_STRAY:
        return None

    warning = "Some bytes of the file are not UTF-8; they are shown as U+FFFD."
    return Decoded(_checked(text), warning)


def _guessed(data: bytes) -> Decoded:
    encoding = _western(data[:_SAMPLE])
    if encoding is None:
        best = from_bytes(data[:_SAMPLE]).best()
        if best is None:
            raise ReadError("The bytes of the file are not text in any known encoding.")

        encoding = best.encoding

    # The guess saw the beginning only: the rest may still refuse it.
    warning = f"The file is not UTF-8; it was read as {encoding}, which is a guess."
    return Decoded(_text_in(encoding, data), warning)


def _western(sample: bytes) -> str | None:
    """Return the encoding of an English text; None for other languages.

    A guess by letters takes an English text with a name or two in it for Polish or Czech.
    """
    words = _WORD.findall(sample.decode("latin-1"))
    n_function = sum(fold(word) in FUNCTION_WORDS for word in words)
    if len(words) < _MIN_WORDS or n_function < _ENGLISH * len(words):
        return None

    typical = {encoding: _share_typical(sample, encoding) for encoding in _WESTERN}
    best = max(_WESTERN, key=typical.__getitem__)
    return best if typical[best] >= _SHARE_TYPICAL else None


def _share_typical(sample: bytes, encoding: str) -> float:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:  # cp1252 leaves five bytes open
        return 0.0

    return len(_TYPICAL.findall(text)) / max(len(_FOREIGN.findall(text)), 1)


def _text_in(encoding: str, data: bytes) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError as err:
        where = f"{encoding} (at byte {err.start:,})"
        raise ReadError(f"The bytes of the file are not text in {where}.") from err


def _checked(text: str) -> str:
    """Refuse what decodes but is full of control characters: a program, an image, an archive."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if controls * _TEXT_PER_CONTROL > len(sample):
        raise ReadError("The file is full of control characters: it is not text.")

    return text
