"""ProQuest, pages and mails: the labels of its texts, in HTML of two generations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import filterfalse
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
from newskit.reading.exports.pieces import divided_at
from newskit.reading.exports.proquest_fields import article_of, plain_url, put_info
from newskit.reading.exports.proquest_lines import ArticleLines, parts_of

_ANCHOR = re.compile(r"<a\s+name\s*=\s*[\"']?DocID_", re.IGNORECASE)
_BORDER = re.compile(r"<div[^>]{0,40}margin-bottom:\s*15pt;\s*border-bottom:\s*1px", re.IGNORECASE)
_TEXT_TAG = re.compile(r"<text\s[^>]{0,200}wordcount[^>]{0,200}>", re.IGNORECASE)
_HAS_TEXT = re.compile(rf"{_TEXT_TAG.pattern}|full text:", re.IGNORECASE)
_TEXT_END = re.compile(r"</text\s*>", re.IGNORECASE)
# A <meta> or a <title> within the text: parsers move them, and what stands behind.
_STRAY = re.compile(
    r"<meta\b[^>]*>|<title\b[^>]*>[^<]*</title\s*>|</?(?:html|head|body)\b[^>]*>", re.IGNORECASE
)
_MARKED = "proquest-text"
_SPANS = {"truncatedAuthor": "byline", "newspaperArticle": "publication_info"}
_FULL_TEXT = re.compile(r"full text:\s*$", re.IGNORECASE)


def looks_like(content: Content) -> bool:
    """Say whether a page holds the anchors or the texts of ProQuest."""
    is_page = content.is_html and not content.is_mail
    return is_page and _is_page(content.head)


def looks_like_mail(content: Content) -> bool:
    """Say whether a mail, or a page saved in one file with its pictures, holds them."""
    return content.is_mail and _is_page(content.head)


def _is_page(text: str) -> bool:
    has_anchor = bool(_ANCHOR.search(text)) and "ull text:" in text
    return has_anchor or bool(_TEXT_TAG.search(text))


def records(content: Content) -> list[Exported]:
    """Return the articles of a page, also of one within a mail."""
    text = content.text
    return with_cut(map(_record, _parts(text)), text)


def _parts(text: str) -> list[str]:
    """Return the HTML of each article."""
    anchors = [match.start() for match in _ANCHOR.finditer(text)]
    parts = divided_at(text, anchors) if anchors else _BORDER.split(text)
    return list(filter(_HAS_TEXT.search, parts))


def _record(part: str) -> Exported:
    root = parse_html(_marked(part))
    parts = _article_lines(lines_of(root, breaks=True))
    # A headline may look like a label: it is known by its type.
    title = first_text(root.xpath("//p[contains(translate(@style, ' ', ''), 'font-weight:bold')]"))
    record = article_of(parts._replace(tail=[*parts.tail, "", f"Title: {title}"]))
    links = root.xpath("//a[contains(@href, 'docview')]/@href")
    record.fill("url", plain_url(next(iter(links), "")), "html:a")
    _put_spans(record, root)
    return record


def _article_lines(printed: list[HtmlLine]) -> ArticleLines:
    """Divide the lines of an article, whose text may be marked, or follow its label."""
    parts = ArticleLines([], [], [])
    for line in printed:
        if line.has(*_SPANS):
            continue

        if line.has(_MARKED):
            part = parts.text
        else:
            part = parts.tail if parts.text else parts.head

        part.append(line.text)

    if not parts.text:
        return parts_of(_spaced(parts.head))

    head = filterfalse(_FULL_TEXT.match, parts.head)
    return parts._replace(head=_spaced(head))


def _marked(part: str) -> str:
    """Return the HTML of an article with its text in an element that parsers know."""
    # The tag that a split cut in two is no text.
    page = part if part.lstrip().startswith("<") else part.partition(">")[2]
    if _TEXT_TAG.search(page):
        page = _TEXT_TAG.sub(f'<div class="{_MARKED}">', page, count=1)
        page = _TEXT_END.sub("</div>", page, count=1)

    return _STRAY.sub("", page)


def _spaced(texts: Iterable[str]) -> list[str]:
    """Return lines with blank ones between, as in a text of ProQuest."""
    return "\n\n".join(texts).split("\n")


def _put_spans(record: Exported, root: Any) -> None:
    """Fill what a page of 2022 says without labels: author and line of publication."""
    for name, field in _SPANS.items():
        value = first_text(root.xpath(f"//span[contains(@class, '{name}')]")).rstrip(" .")
        if not getattr(record, field, ""):
            record.put(field, value, f"class:{name}")

    put_info(record)
