"""schema.org as JSON-LD: the node that describes the article, out of whatever blocks a page has."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from newskit.reading.page.tree import Element

Node = dict[str, Any]

MAX_NESTING = 100
"""Brackets within brackets in a JSON-LD block; real ones have fewer than twenty."""

_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>|;)\s*$"
)
_ARTICLE = re.compile(r"(?:article|blogposting|liveblogposting|report|socialmediaposting|claimreview)$", re.IGNORECASE)
_LISTS = frozenset(
    ("itemListElement", "hasPart", "mentions", "liveBlogUpdate", "comment", "isBasedOn", "citation", "about")
)


class JsonLd:
    """The article's node, with what the other nodes say of it."""

    def __init__(self, article: Node | None, page: Node, by_id: dict[str, Node], warnings: list[str]) -> None:
        self.article = article or {}
        self.page = page
        self.by_id = by_id
        self.warnings = warnings

    def get(self, name: str) -> Any:
        """Return a property of the article's node, references resolved."""
        return self.resolve(self.article.get(name))

    def text(self, name: str) -> str | None:
        """Return a property as one line of text; None if it is none."""
        return plain(self.get(name))

    def resolve(self, value: Any) -> Any:
        """Follow {"@id": ...} to the node that has more to say."""
        if isinstance(value, list):
            return [self.resolve(v) if isinstance(v, dict) else v for v in value]
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id")), value)
        return value

    @property
    def types(self) -> list[str]:
        """Types of the article's node."""
        return types_of(self.article)


def plain(value: Any) -> str | None:
    """Return a JSON value as one line of text: entities read, tags cut, blanks single."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if not isinstance(value, str):
        return None
    text = value
    for _ in range(2):  # &amp;#8216; is met
        text = html.unescape(text)
    text = re.sub(r"<[^<>]{0,500}>", " ", text)
    text = re.sub(r"\s+", " ", text).strip()
    return text or None


def types_of(node: Node) -> list[str]:
    """Return the types a node states, without the vocabulary's address."""
    stated = node.get("@type")
    found = stated if isinstance(stated, list) else [stated]
    return [t.rsplit("/", 1)[-1] for t in found if isinstance(t, str)]


def read_json_ld(root: Element) -> JsonLd:
    """Return what the JSON-LD blocks of a page say of its article."""
    warnings: list[str] = []
    nodes: list[tuple[int, Node]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        value = _parse(script.text or "", warnings)
        nodes += list(_walk(value))
    by_id: dict[str, Node] = {}
    for _, node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, {})):
            by_id[name] = node
    articles = [(depth, node) for depth, node in nodes if any(_ARTICLE.search(t) for t in types_of(node))]
    best = min(articles, key=_rank, default=(0, None))[1]
    page = next((n for _, n in nodes if any(t.endswith("WebPage") for t in types_of(n))), {})
    return JsonLd(best, page, by_id, warnings)


def _rank(found: tuple[int, Node]) -> tuple[int, int]:
    depth, node = found
    wanted = sum(bool(node.get(name)) for name in ("headline", "datePublished", "author"))
    return depth + 3 - wanted, -len(node)


def _parse(text: str, warnings: list[str]) -> Any:
    if not text.strip():
        return None
    if _nesting(text) > MAX_NESTING:
        warnings.append(f"a JSON-LD block is nested deeper than {MAX_NESTING} and was not read")
        return None
    unwrapped = _WRAPPING.sub("", _WRAPPING.sub("", text))
    for attempt in (text, unwrapped, _TRAILING_COMMA.sub(r"\1", unwrapped), html.unescape(unwrapped)):
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
    """Return how deep brackets are nested, a bound: those in strings count too."""
    depth = most = 0
    for match in re.finditer(r"[\[{\]}]", text):
        depth += 1 if match[0] in "[{" else -1
        most = max(most, depth)
    return most


def _walk(value: Any) -> Iterator[tuple[int, Node]]:
    """Return every node with how far from the top it is; what lists of other articles hold is far away."""
    stack = [(0, value)]
    while stack:
        depth, item = stack.pop(0) if len(stack) < 50 else stack.pop()
        if isinstance(item, list):
            stack += [(depth, v) for v in item]
        elif isinstance(item, dict):
            if "@type" in item or "@id" in item:
                yield depth, item
            for name, child in item.items():
                if isinstance(child, dict | list):
                    near = 0 if name == "@graph" else 10 if name in _LISTS else 1
                    stack.append((depth + near, child))
