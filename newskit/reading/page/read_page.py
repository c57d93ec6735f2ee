"""One web page to one row of the articles table."""

from __future__ import annotations

import html
from typing import Any

from newskit.errors import ReadError
from newskit.reading.cleaning import clean
from newskit.reading.page.author_names import initials, outlet_key, signature, split_names
from newskit.reading.page.authors import find_authors, outlet_keys
from newskit.reading.page.body import PageBody, find_body
from newskit.reading.page.boilerplate import prune
from newskit.reading.page.captions import Caption, find_captions
from newskit.reading.page.headline import headline_of_page
from newskit.reading.page.json_ld import JsonLd, value_in
from newskit.reading.page.kinds import warnings_of
from newskit.reading.page.meta import domain_of, find_url, first_stated, is_day_first
from newskit.reading.page.opening import Opening
from newskit.reading.page.parsed_page import ParsedPage, parse_page
from newskit.reading.page.row_times import put_times
from newskit.reading.page.standfirst import find_standfirst
from newskit.reading.page.tags import section_of_page, tags_of_page
from newskit.reading.page.titles import Title, key_of, site_in_title
from newskit.reading.page.tree import Element, drop, parse
from newskit.reading.rows import Hints
from newskit.reading.shared.bylines import is_name
from newskit.reading.shared.dateline import dateline
from newskit.reading.shared.filled_row import FilledRow

# Characters of a text that is hardly an article.
STUB = 200


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
    page = parse_page(text)
    row = FilledRow()
    row.warn(*page.ld.warnings)

    # In this order: each step takes what it found off the tree, and the body is what is left.
    _put_identity(row, page, url)
    headline = _put_headline(row, page)
    opening = Opening(page.sizes, headline)
    if day_first is None:
        day_first = is_day_first(page.head.language)

    put_times(row, page, opening, Hints(timezone, timezone_source, day_first))
    captions = _put_head(row, page, headline, opening)
    _put_body(row, page, captions, text)

    size = len(row.cells.get("text", ""))
    row.warn(*warnings_of(page, row.cells.get("url", ""), size))
    return row.done()


def _put_identity(row: FilledRow, page: ParsedPage, saved: str | None) -> None:
    """Fill the address, the publisher, the language, section and tags."""
    head, ld = page.head, page.ld
    row.put("url", saved, "mhtml")
    row.put("url", *find_url(head, _address(ld)))

    domain = domain_of(row.cells.get("url", ""))
    publisher = first_stated(
        (ld.publisher, "json-ld:publisher"),
        *head.stated("publisher"),
        (site_in_title(head.title, domain), "title"),
        (domain, "url"),
    )
    row.put("publisher", clean(publisher.text), publisher.how)

    language = first_stated(
        (head.language, "html:lang"),
        (ld.text("inLanguage"), "json-ld:inLanguage"),
        (head.first("og:locale"), "meta:og:locale"),
    )
    # "de-AT" and "de_AT" are German.
    code = language.text.replace("_", "-").split("-")[0]
    row.put("language", code.lower()[:3], language.how)

    row.put("section", *section_of_page(head, ld))
    row.put("tags", *tags_of_page(head, ld))


def _address(ld: JsonLd) -> str:
    # Some pages state {"@type": "WebPage", "@id": "https://..."}, others only the address.
    stated = value_in(ld.get("mainEntityOfPage"), "@id")
    return ld.text("url") or (stated if isinstance(stated, str) else "")


def _put_headline(row: FilledRow, page: ParsedPage) -> Title:
    headline, warnings = headline_of_page(page, row.cells.get("publisher", ""))
    row.warn(*warnings)
    row.put("headline", headline.text, headline.how)
    return headline


def _put_head(row: FilledRow, page: ParsedPage, headline: Title, opening: Opening) -> list[Caption]:
    """Fill standfirst, authors, caption and credit; return every caption of the page."""
    publisher = row.cells.get("publisher", "")
    standfirst = find_standfirst(page, headline, opening)
    authors = find_authors(page, publisher, opening)
    row.put("authors", authors.people, authors.how)
    row.put("byline", authors.byline, "rule:byline")
    row.warn(*authors.warnings)

    captions = find_captions(page.sizes)
    for caption in captions[:1]:
        row.put("caption", caption.text, "rule:figcaption")
        row.put("credit", caption.credit, "rule:figcaption")

    if standfirst:
        row.put("standfirst", standfirst.text, standfirst.how)
        drop(standfirst.element)

    for caption in captions:
        drop(caption.element)

    return captions


def _put_body(row: FilledRow, page: ParsedPage, captions: list[Caption], text: str) -> None:
    """Fill the text, its subheads and its dateline."""
    prune(page.root, page.sizes)
    body = _read_body(row, page, page.root, captions)
    prose = page.sizes.prose[page.root]
    if body.size < STUB <= prose - body.size:
        # What pages call promo or widget may be the article.
        whole = _read_body(row, page, parse(text), captions)
        if whole.size > max(STUB, 2 * body.size):
            body = whole
            body.warnings.append("the text stands in boxes that are called like boilerplate")

    row.warn(*body.warnings)
    if not body.paragraphs:
        if not page.sizes.text[page.root]:
            raise ReadError("The page holds no text.")

        row.warn("the page has text, but no article was found in it")
        return

    body.drop_head(row.cells.get("headline", ""))
    _put_signature(row, body, outlet_keys(page.head, row.cells.get("publisher", "")))
    row.put("text", "\n\n".join(body.paragraphs), body.how)
    row.put("subheads", body.subheads, body.how)
    row.cells["subhead_before"] = body.subhead_before
    row.put("dateline", dateline(body.paragraphs[0]), "rule:dateline")


def _read_body(
    row: FilledRow,
    page: ParsedPage,
    root: Element,
    captions: list[Caption],
) -> PageBody:
    """Return the body that a tree of the page prints."""
    standfirst = row.cells.get("standfirst", "")
    lines = [standfirst, row.cells.get("headline"), row.cells.get("byline")]
    lines += [caption.text for caption in captions]

    # Content systems escape the body once more: "&quot;We could not wait&quot;".
    known = {key_of(line) for line in lines if line}
    stated = page.ld.get("articleBody")
    stated = html.unescape(stated) if isinstance(stated, str) else ""
    return find_body(root, known, key_of(standfirst), row.cells.get("authors", []), stated)


def _put_signature(row: FilledRow, body: PageBody, outlets: set[str]) -> None:
    """Take the signature off the end; it names the author where nothing else named a person."""
    # What ends so short a text may be all there is of it.
    if len(body.paragraphs) <= 2:
        return

    last, publisher = body.paragraphs[-1], row.cells.get("publisher", "")
    short = initials(last)
    people = signature(last, publisher) or short
    if not people:
        return

    line = body.paragraphs.pop()
    known = row.cells.get("authors", [])
    # An agency, or initials, go before what only names the outlet.
    is_telling = short != [] or people != split_names([line])
    others = (name for name in known if outlet_key(name) not in outlets)
    if not known or (is_telling and not any(map(is_name, others))):
        row.put("byline", line, "rule:signature")
        row.put("authors", people, "rule:signature")
