"""The standfirst of a page: the element between headline and body that says it is one, or prints the description."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple, TypeAlias

from newskit.reading.cleaning import clean
from newskit.reading.page.headline import Title, key_of
from newskit.reading.page.json_ld import JsonLd, plain
from newskit.reading.page.meta import Head
from newskit.reading.page.tree import Element, Sizes, is_hidden, names_of, text_of

_NAMED = re.compile(
    r"standfirst|(?:^|[-_\s])(?:dek|deck|abstract|intro|lede?|lead|leadin|lead-in|subtitle|subtitel|sub-title|subhead|subheadline|sub-headline|"
    r"sub-heading|subheading|chapo|chapeau|sapo|excerpt|teaser-text|teasertext|einleitung|vorspann|ingress|sottotitolo|bajada|"
    r"entradilla|summary|anleser|anreisser|synopsis|key-?points|bulletpoints|summary-list)(?:$|[-_\s]|text|list)|"
    r"lead-?text|(?:article|story|post|page|content|header|detail|hed)[-_]*(?:lead|intro|summary|excerpt|dek|deck|subtitle|teaser|"
    r"description|standfirst|abstract)|(?:header|lead|intro)dek|dek[-_]"
)
_ITEMPROP = frozenset(("description", "alternativeheadline", "abstract"))
_NOT = re.compile(
    r"related|recommend|promo|newsletter|caption|author|byline|comment|share|social|card|teaser-list|sidebar|footer|most-?read|"
    r"gallery|figure|image|picture|video|media|lead-?art|lead-?asset|meta|nav|breadcrumb|subscribe|paywall"
)
_ELSEWHERE = frozenset(("footer", "nav", "aside", "figure", "figcaption", "form", "button", "select"))
_BLOCKS = frozenset(("p", "div", "h2", "h3", "h4", "ul", "section", "span", "strong", "b", "header", "summary", "li"))
_ANYWHERE = re.compile(r"\w+")
MIN_WORDS, MAX_WORDS = 4, 130
LONG, PARAGRAPHS = 100, 3
"""Characters of a long paragraph, and long paragraphs below the headline behind which no standfirst stands."""


Described: TypeAlias = tuple[Counter[str], str, int]  # words, where it is from, characters


class Standfirst(NamedTuple):
    """The standfirst as printed, how it was found, and its element where it has one of its own."""

    text: str
    how: str
    element: Element


def find_standfirst(sizes: Sizes, head: Head, ld: JsonLd, headline: Title | None) -> Standfirst | None:
    """Return the standfirst that the page prints; a description that is printed nowhere is none."""
    described = _descriptions(head, ld)
    titles = _titles(head, ld, headline)
    before: Standfirst | None = None
    seen_headline = headline is None
    left = 400  # elements with text behind the headline: a standfirst stands near it
    paragraphs = 0
    for element in sizes.elements:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if not seen_headline and tag in ("h1", "h2") and headline and _is_headline(element, headline):
            seen_headline = True
            continue
        if tag not in _BLOCKS:
            continue
        found = _judge(element, sizes, described, titles)
        paragraphs += seen_headline and tag == "p" and sizes.text[element] >= LONG
        if found and seen_headline:
            return found
        if found and before is None:
            before = found
        if seen_headline and ((left := left - 1) <= 0 or paragraphs > PARAGRAPHS):
            break
    return before


def _is_headline(element: Element, headline: Title) -> bool:
    key = key_of(text_of(element))
    return bool(key) and (key == headline.key or (len(key) > 15 and (key in headline.key or headline.key in key)))


def _titles(head: Head, ld: JsonLd, headline: Title | None) -> set[str]:
    """Return keys of the titles of the page: another title is no standfirst."""
    stated = [headline.text if headline else None, ld.text("headline"), *head.all("og:title")[:1]]
    return {key_of(clean(t)) for t in stated if t} - {""}


def _descriptions(head: Head, ld: JsonLd) -> list[Described]:
    stated = [
        (plain(head.tags[n][0]), f"meta:{n}")
        for n in ("description", "og:description", "twitter:description")
        if n in head.tags
    ]
    stated += [(ld.text(n), "json-ld") for n in ("description", "alternativeHeadline", "abstract")]
    return [(_bag(t), how, len(t)) for t, how in stated if t and len(t.split()) >= MIN_WORDS]


def _bag(text: str) -> Counter[str]:
    return Counter(_ANYWHERE.findall(text.casefold()))


def _judge(element: Element, sizes: Sizes, described: list[Described], titles: set[str]) -> Standfirst | None:
    """Say whether an element is a standfirst."""
    size = sizes.text[element]
    if not 15 <= size <= 1200:
        return None
    names = names_of(element)
    named = bool(_NAMED.search(names)) or (element.get("itemprop") or "").lower() in _ITEMPROP
    if not named and not any(0.7 <= size / length <= 1.4 for _, _, length in described):
        return None
    text = clean(text_of(element))
    n = len(text.split())
    if not MIN_WORDS <= max(n, len(text) // 12) or n > MAX_WORDS or len(text) > 1200:
        return None
    bag = _bag(text)
    how = next((how for other, how, _ in described if _same(bag, other)), None)
    if not (named or how) or _misplaced(element, sizes, names, bool(how)):
        return None
    if how and not named and _is_first_paragraph(element):
        return None
    key = key_of(text)
    if any(key in title or (title in key and 2 * len(title) > len(key)) for title in titles):
        return None
    return Standfirst(text, f"rule:printed-description ({how})" if how else "rule:named-element", element)


def _is_first_paragraph(element: Element) -> bool:
    """Say whether it is a paragraph like the next ones: then the description is only a copy of it."""
    node = element if element.tag == "p" else next((a for a in element.iterancestors("p")), None)
    if node is None:
        return False
    whole = "".join(node.itertext())
    if any(len("".join(b.itertext())) >= 0.8 * len(whole) for b in node.iter("strong", "b", "em", "i")):
        return False
    following = node.itersiblings("p")
    alike = [
        p for _, p in zip(range(3), following, strict=False) if (p.get("class") or "") == (node.get("class") or "")
    ]
    return len(alike) >= 2


def _same(a: Counter[str], b: Counter[str]) -> bool:
    """Say whether two texts share nearly all words; a description may be cut off."""
    common = (a & b).total()
    return 2 * common >= 0.8 * (a.total() + b.total())


def _misplaced(element: Element, sizes: Sizes, names: str, described: bool) -> bool:
    if is_hidden(element) or (not described and _NOT.search(names)):
        return True
    if next(element.iter("h1"), None) is not None or next(element.iterancestors("h1"), None) is not None:
        return True
    for above in element.iterancestors():
        if above.tag in _ELSEWHERE:
            return True
        if above.tag in ("body", "main", "article"):
            break
        if not described and re.search(r"related|recommend|promo|newsletter|sidebar|most-?read|card", names_of(above)):
            return True
    return not described and sizes.linked[element] * 2 > sizes.text[element]
