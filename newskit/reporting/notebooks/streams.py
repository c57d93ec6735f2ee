"""Text as it was printed, cut where nobody would read on."""

from __future__ import annotations

import json
from typing import Any

from newskit.html import escape

MOST_TEXT = 100_000  # characters of a text that are shown: forty pages


def text_html(
    said: str,
    label: str,
    *,
    length: int = 0,
    is_warning: bool = False,
) -> str:
    """Return text in a box that can be scrolled by the keyboard; `length` is that of all of it."""
    kind = ' class="stderr"' if is_warning else ""
    named = f'role="region" tabindex="0" aria-label="{escape(label)}"'
    box = f"<pre{kind} {named}>{escape(said[:MOST_TEXT])}</pre>"
    more = max(length, len(said)) - MOST_TEXT
    return box + note_html(f"{more:,} more characters are not shown.") if more > 0 else box


def note_html(said: str) -> str:
    """Return a line of newskit's own."""
    return f'<p class="note">{escape(said)}</p>'


def joined(value: Any) -> str:
    """Return data of an output, which may be stored line by line, as one text."""
    if isinstance(value, str):
        return value

    is_lines = isinstance(value, list)
    return "".join(map(str, value)) if is_lines else json.dumps(value, sort_keys=True)
