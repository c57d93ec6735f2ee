"""Factiva, pages: with labels in a table, or as they are displayed, in any interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports import factiva_cells as cells
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.factiva_labels import is_label, put_labeled
from newskit.reading.exports.html_lines import HtmlLine, cut_off, lines_of, parse_html

_ARTICLE = re.compile(r"(?<![\w-])(?P<language>[a-z]{2})Article(?![\w-])")
_IN_PAGE = re.compile(r"class\s*=\s*[\"']?[^\"'>]{0,80}?(?<![\w-])[a-z]{2}Article(?![\w-])")
_HEADLINE = re.compile(r"(?<![\w-])[a-z]{2}Headline(?![\w-])")
_PARAGRAPH = "rticleParagraph"
"""Other pages have not got it, whose classes may be "isArticle"."""
_NOT_READ = "The article was not understood; it begins with {!r}"


def looks_like(content: Content) -> bool:
    """Say whether a page holds articles of Factiva, whose classes begin with their language."""
    has_text = content.is_html and _PARAGRAPH in content.head
    return has_text and bool(_IN_PAGE.search(content.head))


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a page."""
    text = content.text
    articles = [node for node in parse_html(text).iter("div") if _is_article(node)]
    for number, article in enumerate(articles, start=1):
        record = _record(article)
        last = record.paragraphs[-1] if record.paragraphs else record.headline
        if number == len(articles) and not record.archive_id:
            record.error = record.error or cut_off(text, last)

        yield record


def _is_article(node: Any) -> bool:
    return _ARTICLE.search(node.get("class") or "") is not None


def _record(article: Any) -> Exported:
    record = Exported()
    tables = article.xpath(".//td[contains(concat(' ', @class, ' '), ' index ')]")
    if tables:
        _put_rows(record, article)
    else:
        _put_lines(record, lines_of(article))

    # The language of the interface prints its own names; the class has a code.
    match = _ARTICLE.search(article.get("class"))
    record.language = match["language"] if match else ""
    return record


def _put_rows(record: Exported, article: Any) -> None:
    for row in article.iter("tr"):
        told = [lines_of(cell) for cell in row.iter("td")]
        label = " ".join(line.text for line in told[0]) if told else ""
        if len(told) > 1 and is_label(label):
            put_labeled(record, label, [line.text for line in told[1]])


def _put_lines(record: Exported, lines: list[HtmlLine]) -> None:
    """Fill a record from the cells of the display layout; the headline has a class of its own."""
    begin = _put_headline(record, lines)
    body = next((n for n, line in enumerate(lines) if _PARAGRAPH in line.classes), len(lines))
    n_cells = cells.put_head(record, [line.text for line in lines[begin:body]])
    if not n_cells:
        first = " / ".join(line.text for line in lines[:5])
        record.error = _NOT_READ.format(first[:200])

    below = lines[begin + n_cells :] if n_cells else lines[body:]
    cells.put_text(record, _without_publisher(record, below))


def _put_headline(record: Exported, lines: list[HtmlLine]) -> int:
    """Fill headline and, above it, section; return where the cells below the headline begin."""
    texts = [line.text for line in lines]
    places = [n for n, line in enumerate(lines) if _HEADLINE.search(line.classes)]
    if not places:
        return 0

    first, end = places[0], places[-1] + 1
    headline = cells.without_number(" ".join(texts[first:end]))
    record.put("headline", headline, "class:Headline")
    record.put("section", " ".join(texts[:first]), "layout")
    return end


def _without_publisher(record: Exported, lines: list[HtmlLine]) -> list[str]:
    """Take the publishing firm out: above the accession number, in a paragraph without a class."""
    texts = [line.text for line in lines]
    kinds = [_PARAGRAPH in line.classes for line in lines]
    has_firm = kinds[-2:] == [False, False] and any(kinds) and bool(cells.id_in(texts[-1]))
    if has_firm:
        record.put("publisher_name", texts.pop(-2), "layout")

    return texts
