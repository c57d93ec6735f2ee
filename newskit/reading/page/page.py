"""One web page to one row of the articles table."""

from __future__ import annotations

import datetime as dt
import html
import json
from typing import Any

from newskit.errors import ReadError
from newskit.reading.cleaning import clean
from newskit.reading.moments import moment_columns
from newskit.reading.page.authors import find_authors, signature, split
from newskit.reading.page.body import Body, find_body
from newskit.reading.page.boilerplate import drop, prune
from newskit.reading.page.captions import find_captions
from newskit.reading.page.dates import Stated, find_moment
from newskit.reading.page.headline import find_headline, key_of
from newskit.reading.page.json_ld import JsonLd, plain, read_json_ld
from newskit.reading.page.kinds import warnings_of
from newskit.reading.page.meta import Head, domain_of, find_url
from newskit.reading.page.standfirst import find_standfirst
from newskit.reading.page.tags import find_section, find_tags
from newskit.reading.page.tree import Element, Sizes, parse
from newskit.reading.text.bylines import is_name
from newskit.reading.text.dateline import dateline
from newskit.timestamps.outlets import find_outlet
from newskit.timestamps.zones import load_zone


class Row:
    """The row that is being filled, and how each field was found."""

    def __init__(self) -> None:
        self.cells: dict[str, Any] = {"warnings": []}
        self.how: dict[str, str] = {}

    def put(self, name: str, value: Any, how: str) -> None:
        """Fill a field, if there is something to fill it with."""
        if value:
            self.cells[name], self.how[name] = value, how

    def warn(self, warning: str) -> None:
        """Add a warning."""
        self.cells["warnings"].append(warning)

    def done(self) -> dict[str, Any]:
        """Return the cells, provenance with them."""
        how = json.dumps(self.how, ensure_ascii=False, sort_keys=True) if self.how else None
        return self.cells | {"provenance": how}


def read_page(
    text: str,
    *,
    url: str | None = None,
    timezone: str | None = None,
    timezone_source: str = "given",
    day_first: bool | None = None,
) -> dict[str, Any]:
    """Return the columns of the articles table that a page states.

    Parameters
    ----------
    text : str
        The page's HTML.
    url : str, optional
        Address that the page was saved from; what the page itself states goes before it.
    timezone : str, optional
        Zone of clocks that are stated without one, and of the wall clocks in the row.
    timezone_source : str
        How that zone is known: given or outlet.
    day_first : bool, optional
        Whether 06/01 is 6 January.

    Raises
    ------
    ReadError
        If there is no text in it.
    MissingExtraError
        If trafilatura is not installed.
    """
    root = parse(text)
    head, ld, row = Head(root), read_json_ld(root), Row()
    for warning in ld.warnings:
        row.warn(warning)
    _identity(row, head, ld, url)
    sizes = Sizes(root)
    _people_and_words(row, root, sizes, head, ld)
    _moments(row, root, head, ld, (timezone, timezone_source, day_first))
    _body(row, root, sizes, ld)
    for warning in warnings_of(root, head, ld, row.cells.get("url"), len(row.cells.get("text") or "")):
        row.warn(warning)
    return row.done()


def _identity(row: Row, head: Head, ld: JsonLd, saved: str | None) -> None:
    url = find_url(head, _address(ld))
    if url:
        row.put("url", *url)
    elif saved:
        row.put("url", saved, "mhtml")
    node = ld.get("publisher")
    node = node[0] if isinstance(node, list) and node else node
    name = plain(node.get("name")) if isinstance(node, dict) else None
    site = head.first("og:site_name", "application-name")
    if name:
        row.put("publisher", clean(name), "json-ld:publisher")
    elif site:
        row.put("publisher", clean(site[0]), f"meta:{site[1]}")
    elif row.cells.get("url"):
        row.put("publisher", domain_of(row.cells["url"]), "url")
    section, tags = find_section(head, ld), find_tags(head, ld)
    if section:
        row.put("section", *section)
    if tags:
        row.put("tags", *tags)
    language = head.language or ld.text("inLanguage") or next(iter(head.all("og:locale")), None)
    how = "html:lang" if head.language else "json-ld:inLanguage" if ld.text("inLanguage") else "meta:og:locale"
    if language:
        row.put("language", language.replace("_", "-").split("-")[0].lower()[:3], how)


def _address(ld: JsonLd) -> str | None:
    main = ld.get("mainEntityOfPage")
    stated = main.get("@id") if isinstance(main, dict) else main
    return ld.text("url") or (stated if isinstance(stated, str) else None)


