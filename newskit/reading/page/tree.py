"""The page as a tree: parsed once, and the text of an element as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, TypeAlias

from newskit.errors import ReadError, missing_extra

Element: TypeAlias = Any  # lxml.html.HtmlElement: lxml is optional, and so are its types

_BLANKS = re.compile(r"\s+")
INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var "
    "wbr".split()
)
UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "head"))
_NAMING = frozenset(("class", "id", "itemprop", "data-testid", "data-qa", "data-component"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def parse(text: str) -> Element:
    """Return the root of a page.

    Raises
    ------
    MissingExtraError
        If lxml or trafilatura is not installed.
    ReadError
        If there is no element in it.
    """
    for package in ("lxml", "trafilatura"):
        if find_spec(package) is None:
            raise missing_extra(package, "html", "Reading web pages")
    import lxml.etree
    import lxml.html

    # No network, no entities of the page's own; huge_tree lifts libxml2's own cut at depth 256, which is silent.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    data = text.encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as err:
        raise ReadError(f"The page holds no HTML: {err}.") from err
    return root


def text_of(element: Element) -> str:
    """Return the visible text of an element on one line; blocks and line breaks part words, inline tags do not."""
    return _BLANKS.sub(" ", "".join(_pieces(element))).strip()


def _pieces(element: Element) -> Iterator[str]:
    """Walk without recursion: pages may be as deep as the limit."""
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            if node is not element:
                if node.tag not in INLINE:
                    yield " "
                yield node.tail or ""
            continue
        stack.append((node, True))
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            continue
        if node.tag not in INLINE:
            yield " "
        yield node.text or ""
        stack.extend((child, False) for child in reversed(node))


def names_of(element: Element) -> str:
    """Return what a page calls an element: classes, id, itemprop and test names, in small letters."""
    return " ".join([value for name, value in element.items() if value and name in _NAMING]).lower()


def is_hidden(element: Element) -> bool:
    """Say whether an element, by its own attributes, is not shown."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


class Sizes:
    """How many characters stand in each element, how many of them in links and in <p>: counted once, from the end."""

    def __init__(self, root: Element) -> None:
        self.elements = list(root.iter())
        self._names: dict[Element, str] = {}
        self.text: dict[Element, int] = dict.fromkeys(self.elements, 0)
        self.linked: dict[Element, int] = dict.fromkeys(self.elements, 0)
        self.paragraphs: dict[Element, int] = dict.fromkeys(self.elements, 0)
        self._count()

    def names(self, element: Element) -> str:
        """Return what the page calls an element, looked up once."""
        if element not in self._names:
            self._names[element] = names_of(element)
        return self._names[element]

    def _count(self) -> None:
        text, linked, paragraphs = self.text, self.linked, self.paragraphs
        for element in reversed(self.elements):
            tag, own = element.tag, 0
            if isinstance(tag, str) and tag not in UNSEEN:
                own = text[element] + len((element.text or "").strip())
            text[element] = own
            if tag == "a":
                linked[element] = own
            elif tag == "p":
                paragraphs[element] = own
            parent = element.getparent()
            if parent is None or parent not in text:
                continue
            tail = element.tail
            text[parent] += own + (len(tail.strip()) if tail else 0)
            linked[parent] += linked[element]
            paragraphs[parent] += paragraphs[element]
