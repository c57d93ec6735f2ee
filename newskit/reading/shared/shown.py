"""A line of somebody's file in a message: shortened, and never one that may hold a key."""

from __future__ import annotations

import re

SHOWN = 60
"""Characters that are shown."""
_NAMED = re.compile(
    r"(?:api|access|auth|private)[\W_]{0,2}(?:key|token|id)|secret|passw|bearer|token|apikey|://\S*\?",
    re.IGNORECASE,
)
# Letters and digits, mixed, without a blank: "ZXc9v8b7N6m5A4s3D2f1".
_RANDOM = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d_-]{20,}")
_NOT_SHOWN = "(not shown: it may hold a key)"


def shown(line: str) -> str:
    """Return the beginning of a line as a message shows it.

    >>> shown("Ferry sails again " * 9)
    "'Ferry sails again Ferry sails again Ferry sails again Ferry …'"
    >>> shown("// https://api.example/articles?api-key=abc")
    '(not shown: it may hold a key)'
    """
    text = " ".join(line[: 4 * SHOWN].split())
    if _NAMED.search(text) or _RANDOM.search(text):
        return _NOT_SHOWN

    return repr(text if len(text) <= SHOWN else text[:SHOWN] + "…")
