"""From the bytes of a file to its text: UTF-8 first, then a guess that is owned up to, never garbage."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from newskit.errors import ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 100_000  # bytes that the guess looks at: more does not make it better, only slower
_WHITE = {"\t", "\n", "\r", "\v", "\f", "\x1b", "\x85"}


class Decoded(NamedTuple):
    """A text and what a reader should know of how it was decoded."""

    text: str
    warning: str | None = None


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises
    ------
    ReadError
        If the bytes are no text in any encoding that can be recognized.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(data, encoding)
    if b"\0" in data:
        raise ReadError("The file holds NUL bytes: it is no text.")
    try:
        return Decoded(_printable(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> Decoded:
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ReadError("The bytes of the file are no text in any known encoding.")
    found = _checked(data, best.encoding)
    return found._replace(warning=f"The file is not UTF-8; it was read as {best.encoding}, which is a guess.")


def _checked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_printable(data.decode(encoding)))
    except UnicodeDecodeError as err:
        raise ReadError(f"The bytes of the file are no text in {encoding} (at byte {err.start:,}).") from err


def _printable(text: str) -> str:
    """Refuse what decodes but is full of control characters: a program, an image, an archive."""
    sample = text[:_SAMPLE]
    controls = sum(1 for c in sample if (c < " " or "\x7f" <= c < "\xa0") and c not in _WHITE)
    if controls * 50 > len(sample):
        raise ReadError("The file is full of control characters: it is no text.")
    return text
