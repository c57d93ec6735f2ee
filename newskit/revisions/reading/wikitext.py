"""The running text of a page of MediaWiki; templates, tables and references are left out."""

from __future__ import annotations

import html
import re

from newskit.reading.cleaning import clean

_OPEN_OR_CLOSE = re.compile(r"\{\{|\}\}|\{\||\|\}")
_PUBLISHED = re.compile(r"\{\{\s*publish\w*\s*[|}]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"<ref\b[^<>]{0,300}/>|<ref\b[^<>]{0,300}>.*?(?:</ref>|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_FILE_OR_CATEGORY = re.compile(r"\s*:?(?:File|Image|Category|[a-z]{2,3}):", re.IGNORECASE)
_DEEPEST = 6  # links in one another; a picture has a caption with a link
_BRACKETS = re.compile(r"\[\[|\]\]")
_EXTERNAL = re.compile(r"\[(?:https?:)?//[^\s\]]{1,2000}(?: ([^\]]{0,500}))?\]")
_EMPHASIS = re.compile(r"'{2,5}")
_HEADING = re.compile(r"^={1,6} {0,5}(.{1,200}?) {0,5}={1,6}[ \t]{0,5}$", re.MULTILINE)
_LIST = re.compile(r"^[*#:;]+ *", re.MULTILINE)
_SWITCH = re.compile(r"__[A-Z]+__")
_PARAGRAPHS = re.compile(r"\n\s*\n")
# Behind these headings stand lists, not the article.
_APPENDIX = frozenset(("sources", "references", "external links", "related news", "see also"))


def is_published(wiki: str) -> bool:
    """Say whether a page of Wikinews carries the mark of a published article."""
    return bool(_PUBLISHED.search(wiki))


def plain_text(wiki: str) -> str:
    """Return the paragraphs of a page.

    Examples
    --------
    >>> plain_text("{{date|June 1}} The '''ferry''' to [[Ostrava|the isle]] sank.[[File:a.jpg]]")
    'The ferry to the isle sank.'
    """
    text = _REFERENCE.sub("", _COMMENT.sub("", wiki))
    text = _before_appendix(_without_templates(text))
    text = _EXTERNAL.sub(lambda link: link[1] or "", _without_brackets(text))
    text = _SWITCH.sub("", _EMPHASIS.sub("", _TAG.sub("", text)))
    text = _LIST.sub("", _HEADING.sub("", text))
    lines = (" ".join(part.split()) for part in _PARAGRAPHS.split(html.unescape(text)))
    return clean("\n\n".join(filter(None, lines)))


def _before_appendix(text: str) -> str:
    for heading in _HEADING.finditer(text):
        if heading[1].casefold() in _APPENDIX:
            return text[: heading.start()]

    return text


def _without_templates(text: str) -> str:
    """Leave out templates and tables, which may stand in one another."""
    kept, depth, last = [], 0, 0
    for match in _OPEN_OR_CLOSE.finditer(text):
        if depth == 0:
            kept.append(text[last : match.start()])

        opens = match[0][0] == "{"
        depth = depth + 1 if opens else max(0, depth - 1)
        last = match.end()

    kept.append(text[last:] if depth == 0 else "")
    return "".join(kept)


def _without_brackets(text: str) -> str:
    """Write links as a reader sees them; pictures and categories are left out."""
    opened: list[list[str]] = [[]]
    last = 0
    for match in _BRACKETS.finditer(text):
        opened[-1].append(text[last : match.start()])
        last = match.end()
        if match[0] == "[[" and len(opened) <= _DEEPEST:
            opened.append([])
        elif match[0] == "]]" and len(opened) > 1:
            inside = "".join(opened.pop())
            is_shown = not _FILE_OR_CATEGORY.match(inside)
            opened[-1].append(inside.rpartition("|")[2] if is_shown else "")

    opened[-1].append(text[last:])
    return "".join(map("".join, opened))
