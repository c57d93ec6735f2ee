"""schema.org as JSON-LD: the node that describes the article, out of whatever blocks a page has."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newskit.reading.page.tree import Element, attribute, one_line

Node = dict[str, Any]

MAX_NESTING = 100
"""Brackets within brackets in a JSON-LD block; real ones have fewer than twenty."""

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^<>]{0,500}>")
# What old templates put around a block, so that browsers that know no scripts do not show it.
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)"
    r"|(?:-->|(?://)?\s*\]\]>|;)\s*$"
)
_ARTICLE = re.compile(
    r"(?:article|blogposting|liveblogposting|report|socialmediaposting|claimreview)$", re.IGNORECASE
)

# How far below its parent a node counts to be: what lists of other articles hold is far away.
_LISTS = (
    "about",
    "citation",
    "comment",
    "hasPart",
    "isBasedOn",
    "itemListElement",
    "liveBlogUpdate",
    "mentions",
)
_STEPS = {"@graph": 0, **dict.fromkeys(_LISTS, 10)}
_BREADTH_FIRST = 50
"""Nodes that may wait before the walk goes deep first: taking from the front of a long list is slow."""


class JsonLd:
    """The article's node, with what the other nodes say of it."""

    def __init__(
        self, article: Node, page: Node, by_id: dict[str, Node], warnings: list[str]
    ) -> None:
        self.article = article
        self.page = page
        self.by_id = by_id
        self.warnings = warnings

    def get(self, name: str) -> Any:
        """Return a property of the article's node, references resolved."""
        return self.resolved(self.article.get(name))

    def text(self, name: str) -> str | None:
        """Return a property as one line of text; None if it is not text."""
        return json_text(self.get(name))

    def resolved(self, value: Any) -> Any:
        """Follow {"@id": ...} to the node that has more to say."""
        if isinstance(value, list):
            return [self.resolved(v) if isinstance(v, dict) else v for v in value]
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id")), value)
        return value

    @property
    def types(self) -> list[str]:
        """Types of the article's node."""
        return types_of(self.article)

    @property
    def publisher(self) -> str | None:
        """Name of the first publisher, where it is a node."""
        first = next(iter(as_list(self.get("publisher"))), None)
        return json_text(first.get("name")) if isinstance(first, dict) else None


def as_list(value: Any) -> list[Any]:
    """Return a JSON value as a list: nothing is none, one value is one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def name_in(value: Any) -> Any:
    """Return the name that a node states; what is not a node is the name itself."""
    return value.get("name") if isinstance(value, dict) else value


def json_text(value: Any) -> str | None:
    """Return a JSON value as one line of text: entities read, tags cut, blanks single."""
    text = next((v for v in as_list(value) if isinstance(v, str)), None)
    if text is None:
        return None

    # Twice: &amp;#8216; is met.
    unescaped = html.unescape(html.unescape(text))
    return one_line(_TAG.sub(" ", unescaped)) or None


def types_of(node: Node) -> list[str]:
    """Return the types a node states, without the vocabulary's address."""
    stated = filter(lambda kind: isinstance(kind, str), as_list(node.get("@type")))
    return [kind.rsplit("/", 1)[-1] for kind in stated]


def read_json_ld(root: Element) -> JsonLd:
    """Return what the JSON-LD blocks of a page say of its article."""
    warnings: list[str] = []
    nodes: list[tuple[int, Node]] = []
    for script in root.iter("script"):
        if "ld+json" in attribute(script, "type"):
            nodes += _nodes(_parse(script.text or "", warnings))

    articles = [found for found in nodes if _is_article(found[1])]
    pages = (node for _, node in nodes if _is_page(node))

    article = min(articles, key=_rank, default=(0, {}))[1]
    return JsonLd(article, next(pages, {}), _by_id(node for _, node in nodes), warnings)


def _is_article(node: Node) -> bool:
    return any(map(_ARTICLE.search, types_of(node)))


def _is_page(node: Node) -> bool:
    return any(kind.endswith("WebPage") for kind in types_of(node))


def _by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    """Return the nodes by their names; of several with one name, the one that says most."""
    by_id: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, {})):
            by_id[name] = node
    return by_id


def _rank(found: tuple[int, Node]) -> tuple[int, int]:
    """Return what the article's node is the least in: near the top, and with much to say."""
    depth, node = found
    wanted = sum(bool(node.get(name)) for name in ("headline", "datePublished", "author"))
    return depth + 3 - wanted, -len(node)


def _parse(text: str, warnings: list[str]) -> Any:
    """Return the value of a block, mended where templates break it in known ways."""
    if not text.strip():
        return None
    if _nesting(text) > MAX_NESTING:
        warnings.append(f"a JSON-LD block is nested deeper than {MAX_NESTING} and was not read")
        return None

    unwrapped = _WRAPPING.sub("", _WRAPPING.sub("", text))
    without_commas = _TRAILING_COMMA.sub(r"\1", unwrapped)
    for attempt in (text, unwrapped, without_commas, html.unescape(unwrapped)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _first_value(unwrapped.strip(), warnings)


def _first_value(text: str, warnings: list[str]) -> Any:
    """Read a block behind whose first value something else stands."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        warnings.append("a JSON-LD block is not JSON and was not read")
        return None


def _nesting(text: str) -> int:
    """Return how deep brackets are nested, at most: those in strings count too."""
    depth = most = 0
    for bracket in re.findall(r"[\[{\]}]", text):
        depth += 1 if bracket in "[{" else -1
        most = max(most, depth)
    return most


def _nodes(value: Any) -> Iterator[tuple[int, Node]]:
    """Return every node with how far from the top it is."""
    waiting = [(0, value)]
    while waiting:
        depth, item = waiting.pop(0 if len(waiting) < _BREADTH_FIRST else -1)
        if isinstance(item, list):
            waiting += [(depth, v) for v in item]
        if not isinstance(item, dict):
            continue

        if not item.keys().isdisjoint(("@type", "@id")):
            yield depth, item
        for name, child in item.items():
            if isinstance(child, dict | list):
                waiting.append((depth + _STEPS.get(name, 1), child))
