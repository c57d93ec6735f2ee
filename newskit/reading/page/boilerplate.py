"""What stands within an article's element and is not a part of the article."""

from __future__ import annotations

import re
from collections import defaultdict

from newskit.reading.page.tree import Element, Sizes, holds, is_within
from newskit.reading.page.words import any_name, html_tags

_NAMED = re.compile(any_name("boilerplate", "unseen", "hidden"))
_ARTICLE = re.compile(any_name("article"))
_UNSEEN = re.compile(any_name("unseen"))
_PICTURE = re.compile(any_name("picture"))
_TAGS = html_tags("boilerplate")
_FINAL = tuple('.!?"”»')
_POINTS = (":", "|", ">", "»", "→")

MAX_SHARE = 0.15
"""Of the page's paragraphs: what is called boilerplate but holds more, in all boxes of that name, is the article."""
MAX_LINKS = 1500
"""Characters of a list or a paragraph of links; longer ones are an article about its sources."""
LINKED = {"ul": 0.6, "ol": 0.6, "p": 0.9}
"""Share of the characters of such a list or paragraph that stand in links, at least."""
TITLE_WORDS = 4
"""Words of a link that is the title of another article, at least."""
MAX_POINTER, LABEL_WORDS, POINTED = 300, 6, 0.5
"""Characters of a label and a link, words of the label, and the link's share of the characters, at least."""
MAX_CAPTION = 300
"""Characters below which a box with a picture is all picture."""


def prune(root: Element, sizes: Sizes) -> None:
    """Take boilerplate off the tree, in place."""
    around_title = {above for h1 in root.iter("h1") for above in h1.iterancestors()}
    largest = MAX_SHARE * (sizes.paragraphs[root] or 1)
    for elements in _named(sizes).values():
        # "related" may be what a page calls each paragraph of a special on one topic.
        if sum(map(sizes.paragraphs.__getitem__, elements)) > largest:
            continue
        for element in elements:
            if element not in around_title:
                drop(element)

    for element in sizes.elements:
        if element.getparent() is not None and _is_boilerplate(element, sizes):
            drop(element)


def _named(sizes: Sizes) -> dict[str, list[Element]]:
    """Return the boxes that are called like boilerplate, by what they are called."""
    named: dict[str, list[Element]] = defaultdict(list)
    judged: dict[str, bool] = {"": False}
    for element in sizes.elements:
        if element.tag not in _TAGS:
            continue

        # Pages call hundreds of elements the same.
        names = sizes.names(element)
        if names not in judged:
            judged[names] = bool(_NAMED.search(names)) and not _ARTICLE.search(names)
        if judged[names] and not _is_within_line(element, names):
            named[names].append(element)
    return named


def _is_within_line(element: Element, names: str) -> bool:
    """Say whether a link or a span is words of a sentence, whatever it is called."""
    if element.tag not in ("a", "span") or _UNSEEN.search(names):
        return False

    # A caption or a standfirst that was taken off the tree has no parent.
    parent = element.getparent()
    is_item = parent is not None and parent.tag == "li"
    return is_item or is_within(element, ("p",))


def _is_boilerplate(element: Element, sizes: Sizes) -> bool:
    """Say whether an element is boilerplate by what it holds."""
    if element.tag == "div":
        return _is_picture(element, sizes)
    return element.tag in LINKED and (_is_links(element, sizes) or _is_pointer(element, sizes))


def _is_links(element: Element, sizes: Sizes) -> bool:
    """Say whether a list or a paragraph is nothing but links to other pages."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if whole > MAX_LINKS or linked < max(1, LINKED[element.tag] * whole):
        return False
    if element.tag != "p":
        return len(element) > 1 and all(holds(item, "a") for item in element)

    # A sentence that is a link as a whole is the author's.
    text = "".join(element.itertext()).strip()
    return len(text.split()) >= TITLE_WORDS and not text.endswith(_FINAL)


def _is_pointer(element: Element, sizes: Sizes) -> bool:
    """Say whether a paragraph is a label and a link: "Read also: ..."."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if element.tag != "p" or whole > MAX_POINTER or linked < max(1, POINTED * whole):
        return False

    # A link that is called boilerplate is gone by now.
    links = list(element.iter("a"))
    if not links:
        return False
    last = "".join(links[-1].itertext()).strip()
    text = "".join(element.itertext()).strip()

    label = text.removesuffix(last).rstrip()
    is_last = last != "" and text.endswith(last)
    return is_last and label.endswith(_POINTS) and len(label.split()) <= LABEL_WORDS


def _is_picture(element: Element, sizes: Sizes) -> bool:
    """Say whether a box holds a picture and a few words: they are its caption, whatever it calls them."""
    if not 0 < sizes.text[element] < MAX_CAPTION:
        return False
    return bool(_PICTURE.search(sizes.names(element))) and holds(element, "img", "picture")


def drop(element: Element) -> None:
    """Take an element off its tree; what is printed behind it stays."""
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:
        return

    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
