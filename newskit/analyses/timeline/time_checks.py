"""Checks of an article against itself: timestamps, weekdays and tenses that cannot all be right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.by_group import CHECKS_BY_GROUP
from newskit.analyses.timeline.calendar import same_day_in
from newskit.analyses.timeline.columns import TIME_CHECKS
from newskit.analyses.timeline.rows_by_article import Row, rows_by_article
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER
from newskit.csv_files import rule_words
from newskit.grouping import By, by_group_of_table
from newskit.tables import need_columns
from newskit.timestamps.calendar_words import FULL_WEEKDAYS, WEEKDAY_NAMES

_SHORT: Final = [name[:3] for name in FULL_WEEKDAYS]
# An abbreviation counts only before a word or a number: "Sun" at the end of a line is a paper.
_WEEKDAY: Final = re.compile(
    rf"\b(?:(?:{'|'.join(FULL_WEEKDAYS)})\b|(?:{'|'.join(_SHORT)})\b\.?,?\s+(?=\w))", re.IGNORECASE
)
# What somebody said may lie ahead, whatever the tense of "said".
_OF_SAYING: Final = rule_words(__package__, "verbs.csv")["of_saying"]
_TODAY: Final = ("today", "yesterday", "tomorrow")
# Characters between "Friday" and its date: ", " or " (".
BESIDE: Final = 2
_CLOCK_WITH_DAY: Final = ("clock and day", "day and clock", "clock in two zones")
# Weekdays of earlier dates are of another calendar.
FIRST_GREGORIAN_YEAR: Final = 1583


def time_checks(
    timeline: pd.DataFrame,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Find the times of an article that cannot all be right.

    A finding says that two things on the page disagree, not which of them is wrong; most are slips
    of the pen, some are clocks set wrongly, and now and then one shows that a text was changed
    after the day that it states.

    Parameters
    ----------
    timeline : DataFrame
        The table that `newskit.timeline` returned.
    by : str, callable, list of these or DataFrame, optional
        One row per group: ``by=nk.groups(articles, "publisher")``, or columns of the
        timeline; see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per finding: `article_id`, `check_id` (counted from 0 in each article), `check`,
        `event_id` (the row of the timeline), `field`, `text` (the words), `start`, `end` (where
        they stand; NA for timestamps), `message`. Checks:

        - `updated_before_published`: the update has an earlier time than the publication;
        - `past_after_publication`: a date with its year that lies after the last timestamp is told
          in the past tense; verbs of saying, hoping and planning do not count;
        - `weekday_and_date`: the weekday printed is not the weekday of the date; without a printed
          year, of that date in any of the three years round the publication; also where the date
          stands behind it in brackets or commas;
        - `yesterday_and_date`: "yesterday", "today" or "tomorrow" stands beside another date;
        - `past_after_last_stamp`: a clock with its day that lies after the last timestamp, on the
          same day, is told in the past tense;
        - `zone_not_in_force`: the printed zone is not in force on that day (EST in June).

        With `by`, one row per group and check, the most frequent first: the keys, `rank`, `check`,
        `n_articles` and `n_words` (of the group), `n`, `n_articles_with` (articles with such a
        finding), `articles_share` (0 to 1, of the articles of the group), and `caveats`.

    Raises
    ------
    InputError
        If it is not a timeline.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> published = pd.to_datetime(["2024-11-30 07:53"])
    >>> text = "It began on Monday, November 17, 2024."
    >>> articles = pd.DataFrame({"text": text, "published_local": published})
    >>> nk.times.time_checks(nk.timeline(articles))[["check", "text"]].values.tolist()
    [['weekday_and_date', 'Monday, November 17, 2024']]
    """
    need_columns(timeline, ("article_id", "event_id", "timex_value"), "timeline")
    findings: list[Row] = []
    for rows in rows_by_article(timeline).values():
        findings += [{**finding, "check_id": n} for n, finding in enumerate(_findings(rows))]

    table = tables.from_rows(TIME_CHECKS, findings)
    return by_group_of_table(CHECKS_BY_GROUP, table, timeline, by, interval)


def _findings(rows: list[Row]) -> Iterator[Row]:
    """Return the rows of an article that a check objects to, with its message."""
    timestamps = [row for row in rows if row["kind"] != "mention"]
    beside = dict(zip((row["event_id"] for row in rows), rows[1:], strict=False))
    for check, row in product(_CHECKS, rows):
        message = check(row, Around(timestamps, beside.get(row["event_id"])))
        if message is not None:
            yield {**row, "check": check.__name__, "message": message}


class Around(NamedTuple):
    """What stands around a row: the rows of the timestamps, and the next row."""

    timestamps: list[Row]
    following: Row | None

    def last_minute(self) -> dt.datetime | None:
        """Return the end of the last timestamp that has a clock."""
        stamps = [row for row in self.timestamps if row["precision"] == "minute"]
        ends = [row["time_to"] for row in stamps if row["time_to"]]
        return max(ends, default=None)

    def date_beside(self, row: Row) -> Row | None:
        """Return the day right behind a time: yesterday, March 13; Friday (March 13)."""
        other = self.following
        if other is None or other["field"] != row["field"] or other["precision"] != "day":
            return None

        # A bracket, or a comma and a blank: what stands further off is another time.
        is_beside = 0 < other["start"] - row["end"] <= BESIDE
        return other if is_beside and re.search(r"\d", other["text"]) else None


