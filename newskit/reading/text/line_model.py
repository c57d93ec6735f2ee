"""The line model: what each line of a pasted text is, by weights of its features.

A chain over the lines (a linear-chain conditional random field; Lafferty, McCallum and Pereira
2001, https://dl.acm.org/doi/10.5555/645530.655813), given the headline, which is chosen first
among the lines above the paragraphs. The weights were fitted by data/line_model/fit.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from newskit.csv_files import csv_rows
from newskit.reading.text.head import could_be_headline
from newskit.reading.text.kinds import Marked
from newskit.reading.text.line_columns import (
    NEIGHBORS,
    Candidates,
    Columns,
    below_headline,
    candidates_of,
    columns_of,
    shifted,
)
from newskit.reading.text.line_facts import TextFacts, facts_of
from newskit.reading.text.line_kinds import ZONES, ReadLines
from newskit.reading.text.line_rules import lines_without_text, with_the_whole_body

Floats = NDArray[np.float64]

KINDS = list(ZONES)
_AT = {kind: i for i, kind in enumerate(KINDS)}
_NEVER, _UNLIKELY = -1e3, -8.0
_FULL_STOP = -6.0  # of a headline that ends in one: on a page of a few lines, all others do
_TEXT = ("paragraph", "subhead", "standfirst")
_LEAST = 1e-200  # odds of a kind that all lines speak against: later lines may still ask for it
_AT_ONCE = 256  # lines: the weights of all their features are held at once
_CRUMB_WORDS, _CRUMB_MORE = 4, 8  # "Home Ferry sails again today" above "Ferry sails again today"


@dataclass(frozen=True)
class Weights:
    """What every value of every feature speaks for."""

    rows: dict[str, dict[str, int]]
    """Feature -> its value -> row of `table`."""
    table: Floats
    steps: Floats
    """From kind to kind."""


def read_lines(marked: list[Marked], weights: Weights | None = None) -> ReadLines:
    """Say what each line of a text is: a kind of `ZONES`."""
    weights = weights or _fitted()
    facts = facts_of(marked)
    columns = columns_of(facts)
    candidates = candidates_of(facts, columns)
    scores = _scores(columns, weights)
    best, sure = _choose_headline(facts, scores, candidates, weights)
    headline = best if could_be_headline(marked, best) else None
    scores = _only(scores + _scores(below_headline(facts, columns, headline), weights), headline)
    ruled = lines_without_text(facts, columns)
    scores[np.ix_(ruled, [_AT[kind] for kind in _TEXT])] += _UNLIKELY
    kinds, odds = _decode(scores, weights.steps)
    certain = [float(odds[i, _AT[kind]]) for i, kind in enumerate(kinds)]
    subhead = odds[:, _AT["subhead"]].tolist()
    read = ReadLines(kinds, certain, subhead, headline, sure)
    return with_the_whole_body(read, facts, columns, ruled)


def _choose_headline(
    facts: TextFacts,
    line_scores: Floats,
    candidates: Candidates,
    weights: Weights,
) -> tuple[int, float]:
    lines = candidates.lines
    scores = line_scores[lines, _AT["headline"]]
    scores += _scores(candidates.columns, weights)[:, _AT["headline"]]
    scores[[facts.lines[i].text.endswith(".") for i in lines]] += _FULL_STOP
    odds = np.exp(scores - scores.max())
    best = int(odds.argmax())
    # A headline that is printed several times is as sure as all of them together.
    folded = [facts.lines[i].folded for i in lines if i <= _opening(facts, lines[best])]
    same = [k for k, text in enumerate(folded) if text == folded[best]]
    return _lowest_print(folded, lines, best), float(odds[same].sum() / odds.sum())


def _opening(facts: TextFacts, headline: int) -> int:
    """Return the first sentence below a line: farther down its words are said, not printed."""
    return next((i for i in facts.sentences if i > headline), len(facts.lines))


def _lowest_print(folded: list[str], lines: list[int], best: int) -> int:
    """Return the last line that prints the headline: above it stand crumbs and title bars."""
    below = [k for k in range(best + 1, len(folded)) if folded[k] == folded[best]]
    if below:
        return lines[below[-1]]
    crumbs = (k for k in range(best + 1, len(folded)) if _is_crumb(folded[best], folded[k]))
    return lines[next(crumbs, best)]


def _is_crumb(text: str, headline: str) -> bool:
    words = headline.count(" ") + 1
    if words < _CRUMB_WORDS or text.count(" ") + 1 - words > _CRUMB_MORE:
        return False
    return text.endswith(f" {headline}") or text.startswith(f"{headline} ")


def _scores(columns: Columns, weights: Weights) -> Floats:
    """Return the score of every line (row) for every kind (column)."""
    known = ((weights.rows.get(name), values) for name, values in _with_neighbors(columns))
    rows = [list(map(of.get, values, repeat(0))) for of, values in known if of]
    n_lines = len(next(iter(columns.values())))
    total = np.zeros((n_lines, len(KINDS)))
    for first in range(0, n_lines, _AT_ONCE):
        these = slice(first, first + _AT_ONCE)
        total[these] = weights.table[[row[these] for row in rows]].sum(axis=0)
    return total


def _with_neighbors(columns: Columns) -> list[tuple[str, list[str]]]:
    near = [
        (f"{step:+d}:{name}", shifted(columns[name], step))
        for step, names in NEIGHBORS.items()
        for name in names
        if name in columns
    ]
    return [*columns.items(), *near]


def features(columns: Columns) -> list[list[str]]:
    """Return the features of every line as the weights name them: "length=3", "-1:closed=1"."""
    named = [[f"{name}={value}" for value in values] for name, values in _with_neighbors(columns)]
    return [list(line) for line in zip(*named, strict=True)]


def _only(scores: Floats, headline: int | None) -> Floats:
    """Let one line be the headline, and no other; or none at all."""
    scores = scores.copy()
    scores[:, _AT["headline"]] = _NEVER
    if headline is None:
        return scores

    scores[headline] = _NEVER
    scores[headline, _AT["headline"]] = 0.0
    return scores


def _decode(scores: Floats, steps: Floats) -> tuple[list[str], Floats]:
    """Return the best kinds of the lines in a row (Viterbi), and the probability of every kind."""
    columns = np.arange(len(KINDS))
    best = scores[0] + _starts()
    back = np.zeros(scores.shape, dtype=np.intp)
    for i in range(1, len(scores)):
        paths = best[:, None] + steps
        before = paths.argmax(axis=0)
        back[i] = before
        best = paths[before, columns] + scores[i]

    last = int((best + _stops()).argmax())
    kinds = [last]
    for i in range(len(scores) - 1, 0, -1):
        kinds.append(int(back[i, kinds[-1]]))
    kinds.reverse()
    return [KINDS[kind] for kind in kinds], _probabilities(scores, steps)


def _probabilities(scores: Floats, steps: Floats) -> Floats:
    """Return the probability of every kind (column) on every line, forward and backward.

    Odds are scaled to sum to one on every line, since a product of thousands would vanish.
    """
    step = np.exp(steps)
    here = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds = np.zeros(scores.shape)
    arriving = np.exp(_starts())
    for i in range(len(scores)):
        forward = here[i] * arriving
        odds[i] = np.maximum(forward / forward.sum(), _LEAST)
        arriving = odds[i] @ step

    backward = np.exp(_stops())
    for i in range(len(scores) - 1, -1, -1):
        odds[i] *= backward
        backward = step @ (here[i] * backward)
        backward = np.maximum(backward / backward.sum(), _LEAST)
    summed: Floats = odds / odds.sum(axis=1, keepdims=True)
    return summed


def _starts() -> Floats:
    """Return the scores of kinds as the first: copies begin anywhere up to the body."""
    return np.array([0.0 if _may_start(kind) else _NEVER for kind in KINDS])


def _may_start(kind: str) -> bool:
    return ZONES[kind] < 2 or kind == "paragraph"


def _stops() -> Floats:
    """Return the scores of kinds as the last: what parts paragraphs has one behind it."""
    inside = ("subhead", "between", "caption inside")
    return np.array([_NEVER if kind in inside else 0.0 for kind in KINDS])


def may_follow(above: str, below: str) -> bool:
    """Say whether a line of one kind may stand right below one of another."""
    before, here = ZONES[above], ZONES[below]
    if here < before:
        return False
    if before == here:
        return below != "headline"
    if here == 1:  # the head begins with the headline
        return below == "headline"
    if here == 2:  # the body begins with a paragraph
        return below == "paragraph" and before == 1
    return before == 1 or above == "paragraph"  # and ends with one


@cache
def _fitted() -> Weights:
    rows = csv_rows(__package__, "line_weights.csv")
    return weights_of((row["feature"], row["kind"], float(row["weight"])) for row in rows)


def weights_of(listed: Iterable[tuple[str, str, float]]) -> Weights:
    """Arrange weights (feature, kind, weight); "below KIND" is a feature of the line above."""
    rows: dict[str, dict[str, int]] = {}
    table = [np.zeros(len(KINDS))]
    steps = np.array([[0.0 if may_follow(a, b) else _NEVER for b in KINDS] for a in KINDS])
    for feature, kind, weight in listed:
        if feature.startswith("below "):
            steps[_AT[feature.removeprefix("below ")], _AT[kind]] += weight
            continue
        name, _, value = feature.rpartition("=")
        row = rows.setdefault(name, {}).setdefault(value, len(table))
        if row == len(table):
            table.append(np.zeros(len(KINDS)))
        table[row][_AT[kind]] += weight
    return Weights(rows, np.array(table), steps)
