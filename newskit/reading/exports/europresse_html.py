"""Europresse and Eureka.cc, pages of 2012 to today: the classes say what is what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import (
    HtmlLine,
    first_text,
    lines_of,
    parse_html,
    with_cut,
)
from newskit.reading.exports.labels import folded_label
from newskit.reading.exports.people import people_in, signs
from newskit.reading.exports.pieces import first_at, first_of
from newskit.reading.shared.lines import ends_sentence
from newskit.timestamps.date_lines import DateLine, read_date

_ID = re.compile(r"(?P<id>\w{2,12}·\d{8}·[\w-]+·[\w·-]+)")
_DOCUMENT_NUMBER = re.compile(r"\s*(?:Numéro de document|Document number)\s*:\s*", re.IGNORECASE)
_LENGTH = re.compile(r"(?P<length>\d[\d\u00a0\u202f ]{0,6}\s*(?:mots?|words?))\b", re.IGNORECASE)
_PAGE = re.compile(r"\bpp?\.\s*(?P<page>[\w-]+(?:, ?[A-Z]?\d+)*)")
_STARTS = re.compile(r"^|(?<=[,;])\s+")
_NOT_TEXT = re.compile(
    r"cet article est paru dans|numéro de document|certificat|ce certificat|document number"
    r"|aussi paru dans|also published in",
    re.IGNORECASE,
)
_PAPER = "'Cet article est paru dans')"
_LINKS = (
    ".//*[contains(@class, 'link-not-hosted')]/descendant-or-self::a/@href"
    f" | .//a[starts-with(normalize-space(), {_PAPER}]/@href"
    f" | .//a[starts-with(normalize-space(..), {_PAPER}]/@href"
)
_CAPTION = re.compile(r"(?:graphic|photo|illustration|image)s?\s?:", re.IGNORECASE)
_HEADING = re.compile(r"(?:illustration|note)(?:s|\(s\))?[ :]*", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\(c\)\s|tous droits réservés|all rights reserved", re.IGNORECASE)
_CLASSES = {"docAuthors": "byline", "subtitle": "standfirst", "apd-wrapper": "also_in"}
_MARKS = ("DocPublicationName", "itreArticleVisu", "DocHeader")
"""What an article has, one or another of it."""
_IN_PAGE = re.compile(r"<article|itreArticleVisu")
_PICTURES = ("<aside>", "ImageAttach", "DocFooter")
_TOLD_ELSEWHERE = (
    "itreArticleVisu", "DocPublicationName", "DocHeader", "link-not-hosted", "<footer>"
)  # fmt: skip
_TEXT_CLASSES = (("DocText", "docOcurr"), ("<section>",))
"""What a text stands in; without the first the second."""
_HEAD_CLASSES = (*_CLASSES, *_TOLD_ELSEWHERE, *_PICTURES, "titreArticle", "sm-margin-bottomNews")
_LONGEST_BYLINE = 100  # characters of a line of names


def looks_like(content: Content) -> bool:
    """Say whether a page holds articles of Europresse: an outlet, and a title or an article."""
    if not content.is_html or "DocPublicationName" not in content.head:
        return False

    return _IN_PAGE.search(content.head) is not None


def records(content: Content) -> list[Exported]:
    """Return the articles of a page."""
    return with_cut(map(_record, _articles(parse_html(content.text))), content.text)


def _articles(root: Any) -> list[Any]:
    found = list(filter(_is_marked, root.iter("article")))
    if found:
        return found

    # In 2012 a table was an article.
    tables = [_table_around(outlet) for outlet in _with_class(root, "DocPublicationName")]
    return list(dict.fromkeys(chain.from_iterable(tables)))


def _is_marked(article: Any) -> bool:
    return any(_with_class(article, mark) for mark in _MARKS)


def _table_around(outlet: Any) -> list[Any]:
    """Return the table of an article: it says how it is laid out; else the innermost one."""
    fixed: list[Any] = outlet.xpath("ancestor::table[contains(@style, 'table-layout')]")
    around: list[Any] = outlet.xpath("ancestor::table")
    return fixed[-1:] or around[-1:]


def _with_class(node: Any, name: str) -> list[Any]:
    found: list[Any] = node.xpath(f".//*[contains(@class, '{name}')]")
    return found


def _record(article: Any) -> Exported:
    record = Exported()
    _put_outlet(record, article)
    _put_header(record, article)

    title = first_text(_with_class(article, "itreArticleVisu"))
    record.put("headline", title, "class:titreArticleVisu")
    links = article.xpath(_LINKS)
    record.put("url", next(iter(links), ""), "html:a")
    _put_lines(record, lines_of(article, breaks=True))
    _tidy_body(record)
    while len(record.paragraphs) > 1 and _CAPTION.match(record.paragraphs[-1]):
        record.captions.append(record.paragraphs.pop())

    return record


def _put_outlet(record: Exported, article: Any) -> None:
    """Fill the outlet, and the edition below it; some have a division without the class."""
    outlets = _with_class(article, "DocPublicationName")[-1:]
    outlets += article.xpath(".//div[contains(concat(' ', @class, ' '), ' sm-margin-bottom ')]")
    if not outlets:
        return

    outlet = [line.text for line in lines_of(outlets[0], breaks=True)]
    record.put("publisher", " ".join(outlet[:1]), "class:DocPublicationName")
    record.put("edition", " ".join(outlet[1:]), "class:DocPublicationName")


def _put_header(record: Exported, article: Any) -> None:
    """Fill section, date, length and page: "Port, mardi 7 mars 2006 204 mots, p. 16"."""
    wide = _with_class(article, "rdp__DocHeader")
    nodes = wide[:1] or article.xpath(".//span[contains(@class, 'DocHeader')]")
    printed = "".join(node.xpath("string()") for node in nodes)
    header = " ".join(printed.split())
    section, date, behind = _header_parts(header)
    length, page = _LENGTH.search(behind), _PAGE.search(behind)
    told = {
        "section": section,
        "date": date,
        "length": length and length["length"],
        "page": page and page["page"],
    }
    for name, value in told.items():
        record.put(name, value, "class:DocHeader")


def _header_parts(header: str) -> tuple[str, str, str]:
    """Return what stands before the day, the day with its clock, and what stands behind."""
    for start in _STARTS.finditer(header):
        line = header[start.end() :]
        found = read_date(line) or DateLine(None)
        if found.day:
            section = header[: start.start()].strip(" ,;")
            return section, line.removesuffix(found.rest).rstrip(" ,;-"), found.rest

    return "", header, header


def _put_lines(record: Exported, lines: Sequence[HtmlLine]) -> None:
    """Fill what the classes of lines say, and what stands between title and text without one."""
    titles = [number for number, line in enumerate(lines) if line.has("itreArticleVisu")]
    title = max(titles, default=-1)
    text = _text_range(lines, title)
    # In order: a kicker above the title, what has no class below it, the text.
    places = {"kicker": range(title), "between": range(title + 1, text.start), "text": text}
    told: dict[str, list[str]] = {name: [] for name in places}
    for number, line in enumerate(lines):
        place = next((name for name, numbers in places.items() if number in numbers), "")
        is_known = _put_known(record, line)
        if place and not is_known:
            told[place].append(line.text)

    record.paragraphs += told["text"]
    record.put("kicker", "\n".join(told["kicker"]), "layout")
    for between in told["between"]:
        _put_between(record, between)


def _text_range(lines: Sequence[HtmlLine], title: int) -> range:
    """Return which lines are the text; in 2012 it has no class, and stands behind the title."""
    for names in _TEXT_CLASSES:
        texts = [number for number, line in enumerate(lines) if _is_text(line, names)]
        if texts:
            return range(texts[0], texts[-1] + 1)

    first = first_at(lines, lambda line: _is_prose(line.text), title + 1)
    return range(title + 1 if first is None else first, len(lines))


def _is_text(line: HtmlLine, names: tuple[str, ...]) -> bool:
    return line.has(*names) and not line.has(*_HEAD_CLASSES)


def _put_known(record: Exported, line: HtmlLine) -> bool:
    """Fill what a class or its words say of a line; False where nothing says what it is."""
    text = line.text
    match = _ID.search(text)
    name = first_of(tuple(_CLASSES), line.has)
    if match:
        record.put("archive_id", match["id"], "layout")
        record.fill("credit", _DOCUMENT_NUMBER.sub("", text[: match.start()]), "layout")
    elif name:
        record.put(_CLASSES[name], text, f"class:{name}")
    elif line.has(*_PICTURES):
        record.captions.append(text)
    elif _RIGHTS.match(text) and not record.credit:
        record.put("credit", text, "layout")
    else:
        return _is_told_elsewhere(line)

    return True


def _is_told_elsewhere(line: HtmlLine) -> bool:
    """Say whether a line is not to be read here; the certificate names an institution."""
    return line.has(*_TOLD_ELSEWHERE) or _NOT_TEXT.match(line.text) is not None


def _is_prose(text: str) -> bool:
    return ends_sentence(text) or len(text) > _LONGEST_BYLINE


def _put_between(record: Exported, text: str) -> None:
    """Fill what stands between title and text without a class: who wrote it, or a standfirst."""
    is_byline = signs(text) and not _is_prose(text)
    name = "byline" if is_byline and not record.byline else "standfirst"
    setattr(record, name, f"{getattr(record, name)} {text}".strip())
    record.found[name] = "layout"


def _tidy_body(record: Exported) -> None:
    """Cut the title and the byline off where the body begins with them once more."""
    record.captions = [line for line in record.captions if not _HEADING.fullmatch(line)]
    title = folded_label(record.headline)
    if title and list(map(folded_label, record.paragraphs[:1])) == [title]:
        del record.paragraphs[0]

    opening, *behind = record.paragraphs or [""]
    is_again = folded_label(opening) == folded_label(record.byline)
    is_name = not record.byline and people_in(opening) == [opening]
    if behind and (is_again or is_name):
        record.fill("byline", opening, "layout")
        record.paragraphs = behind
