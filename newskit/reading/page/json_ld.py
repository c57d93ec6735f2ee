"""schema.org as JSON-LD: the node that describes the article, out of whatever blocks a page has."""

from __future__ import annotations

import contextlib
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from newskit.reading.page.tree import Element, attribute, one_line

Node = dict[str, Any]

# Brackets within brackets in a JSON-LD block; real ones have fewer than twenty.
MAX_NESTING = 100

_BRACKETS = {"[": 1, "{": 1, "]": -1, "}": -1}
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
# In a block that is not JSON: an article, and what is told of it in plain strings.
_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w{0,40}(?:Article|BlogPosting))"')
_PROPERTY = re.compile(
    r'"(datePublished|dateModified|headline)"\s*:\s*"([^"\\<>{}]{1,300})"\s*(?=[,}])'
)
_PAGE = re.compile(r"WebPage\Z")

_LISTS = "about citation comment hasPart isBasedOn itemListElement liveBlogUpdate mentions"
# How far below its parent a node counts to be: what lists of other articles hold is far away.
_STEPS = {"@graph": 0, **dict.fromkeys(_LISTS.split(), 10)}
# Nodes that may wait before the walk goes deep first: to take from the front of a list is slow.
_BREADTH_FIRST = 50


@dataclass
class JsonLd:
    """The article's node, with what the other nodes say of it."""

    article: Node
    page: Node
    by_id: dict[str, Node]
    warnings: list[str]

    def get(self, name: str) -> Any:
        """Return a property of the article's node, references resolved."""
        return self.resolved(self.article.get(name))

    def text(self, name: str) -> str:
        """Return a property as one line of text; an empty string if it is not text."""
        return json_text(self.get(name))

    def resolved(self, value: Any) -> Any:
        """Follow {"@id": ...} to the node that has more to say."""
        if isinstance(value, list):
            return list(map(self.resolved, value))

        # A node with more than its name and type speaks for itself.
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id")), value)

        return value

    def time(self, name: str) -> str:
        """Return a property that is a time: text, or a number of seconds."""
        value = self.get(name)
        return str(value) if isinstance(value, int | float) else json_text(value)

    @property
    def types(self) -> list[str]:
        """Types of the article's node."""
        return types_of(self.article)

    @property
    def publisher(self) -> str:
        """Name of the first publisher; an empty string where it is not a node."""
        first = next(iter(as_list(self.get("publisher"))), None)
        return json_text(value_in(first)) if isinstance(first, dict) else ""


def as_list(value: Any) -> list[Any]:
    """Return a JSON value as a list: nothing is none, one value is one."""
    if value is None:
        return []

    return value if isinstance(value, list) else [value]


def value_in(value: Any, name: str = "name") -> Any:
    """Return the name, or another property, of a node; what is not a node is the name itself."""
    return value.get(name) if isinstance(value, dict) else value


def json_text(value: Any) -> str:
    """Return a JSON value, or the first text in a list, as one line: entities read, tags cut."""
    texts = (item for item in as_list(value) if isinstance(item, str))
    text = next(texts, "")

    # Twice: &amp;#8216; is met.
    unescaped = html.unescape(html.unescape(text))
    return one_line(_TAG.sub(" ", unescaped))


def types_of(node: Node) -> list[str]:
    """Return the types a node states, without the address of the vocabulary."""
    # "https://schema.org/NewsArticle" is met.
    stated = as_list(node.get("@type"))
    return [kind.rsplit("/", 1)[-1] for kind in stated if isinstance(kind, str)]


def is_node(value: Any) -> bool:
    """Say whether a JSON value is a node, and not only the name of one."""
    return isinstance(value, dict)


def is_organization(node: Node) -> bool:
    """Say whether the last, most special type of a node is an organization's."""
    last = next(reversed(types_of(node)), "")
    return last.endswith("Organization")  # NewsMediaOrganization, too


