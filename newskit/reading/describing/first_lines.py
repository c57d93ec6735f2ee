"""The first lines of a file, for messages: short, printable, and without what nobody may see."""

from __future__ import annotations

import re

from newskit.errors import ReadError
from newskit.reading.content import Content

_LINES, _LONGEST = 20, 80
_LOOK = 20_000
"""Characters in which the lines are looked for."""
# A viewer's comment holds the address that was called; a cover the name of who searched.
_PRIVATE = re.compile(r"\s*(?://|User Name:|Send To:|Verzenden naar:|Envoyer à:|Senden an:)")
_SECRET = re.compile(
    r"(?i)\b((?:api[-_]?key|key|token|access_token|accountid|password)\"?\s*[=:]\s*\"?)[^&\s\"']+"
)


def first_lines(content: Content, n: int = _LINES) -> list[str]:
    """Return the first lines that are not blank; none where the file holds no text."""
    try:
        head = content.head[:_LOOK]
        found = head.splitlines() if head else content.document.lines
    except ReadError:
        return []

    told = [line for line in found if line.strip() and not _PRIVATE.match(line)]
    return [shortened(without_secrets(line), _LONGEST) for line in told[:n]]


def without_secrets(text: str) -> str:
    """Return a text with the values of keys and tokens masked.

    >>> without_secrets("https://api.example/search?q=ferry&api-key=abc123&page=2")
    'https://api.example/search?q=ferry&api-key=…&page=2'
    """
    return _SECRET.sub(r"\1…", text)


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut at its end.

    >>> shortened("The ferry  sailed at dawn.", 12)
    'The ferry s…'
    """
    line = " ".join(text[: 4 * longest].split())
    printable = "".join(char if char.isprintable() else "\ufffd" for char in line)
    return printable if len(printable) <= longest else f"{printable[: longest - 1].rstrip()}…"
