"""Exports of MediaWiki: every revision of a page, as Special:Export and the dumps have them."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.rows import Row
from newskit.revisions.capture_times import stated_moment
from newskit.revisions.reading.capture import capture, failed
from newskit.revisions.reading.wikitext import is_published, plain_text

_OPENERS: dict[str, Any] = {".bz2": bz2.open, ".gz": gzip.open}
_ARTICLES = "0"
"""The namespace of articles; the others are discussions, pictures, templates."""
Revision = dict[str, str]
_SHOWN = 40  # characters of what cannot be read
_DRAFT = "a draft: the page was marked as published in a later revision"
_PACKED = (EOFError, OSError, gzip.BadGzipFile)


def looks_like_mediawiki(path: Path) -> bool:
    """Say whether a file is an export of MediaWiki."""
    try:
        with _opened(path) as stream:
            return b"<mediawiki" in stream.read(2_000)
    except _PACKED:
        return False


def read_mediawiki(path: Path) -> Iterator[Row]:
    """Return the revisions of the pages in an export; no page is kept longer than it is read.

    Raises
    ------
    ReadError
        If it is no XML, or declares entities of its own.
    """
    with _opened(path) as stream:
        tree = etree.iterparse(
            stream,
            events=("start", "end"),
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
        )
        try:
            yield from _pages(tree)
        except (etree.XMLSyntaxError, *_PACKED) as err:
            raise ReadError(f"{path.name!r} cannot be read as an export: {err}.") from err


def _opened(path: Path) -> IO[bytes]:
    opener = _OPENERS.get(path.suffix.lower(), open)
    stream: IO[bytes] = opener(path, "rb")
    return stream


def _pages(tree: Any) -> Iterator[Row]:
    page: dict[str, str] = {}
    revisions: list[Revision] = []
    is_first = True
    for event, element in tree:
        if is_first:
            _refuse_entities(element)
            is_first = False

        name = _name(element)
        if event == "start":
            if name == "page":
                page, revisions = {}, []

            continue

        if name in ("title", "ns", "redirect"):
            page.setdefault(name, element.text or "-")
        elif name == "revision":
            revisions.append(_revision(element))
            element.clear()
        elif name == "page":
            yield from _captures(page, revisions)
            element.clear()


def _refuse_entities(root: Any) -> None:
    if root.getroottree().docinfo.doctype:
        raise ReadError("The export declares a document type; exports of MediaWiki have none.")


def _name(element: Any) -> str:
    # In any version of the namespace.
    return str(element.tag).rpartition("}")[2]


def _revision(element: Any) -> Revision:
    """Return what a revision says; who wrote it is nobody's business here."""
    found: Revision = {}
    for child in element:
        name = _name(child)
        if name in ("timestamp", "id", "text"):
            found[name] = child.text or ""

        if name == "text" and child.get("deleted"):
            found["deleted"] = "deleted"

    return found


def _captures(page: dict[str, str], revisions: list[Revision]) -> Iterator[Row]:
    """Return the revisions of a page, the oldest first; each stood until the next one."""
    is_article = page.get("ns", _ARTICLES) == _ARTICLES and "redirect" not in page
    if not is_article:
        return

    title = page.get("title", "page")
    revisions.sort(key=lambda revision: revision.get("timestamp", ""))
    times = [*map(_moment, revisions), None]
    since = _published(revisions)
    for revision, time, end in zip(revisions, times, times[1:], strict=False):
        row = _row(revision, title) | {"article_id": title, "format": "mediawiki"}
        if time is None:
            stated = revision.get("timestamp", "")[:_SHOWN]
            yield capture(row, None, "mediawiki", f"time {stated!r} could not be read")
            continue

        is_draft = since is not None and time < since
        row["published"] = None if is_draft else since
        yield capture(row, time, "mediawiki", *[_DRAFT] * is_draft, last_seen=end or time)


def _published(revisions: list[Revision]) -> dt.datetime | None:
    """Return when a page was first marked as published; Wikinews marks its articles."""
    for revision in revisions:
        if is_published(revision.get("text", "")):
            return _moment(revision)

    return None


def _moment(revision: Revision) -> dt.datetime | None:
    return stated_moment(revision.get("timestamp", ""))


def _row(revision: Revision, title: str) -> Row:
    known = {"source": f"revision {revision.get('id', '')[:_SHOWN]}", "headline": title}
    if "deleted" in revision:
        return failed("The text of this revision was deleted.", **known)

    wiki = revision.get("text", "")
    if len(wiki) > MAX_ARTICLE:
        return failed("The text is longer than an article may be.", **known)

    text = plain_text(wiki)
    if not text:
        return failed("The revision holds no text.", **known)

    return known | {"text": text}
