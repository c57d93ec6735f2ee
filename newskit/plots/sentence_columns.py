"""Where the sentences of versions stand in a plot: columns, and the links between two of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from newskit.html import COLORS
from newskit.plots.canvas import BLUE, DARK, FAINT, ORANGE, STRIPES

FIELDS = ("headline", "standfirst", "text")
_GAP = 0.03  # of the longest version: between its headline and its text
_BETWEEN = 0.12  # of a word: between two sentences
_GREEN, _PURPLE, _WHITE = COLORS[2], COLORS[3], "#ffffff"

Span = tuple[float, float]
_Key = tuple[str, int]


class OperationLook(NamedTuple):
    """How an operation is drawn: no two are one gray on paper and of one hatch."""

    fill: str
    hatch: str
    edge: str
    alpha: float = 0.35


LOOKS = {
    "unchanged": OperationLook("#ececec", "", FAINT, 0.6),
    "edited": OperationLook(BLUE, "", _WHITE),
    "split": OperationLook(_PURPLE, "||||", _WHITE),
    "merged": OperationLook(_PURPLE, "----", _WHITE),
    "moved": OperationLook(ORANGE, STRIPES, _WHITE),
    "deleted": OperationLook(_WHITE, "xxxx", DARK),
    "added": OperationLook(_GREEN, "\\\\\\\\", _WHITE),
}
"""What is drawn first lies below."""


class DrawnLink(NamedTuple):
    """What became of a sentence: where it stands in both columns, in words from the top."""

    operation: str
    old: Span | None
    new: Span | None
    quoted: float
    notice: str | None


class DrawnStep(NamedTuple):
    """Two columns and the links between them."""

    left: float
    right: float
    columns: tuple[tuple[float, int, int], ...]
    """Of both: place, version, words."""
    links: list[DrawnLink]
    longest: float
    fields: dict[str, float]
    """Where the fields of the older version begin."""


class _VersionPair(NamedTuple):
    versions: tuple[int, int]
    rows: list[dict[str, Any]]


def steps_of(rows: Iterable[dict[str, Any]]) -> list[DrawnStep]:
    """Return the steps from version to version, side by side; columns that two share are one."""
    pairs: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for row in rows:
        pairs.setdefault((int(row["version_from"]), int(row["version_to"])), []).append(row)

    x, steps, last = -1.0, [], None
    # The same for all steps: the two halves of a column lie side by side.
    gap = _GAP * max([_longest(own) for own in pairs.values()] or [0])
    for (old, new), own in sorted(pairs.items()):
        # A step that does not begin where the last one ended has a column of its own.
        x += 0.0 if old == last else 1.0
        steps.append(_step(x, _VersionPair((old, new), own), gap))
        x, last = x + 1.0, new

    return steps


def _longest(rows: list[dict[str, Any]]) -> int:
    return max(sum(_words(rows, side).values()) for side in ("old", "new"))


def _step(x: float, pair: _VersionPair, gap: float) -> DrawnStep:
    words_old = _words(pair.rows, "old")
    words_new = _words(pair.rows, "new")
    n_old, n_new = sum(words_old.values()), sum(words_new.values())
    old, new = _spans(words_old, gap), _spans(words_new, gap)
    links = list(_links(pair.rows, old, new))
    longest = max(end for _, end in (*old.values(), *new.values(), (0.0, 1.0)))
    columns = ((x, pair.versions[0], n_old), (x + 1, pair.versions[1], n_new))
    fields: dict[str, float] = {}
    for (field, _), (begin, end) in old.items():
        fields.setdefault(field, (begin + end) / 2)

    return DrawnStep(x, x + 1, columns, links, longest, fields)


def _words(rows: Iterable[Mapping[str, Any]], side: str) -> dict[_Key, int]:
    """Return the words of each sentence of one version, in its order."""
    found: dict[_Key, int] = {}
    for row in rows:
        if row[f"{side}_sentence"] is not None:
            key = row["field"], int(row[f"{side}_sentence"])
            found[key] = max(1, int(row[f"n_words_{side}"] or 1))

    return dict(sorted(found.items(), key=lambda item: (FIELDS.index(item[0][0]), item[0][1])))


def _spans(words: Mapping[_Key, int], gap: float) -> dict[_Key, Span]:
    found: dict[_Key, Span] = {}
    place, before = 0.0, None
    for (field, number), n_words in words.items():
        place += gap if before not in (None, field) else 0.0
        found[field, number] = (place, place + n_words - _BETWEEN)
        place, before = place + n_words, field

    return found


def _links(
    rows: Iterable[Mapping[str, Any]], old: Mapping[_Key, Span], new: Mapping[_Key, Span]
) -> Iterable[DrawnLink]:
    """Yield the links; a sentence that was split, or merged, gives a part of its bar to each."""
    ordered = sorted(rows, key=lambda row: (row["old_sentence"] or 0, row["new_sentence"] or 0))
    cuts = {side: _cuts(ordered, side) for side in ("old", "new")}
    taken: dict[str, Counter[_Key]] = defaultdict(Counter)
    for row in ordered:
        spans: dict[str, Span | None] = {"old": None, "new": None}
        for side, there in (("old", old), ("new", new)):
            if row[f"{side}_sentence"] is not None:
                key = row["field"], int(row[f"{side}_sentence"])
                spans[side] = _part(there[key], taken[side][key], cuts[side][key])
                taken[side][key] += 1

        quoted = float(row["quoted"] or 0)
        yield DrawnLink(row["operation"], spans["old"], spans["new"], quoted, row["notice"])


def _cuts(rows: Iterable[Mapping[str, Any]], side: str) -> Counter[_Key]:
    name = f"{side}_sentence"
    return Counter((row["field"], int(row[name])) for row in rows if row[name] is not None)


def _part(span: Span, number: int, of: int) -> Span:
    begin, end = span
    width = (end - begin) / of
    return begin + number * width, begin + (number + 1) * width
