"""Read days, clocks, labels and ages from the tokens of a stamp line.

Each rule looks at the tokens from one place on and returns what it found and where it stopped, or None.
No rule looks further than a dozen tokens, so a line is read in linear time.
"""

from __future__ import annotations

from typing import NamedTuple

from newskit.timestamps.clocks import clock
from newskit.timestamps.days import day_month, month_day, numbers_only, year_first
from newskit.timestamps.items import Ago, Item, Label
from newskit.timestamps.scan import Token
from newskit.timestamps.stamp_line import Found, StampLine
from newskit.timestamps.words import ONES, PUBLISHED_LABELS, UNITS, UPDATED_LABELS


class PrintedItem(NamedTuple):
    """An item and its place in the line."""

    item: Item
    start: int
    end: int


def printed_items(tokens: list[Token]) -> list[PrintedItem]:
    """Return what a line says and where it says it."""
    line, out, i = StampLine(tokens), [], 0
    while i < len(tokens):
        for rule in RULES:
            found = rule(line, i)
            if found:
                out.append(PrintedItem(found[0], tokens[i].start, tokens[min(found[1], len(tokens)) - 1].end))
                i = found[1]
                break
        else:
            i += 1
    return out


def label(line: StampLine, i: int) -> Found:
    """Read Published, Posted, Updated, Last modified ..."""
    word = line.word(i)
    if word in PUBLISHED_LABELS:
        return Label("published"), i + 1
    if word in UPDATED_LABELS:
        return Label("updated"), i + 1
    return None


def ago(line: StampLine, i: int) -> Found:
    """2 hours ago, an hour ago, 9 min ago."""
    amount = line.number(i, 0, 999, 3)
    amount = ONES.get(line.word(i)) if amount is None else amount
    unit = UNITS.get(line.word(i + 1))
    after = line.skip(i + 2, ".")
    if amount is None or unit is None or line.word(after) != "ago":
        return None
    return Ago(amount, unit), after + 1


RULES = (label, ago, year_first, numbers_only, day_month, month_day, clock)
