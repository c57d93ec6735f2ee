"""The grammar of time expressions: one table of patterns over the kinds of words, `rules.csv`.

The first rule that matches wins. A pattern names kinds from `kinds.csv`, macros from MACROS, and
uses the signs of regular expressions. It is translated to one letter per kind, so that a whole run
of words is matched as one short string.

A new rule goes before the first one that would take a part of it. Give it a labelled sentence in
tests/evaluation, and one that it must not take.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple, cast

from newskit.analyses.timeline import (
    anaphora,
    clocks,
    days,
    durations,
    periods,
    quarters,
    repeats,
    units,
    weekdays,
)
from newskit.analyses.timeline.calendar import Time
from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.analyses.timeline.words import CODES, kinds_where
from newskit.csv_files import csv_rows
from newskit.text.patterns import translate

Build = Callable[[TimePhrase], Time | None]

MACROS: Final = {row["macro"]: row["pattern"] for row in csv_rows(__package__, "macros.csv")}
_ROOMS: Final = (anaphora, clocks, days, durations, periods, quarters, repeats, units, weekdays)
_READERS: Final = {room.__name__.rpartition(".")[2]: room for room in _ROOMS}


class TimeRule(NamedTuple):
    """A rule: its name, what it matches, and what it makes of the match."""

    name: str
    pattern: str
    build: Build
    # A sentence in which it finds a time: its own test.
    example: str
    # Whether later words may point to it. What a figure is compared with is not what "two days
    # later" counts from.
    remember: bool


def _rules() -> tuple[TimeRule, ...]:
    rules: list[TimeRule] = []
    for row in csv_rows(__package__, "rules.csv"):
        room, _, function = row["read"].partition(".")
        build = cast(Build, getattr(_READERS[room], function))
        points = row["points"] == "yes"
        rules.append(TimeRule(row["rule"], row["pattern"], build, row["example"], points))

    return tuple(rules)


RULES: Final = _rules()


def _compile() -> re.Pattern[str]:
    """Make one pattern of all rules; the group that matched names the rule by its number."""
    patterns = [translate(rule.pattern, CODES, MACROS) for rule in RULES]
    rules = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
    # Passed over without trying the rules one by one.
    begins_nothing = re.escape("".join(CODES[kind] for kind in kinds_where("begins", "no")))
    return re.compile(f"(?![{begins_nothing}])(?:{rules})")


SCAN: Final = _compile()


@cache
def later_rules(number: int) -> re.Pattern[str]:
    """Return the rules behind one, as one pattern: they are tried where it declines."""
    patterns = [
        f"(?P<r{later}>{translate(RULES[later].pattern, CODES, MACROS)})"
        for later in range(number + 1, len(RULES))
    ]
    return re.compile("|".join(patterns) or "(?!)")
