"""The place that a body opens with: "Kyiv:", "MEXICO CITY (AP) —"."""

from __future__ import annotations

import re

_PLACE = r"[^\W\d_][\w.’' -]{1,40}?(?:,\s[^\W\d_][\w. -]{1,24}?)?"
_DASH = re.compile(
    rf"({_PLACE})\s*(?:\(([A-Z][\w /.-]{{1,20}})\))?\s*(?:—|–|--|\s-)\s+(?=[^\W_]|[\"“‘'])"
)
_COLON = re.compile(rf"({_PLACE})\s*(?:\(([A-Z][\w /.-]{{1,20}})\))?\s*:\s+(?=[^\W_]|[\"“‘'])")
_NO_PLACE = frozenset(
    "note update updated watch read exclusive opinion analysis breaking live editor warning question answer explainer "
    "correction advertisement listen video photo photos q a spoilers spoiler summary more also explained fact checked "
    "factbox the".split()
)


def dateline(paragraph: str) -> str | None:
    """Return the place that a paragraph opens with, or None."""
    head = paragraph[:90]
    for rule in (_DASH, _COLON):
        match = rule.match(head)
        if match and _is_place(match[1], bool(match[2]), head[match.end() :], rule is _DASH):
            return match[1].strip()
    return None


def _is_place(place: str, agency: bool, rest: str, dash: bool) -> bool:
    words = place.replace(",", " ").split()
    if not 1 <= len(words) <= 4 or any(w.casefold().strip(".’'s") in _NO_PLACE for w in words):
        return False
    if not all(w[0].isupper() or w in ("de", "of", "la", "el", "upon") for w in words):
        return False
    opens = rest[:1].isupper() or rest[:1] in "\"“‘'" or rest[:1].isdigit()
    return agency or place.isupper() or (opens and (not dash or len(words) <= 3))
