"""Checks of an article against itself: timestamps, weekdays and tenses that cannot all be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.calendar import same_day_in
from newskit.analyses.timeline.columns import TIME_CHECKS
from newskit.analyses.timeline.context import DAY_OR_FINER
from newskit.tables import need_columns
from newskit.timestamps.calendar_words import FULL_WEEKDAYS, WEEKDAY_NAMES
from newskit.word_lists import words_of

_SHORT: Final = [name[:3] for name in FULL_WEEKDAYS]
# An abbreviation counts only before a word or a number: "Sun" at the end of a line is a paper.
_WEEKDAY: Final = re.compile(
    rf"\b(?:({'|'.join(FULL_WEEKDAYS)})\b|({'|'.join(_SHORT)})\b\.?,?\s+(?=\w))", re.IGNORECASE
)
# What somebody said may lie ahead, whatever the tense of "said".
_OF_SAYING: Final = words_of(__package__, "verbs.csv")["of_saying"]
FIRST_GREGORIAN_YEAR: Final = 1583  # weekdays of earlier dates are of another calendar
Row = dict[str, Any]


def time_checks(timeline: pd.DataFrame) -> pd.DataFrame:
    """Find the times of an article that cannot all be right.

    A finding says that two things on the page disagree, not which of them is wrong; most are slips
    of the pen, some are clocks set wrongly, and now and then one shows that a text was changed
    after the day that it states.

    Parameters
    ----------
    timeline : DataFrame
        The table that `newskit.timeline` returned.

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
          year, of that date in any of the three years round the publication;
        - `zone_not_in_force`: the printed zone is not in force on that day (EST in June).

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
    need_columns(timeline, _NEEDED, "timeline")
    findings: list[Row] = []
    for article_id, rows in _by_article(timeline).items():
        found = [finding for check in _CHECKS for finding in check(rows)]
        findings += [{**f, "article_id": article_id, "check_id": n} for n, f in enumerate(found)]
    return tables.from_rows(TIME_CHECKS, findings)


_NEEDED: Final = ("article_id", "event_id", "timex_value")


def _by_article(timeline: pd.DataFrame) -> dict[str, list[Row]]:
    """Return the rows of each article as dictionaries, None for what is missing."""
    known = timeline.astype("object").where(timeline.notna(), None)
    articles: dict[str, list[Row]] = defaultdict(list)
    for row in known.to_dict("records"):
        articles[row["article_id"]].append(row)
    return articles


def _finding(check: str, row: Row, message: str) -> Row:
    place = {name: row[name] for name in ("event_id", "field", "text", "start", "end")}
    return {**place, "check": check, "message": message}


def _order(rows: list[Row]) -> Iterator[Row]:
    """Check that an update does not come before the publication."""
    timestamps = {row["kind"]: row for row in reversed(rows) if row["kind"] != "mention"}
    if len(timestamps) < 2:
        return

    published, updated = timestamps["published"], timestamps["updated"]
    if _is_earlier(updated, published):
        message = f"Updated {_say(updated)}, published {_say(published)}."
        yield _finding("updated_before_published", updated, message)


def _is_earlier(updated: Row, published: Row) -> bool:
    """Compare instants where both are known, else wall clocks."""
    if published["instant"] is not None and updated["instant"] is not None:
        return bool(updated["instant"] < published["instant"])
    if published["time_from"] is None or updated["time_from"] is None:
        return False
    # A day without a clock lasts until midnight: it is earlier only if all of it is.
    return bool(updated["time_to"] <= published["time_from"])


def _say(row: Row) -> str:
    moment = row["time_from"] or row["instant"]
    return f"{moment:%Y-%m-%d}" if row["precision"] == "day" else f"{moment:%Y-%m-%d %H:%M}"


def _tenses(rows: list[Row]) -> Iterator[Row]:
    """Check that what is told in the past does not lie after the last timestamp."""
    ends = [row["time_to"] for row in rows if row["kind"] != "mention" and row["time_to"]]
    if not ends:
        return

    for row in rows:
        is_ahead = row["time_from"] is not None and row["time_from"] >= max(ends)
        if is_ahead and _is_told_as_past(row):
            message = f"{row['verb']!r} tells of {_say(row)}, after the last stamp."
            yield _finding("past_after_publication", row, message)


def _is_told_as_past(row: Row) -> bool:
    # "Next year" says itself that it lies ahead: only what does not hang on the publication day
    # can disagree with its tense.
    is_told = row["kind"] == "mention" and row["tense"] == "past" and row["relative"] is False
    if not is_told or row["timex_type"] not in ("DATE", "TIME"):
        return False
    verb = (row["verb"] or "").lower().split()
    return _OF_SAYING.isdisjoint(verb)


def _weekdays(rows: list[Row]) -> Iterator[Row]:
    """Check that a printed weekday is the one of its date."""
    for row in rows:
        weekday = _printed_weekday(row)
        moment = row["time_from"]
        if weekday is None or moment is None or moment.year < FIRST_GREGORIAN_YEAR:
            continue
        if weekday not in _possible_weekdays(moment, open_year=bool(row["relative"])):
            right, printed = WEEKDAY_NAMES[moment.weekday()], WEEKDAY_NAMES[weekday]
            message = f"{moment:%Y-%m-%d} was a {right}, not a {printed}."
            yield _finding("weekday_and_date", row, message)


def _printed_weekday(row: Row) -> int | None:
    """Return the only weekday in the words of a day; None beside no number, or for two of them."""
    if row["text"] is None or row["precision"] not in DAY_OR_FINER:
        return None
    found = _WEEKDAY.findall(row["text"])
    named = {_SHORT.index((full or short).lower()[:3]) for full, short in found}
    has_number = re.search(r"\d", row["text"]) is not None
    return named.pop() if has_number and len(named) == 1 else None


def _possible_weekdays(moment: datetime, *, open_year: bool) -> set[int]:
    years = range(moment.year - open_year, moment.year + open_year + 1)
    return {day.weekday() for day in same_day_in(years, moment.month, moment.day)}


def _zones(rows: list[Row]) -> Iterator[Row]:
    """Check that the printed zone is in force on the day."""
    for row in rows:
        if row["zone_conflict"]:
            day = row["time_from"] or row["instant"]
            message = f"The printed zone is not in force on {day:%Y-%m-%d}."
            yield _finding("zone_not_in_force", row, message)


_CHECKS: Final = (_order, _zones, _weekdays, _tenses)
