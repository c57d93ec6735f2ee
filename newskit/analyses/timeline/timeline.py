"""The table `timeline`: when an article was published and changed, and the times it speaks of."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.by_group import TIMELINE_BY_GROUP
from newskit.analyses.timeline.columns import TIMELINE
from newskit.analyses.timeline.dateline_day import day_of_dateline
from newskit.analyses.timeline.find import mentions
from newskit.analyses.timeline.publication import (
    ArticleTimestamp,
    anchor,
    article_timestamps,
    zone_names,
)
from newskit.analyses.timeline.rows_by_article import Row
from newskit.grouping import By, by_group
from newskit.inputs import Articles
from newskit.text.batch import Batch, over_batches

FIELDS = ("text", "headline", "standfirst")


def timeline(
    articles: Articles,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Place an article's publication, its update and every time it names on the calendar.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts; as a frame with a column `text` and, where known, `headline`, `standfirst`,
        `published` and `updated` (instants), `published_local` and `updated_local` (wall clocks),
        `published_text`, `updated_text`, `published_precision`, `updated_precision` (minute or
        day) and `timezone` (an IANA name or an offset).
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        Rows in the order published, updated, mentions of the text, the headline, the standfirst:

        - `article_id`, `event_id` (counted from 0 in each article), `kind` (published, updated,
          mention);
        - `field`, `text`, `start`, `end`: the words and where they stand (NA for timestamps, except
          `text`); `sentence`, counted from 0 in the field;
        - `time_from`, `time_to`: the stretch of the calendar meant, half-open, wall clock of the
          article's own zone. NaT where the words do not fix one (lengths, repeated times, "now"),
          and for relative words if the publication day is not known. "Early", "mid" and "late"
          keep the whole month or year; "earlier this month" ends before the publication day;
          morning is 5 to 12, afternoon 12 to 18, evening 17 to 23 and night 18 to 6 o'clock; a few
          units back is 1 to 10 of them (precision vague); seasons are those of the northern half;
        - `instant`: the moment in UTC of a timestamp, and of a clock that is printed with its zone;
        - `clock_zone`: that zone (10 a.m. ET is America/New_York); such a clock is converted to the
          article's own in `time_from`, if `timezone` is known; `timex_value` stays as printed;
        - `precision`: minute, hour, part-of-day, day, week, weekend, month, quarter, season,
          half-year, year, decade, century, festival (of several days) or vague; NA without one;
        - `timex_type` (DATE, TIME, DURATION, SET) and `timex_value` (ISO 8601 and its TIMEX3
          extensions);
        - `relative`: whether it is counted from the publication day or another time;
        - `tense`: past, present, future or planned ("is to", "plans to", "scheduled") by the verb
          nearest in the sentence; NA when no form is known to be a verb; `verb`, `verb_start`,
          `verb_end`: its words and where they stand in the field;
        - `voice` and `speaker`: NA here; `analyze` joins them from the quotations;
        - `zone_conflict`: for timestamps, whether the printed zone cannot be right on that day, as
          `articles` states it;
        - `rule`: the rule that decided.

        With `by`, one row per group: its keys, `n_articles`, `n_words`, `n_times` (that the texts
        name), `times_per_1000` (words), the shares (0 to 1) `placed_share` and `relative_share` of
        them, and `past_share` and `future_share` of those with a tense; `n_articles_dated`
        (articles whose time of publication is known), and `caveats`.

    Raises
    ------
    InputError
        If the articles are not texts, a timestamp is not a time, or a zone does not exist.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> published = pd.to_datetime(["2024-11-30 07:53"])
    >>> articles = pd.DataFrame({"text": "It rained on Friday.", "published_local": published})
    >>> nk.timeline(articles)[["kind", "text", "timex_value"]].tail(1).values.tolist()
    [['mention', 'Friday', '2024-11-29']]
    """
    table = over_batches(articles, timeline_of)
    return by_group(TIMELINE_BY_GROUP, table, articles, by, interval)


def timeline_of(batch: Batch) -> pd.DataFrame:
    """Return the timeline of a batch of articles; see `timeline`."""
    known = article_timestamps(batch.articles)
    rows = [[_timestamp_row(timestamp) for timestamp in timestamps] for timestamps in known]

    # The headline counts from the day of publication, too.
    zones = zone_names(batch.articles)
    days = map(anchor, known)
    anchors = list(map(day_of_dateline, batch.articles["text"], days))
    for field in filter(batch.has, FIELDS):
        for text, row in mentions(batch.tokens(field), anchors, zones):
            row["field"] = field
            rows[text].append(row)

    # Counted at the end: the rows of an article come field by field.
    for article_id, article in zip(batch.ids, rows, strict=True):
        for n, row in enumerate(article):
            row["article_id"] = article_id
            row["event_id"] = n

    return tables.from_rows(TIMELINE, chain.from_iterable(rows))


def _timestamp_row(timestamp: ArticleTimestamp) -> Row:
    return {
        "kind": timestamp.kind,
        "text": timestamp.text,
        "time_from": timestamp.local,
        "time_to": timestamp.until,
        "instant": timestamp.instant,
        "precision": timestamp.precision,
        "timex_type": "DATE" if timestamp.precision == "day" else "TIME",
        "timex_value": timestamp.value,
        "relative": False,
        "zone_conflict": timestamp.zone_conflict,
        "rule": "stamp",
    }
