"""What stands within an article's element and is not a part of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, islice

from newskit.reading.page.tree import Element, Sizes, drop, holds
from newskit.reading.page.words import any_name, html_tags

_NAMED = re.compile(any_name("boilerplate", "comments", "hidden", "kicker", "unseen"))
_COMMENTS = re.compile(any_name("comments"))
_ARTICLE = re.compile(any_name("article"))
_UNSEEN = re.compile(any_name("unseen"))
_PICTURE = re.compile(any_name("picture"))
_TAGS = html_tags("boilerplate")
_FINAL = tuple('.!?"”»')
_POINTS = (":", "|", ">", "»", "→")

# Of the page's prose. What is called boilerplate but holds more, in all boxes of that name,
# is the article.
MAX_SHARE = 0.15
# Characters of prose beside the comments that are an article.
ARTICLE = 300
# Characters of a list or a paragraph of links; longer ones are an article about its sources.
MAX_LINKS = 1500
# Share of the characters of such a list or paragraph that stand in links, at least.
LINKED = {"ul": 0.6, "ol": 0.6, "p": 0.9}
# The same for a menu, of whatever it is made, and how many links that has, at least.
MENU, MIN_LINKS = 0.8, 4
# Words of a link that is the title of another article, at least.
TITLE_WORDS = 4
# Characters of a label and a link, and words of the label.
MAX_POINTER, LABEL_WORDS = 300, 6
# Share of these characters that stand in the link, at least.
POINTED = 0.5
# Characters below which a box with a picture is all picture.
MAX_CAPTION = 300


def prune(root: Element, sizes: Sizes) -> None:
    """Take boilerplate off the tree, in place."""
    named = _named(root, sizes)
    comments, said = _comments(named, sizes)
    largest = MAX_SHARE * max(1, sizes.prose[root] - said)
    for names, elements in named.items():
        # Some pages call each paragraph of an article "paywall". Readers may say more than it.
        is_small = sum(map(sizes.prose.__getitem__, elements)) <= largest
        if is_small or names in comments:
            for element in elements:
                drop(element)

    # What has another name, or none, looks like boilerplate by its tag and what it holds.
    lists = dict.fromkeys(("ol", "ul"), (_is_links,))
    looks = lists | {"p": (_is_links, _is_pointer), "div": (_is_picture, _is_menu)}
    looks |= dict.fromkeys(("font", "table", "td"), (_is_menu,))
    for element in sizes.elements:
        rules = looks.get(element.tag)
        if rules and any(rule(element, sizes) for rule in rules):
            drop(element)


def _comments(named: dict[str, list[Element]], sizes: Sizes) -> tuple[set[str], int]:
    """Return which names are those of readers' comments, and what these say; none, if all is."""
    names = set(filter(_COMMENTS.search, named))
    boxes = dict.fromkeys(chain.from_iterable(map(named.__getitem__, sorted(names))))
    outer = (box for box in boxes if boxes.keys().isdisjoint(box.iterancestors()))
    said = sum(map(sizes.prose.__getitem__, outer))

    # In opinion pages of British papers, "comment" is the section.
    whole = sizes.prose[sizes.elements[0]]
    return (names, said) if whole - said >= ARTICLE else (set(), 0)


def _named(root: Element, sizes: Sizes) -> dict[str, list[Element]]:
    """Return the boxes that are called like boilerplate, by what they are called."""
    around_title = set(root.xpath("//h1/ancestor::*"))
    named: dict[str, list[Element]] = defaultdict(list)
    judged = {"": False}
    for element in sizes.elements:
        if element.tag not in _TAGS or element in around_title:
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
    # Words for screen readers are printed nowhere, in a sentence or not.
    if element.tag not in ("a", "span") or _UNSEEN.search(names):
        return False

    return bool(element.xpath("boolean(ancestor::p | parent::li)"))


def _is_links(element: Element, sizes: Sizes) -> bool:
    """Say whether a list or a paragraph is nothing but links to other pages."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if whole > MAX_LINKS or linked < max(1, LINKED[element.tag] * whole):
        return False

    if element.tag != "p":
        # One item is not a list.
        without_link = element.xpath("*[not(descendant-or-self::a)]")
        return len(element) > 1 and not without_link

    # A sentence that is a link as a whole is the author's.
    text = "".join(element.itertext()).strip()
    return len(text.split()) >= TITLE_WORDS and not text.endswith(_FINAL)


def _is_menu(element: Element, sizes: Sizes) -> bool:
    """Say whether a box or a cell holds links and hardly a word beside them."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if sizes.prose[element] or linked < max(1, MENU * whole):
        return False

    return len(list(islice(element.iter("a"), MIN_LINKS))) == MIN_LINKS


def _is_pointer(element: Element, sizes: Sizes) -> bool:
    """Say whether a paragraph is a label and a link: "Read also: ..."."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if whole > MAX_POINTER or linked < max(1, POINTED * whole):
        return False

    # What counted as linked may have been dropped by now.
    links = list(element.iter("a"))
    if not links:
        return False

    last = "".join(links[-1].itertext()).strip()
    text = "".join(element.itertext()).strip()

    # "Read also: The bridge that nobody asked for"
    label = text.removesuffix(last).rstrip()
    is_last = last != "" and text.endswith(last)
    return is_last and label.endswith(_POINTS) and len(label.split()) <= LABEL_WORDS


def _is_picture(element: Element, sizes: Sizes) -> bool:
    """Say whether a box holds a picture and a few words: its caption, whatever it calls them."""
    if not 0 < sizes.text[element] < MAX_CAPTION:
        return False

    return bool(_PICTURE.search(sizes.names(element))) and holds(element, "img", "picture")
