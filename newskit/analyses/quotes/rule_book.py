"""The named rules that say who speaks: each with its confidence and an example that is its test.

    @rule("after: subject verb", sure=.95, example="“We won,” Ann Lee said.")
    def after_subject_verb(place: QuotePlace) -> Attribution | None: ...

Before the colon stands where the words of an attribution are, seen from what is said; behind it
their form. A function returns what it found, or None; its name and confidence are added here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import RULES
from newskit.analyses.quotes.quote_place import Attribution, Reported
from newskit.csv_files import csv_rows

_LEAST = 10  # rows measured: with fewer a share says nothing
_Args = ParamSpec("_Args")
_Found = TypeVar("_Found", Attribution, Reported)


class Rule(NamedTuple):
    """A rule: the label that it gives to rows, its confidence at most, and a text it reads."""

    name: str
    sure: float
    example: str


BY_NAME: dict[str, Rule] = {}


def rule(
    name: str, *, sure: float, example: str
) -> Callable[[Callable[_Args, _Found | None]], Callable[_Args, _Found | None]]:
    """Name a function that reads an attribution, and enter it in the table of rules."""
    position, _, kind = name.partition(": ")
    BY_NAME[name] = Rule(name, sure, example)

    def register(read: Callable[_Args, _Found | None]) -> Callable[_Args, _Found | None]:
        @wraps(read)
        def reads(*args: _Args.args, **kwargs: _Args.kwargs) -> _Found | None:
            found = read(*args, **kwargs)
            return found and found.named(position, kind, sure)

        return reads

    return register


def rules_table() -> pd.DataFrame:
    """List the rules, with how often each was right where that was measured; see `nk.rules`."""
    measured = {row["rule"]: row for row in csv_rows(__package__, "rule_precision.csv")}
    return tables.from_rows(RULES, [_row(known, measured) for known in BY_NAME.values()])


def _row(
    known: Rule,
    measured: dict[str, Any],
) -> dict[str, Any]:
    counts = measured.get(known.name)
    n, right = (int(counts["n"]), int(counts["right"])) if counts else (0, 0)
    return {
        "rule": known.name,
        "example": known.example,
        "confidence": known.sure,
        "precision": right / n if n >= _LEAST else None,
        "n": n,
    }
