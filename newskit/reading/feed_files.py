"""Feeds that were saved: RSS 0.9 to 2.0 and Atom, an item an article."""

from __future__ import annotations

import io
import re
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from newskit import tables
from newskit.errors import import_extra
from newskit.reading.columns import ARTICLES
from newskit.reading.content import Content
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.raw_rows import RawRow, frame_of
from newskit.reading.table.told_by_cells import outlet_of_title

_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*"
    r"<(?:rss\b|(?:\w+:)?feed\b[^>]*\batom\b|rdf:RDF\b[^>]*rss/)",
    re.DOTALL | re.IGNORECASE,
)
_CLOSED = re.compile(rb"</(?:rss|(?:\w+:)?feed|rdf:RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.DOTALL)
_LOOK = 5_000
_TAIL = 2_000
_WHOLE = 1_000
"""Characters of a description that is no teaser, but the article: teasers have 100 to 400."""
_CUT = "The feed is cut off in its last item: {!r}"
_DAMAGED = "the feed is not well-formed ({}): compare it with the file"


def looks_like_feed(content: Content) -> bool:
    """Say whether the root is that of a feed."""
    return _ROOT.match(content.start[:_LOOK]) is not None


def read_feed(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a feed; an item without a text is a headline, and no error.

    Raises
    ------
    MissingExtraError
        If feedparser is not installed.
    """
    feedparser = import_extra("feedparser", "feeds", "Reading feeds")
    data = file.read_collection()
    # Of a string feedparser would take the address or the file of that name.
    parsed = feedparser.parse(io.BytesIO(data))
    rows = [RawRow(_cells(entry, parsed)) for entry in parsed.entries]
    is_cut = _CLOSED.search(data[-_TAIL:]) is None
    if is_cut and rows:
        rows[-1] = RawRow({}, error=_CUT.format(data.decode("utf-8", "replace").strip()[-60:]))

    if not rows:
        return tables.empty(ARTICLES)

    is_damaged = bool(parsed.bozo) and not is_cut
    note = _DAMAGED.format(parsed.bozo_exception) if is_damaged else None
    names = {name: None for row in rows for name, cell in row.cells.items() if cell}
    return frame_of(rows, names, [note])


def _cells(entry: Any, parsed: Any) -> dict[str, Any]:
    """Return the cells of an item."""
    # Asked for what is not there, feedparser gives something else.
    stated = dict(entry)
    published, updated = stated.get("published"), stated.get("updated")
    is_rss = str(parsed.version).startswith("rss")
    if is_rss and not published:  # dc:date
        published, updated = updated, None

    text, summary = _text(stated)
    tags = [tag.get("term") for tag in stated.get("tags", ()) if tag.get("term")]
    people = [person.get("name") for person in stated.get("authors", ())]
    return {
        "headline": stated.get("title"),
        "text": text,
        "standfirst": summary,
        "url": _url(stated, parsed.feed),
        "archive_id": stated.get("id"),
        "authors": "; ".join(_folded(name) for name in people if name),
        "published": published,
        "updated": updated,
        "publisher": _outlet(stated, parsed.feed),
        "section": tags[0] if len(tags) == 1 else None,
        "language": parsed.feed.get("language"),
        "tags": tags,
    }


def _outlet(stated: dict[str, Any], feed: Any) -> str | None:
    """Return the outlet of an item: in a feed of many outlets, such as Google's, it has its own."""
    source = stated.get("source") or {}
    is_of_many = urlsplit(source.get("href") or "").hostname and source.get("title")
    title = source.get("title") if is_of_many else feed.get("title", "")
    home = source.get("href") if is_of_many else feed.get("link")
    return outlet_of_title(title or "", home or "")


def _text(stated: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return the text of an item and its teaser."""
    texts = [one.get("value") or "" for one in stated.get("content", ())]
    text, summary = max(texts, key=len, default=""), stated.get("summary") or ""
    if text:
        return text, summary if summary != text else None

    return (summary, None) if len(summary) >= _WHOLE else (None, summary or None)


def _url(stated: dict[str, Any], feed: Any) -> str | None:
    """Return the address of an item: its id, where the link leads over another host."""
    link, name = stated.get("link"), str(stated.get("id") or "")
    origin = stated.get("feedburner_origlink")
    home = urlsplit(feed.get("link", "")).hostname
    is_real = name.startswith("http") and urlsplit(name).hostname == home
    leads_away = urlsplit(link or "").hostname != home
    return origin or (name if is_real and leads_away else link)


def _folded(name: str) -> str:
    return name.title() if name.isupper() else name
