"""What a reader should know of one row, noted in the row itself."""

from __future__ import annotations

from typing import Any

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.rows import Row
from newskit.reading.table.markup import without_markup
from newskit.reading.table.text_ends import without_cut_mark, without_ends

_WITH_MARKUP = ("text", "headline", "standfirst", "byline", "caption")
_ENDS = "left out at the end of the text: {!r}"
_SHOWN = 200  # characters of what was left out
_NOT_WHOLE = "the text is not whole: where it ends, its source has cut it"

_KNOWN_BY = ("url", "published_text")
"""What tells a headline without a text from the last line of a spreadsheet: "Total"."""
_HEADLINE_ONLY = "the row has a {} and no text"

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
        # Tags, entities and written newlines have one of these.
        if not any(map(cell.__contains__, "<&\\")):
            continue

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


def strip_ends(row: Row, is_page: bool = False) -> None:
    """Take off what stands at the end of a text and is no part of it, and say so.

    A page has a note on its author at the end, as feeds do; in a table it is left.
    """
    people = row.get("authors") if is_page else None
    text = row.get("text") or ""
    whole, is_cut = without_cut_mark(text)
    plain, left_out = without_ends(whole, people)
    if plain != text:
        row["text"] = plain

    if is_cut:
        warn(row, _NOT_WHOLE)

    if left_out:
        warn(row, _ENDS.format(" / ".join(left_out)[:_SHOWN]))


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
    told = next(filter(row.get, ("headline", "standfirst")), None)
    is_listed = told and any(map(row.get, _KNOWN_BY))
    if is_empty and is_listed:
        row["text"] = None
        warn(row, _HEADLINE_ONLY.format(told))
    elif is_empty:
        row |= {"text": None, "error": "The row has no text."}

    if _HIDDEN in text:
        warn(row, _WITHHELD)
