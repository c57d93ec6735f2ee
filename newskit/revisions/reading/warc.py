"""WARC and WACZ: what a crawler was answered, and where it was answered the same as before."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from newskit.errors import ReadError, import_extra
from newskit.reading.archives import members, read_member
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.rows import Hints, Row
from newskit.reading.warc_files import is_cut
from newskit.revisions.addresses import canonical_url
from newskit.revisions.capture_times import stated_moment
from newskit.revisions.reading.bodies import row_of_body
from newskit.revisions.reading.capture import capture, failed

ENDINGS = (".warc", ".warc.gz", ".wacz")
_LARGEST = 2_000_000_000  # bytes of a WARC in a WACZ, unpacked
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = 200
_CUT = "The WARC file is cut off, or damaged, in this capture."
_ENDS = "the WARC file is damaged behind this capture"


class _Answer(NamedTuple):
    """What one record says: of which page, when, and what was on it."""

    url: str
    time: dt.datetime | None
    digest: str | None
    row: Row | None
    same_as: tuple[str, dt.datetime | None] | None = None
    """Of a revisit: the address and the time of the capture that it equals."""

    def warned(self, warning: str) -> _Answer:
        """Return it with a warning; of a revisit there is no row to warn of."""
        if self.row is None:
            return self

        return self._replace(row=self.row | {"warnings": [*self.row.get("warnings", []), warning]})


def is_warc(path: Path) -> bool:
    """Say whether a file is a WARC or a WACZ, by its name."""
    return path.name.lower().endswith(ENDINGS) and path.is_file()


def read_warcs(paths: Iterable[Path], hints: Hints) -> list[Row]:
    """Return the captures of pages in WARC files: a revisit has the text of what it revisits.

    Raises
    ------
    ReadError
        If a file is none, or nothing in it can be read.
    MissingExtraError
        If fastwarc is not installed.
    """
    answers: list[_Answer] = []
    for path in paths:
        for stream in _streams(path):
            answers += _answers(stream, path.name, hints)

    # Captures are joined when all are known: a revisit may stand in a file before.
    seen = [one for one in answers if one.row is not None]
    by_time = {(canonical_url(one.url), one.time): one.row for one in seen}
    by_digest = {one.digest: one.row for one in seen if one.digest}
    return [_capture(one, by_time, by_digest) for one in answers]


def _streams(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix.lower() != ".wacz":
        with path.open("rb") as stream:
            yield stream

        return

    for member in members(path, (".warc", ".gz")):
        yield io.BytesIO(read_member(path, member.number, _LARGEST))


def _answers(
    stream: IO[bytes],
    name: str,
    hints: Hints,
) -> list[_Answer]:
    """Return what the records of a file say; one that is cut off keeps what stands before."""
    warc = import_extra("fastwarc.warc", "web-archives", "Reading WARC")
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.revisit | kinds.resource
    found: list[_Answer] = []
    last, why = 0, ""
    try:
        for record in warc.ArchiveIterator(stream, record_types=wanted, parse_http=False):
            last = record.stream_pos
            found += filter(None, [_answer(record, kinds, name, hints)])
    except (OSError, EOFError, ValueError, RuntimeError) as err:
        why = f": {err}"

    is_damaged = bool(why) or is_cut(stream, last)
    if not found and (is_damaged or not last):
        raise ReadError(f"{name!r} cannot be read as WARC{why}.")

    return [*found[:-1], found[-1].warned(_ENDS)] if is_damaged else found


def _answer(
    record: Any,
    kinds: Any,
    name: str,
    hints: Hints,
) -> _Answer | None:
    """Return what a record says; None of one that is of no page."""
    headers, stated_size = record.headers, record.content_length
    url = headers.get("WARC-Target-URI") or ""
    digest = headers.get("WARC-Payload-Digest")
    time = stated_moment(headers.get("WARC-Date") or "")
    if record.record_type == kinds.revisit:
        uri = headers.get("WARC-Refers-To-Target-URI") or url
        same_as = uri, stated_moment(headers.get("WARC-Refers-To-Date") or "")
        return _Answer(url, time, digest, None, same_as)

    raw = record.reader.read(MAX_ARTICLE + 1)
    record.set_bytes_content(raw)
    record.parse_http(auto_decode="all")
    if not _is_page(record, url):
        return None

    status = record.http_headers.status_code if record.http_headers is not None else _OK
    # Of a page that is cut off, what is missing would look like what was deleted.
    is_cut = len(raw) < stated_size <= MAX_ARTICLE
    if status != _OK or is_cut:
        why = _CUT if is_cut else f"The server answered {status} to this capture."
        return _Answer(url, time, None, failed(why, source=name))

    return _Answer(url, time, digest, _row(record, url, name, hints))


def _is_page(record: Any, url: str) -> bool:
    kind = _kind(record)
    return url.lower().startswith("http") and (not kind or kind in _PAGES)


def _kind(record: Any) -> str:
    stated = record.http_content_type or record.headers.get("Content-Type") or ""
    return str(stated).split(";")[0].strip().lower()


def _row(
    record: Any,
    url: str,
    name: str,
    hints: Hints,
) -> Row:
    data = record.reader.read(MAX_ARTICLE + 1)
    if len(data) > MAX_ARTICLE:
        return failed(f"The page has more than {MAX_ARTICLE:,} bytes; that is the limit.")

    return row_of_body(data, name, hints, url=url, is_page=_kind(record) != "text/plain")

def _capture(
    answer: _Answer,
    by_time: dict[Any, Any],
    by_digest: dict[Any, Any],
) -> Row:
    row = answer.row
    if row is None and answer.same_as:
        url, time = answer.same_as
        row = by_time.get((canonical_url(url), time)) or by_digest.get(answer.digest)

    found = dict(row) if row else failed("It revisits a capture that is not in these files.")
    found |= {"article_id": canonical_url(answer.url), "url": answer.url}
    notes = [] if answer.time else ["the record states no time that can be read"]
    return capture(found, answer.time, "warc", *notes)