def read_json_ld(root: Element) -> JsonLd:
    """Return what the JSON-LD blocks of a page say of its article."""
    warnings: list[str] = []
    nodes: list[tuple[int, Node]] = []
    for script in root.iter("script"):
        if "ld+json" in attribute(script, "type"):
            nodes += _nodes(_parse(script.text or "", warnings))

    # Of several nodes with one name, the one that says most is meant by it.
    by_id: dict[str, Node] = {}
    articles: list[tuple[int, Node]] = []
    pages: list[Node] = []
    for depth, node in nodes:
        name = node.get("@id")
        if isinstance(name, str):
            by_id[name] = max(by_id.get(name, {}), node, key=len)

        types = types_of(node)
        if any(map(_ARTICLE.search, types)):
            articles.append((depth, node))

        if any(map(_PAGE.search, types)):
            pages.append(node)

    # Of several articles the page's own is the one nearest to the top.
    _, article = min(articles, key=_rank, default=(0, {}))
    return JsonLd(article, next(iter(pages), {}), by_id, warnings)


def _rank(found: tuple[int, Node]) -> tuple[int, int]:
    """Return what the article's node has least of: distance from the top, missing properties."""
    depth, node = found

    # Teasers of other articles have less to say.
    wanted = map(node.get, ("headline", "datePublished", "author"))
    return depth + 3 - sum(map(bool, wanted)), -len(node)


def _parse(text: str, warnings: list[str]) -> Any:
    """Return the value of a block, mended where templates break it in known ways."""
    if not text.strip():
        return None

    # Python's reader recurses. Brackets in strings count too: it is a bound.
    brackets = re.findall(r"[\[{\]}]", text)
    nesting = max(accumulate(map(_BRACKETS.__getitem__, brackets), initial=0))
    if nesting > MAX_NESTING:
        warnings.append(f"a JSON-LD block is nested deeper than {MAX_NESTING} and was not read")
        return None

    unwrapped = _WRAPPING.sub("", _WRAPPING.sub("", text))
    without_commas = _TRAILING_COMMA.sub(r"\1", unwrapped)
    decoder = json.JSONDecoder(strict=False)
    for attempt in (text, unwrapped, without_commas, html.unescape(unwrapped)):
        with contextlib.suppress(ValueError, RecursionError):
            return decoder.decode(attempt)

    values, is_whole = _values(decoder, without_commas)
    if values and is_whole:
        return values

    warnings.append("a JSON-LD block is not JSON; what could be told was read")
    return [*values, _told(unwrapped)]


def _values(decoder: json.JSONDecoder, text: str) -> tuple[list[Any], bool]:
    """Return the values that stand one behind the other, and whether nothing else is left."""
    values: list[Any] = []
    rest = text.strip()
    while rest.startswith(("{", "[")):
        try:
            value, end = decoder.raw_decode(rest)
        except (ValueError, RecursionError):
            return values, False

        values.append(value)
        rest = rest[end:].lstrip(" \t\r\n,;")

    # What is no value may stand behind: a comment, a script.
    return values, True


def _told(text: str) -> Node:
    """Return what a block says that cannot be parsed: the first of each property that is wanted."""
    kind = _TYPE.search(text)
    if kind is None:
        return {}

    node: Node = {"@type": kind[1]}
    for name, value in _PROPERTY.findall(text, kind.start()):
        node.setdefault(name, value)

    return node


def _nodes(value: Any) -> Iterator[tuple[int, Node]]:
    """Return every node with how far from the top it is."""
    waiting = [(0, value)]
    while waiting:
        # The first article is looked for near the top, in the order of the page.
        depth, item = waiting.pop(0 if len(waiting) < _BREADTH_FIRST else -1)
        if isinstance(item, list):
            waiting += [(depth, child) for child in item]

        if not isinstance(item, dict):
            continue

        # What has neither is a part of a node, such as {"name": ...}, or just holds nodes.
        if not item.keys().isdisjoint(("@type", "@id")):
            yield depth, item

        for name, child in item.items():
            if isinstance(child, dict | list):
                waiting.append((depth + _STEPS.get(name, 1), child))
