"""The forms that articles come in. To add one: a module that reads it, and an entry in FORMATS.

Paths, folders, ZIPs, bytes without a name and `format=` all ask this registry and nothing else.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NoReturn

import pandas as pd

from newskit.errors import MissingExtraError, ReadError, missing_extra, unknown_name
from newskit.reading import gzips
from newskit.reading.content import Content
from newskit.reading.document_files import (
    copy_and_paste,
    looks_like_docx,
    looks_like_pdf,
    looks_like_rtf,
    read_docx,
    read_rtf,
)
from newskit.reading.exports import EXPORTS
from newskit.reading.feed_files import looks_like_feed, read_feed
from newskit.reading.file import File
from newskit.reading.page_files import (
    looks_like_html,
    looks_like_mhtml,
    looks_like_source,
    read_html,
    read_mhtml,
)
from newskit.reading.rows import Hints, Row
from newskit.reading.table import (
    looks_like_csv,
    looks_like_json,
    looks_like_parquet,
    looks_like_sqlite,
    looks_like_xlsx,
    read_csv,
    read_json,
    read_jsonl,
    read_parquet,
    read_sqlite,
    read_xlsx,
)
from newskit.reading.text_files import read_text
from newskit.reading.warc_files import looks_like_web_archive, read_web_archive

OPENING = 2_000
"""Bytes at the beginning that bytes without a name are recognized by."""


def not_read_yet(file: File, hints: Hints) -> NoReturn:
    """Say of a file that newskit cannot read it.

    Raises
    ------
    ReadError
        Always.
    """
    expected = ", ".join(sorted([*endings_read(), ".zip"]))
    raise ReadError(
        f"Files that end in {file.suffix!r} are not supported yet; expected {expected}."
    )


@dataclass(frozen=True)
class Format:
    """A form of files: their endings, and the function that reads one.

    `read` takes a file and what is known of every article. Of a form that holds one article it
    returns that article's row; the id, the names of file and form, and the language are filled in
    afterwards. Of a form that holds many it returns a list of such rows; or, where it is a table, a
    frame with one row per article, whose columns may still have names of their own: `columns=`
    renames them. A file that is not what its form says is a ReadError.
    """

    name: str
    """What `format=` and the column `format` call it."""
    endings: tuple[str, ...]
    read: Callable[[File, Hints], Row | list[Row] | pd.DataFrame] = not_read_yet
    holds: Literal["one", "many"] = "one"
    extra: str | None = None
    """The extra of newskit that installs what `read` imports."""
    recognizes: Callable[[bytes], bool] | None = None
    """Whether content that begins with these bytes is of this form."""
    holds_it: Callable[[Content], bool] | None = None
    """Whether a file is of this form, whatever its ending: for what is known by its text alone."""
    marks: tuple[bytes, ...] = ()
    """Of pages: without any form's mark in it, in small letters, no form with marks is asked."""
    stated: Callable[[Content], int | None] = lambda content: None
    """How many articles a file says that it holds."""

    @property
    def is_read(self) -> bool:
        """Whether newskit reads it."""
        return self.read not in (not_read_yet, copy_and_paste)


FORMATS: tuple[Format, ...] = (
    # Before all others: an export is a text, a page or a document, too.
    *(
        Format(export.name, export.endings, export.read, "many", export.extra,
               holds_it=export.looks_like, stated=export.stated, marks=export.marks)
        for export in EXPORTS
    ),
    Format("feed", (".rss", ".atom"), read_feed, "many", "feeds", holds_it=looks_like_feed),
    Format("warc", (".warc", ".arc", ".wacz"), read_web_archive, "many", "web-archives",
           holds_it=looks_like_web_archive),
    Format("text", (".txt",), read_text),
    # Before HTML: a page saved with its pictures begins with a header, but holds HTML soon after.
    Format("mhtml", (".mhtml", ".mht"), read_mhtml,
           recognizes=looks_like_mhtml),
    Format("html", (".html", ".htm", ".xhtml"), read_html,
           recognizes=looks_like_html),
    # Before Word: both are ZIPs with a list of their parts.
    Format("xlsx", (".xlsx", ".xlsm"), read_xlsx, holds="many", extra="excel",
           recognizes=looks_like_xlsx),
    Format("docx", (".docx",), read_docx, recognizes=looks_like_docx),
    Format("rtf", (".rtf",), read_rtf, extra="rtf", recognizes=looks_like_rtf),
    Format("document", (".doc", ".odt", ".pdf"), copy_and_paste, recognizes=looks_like_pdf),
    Format("csv", (".csv", ".tsv", ".tab"), read_csv, holds="many", recognizes=looks_like_csv),
    Format("json", (".json",), read_json, holds="many", recognizes=looks_like_json),
    Format("jsonl", (".jsonl", ".ndjson"), read_jsonl, holds="many"),
    Format("parquet", (".parquet",), read_parquet, holds="many", extra="parquet",
           recognizes=looks_like_parquet),
    Format("sqlite", (".db", ".sqlite", ".sqlite3"), read_sqlite, holds="many",
           recognizes=looks_like_sqlite),
    # Articles often come in these too: a folder must say that they were not read.
    Format("not read yet", (".xml",)),
)  # fmt: skip

