"""Say of every line of an annotated page what it is, from what its annotation lists."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newskit.reading.cleaning import clean
from newskit.reading.text.kinds import Marked, kinds_of_lines
from newskit.reading.text.split_lines import split_lines

_ALIKE = 0.8  # share of words that two prints of a headline or standfirst have in common
_ABOVE = 6  # lines above the headline in which a stamp or byline is the article's own
_BELOW = 6  # lines below the body in which its author may sign
_BYLINE_WORDS = 25
_LONG = 40  # characters of a paragraph that is printed in parts
_CAPTION = 500


@dataclass
class Page:
    """A page whose lines are known."""

    outlet: str
    name: str
    form: str
    marked: list[Marked]
    kinds: list[str]
    gold: dict[str, Any]


def marked_lines(text: str) -> list[Marked]:
    """Return the lines of a text as the reader sees them."""
    return kinds_of_lines(split_lines(clean(text)))


def annotated(folder: Path) -> Iterator[Page]:
    """Read the pages of a folder: a text (`.txt`) and its annotation (`.json`) each."""
    for path in sorted(folder.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        marked = marked_lines(path.read_text(encoding="utf-8"))
        kinds = line_kinds(marked, gold)
        outlet = re.split(r"_\d{4}", path.stem)[0]
        if kinds:
            yield Page(outlet, path.stem, folder.parent.name, marked, kinds, gold)


def folded(text: str | None) -> str:
    """Return a text without case, marks and width."""
    return re.sub(r"[\W_]+", " ", (text or "").casefold()).strip()


def alike(one: str, other: str) -> float:
    """Return the F1 of the words of two folded texts."""
    a, b = Counter(one.split()), Counter(other.split())
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def line_kinds(marked: list[Marked], gold: dict[str, Any]) -> list[str] | None:
    """Return the kind of every line; None where the body is not among the lines."""
    lines = [folded(here.text) for here in marked]
    body = _body(lines, [p for p in map(folded, gold["paragraphs"]) if p])
    if not body:
        return None

    first, last = _ends(lines, body, gold)
    known: dict[int, str] = {i: "paragraph" for i in [*body, first, last] if first <= i <= last}
    headline = _headline(lines[:first], folded(gold["headline"]))
    if headline is not None:
        known[headline] = "headline"
    _mark_standfirst(known, lines[:first], gold, headline)
    _mark_authors(known, lines, gold, (headline or 0, first, last))
    _mark_lists(known, lines, gold, (first, last))
    _mark_captions(known, marked, lines, gold)
    starts = headline if headline is not None else min([*known, first])
    return [_kind(known.get(i), marked[i], i, (starts, first, last)) for i in range(len(lines))]


def _body(lines: list[str], paragraphs: list[str]) -> list[int]:
    whole, joined = set(paragraphs), " ".join(paragraphs)
    long = [p for p in paragraphs if len(p) > _LONG]
    opened, closed = {p[:20]: p for p in long}, {p[-20:]: p for p in long}
    found = []
    for i, line in enumerate(lines):
        part = len(line) > _LONG and line in joined
        around = opened.get(line[:20]) or closed.get(line[-20:])
        if line and (line in whole or part or (around and around in line)):
            found.append(i)
    return found


def _ends(lines: list[str], body: list[int], gold: dict[str, Any]) -> tuple[int, int]:
    opening, closing = folded(gold["first_body_words"]), folded(gold["last_body_words"])
    opens = [i for i in body if lines[i].startswith(opening)]
    opens = opens or [i for i in range(len(lines)) if opening in lines[i]]
    first = opens[0] if opens else body[0]
    closes = [i for i in body if lines[i].endswith(closing)]
    closes = closes or [i for i in range(len(lines)) if lines[i].endswith(closing)]
    last = closes[-1] if closes else body[-1]
    return first, last if last >= first else body[-1]


def _headline(lines: list[str], headline: str) -> int | None:
    """Return the print of the headline: the first that is the same, else the most like it."""
    best, found = 0.0, None
    for i, line in enumerate(lines):
        around = len(headline) > 20 and headline in line and len(line) < len(headline) + 60
        score = 1.0 if line == headline else alike(line, headline)
        if (around or score > _ALIKE) and score > best:
            best, found = score, i
    return found


def _mark_standfirst(
    known: dict[int, str], lines: list[str], gold: dict[str, Any], headline: int | None
) -> None:
    whole = folded(gold.get("standfirst"))
    parts = [*map(folded, gold.get("summary") or []), whole]
    for i, line in enumerate(lines):
        if i in known or not line or not whole:
            continue
        part = line in parts or (len(line) > 25 and line in whole)
        below = headline is None or i > headline or line == whole
        if below and (part or alike(whole, line) >= _ALIKE):
            known[i] = "standfirst"


def _mark_authors(
    known: dict[int, str], lines: list[str], gold: dict[str, Any], ends: tuple[int, int, int]
) -> None:
    headline, first, last = ends
    authors = [a for a in map(folded, gold.get("authors") or []) if a]
    for i in [*range(max(0, headline - 4), first), *range(last + 1, last + 1 + _BELOW)]:
        if i >= len(lines) or i in known:
            continue
        named = any(author in lines[i] for author in authors)
        if named and len(lines[i].split()) <= _BYLINE_WORDS:
            known[i] = "byline" if i < first else "after"


def _mark_lists(
    known: dict[int, str], lines: list[str], gold: dict[str, Any], ends: tuple[int, int]
) -> None:
    first, last = ends
    subheads = {folded(text) for text in gold.get("subheads") or []}
    inside = (i for i in range(first, last) if i not in known)
    known.update({i: "subhead" for i in inside if lines[i] in subheads})
    tags = {folded(text) for text in gold.get("tags") or []} - {""}
    for i in range(last + 1, len(lines)):
        row = len(tags) > 1 and all(tag in lines[i] for tag in tags)
        short = len(lines[i]) < 1.5 * len(" ".join(tags))
        if i not in known and (lines[i] in tags or (row and short)):
            known[i] = "tag"


def _mark_captions(
    known: dict[int, str], marked: list[Marked], lines: list[str], gold: dict[str, Any]
) -> None:
    """Mark the lines that are listed as captions, or have a credit."""
    listed = [c for c in map(folded, gold.get("captions") or []) if len(c) > 15]
    for i, line in enumerate(lines):
        if i in known or not line:
            continue
        told = any(c[:50] in line or (len(line) > 15 and line in c) for c in listed)
        if told or (marked[i].picture and len(line) < _CAPTION):
            known[i] = "caption"


def _kind(known: str | None, here: Marked, i: int, ends: tuple[int, int, int]) -> str:
    headline, first, last = ends
    stamp = here.stamp is not None
    if i < headline:
        above = "stamp above" if stamp and headline - i <= _ABOVE else "before"
        return "byline above" if known == "byline" else above
    if i < first:
        return known or ("stamp" if stamp else "head")
    if i <= last:
        kinds = {"caption": "caption inside", "paragraph": "paragraph", "subhead": "subhead"}
        return kinds.get(known or "", "between")
    return "tag" if known == "tag" else "after"
