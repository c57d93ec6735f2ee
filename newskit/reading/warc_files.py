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
from newskit.reading.warc_records import body_of, next_record, start_of
from newskit.timestamps.iso import read_iso

_GZIP, _PACKED, _PIECE = 31, b"\x1f\x8b", 1_000_000
_DECODED = ("Transfer-Encoding", "Content-Encoding")
_WARC, _ARC = b"WARC/", b"filedesc:"
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_BROKEN = (OSError, EOFError, ValueError, RuntimeError)
_ENDS = "The web archive is cut off, or damaged, behind the capture of {}{}"
_PART = "the page is cut off: its record in the web archive ends early"
_BLOCK = 65_536  # bytes of a record that are read at once
_NO_PAGE = "The web archive holds no page: no answer with status 200 that is HTML."
_ROBOTS = "/robots.txt"


class _Damage(NamedTuple):
    """What stands in the place of captures that cannot be read, and how it is broken."""

    why: str


class _Capture(NamedTuple):
    """A page as it was captured."""

    url: str
    time: dt.datetime | None
    data: bytes
    charset: str | None
    is_cut: bool = False


def looks_like_web_archive(content: Content) -> bool:
    """Say whether a file begins as WARC or ARC do, packed or not; or is called WACZ and a ZIP."""
    if content.is_zip:
        return content.file.suffix == ENDING

    return start_of(content.opening[:_PIECE]).startswith((_WARC, _ARC))


def read_web_archive(file: File, hints: Hints) -> list[Row]:
    """Return a row for every page: answers with status 200 that are HTML.

    A page that was captured five times is five rows. What is damaged is a row with `error`, and
    what stands behind it is read.

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


def is_arc(opening: bytes) -> bool:
    """Say whether a file begins as ARC does, packed or not."""
    return start_of(opening).startswith(_ARC)


def page_starts(stream: Any) -> Iterator[int]:
    """Return where the record of each page begins, up to a damage."""
    with suppress(*_BROKEN):
        for record in _records_of(stream):
            record.parse_http()
            if _is_page(*_about(record)):
                yield record.stream_pos


def _records_of(stream: Any) -> Iterator[Any]:
    warc = import_extra("fastwarc.warc", "web-archives", "Reading WARC")
    wanted = warc.WarcRecordType.response | warc.WarcRecordType.resource
    yield from warc.ArchiveIterator(stream, record_types=wanted, parse_http=False)


def _pages(
    file: File,
    hints: Hints,
    listed: Collection[str],
) -> Iterator[Row]:
    """Return the rows of the pages that are listed; of all where none is."""
    for stream in _streams(file):
        opening = stream.read(_PIECE)
        stream.seek(0)
        captures = _of_arc(stream) if is_arc(opening) else _of_warc(stream)
        wanted = (
            one
            for one in captures
            if not listed or isinstance(one, _Damage) or plain_address(one.url) in listed
        )
        yield from _rows(wanted, hints)


def _streams(file: File) -> Iterator[IO[bytes]]:
    """Return the archives in a file: of a WACZ those in its ZIP."""
    if is_wacz(file):
        yield from archives_in(file)
    elif file.stands_alone and not file.segment:
        with file.path.open("rb") as stream:
            yield stream
    else:
        yield io.BytesIO(file.read_collection())


def _rows(captures: Iterator[_Capture | _Damage], hints: Hints) -> Iterator[Row]:
    last = "no page"
    try:
        for capture in captures:
            if isinstance(capture, _Damage):
                yield _error(last, capture.why)
            else:
                last = capture.url
                row = _row(capture, hints)
                # Of a page without a text nothing is left that the damage does not tell.
                if not capture.is_cut or "error" not in row:
                    yield row
    except _BROKEN as err:
        yield _error(last, str(err))


def _error(last: str, why: str) -> Row:
    return {"error": _ENDS.format(last, f": {why}"), "warnings": []}


def _row(capture: _Capture, hints: Hints) -> Row:
    known: Row = {"url": capture.url, "captured": capture.time}
    try:
        row = row_of_page(capture.data, capture.charset, capture.url, hints)
    except ReadError as err:
        return known | {"error": str(err), "warnings": []}

    if capture.is_cut:
        row["warnings"] = [*row.get("warnings", []), _PART]

    return known | {name: cell for name, cell in row.items() if name not in known or cell}


def _of_warc(stream: IO[bytes]) -> Iterator[_Capture | _Damage]:
    last, begin, is_told = 0, 0, False
    at: int | None = 0
    while at is not None:
        stream.seek(at)
        begin, at = at, None
        try:
            for record in _records_of(stream):
                last, is_told = record.stream_pos, False
                yield from _of_record(record)
        except _BROKEN as err:
            # One damage may be met twice: where it begins, and at a record that it reaches into.
            if not is_told:
                yield _Damage(str(err))

            is_told = True
            at = next_record(stream, max(begin, last) + 1)

    if not is_told and is_cut(stream, last):
        yield _Damage("a packed record ends early")


def _of_record(record: Any) -> Iterator[_Capture | _Damage]:
    stated = record.content_length
    raw, why = _read(record.reader)
    is_cut_off = bool(why) or len(raw) < min(stated, MAX_ARTICLE)
    yield from _page_of(record, raw, is_cut_off)
    if why:
        raise EOFError(why)

    if is_cut_off:
        yield _Damage("the record ends early")


def _read(reader: Any) -> tuple[bytes, str]:
    """Return what can be read of a record, and how it breaks off."""
    pieces: list[bytes] = []
    size = 0
    try:
        while size <= MAX_ARTICLE and (piece := reader.read(_BLOCK)):
            pieces.append(piece)
            size += len(piece)
    except _BROKEN as err:
        return b"".join(pieces), str(err)

    return b"".join(pieces), ""


def _page_of(record: Any, raw: bytes, is_cut_off: bool) -> Iterator[_Capture]:
    record.set_bytes_content(raw)
    record.parse_http(auto_decode="none")
    headers = record.http_headers
    url, status, kind = _about(record)
    if _is_page(url, status, kind):
        data = record.reader.read(MAX_ARTICLE + 1)
        if headers is not None:
            transfer, packing = (headers.get(name) or "" for name in _DECODED)
            data = body_of(data, transfer, packing, MAX_ARTICLE + 1)

        moment = _moment(record.headers.get("WARC-Date"))
        yield _Capture(url, moment, data, record.http_charset, is_cut_off)


def _about(record: Any) -> tuple[str, int, str]:
    """Return the address of a record, its status, and what kind of content it has."""
    headers = record.http_headers
    status = headers.status_code if headers is not None else _OK
    kind = record.http_content_type or record.headers.get("Content-Type") or ""
    return str(record.headers.get("WARC-Target-URI") or "").strip("<> "), status, kind


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


def _is_page(url: str, status: int, kind: str) -> bool:
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
        # In one stream for all records, a place is none of the file.
        return start > 0 and is_cut(stream, 0)

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
