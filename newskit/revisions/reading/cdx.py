"""Indexes of captures: what a CDX server answers, CDX files of 9 or 11 fields, CDXJ."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newskit.errors import ReadError
from newskit.reading.rows import Hints, Row
from newskit.revisions.addresses import canonical_url
from newskit.revisions.reading.bodies import row_of_file
from newskit.revisions.reading.capture import capture, failed
from newskit.revisions.reading.cdx_lines import UNKNOWN, Fields, lines_of_pages
from newskit.revisions.reading.folder import files_in, named
from newskit.revisions.reading.stamps_in_names import moment_of_stamp
from newskit.revisions.reading.warc import is_warc, read_warcs

_OK = ("200", *UNKNOWN)
_LAST = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


class _Body(NamedTuple):
    """What was captured at a time, and what tells which line of the index it belongs to."""

    time: dt.datetime
    name: str
    article: str | None
    """Its address; None where its name says none."""
    row: Row


def read_cdx(path: Path, hints: Hints) -> list[Row]:
    """Return the captures that an index lists; their texts stand in files beside it.

    A line without a file is a capture without text, unless another line has the same digest.

    Raises
    ------
    ReadError
        If it holds no line of an index.
    """
    lines, n_broken = lines_of_pages(path.read_bytes().decode("utf-8", "replace"))
    if not lines:
        raise ReadError(f"{path.name!r} holds no line of an index of captures.")

    rows = _Bodies(path, lines, hints).rows()
    # A time that cannot be is later than all others: the rest keeps its order.
    rows.sort(key=lambda row: row["captured"] or _LAST)
    if n_broken:
        rows[0]["warnings"].append(f"lines of the index that could not be read: {n_broken}")

    return rows


class _Bodies:
    """What lies beside an index, laid to its lines."""

    def __init__(
        self,
        path: Path,
        lines: list[Fields],
        hints: Hints,
    ) -> None:
        self.lines = lines
        self._n_lines = Counter(line["timestamp"] for line in lines)
        self._there: dict[dt.datetime, list[_Body]] = {}
        for body in (*_files(path, hints), *_of_warcs(path.parent, hints)):
            self._there.setdefault(body.time, []).append(body)

    def rows(self) -> list[Row]:
        """Return a capture for each line."""
        found = [self._of(line) for line in self.lines]
        by_digest: dict[str, Row] = {}
        for line, row in zip(self.lines, found, strict=True):
            digest = line.get("digest", "-")
            if row is not None and digest not in UNKNOWN:
                by_digest.setdefault(digest, row)

        pairs = zip(self.lines, found, strict=True)
        return [
            _capture(line, row or by_digest.get(line.get("digest", "-"))) for line, row in pairs
        ]

    def _of(self, line: Fields) -> Row | None:
        """Return what belongs to a line: of its time and address, or the only one of its time."""
        there = self._there.get(moment_of_stamp(line["timestamp"]) or _LAST, [])
        article = canonical_url(line["original"])
        for body in there:
            if body.article == article:
                return body.row

        unnamed = [body for body in there if body.article is None]
        # Several pages were captured in one second: then the name has to say which it is.
        if self._n_lines[line["timestamp"]] > 1:
            slug = _slug(article)
            unnamed = [body for body in unnamed if slug in body.name.casefold()]

        return unnamed[0].row if len(unnamed) == 1 else None


def _files(path: Path, hints: Hints) -> Iterator[_Body]:
    index = path.resolve()
    for file in files_in(path.parent):
        name = named(file.name)
        if name.time and file.path.resolve() != index:
            article = name.article if name.url else None
            yield _Body(name.time, file.name, article, row_of_file(file, hints))


def _of_warcs(folder: Path, hints: Hints) -> Iterator[_Body]:
    archives = list(filter(is_warc, sorted(folder.iterdir())))
    if not archives:
        return

    for row in read_warcs(archives, hints):
        if row["captured"]:
            yield _Body(row["captured"], "", row["article_id"], row)


def _slug(article: str) -> str:
    return article.rpartition("/")[2].casefold() or article


def _capture(line: Fields, row: Row | None) -> Row:
    stamp, url = line["timestamp"], line["original"]
    status = line.get("statuscode", "-")
    if status not in _OK:
        row = failed(f"The server answered {status[:10]!r} to this capture.")
    elif row is None:
        row = failed("There is no file of this capture beside the index.")

    time = moment_of_stamp(stamp)
    notes = [] if time else [f"the index has the impossible time {stamp[:40]!r}"]
    told = {"article_id": canonical_url(url), "url": url}
    return capture(dict(row) | told, time, "cdx", *notes)
