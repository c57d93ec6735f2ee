"""The grammar of time expressions: one table of patterns over the kinds of words.

The first rule that matches wins. A pattern names kinds from `kinds.csv`, macros from MACROS, and
uses the signs of regular expressions. It is translated to one letter per kind, so that a whole run
of words is matched as one short string.

A new rule goes before the first one that would take a part of it. Give it a labelled sentence in
tests/evaluation, and one that it must not take.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from newskit.analyses.timeline import clocks, days, durations, periods, quarters, repeats, units
from newskit.analyses.timeline.calendar import Time
from newskit.analyses.timeline.context import Context, TimePhrase
from newskit.analyses.timeline.patterns import translate
from newskit.analyses.timeline.words import CODES, letters_where

Build = Callable[[TimePhrase, Context], Time | None]

MACROS: Final = {
    "anymonth": "(month|may)",
    "day_number": "(small|nth|second|worded)",
    "anyweekday": "(weekday|shortday)",
    "anyseason": "(season|fall)",
    "anyunit": "(unit|units|quarter|quarters|century|weekend|weekends)",
    "oneunit": "(unit|quarter|century|weekend)",
    "manyunits": "(units|quarters|weekends)",
    "anynumber": "(small|number|worded|year)",
    "relative": "(last|this|current|next)",
    "year_tail": "(comma? (year|short_year) | (of|in)? (relative|the following|that) unit)",
    "month_day": "(anymonth day_number (comma year|year)?)",
    "day_month": "((the? (nth|second) of | small of?) anymonth (comma? year)?)",
    "holiday_year": "(relative? holiday year_tail?)",
    "calendar_day": "((the? relative{0,2} anyweekday comma? the?|relative)? (month_day|day_month)|iso|holiday_year)",
    "dayish": "(calendar_day|(this? following|relative relative?)? anyweekday (relative unit)?|shortday|today)",
    "early": "(the? edge hyphen?|earlier (in|on)?|later (in|on)?|the? end of)",
    "whole_hour": "((small|worded) in the part|(small|number|worded) (ampm|oclock) (in the part)? zone?)",
    "clock_time": "(clock ampm? zone?|whole_hour|noon)",
    "ordinal": "(nth|second)",
    "quantity": "(anynumber|a? few|a? couple of?|a worded)",
    "fiscal_year": "((the|relative)? fiscal? (year|unit))",
    "some": "(about{0,3} quantity more?)",
    "or_so": "(or or|or a? (worded|few))",
}  # fmt: skip


class Rule(NamedTuple):
    """A rule: its name, what it matches, and what it makes of the match."""

    name: str
    pattern: str
    build: Build
    remember: bool = True  # whether later words may point to it; what a figure is compared with is not remembered


RULES: Final = (
    Rule("clock and day", "about{0,3} clock_time (on|comma|open)? early? dayish part?", clocks.clock_time),
    Rule("day and clock", "dayish (comma? (at|in|about|earlier|later)){0,2} clock_time", clocks.clock_time),
    Rule("clock and part", "about{0,3} clock_time (on|in)? (this|the|last|that) part", clocks.clock_time),
    Rule("day part", "early? (dayish|(this|the|that)? following unit) early? part", clocks.day_part),
    Rule("part of day", "early? the? (part|noon) (of|on) dayish", clocks.day_part),
    Rule("this part", "early? (this|last|next|that) part", clocks.day_part),
    Rule("tonight", "early? tonight", clocks.day_part),
    Rule("clock", "about{0,3} clock_time", clocks.clock_time),
    Rule("every day", "every (weekday|weekdays|anymonth|anyseason|part|weekend|holiday) part?", repeats.every),
    Rule("every unit", "(every (anynumber|nth|second)? anyunit|times (a|every|the) oneunit)", repeats.every),
    Rule("weekdays", "(weekday|weekdays) parts|weekdays", repeats.every),
    Rule("often", "often", repeats.often),
    Rule("day", "early? dayish", days.day),
    Rule("second day of a range", "(?<=anymonth[small](and|hyphen|to)) small", days.second_day),
    Rule(
        "year-earlier",
        "(the|a)? latest? unit hyphen? (earlier|ago) (fiscal? (ordinal hyphen?)? (quarter|period)|anynumber manyunits)",
        quarters.year_earlier,
        False,
    ),
    Rule("year-earlier", "(the|a)? unit hyphen (earlier|ago)", quarters.year_earlier, False),
    Rule("month and year", "early? anymonth year_tail", periods.month),
    Rule("last month name", "early? relative relative? anymonth", periods.month),
    Rule("month", "(early month|month|early may|(?<=in|earlier|later|of|and|to|hyphen|or) may)", periods.month),
    Rule("season", "early? (relative{1,2}|the|a|every|that)? anyseason (of? year_tail)?", periods.season),
    Rule(
        "quarter of a year",
        "early? (the|his)? (relative unit s|year s?) fiscal? (ordinal|last) hyphen? (quarter|half)",
        quarters.quarter,
    ),
    Rule(
        "quarter",
        "early? the? latest? fiscal? hyphen? (ordinal|relative|latest) fiscal? quarter (of fiscal_year|comma? year)?",
        quarters.quarter,
    ),
    Rule("quarter", "(fiscal hyphen?)? ordinal hyphen quarter", quarters.quarter),
    Rule("period of a year", "the year period", quarters.period_of_year, False),
    Rule("half", "early? the? (ordinal|last) worded quarters of fiscal_year", quarters.two_quarters),
    Rule("half", "early? the? (ordinal|last) half of (fiscal_year|the? decade)", quarters.half),
    Rule("decade", "early? the? early? decade", periods.decade),
    Rule("century", "early? the? nth (hyphen? century|and nth century)", periods.century),
    Rule("year", "early? (the unit)? fiscal? (year|short_year)", periods.year),
    Rule("this unit", "early? relative{1,2} fiscal? oneunit", units.this_unit),
    Rule(
        "stretch",
        "early? about{0,3} the? (last|next|this? following|recent) some? hyphen? anyunit or_so?",
        units.stretch,
    ),
    Rule("that unit", "early? the? (relative{1,2}|that{1,2}|this? following) fiscal? oneunit", units.this_unit),
    Rule("ago", "(some|about{0,3} a)? anyunit or_so? (ago|earlier)", durations.ago_or_later, False),
    Rule("later", "(some|about{0,3} a) anyunit or_so? later", durations.ago_or_later),
    Rule("compound", "about{0,3} (anynumber|few) hyphen? oneunit (hyphen (old|long))?", durations.length),
    Rule(
        "duration",
        "(the (ordinal|last)?)? some (or a? quantity|(to|hyphen) quantity)? more? manyunits old?",
        durations.length,
    ),
    Rule("seconds", "about{0,3} (small|number|worded) hyphen? second", durations.length),
    Rule("a unit", "about{0,3} (a|more) more? oneunit or_so?", durations.length),
    Rule("the latest unit", "early? the? latest (quarter|fiscal? unit|period)", units.the_unit, False),
    Rule("the unit", "early? the (fiscal? unit|quarter|weekend|century)", units.the_unit, False),
    Rule("the past", "the last", repeats.the_past),
    Rule("end of a year", "yearend", periods.year_end),
    Rule("units", "the (ordinal|edge) units|(units|quarters) (or units)?", durations.units),
    Rule("reference", "(ref|current)", repeats.reference),
)  # fmt: skip


def _compile() -> re.Pattern[str]:
    """Make one pattern of all rules; the group that matched names the rule by its number."""
    patterns = [translate(rule.pattern, CODES, MACROS) for rule in RULES]
    rules = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
    inner = re.sub(r"\((?!\?)", "(?:", rules)
    # Passed over without trying the rules one by one.
    begins_nothing = re.escape(letters_where("begins", "no"))
    return re.compile(f"(?![{begins_nothing}])(?:{inner})")


SCAN: Final = _compile()
