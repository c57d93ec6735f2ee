"""ProQuest, pages and mails: the labels of its texts, in HTML of two generations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import HtmlLine, cut_off, lines_of, parse_html
from newskit.reading.exports.proquest_fields import article_of, put_info
from newskit.reading.exports.proquest_lines import ArticleLines, parts_of

_ANCHOR = re.compile(r"<a\s+name\s*=\s*[\"']?DocID_", re.IGNORECASE)
_BORDER = re.compile(r"<div[^>]{0,40}margin-bottom:\s*15pt;\s*border-bottom:\s*1px", re.IGNORECASE)
_TEXT_TAG = re.compile(r"<text\s[^>]{0,200}wordcount[^>]{0,200}>", re.IGNORECASE)
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
    return content.is_html and not content.is_mail and _is_page(content.head)


def looks_like_mail(content: Content) -> bool:
    """Say whether a mail, or a page saved in one file with its pictures, holds them."""
    return content.is_mail and _is_page(content.head)


def _is_page(text: str) -> bool:
    has_anchor = bool(_ANCHOR.search(text)) and "ull text:" in text
    return has_anchor or bool(_TEXT_TAG.search(text))


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a page, also of one within a mail."""
    text = content.text
    parts = _parts(text)
    for number, part in enumerate(parts, start=1):
        record = _record(part)
        last = record.paragraphs[-1] if record.paragraphs else record.headline
        if number == len(parts) and not record.archive_id:
            record.error = cut_off(text, last)

        yield record


def _parts(text: str) -> list[str]:
    """Return the HTML of each article."""
    if _ANCHOR.search(text):
        anchors = [match.start() for match in _ANCHOR.finditer(text)]
        parts = [text[a:b] for a, b in zip(anchors, [*anchors[1:], len(text)], strict=False)]
    else:
        parts = _BORDER.split(text)

    return [part for part in parts if _TEXT_TAG.search(part) or "ull text:" in part]


def _record(part: str) -> Exported:
    root = parse_html(_marked(part))
    lines = [line for line in lines_of(root, breaks=True) if not _is_in_span(line)]
    texts = [line.text for line in lines]
    marked = [number for number, line in enumerate(lines) if _MARKED in line.classes]
    if marked:
        begin, end = marked[0], marked[-1] + 1
        head = [text for text in texts[:begin] if not _FULL_TEXT.match(text)]
        record = article_of(ArticleLines(_spaced(head), texts[begin:end], texts[end:]))
    else:
        record = article_of(parts_of(_spaced(texts)))

    _put_spans(record, root)
    return record


def _marked(part: str) -> str:
    """Return the HTML of an article with its text in an element that parsers know."""
    # The tag that a split cut in two is no text.
    page = part if part.lstrip().startswith("<") else part.partition(">")[2]
    if _TEXT_TAG.search(page):
        page = _TEXT_TAG.sub(f'<div class="{_MARKED}">', page, count=1)
        page = _TEXT_END.sub("</div>", page, count=1)

    return _STRAY.sub("", page)


def _is_in_span(line: HtmlLine) -> bool:
    return any(map(line.classes.__contains__, _SPANS))


def _spaced(texts: Iterable[str]) -> list[str]:
    """Return lines with blank ones between, as in a text of ProQuest."""
    return [line for text in texts for line in (text, "")]


def _put_spans(record: Exported, root: object) -> None:
    """Fill what a page of 2022 says without labels: author and line of publication."""
    for name, field in _SPANS.items():
        nodes = root.xpath(f"//span[contains(@class, '{name}')]")  # type: ignore[attr-defined]
        value = " ".join(nodes[0].text_content().split()).rstrip(" .") if nodes else ""
        if not getattr(record, field, ""):
            record.put(field, value, f"class:{name}")

    put_info(record)
