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


def check_lengths(given: dict[Any, Any]) -> Row:
    """Take out cells that are longer than an article may be; return the row that says so."""
    sizes = {name: len(cell) for name, cell in given.items() if isinstance(cell, str)}
    too_long = [name for name, size in sizes.items() if size > MAX_ARTICLE]
    for name in too_long:
        del given[name]

    if not too_long:
        return {}

    size = f"The {too_long[0]} has {sizes[too_long[0]]:,} characters"
    return {"error": f"{size}; the limit for one article is {MAX_ARTICLE:,}."}


def check_text(row: Row, needs_text: bool) -> None:
    """Say what is wrong with a text that cannot be analyzed, or is not whole."""
    if row.get("error"):
        return

    text = row.get("text") or ""
    if needs_text and not text.strip():
        row |= {"text": None, "error": "The row has no text."}

    if _CUT.search(text[-100:]):
        warn(row, _NOT_WHOLE)
