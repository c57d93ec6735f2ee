"""How positive or negative the words round a target are: one by one, and in sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newskit.analyses.sentiment.feature import Feature, signed
from newskit.analyses.sentiment.rules import NEGATED
from newskit.analyses.sentiment.target_context import NEGATION_WINDOW, TargetContext, band

# Sums of valences are also told in steps, for their size does not speak evenly.
_STEP, _STEPS = 1.5, 4
# No sum counts more: one long list of insults is not many.
_LARGEST = 2.0


def valences(context: TargetContext, listed: Mapping[str, float]) -> list[float]:
    """Return the valence of each token, turned by a negation up to three words before."""
    found = [listed.get(word, 0.0) for word in context.low]
    return [_in_context(context, value, i) if value else 0.0 for i, value in enumerate(found)]


def _in_context(context: TargetContext, value: float, i: int) -> float:
    beside = context.named[max(0, i - 1) : i] + context.named[i + 1 : i + 2]
    if context.named[i] and any(beside):
        return 0.0  # in a name of several words: the Liberal Party
    denied = "no" in context.low[max(0, i - NEGATION_WINDOW) : i]
    return value * NEGATED if denied or context.is_negated(i) else value


def valence_features(
    context: TargetContext, listed: Mapping[str, float], lexicon: str
) -> Iterator[Feature]:
    """Describe the valences of the words round the target, and their sums."""
    values = valences(context, listed)
    away = context.to_other_names()
    sums = {"target": 0.0, "another name": 0.0}
    for i in context.beside_target():
        value = values[i]
        if not value:
            continue
        _, distance = context.side_of(i)
        nearest = "target" if distance <= away[i] else "another name"
        sums[nearest] += value
        yield from _one(context, i, signed(lexicon, value), abs(value) / 2)
        yield Feature(f"{signed(lexicon, value)} nearest to {nearest}", abs(value) / 2, i)

    for nearest, total in sums.items():
        yield Feature(f"{lexicon} sum: nearest to {nearest}", _within(total / 3, _LARGEST))
    yield from _sums(context, values, lexicon)


def _one(
    context: TargetContext,
    i: int,
    valence: str,
    size: float,
) -> Iterator[Feature]:
    """Describe where one valence stands, as seen from the target."""
    side, distance = context.side_of(i)
    yield Feature(valence, size / 2, i)
    yield Feature(f"{valence} {side} {band(distance)}", size, i)
    if context.in_clause(i):
        yield Feature(f"{valence} in clause", size, i)
        yield Feature(f"{valence} in clause, {side}", size, i)
    if context.quoted[i] != context.is_quoted:
        yield Feature(f"{valence} in other voice", size, i)


class _Window(NamedTuple):
    """A stretch of the sentence whose valences are summed."""

    name: str
    begin: int
    end: int
    # The sum is told over this, so that it is about 1 when it is clear.
    scale: float
    # Whether its size is told in steps, too, or only its sign.
    in_steps: bool


def _windows(context: TargetContext) -> tuple[_Window, ...]:
    first, last, n = context.first, context.last, len(context.low)
    return (
        _Window("sentence", 0, n, 5.0, True),
        _Window("clause", *context.clause, 3.0, True),
        _Window("4 to the left", max(0, first - 4), first, 2.0, False),
        _Window("4 to the right", last, min(n, last + 4), 2.0, False),
        _Window("8 round it", max(0, first - 8), min(n, last + 8), 2.0, False),
    )


def _sums(
    context: TargetContext,
    values: list[float],
    lexicon: str,
) -> Iterator[Feature]:
    for window in _windows(context):
        total = sum(values[window.begin : window.end])
        name = f"{lexicon} sum: {window.name}"
        yield Feature(name, _within(total / window.scale, _LARGEST))
        if window.in_steps:
            step = _STEP * round(_within(total / _STEP, _STEPS))
            yield Feature(f"{name}, about {step:g}", 1.0)
        elif total:
            yield Feature(signed(f"{name} ", total), 1.0)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))
