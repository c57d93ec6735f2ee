"""Web archives as articles: the pages in WARC, ARC and WACZ, each with its time of capture."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import IO, Any, NamedTuple

from newskit.errors import ReadError, import_extra
from newskit.reading.content import Content
from newskit.reading.file import File
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.page_files import row_of_page
from newskit.reading.rows import Hints, Row
from newskit.reading.wacz_files import ENDING, archives_in, is_wacz, listed_pages, plain_address
from newskit.timestamps.iso import read_iso

_GZIP, _PACKED, _PIECE = 31, b"\x1f\x8b", 1_000_000
_WARC, _ARC = b"WARC/", b"filedesc:"
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_BROKEN = (OSError, EOFError, ValueError, RuntimeError)
_ENDS = "The web archive is cut off, or damaged, behind the capture of {}{}"
_NO_PAGE = "The web archive holds no page: no answer with status 200 that is HTML."
_ROBOTS = "/robots.txt"


class _Capture(NamedTuple):
    """A page as it was captured."""

    url: str
    time: dt.datetime | None
    data: bytes
    charset: str | None


def looks_like_web_archive(content: Content) -> bool:
    """Say whether a file begins as WARC or ARC do, packed or not; or is called WACZ and a ZIP."""
    if content.is_zip:
        return content.file.suffix == ENDING

    return _start(content.opening[:_PIECE]).startswith((_WARC, _ARC))


def read_web_archive(file: File, hints: Hints) -> list[Row]:
    """Return a row for every page: answers with status 200 that are HTML.

    A page that was captured five times is five rows. Behind what is damaged nothing is read: a row
    with `error` says so.

    Raises
    ------
    ReadError
        If there is no page in it.
    MissingExtraError
        If fastwarc, or for ARC warcio, is not installed.
    """
    rows = list(pages_of(file, hints))
    if not rows:
        raise ReadError(_NO_PAGE)

    return rows


def pages_of(file: File, hints: Hints) -> Iterator[Row]:
    """Return the rows of the pages, one by one; of a WACZ those that its list of pages names.

    Where none of them is in it, the list is of something else, and all pages are returned.

    Raises
    ------
    MissingExtraError
        If fastwarc, or for ARC warcio, is not installed.
    """
    listed = listed_pages(file) if is_wacz(file) else frozenset()
    is_found = False
    for row in _pages(file, hints, listed):
        is_found = is_found or row.get("error") is None
        yield row

    if listed and not is_found:
        yield from _pages(file, hints, frozenset())


def _pages(
    file: File,
    hints: Hints,
    listed: Collection[str],
) -> Iterator[Row]:
    """Return the rows of the pages that are listed; of all where none is."""
    for stream in _streams(file):
        is_arc = _start(stream.read(_PIECE)).startswith(_ARC)
        stream.seek(0)
        captures = _of_arc(stream) if is_arc else _of_warc(stream)
        wanted = (one for one in captures if not listed or plain_address(one.url) in listed)
        yield from _rows(wanted, hints)


def _start(data: bytes) -> bytes:
    """Return the first bytes of a record, which may be packed."""
    if not data.startswith(_PACKED):
        return data[:_OK]

    with suppress(zlib.error):
        return zlib.decompressobj(_GZIP).decompress(data, _OK)

    return b""


def _streams(file: File) -> Iterator[IO[bytes]]:
    """Return the archives in a file: of a WACZ those in its ZIP."""
    if is_wacz(file):
        yield from archives_in(file)
    elif file.stands_alone:
        with file.path.open("rb") as stream:
            yield stream
    else:
        yield io.BytesIO(file.read_collection())


def _rows(captures: Iterator[_Capture], hints: Hints) -> Iterator[Row]:
    last = "no page"
    try:
        for capture in captures:
            last = capture.url
            yield _row(capture, hints)
    except _BROKEN as err:
        yield {"error": _ENDS.format(last, f": {err}"), "warnings": []}


def _row(capture: _Capture, hints: Hints) -> Row:
    known: Row = {"url": capture.url, "captured": capture.time}
    try:
        row = row_of_page(capture.data, capture.charset, capture.url, hints)
    except ReadError as err:
        return known | {"error": str(err), "warnings": []}

    return known | {name: cell for name, cell in row.items() if name not in known or cell}


def _of_warc(stream: IO[bytes]) -> Iterator[_Capture]:
    warc = import_extra("fastwarc.warc", "web-archives", "Reading WARC")
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource
    last = 0
    for record in warc.ArchiveIterator(stream, record_types=wanted, parse_http=False):
        last = record.stream_pos
        stated = record.content_length
        raw = record.reader.read(MAX_ARTICLE + 1)
        if len(raw) < min(stated, MAX_ARTICLE):
            raise EOFError("the record ends early")

        record.set_bytes_content(raw)
        record.parse_http(auto_decode="all")
        headers = record.http_headers
        status = headers.status_code if headers is not None else _OK
        kind = record.http_content_type or record.headers.get("Content-Type") or ""
        url = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
        if _is_page(url, status, kind):
            data = record.reader.read(MAX_ARTICLE + 1)
            yield _Capture(url, _moment(record.headers.get("WARC-Date")), data, record.http_charset)

    if is_cut(stream, last):
        raise EOFError("a packed record ends early")


def _of_arc(stream: IO[bytes]) -> Iterator[_Capture]:
    warcio = import_extra("warcio.archiveiterator", "web-archives", "Reading ARC")
    broken = import_extra("warcio.exceptions", "web-archives", "Reading ARC").ArchiveLoadFailed
    try:
        yield from _of_arc_records(warcio.ArchiveIterator(stream, arc2warc=True))
    except broken as err:
        raise ValueError(str(err)) from err


def _of_arc_records(records: Iterable[Any]) -> Iterator[_Capture]:
    for record in records:
        headers, http = record.rec_headers, record.http_headers
        if record.rec_type != "response" or http is None:
            continue

        url, kind = headers.get_header("WARC-Target-URI"), http.get_header("Content-Type") or ""
        if _is_page(url, int(http.get_statuscode() or 0), kind):
            data = record.content_stream().read(MAX_ARTICLE + 1)
            charset = kind.partition("charset=")[2].strip(" \"'") or None
            yield _Capture(url, _moment(headers.get_header("WARC-Date")), data, charset)


def _is_page(
    url: str,
    status: int,
    kind: str,
) -> bool:
    is_address = url.lower().startswith("http") and not url.endswith(_ROBOTS)
    is_html = kind.split(";")[0].strip().lower() in _PAGES
    return is_address and is_html and status == _OK


def _moment(stated: str | None) -> dt.datetime | None:
    found = read_iso(stated or "")
    is_moment = isinstance(found, dt.datetime) and found.tzinfo is not None
    return found if isinstance(found, dt.datetime) and is_moment else None


def is_cut(stream: IO[bytes], start: int) -> bool:
    """Say whether a packed file ends in the middle of a record, which is then passed over."""
    stream.seek(start)
    data = stream.read(_PIECE)
    unpack = zlib.decompressobj(_GZIP)
    if not data.startswith(_PACKED):
        return False

    while data:
        try:
            unpack.decompress(data)
        except zlib.error:
            return True

        # Each record is packed on its own.
        data = unpack.unused_data or stream.read(_PIECE)
        if unpack.eof and data:
            unpack = zlib.decompressobj(_GZIP)

    return not unpack.eof
