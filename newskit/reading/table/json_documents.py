"""JSON files that hold more than one document: pages of an API, put one behind the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newskit.reading.shared.shown import shown

# A viewer's: it may hold the address that was called, and the caller's key. It is never shown.
_COMMENT = re.compile(r"\A\ufeff?\s*(?://[^\n]*(?:\n|\Z)\s*)+")
_BETWEEN = re.compile(r"[\s,\x1e]*")
_LOOK = 1_000  # characters of what is broken
PASSED_OVER = "a line of comment above the JSON was passed over"
_BROKEN = "The file is not JSON from line {} on: {}: {}"


class Document(NamedTuple):
    """One document of a file; or why there is none."""

    content: Any
    error: str | None = None


def without_comment(text: str) -> tuple[str, str | None]:
    """Return a text without lines of comment above it, and the warning that there were some."""
    match = _COMMENT.match(text)
    return (text[match.end() :], PASSED_OVER) if match else (text, None)


def documents(text: str) -> Iterator[Document]:
    """Return the documents of a text, one by one; behind the first that is broken there is none.

    >>> list(documents('{"a": 1} [2]'))
    [Document(content={'a': 1}, error=None), Document(content=[2], error=None)]
    """
    decoder = json.JSONDecoder()
    at = _behind(text, 0)
    while at < len(text):
        try:
            content, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as err:
            line = text.count("\n", 0, at) + 1
            why = str(err).partition(":")[0]
            yield Document(None, _BROKEN.format(line, why, shown(text[at : at + _LOOK])))
            return

        yield Document(content)
        at = _behind(text, end)


def _behind(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at
