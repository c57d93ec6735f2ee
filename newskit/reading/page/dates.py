"""When it was published and updated: JSON-LD, meta tags, <time>, printed lines; each with where it is from."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from newskit.errors import InputError
from newskit.reading.page.json_ld import JsonLd, plain
from newskit.reading.page.meta import Head
from newskit.reading.page.printed import day_in_line
from newskit.reading.page.tree import Element, names_of, text_of
from newskit.timestamps import parse_timestamps

_LD = {"published": ("datePublished", "dateCreated", "uploadDate"), "updated": ("dateModified",)}
_META = {
    "published": (
        "article:published_time", "article:published:time", "og:article:published_time", "og:published_time",
        "datepublished", "article:published",
        "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate",
        "publicationdate",
        "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.created", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "rnews:datepublished", "citation_publication_date", "article.published",
        "displaydate",
        "date", "last-publish-date", "og:pubdate", "published_at", "pub_date", "originalpublicationdate",
        "dc.date.created",
    ),
    "updated": (
        "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
        "article:modified", "article:updated_time", "lastmod", "last-modified", "dc.date.modified", "dcterms.modified",
        "modified", "article.updated", "last_updated", "lastmodified", "revision_date",
    ),
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
    r"(?:\[[\w/]+\])?",
    re.IGNORECASE,
)
_LABELS = {
    "updated": re.compile(r"modif|updat|aktualis|revis|lastmod|edited"),
    "published": re.compile(r"publi|posted|created|issued|date|time|datum|fecha|veröff"),
}
_ELSEWHERE = frozenset(("aside", "nav", "footer"))
MAX_STAMPS = 40
MAX_CHILDREN = 3
"""Elements in a line that is a label and a date."""
MAX_CHARACTERS = 300
"""Characters of such a line, the blanks of the page's source with them."""


class Stated(NamedTuple):
    """A moment, the text it was read from, and how it was found."""

    moment: dt.date
    text: str
    how: str

    @property
    def timed(self) -> bool:
        """Whether a time of day is stated; midnight on the dot without a zone is a day."""
        return isinstance(self.moment, dt.datetime)


def find_moment(
    name: str, root: Element, head: Head, ld: JsonLd, day_first: bool | None
) -> tuple[Stated | None, list[str]]:
    """Return `published` or `updated`, and warnings; a time of day goes before a day, else the order of trust."""
    found = list(_all(name, root, head, ld, day_first))
    if not found:
        return (printed_day(root, day_first) or _searched(root)) if name == "published" else None, []
    timed = next((f for f in found if f.timed and _day(f) == _day(found[0])), None)
    first = timed or found[0]
    return _zoned(first, found) or first, _disagreements(name, found)


def _disagreements(name: str, found: list[Stated]) -> list[str]:
    """Return a warning if JSON-LD and the page's other metadata differ by a minute or more."""
    ld = next((f for f in found if f.how.startswith("json-ld")), None)
    other = next((f for f in found if f.how.startswith(("meta", "microdata"))), None)
    if ld is None or other is None or not _differ(ld, other):
        return []
    return [f"{name}: JSON-LD says {ld.text!r}, {other.how} says {other.text!r}"]


def _differ(one: Stated, other: Stated) -> bool:
    a, b = one.moment, other.moment
    if isinstance(a, dt.datetime) and isinstance(b, dt.datetime):
        if (a.tzinfo is None) != (b.tzinfo is None):
            a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
        return abs(a - b) >= dt.timedelta(minutes=1)
    return _day(one) != _day(other)


def _zoned(first: Stated, found: list[Stated]) -> Stated | None:
    """Return a stamp that states the same clock with its zone, where the first has none."""
    if not isinstance(first.moment, dt.datetime) or first.moment.tzinfo is not None:
        return None
    clock = first.moment.replace(microsecond=0)
    for other in found:
        moment = other.moment
        if isinstance(moment, dt.datetime) and moment.tzinfo and moment.replace(tzinfo=None, microsecond=0) == clock:
            return other
    return None


