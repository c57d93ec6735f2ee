"""How much one article may be: what is larger is an error that names the limit, never a long wait."""

from __future__ import annotations

from newskit.errors import ReadError

MAX_ARTICLE = 10_000_000
"""Bytes of one article's file, and characters of one text in a table."""


def check_size(size: int, what: str) -> None:
    """Raise the error for an article over the limit.

    Raises
    ------
    ReadError
        If `size` is over `MAX_ARTICLE`.
    """
    if size > MAX_ARTICLE:
        raise ReadError(f"{what} has {size:,} bytes; the limit for one article is {MAX_ARTICLE:,}.")
