"""Europresse and Eureka.cc, pages of 2012 to today: the classes say what is what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newskit.reading.content import Content
from newskit.timestamps.date_lines import read_date
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import HtmlLine, cut_off, lines_of, parse_html, text_of
from newskit.reading.exports.people import people_in
from newskit.reading.shared.lines import ends_sentence

_ID = re.compile(r"(?P<id>\w{2,12}·\d{8}·[\w-]+·[\w·-]+)")
_LENGTH = re.compile(r"(?P<length>\d[\d\u00a0\u202f ]{0,6}\s*(?:mots?|words?))\b", re.IGNORECASE)
_PAGE = re.compile(r"\bpp?\.\s*(?P<page>[\w-]+(?:, ?[A-Z]?\d+)*)")
_STARTS = re.compile(r"^|(?<=[,;])\s+")
_NOT_TEXT = re.compile(
    r"cet article est paru dans|numéro de document|certificat|ce certificat|document number"
    r"|aussi paru dans|also published in",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("illustration(s)", "illustration", "illustrations", "note(s)", "notes"))
_RIGHTS = re.compile(r"©|\(c\)\s|tous droits réservés|all rights reserved", re.IGNORECASE)
_CLASSES = {"docAuthors": "byline", "subtitle": "standfirst", "apd-wrapper": "also_in"}
_MARKS = ("DocPublicationName", "itreArticleVisu", "DocHeader")
"""What an article has, one or another of it."""
_PICTURES = ("<aside>", "ImageAttach")
_TOLD_ELSEWHERE = (
    "itreArticleVisu", "DocPublicationName", "DocHeader", "link-not-hosted", "<footer>"
)  # fmt: skip
_TEXT_CLASSES = ("DocText", "docOcurr", "<section>")
_HEAD_CLASSES = (*_CLASSES, *_TOLD_ELSEWHERE, *_PICTURES, "titreArticle", "sm-margin-bottomNews")
_LONGEST_BYLINE = 100  # characters of a line of names


def looks_like(content: Content) -> bool:
    """Say whether a page holds articles of Europresse: an outlet, and a title or an article."""
    has_outlet = content.is_html and "DocPublicationName" in content.head
    return has_outlet and ("<article" in content.head or "itreArticleVisu" in content.head)


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a page."""
    articles = _articles(parse_html(content.text))
    for number, article in enumerate(articles, start=1):
        record = _record(article)
        last = record.paragraphs[-1] if record.paragraphs else record.headline
        if number == len(articles) and not record.archive_id:
            record.error = cut_off(content.text, last)

        yield record


def _articles(root: Any) -> list[Any]:
    found = [node for node in root.iter("article") if any(_with_class(node, c) for c in _MARKS)]
    if found:
        return found

    # In 2012 a table was an article.
    tables = map(_table_around, _with_class(root, "DocPublicationName"))
    return list(dict.fromkeys(table for table in tables if table is not None))


def _table_around(outlet: Any) -> Any:
    """Return the table of an article: it says how it is laid out; else the innermost one."""
    around = list(outlet.iterancestors("table"))
    fixed = (table for table in around if "table-layout" in (table.get("style") or ""))
    return next(fixed, around[0] if around else None)


def _with_class(node: Any, name: str) -> list[Any]:
    return [one for one in node.iter("span", "div", "p", "a") if name in (one.get("class") or "")]


