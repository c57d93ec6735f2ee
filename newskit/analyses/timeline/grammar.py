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
from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.analyses.timeline.words import CODES, kinds_where
from newskit.csv_files import csv_rows
from newskit.text.patterns import translate

Build = Callable[[TimePhrase], Time | None]

MACROS: Final = {row["macro"]: row["pattern"] for row in csv_rows(__package__, "macros.csv")}


class Rule(NamedTuple):
    """A rule: its name, what it matches, and what it makes of the match."""

    name: str
    pattern: str
    build: Build
    # Whether later words may point to it. What a figure is compared with is not what "two days
    # later" counts from.
    remember: bool = True


# The comment above a rule, or above several, has an example.
RULES: Final = (
    # 5 p.m. on Friday; Friday, about 5 p.m.; 5 p.m. this evening.
    Rule("clock and day", "nearly clock_time (on|comma|open)? early? dayish part?", clocks.clock),
    Rule("day and clock", "dayish at_about{0,2} clock_time", clocks.clock),
    Rule("clock and part", "nearly clock_time (on|in)? (this|the|last|that) part", clocks.clock),
    # Late Friday night; the following day early afternoon; the evening of May 3; this morning.
    Rule("day part", "early? (dayish|(this|the|that)? following unit) early? part", clocks.part),
    Rule("part of day", "early? the? (part|noon) (of|on) dayish", clocks.part),
    Rule("this part", "early? (this|last|next|that) part", clocks.part),
    Rule("tonight", "early? tonight", clocks.part),
    # Shortly before 5 p.m.
    Rule("clock", "nearly clock_time", clocks.clock),
    # Every Friday morning; every three years; twice a week; Friday mornings, Fridays; daily.
    Rule("every day", "every recurring part?", repeats.every),
    Rule("every unit", "every (anynumber|nth|second)? anyunit", repeats.every),
    Rule("every unit", "times (a|every|the) oneunit", repeats.every),
    Rule("weekdays", "(weekday|weekdays) parts|weekdays", repeats.every),
    Rule("often", "often", repeats.often),
    # November 17, 2024; next Friday; Christmas Eve; April 24 and 25.
    Rule("day", "early? dayish", days.day),
    Rule("second day of a range", "(?<=anymonth[small](and|hyphen|to)) small", days.second_day),
    # The year-earlier period; the year-ago nine months; a year-earlier.
    Rule("year-earlier", "year_earlier compared", quarters.year_earlier, False),
    Rule("year-earlier", "(the|a)? unit hyphen (earlier|ago)", quarters.year_earlier, False),
    # Mid-November 2024; June of that year; last June; November; "may" and "march" are verbs, too.
    Rule("month and year", "early? anymonth year_tail", periods.month),
    Rule("last month name", "early? relative relative? anymonth", periods.month),
    Rule("month", "early? month", periods.month),
    Rule("month", "(early|(?<=in|earlier|later|of|and|to|hyphen|or)) may", periods.month),
    # Last winter; the summer of 2019.
    Rule("season", "early? season_lead? anyseason (of? year_tail)?", periods.season),
    # Next year's first quarter; its 2019 second half; the third quarter of 2019; third-quarter.
    Rule("quarter of a year", "early? possessor part_of_year", quarters.quarter),
    Rule("quarter", "early? the? latest? named_quarter of_year?", quarters.quarter),
    Rule("quarter", "(fiscal hyphen?)? ordinal hyphen quarter", quarters.quarter),
    Rule("period of a year", "the year period", quarters.period_of_year, False),
    # The first two quarters of 1990; the second half of last year.
    Rule("half", "early? the? numbered worded quarters of fiscal_year", quarters.two_quarters),
    Rule("half", "early? the? numbered half of (fiscal_year|the? decade)", quarters.half),
    # The early 1990s; the 19th century; fiscal 2019.
    Rule("decade", "early? the? early? decade", periods.decade),
    Rule("century", "early? the? nth (hyphen? century|and nth century)", periods.century),
    Rule("year", "early? (the unit)? fiscal? (year|short_year)", periods.year),
    # Earlier this month; the past three years; the next few weeks; that year, the following day.
    Rule("this unit", "early? relative{1,2} fiscal? oneunit", units.this_unit),
    Rule("stretch", "early? nearly the? beside some? hyphen? anyunit or_so?", units.stretch),
    Rule("that unit", "early? the? pointed_at fiscal? oneunit", units.this_unit),
    # Two weeks ago; a few days earlier; a year or so later.
    Rule("ago", "(some|nearly a)? anyunit or_so? (ago|earlier)", durations.ago, False),
    Rule("later", "(some|nearly a) anyunit or_so? later", durations.ago),
    # A 10-year-long war; two to three weeks; 30 seconds; more than a year.
    Rule("compound", "nearly (anynumber|few) hyphen? oneunit of_age?", durations.length),
    Rule("duration", "(the numbered?)? span more? manyunits old?", durations.length),
    Rule("seconds", "nearly (small|number|worded) hyphen? second", durations.length),
    Rule("a unit", "nearly (a|more) more? oneunit or_so?", durations.length),
    # The latest quarter; late in the year; in the past; by year-end.
    Rule("the latest unit", "early? the? latest (quarter|period)", units.the_unit, False),
    Rule("the latest unit", "early? the? latest fiscal? unit", units.the_unit, False),
    Rule("the unit", "early? the (fiscal? unit|quarter|weekend|century)", units.the_unit, False),
    Rule("the past", "the last", repeats.the_past),
    Rule("end of a year", "yearend", periods.year_end),
    # The first hours; for years; days or weeks; now, recently.
    Rule("units", "the (ordinal|edge) units|(units|quarters) (or units)?", durations.units),
    Rule("reference", "(ref|current)", repeats.reference),
)


def _compile() -> re.Pattern[str]:
    """Make one pattern of all rules; the group that matched names the rule by its number."""
    patterns = [translate(rule.pattern, CODES, MACROS) for rule in RULES]
    rules = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
    # Passed over without trying the rules one by one.
    begins_nothing = re.escape("".join(CODES[kind] for kind in kinds_where("begins", "no")))
    return re.compile(f"(?![{begins_nothing}])(?:{rules})")


SCAN: Final = _compile()
