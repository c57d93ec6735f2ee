"""Pages of archives as lines: what stands in one block is one line, with the classes around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newskit.csv_files import rule_words
from newskit.reading.exports.exported import Exported

_TAGS = rule_words("newskit.reading.page", "html_tags.csv")
_INLINE = _TAGS["inline"] | {"acronym", "big", "img", "label", "nobr"}
_UNSEEN = _TAGS["unseen"] | {"title", "meta"}
_PARTS = frozenset(("article", "aside", "footer", "header", "section"))
"""Elements whose name says what they are: it stands among the classes, as "<aside>"."""
_CUT = "The file is cut off: its last article ends with {!r}"


class HtmlLine(NamedTuple):
    """The text of one block, and the classes of the elements that it stands in."""

    text: str
    classes: str

    def has(self, *names: str) -> bool:
        """Say whether one of these stands in the classes around the line."""
        return any(map(self.classes.__contains__, names))


def parse_html(text: str) -> Any:
    """Return the root of a page; its entities are letters, and nothing is fetched."""
    import lxml.html

    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except lxml.etree.ParserError:  # nothing but blanks and controls
        return lxml.html.document_fromstring(b"<p></p>", parser)


def lines_of(
    element: Any,
    *,
    breaks: bool = False,
) -> list[HtmlLine]:
    """Return the lines of an element; with `breaks`, a <br> ends a line, too."""
    found: list[HtmlLine] = []
    pieces: list[str] = []
    around: list[str] = []
    opened: list[str] = []
    inside: list[str] = []
    for step, node in _steps(element):
        if step == "text":
            pieces.append(node)
            continue

        is_break = node.tag == "br" and step == "start"
        if _is_block(node.tag) or (is_break and breaks):
            found += _line(pieces, [*around, *inside])
            # An inline element may go on behind the break.
            pieces, inside = [], list(opened)
        elif is_break:
            pieces.append(" ")

        _note_classes(step, node, around, opened)
        inside += opened[-1:]

    return [*found, *_line(pieces, inside)]


def _line(pieces: list[str], classes: list[str]) -> list[HtmlLine]:
    text = " ".join("".join(pieces).split())
    return [HtmlLine(text, " ".join(classes))] if text else []


def _is_block(tag: str) -> bool:
    return tag != "br" and tag not in _INLINE


def _note_classes(
    step: str,
    node: Any,
    around: list[str],
    opened: list[str],
) -> None:
    """Keep the classes of the blocks around a line, and of the inline elements that are open."""
    classes = node.get("class") or ""
    if node.tag in _PARTS:
        classes = f"<{node.tag}> {classes}"

    level = around if _is_block(node.tag) else opened
    if step == "start":
        level.append(classes)
    else:
        level.pop()


def _steps(element: Any) -> Iterator[tuple[str, Any]]:
    """Return beginnings, texts and ends of an element in order; never by recursion."""
    import lxml.etree

    silent = 0
    for step, node in lxml.etree.iterwalk(element, events=("start", "end")):
        is_unseen = node.tag in _UNSEEN
        if is_unseen:
            silent += 1 if step == "start" else -1

        if not silent and not is_unseen:
            yield step, node

        # What stands behind a script is seen.
        if not silent:
            yield "text", _text_at(step, node, element)


def _text_at(
    step: str,
    node: Any,
    root: Any,
) -> str:
    """Return what is printed where an element begins, or behind its end."""
    if step == "start":
        return node.text or ""

    return "" if node is root else node.tail or ""


def text_of(element: Any) -> str:
    """Return the text of an element on one line."""
    return " ".join(line.text for line in lines_of(element))


def first_text(nodes: Sequence[Any]) -> str:
    """Return the text of the first of some elements; empty for none."""
    return text_of(nodes[0]) if nodes else ""


def with_cut(records: Iterable[Exported], text: str) -> list[Exported]:
    """Return the articles of a page; the last is an error where the page breaks off in it."""
    whole = list(records)
    for last in whole[-1:]:
        if not last.archive_id and not last.is_closed:
            last.error = last.error or cut_off(text, last.last_line)

    return whole


def cut_off(text: str, last: str) -> str:
    """Return the error of a page that breaks off before its end; empty for a whole one."""
    is_page = "<html" in text[:5_000].lower()
    is_whole = "</html" in text[-5_000:].lower()
    return _CUT.format(last[-80:]) if is_page and not is_whole else ""
