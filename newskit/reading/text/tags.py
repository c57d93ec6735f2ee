"""Tags and topics: under a label, or the last lines of the text."""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import is_name
from newskit.reading.text.kinds import Marked
from newskit.reading.text.pasted_page import PastedPage

_LABELS = "|".join(sorted(rule_words(__package__)["tag_label"]))
_LABEL = re.compile(rf"(?:{_LABELS})\s*(?::\s*(.*))?", re.IGNORECASE | re.DOTALL)
_SEPARATOR = re.compile(r"\s*[,;|·•]\s*")
_MOST = 30  # tags in a list


def read_tags(page: PastedPage, text: str, authors: list[str]) -> tuple[list[str], str] | None:
    """Return (tags, rule) of a page whose body is `text`: under a label, else the last lines."""
    marked, start, end = page.marked, page.start, page.end
    for i in [*range(end, len(marked)), *range(start)]:
        match = _LABEL.fullmatch(marked[i].text)
        if match and (marked[i].kind == "end" or match[1] is None or len(match[1]) < 300):
            tags = _split([match[1]], text) if match[1] else _split(_listed(marked, i + 1), text)
            if tags:
                return _without(tags, authors), "rule:tags-label"
    lines = page.of("tag")
    tags = _split([marked[i].text for i in lines], text) if lines else []
    last = _last_lines(marked, end, text)
    if len(last) > 1 and set(tags) <= set(last):
        return _without(last, authors), "rule:tags-last-lines"
    return (_without(tags, authors), f"model:tag {page.sure_of(lines):.2f}") if tags else None


def _listed(marked: list[Marked], i: int) -> list[str]:
    """Return the short lines behind a label, up to the end of their block."""
    out: list[str] = []
    block = marked[i].line.block if i < len(marked) else -1
    kind = marked[i].kind if i < len(marked) else ""
    for here in marked[i : i + _MOST]:
        is_next = here.kind == kind and here.line.block == block and not here.line.closed
        if not is_next or kind not in ("short", "bullet"):
            break
        if not out and kind == "short" and (here.line.words > 6 or "," in here.text):
            return [here.text]
        out.append(here.text)
    return out


def _last_lines(marked: list[Marked], end: int, text: str) -> list[str]:
    """Read tags without a label.

    They are bullets or one block of short lines right behind the body, or a last line of names.
    """
    after = [m for m in marked[end:] if m.kind not in ("drop", "skip")]
    if not after:
        return []
    lines = [m for m in after if m.line.block == after[0].line.block]
    several = len(lines) > 1 or lines[0].kind == "bullet"
    if several and all(_is_tag_like(m) for m in lines):
        return _split([m.text for m in lines], text)
    last = after[-1]
    few = last.kind == "short" and last.line.words <= 15 and not last.line.closed
    named = all(word[0].isupper() or not word[0].isalpha() for word in last.text.split())
    return _split([last.text], text) if few and named and len(after) <= 3 else []


def _is_tag_like(here: Marked) -> bool:
    return here.kind in ("short", "bullet") and here.line.words <= 6 and not here.line.closed


def _split(lines: list[str], text: str) -> list[str]:
    if len(lines) != 1:
        return [t for line in lines for t in [line.strip(" ,;|")] if t]
    parts = [p for p in _SEPARATOR.split(lines[0]) if p]
    return parts if len(parts) > 1 else _known_names(lines[0].strip(), text) or parts


def _known_names(line: str, text: str) -> list[str]:
    """Cut a line without separators into names that stand in the body; [] where that fails."""
    words, out, i = line.split(), [], 0
    if is_name(line) and line in text:
        return [line]
    while i < len(words) and len(words) <= 30:
        for j in range(min(len(words), i + 6), i, -1):
            name = " ".join(words[i:j])
            if name in text and not (j == i + 1 and words[i][0].isupper() and _goes_on(name, text)):
                out.append(name)
                i = j
                break
        else:
            return []
    return out


def _goes_on(word: str, text: str) -> bool:
    """Say whether a single word stands in the body only as part of a longer name."""
    return re.search(rf"\b{re.escape(word)}\b(?! [A-Z])", text) is None


def _without(tags: list[str], authors: list[str]) -> list[str]:
    return list(dict.fromkeys(t for t in tags if t not in authors))