def printed_day(root: Element, day_first: bool | None) -> Stated | None:
    """Return the first day that is printed behind a label, in a line of its own."""
    for element in root.iter("p", "li", "div", "span", "td", "dd"):
        line = _short(element) if len(element) <= MAX_CHILDREN else ""
        text = day_in_line(line, day_first)
        moment = read_moment(text) if text else None
        if text and moment and not any(a.tag in _ELSEWHERE for a in element.iterancestors()):
            return Stated(moment, line, "rule:labelled-line")
    return None


def _short(element: Element) -> str:
    """Return the text of an element if it is a short line, else an empty string."""
    pieces, size = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece)
        if size > MAX_CHARACTERS:
            return ""
    return " ".join("".join(pieces).split())


def _searched(root: Element) -> Stated | None:
    """Let htmldate search the whole page, where nothing says that it is the date: a day at most."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    text = find_date(root, original_date=True, extensive_search=True)
    moment = read_moment(text) if text else None
    return Stated(moment, text, "htmldate") if text and moment else None


def _day(found: Stated) -> dt.date:
    return found.moment.date() if isinstance(found.moment, dt.datetime) else found.moment


def read_moment(text: str, day_first: bool | None = None) -> dt.date | None:
    """Return what a machine-readable or a printed time says; None if it says nothing."""
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match:
        return _iso(match)
    if len(text) > 120:
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        pass
    try:
        stamps = parse_timestamps(text, day_first=day_first)
    except InputError:
        return None
    return stamps.published or stamps.updated


def _iso(match: re.Match[str]) -> dt.date | None:
    year, month, day = (int(match[i]) for i in (1, 2, 3))
    try:
        date = dt.date(year, month, day)
        if match[4] is None:
            return date
        clock = dt.time(int(match[4]) % 24, int(match[5]), int(match[6] or 0))
    except ValueError:
        return None
    return dt.datetime.combine(date, clock, _zone(match[7]))


def _zone(text: str | None) -> dt.tzinfo | None:
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return dt.UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes >= 24 * 60:
        return None
    return dt.timezone(dt.timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _all(name: str, root: Element, head: Head, ld: JsonLd, day_first: bool | None) -> Iterator[Stated]:
    """Return what every place says, the most trusted first."""
    texts: list[tuple[str | None, str]] = [(ld.text(p), f"json-ld:{p}") for p in _LD[name]]
    texts += [(head.tags[n][0], f"meta:{n}") for n in _META[name] if n in head.tags]
    texts += [(plain(ld.page.get(p)), f"json-ld:WebPage.{p}") for p in _LD[name]]
    texts += list(_elements(name, root))
    for text, how in texts:
        moment = read_moment(text, day_first) if text else None
        if text and moment is not None and 1900 < moment.year < 2200:
            yield Stated(moment, text, how)


def _elements(name: str, root: Element) -> Iterator[tuple[str, str]]:
    """Return <time> and microdata of the article, labelled ones first."""
    wanted = "datepublished" if name == "published" else "datemodified"
    labelled: list[tuple[str, str]] = []
    bare: list[tuple[str, str]] = []
    for n, element in enumerate(root.iter("time", "meta", "span", "abbr")):
        if n > 20_000 or len(bare) >= MAX_STAMPS:
            break
        prop = (element.get("itemprop") or "").lower()
        value = (
            element.get("datetime")
            or element.get("content")
            or (text_of(element) if prop or element.tag == "time" else "")
        )
        if not value or (element.tag != "time" and not prop):
            continue
        if prop == wanted:
            labelled.append((value, f"microdata:{prop}"))
        elif element.tag == "time" and not prop:
            kind = _kind(element)
            if kind == name:
                labelled.append((value, "time"))
            elif kind is None and name == "published":
                bare.append((value, "time"))
    yield from labelled
    yield from bare


def _kind(element: Element) -> str | None:
    """Say whether what is called or printed around a <time> names it an update."""
    parent = element.getparent()
    around = f"{names_of(element)} {names_of(parent) if parent is not None else ''}"
    before = (parent.text or "") if parent is not None else ""
    own = f"{around} {before[-60:]} {(element.text or '')[:30]}".lower()
    if _LABELS["updated"].search(own):
        return "updated"
    return "published" if _LABELS["published"].search(around) else None
