"""The page as a tree: parsed once, and the text of an element as a reader sees it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import itemgetter
from typing import Any, TypeAlias

from newskit.errors import ReadError, import_extra
from newskit.reading.page.words import html_tags

# lxml.html.HtmlElement: lxml is optional, and so are its types.
Element: TypeAlias = Any

# Characters of a piece of text that is prose wherever it stands.
LONG = 40

INLINE = html_tags("inline")
UNSEEN = html_tags("unseen")
# What is long in these is a title, or a button.
_NO_PROSE = UNSEEN | html_tags("no_prose")
_NAMING = html_tags("naming")


def parse(text: str) -> Element:
    """Return the root of a page.

    Raises
    ------
    MissingExtraError
        If lxml or trafilatura is not installed, or cannot be imported.
    ReadError
        If there is no element in it.
    """
    # Both at once: what is broken in either is said before a page is half read.
    import_extra("trafilatura", None, "Reading web pages")
    import_extra("lxml.html", None, "Reading web pages")
    import lxml.etree
    import lxml.html

    # No network, no entities of the page's own. Without huge_tree, libxml2 would cut what is
    # deeper than 256 elements, and say nothing.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )

    # Lone surrogates cannot be encoded; they become question marks.
    data = text.encode("utf-8", "replace")
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as err:
        raise ReadError(f"The page holds no HTML: {err}.") from err


def one_line(text: str) -> str:
    """Return a text on one line, with single blanks."""
    return " ".join(text.split())


def text_of(element: Element) -> str:
    """Return the visible text of an element on one line.

    Blocks and line breaks separate words, inline tags do not.
    """
    pieces = map(itemgetter(0), pieces_of(element, UNSEEN))
    return one_line("".join(pieces))


def pieces_of(element: Element, skipped: Collection[str]) -> Iterator[tuple[str, str | None]]:
    """Walk an element: its pieces of text, and a blank with a tag where a new line begins.

    Where a block ends, a line begins as that of a "p". What stands in `skipped` tags is left out.
    """
    # Without recursion: pages may be as deep as the limit.
    waiting: list[tuple[Element, bool]] = [(element, False)]
    while waiting:
        node, is_done = waiting.pop()
        breaks_line = node.tag not in INLINE

        if is_done:
            if breaks_line:
                yield " ", "p"

            yield node.tail or "", None
            continue

        # The tail of the element itself is text of its parent.
        if node is not element:
            waiting.append((node, True))

        if node.tag in skipped:
            continue

        if breaks_line:
            yield " ", node.tag

        yield node.text or "", None
        waiting.extend((child, False) for child in node.iterchildren("*", reversed=True))


def attribute(element: Element, name: str) -> str:
    """Return an attribute in small letters; an empty string if the element has none."""
    return str(element.get(name, "")).lower()


def element_names(element: Element) -> str:
    """Return what a page calls an element, in small letters: classes, id, names for tests."""
    # In the order of the page: patterns look from one name to the next.
    items = element.items()
    if not items:
        return ""

    return " ".join([value for name, value in items if value and name in _NAMING]).lower()


def is_within(element: Element, tags: Collection[str]) -> bool:
    """Say whether an element stands in one of these tags."""
    return next(element.iterancestors(*tags), None) is not None


def holds(element: Element, *tags: str) -> bool:
    """Say whether an element is or holds one of these tags."""
    return next(element.iter(*tags), None) is not None


def drop(element: Element) -> None:
    """Take an element off its tree; what is printed behind it stays."""
    # What was dropped with the box around it has still got a parent; the box has none.
    if element.getparent() is not None:
        element.drop_tree()


class Sizes:
    """How many characters stand in each element, in its links, and in its prose.

    Prose is what stands in a <p>, and what is long in whatever other element: old pages have
    paragraphs in cells of tables, or between two <br>.
    """

    def __init__(self, root: Element) -> None:
        self.elements: list[Element] = list(root.iter("*"))
        self.text = dict.fromkeys(self.elements, 0)
        self.linked = self.text.copy()
        self.prose = self.text.copy()
        self._names: dict[Element, str] = {}

        # From the end of the page: an element is counted before the one that it is in.
        for element in reversed(self.elements):
            self._count(element)

    def names(self, element: Element) -> str:
        """Return what the page calls an element, looked up once."""
        if element not in self._names:
            self._names[element] = element_names(element)

        return self._names[element]

    def _count(self, element: Element) -> None:
        tag, own, tail = element.tag, element.text, element.tail
        size, prose = self.text[element], self.prose[element]
        if own:
            own = len(own.strip())
            size += own
            prose += own if own >= LONG else 0

        # What a script or a style holds is text to the parser. A link counts as a whole, whatever
        # links it holds; so does a paragraph.
        if tag in _NO_PROSE:
            size, prose = 0 if tag in UNSEEN else size, 0
        elif tag == "p":
            prose = size

        self.text[element], self.prose[element] = size, prose
        if tag == "a":
            self.linked[element] = size

        parent = element.getparent()
        if parent is None:
            return

        behind = len(tail.strip()) if tail else 0
        self.text[parent] += size + behind
        self.linked[parent] += self.linked[element]
        self.prose[parent] += prose + (behind if behind >= LONG else 0)


def prose_of(root: Element) -> int:
    """Return about as many characters as `Sizes.prose` has for the whole tree, sooner."""
    size = 0
    for element in root.iter("*"):
        is_paragraph = element.tag == "p"
        own, behind = _length(element.text), _length(element.tail)
        if is_paragraph or (own >= LONG and element.tag not in _NO_PROSE):
            size += own

        if behind >= LONG or (behind and element.getparent().tag == "p"):
            size += behind

    return size


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
