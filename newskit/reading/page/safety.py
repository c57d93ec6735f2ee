"""What is checked before a page is parsed: parsers take minutes for pages that are made to hurt them."""

from __future__ import annotations

import re

from newskit.errors import ReadError

MAX_TAGS = 50_000
"""Tags of one page, opening and closing; long news pages have 10,000."""
MAX_DEPTH = 256
"""Elements within elements; news pages have 30, browsers stop at 512."""
MAX_ATTRIBUTES = 200
"""Attributes of one tag."""
MAX_TEXT = 2_000_000
"""Characters between two tags, outside of scripts and styles."""

# A tag, and what is in it up to its end where that is plain: nearly all tags are, the others are looked at closer.
_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})"
    r"((?:[^<>\"']{0,80}+\"[^<>\"]{0,300}+\"){0,20}+[^<>\"']{0,80}+>)?|(!--))"
)
_VALUE = re.compile(r"=\s{0,20}([\"'])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NEVER_NEST = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li option tr td th dt dd thead tbody tfoot "
    "colgroup optgroup rp rt html body head path circle rect use line g polygon polyline ellipse stop".split()
)
_RAW = frozenset(("script", "style", "textarea", "title", "noembed", "xmp", "iframe"))


def check_page(text: str) -> None:
    """Raise the error of a page that is over a limit; one pass over the text.

    Raises
    ------
    ReadError
        If the page has too many tags, too many in one another, a tag with too many attributes, or too long
        a text between two tags. The message names the limit.
    """
    at = tags = depth = 0
    ends: dict[str, bool] = {}
    while (match := _TAG.search(text, at)) is not None:
        if match.start() - at > MAX_TEXT:
            break
        if match[4]:
            at = _after(text, "-->", match.end(), ends)
            continue
        tags += 1
        name = match[2].lower()
        end = match.end() if match[3] else _tag_end(text, match.end(), ends)
        if tags > MAX_TAGS:
            raise ReadError(f"The page has more than {MAX_TAGS:,} tags; that is the limit for one article.")
        at = end
        if match[1]:
            depth -= name not in _NEVER_NEST and depth > 0
            continue
        _check_attributes(text, match.end(2), end)
        if name in _RAW:
            at = _after_raw(text, name, end, ends)
        elif name not in _NEVER_NEST and text[end - 2 : end] != "/>":
            depth += 1
            if depth > MAX_DEPTH:
                raise ReadError(f"The page nests its tags deeper than {MAX_DEPTH}; that is the limit.")
    rest = (match.start() if match else len(text)) - at
    if rest > MAX_TEXT:
        raise ReadError(f"The page has {rest:,} characters without a tag; the limit is {MAX_TEXT:,}.")


def _check_attributes(text: str, start: int, end: int) -> None:
    if end - start > 2 * MAX_ATTRIBUTES:
        bare = _QUOTED.sub('""', text[start:end])
        n = max(bare.count("="), len(bare.split()))
        if n > MAX_ATTRIBUTES:
            raise ReadError(f"A tag of the page has {n:,} attributes; the limit is {MAX_ATTRIBUTES}.")


def _tag_end(text: str, at: int, ends: dict[str, bool]) -> int:
    """Return where a tag ends; ">" in a quoted value does not end it."""
    while True:
        close = _after(text, ">", at, ends)
        quote = _VALUE.search(text, at, close)
        if quote is None:
            return close
        at = _after(text, quote[1], quote.end(), ends)
        if at == len(text):
            return close if close < at else at


def _after(text: str, mark: str, at: int, ends: dict[str, bool]) -> int:
    """Return the place behind the next mark, or the end; what was once not found is not looked for again."""
    if ends.get(mark):
        return len(text)
    found = text.find(mark, at)
    if found < 0:
        ends[mark] = True
        return len(text)
    return found + len(mark)


def _after_raw(text: str, name: str, at: int, ends: dict[str, bool]) -> int:
    """Return where the text of a script, a style or a title ends."""
    if ends.get(name):
        return len(text)
    match = re.compile(rf"</{name}", re.IGNORECASE).search(text, at)
    if match is None:
        ends[name] = True
        return len(text)
    return match.start()
