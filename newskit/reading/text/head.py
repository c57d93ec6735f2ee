"""The head of an article: is a line a headline, the section, the byline."""

from __future__ import annotations

import re

from newskit.reading.shared.bylines import names
from newskit.reading.shared.lines import TextLine
from newskit.reading.text.kinds import Marked

_LONG_HEADLINE, _LONG_SENTENCE = 250, 6  # characters; words
_BELOW = 4  # lines below the first paragraph: it may be a caption
_HEAD = 12  # lines below a headline in which a timestamp or byline stands
_NEITHER = re.compile(r"[\W_]+")  # letters nor digits
_OF_NAMES = ("short", "role", "bullet")


def folded(text: str) -> str:
    """Return the letters and digits of a text in small letters."""
    return _NEITHER.sub("", text.casefold())


def could_be_headline(marked: list[Marked], i: int) -> bool:
    """Say whether a line is short, and, if it is a sentence, stands above a timestamp or byline."""
    line = marked[i].line
    if len(line.text) > _LONG_HEADLINE:
        return False

    below = (here.kind for here in marked[i + 1 : i + 1 + _HEAD])
    sentence = line.text.endswith(".") and line.words > _LONG_SENTENCE
    return not sentence or any(kind in ("stamp", "byline") for kind in below)


def read_section(marked: list[Marked], headline: int) -> str | None:
    """Return the section: one short line that opens the text, above the headline."""
    first = marked[0]
    is_one = first.kind == "short" and first.line.words <= 4 and len(first.text) <= 40
    return first.text if is_one and first.line.alone and headline > 0 else None


def labeled_byline_above(marked: list[Marked], start: int) -> tuple[str, str] | None:
    """Return (printed byline, rule) of a line with a label: "By Ana Reyes"."""
    for i in range(min(start + _BELOW, len(marked))):
        if marked[i].kind != "byline":
            continue
        behind = marked[i].byline or (marked[i + 1].text if i + 1 < len(marked) else "")
        if names(behind):
            return behind, "rule:byline-label"
    return None


def byline_beside_stamp(marked: list[Marked], start: int) -> tuple[str, str] | None:
    """Return (printed byline, rule) of names beside a timestamp."""
    found = (_beside_stamp(marked, i, range(start)) for i in range(start))
    return next(filter(None, found), None)


def lone_name(marked: list[Marked], headline: int, start: int) -> tuple[str, str] | None:
    """Return (printed byline, rule) of the one line between headline and body that is a name."""
    head = marked[headline + 1 : start]
    found = [here.text for here in head if here.kind in _OF_NAMES and _is_only_names(here.line)]
    return (found[0], "rule:byline-lone-name") if len(found) == 1 else None


def _is_only_names(line: TextLine) -> bool:
    parts = re.split(r"\s*[/&]\s*|\s+and\s+", line.text)
    return all(names(part) == [part] for part in parts)


def _beside_stamp(marked: list[Marked], i: int, head: range) -> tuple[str, str] | None:
    stamp = marked[i].stamp
    if stamp is None:
        return None
    for text in (stamp.after if "by" in stamp.after.casefold() else "", stamp.before):
        if len(text) <= 80 and names(text):
            return text.strip(" -–—|·•,:"), "rule:byline-in-stamp"
    for j in (i - 1, i + 1, i - 2, i + 2):
        if j in head and marked[j].kind in _OF_NAMES and _is_bare_byline(marked[j].line):
            return marked[j].text, "rule:byline-beside-stamp"
    return None


def _is_bare_byline(line: TextLine) -> bool:
    return line.words <= 8 and not line.closed and bool(names(line.text))
