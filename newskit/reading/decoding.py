"""From the bytes of a file to its text: UTF-8 first, then a guess that is owned up to."""

from __future__ import annotations

import codecs
import re
from typing import Any, NamedTuple

from charset_normalizer import from_bytes

from newskit.errors import ReadError

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SAMPLE = 100_000  # bytes that the guess looks at: more does not make it better, only slower
_TEXT_PER_CONTROL = 50  # characters: old wire copy has a control character or two, a program many
# Not among them: blanks, \x1b, which switches alphabets in Japanese mail, and \x85, IBM's newline.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


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
        best = from_bytes(data[:_SAMPLE]).best()

    if best is None:
        raise ReadError("The bytes of the file are not text in any known encoding.")

    # The guess saw the beginning only: the rest may still refuse it.
    warning = f"The file is not UTF-8; it was read as {best.encoding}, which is a guess."
    return Decoded(_text_in(best.encoding, data), warning)


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