def _record(article: Any) -> Exported:
    record = Exported()
    _put_outlet(record, article)
    _put_header(record, article)

    titles = _with_class(article, "itreArticleVisu")
    record.put("headline", text_of(titles[0]) if titles else "", "class:titreArticleVisu")
    links = [a for node in _with_class(article, "link-not-hosted") for a in node.iter("a")]
    record.put("url", links[0].get("href") or "" if links else "", "class:link-not-hosted")
    _put_lines(record, lines_of(article, breaks=True))
    _tidy_body(record)
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
    nodes = wide[:1] or _with_class(article, "DocHeader")
    header = " ".join("".join("".join(node.itertext()) for node in nodes).split())
    behind = header
    for start in _STARTS.finditer(header):
        found = read_date(header[start.end() :])
        if found is None or found.day is None:
            continue

        date = header[start.end() :].removesuffix(found.rest).rstrip(" ,;-")
        record.put("section", header[: start.start()].strip(" ,;"), "class:DocHeader")
        record.put("date", date, "class:DocHeader")
        behind = found.rest
        break
    else:
        record.put("date", header, "class:DocHeader")

    for name, pattern in (("length", _LENGTH), ("page", _PAGE)):
        match = pattern.search(behind)
        record.put(name, match[name] if match else "", "class:DocHeader")


def _put_lines(record: Exported, lines: Sequence[HtmlLine]) -> None:
    """Fill what the classes of lines say, and what stands between title and text without one."""
    titles = [number for number, line in enumerate(lines) if "itreArticleVisu" in line.classes]
    title = titles[-1] if titles else -1
    text = _text_range(lines, title)
    between: list[str] = []
    for number, line in enumerate(lines):
        if _put_known(record, line):
            continue

        if number in text:
            record.paragraphs.append(line.text)
        elif number < title:
            record.put("kicker", line.text, "layout")
        elif number < text.start:
            between.append(line.text)

    for told in between:
        _put_between(record, told)


def _text_range(lines: Sequence[HtmlLine], title: int) -> range:
    """Return which lines are the text; in 2012 it has no class, and stands behind the title."""
    texts = [number for number, line in enumerate(lines) if _is_text(line.classes)]
    if texts:
        return range(texts[0], texts[-1] + 1)

    behind = range(title + 1, len(lines))
    first = next((number for number in behind if _is_prose(lines[number].text)), title + 1)
    return range(first, len(lines))


def _is_text(classes: str) -> bool:
    is_text = any(map(classes.__contains__, _TEXT_CLASSES))
    return is_text and not any(map(classes.__contains__, _HEAD_CLASSES))


def _put_known(record: Exported, line: HtmlLine) -> bool:
    """Fill what a class or its words say of a line; False where nothing says what it is."""
    text, classes = line
    match = _ID.search(text) if len(text) < _LONGEST_BYLINE else None
    name = next(filter(classes.__contains__, _CLASSES), "")
    if match:
        record.put("archive_id", match["id"], "layout")
    elif name:
        record.put(_CLASSES[name], text, f"class:{name}")
    elif any(map(classes.__contains__, _PICTURES)):
        record.captions += [] if text.casefold().strip(" :") in _HEADINGS else [text]
    elif _RIGHTS.match(text) and not record.credit:
        record.put("credit", text, "layout")
    else:
        return _is_told_elsewhere(line)

    return True


def _is_told_elsewhere(line: HtmlLine) -> bool:
    """Say whether a line is not to be read here; the certificate names an institution."""
    return any(map(line.classes.__contains__, _TOLD_ELSEWHERE)) or bool(_NOT_TEXT.match(line.text))


def _is_prose(text: str) -> bool:
    return ends_sentence(text) or len(text) > _LONGEST_BYLINE


def _put_between(record: Exported, text: str) -> None:
    """Fill what stands between title and text without a class: who wrote it, or a standfirst."""
    is_byline = not record.byline and not _is_prose(text) and people_in(text)
    name = "byline" if is_byline else "standfirst"
    setattr(record, name, f"{getattr(record, name)} {text}".strip())
    record.found[name] = "layout"


def _tidy_body(record: Exported) -> None:
    """Cut the title and the byline off where the body begins with them once more."""
    body = record.paragraphs
    if body and body[0].casefold() == record.headline.casefold():
        del body[0]

    opening = body[0] if len(body) > 1 else ""
    is_again = opening.casefold() == record.byline.casefold()
    is_name = not record.byline and not _is_prose(opening) and people_in(opening) == [opening]
    if opening and (is_again or is_name):
        record.fill("byline", opening, "layout")
        del body[0]
