"""Timestamps: lines written for these tests; what is expected follows from the calendar and the zones' rules."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import registry
from newskit.analyses.timeline import timeline
from newskit.csv_files import csv_rows
from newskit.errors import InputError
from newskit.timestamps import Stamps, outlets, parse_timestamps
from newskit.timestamps.calendar_words import MONTH_NAMES, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from newskit.timestamps.day_order import day_and_month
from newskit.timestamps.iso import is_iso, read_iso
from newskit.timestamps.offsets import offset_text, parse_offset
from newskit.timestamps.outlets import find_outlet
from newskit.timestamps.places import zone_of_place
from newskit.timestamps.zones import find_zone, meanings

DAY = dt.date(2024, 11, 30)


def iso(moment: object) -> str | None:
    return None if moment is None else moment.isoformat()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published 07:53 IST, November 30th 2024", "2024-11-30T07:53:00+05:30", None),
        ("Updated 19:19 IST, November 30th 2024", None, "2024-11-30T19:19:00+05:30"),
        ("Posted: 7.53pm GMT, 30 November 2024", "2024-11-30T19:53:00+00:00", None),
        ("30 Nov 2024 0753 GMT", "2024-11-30T07:53:00+00:00", None),
        ("Nov. 30, 2024, 5 AM ET", "2024-11-30T05:00:00-05:00", None),
        ("5 a.m. PT on November 30, 2024", "2024-11-30T05:00:00-08:00", None),
        ("2024-11-30T07:53:12.250+05:30", "2024-11-30T07:53:12+05:30", None),
        ("2024-11-30T07:53:12Z", "2024-11-30T07:53:12+00:00", None),
        ("30/11/2024 - 13:55 GMT+1", "2024-11-30T13:55:00+01:00", None),
        ("Sat, Nov 30 20244:29 AM ESTUpdated an hour ago", "2024-11-30T04:29:00-05:00", None),
        ("3 minute readNovember 30, 202410:15 PM UTCLast Updated 9 min ago", "2024-11-30T22:15:00+00:00", None),
        ("Ada LindPublished 30th Nov 2024, 12:04AM", "2024-11-30T00:04:00", None),
        ("Updated Nov 30, 2024 9:00 am;Posted Nov 29, 2024 8:00 am", "2024-11-29T08:00:00", "2024-11-30T09:00:00"),
        ("November 30, 2024 1:55 am(Updated 4:30 am)", "2024-11-30T01:55:00", "2024-11-30T04:30:00"),
        ("Posted: Nov 30, 2024 4:00 AM EST | Last Updated: December 1", "2024-11-30T04:00:00-05:00", "2024-12-01"),
        ("Posted: Dec 31, 2024 4:00 AM | Updated January 1 at 5 AM", "2024-12-31T04:00:00", "2025-01-01T05:00:00"),
        ("Published Nov 30, 2024 at 4:07 PM | Updated at 5:36 PM CST on Nov 30, 2024",
         "2024-11-30T16:07:00-06:00", "2024-11-30T17:36:00-06:00"),
        ("November 30, 2024 -- Updated 1207 GMT (2007 HKT)", None, "2024-11-30T12:07:00+00:00"),
        ("30 November 2024 4", "2024-11-30", None),
        ("Nov 30, 2024 @17:19 PM", "2024-11-30T17:19:00", None),
        ("30 NOV 2024, 16h38", "2024-11-30T16:38:00", None),
        ("2 November 23", "2023-11-02", None),
        ("20241130T075312Z", "2024-11-30T07:53:12+00:00", None),
        ("20241130T0753+0530", "2024-11-30T07:53:00+05:30", None),
        ("Updated 20241130T075312Z", None, "2024-11-30T07:53:12+00:00"),
        ("20241130", "2024-11-30", None),
        ("1732953192", "2024-11-30T07:53:12+00:00", None),
        ("1732953192000", "2024-11-30T07:53:12+00:00", None),
        ("Sat, 30 Nov 2024 07:53:12 +0530", "2024-11-30T07:53:12+05:30", None),
        ("Sat, 30 Nov 2024 07:53:12 GMT", "2024-11-30T07:53:12+00:00", None),
        ("Sat Nov 30 07:53:12 +0000 2024", "2024-11-30T07:53:12+00:00", None),
        ("Published\n30 November 2024\n07:53 IST", "2024-11-30T07:53:00+05:30", None),
        ("Updated\n07:53 IST\n30 November 2024", None, "2024-11-30T07:53:00+05:30"),
        ("Nov 30, 2024 at 5:02 AM Nov 30, 2024 at 5:02 AM", "2024-11-30T05:02:00", "2024-11-30T05:02:00"),
        ("Nov 30, 2024 at 5:02 AM Nov 30, 2024 at 6:02 AM", "2024-11-30T05:02:00", None),
        ("०७:५३ IST, ३० November २०२४", "2024-11-30T07:53:00+05:30", None),
    ],
)  # fmt: skip
def test_printed_forms(line: str, published: str | None, updated: str | None) -> None:
    stamps = parse_timestamps(line)
    assert (iso(stamps.published), iso(stamps.updated)) == (published, updated)


@pytest.mark.parametrize(
    "line",
    ["", " ", "2 hours ago", "Updated ago", "25:61", "31 February 2024", "1 January 0000", "1 January 99999",
     "07:53 IST",
     "Nov 8, 3:20 PM", "November 2024", "06/01/2026", "We may march on", "3.5% of 1,200", "Call 555-0199", "2024-02-30",
     "0/0/2024", "99/99/9999", "\ud800", "2 min read"],
)  # fmt: skip
def test_nothing_is_invented(line: str) -> None:
    assert parse_timestamps(line) == Stamps()


def test_a_day_stays_a_day() -> None:
    for line in ("30 November 2024", "25:61, 30 November 2024", "November 30th, 2024 | 12 comments"):
        found = parse_timestamps(line, timezone="Asia/Kolkata").published
        assert found == DAY
        assert not isinstance(found, dt.datetime)


def test_ist_is_india_unless_a_hint_says_otherwise() -> None:
    line = "Published 07:53 IST, June 30th 2024"
    alone = parse_timestamps(line)
    assert (alone.timezone, alone.timezone_source) == ("Asia/Kolkata", "abbreviation")
    irish = parse_timestamps(line, timezone="Europe/Dublin")
    assert iso(irish.published) == "2024-06-30T07:53:00+01:00"
    assert (irish.timezone, irish.timezone_source, irish.zone_conflict) == ("Europe/Dublin", "given", False)


def test_a_zone_that_is_printed_beyond_doubt_is_not_overruled() -> None:
    stamps = parse_timestamps("Sat 30 Nov 2024 12.42 CET", timezone="Europe/London")
    assert iso(stamps.published) == "2024-11-30T12:42:00+01:00"
    assert stamps.timezone_source == "stated"


def test_a_hint_completes_a_clock_without_a_zone() -> None:
    stamps = parse_timestamps("30 Nov 2024, 9:40 pm", timezone="America/Lima")
    assert iso(stamps.published) == "2024-11-30T21:40:00-05:00"
    assert stamps.timezone_source == "given"


def test_no_zone_is_no_zone() -> None:
    stamps = parse_timestamps("30 Nov 2024, 9:40 pm")
    assert stamps.published == dt.datetime(2024, 11, 30, 21, 40)
    assert (stamps.timezone, stamps.timezone_source) == (None, "none")


def test_winter_abbreviation_in_summer() -> None:
    stamps = parse_timestamps("June 12, 2020 9:49 am EST")
    assert iso(stamps.published) == "2020-06-12T09:49:00-04:00"
    assert stamps.zone_conflict
    assert not parse_timestamps("June 12, 2020 9:49 am ET").zone_conflict


@pytest.mark.parametrize(
    ("line", "hint", "day"),
    [
        ("06/01/2026", {"day_first": True}, dt.date(2026, 1, 6)),
        ("06/01/2026", {"day_first": False}, dt.date(2026, 6, 1)),
        ("06/01/2026", {"timezone": "Europe/Paris"}, dt.date(2026, 1, 6)),
        ("06/01/2026", {"timezone": "America/Chicago"}, dt.date(2026, 6, 1)),
        ("06.01.2026", {}, dt.date(2026, 1, 6)),
        ("13/01/2026", {"day_first": False}, dt.date(2026, 1, 13)),
        ("01/13/2026", {"day_first": True}, dt.date(2026, 1, 13)),
        ("05/05/2026", {}, dt.date(2026, 5, 5)),
    ],
)
def test_which_number_is_the_day(line: str, hint: dict[str, object], day: dt.date) -> None:
    assert parse_timestamps(line, **hint).published == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "moment", "sign"),
    [
        ("02/11/2023 02:00pm GMT", "2023-11-02T14:00:00+00:00", "GMT"),
        ("08/11/2023 | 20:26", "2023-11-08T20:26:00", "24 hours"),
        ("11/08/23 5:19pm", None, None),
        ("06/01/2026", None, None),
        ("06/01/2026 10:15", None, None),
        ("06/01/2026 10:15 ET", "2026-06-01T10:15:00-04:00", None),
    ],
)
def test_other_signs_of_the_order_are_told(line: str, moment: str | None, sign: str | None) -> None:
    stamps = parse_timestamps(line)
    assert iso(stamps.published) == moment
    assert (stamps.warning is None) == (sign is None)
    assert sign is None or sign in str(stamps.warning)
    assert parse_timestamps(line, day_first=True).warning is None


def test_reference_resolves_ages_and_years() -> None:
    now = dt.datetime(2024, 11, 30, 12, 0, tzinfo=dt.UTC)
    assert parse_timestamps("2 hours ago", reference=now).published == now - dt.timedelta(hours=2)
    assert parse_timestamps("Updated 3 days ago", reference=now).updated == dt.date(2024, 11, 27)
    assert parse_timestamps("2 hours ago", reference=DAY).published is None
    assert parse_timestamps("Dec 24, 3:20 PM", reference=DAY).published == dt.datetime(2023, 12, 24, 15, 20)
    assert parse_timestamps("5 months ago", reference=now).published is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"line": 5}, "line is int 5; expected a string"),
        ({"line": "x", "timezone": "Mars/Base"}, "timezone 'Mars/Base' is not known"),
        ({"line": "x", "timezone": "../etc/passwd"}, "is not known"),
        ({"line": "x", "timezone": ""}, "is not known"),
        ({"line": "x", "reference": "today"}, "reference is str 'today'; expected a date"),
    ],
)
def test_bad_arguments(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse_timestamps(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    ["1" * 5_000_000, "1 " * 2_500_000, "1:1/" * 10**6, "Jan " * 10**6, "aB" * 10**6, "5 May 2024 " * 10**5,
     "Updated " * 10**5, "(" * 10**6, "٣" * 10**6],
)  # fmt: skip
def test_hostile_lines_take_no_time(line: str) -> None:
    begin = time.perf_counter()
    parse_timestamps(line)
    assert time.perf_counter() - begin < 10


FORMS = (
    "%H:%M, %d %B %Y", "%B %d, %Y at %I:%M %p", "%d %b %Y %H.%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S",
    "%a, %b %d %Y %I:%M%p", "%I:%M %p %B %d, %Y", "Published: %d %B %Y, %H:%M", "%d.%m.%Y %H:%M", "%Y/%m/%d - %H:%M",
    "%A %d %B %Y %H:%M", "%d-%b-%Y %H:%M",
)  # fmt: skip


@given(
    st.datetimes(dt.datetime(1700, 1, 1), dt.datetime(2190, 1, 1)).map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(FORMS),
    st.sampled_from(["Asia/Kolkata", "Europe/London", "Pacific/Auckland", "+03:00"]),
)
def test_every_printed_form_of_a_moment_parses_back(moment: dt.datetime, form: str, zone: str) -> None:
    line = moment.strftime(form).replace(moment.strftime("%Y").lstrip("0"), f"{moment.year:04d}")
    stamps = parse_timestamps(line, timezone=zone, day_first=True)
    assert isinstance(stamps.published, dt.datetime)
    assert stamps.published.replace(tzinfo=None) == moment


@given(st.text(max_size=200))
def test_no_text_breaks_it(line: str) -> None:
    assert isinstance(parse_timestamps(line), Stamps)


def test_tables_hold_only_zones_that_exist() -> None:
    for abbreviation, rows in meanings().items():
        assert abbreviation == abbreviation.upper()
        for row in rows:
            ZoneInfo(row.zone)


@pytest.mark.parametrize("name", ["The Hindu", "hindu", "thehindu.com", "https://www.thehindu.com/news/article1.ece"])
def test_outlets_are_found_by_name_domain_and_address(name: str) -> None:
    outlet = find_outlet(name)
    assert outlet is not None
    assert (outlet.zone, outlet.day_first) == ("Asia/Kolkata", True)


def test_unknown_outlets_are_none() -> None:
    assert find_outlet("The Nowhere Gazette") is None
    assert find_outlet("") is None
    assert find_outlet("." * 100_000) is None


def test_the_table_of_outlets_spans_the_world() -> None:
    known = outlets()
    assert list(known.columns) == [column.name for column in registry.table("outlets").columns]
    assert len(known) >= 300
    assert known["domain"].is_unique
    assert known["name"].str.casefold().str.removeprefix("the ").is_unique
    zones = known["zone"].dropna()
    for zone in zones.unique():
        ZoneInfo(zone)
    regions = zones.str.split("/").str[0].value_counts()
    for region in ("Africa", "America", "Asia", "Australia", "Europe", "Pacific"):
        assert regions[region] >= 10, region


def test_the_order_of_day_and_month_fits_the_country() -> None:
    known = outlets()
    month_first = known[known["day_first"] == False]  # noqa: E712
    assert set(month_first["country"]) == {"US", "GU", "PH"}
    day_first = known[known["day_first"].fillna(False).astype(bool)]
    assert set(day_first["country"].dropna()).isdisjoint({"US", "CA", "CN", "JP", "KR", "HU", "SE", "LT", "IR", "TW"})
    per_country = known.dropna(subset=["country", "day_first"]).groupby("country")["day_first"].nunique()
    assert (per_country == 1).all()


def test_the_publisher_brings_its_zone_and_its_order() -> None:
    line = "06/01/2026, 9:05 pm"
    hindu = parse_timestamps(line, publisher="thehindu.com")
    assert iso(hindu.published) == "2026-01-06T21:05:00+05:30"
    assert hindu.timezone_source == "outlet"
    assert iso(parse_timestamps(line, publisher="USA Today").published) == "2026-06-01T21:05:00-04:00"
    overruled = parse_timestamps(line, publisher="The Hindu", timezone="Asia/Dubai", day_first=False)
    assert iso(overruled.published) == "2026-06-01T21:05:00+04:00"
    assert overruled.timezone_source == "given"
    assert parse_timestamps(line, publisher="The Nowhere Gazette").published is None


def test_users_can_add_outlets() -> None:
    own = pd.DataFrame({"domain": ["nowhere.example"], "name": ["The Nowhere Gazette"], "zone": ["Asia/Baku"]})
    known = pd.concat([outlets(), own], ignore_index=True)
    for name in ("The Nowhere Gazette", "https://www.nowhere.example/a"):
        found = parse_timestamps("6 January 2026, 9:05 pm", publisher=name, outlets=known)
        assert iso(found.published) == "2026-01-06T21:05:00+04:00"
    with pytest.raises(InputError, match="has no column 'zone'"):
        parse_timestamps("x", publisher="y", outlets=own.drop(columns="zone"))


@pytest.mark.parametrize(
    ("line", "off"),
    [
        ("October 23, 2025 5:50 pm CET", True),
        ("October 27, 2025 5:50 pm CET", False),
        ("Jan 12, 2026 9:49 am EDT", True),
        ("June 12, 2026 9:49 am PST", True),
        ("June 12, 2026 9:49 am PT", False),
        ("June 12, 2026 9:49 GMT", False),
    ],
)
def test_zones_that_are_not_in_force(line: str, off: bool) -> None:
    assert parse_timestamps(line).zone_conflict is off


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("30 November 2024 ٠٧:٥٣ UTC", "2024-11-30T07:53:00+00:00"),
        ("٣٠/١١/٢٠٢٤ ٠٧:٥٣", "2024-11-30T07:53:00"),
        ("२०२४-११-३० ०७:५३", "2024-11-30T07:53:00"),
        ("২০২৪-১১-৩০ ০৭:৫৩", "2024-11-30T07:53:00"),
    ],
)
def test_digits_of_other_scripts(line: str, expected: str) -> None:
    assert iso(parse_timestamps(line).published) == expected


# The same for every zone that newskit is told: as an argument, and in a column of articles.
HALF_PAST_FIVE = ["+05:30", "+5:30", "+0530", "+530", "UTC+5:30", "UTC+05:30", "UTC+0530", "GMT+5:30"]


def published_local(zone: str) -> dt.datetime:
    """Return what `timeline` makes of 15:35 UTC in a zone."""
    instant = pd.Timestamp("2026-01-06 15:35", tz="UTC")
    table = timeline(pd.DataFrame({"text": ["..."], "published": [instant], "timezone": [zone]}))
    return table["time_from"].iloc[0].to_pydatetime()


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        *((form, "+05:30") for form in HALF_PAST_FIVE),
        *((form, "-03:30") for form in ("-03:30", "-3:30", "UTC-3:30", "GMT-3:30", "UTC\u22123:30")),
        *((form, "+05:00") for form in ("+5", "+05", "UTC+5", "GMT+05")),
        ("Asia/Kolkata", "+05:30"),
        ("UTC", "+00:00"),
    ],
)
def test_a_zone_is_read_in_one_way_wherever_it_is_told(zone: str, offset: str) -> None:
    printed = parse_timestamps("6 January 2026, 9:05 pm", timezone=zone)
    assert iso(printed.published) == f"2026-01-06T21:05:00{offset}"
    assert printed.timezone == zone
    ahead = dt.datetime.fromisoformat(f"2026-01-06T00:00:00{offset}").utcoffset()
    assert ahead is not None
    assert published_local(zone) == dt.datetime(2026, 1, 6, 15, 35) + ahead


@pytest.mark.parametrize("zone", ["Mars/Base", "+25", "+24:00", "+99:00", "UTC+5:3", "UTC+", "5:30", "+5:30 h", "Asia"])
def test_what_is_not_a_zone_is_an_error_wherever_it_is_told(zone: str) -> None:
    assert find_zone(zone) is None
    with pytest.raises(InputError, match="is not known"):
        parse_timestamps("6 January 2026, 9:05 pm", timezone=zone)
    with pytest.raises(InputError, match="Column 'timezone' holds"):
        published_local(zone)


@given(st.integers(-23 * 60 - 59, 23 * 60 + 59))
def test_every_offset_that_is_written_reads_back(minutes: int) -> None:
    offset = dt.timedelta(minutes=minutes)
    assert parse_offset(offset_text(offset)) == offset
    assert parse_offset("UTC" + offset_text(offset).replace(":", "")) == offset


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-11-30", "2024-11-30"),
        ("20241130", "2024-11-30"),
        ("2024-11-30T07:53", "2024-11-30T07:53:00"),
        ("2024-11-30 07:53:12.250Z", "2024-11-30T07:53:12+00:00"),
        ("20241130T075312+0530", "2024-11-30T07:53:12+05:30"),
        ("2024-11-30t07:53 gmt", "2024-11-30T07:53:00+00:00"),
        ("2024-11-30T07:53-03[America/Sao_Paulo]", "2024-11-30T07:53:00-03:00"),
        ("2024-11-30T24:00", "2024-11-30T00:00:00"),
        ("2024-11-30T07:53+99:00", "2024-11-30T07:53:00"),
    ],
)
def test_iso(text: str, moment: str) -> None:
    assert is_iso(text)
    assert iso(read_iso(text)) == moment


@pytest.mark.parametrize(
    ("text", "has_the_form"),
    [("2024-02-30", True), ("2024-11-30T25:61", True), ("30 November 2024", False), ("", False), ("2024-11", False)],
)
def test_not_iso(text: str, has_the_form: bool) -> None:
    assert read_iso(text) is None
    assert is_iso(text) is has_the_form


def test_names_of_months_and_weekdays() -> None:
    for day in (dt.date(2024, month, 1) for month in range(1, 13)):
        assert MONTHS[MONTH_NAMES[day.month - 1].lower()] == MONTHS[MONTH_NAMES[day.month - 1][:3].lower()] == day.month
    for day in (dt.date(2024, 1, number) for number in range(1, 8)):  # from a Monday on
        assert WEEKDAYS[WEEKDAY_NAMES[day.weekday()].lower()] == day.weekday()
    assert MONTHS["sept"] == 9
    assert {WEEKDAYS[word] for word in ("tue", "tues")} == {1}
    assert (MONTH_NAMES[10], WEEKDAY_NAMES[6]) == ("November", "Sunday")


@given(st.integers(1, 31), st.integers(1, 31), st.none() | st.booleans())
def test_day_and_month_are_the_two_numbers(first: int, second: int, day_first: bool | None) -> None:
    known = day_and_month(first, second, day_first)
    assert known in ((first, second), (second, first), None)
    if min(first, second) <= 12 and known is not None:
        assert known[1] <= 12
    if day_first is not None:
        assert known is not None


def test_places_keep_zones_that_have_an_abbreviation() -> None:
    known = {meaning.zone for meant in meanings().values() for meaning in meant}
    for row in csv_rows("newskit.timestamps", "places.csv"):
        assert row["zone"] in known
        assert zone_of_place(row["place"].title()) == row["zone"]
    assert zone_of_place("Istanbul") == "Europe/Istanbul"
    assert zone_of_place("UTC") is None


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("30 Nov 2024 07:53 GMT+1: By Ann Lee", "2024-11-30T07:53:00+01:00"),
        ("30 Nov 2024 07:53 GMT+1: 05 comments", "2024-11-30T07:53:00+00:00"),
        ("30 Nov 2024 07:53 (UTC+5:45)", "2024-11-30T07:53:00+05:45"),
        ("30 Nov 2024 07:53 GMT+0530", "2024-11-30T07:53:00+05:30"),
        ("30 Nov 2024 07:53 UTC\u22123:30", "2024-11-30T07:53:00-03:30"),
        ("30 Nov 2024 07:53 UTC+15", "2024-11-30T07:53:00+00:00"),
        ("30 Nov 2024 07:53 +5", "2024-11-30T07:53:00"),
        ("30 Nov 2024 07:53 Eastern Standard Time", "2024-11-30T07:53:00-05:00"),
        ("30 Nov 2024 07:53 eastern", "2024-11-30T07:53:00"),
        ("30 Nov 2024 17:19 AM", "2024-11-30"),
        ("30 Nov 2024 0 pm", "2024-11-30"),
        ("30 Nov 2024 12 a.m.", "2024-11-30T00:00:00"),
        ("30 Nov 2024 10:15:30.5", "2024-11-30T10:15:30"),
        ("30 Nov 2024 3.50%", "2024-11-30"),
        ("30 Nov 2024 $5.30", "2024-11-30"),
        ("30 Nov 2024-07:53", "2024-11-30T07:53:00"),
        ("30 Nov 2024 1930 hrs", "2024-11-30T19:30:00"),
        ("30 Nov 2024 2007", "2024-11-30"),
    ],
)
def test_clocks_and_zones(line: str, moment: str) -> None:
    assert iso(parse_timestamps(line).published) == moment
