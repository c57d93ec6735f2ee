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
_LONG = 300  # characters: no list of tags beside its label is longer
_MOST = 30  # tags in a list
_MOST_WORDS = 15  # of a line of tags
_LAST = 3  # lines behind the body, of which the last may be tags
_NO_TAGS = rule_words(__package__)["no_tag"]


def read_tags(page: PastedPage, text: str, authors: list[str]) -> tuple[list[str], str] | None:
    """Return (tags, rule) of a page whose body is `text`: under a label, else the last lines."""
    marked, start, end = page.marked, page.start, page.end
    for i in [*range(end, len(marked)), *range(start)]:
        labeled = _without(_below_label(marked, i, text), authors)
        if labeled:
            return labeled, "rule:tags-label"

    lines = page.of("tag")
    tags = _split([marked[i].text for i in lines], text) if lines else []
    last = _last_lines(marked, end, text)
    if len(last) > 1 and set(tags) <= set(last):
        return _found(_without(last, authors), "rule:tags-last-lines")

    return _found(_without(tags, authors), f"model:tag {page.sure_of(lines):.2f}")


def _found(tags: list[str], rule: str) -> tuple[list[str], str] | None:
    return (tags, rule) if tags else None


def _below_label(marked: list[Marked], i: int, text: str) -> list[str]:
    """Return the tags that a line labels, beside the label or below it; [] if it is no label."""
    match = _LABEL.fullmatch(marked[i].text)
    if match is None:
        return []

    beside = match[1]
    if marked[i].kind != "end" and beside and len(beside) >= _LONG:
        return []

    return _split([beside] if beside else _listed(marked, i + 1), text)


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

    is_last = len(after) <= _LAST and _is_line_of_names(after[-1])
    return _split([after[-1].text], text) if is_last else []


def _is_line_of_names(here: Marked) -> bool:
    """Say whether a line without a label could be tags: few words, all with a capital."""
    if here.kind != "short" or here.line.words > _MOST_WORDS or here.line.closed:
        return False

    return all(word[0].isupper() or not word[0].isalpha() for word in here.text.split())


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
    """Leave out the authors, and buttons that stand where tags do."""
    kept = (tag for tag in tags if tag not in authors and not _is_button(tag))
    return list(dict.fromkeys(kept))


def _is_button(tag: str) -> bool:
    return tag.endswith(":") or tag.casefold() in _NO_TAGS
