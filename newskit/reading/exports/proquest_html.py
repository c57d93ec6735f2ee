"""ProQuest, pages and mails: the labels of its texts, in HTML of two generations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import cut_off, lines_of, parse_html
from newskit.reading.exports.proquest_fields import article_of, put_info, record_of

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
        parts = [text[a:b] for a, b in zip(anchors, [*anchors[1:], len(text)], strict=True)]
    else:
        parts = _BORDER.split(text)

    return [part for part in parts if _TEXT_TAG.search(part) or "ull text:" in part]


def _record(part: str) -> Exported:
    text_tag = _TEXT_TAG.search(part)
    opened = f'<div class="{_MARKED}">'
    # The tag that a split cut in two is no text.
    page = part if part.lstrip().startswith("<") else part.partition(">")[2]
    if text_tag:
        page = _TEXT_END.sub("</div>", _TEXT_TAG.sub(opened, page, count=1), count=1)

    root = parse_html(_STRAY.sub("", page))
    lines = lines_of(root, breaks=True)
    lines = [line for line in lines if not any(name in line.classes for name in _SPANS)]
    marked = [n for n, line in enumerate(lines) if _MARKED in line.classes]
    texts = [line.text for line in lines]
    if marked:
        head = [text for text in texts[: marked[0]] if not _FULL_TEXT.match(text)]
        last = marked[-1] + 1
        record = record_of(_spaced(head), texts[marked[0] : last], texts[last:])
    else:
        record = article_of(_spaced(texts))

    _put_spans(record, root)
    return record


def _spaced(texts: Iterable[str]) -> list[str]:
    """Return lines with blank ones between, as in a text of ProQuest."""
    return [line for text in texts for line in (text, "")]


def _put_spans(record: Exported, root: object) -> None:
    """Fill what a page of 2022 says without labels: author and line of publication."""
    for name, field in _SPANS.items():
        nodes = root.xpath(f"//span[contains(@class, '{name}')]")  # type: ignore[attr-defined]
        value = " ".join(nodes[0].text_content().split()).rstrip(" .") if nodes else ""
        if value and not getattr(record, field, None):
            record.put(field, value, f"class:{name}")

    put_info(record)