def updated_before_published(row: Row, around: Around) -> str | None:
    """Check that an update does not come before the publication."""
    if row["kind"] != "updated":
        return None

    published = around.timestamps[0]
    if not _is_earlier(row, published):
        return None
    return f"Updated {_say(row)}, published {_say(published)}."


def _is_earlier(updated: Row, published: Row) -> bool:
    """Compare instants where both are known, else wall clocks."""
    if published["instant"] and updated["instant"]:
        return bool(updated["instant"] < published["instant"])
    if not published["time_from"] or not updated["time_from"]:
        return False

    # A day without a clock lasts until midnight: it is earlier only if all of it is.
    return bool(updated["time_to"] <= published["time_from"])


def _say(row: Row) -> str:
    moment = row["time_from"] or row["instant"]
    if row["precision"] == "day":
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m-%d %H:%M}"


def past_after_publication(row: Row, around: Around) -> str | None:
    """Check that what is told in the past does not lie after the last timestamp."""
    # "Next year" says itself that it lies ahead: only what does not depend on the publication day
    # can disagree with its tense.
    if row["tense"] != "past" or row["relative"]:
        return None

    begin = row["time_from"]
    ends = filter(None, [timestamp["time_to"] for timestamp in around.timestamps])
    last = max(ends, default=None)
    if begin is None or last is None:
        return None
    if begin < last or _only_says(row):
        return None

    return f"{row['verb']!r} tells of {_say(row)}, after the last stamp."


def _only_says(row: Row) -> bool:
    # "Doors open on December 5, the mayor said."
    return not _OF_SAYING.isdisjoint(row["verb"].lower().split())


def past_after_last_stamp(row: Row, around: Around) -> str | None:
    """Check that a clock of the day of the last timestamp is not told before it struck."""
    is_clock = row["rule"] in _CLOCK_WITH_DAY and row["time_from"] is not None
    if not is_clock or row["tense"] != "past" or _only_says(row):
        return None

    last = around.last_minute()
    begin = row["time_from"]
    if last is None or begin < last or begin.date() != last.date():
        return None

    return f"{row['verb']!r} tells of {_say(row)}, after the last stamp, {last:%H:%M}."


def yesterday_and_date(row: Row, around: Around) -> str | None:
    """Check that the date beside "yesterday" is the day before publication."""
    word = (row["text"] or "").lower()
    other = around.date_beside(row) if word in _TODAY else None
    day = row["time_from"]
    if other is None or day is None or other["time_from"] == day:
        return None

    return f"{word!r} is {day:%Y-%m-%d}, the date beside it {other['time_from']:%Y-%m-%d}."


def weekday_and_date(row: Row, around: Around) -> str | None:
    """Check that a printed weekday is the one of its date."""
    named = (row["text"] or "").lower()
    other = around.date_beside(row) if named in FULL_WEEKDAYS else None
    if other is not None:
        row = {**other, "text": f"{row['text']}, {other['text']}"}

    moment = row["time_from"]
    if moment is None or moment.year < FIRST_GREGORIAN_YEAR:
        return None

    printed = _printed_weekday(row)
    if printed is None:
        return None

    # Without a printed year, the date may be of the year before or after.
    beside = int(row["relative"])
    years = range(moment.year - beside, moment.year + beside + 1)
    possible = [day.weekday() for day in same_day_in(years, moment.month, moment.day)]
    if printed in possible:
        return None

    right = WEEKDAY_NAMES[moment.weekday()]
    return f"{moment:%Y-%m-%d} was a {right}, not a {WEEKDAY_NAMES[printed]}."


def _printed_weekday(row: Row) -> int | None:
    """Return the only weekday in the words of a day; None beside no number, or for two of them."""
    printed = row["text"] or ""
    if row["precision"] not in DAY_OR_FINER or not re.search(r"\d", printed):
        return None

    # "Monday, Nov. 18, and Tuesday, Nov. 19" are read one by one; together they prove nothing.
    named = {found[:3].lower() for found in _WEEKDAY.findall(printed)}
    if len(named) != 1:
        return None
    return _SHORT.index(named.pop())


def zone_not_in_force(row: Row, around: Around) -> str | None:
    """Check that the printed zone is in force on the day."""
    if not row["zone_conflict"]:
        return None

    day = row["time_from"] or row["instant"]
    return f"The printed zone is not in force on {day:%Y-%m-%d}."


# In the order of their findings, which bear the names of these functions. A check takes a row, and
# what stands around it; it says what disagrees, or returns None.
_CHECKS: Final = (
    updated_before_published,
    zone_not_in_force,
    weekday_and_date,
    yesterday_and_date,
    past_after_publication,
    past_after_last_stamp,
)
