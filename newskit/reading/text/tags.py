"""Tags and topics: under a label, or the last lines of the text."""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import is_name
from newskit.reading.text.kinds import Marked
from newskit.reading.text.pasted_page import PastedPage

_LABELS = "|".join(sorted(rule_words(__package__)["tag_label"]))
_LABEL = re.compile(rf"(?:{_LABELS})\s*(?::\s*(.*))?", re.IGNORECASE | re.DOTALL)
_SEPARATOR = re.compile(r"\s*[,;|·•]\s*")
_LONG = 300  # characters: no list of tags beside its label is longer
_MOST = 30  # tags in a list
_TAG_WORDS = 6  # of one tag
_LONG_NAME = 6  # words
_MOST_NAMES = 30  # words of a line of names without separators
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
    below = marked[i : i + _MOST]
    if not below or below[0].kind not in ("short", "bullet"):
        return []

    first = below[0]
    is_one_line = first.line.words > _TAG_WORDS or "," in first.text
    if first.kind == "short" and is_one_line and not first.line.closed:
        return [first.text]

    return [here.text for here in takewhile(partial(_is_next, first), below)]


def _is_next(first: Marked, here: Marked) -> bool:
    one_list = here.kind == first.kind and here.line.block == first.line.block
    return one_list and not here.line.closed


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
    is_short = here.line.words <= _TAG_WORDS and not here.line.closed
    return is_short and here.kind in ("short", "bullet")


def _split(lines: list[str], text: str) -> list[str]:
    if len(lines) != 1:
        bare = (line.strip(" ,;|") for line in lines)
        return list(filter(None, bare))

    parts = list(filter(None, _SEPARATOR.split(lines[0])))
    if len(parts) > 1:
        return parts

    return _known_names(lines[0].strip(), text) or parts


def _known_names(line: str, text: str) -> list[str]:
    """Cut a line without separators into names that stand in the body; [] if that fails."""
    if is_name(line) and line in text:
        return [line]

    words = line.split()
    if len(words) > _MOST_NAMES:
        return []

    found: list[str] = []
    at = 0
    while at < len(words):
        name = _longest_name(words[at : at + _LONG_NAME], text)
        if name is None:
            return []

        found.append(name)
        at += name.count(" ") + 1

    return found


def _longest_name(words: list[str], text: str) -> str | None:
    """Return the most words of the beginning that stand in the body together."""
    for n in range(len(words), 1, -1):
        name = " ".join(words[:n])
        if name in text:
            return name

    word = words[0]
    is_part = word[0].isupper() and _goes_on(word, text)
    return word if word in text and not is_part else None


def _goes_on(word: str, text: str) -> bool:
    """Say whether a single word stands in the body only as part of a longer name."""
    return re.search(rf"\b{re.escape(word)}\b(?! [A-Z])", text) is None


def _without(tags: list[str], authors: list[str]) -> list[str]:
    """Leave out the authors, and buttons that stand where tags do."""
    kept = (tag for tag in tags if tag not in authors and not _is_button(tag))
    return list(dict.fromkeys(kept))


def _is_button(tag: str) -> bool:
    return tag.endswith(":") or tag.casefold() in _NO_TAGS
