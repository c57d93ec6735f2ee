"""Which of the titles of a page is its headline: the one printed, without kicker and site name."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import chain

from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.titles import (
    NO_TITLE,
    Title,
    key_of,
    printed_part,
    printed_titles,
    stated_titles,
)
from newskit.reading.page.tree import element_names, text_of
from newskit.reading.page.words import any_name

_KICKER = re.compile(any_name("kicker"))
# The others are often shortened, or made for search engines.
_TELLING = ("json-ld", "meta:og:title")

# Share of the words of a stated title that the article's <h1> has, at least.
LIKE = 0.25
# Letters of a title that is still one without its kicker.
LONG = 15
# Words of a kicker that a colon or a bar separates from the title, at most.
KICKER_WORDS = 5
# Words of a title below which its letters are compared.
FEW_WORDS = 3


def headline_of_page(page: ParsedPage, publisher: str) -> tuple[Title, list[str]]:
    """Return the headline, which is empty if there is none, and warnings.

    The printed h1 counts; but where the other places agree on something else (a kicker runs into
    the h1, the page has several), that is it.
    """
    stated = stated_titles(page, publisher)
    printed = printed_titles(page.root)
    h1 = _article_h1(printed, stated)
    if h1 is None:
        # JSON-LD, where it has a title, comes first.
        best = next(iter(stated), NO_TITLE)
        return printed_part(page, best, publisher), []

    # Where another place states the h1 as it is, its kicker is a part of the headline.
    votes = Counter(title.key for title in stated)
    if not votes[h1.key]:
        h1 = _without_named_kicker(h1)

    votes[h1.key] += 1

    # The h1 without its kicker as it is stated, else a title of more votes, else the h1.
    without_kicker = filter(partial(_is_without_kicker, h1), stated)
    outvoting = (title for title in stated if votes[title.key] > votes[h1.key])
    best = next(chain(without_kicker, outvoting, [h1]))
    if best is not h1:
        # What is printed as well keeps its element: the byline is looked for behind it.
        by_key = {title.key: title for title in reversed(printed)}
        best = by_key.get(best.key, best)

    return best, _warnings(h1, best, stated)


def _warnings(h1: Title, best: Title, stated: list[Title]) -> list[str]:
    """Return a warning if JSON-LD or the title for sharing is another one than that printed."""
    for title in stated:
        # A kicker or a site's name more does not make it another headline.
        is_told = title.key in h1.key or h1.key in title.key
        if title.how in _TELLING and not is_told:
            said = f"the page's headline is {h1.text!r}, {title.how} says {title.text!r}"
            return [f"{said}; taken: {best.how}"]

    return []


def _article_h1(printed: list[Title], stated: list[Title]) -> Title | None:
    """Return the h1 that is the article's: the first of those most like a stated title."""
    # Where nothing is stated, the first is as good as any.
    titles = stated or printed
    likeness = [max(_shared(h1.text, title.text) for title in titles) for h1 in printed]

    # An <h1> unlike all of them names the site, or a section of it.
    best = max(likeness, default=0.0)
    return printed[likeness.index(best)] if best >= LIKE else None


def _shared(a: str, b: str) -> float:
    """Return the share of words two titles have in common."""
    left, right = set(a.casefold().split()), set(b.casefold().split())

    # In scripts without blanks, a title is one "word".
    if min(len(left), len(right)) < FEW_WORDS:
        left, right = set(key_of(a)), set(key_of(b))

    return len(left & right) / max(1, min(len(left), len(right)))


def _without_named_kicker(h1: Title) -> Title:
    """Cut what the page itself calls a kicker off the h1, where it opens it."""
    for element in h1.element.iterdescendants("*"):
        if not _KICKER.search(element_names(element)):
            continue

        rest = h1.text.removeprefix(text_of(element))
        title = rest.lstrip(" -–—:|/•·")
        if rest != h1.text and len(key_of(title)) >= LONG:
            return h1._replace(text=title, key=key_of(title))

    return h1


def _is_without_kicker(h1: Title, title: Title) -> bool:
    """Say whether a stated title is the h1 without the kicker that was printed into it."""
    kicker = h1.key.removesuffix(title.key)
    if len(title.key) < LONG or kicker in ("", h1.key):
        return False

    # In an element of its own, whatever the page calls it.
    inside = map(text_of, h1.element.iterdescendants("*"))
    if kicker in map(key_of, inside):
        return True

    # "Opinion: The ferry ..." in one element, and only the title for sharing goes without.
    opening = h1.text[: len(h1.text) - len(title.text)].rstrip()
    is_label = opening.endswith((":", "|", "/")) and len(opening.split()) <= KICKER_WORDS
    return is_label and title.how.startswith("meta")
