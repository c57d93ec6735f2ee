"""What stands within an article's element and is no part of the article: by what the page calls it."""

from __future__ import annotations

import re

from newskit.reading.page.tree import Element, Sizes, names_of

_NAMED = re.compile(
    r"newsletter|related|recirc|recommend|promo(?!te)|read-?more|read-?also|readalso|also-?read|see-?also|most-?(?:read|popular|viewed)|"
    r"paywall-?(?:box|banner|message|promo|teaser)|subscri(?:be|ption)-?(?:box|banner|form|promo|offer|cta)|sign-?up|author-?(?:bio|box|card|info|footer|about)|about-?(?:the-)?author|bio(?:graphy)?(?:$|[-_\s])|"
    r"share|sharing|social|advert|(?:^|[-_\s])ads?(?:$|[-_\s])|sponsor|comment|disqus|(?:^|[-_\s])tags?(?:$|[-_\s])|tag-?(?:list|cloud)|topics|"
    r"keywords|breadcrumb|toolbar|(?:^|[-_\s])poll|quiz|taboola|outbrain|widget|donat|trending|next-?(?:article|story)|"
    r"more-?(?:stories|news|from|on)|further|verwandt|weiterlesen|mehr-?zum|lesen-?sie|leia|lea-tambien|noticias-relacionadas|"
    r"a-lire|lire-aussi|gallery|slideshow|carousel|player|transcript-?note|editor-?note|cookie|consent|disclaimer|copyright|"
    r"source-?list|toc(?:$|[-_\s])|table-of-contents|infobox|factbox|teaser-?(?:list|box|group)|linklist|link-?box|onward|"
    r"app-?download|whatsapp|telegram|google-?news|follow-?us|screen-?reader|sr-only|visually-?hidden|offscreen|print-?only|article-?meta|app-?hint|"
    r"(?:^|\s)debug|(?:^|\s)(?:is-|u-)?(?:hidden|d-none)(?:$|\s)(?!.{0,200}[:-](?:block|flex|inline|grid|contents))|"
    r"(?:^|[-_\s])vh(?:$|\s)"
)
_BLOCKS = frozenset("div section aside ul ol dl p figure form span a header footer nav table".split())
_KEEP = re.compile(r"article-?body|entry-?content|story-?body|post-?content|main-?content|articlebody|page-?content")
_UNSEEN = re.compile(r"screen-?reader|sr-only|visually-?hidden|offscreen|print-?only|(?:^|[-_\s])vh(?:$|\s)")
_PICTURE = re.compile(r"media|image|picture|photo|foto|bild|figure|(?:^|[-_\s])img")
MAX_SHARE = 0.15
"""Of the page's paragraphs: what is called furniture but holds more, in all boxes of that name, is the article."""


def prune(root: Element, sizes: Sizes) -> None:
    """Take furniture off the tree, in place."""
    total = sizes.paragraphs[root] or 1
    titles = {above for h1 in root.iter("h1") for above in h1.iterancestors()}
    for elements in _named(sizes).values():
        if sum(sizes.paragraphs[e] for e in elements) <= MAX_SHARE * total:
            for element in elements:
                if element not in titles:
                    drop(element)
    for element in sizes.elements:
        if element.getparent() is not None and _is_furniture(element, sizes):
            drop(element)


def _named(sizes: Sizes) -> dict[str, list[Element]]:
    """Return the boxes that are called like furniture, by what they are called."""
    named: dict[str, list[Element]] = {}
    judged: dict[str, bool] = {}
    for element in sizes.elements:
        if element.tag not in _BLOCKS or not element.attrib:
            continue
        names = sizes.names(element)
        if names not in judged:
            judged[names] = bool(names and _NAMED.search(names) and not _KEEP.search(names))
        if judged[names] and not _is_within_line(element, names):
            named.setdefault(names, []).append(element)
    return named


def _is_within_line(element: Element, names: str) -> bool:
    """Say whether a link or a span is words of a sentence, whatever it is called."""
    if element.tag not in ("a", "span") or _UNSEEN.search(names):
        return False
    parent = element.getparent()
    return parent is not None and (parent.tag in ("p", "li") or next(element.iterancestors("p"), None) is not None)


def _is_furniture(element: Element, sizes: Sizes) -> bool:
    """Say whether an element is furniture by what it holds."""
    if element.tag == "div":
        return _is_picture(element, sizes)
    return element.tag in ("ul", "ol", "p") and (_is_links(element, sizes) or _is_pointer(element, sizes))


def _is_links(element: Element, sizes: Sizes) -> bool:
    """Say whether a list or a paragraph is nothing but links to other pages."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if not linked or whole > 1500 or linked < (0.9 if element.tag == "p" else 0.6) * whole:
        return False
    if element.tag == "p":
        text = "".join(element.itertext()).strip()
        return len(text.split()) >= 4 and text[-1:] not in '.!?"”»'
    return len(element) > 1 and all(next(item.iter("a"), None) is not None for item in element)


def _is_pointer(element: Element, sizes: Sizes) -> bool:
    """Say whether a paragraph is a label and a link: "Read also: ..."."""
    whole, linked = sizes.text[element], sizes.linked[element]
    if element.tag != "p" or not linked or whole > 300 or linked < 0.5 * whole:
        return False
    text = "".join(element.itertext()).strip()
    links = [*element.iter("a")]
    last = "".join(links[-1].itertext()).strip() if links else ""
    label = text[: len(text) - len(last)].rstrip() if last and text.endswith(last) else ""
    return label.endswith((":", "|", ">", "»", "→")) and len(label.split()) <= 6


def _is_picture(element: Element, sizes: Sizes) -> bool:
    """Say whether a box holds a picture and a few words: they are its caption, whatever it calls them."""
    if not 0 < sizes.text[element] < 300 or not _PICTURE.search(names_of(element)):
        return False
    return next(element.iter("img", "picture"), None) is not None


def drop(element: Element) -> None:
    """Take an element off its tree; what is printed behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
