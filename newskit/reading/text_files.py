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
    what = "The pasted text" if file.is_pasted else "The file"
    return decoded.warn(row_of_text(decoded.text, hints, what))


def row_of_text(text: str, hints: Hints, what: str = "The file") -> Row:
    """Return the row of a pasted article; `what` holds it, for messages.

    Raises
    ------
    ReadError
        If it has too many lines, or holds no article.
    """
    # Every line asks its neighbors what it is, which takes its time.
    check_lines(text)
    if not text.strip():
        raise ReadError(f"{what} is empty.")

    row = read_plain(text, hints)
    if not row.get("text"):
        raise ReadError(f"{what} holds no text of an article.")

    return row