def _people_and_words(row: Row, root: Element, sizes: Sizes, head: Head, ld: JsonLd) -> None:
    publisher = row.cells.get("publisher")
    headline, warnings = find_headline(root, head, ld, publisher)
    if headline:
        row.put("headline", headline.text, headline.how)
    row.cells["warnings"] += warnings
    standfirst = find_standfirst(sizes, head, ld, headline)
    authors = find_authors(sizes, head, ld, publisher, headline.element if headline else None)
    if authors:
        row.put("authors", authors.people, authors.how)
        row.put("byline", authors.byline, "rule:byline")
        if authors.warning:
            row.warn(authors.warning)
    captions = find_captions(sizes)
    row.cells["_captions"] = [c.text for c in captions if c.text]
    if captions:
        row.put("caption", captions[0].text, "rule:figcaption")
        row.put("credit", captions[0].credit, "rule:figcaption")
    if standfirst:
        row.put("standfirst", standfirst.text, standfirst.how)
        drop(standfirst.element)
    for caption in captions:
        drop(caption.element)


def _moments(row: Row, root: Element, head: Head, ld: JsonLd, hint: tuple[Any, ...]) -> None:
    """Fill both times; wall clocks are those of the outlet's zone where it is known."""
    found: dict[str, Stated | None] = {}
    for name in ("published", "updated"):
        found[name], warnings = find_moment(name, root, head, ld, hint[2])
        row.cells["warnings"] += warnings
    zone, source = _zone(found, row.cells.get("url"), hint)
    for name, stated in found.items():
        if stated is None:
            continue
        moment = stated.moment
        if isinstance(moment, dt.datetime) and zone:
            moment = _in_zone(moment, zone, source)
        row.cells |= moment_columns(name, moment, stated.text)
        row.how[name] = stated.how
    row.cells["timezone"], row.cells["timezone_source"] = zone, source
    published, updated = row.cells.get("published"), row.cells.get("updated")
    if published and updated and updated < published:
        row.warn("the page says that it was updated before it was published")


def _in_zone(moment: dt.datetime, zone: str, source: str) -> dt.datetime:
    """Return a moment in the row's zone; the offset of one stamp says nothing of another that states none."""
    if moment.tzinfo is not None:
        return moment.astimezone(load_zone(zone))
    return moment if source == "stated" else moment.replace(tzinfo=load_zone(zone))


def _zone(found: dict[str, Stated | None], url: str | None, hint: tuple[Any, ...]) -> tuple[str | None, str]:
    if hint[0]:
        return hint[0], hint[1]
    outlet = find_outlet(url) if url else None
    if outlet and outlet.zone:
        return outlet.zone, "outlet"
    for stated in found.values():
        if stated and isinstance(stated.moment, dt.datetime) and stated.moment.tzinfo is not None:
            offset = stated.moment.strftime("%z")
            return ("UTC" if offset == "+0000" else f"{offset[:3]}:{offset[3:5]}"), "stated"
    return None, "none"


def _body(row: Row, root: Element, sizes: Sizes, ld: JsonLd) -> None:
    cells = row.cells
    captions = cells.pop("_captions")
    prune(root, sizes)
    known = {key_of(t) for t in [cells.get("headline"), cells.get("standfirst"), cells.get("byline"), *captions] if t}
    stated = ld.get("articleBody")
    stated = html.unescape(stated) if isinstance(stated, str) else None
    body = find_body(root, known, key_of(cells.get("standfirst", "")), cells.get("authors", []), stated)
    if not body.paragraphs:
        if not sizes.text[root]:
            raise ReadError("The page holds no text.")
        row.warn("the page has text, but no article was found in it")
        return
    _sign(row, body)
    row.put("text", "\n\n".join(body.paragraphs), body.how)
    row.put("subheads", body.subheads, body.how)
    cells["subhead_before"] = body.subhead_before
    place = dateline(body.paragraphs[0])
    if place:
        row.put("dateline", place, "rule:dateline")


def _sign(row: Row, body: Body) -> None:
    """Take the signature off the end; it says who wrote the article where nothing else named a person."""
    people = signature(body.paragraphs[-1], row.cells.get("publisher")) if len(body.paragraphs) > 2 else []
    if not people:
        return
    line, known = body.paragraphs.pop(), row.cells.get("authors", [])
    if not known or (people != split([line]) and not any(is_name(name) for name in known)):
        row.put("byline", line, "rule:signature")
        row.put("authors", people, "rule:signature")
