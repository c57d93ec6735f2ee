"""Which of the titles of a page is its headline: the one printed, without kicker and site name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.titles import Title, key_of, printed_titles, stated_titles
from newskit.reading.page.tree import element_names, text_of
from newskit.reading.page.words import name_pattern

_KICKER = name_pattern("kicker")
_TELLING = ("json-ld", "meta:og:title")  # the others are often shortened, or made for search
_LIKE = 0.25  # of the words: an <h1> that has fewer of a stated title is not the article's
_LONG = 15  # letters of a title that is one without its kicker
_KICKER_WORDS = 5


def headline_of_page(page: ParsedPage, publisher: str | None) -> tuple[Title | None, list[str]]:
    """Return the headline and warnings.

    The printed h1 counts; but where the other places agree on something else (a kicker runs into the h1,
    the page has several), that is it.
    """
    stated = stated_titles(page, publisher)
    printed = printed_titles(page.root)
    h1 = _article_h1(printed, stated)
    if h1 is None:
        in_json = (title for title in stated if title.how == "json-ld")
        return next(in_json, next(iter(stated), None)), []

    votes = Counter(title.key for title in stated)
    if not votes[h1.key]:
        h1 = _without_named_kicker(h1)
    votes[h1.key] += 1

    best = _best(h1, stated, votes)
    if best is not h1:
        # What is printed as well keeps its element: the byline is looked for behind it.
        best = next((title for title in printed if title.key == best.key), best)
    return best, _warnings(h1, best, stated)


def _best(h1: Title, stated: list[Title], votes: Counter[str]) -> Title:
    """Return the h1 without its kicker as stated, else a title of more votes, else the h1."""
    without_kicker = (title for title in stated if _is_without_kicker(h1, title))
    outvoting = (title for title in stated if votes[title.key] > votes[h1.key])
    return next(without_kicker, None) or next(outvoting, h1)


def _warnings(h1: Title, best: Title, stated: list[Title]) -> list[str]:
    """Return a warning if JSON-LD or the title for sharing is another one than that printed."""
    for title in stated:
        is_told = title.key in h1.key or h1.key in title.key
        if title.how in _TELLING and not is_told:
            said = f"the page's headline is {h1.text!r}, {title.how} says {title.text!r}"
            return [f"{said}; taken: {best.how}"]
    return []


def _article_h1(printed: list[Title], stated: list[Title]) -> Title | None:
    """Return the h1 that is the article's: the first of those most like a stated title."""
    if not printed or not stated:
        return next(iter(printed), None)

    likeness = [max(_shared(h1.text, title.text) for title in stated) for h1 in printed]
    best = max(likeness)
    return printed[likeness.index(best)] if best >= _LIKE else None


def _shared(a: str, b: str) -> float:
    """Return the share of words two titles have in common."""
    left, right = (set(text.casefold().split()) for text in (a, b))
    if min(len(left), len(right)) < 3:
        # Letters count where words are few: in scripts without blanks a title is one "word".
        left, right = set(key_of(a)), set(key_of(b))
    return len(left & right) / max(1, min(len(left), len(right)))


def _without_named_kicker(h1: Title) -> Title:
    """Cut what the page itself calls a kicker off the h1, where it opens it."""
    for kicker in _named_kickers(h1):
        if not h1.text.startswith(kicker):
            continue
        rest = h1.text[len(kicker) :].lstrip(" -–—:|/•·")
        if len(key_of(rest)) >= _LONG:
            return h1._replace(text=rest, key=key_of(rest))
    return h1


def _named_kickers(h1: Title) -> Iterator[str]:
    """Return the texts of elements in the h1 that are called a kicker."""
    inside = h1.element.iterdescendants("*") if h1.element is not None else ()
    named = (element for element in inside if _KICKER.search(element_names(element)))
    yield from filter(None, map(text_of, named))


def _is_without_kicker(h1: Title, title: Title) -> bool:
    """Say whether a stated title is the h1 without the kicker that was printed into it."""
    is_end = h1.key.endswith(title.key) and h1.key != title.key
    if len(title.key) < _LONG or not is_end:
        return False

    kicker = h1.key.removesuffix(title.key)
    inside = h1.element.iterdescendants("*") if h1.element is not None else ()
    if any(key_of(text_of(element)) == kicker for element in inside):
        return True

    # "Opinion: The ferry ..." in one element, and only the title for sharing goes without.
    opening = h1.text[: len(h1.text) - len(title.text)].rstrip()
    is_label = opening.endswith((":", "|", "/")) and len(opening.split()) <= _KICKER_WORDS
    return is_label and title.how.startswith("meta")
