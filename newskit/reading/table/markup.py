"""Cells that hold HTML: their text, with a paragraph per block."""

from __future__ import annotations

import html
import re

from newskit.csv_files import rule_words
from newskit.reading.page import check_page
from newskit.reading.page.tree import UNSEEN, one_line, parse, pieces_of

_WORDS = rule_words(__package__)
_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(_WORDS['block']))})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_TAG = re.compile(
    rf"</?(?:{'|'.join(sorted(_WORDS['block'] | _WORDS['inline']))})(?:\s[^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
# With its semicolon: "R&D" and "&copy=1" are no entities.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});", re.IGNORECASE)
# Newlines that a program has written as a backslash and a letter, at the end of a sentence.
_WRITTEN_END = re.compile(r"[.!?”’\"']\s?(?:\\r)?\\n")
_WRITTEN = re.compile(r"(?:\\r)?\\n")
_BESIDE = UNSEEN | {"figcaption", "aside"}
"""Tags of what stands beside a text: captions, boxes with links to other articles."""
_EMPTY_LINE = re.compile(r"\n\s*\n")


def without_markup(text: str) -> str:
    r"""Return the text without tags and entities; the same string where it has none.

    Raises
    ------
    ReadError
        If its tags are over the limits of a web page.
    MissingExtraError
        If it has tags, and the packages that read web pages are not installed.

    Examples
    --------
    >>> without_markup("<p>Lee &amp; Ek sailed.</p><p>It rained.</p>")
    'Lee & Ek sailed.\n\nIt rained.'
    >>> without_markup("3 < 5, and R&D")
    '3 < 5, and R&D'
    """
    if "\n" not in text and _WRITTEN_END.search(text):
        text = _WRITTEN.sub("\n", text)

    if _TAG.search(text):
        return _text_of(text)

    plain = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    # Markup that was escaped: "&lt;p&gt;It rained.&lt;/p&gt;"
    return _text_of(plain) if plain != text and _TAG.search(plain) else plain


def _text_of(text: str) -> str:
    check_page(text)

    # Where no tag parts blocks, lines do.
    has_blocks = bool(_BLOCK.search(text))
    pieces = pieces_of(parse(text), _BESIDE)
    plain = "".join("\n\n" if tag else piece for piece, tag in pieces).strip()
    if not has_blocks:
        return plain

    paragraphs = map(one_line, _EMPTY_LINE.split(plain))
    return "\n\n".join(filter(None, paragraphs))