UNKNOWN = Format("unknown", ())
"""The form of a file whose ending says nothing."""

# One search for each beginning: for a beginning of letters `re` runs, for alternatives it walks.
_BEGINNING = 3
_MARKS = tuple(
    re.compile(b"|".join(map(re.escape, marks)))
    for _, marks in groupby(
        sorted(mark for form in FORMATS for mark in form.marks),
        key=lambda mark: mark[:_BEGINNING],
    )
)


def format_named(name: str) -> Format:
    """Return the form of a name.

    Raises
    ------
    UnknownNameError
        If there is none, or newskit does not read it yet.
    """
    known = {form.name: form for form in FORMATS if form.is_read}
    if name not in known:
        raise unknown_name("format", name, known)

    return known[name]


def form_of(file: File, name: str | None) -> Format:
    """Return the form of a file: the one that the user named, else by its content or its ending."""
    if name is not None:
        return format_named(name)

    # Of a string: a line "From: our own correspondent" begins no saved page.
    is_text = file.is_pasted and not looks_like_source(file.data or b"")
    if is_text:
        return format_named("text")

    content = file.content or Content(file)
    held = _form_held(content)
    if held is not None:
        return held

    if file.data is not None or file.suffix == gzips.ENDING:
        return format_of_content(content.opening)

    if _is_table_of_tabs(file):
        return format_named("csv")

    by_ending = format_of_ending(file.suffix)
    # "dump.dat": endings that say nothing are common among files that programs write.
    return by_ending if by_ending is not UNKNOWN else _recognized(content.opening) or UNKNOWN


def _form_held(content: Content) -> Format | None:
    """Return the form that a file is of whatever its ending, if there is one."""
    # What cannot be read is told by whoever reads it; and it is not tried again for each form.
    with contextlib.suppress(ReadError):
        if content.opening:
            is_marked = _has_marks(content)
            asked = (form for form in FORMATS if is_marked or not form.marks)
            held = (form for form in asked if form.holds_it and _holds(form.holds_it, content))
            return next(held, None)

    return None


def _has_marks(content: Content) -> bool:
    """Say whether a page may be of a form with marks: a page of the web is passed over soon."""
    if not content.is_plain_page:
        return True

    folded = content.opening.lower()
    return any(marks.search(folded) for marks in _MARKS)


def _holds(holds_it: Callable[[Content], bool], content: Content) -> bool:
    try:
        return holds_it(content)
    except ReadError:  # a document that is broken
        return False


def _is_table_of_tabs(file: File) -> bool:
    """Say whether a text is a table, as Excel saves one."""
    opening = file.opening(OPENING) if file.suffix == ".txt" and file.stands_alone else b""
    return b"\t" in opening and looks_like_csv(opening)


def format_of_ending(ending: str) -> Format:
    """Return the form of files with an ending such as ".txt"."""
    for form in FORMATS:
        if ending in form.endings:
            return form

    return UNKNOWN


def format_of_content(data: bytes) -> Format:
    """Return the form of bytes without a name; what looks like nothing else is pasted text."""
    return _recognized(data) or format_named("text")


def _recognized(data: bytes) -> Format | None:
    # In the order of the registry: what is told most surely comes first.
    opening = data[:OPENING]
    for form in FORMATS:
        if form.recognizes and form.recognizes(opening):
            return form

    return None


def endings_read() -> list[str]:
    """Return the endings of the forms that are read, sorted."""
    endings: list[str] = []
    for form in FORMATS:
        if form.is_read:
            endings += form.endings

    return sorted(endings)


def endings_known() -> set[str]:
    """Return the endings of all forms, also of those that are not read yet."""
    return set().union(*(form.endings for form in FORMATS))


def read_as(
    form: Format,
    file: File,
    hints: Hints,
) -> Row | list[Row] | pd.DataFrame:
    """Read a file as a form.

    Raises
    ------
    ReadError
        If it cannot be read.
    MissingExtraError
        If a package for this form is not installed.
    """
    try:
        return form.read(file, hints)
    except MissingExtraError:
        raise
    except ImportError as err:  # also of a package that is there, but is broken
        package = err.name or form.name
        raise missing_extra(package, form.extra, f"Reading {form.name}", err) from err
