"""What is checked before a page is parsed: parsers take minutes for pages made to hurt them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from newskit.errors import ReadError
from newskit.reading.page.words import html_tags

# Tags of one page, opening and closing; long news pages have 10,000.
MAX_TAGS = 50_000
# Elements within elements; news pages have 30, browsers stop at 512.
MAX_DEPTH = 256
# Attributes of one tag.
MAX_ATTRIBUTES = 200
# Characters between two tags, outside of scripts and styles.
MAX_TEXT = 2_000_000

# A tag, and what is in it up to its end where that is plain. Nearly all tags are; the others are
# looked at closer.
_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})"
    r"((?:[^<>\"']{0,80}+\"[^<>\"]{0,300}+\"){0,20}+[^<>\"']{0,80}+>)?|(!--))"
)
_VALUE = re.compile(r"=\s{0,20}([\"'])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NEVER_NEST = html_tags("never_nests")
_RAW = html_tags("raw")

# A tag of a page: its name, whether it opens an element, where its name ends, where it ends itself.
# A plain tuple, since a page has thousands.
FoundTag: TypeAlias = tuple[str, bool, int, int]


def check_page(text: str) -> None:
    """Raise the error of a page that is over a limit; one pass over the text.

    Raises
    ------
    ReadError
        If the page has too many tags, too many in one another, a tag with too many attributes, or
        too long a text between two tags. The message names the limit.
    """
    depth = 0
    for number, (name, opens, start, end) in enumerate(_Scanner(text).tags(), 1):
        if number > MAX_TAGS:
            raise ReadError(
                f"The page has more than {MAX_TAGS:,} tags; that is the limit for one article."
            )

        # Pages close tags that were never opened.
        nests = name not in _NEVER_NEST
        if not opens:
            depth = max(0, depth - nests)
            continue

        # An attribute has two characters at least: in short tags they need not be counted.
        if end - start > 2 * MAX_ATTRIBUTES:
            _check_attributes(text[start:end])

        if nests and name not in _RAW and text[end - 2 : end] != "/>":
            depth += 1

        if depth > MAX_DEPTH:
            raise ReadError(f"The page nests its tags deeper than {MAX_DEPTH}; that is the limit.")


def _check_attributes(inside: str) -> None:
    bare = _QUOTED.sub('""', inside)
    n = max(bare.count("="), len(bare.split()))
    if n > MAX_ATTRIBUTES:
        raise ReadError(f"A tag of the page has {n:,} attributes; the limit is {MAX_ATTRIBUTES}.")


def _check_gap(size: int) -> None:
    if size > MAX_TEXT:
        raise ReadError(
            f"The page has {size:,} characters without a tag; the limit is {MAX_TEXT:,}."
        )


class _Scanner:
    """Finds the tags of a page. What was once not found is not looked for again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._missing: set[str] = set()

    def tags(self) -> Iterator[FoundTag]:
        """Return the tags in order, without those in comments and scripts."""
        at = 0
        while match := _TAG.search(self.text, at):
            if match.start() - at > MAX_TEXT:
                _check_gap(match.start() - at)

            slash, name, rest, comment = match.groups()
            at = match.end()
            if comment:
                at = self._after("-->", at)
                continue

            # The end of a plain tag is known; quoted values are stepped over in the others.
            if rest is None:
                at = self._tag_end(at)

            name = name.lower()
            yield name, not slash, match.end(2), at
            if name in _RAW and not slash:
                at = self._after_raw(name, at)

        _check_gap(len(self.text) - at)

    def _tag_end(self, at: int) -> int:
        """Return where a tag ends; ">" in a quoted value does not end it."""
        # <a title="5 > 3">
        close = self._after(">", at)
        while quote := _VALUE.search(self.text, at, close):
            at = self._after(quote[1], quote.end())
            if at == len(self.text):
                break

            close = self._after(">", at)

        return close

    def _after(self, mark: str, at: int) -> int:
        """Return the place behind the next mark, or the end."""
        found = -1 if mark in self._missing else self.text.find(mark, at)
        if found < 0:
            self._missing.add(mark)
            return len(self.text)

        return found + len(mark)

    def _after_raw(self, name: str, at: int) -> int:
        """Return where the text of a script, a style or a title ends."""
        end = None
        if name not in self._missing:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(self.text, at)

        if end is None:
            self._missing.add(name)
            return len(self.text)

        return end.start()
