"""Files of web pages: HTML, and pages that a browser saved with their pictures (MHTML)."""

from __future__ import annotations

from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.page import check_page, decode_page, page_of, read_page
from newskit.reading.rows import Hints, Row

_BLANK = b"\xef\xbb\xbf \t\r\n"  # the mark of UTF-8 too, which many editors write
_MHTML_OPENINGS = (b"from:", b"mime-version:", b"snapshot-content-location:")
_HTML_ROOTS = (b"<html", b"<!doctype html")


def read_html(file: File, hints: Hints) -> Row:
    """Return the row of a web page.

    Raises
    ------
    ReadError
        If it is empty, too large, or holds no text.
    """
    return row_of_page(file.read(), None, None, hints)


def read_mhtml(file: File, hints: Hints) -> Row:
    """Return the row of a page that was saved with its pictures in one file.

    Raises
    ------
    ReadError
        If there is no page in it, or the page is empty, too large, or holds no text.
    """
    # The header before the page states how it was encoded, and where it was saved from.
    saved = page_of(file.read())
    return row_of_page(saved.data, saved.charset, saved.url, hints)


def looks_like_mhtml(opening: bytes) -> bool:
    """Say whether bytes begin with the header of a saved page."""
    return _folded(opening).startswith(_MHTML_OPENINGS)


def looks_like_html(opening: bytes) -> bool:
    """Say whether bytes begin as a page does: with a tag, or with a root after something else."""
    start = _folded(opening)
    return start.startswith(b"<") or any(root in start for root in _HTML_ROOTS)


def looks_like_source(pasted: bytes) -> bool:
    """Say whether a string is the source of a page, and not its text."""
    return _folded(pasted[:200]).startswith(_HTML_ROOTS)


def _folded(opening: bytes) -> bytes:
    return opening.lstrip(_BLANK).lower()


def row_of_page(
    data: bytes,
    charset: str | None,
    url: str | None,
    hints: Hints,
) -> Row:
    """Return the row of a page's bytes.

    Raises
    ------
    ReadError
        If it is empty, too large, or holds no text.
    """
    decoded = decode_page(data, charset)
    if not decoded.text.strip():
        raise ReadError("The file is empty.")

    # Pages can be made to take minutes: what is nested too deep or too large is refused first.
    check_page(decoded.text)
    row = read_page(
        decoded.text,
        url=url,
        timezone=hints.timezone,
        timezone_source=hints.timezone_source,
        day_first=hints.day_first,
    )
    return decoded.warn(row)
