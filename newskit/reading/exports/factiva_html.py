"""Factiva, pages: with labels in a table, or as they are displayed, in any interface."""

from __future__ import annotations

import re
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports import factiva_cells as cells
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.factiva_labels import is_label, put_labeled
from newskit.reading.exports.html_lines import (
    HtmlLine,
    lines_of,
    parse_html,
    text_of,
    with_cut,
)
from newskit.reading.exports.pieces import first_at

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


def records(content: Content) -> list[Exported]:
    """Return the articles of a page."""
    articles = filter(_language, parse_html(content.text).iter("div"))
    return with_cut(map(_record, articles), content.text)


def _language(node: Any) -> str:
    """Return the language in the class of an article; empty for other elements."""
    match = _ARTICLE.search(node.get("class", ""))
    return match["language"] if match else ""


def _record(article: Any) -> Exported:
    record = Exported()
    labels = article.xpath(".//td[contains(concat(' ', @class, ' '), ' index ')]")
    for cell in labels:
        _put_row(record, cell)

    if not labels:
        _put_lines(record, lines_of(article))

    # The language of the interface prints its own names; the class has a code.
    record.language = _language(article)
    return record


def _put_row(record: Exported, cell: Any) -> None:
    """Fill what stands in the cell beside a label."""
    label, beside = text_of(cell), cell.getnext()
    if is_label(label) and beside is not None:
        put_labeled(record, label, [line.text for line in lines_of(beside)])


def _put_lines(record: Exported, lines: list[HtmlLine]) -> None:
    """Fill a record from the cells of the display layout; the headline has a class of its own."""
    texts = [line.text for line in lines]
    begin = _put_headline(record, lines)
    body = first_at(lines, _is_paragraph)
    n_cells = cells.put_head(record, texts[begin:body])
    text_at = begin + n_cells
    left = texts[text_at:body]
    # A copyright that does not say that it is one.
    if n_cells and body and len(left) == 1 and not record.credit:
        record.put("credit", left[0], "layout")
        text_at = body

    if n_cells == 0:
        record.error = _NOT_READ.format(" / ".join(texts[:5])[:200])
        text_at = body or len(lines)

    cells.put_text(record, _without_publisher(record, lines[text_at:]))


def _is_paragraph(line: HtmlLine) -> bool:
    return line.has(_PARAGRAPH)


def _put_headline(record: Exported, lines: list[HtmlLine]) -> int:
    """Fill headline and, above it, section; return where the cells below the headline begin."""
    places = [number for number, line in enumerate(lines) if _HEADLINE.search(line.classes)]
    if not places:
        return 0

    texts = [line.text for line in lines[: places[-1] + 1]]
    headline = cells.without_number(" ".join(texts[places[0] :]))
    record.put("headline", headline, "class:Headline")
    record.put("section", " ".join(texts[: places[0]]), "layout")
    return len(texts)


def _without_publisher(record: Exported, lines: list[HtmlLine]) -> list[str]:
    """Take the publishing firm out: above the accession number, in a paragraph without a class."""
    texts = [line.text for line in lines]
    kinds = list(map(_is_paragraph, lines))
    is_closed = kinds[-2:] == [False, False] and any(kinds)
    if is_closed and cells.id_in(texts[-1]):
        record.put("publisher_name", texts.pop(-2), "layout")

    return texts
