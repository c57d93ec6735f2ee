"""How much one article may be; more is an error that names the limit, never a long wait."""

from __future__ import annotations

from newskit.errors import ReadError

MAX_ARTICLE = 10_000_000
"""Bytes of one article's file, and characters of one text in a table."""

MAX_TABLE = 100_000_000
"""Bytes of a table that is read in memory: an entry of a ZIP, or bytes that were handed over."""

MAX_COLLECTION = 200_000_000
"""Bytes of a file that holds many articles: what an archive, a program or a feed wrote."""

MAX_LINES = 50_000
"""Lines of one pasted article; the longest book has fewer."""

_KINDS = {
    MAX_ARTICLE: "one article",
    MAX_TABLE: "a table in memory",
    MAX_COLLECTION: "a file of many articles",
}


def check_lines(text: str) -> None:
    """Raise the error for a pasted article of more lines than `MAX_LINES`.

    Raises
    ------
    ReadError
        If it has more.
    """
    # Each of \n, \r and \r\n ends one line; no list of lines is made to count them.
    lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
    if lines > MAX_LINES:
        raise ReadError(
            f"The text has {lines:,} lines; the limit for one article is {MAX_LINES:,}."
        )


def check_size(size: int, what: str, limit: int = MAX_ARTICLE) -> None:
    """Raise the error for an article, or for a table, over the limit.

    Raises
    ------
    ReadError
        If `size` is over it.
    """
    if size > limit:
        kind = _KINDS.get(limit, "a table in memory")
        raise ReadError(f"{what} has {size:,} bytes; the limit for {kind} is {limit:,}.")
