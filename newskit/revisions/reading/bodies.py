"""The file of one capture to a row of articles; what is wrong with it is the capture's `error`."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from newskit.errors import InputError, ReadError
from newskit.reading.file import File
from newskit.reading.formats import FORMATS, OPENING
from newskit.reading.page_files import looks_like_html
from newskit.reading.rows import Hints, Row
from newskit.reading.single import Task
from newskit.revisions.reading.capture import failed

ENDINGS = frozenset(
    ending for form in FORMATS if form.is_read and form.holds == "one" for ending in form.endings
)
"""Of files that hold one article."""
_PAGES = (".html", ".htm", ".xhtml")
_TOOLBAR = b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"
# What the archive puts before each address of a page that it shows.
_REWRITTEN = re.compile(
    rb"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:|//)"
)
_WEB = b"/web/"


def row_of_file(file: File, hints: Hints) -> Row:
    """Return the row of a file of one capture."""
    try:
        return row_of_body(file.read(), file.name, hints)
    except (ReadError, OSError) as err:
        return failed(getattr(err, "strerror", None) or str(err), source=file.name)


def row_of_body(
    data: bytes,
    name: str,
    hints: Hints,
    *,
    url: str | None = None,
    is_page: bool = False,
) -> Row:
    """Return the row of what was captured: a page, or a text as people copy it."""
    if not data.strip():
        return failed("The capture is empty.", source=name, url=url)

    is_page = is_page or looks_like_html(data[:OPENING])
    form = "html" if is_page else _form_of(name)
    if form == "html":
        data = without_archive(data)

    task = Task(form, hints, "row")
    try:
        row = task(File(Path(name), name, data=data))
    except InputError as err:
        return failed(str(err), source=name, url=url)

    found = dict(row) if isinstance(row, dict) else failed("It holds a table.", source=name)
    if url and not found.get("url"):
        found["url"] = url

    return found


def without_archive(page: bytes) -> bytes:
    """Return a page without what the Wayback Machine puts into it: its toolbar, its addresses.

    Examples
    --------
    >>> without_archive(b'<a href="/web/20240601000000/https://example.org/a">')
    b'<a href="https://example.org/a">'
    """
    if _WEB not in page:
        return page

    before, begin, rest = page.partition(_TOOLBAR[0])
    _, end, after = rest.partition(_TOOLBAR[1])
    whole = before + after if begin and end else page
    return _REWRITTEN.sub(b"", whole)


def _form_of(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _PAGES:
        return "html"

    named = [form.name for form in FORMATS if suffix in form.endings and suffix in ENDINGS]
    return named[0] if named else "text"
