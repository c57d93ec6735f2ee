"""What a reader should know of one row, noted in the row itself."""

from __future__ import annotations

import re
from typing import Any

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.rows import Row
from newskit.reading.table.markup import without_markup

_WITH_MARKUP = ("text", "headline", "standfirst", "byline", "caption")
# How a news API ends a text that it does not give whole.
_CUT = re.compile(r"\[\+\d+ chars\]\s*$")
_NOT_WHOLE = "the text is not whole: where it ends, its source has cut it"

_KNOWN_BY = ("url", "published_text")
"""What tells a headline without a text from the last line of a spreadsheet: "Total"."""
_HEADLINE_ONLY = "the row has a headline and no text"

# How NELA-GT keeps texts from being republished: 7 words of 100 are such marks.
_HIDDEN = "@ @ @ @"
_WITHHELD = (
    "words of the text were replaced by '@ @ @': readability, sentiment and counts of words are "
    "not those of the article"
)


def warn(row: Row, *warnings: str) -> None:
    """Add warnings to a row, under its own."""
    if warnings:
        row["warnings"] = [*row.get("warnings", []), *warnings]


def strip_markup(row: Row) -> None:
    """Take HTML out of the cells that are measured, and say so."""
    stripped = []
    for name in _WITH_MARKUP:
        cell = row.get(name) or ""
        try:
            plain = without_markup(cell)
        except ReadError as err:  # over the limits of a page
            row[name] = None
            row.setdefault("error", str(err))
            continue

        if plain != cell:
            row[name] = plain
            stripped.append(name)

    if stripped:
        warn(row, f"markup was taken out of {', '.join(stripped)}")


def length_error(name: Any, cell: Any) -> str | None:
    """Say that a cell is longer than an article may be."""
    if not isinstance(cell, str) or len(cell) <= MAX_ARTICLE:
        return None

    size = f"The {name} has {len(cell):,} characters"
    return f"{size}; the limit for one article is {MAX_ARTICLE:,}."


def check_text(row: Row, needs_text: bool) -> None:
    """Say what is wrong with a text that cannot be analyzed, or is not whole."""
    if row.get("error"):
        return

    text = row.get("text") or ""
    is_empty = needs_text and not text.strip()
    is_listed = row.get("headline") and any(map(row.get, _KNOWN_BY))
    if is_empty and is_listed:
        row["text"] = None
        warn(row, _HEADLINE_ONLY)
    elif is_empty:
        row |= {"text": None, "error": "The row has no text."}

    if _CUT.search(text[-100:]):
        warn(row, _NOT_WHOLE)

    if _HIDDEN in text:
        warn(row, _WITHHELD)
