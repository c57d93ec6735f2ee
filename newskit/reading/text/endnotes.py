"""Notes that stand behind an article: who contributed, how to reach the author."""

from __future__ import annotations

import re

_ENDNOTE = re.compile(
    r"[—–-]?\s*(?:additional reporting|with (?:additional )?(?:files|reporting)|"
    r"(?:reporting|writing|editing|compiled) by\b|"
    r"this (?:article|story|report) (?:was|is|has been)\b|follow .{1,60} on (?:x|twitter)|"
    r"you can (?:email|follow|contact)|contact .{1,40} at|email .{1,40} at)",
    re.IGNORECASE,
)

_CONTRIBUTED = re.compile(
    r".{1,200}\bcontributed to this (?:report|story|article)",
    re.IGNORECASE,
)


def is_endnote(text: str) -> bool:
    """Say whether a line is a note behind an article: "Additional reporting by Ana Reyes"."""
    if _ENDNOTE.match(text):
        return True

    return "ontributed to this" in text and bool(_CONTRIBUTED.match(text))
