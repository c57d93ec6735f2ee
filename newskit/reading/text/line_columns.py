"""All features of the lines of a text, as columns: name of a feature -> its value on every line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newskit.reading.text.levels import level
from newskit.reading.text.line_facts import LineFacts, TextFacts
from newskit.reading.text.line_place import Column, places
from newskit.reading.text.line_shape import SHAPE

Columns = dict[str, Column]

_BEST = ("4", "5")  # levels of "of_best": three quarters and more
_WORDY = 4  # words that a headline has
_MENU = ("5", "6")  # levels of "run_of_short": ten lines and more
_PARAGRAPHS = 4  # sentences above which the headline stands
_BY_ZONE = (
    *("length", "closed", "shared", "n_shared", "blanks", "prose", "words", "capitals", "name"),
    *("copies", "end", "stamp", "boilerplate", "bullet", "same_opening", "run_of_short", "upper"),
    *("shared_with_lead", "endnote", "block_place", "rank", "of_best", "contact", "reader"),
    *("byline", "role", "author", "author_note", "pitch", "dateline", "like_next", "like_last"),
    *("pictured", "disclosure"),
)
_CROSSED = (
    ("length", "closed"),
    ("position", "n_shared"),
    ("names", "blanks"),
    ("rank", "words"),
    ("prose_down", "length"),
    ("prose_up", "prose_down", "closed", "prose"),
    ("good_below", "good"),
    ("good_below", "zone", "boilerplate"),
    ("good_below", "length", "closed"),
    ("good_above", "good"),
)
_FAR = ("stamp", "prose", "byline", "boilerplate")
_NEAR = (*_FAR, "length", "closed", "names", "good")
_NEXT = (
    *(*_NEAR, "picture", "bullet", "name", "shared", "blanks", "capitals", "end", "copies"),
    *("role", "same_opening", "dateline", "author", "author_note"),
)
NEIGHBORS: dict[int, tuple[str, ...]] = {
    **dict.fromkeys((-1, 1), _NEXT),
    **dict.fromkeys((-2, 2), _NEAR),
    **dict.fromkeys((-3, 3), _FAR),
}
"""Which columns of the lines above (-) and below (+) are features of a line, too."""


@dataclass(frozen=True)
class Candidates:
    """The lines among which the headline is, and their features."""

    lines: list[int]
    columns: Columns


def columns_of(facts: TextFacts) -> Columns:
    """Return the features of all lines that do not depend on what any line is."""
    columns = {name: [str(of(line)) for line in facts.lines] for name, of in SHAPE.items()}
    columns |= places(facts)
    zone = columns["zone"]
    crossed = {f"zone+{name}": _join(zone, columns[name]) for name in _BY_ZONE}
    crossed |= {"+".join(names): _join(*(columns[n] for n in names)) for names in _CROSSED}
    crossed |= _against_neighbors(facts, columns)
    return columns | crossed | {"any": ["1"] * len(facts.lines)}


def _join(first: Column, *others: Column) -> Column:
    for other in others:
        first = [f"{a}|{b}" for a, b in zip(first, other, strict=True)]
    return first


def _against_neighbors(facts: TextFacts, columns: Columns) -> Columns:
    """Compare every line with the one above and the one below."""
    out: Columns = {}
    shape = _join(columns["prose"], columns["length"])
    for step, name in ((-1, "above"), (1, "below")):
        prose, stamp = (shifted(columns[column], step) for column in ("prose", "stamp"))
        is_stamp = ["0" if value in "0-" else "1" for value in stamp]
        longer = list(_longer(facts.lines, step))
        out |= {
            f"prose_{name}+prose+length": _join(prose, shape),
            f"stamp_{name}+length": _join(is_stamp, columns["length"]),
            f"longer_{name}+closed": _join(longer, columns["closed"]),
        }
    return out


def _longer(lines: list[LineFacts], step: int) -> Iterator[str]:
    for i, line in enumerate(lines):
        inside = 0 <= i + step < len(lines)
        more = lines[i + step].length - line.length if inside else 0
        yield str(level(more, (-80, -30, -8, 9, 31, 81))) if inside else "-"


def shifted(column: Column, step: int) -> Column:
    """Return the values that a column has `step` lines below; "-" outside the text."""
    out = ["-"] * min(abs(step), len(column))
    return [*column[step:], *out] if step > 0 else [*out, *column[:step]]


def below_headline(facts: TextFacts, columns: Columns, headline: int | None) -> Columns:
    """Return the features of all lines that depend on which line is the headline, if one is."""
    if headline is None:
        return {"from_headline": ["none"] * len(facts.lines)}

    away = [_away(i - headline) for i in range(len(facts.lines))]
    title = facts.lines[headline]
    same = [str(int(line.folded == title.folded)) for line in facts.lines]
    shared = [str(level(len(line.content & title.content), (1, 2, 3, 5))) for line in facts.lines]
    head = list(_head_so_far(facts, headline))
    wordy = list(_wordy_so_far(facts, headline))
    prose, first = columns["prose"], [str(int(value == "+0")) for value in away]
    crossed = {
        "head": head,
        "head+prose": _join(head, prose),
        "head+said": _join(head, shared),
        "head+length": _join(head, columns["length"]),
        "head+like_next": _join(head, columns["like_next"]),
        "head+dateline": _join(head, columns["dateline"]),
        "head+closed": _join(head, columns["closed"]),
        "head+prose+said": _join(head, prose, shared),
        "wordy": wordy,
        "wordy+closed+head": _join(wordy, columns["closed"], head),
        "first+length": _join(first, columns["length"]),
    }
    below = {name: _only_below(values, headline) for name, values in crossed.items()}
    return {"from_headline": away, "is_headline": same, "said_in_headline": shared} | below


def _away(lines: int) -> str:
    if lines == 0:
        return "at"
    if lines < 0:
        return f"-{level(-lines, (2, 3, 5))}"
    return f"+{level(lines, (2, 3, 4, 6, 9, 15))}"


def _only_below(values: Column, headline: int) -> Column:
    return ["-"] * (headline + 1) + values[headline + 1 :]


def _head_so_far(facts: TextFacts, headline: int) -> Iterator[str]:
    """Say how much of the head and the body stands between the headline and the line."""
    paragraphs = stamps = bylines = 0
    for i, line in enumerate(facts.lines):
        yield f"{min(paragraphs, 3)}{min(stamps, 1)}{min(bylines, 1)}"
        if i > headline:
            paragraphs += line.prose
            stamps += line.kind == "stamp"
            bylines += line.marked.byline is not None


def _wordy_so_far(facts: TextFacts, headline: int) -> Iterator[str]:
    wordy = 0
    for i, line in enumerate(facts.lines):
        yield str(min(wordy, 3))
        wordy += i > headline and line.tokens >= 6


def candidates_of(facts: TextFacts, columns: Columns) -> Candidates:
    """Return the lines above the first paragraphs, with what sets one apart from the others."""
    lines = list(range(max(1, _last_candidate(facts))))
    seen = [facts.lines[i] for i in lines]
    own = _order_of(seen, columns) | _best_of(seen, columns) | _stamps_among(seen)

    long = [str(int(line.tokens >= _WORDY)) for line in seen]
    next_length = [*columns["length"], "-"]
    own["wordy_since_menu"] = _join(own["wordy_since_menu"], long)
    own["next_length"] = _join([next_length[i + 1] for i in lines], long)
    return Candidates(lines, own)


def _last_candidate(facts: TextFacts) -> int:
    if not facts.sentences:
        return len(facts.lines) - 1

    few = min(_PARAGRAPHS, len(facts.sentences) - 1)
    return facts.sentences[few]


def _order_of(seen: list[LineFacts], columns: Columns) -> Columns:
    """Return the numbers of the candidates: all, the wordy ones, those since the last menu."""
    wordy, since = _wordy_lines(seen, columns)
    first = [str(min(n, 3)) for n in wordy]
    return {
        "number": [str(min(i, 4)) for i in range(len(seen))],
        "wordy_line": [str(min(n, 4)) for n in wordy],
        "wordy_since_menu": [str(min(n, 4)) for n in since],
        "wordy_best": _join(columns["of_best"][: len(seen)], first),
    }


def _best_of(seen: list[LineFacts], columns: Columns) -> Columns:
    """Say how many lines above share as much with the prose as the best of them."""
    shares = columns["of_best"][: len(seen)]
    above = _running([int(share in _BEST) for share in shares])
    both = list(zip(above, shares, strict=True))
    return {
        "best_above": [f"{level(n, (1, 2, 4))}|{share}" for n, share in both],
        "first_best": [str(int(n == 0 and share in _BEST)) for n, share in both],
    }


def _stamps_among(seen: list[LineFacts]) -> Columns:
    stamps = [int(line.kind == "stamp") for line in seen]
    several = min(sum(stamps), 2)
    return {"stamps_above": [f"{min(n, 2)}|{several}" for n in _running(stamps)]}


def _running(flags: list[int]) -> list[int]:
    """Return how many flags are set before each."""
    out, total = [], 0
    for flag in flags:
        out.append(total)
        total += flag
    return out


def _wordy_lines(seen: list[LineFacts], columns: Columns) -> tuple[list[int], list[int]]:
    """Return the number of every line of four words: from the top, and from the last menu."""
    wordy = since = 0
    from_top, from_menu = [], []
    for line, run in zip(seen, columns["run_of_short"], strict=False):
        if line.tokens >= _WORDY:
            wordy += 1
            since += 1
        elif run in _MENU:
            since = 0

        from_top.append(wordy)
        from_menu.append(since)

    return from_top, from_menu
