"""Which of the titles of a page is its headline: the one printed, without kicker and site name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.json_ld import JsonLd, plain
from newskit.reading.page.meta import Head, domain_of
from newskit.reading.page.tree import Element, names_of, text_of

_LETTERS = re.compile(r"\W+")
_SITE = re.compile(r"\s*(?:[|｜•·»›]|\s[-–—:]|：)\s*")
_KICKER = re.compile(
    r"overline|over-?title|kicker|eyebrow|dachzeile|spitzmarke|roofline|top-?line|super-?title|pre-?title|ante-?tit"
)
_ELSEWHERE = frozenset(("footer", "nav", "aside"))
_MAX = 400


class Title(NamedTuple):
    """A candidate, what it is compared by, and where it was found."""

    text: str
    key: str
    how: str
    element: Element | None = None


def key_of(text: str) -> str:
    """Return what two titles that say the same have in common: letters and digits, small."""
    return _LETTERS.sub("", text.casefold())


def find_headline(root: Element, head: Head, ld: JsonLd, publisher: str | None) -> tuple[Title | None, list[str]]:
    """Return the headline and warnings.

    The printed h1 counts; but where the other places agree on something else (a kicker runs into the h1,
    the page has several), that is it.
    """
    stated = list(_stated(head, ld, publisher))
    printed = list(_printed(root))
    h1 = _article_h1(printed, stated)
    if h1 is None:
        best = next((t for t in stated if t.how == "json-ld"), None) or (stated[0] if stated else None)
        return best, []
    votes = Counter(t.key for t in stated)
    h1 = h1 if votes[h1.key] else _without_named_kicker(h1)
    votes[h1.key] += 1
    best = next((t for t in stated if _without_kicker(h1, t)), h1)
    for title in stated:
        if best is h1 and votes[title.key] > votes[best.key]:
            best = title
    if best is not h1 and best.key in {t.key for t in printed}:
        best = next(t for t in printed if t.key == best.key)
    return best, _warnings(h1, best, stated)


def _warnings(h1: Title, best: Title, stated: list[Title]) -> list[str]:
    """Return a warning if JSON-LD or the title for sharing is another one than that printed."""
    for title in stated:
        told = title.key == h1.key or title.key in h1.key or h1.key in title.key
        if not told and title.how in ("json-ld", "meta:og:title"):
            return [f"the page's headline is {h1.text!r}, {title.how} says {title.text!r}; taken: {best.how}"]
    return []


def _printed(root: Element) -> Iterator[Title]:
    every = list(root.iter("h1"))
    # Some pages repeat the headline in the bar at the top, and have no other h1.
    for h1 in [h for h in every if not any(a.tag in _ELSEWHERE for a in h.iterancestors())] or every:
        text = clean(" ".join(_parted(h1)))
        if 0 < len(text) <= _MAX and key_of(text):
            yield Title(text, key_of(text), "rule:h1", h1)


def _parted(h1: Element) -> list[str]:
    """Return the parts of an h1: a kicker and a title in elements of their own have no blank between them."""
    whole = text_of(h1)
    parts = [text_of(e) for e in h1 if isinstance(e.tag, str)]
    if len(parts) > 1 and "".join(parts).replace(" ", "") == whole.replace(" ", "") and all(len(p) > 5 for p in parts):
        return parts
    return [whole]


def _stated(head: Head, ld: JsonLd, publisher: str | None) -> Iterator[Title]:
    sites = _sites(head, ld, publisher)
    found = [(ld.text("headline") or ld.text("name"), "json-ld")]
    found += [(plain(head.tags[n][0]), f"meta:{n}") for n in ("og:title", "twitter:title") if n in head.tags]
    found.append((head.title, "title"))
    seen: set[str] = set()
    for text, how in found:
        short = _without_site(clean(text), sites) if text else ""
        key = key_of(short)
        # og:title and twitter:title are one voice: who fills one fills the other.
        voice = f"{key}/{'og' if how.startswith('meta') else how}"
        if key and len(short) <= _MAX and voice not in seen:
            seen.add(voice)
            yield Title(short, key, how)


def _sites(head: Head, ld: JsonLd, publisher: str | None) -> set[str]:
    publisher_node = ld.get("publisher")
    if isinstance(publisher_node, list):
        publisher_node = publisher_node[0] if publisher_node else None
    name = plain(publisher_node.get("name")) if isinstance(publisher_node, dict) else None
    url = next(iter(head.all("og:url")), None) or head.links.get("canonical")
    names = [name, publisher, domain_of(url), *head.all("og:site_name")[:1], *head.all("twitter:site")[:1]]
    names += [*head.all("application-name")[:1], (domain_of(url) or "").split(".")[0]]
    return {key_of(n) for n in names if n and key_of(n)}


def _without_site(text: str, sites: set[str]) -> str:
    """Cut "| Sport | The Daily" behind the title: from the first separator behind which the site is named."""
    cuts = list(_SITE.finditer(text))
    for n, cut in enumerate(reversed(cuts[-4:])):
        tail = key_of(text[cut.end() :])
        named = any(tail == s or (len(s) > 3 and (tail.endswith(s) or tail.startswith(s))) for s in sites)
        if named and cut.start() >= 10:
            before = cuts[: len(cuts) - 1 - n]
            start = cut.start()
            # A short part between title and site is the section.
            if before and before[-1][0].strip() == cut[0].strip() and len(text[before[-1].end() : start].split()) <= 2:
                start = before[-1].start()
            return text[:start].strip()
    return text


def _article_h1(printed: list[Title], stated: list[Title]) -> Title | None:
    """Return the h1 that is the article's: the one most like a stated title, else the only one."""
    if not printed:
        return None
    if not stated:
        return printed[0]
    scored = [(max(_alike(h.text, s.text) for s in stated), -i, h) for i, h in enumerate(printed)]
    score, _, best = max(scored, key=lambda s: s[:2])
    return best if score >= 0.25 else None


def _alike(a: str, b: str) -> float:
    """Return the share of words two titles have in common; of letters in scripts without blanks."""
    left, right = (set(t.casefold().split()) for t in (a, b))
    if min(len(left), len(right)) < 3:
        left, right = set(key_of(a)), set(key_of(b))
    return len(left & right) / max(1, min(len(left), len(right)))


def _without_named_kicker(h1: Title) -> Title:
    """Cut what the page itself calls a kicker off the h1, where it opens it."""
    for element in h1.element.iter() if h1.element is not None else ():
        kicker = text_of(element) if element is not h1.element and _KICKER.search(names_of(element)) else ""
        rest = h1.text[len(kicker) :].lstrip(" -–—:|/•·") if kicker and h1.text.startswith(kicker) else ""
        if len(key_of(rest)) >= 15:
            return Title(rest, key_of(rest), "rule:h1", h1.element)
    return h1


def _without_kicker(h1: Title, title: Title) -> bool:
    """Say whether a stated title is the h1 without the kicker that was printed into it."""
    if len(title.key) < 15 or not h1.key.endswith(title.key) or h1.key == title.key:
        return False
    lead = h1.key[: -len(title.key)]
    inside = [e for e in h1.element.iter() if e is not h1.element] if h1.element is not None else []
    if any(key_of(text_of(e)) == lead for e in inside):
        return True
    printed = h1.text[: len(h1.text) - len(title.text)].rstrip()
    return printed.endswith((":", "|", "/")) and len(printed.split()) <= 5 and title.how.startswith("meta")
