"""Which words stand beside a target: by side, by distance, in its clause, and in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from newskit.analyses.sentiment.feature import NAME, Feature
from newskit.analyses.sentiment.target_context import TargetContext, band
from newskit.text.stems import stem

# How near a word must stand, in tokens, to be told with its distance, as printed, as a pair, and (a
# name or a mark) at all.
_NEAR, _BESIDE, _PAIRED, _NO_WORD = 6, 3, 5, 2


def word_features(context: TargetContext) -> list[Feature]:
    """Describe every word beside the target."""
    out: list[Feature] = []
    for i in context.beside_target():
        if context.named[i] or not context.low[i][0].isalnum():
            out += _name_or_mark(context, i)
        else:
            out += _word(context, i)
    return out


def _name_or_mark(context: TargetContext, i: int) -> Iterator[Feature]:
    side, distance = context.side_of(i)
    if distance <= _NO_WORD:
        what = NAME if context.named[i] else context.low[i]
        yield Feature(f"{side} {band(distance)}: {what}", 1.0, i)


def _word(context: TargetContext, i: int) -> Iterator[Feature]:
    """Describe a word in several ways at once, so that rare ones lean on their commoner kin.

    The values say how much each way may count: the model was fitted with them.
    """
    side, distance = context.side_of(i)
    root = stem(context.low[i])
    turned = f"not {root}" if context.is_negated(i) else root
    yield Feature(f"anywhere: {turned}", 0.6, i)
    yield Feature(f"{side}: {turned}", 0.42, i)
    if distance <= _NEAR:
        yield Feature(f"{side} {band(distance)}: {root}", 0.9, i)
    if distance <= _BESIDE:
        yield Feature(f"{side} beside: {context.low[i]}", 0.7, i)
    if context.in_clause(i):
        yield Feature(f"{side} in clause: {turned}", 0.7, i)
    if distance <= _PAIRED:
        yield from _pair(context, i, side)


def _pair(context: TargetContext, i: int, side: str) -> Iterator[Feature]:
    """Describe a word with the one after it, unless that is the target or a mark."""
    after = i + 1
    if after >= len(context.low) or context.is_target(after):
        return
    follower = NAME if context.named[after] else context.low[after]
    if follower == NAME or follower[0].isalnum():
        yield Feature(f"{side} pair: {context.low[i]} {follower}", 0.7, i)
