"""Files of pasted text: one article as people copy it from a page."""

from __future__ import annotations

from newskit.errors import ReadError
from newskit.reading.decoding import decode
from newskit.reading.file import File
from newskit.reading.limits import check_lines
from newskit.reading.rows import Hints, Row
from newskit.reading.text.read_plain import read_plain


def read_text(file: File, hints: Hints) -> Row:
    """Return the row of a text file.

    Raises
    ------
    ReadError
        If it is not text, has too many lines, or holds no article.
    """
    decoded = decode(file.read())
    check_lines(decoded.text)
    if not decoded.text.strip():
        raise ReadError(f"{_what(file)} is empty.")

    row = read_plain(decoded.text, hints)
    if not row.get("text"):
        raise ReadError(f"{_what(file)} holds no text of an article.")

    return decoded.warn(row)


def _what(file: File) -> str:
    return "The pasted text" if file.is_pasted else "The file"
