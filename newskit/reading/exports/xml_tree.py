"""XML of archives: no namespaces, no entities, no network; of a cut file what is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newskit.errors import ReadError
from newskit.reading.exports.exported import Exported

_DECLARATION = re.compile(r"\A<\?xml[^>]{0,200}\?>")
_CUT = "The XML breaks off or is damaged in line {}: {} (the line ends with {!r})"
# What is whole ends with the element of an article, or with elements around it.
_WHOLE = re.compile(r"</(?:\w+:)?(?:article|record|doc|tei)>\s*(?:</[\w:]+>\s*)*\Z", re.IGNORECASE)
_END = 2_000  # characters of a file in which its last elements are closed
_SHOWN = 60


class XmlTree(NamedTuple):
    """A root, and where its text is no XML any more."""

    root: Any
    damage: str = ""
    is_cut: bool = False
    """Whether it breaks off within an article."""

    def named(self, name: str) -> Iterator[Any]:
        """Return the elements of a name, in whatever namespace."""
        return self.within(self.root, name)

    def within(self, node: Any, *names: str) -> Iterator[Any]:
        """Return the elements below a node with one of these names."""
        wanted = [f"{{*}}{name}" for name in names]
        found: Iterator[Any] = node.iter(*wanted)
        return found

    @staticmethod
    def name(node: Any) -> str:
        """Return the name of an element without its namespace; empty for a comment."""
        return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""

    @staticmethod
    def text(node: Any) -> str:
        """Return all text in an element: search words are elements of their own."""
        return "".join(node.itertext()).strip()

    def first(self, node: Any, *names: str) -> str:
        """Return the text of the first element below a node with one of these names."""
        return next(filter(None, map(self.text, self.within(node, *names))), "")


def parse_xml(text: str) -> XmlTree:
    """Return the tree of an XML file; entities of its own stay what they are, nothing is fetched.

    What it states of its encoding is passed over: some state it wrongly, and it is decoded already.

    Raises
    ------
    ReadError
        If it is no XML.
    """
    import lxml.etree

    told: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    told |= {"huge_tree": False, "recover": True, "remove_pis": True, "encoding": "utf-8"}
    parser = lxml.etree.XMLParser(**told)
    plain = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)
    try:
        root = lxml.etree.fromstring(plain.encode("utf-8", "replace"), parser)
    except lxml.etree.XMLSyntaxError:  # not one element of it
        root = None

    if root is None:
        raise ReadError("The file is no XML that can be read.")

    fatal = [err for err in parser.error_log if err.level_name == "FATAL"]
    if not fatal:
        return XmlTree(root)

    line, message = fatal[0].line, fatal[0].message
    shown = "".join(plain.split("\n")[line - 1 : line])[-_SHOWN:]
    is_cut = _WHOLE.search(plain[-_END:].rstrip()) is None
    return XmlTree(root, _CUT.format(line, message, shown), is_cut)


def with_damage(records: Iterable[Exported], tree: XmlTree) -> list[Exported]:
    """Return the articles of a tree; where it is damaged, an error that says so."""
    whole = list(records)
    if not tree.damage:
        return whole

    # Of a file that is cut off the last article is not whole.
    broken = whole.pop() if whole and tree.is_cut else Exported()
    broken.error = broken.error or tree.damage
    return [*whole, broken]
