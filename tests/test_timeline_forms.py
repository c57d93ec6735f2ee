"""Printed forms of times: an instant, printed in any form, is read as it is; every rule reads its example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import UnknownNameError
from newskit.timestamps.calendar_words import FULL_MONTHS, MONTH_NAMES, SHORT_MONTHS, WEEKDAY_NAMES

ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
SPOKEN = "twelve one two three four five six seven eight nine ten eleven".split()
SHORT = {number: name.capitalize() for name, number in SHORT_MONTHS.items()}
SHORT[5] = "May"


def times(text: str, published: dt.datetime, zone: str | None = None) -> pd.DataFrame:
    frame = pd.DataFrame({"text": [text], "published_local": [pd.Timestamp(published).as_unit("us")]})
    if zone:
        frame["timezone"] = zone
    found = nk.timeline(frame)
    return found[found["kind"] == "mention"]


def nth(day: dt.date) -> str:
    return f"{day.day}{ORDINALS.get(day.day, 'th')}"


DAYS: dict[str, Callable[[dt.date], str]] = {
    "month day": lambda d: f"{MONTH_NAMES[d.month - 1]} {d.day}, {d.year}",
    "short month day": lambda d: f"{SHORT[d.month]} {d.day}, {d.year}",
    "month with a stop": lambda d: f"{SHORT[d.month]}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}",
    "day month": lambda d: f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
    "day short month": lambda d: f"{d.day} {SHORT[d.month]} {d.year}",
    "ordinal month": lambda d: f"{nth(d)} {MONTH_NAMES[d.month - 1]} {d.year}",
    "the ordinal of month": lambda d: f"the {nth(d)} of {MONTH_NAMES[d.month - 1]} {d.year}",
    "month ordinal": lambda d: f"{MONTH_NAMES[d.month - 1]} {nth(d)}, {d.year}",
    "with hyphens": lambda d: f"{d.day}-{SHORT[d.month]}-{d.year % 100:02d}",
    "ISO": lambda d: d.isoformat(),
    "weekday": lambda d: f"{WEEKDAY_NAMES[d.weekday()]}, {d.day} {MONTH_NAMES[d.month - 1]} {d.year}",
    "short weekday": lambda d: f"{WEEKDAY_NAMES[d.weekday()][:3]} {d.day} {SHORT[d.month]} {d.year}",
}


def half(moment: dt.time) -> str:
    return "am" if moment.hour < 12 else "pm"


def dotted(moment: dt.time) -> str:
    return "a.m." if moment.hour < 12 else "p.m."


def hour(moment: dt.time) -> int:
    return moment.hour % 12 or 12


CLOCKS: dict[str, Callable[[dt.time], str]] = {
    "7:05 pm": lambda c: f"{hour(c)}:{c.minute:02d} {half(c)}",
    "7:05pm": lambda c: f"{hour(c)}:{c.minute:02d}{half(c)}",
    "7.05pm": lambda c: f"{hour(c)}.{c.minute:02d}{half(c)}",
    "7.05 pm": lambda c: f"{hour(c)}.{c.minute:02d} {half(c)}",
    "7:05 p.m.": lambda c: f"{hour(c)}:{c.minute:02d} {dotted(c)}",
    "19:05": lambda c: f"{c:%H:%M}",
    "19h05": lambda c: f"{c:%H}h{c:%M}",
    "1905 hrs": lambda c: f"{c:%H%M} hrs",
}
INSTANTS = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2039, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@settings(max_examples=60, deadline=None)
@given(INSTANTS, st.sampled_from(sorted(DAYS)), st.sampled_from(sorted(CLOCKS)))
@pytest.mark.slow
def test_a_printed_instant_parses_back(moment: dt.datetime, day: str, clock: str) -> None:
    text = f"It began at {CLOCKS[clock](moment.time())} on {DAYS[day](moment.date())}, he said."
    found = times(text, dt.datetime(2024, 11, 30, 7, 53))
    assert found["time_from"].tolist() == [pd.Timestamp(moment)], text


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("clock", CLOCKS)
def test_every_form_of_one_instant(day: str, clock: str) -> None:
    moment = dt.datetime(2019, 11, 7, 17, 5)
    text = f"It began at {CLOCKS[clock](moment.time())} on {DAYS[day](moment.date())}, he said."
    assert times(text, dt.datetime(2024, 11, 30, 7, 53))["time_from"].tolist() == [pd.Timestamp(moment)], text


@pytest.mark.parametrize("month", FULL_MONTHS)
def test_months_without_a_full_stop(month: str) -> None:
    printed = SHORT[FULL_MONTHS[month]]
    found = times(f"He came on {printed} 5 and left in {printed} 2023.", dt.datetime(2024, 11, 30))
    number = f"{FULL_MONTHS[month]:02d}"
    assert found["timex_value"].iloc[0][-5:] == f"{number}-05"
    assert found["timex_value"].iloc[1] == f"2023-{number}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He rose at half past six in the morning.", "2024-11-30T06:30"),
        ("Doors open at half past six.", "2024-11-30T18:30"),
        ("It rang at a quarter to eight in the evening.", "2024-11-30T19:45"),
        ("It rang at ten past nine in the morning.", "2024-11-30T09:10"),
        ("They met at half four.", "2024-11-30T16:30"),
        ("It reached the coast by 0400.", "2024-11-30T04:00"),
        ("Data are due at 0900 GMT.", "2024-11-30T09:00"),
        ("Data are due at 2150 GMT.", "2024-11-30T21:50"),
        ("He saw it at 1325 local time and left.", "2024-11-30T13:25"),
        ("Play starts at 10 a.m. on Monday.", "2024-12-02T10:00"),
        ("The ban starts at 9 tonight.", "2024-11-30T21:00"),
        ("The bus left at 1815 on Friday.", "2024-11-29T18:15"),
        ("It closes Thursday, March 20 at 5 p.m. EST.", "2025-03-20T17:00"),
        ("Tickets for March 20 at 9 at night are sold.", "2025-03-20T21:00"),
        ("A fire broke out in the small hours of Friday.", "2024-11-29TMO"),
    ],
)
def test_clocks_as_people_say_them(text: str, value: str) -> None:
    assert times(text, dt.datetime(2024, 11, 30, 7, 53))["timex_value"].tolist() == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was shut on Friday night. The lights went out at 1am.", "2024-11-30T01:00"),
        ("It was shut on Friday evening. It was calm in the morning.", "2024-11-30TMO"),
        ("It was shut at noon on Friday. The lights went out at 1am.", "2024-11-29T01:00"),
        ("It was shut on Friday night. The lights went out at 11pm.", "2024-11-29T23:00"),
    ],
)
def test_hours_before_dawn_are_of_the_day_after_an_evening(text: str, value: str) -> None:
    assert times(text, dt.datetime(2024, 11, 30, 22, 0))["timex_value"].tolist()[-1] == value


@pytest.mark.parametrize(
    "text",
    [
        "The vote was ten to five.",
        "Jan said that Mar-a-Lago is shut.",
        "The clock said 25:61.",
        "On 31 February and 30 Feb 2024 nothing happened.",
        "Part 0900 costs 7.30.",
        "She is in her eighties.",
        "H1-B visas and the H1N1 virus.",
        "Mr Sunday Adeleke spoke.",
        "Ricky June, 44, and Joan Easter won.",
        "Core SB-1950 was drilled.",
        "The council sat at 1984 High Street.",
    ],
)
def test_what_looks_like_one_of_the_new_forms(text: str) -> None:
    assert times(text, dt.datetime(2024, 11, 30, 7, 53))["text"].tolist() == []


@pytest.mark.parametrize(
    ("text", "zone", "local", "instant"),
    [
        ("He called at 10 a.m. ET Tuesday.", "Europe/London", "2024-11-26 15:00", "2024-11-26 15:00"),
        ("Kick-off was at 18:30 GMT+2 on Friday.", "Europe/Paris", "2024-11-29 17:30", "2024-11-29 16:30"),
        ("It began at 9pm IST on Monday.", "Asia/Kolkata", "2024-11-25 21:00", "2024-11-25 15:30"),
        ("It struck at 10:35am (0735 GMT) on Friday.", "Africa/Nairobi", "2024-11-29 10:35", None),
    ],
)
def test_a_clock_of_another_zone_is_converted(text: str, zone: str, local: str, instant: str | None) -> None:
    row = times(text, dt.datetime(2024, 11, 30, 7, 53), zone).iloc[0]
    assert str(row["time_from"])[:16] == local
    assert pd.isna(row["clock_zone"]) == (instant is None)
    if instant:
        assert str(row["instant"])[:16] == instant


def test_every_rule_reads_its_example() -> None:
    rules = nk.rules("timeline")
    frame = pd.DataFrame({"text": rules["example"], "published_local": pd.Timestamp("2024-04-17 12:00")})
    found = nk.timeline(frame)
    articles = found["article_id"].unique().tolist()
    for article, rule in zip(articles, rules["rule"], strict=True):
        assert rule in found.loc[found["article_id"] == article, "rule"].tolist(), rule


def test_rules_are_measured_and_named() -> None:
    rules = nk.rules("timeline")
    measured = rules.dropna(subset=["precision"])
    assert len(measured) > len(rules) / 2
    assert measured["precision"].between(0, 1).all()
    assert (measured["n"] > 0).all()
    with pytest.raises(UnknownNameError, match="timeline"):
        nk.rules("weather")


@pytest.mark.parametrize("name", ["spoken", "anaphora", "printed_zone"])
def test_rooms_have_their_words_in_tables(name: str) -> None:
    path = Path(nk.__file__).parent / "analyses" / "timeline" / f"{name}.py"
    assert "January" not in path.read_text(encoding="utf-8")


def test_a_half_among_digits_is_no_clock() -> None:
    found = times("It sails at 2½00 GMT, or at 2½.30 pm on Friday.", dt.datetime(2024, 11, 30, 9))
    assert found["text"].tolist() == ["Friday"]
