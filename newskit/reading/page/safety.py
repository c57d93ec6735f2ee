"""What is checked before a page is parsed: parsers take minutes for pages made to hurt them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    r"<(?:(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})"
    r"(?P<rest>(?:[^<>\"']{0,80}+\"[^<>\"]{0,300}+\"){0,20}+[^<>\"']{0,80}+>)?|(?P<comment>!--))"
)
_VALUE = re.compile(r"=\s{0,20}([\"'])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NEVER_NEST = html_tags("never_nests")
_RAW = html_tags("raw")


class Tag(NamedTuple):
    """A tag of a page: where it is behind its name, and where it ends."""

    name: str
    opens: bool
    start: int
    end: int


def check_page(text: str) -> None:
    """Raise the error of a page that is over a limit; one pass over the text.

    Raises
    ------
    ReadError
        If the page has too many tags, too many in one another, a tag with too many attributes, or
        too long a text between two tags. The message names the limit.
    """
    depth = 0
    for number, tag in enumerate(_Scanner(text).tags(), 1):
        if number > MAX_TAGS:
            raise ReadError(
                f"The page has more than {MAX_TAGS:,} tags; that is the limit for one article."
            )

        # Pages close tags that were never opened.
        nests = tag.name not in _NEVER_NEST
        if not tag.opens:
            depth = max(0, depth - nests)
            continue

        _check_attributes(text, tag)
        if nests and tag.name not in _RAW and text[tag.end - 2 : tag.end] != "/>":
            depth += 1

        if depth > MAX_DEPTH:
            raise ReadError(f"The page nests its tags deeper than {MAX_DEPTH}; that is the limit.")


def _check_attributes(text: str, tag: Tag) -> None:
    # An attribute has two characters at least: short tags need not be counted.
    if tag.end - tag.start <= 2 * MAX_ATTRIBUTES:
        return

    bare = _QUOTED.sub('""', text[tag.start : tag.end])
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

    def tags(self) -> Iterator[Tag]:
        """Return the tags in order, without those in comments and scripts."""
        at = 0
        while match := _TAG.search(self.text, at):
            _check_gap(match.start() - at)
            if match["comment"]:
                at = self._after("-->", match.end())
                continue

            # The end of a plain tag is known; quoted values are stepped over in the others.
            at = match.end() if match["rest"] else self._tag_end(match.end())
            tag = Tag(match["name"].lower(), not match["slash"], match.end("name"), at)
            yield tag

            if tag.opens and tag.name in _RAW:
                at = self._after_raw(tag)

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

    def _after_raw(self, tag: Tag) -> int:
        """Return where the text of a script, a style or a title ends."""
        end = None
        if tag.name not in self._missing:
            end = re.compile(rf"</{tag.name}", re.IGNORECASE).search(self.text, tag.end)

        if end is None:
            self._missing.add(tag.name)
            return len(self.text)

        return end.start()
