"""Read clocks and the zones beside them: 07:53 IST, 7.53pm, 0753 GMT, 13:55 GMT+1."""

from __future__ import annotations

from newskit.timestamps.items import Clock
from newskit.timestamps.stamp_rule import END, Match, StampRule, any_of, pattern
from newskit.timestamps.zones import ZONES_OR_WORDS, meanings

HALF = r"(?:am|pm|[ap]\s\.\sm)"

# Half of the day (0: none is printed) -> hour as printed -> hour of 24. Hours that a half cannot
# have are left out.
_ANY = {hour: hour for hour in range(24)}
_MORNING = {12: 0} | {hour: hour for hour in range(12)}
_EVENING = {12: 12} | {hour: hour + 12 for hour in range(1, 12)}
_PRINTED_TWICE = {hour: hour for hour in range(13, 24)}  # "17:19 PM"
_HOURS = {"0": _ANY, "a": _MORNING, "p": _EVENING | _PRINTED_TWICE}

_BEGINS = r"""
    (?: [ ]
        # not glued to what makes it part of a price, a fraction or a clock: $5, 1/2, 1:30
        | (?<![/.$£€]) (?<!\d\s:)
        # nor to a date: 3-07; but "2024-11-30-07:53" ends in a clock
        (?: (?<![–-])\t | \t(?=\d+\s:) )
    )
"""
_POINT = r"\t(?:[:.]|h)\t"
_MINUTES = rf"{_POINT}(?P<minute>[0-5]\d){END}"
_SECONDS = rf"\s:\s(?P<second>[0-5]?\d){END} (?:\s[.,]\t\d+{END})?"
_HALF = rf"\s(?P<half>{HALF}){END} (?:\s\.)?"

# +5:30, +0530, +05 or +5. No place on earth is more than 14 hours ahead, and all keep to quarters
# of an hour. "GMT+1: 07 May" has no offset that could be told from a clock.
_OFFSET = rf"""
    (?P<sign>[+−-]) \t(?P<hours>0\d|1[0-4]|\d{END})
    (?: (?:\s:\s)? (?P<minutes>00|15|30|45){END} | {END}(?!\s:\s[0-5]\d{END}) )
"""
# IST, (IST), GMT+1, UTC+05:30, Z, Eastern Standard Time; or an offset alone, glued to the clock.
# Possessive, ?+: what was read is not given back to make the rest fit.
_ZONE = rf"""
    (?:
        (?:\s,)? (?P<bracket>\s[(\[])?
        \s(?-i:(?!{any_of(sorted(ZONES_OR_WORDS))})) (?P<zone>{any_of(meanings())})
    )?+
    (?: (?(zone) (?<=gmt|utc)\s | \t) {_OFFSET} )?+
    (?(zone) (?: \s(?:standard|daylight|time){END} )* )
    (?(bracket) (?:\s[)\]])? )
"""


def _clock(match: Match) -> Clock | None:
    said = match.groupdict(default="0")
    hour = _HOURS[said["half"][0].lower()].get(int(said["hour"]))
    if hour is None:  # 24:30, 17:19 AM
        return None

    of_24 = int(said["hour"]) > 12
    return Clock(hour, int(said["minute"]), int(said["second"]), _zone(match), of_24)


def _four_digits(match: Match) -> Clock | None:
    # Without a zone or "hrs", four digits are a year, or anything.
    zone = _zone(match)
    if zone is None and match["hrs"] is None:
        return None

    hour = int(match["hour"])
    return Clock(hour, int(match["minute"]), 0, zone, hour > 12)


def _zone(match: Match) -> str | None:
    """Return the abbreviation, or the offset in the form "+05:30"."""
    if match["hours"]:
        sign = match["sign"].replace("−", "-")
        return f"{sign}{match['hours'].zfill(2)}:{match['minutes'] or '00'}"

    return match["zone"].upper() if match["zone"] else None


# 07:53, 7.53pm, 19h19, 5 a.m., 9:19:08 AM. A bare number is not a clock, nor is that of "3.50%".
CLOCK = StampRule(
    pattern(rf"""
        {_BEGINS} (?P<hour>[01]?\d|2[0-4]){END}
        (?= {_POINT}[0-5]\d{END} | \s{HALF}{END} )
        (?: {_MINUTES} (?:{_SECONDS})?+ )?+ (?!\s%) (?:{_HALF})?+ {_ZONE}
    """),
    _clock,
)

# 0753 GMT, 1930 hrs
FOUR_DIGITS = StampRule(
    pattern(rf"""
        {_BEGINS} (?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){END}
        (?P<hrs>\s(?:hrs|hours|h){END})?+ {_ZONE}
    """),
    _four_digits,
)
