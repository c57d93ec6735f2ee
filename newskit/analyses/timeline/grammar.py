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

from newskit.analyses.timeline import anaphora, clocks, days, durations, periods, quarters, repeats, units
from newskit.analyses.timeline.calendar import Time
from newskit.analyses.timeline.patterns import translate
from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.analyses.timeline.words import CODES, kinds_where
from newskit.csv_files import csv_rows

Build = Callable[[TimePhrase], Time | None]

MACROS: Final = {row["macro"]: row["pattern"] for row in csv_rows(__package__, "macros.csv")}


class Rule(NamedTuple):
    """A rule: its name, what it matches, and what it makes of the match."""

    name: str
    pattern: str
    build: Build
    # A sentence in which it finds a time: its own test.
    example: str
    # Whether later words may point to it. What a figure is compared with is not what "two days
    # later" counts from.
    remember: bool = True


RULES: Final = (
    Rule("clock and day", "nearly clock_time (on|comma|open)? early? dayish part?", clocks.clock, "He left at 5 p.m. on Friday."),
    Rule("day and clock", "dayish at_about{0,2} clock_time", clocks.clock, "Doors open on Saturday at 7.30pm."),
    Rule("clock and part", "nearly clock_time (on|in)? (this|the|last|that) part", clocks.clock, "It rang at 5 p.m. this evening."),
    Rule("week from a day", "(some|a) anyunit (ago|in|on) on? (anyweekday|today)", anaphora.from_a_day, "They met a week ago Monday."),
    Rule("week from a day", "anyweekday unit", anaphora.from_a_day, "They will meet Tuesday week."),
    Rule("overnight", "dayish overnight|overnight (on? dayish)?", clocks.overnight, "Snow fell overnight."),
    Rule("eve", "the? eve of dayish|holiday eve", days.eve, "They met on the eve of Diwali."),
    Rule("day part", "early? (dayish|(this|the|that)? (following|next) unit) early? part", clocks.part, "She was seen late Friday night."),
    Rule("part of day", "early? the? (part|noon) (of|on) dayish", clocks.part, "It began on the evening of May 3."),
    Rule("this part", "early? (this|last|that|the? (next|following)) part|the part before going_on", clocks.part, "It rained this morning."),
    Rule("tonight", "early? tonight", clocks.part, "The final is tonight."),
    Rule("clock", "nearly clock_time", clocks.clock, "Polls close at 10 p.m."),
    Rule("every day", "every (nth|second)? recurring part?", repeats.every, "She runs every Friday morning."),
    Rule("every unit", "every (anynumber|nth|second)? anyunit", repeats.every, "It is checked every three years."),
    Rule("every unit", "anynumber? hyphen? times (a|every|the) oneunit", repeats.every, "They train twice a week."),
    Rule("weekdays", "(weekday|weekdays) parts|weekdays", repeats.every, "The club meets on Fridays."),
    Rule("often", "(anynumber? times hyphen?)? often", repeats.often, "The list is renewed daily."),
    Rule("first day of a range", "small (?=(hyphen|to|and) small anymonth)", days.first_day, "It was shut 3-5 March 2024."),
    Rule("same period", "the? same fiscal? (numbered hyphen?)? (quarter|period|unit|half) compared_year", quarters.same_period, "Profit rose in the third quarter from the same period last year.", False),
    Rule("day", "early? dayish", days.day, "He died on November 17, 2024."),
    Rule("second day of a range", "(?<=anymonth[small](and|hyphen|to)) small", days.second_day, "It was shut on April 24 and 25."),
    Rule("year-earlier", "year_earlier compared", quarters.year_earlier, "Profit doubled from the year-earlier period.", False),
    Rule("year-earlier", "(the|a)? unit hyphen (earlier|ago)", quarters.year_earlier, "The loss was $3 million, against $5 million a year-earlier.", False),
    Rule("month and year", "early? anymonth year_tail", periods.month, "It opened in mid-November 2024."),
    Rule("last month name", "early? relative relative? anymonth", periods.month, "It closed last June."),
    Rule("month", "early? month", periods.month, "Exports fell in November."),
    Rule("month", "(early|(?<=in|earlier|later|of|and|to|hyphen|or)) may", periods.month, "Exports fell in May."),
    Rule("month", "(early|(?<=in)) shortmonth", periods.month, "Exports fell in Jan, agencies said."),
    Rule("season of two years", "(the|relative)? year_pair (season_word|fiscal? unit)?", periods.season_of_years, "He scored most in the 2024-25 season."),
    Rule("season", "early? season_lead? anyseason (of? year_tail)?", periods.season, "It burned in the summer of 2019."),
    Rule("quarter of a year", "early? possessor part_of_year", quarters.quarter, "Growth will slow in next year's first quarter."),
    Rule("quarter", "early? the? latest? named_quarter of_year?", quarters.quarter, "Sales fell in Q3 2023."),
    Rule("quarter", "(fiscal hyphen?)? ordinal hyphen quarter", quarters.quarter, "Its third-quarter profit doubled."),
    Rule("period of a year", "the year period", quarters.period_of_year, "It earned $5 million in the 1988 period.", False),
    Rule("half", "early? the? h of_year?", quarters.half, "Sales rose in H1 2023."),
    Rule("half", "early? the? numbered worded quarters of fiscal_year", quarters.two_quarters, "Sales rose in the first two quarters of 1990."),
    Rule("half", "early? the? numbered half of (fiscal_year|the? decade)", quarters.half, "Sales fell in the second half of last year."),
    Rule("decade", "early? the? early? decade|early? the early? plain_decade", periods.decade, "Rents fell in the early 1990s."),
    Rule("century", "early? the? nth (hyphen? century|and nth century)", periods.century, "It was built in the 19th century."),
    Rule("year", "early? (the unit)? fiscal? (year|short_year)|(the|his|relative)? fiscal unit (year|year_pair)|the? fy|(the|his)? year fiscal unit", periods.year, "Spending rose in fiscal 2019."),
    Rule("this unit", "early? relative{1,2} fiscal? oneunit", units.this_unit, "They met last week."),
    Rule("the unit beside", "(the|a|some) anyunit before going_on", anaphora.beside, "He was arrested on Monday; he had fled the day before."),
    Rule("stretch", "early? nearly the? beside some? hyphen? anyunit or_so?", units.stretch, "Prices rose over the past three years."),
    Rule("that unit", "early? the? pointed_at fiscal? oneunit", units.this_unit, "She resigned on May 3 and left the following week."),
    Rule("ago", "nearly half a oneunit ago|(some|nearly a) oneunit half_more ago", durations.ago, "They moved a year and a half ago.", False),
    Rule("ago", "(some|nearly a)? anyunit or_so? (ago|earlier)", durations.ago, "They moved two weeks ago.", False),
    Rule("later", "(some|nearly a) anyunit or_so? later", durations.ago, "It sank on May 3 and was raised two weeks later."),
    Rule("days of a unit", "anynumber manyunits (a|every) oneunit", repeats.days_of, "The shop opens six days a week."),
    Rule("half a unit", "nearly half hyphen? a? oneunit|nearly (some|a) oneunit half_more", durations.length, "The talks lasted half an hour."),
    Rule("compound", "nearly (anynumber|few) hyphen? oneunit of_age?", durations.length, "He got a 10-year sentence."),
    Rule("duration", "(the numbered?)? span more? manyunits old?", durations.length, "The talks lasted two to three weeks."),
    Rule("seconds", "nearly (small|number|worded) hyphen? second", durations.length, "He was given a 30-second penalty."),
    Rule("a unit", "nearly (a|more) more? oneunit or_so?", durations.length, "The talks lasted more than a year."),
    Rule("the latest unit", "early? the? latest (quarter|period)", units.the_unit, "Sales fell in the latest quarter.", False),
    Rule("the latest unit", "early? the? latest fiscal? unit", units.the_unit, "Sales fell in the latest fiscal year.", False),
    Rule("the unit", "early? the (fiscal? unit|quarter|weekend|century)", units.the_unit, "It will open late in the year.", False),
    Rule("the past", "the last", repeats.the_past, "He had done so in the past."),
    Rule("end of a year", "yearend", periods.year_end, "It will open by year-end."),
    Rule("units", "the (ordinal|edge) units|(units|quarters) (or units)?", durations.units, "They waited for years before moving."),
    Rule("reference", "(ref|current)", repeats.reference, "It has recently closed."),
)


def _compile() -> re.Pattern[str]:
    """Make one pattern of all rules; the group that matched names the rule by its number."""
    patterns = [translate(rule.pattern, CODES, MACROS) for rule in RULES]
    rules = "|".join(f"(?P<r{number}>{pattern})" for number, pattern in enumerate(patterns))
    # Passed over without trying the rules one by one.
    begins_nothing = re.escape("".join(CODES[kind] for kind in kinds_where("begins", "no")))
    return re.compile(f"(?![{begins_nothing}])(?:{rules})")


SCAN: Final = _compile()
