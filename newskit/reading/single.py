"""One file to one row or one table; what goes wrong with it stays its own."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import InputError, ReadError
from newskit.reading.decoding import Decoded, decode
from newskit.reading.language import with_language
from newskit.reading.limits import check_lines
from newskit.reading.page import check_page, decode_page, page_of, read_page
from newskit.reading.rows import Row, error_row
from newskit.reading.sources import FORMATS, File
from newskit.reading.tabular import articles_of_frame, read_table
from newskit.reading.text import read_plain

_TABLES = ("csv", "jsonl", "parquet")


class Task(NamedTuple):
    """What is done with every file; sent to other processes, so plain data only."""

    form: str | None
    columns: dict[str, str] | None
    given: Row
    on_error: str

    def __call__(self, file: File) -> Row | pd.DataFrame:
        """Read one file; what goes wrong with it is one row, or an error that names it."""
        form = self.form or FORMATS.get(file.suffix) or (_sniff(file.data) if file.data is not None else None)
        try:
            return self._read(file, form)
        except (ReadError, InputError, OSError) as err:  # not a missing package: that is no fault of the file
            why = getattr(err, "strerror", None) or str(err)
            return self.failed(file, why, err)

    def failed(self, file: File, why: str, err: BaseException | None = None) -> Row:
        """Return the row of a file that could not be read, or raise, as the user wants it."""
        if self.on_error == "raise":
            where = str(file.path) if file.member is None else file.name
            raise ReadError(f"{where!r}: {why}") from err
        return error_row(file, self.form or FORMATS.get(file.suffix), why)

    def _read(self, file: File, form: str | None) -> Row | pd.DataFrame:
        if file.why:
            raise ReadError(file.why)
        if form is None:
            endings = ", ".join(sorted([*FORMATS, ".zip"]))
            raise ReadError(f"Files that end in {file.suffix!r} are not supported yet; expected {endings}.")
        if form not in _TABLES:
            return _article(file, form, self.given)
        if file.member is not None or file.data is not None:
            raise ReadError(f"Tables ({form}) are read from files of their own, not from a ZIP or bytes.")
        stated = self.given | {"source": file.name, "format": form}
        return articles_of_frame(read_table(file.path, form), self.columns, stated, stem=file.article_id)


def _sniff(data: bytes) -> str:
    """Say what bytes without a name are: a page, a saved page with its pictures, or text."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"from:", b"mime-version:", b"snapshot-content-location:")):
        return "mhtml"
    return "html" if start.startswith(b"<") or b"<html" in start or b"<!doctype html" in start else "text"


def _article(file: File, form: str, given: Row) -> Row:
    """Read one article, pasted text or a page."""
    data, charset, url = file.read(), None, None
    if form == "mhtml":
        data, charset, url = page_of(data)
    hint: dict[str, Any] = {
        "timezone": given.get("timezone"),
        "timezone_source": given.get("timezone_source", "given"),
        "day_first": given["_day_first"],
    }
    if form == "text":
        decoded = decode(data)
        check_lines(decoded.text)
        row = read_plain(decoded.text, **hint)
        if not row.get("text"):
            blank = not decoded.text.strip()
            raise ReadError("The file is empty." if blank else "The file holds no text of an article.")
    else:
        decoded, row = _page(data, charset, url, hint)
    if decoded.warning:
        row["warnings"] = [*row["warnings"], decoded.warning]
    named: dict[str, Any] = {"article_id": file.article_id, "source": file.name, "format": form}
    return named | with_language(row) | ({"publisher": given["publisher"]} if given["publisher"] else {})


def _page(data: bytes, charset: str | None, url: str | None, hint: dict[str, Any]) -> tuple[Decoded, Row]:
    decoded = decode_page(data, charset)
    if not decoded.text.strip():
        raise ReadError("The file is empty.")
    check_page(decoded.text)
    row = read_page(decoded.text, url=url, **hint)
    return decoded, row
