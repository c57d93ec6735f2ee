"""Find what a stamp line says: labels, ages, days and clocks, each by the first rule that fits."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from newskit.timestamps.clocks import CLOCK, FOUR_DIGITS
from newskit.timestamps.days import DAY_MONTH, MONTH_DAY, NUMBERS_ONLY, YEAR_FIRST
from newskit.timestamps.items import Ago, Item, Label
from newskit.timestamps.scan import Token
from newskit.timestamps.stamp_rule import END, Match, StampRule, any_of, as_seen, pattern
from newskit.timestamps.words import AMOUNTS, LABELS, UNITS


class PrintedItem(NamedTuple):
    """An item and its place in the line."""

    item: Item
    start: int
    end: int


def _label(match: Match) -> Label:
    return Label(LABELS[match["label"].lower()])


def _ago(match: Match) -> Ago:
    amount = match["amount"].lower()
    return Ago(AMOUNTS.get(amount) or int(amount), UNITS[match["unit"].lower()])


# Published, Posted, Updated, Last modified ...
LABEL = StampRule(pattern(rf"\s(?P<label>{any_of(LABELS)})"), _label)

# 2 hours ago, an hour ago, 9 min. ago
AGO = StampRule(
    pattern(rf"""
        \s(?P<amount>\d{{1,3}}|{any_of(AMOUNTS)}) \s(?P<unit>{any_of(UNITS)}) (?:\s\.)? \sago{END}
    """),
    _ago,
)

# By the kind of token they begin with; the first that fits is right, so the order is that of trust.
RULES: dict[str, tuple[StampRule, ...]] = {
    "word": (LABEL, AGO, MONTH_DAY),
    "number": (AGO, YEAR_FIRST, NUMBERS_ONLY, DAY_MONTH, CLOCK, FOUR_DIGITS),
}


def printed_items(tokens: list[Token]) -> list[PrintedItem]:
    """Return what a line says and where it says it, from left to right."""
    seen = as_seen(tokens)
    begins = [0, *accumulate(len(token.text) + 1 for token in tokens)]
    found: list[PrintedItem] = []

    i = 0
    while i < len(tokens):
        read = _read_at(seen, begins[i], tokens[i].kind)
        if read is None:
            i += 1
            continue

        # The token behind the item is the one that begins where the match ends.
        item, end = read
        after = bisect_left(begins, end)
        found.append(PrintedItem(item, tokens[i].start, tokens[after - 1].end))
        i = after

    return found


def _read_at(seen: str, at: int, kind: str) -> tuple[Item, int] | None:
    """Return the item that begins at a place, and where it ends."""
    for rule in RULES.get(kind, ()):
        match = rule.pattern.match(seen, at)
        # A pattern may fit what no calendar and no clock has: 13/14/2024, 17:19 AM.
        item = rule.read(match) if match else None
        if match and item:
            return item, match.end()

    return None
