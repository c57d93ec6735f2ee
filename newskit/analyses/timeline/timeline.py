"""The table `timeline`: when an article was published and changed, and the times that its text speaks of."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import TIMELINE
from newskit.analyses.timeline.find import Mention, mentions
from newskit.analyses.timeline.publication import ArticleTimestamp, anchor, article_timestamps
from newskit.inputs import as_articles, batches, stack
from newskit.text.batch import Batch

FIELDS = ("text", "headline", "standfirst")


def timeline(articles: Any) -> pd.DataFrame:
    """Place an article's publication, its update and every time its text speaks of on the calendar.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts; as a frame with a column `text` and, where known, `headline`, `standfirst`, `published` and `updated`
        (instants), `published_local` and `updated_local` (wall clocks), `published_text`, `updated_text`,
        `published_precision`, `updated_precision` (minute or day) and `timezone` (an IANA name or an offset).

    Returns
    -------
    pandas.DataFrame
        Rows in the order published, updated, mentions of the text, the headline, the standfirst:

        - `article_id`, `event_id` (counted from 0 in each article), `kind` (published, updated, mention);
        - `field`, `text`, `start`, `end`: the words and where they stand (NA for stamps, save `text`); `sentence`,
          counted from 0 in the field;
        - `time_from`, `time_to`: the stretch of the calendar meant, half-open, wall clock of the article's own zone.
          NaT where the words do not fix one (lengths, repeated times, "now"), and for relative words if the publication
          day is not known. "Early", "mid" and "late" keep the whole month or year; "earlier this month" ends before
          the publication day; morning is 5 to 12, afternoon 12 to 18, evening 17 to 23 and night 18 to 6 o'clock;
          a few units back is 1 to 10 of them (precision vague); seasons are those of the northern half;
        - `instant`: the moment of a stamp in UTC, NaT for mentions;
        - `precision`: minute, hour, part-of-day, day, week, weekend, month, quarter, season, half-year, year, decade,
          century or vague; NA without a stretch;
        - `timex_type` (DATE, TIME, DURATION, SET) and `timex_value` (ISO 8601 and its TIMEX3 extensions);
        - `relative`: whether it is counted from the publication day or another time;
        - `tense`: past, present, future or planned ("is to", "plans to", "scheduled") by the verb nearest in the
          sentence; NA when no form is known to be a verb; `verb`, `verb_start`, `verb_end`: its words and where they
          stand in the field;
        - `voice` and `speaker`: NA here; `analyze` joins them from the quotations;
        - `zone_conflict`: for stamps, whether the printed zone cannot be right on that day, as `articles` states it;
        - `rule`: the rule that decided.

    Raises
    ------
    InputError
        If the articles are not texts, a stamp is not a time, or a zone does not exist.

    Examples
    --------
    >>> import pandas as pd
    >>> from newskit.analyses.timeline import timeline
    >>> published = pd.Timestamp("2024-11-30 07:53")
    >>> article = pd.DataFrame({"text": ["The mayor spoke on Friday."], "published_local": [published]})
    >>> timeline(article)[["kind", "text", "timex_value"]].tail(1).values.tolist()
    [['mention', 'Friday', '2024-11-29']]
    """
    frame = as_articles(articles)
    return stack([timeline_of(Batch(batch)) for batch in batches(frame)])


def timeline_of(batch: Batch) -> pd.DataFrame:
    """Return the timeline of a batch of articles; see `timeline`."""
    known = article_timestamps(batch.articles)
    anchors = [anchor(row) for row in known]
    found: list[list[tuple[str, str, Mention]]] = [[] for _ in known]
    for name in FIELDS:
        if batch.has(name):
            tokens = batch.tokens(name)
            for mention in mentions(tokens, anchors):
                found[mention.text].append((name, tokens.texts[mention.text], mention))
    rows: list[tuple[Any, ...]] = []
    for article_id, row, times in zip(batch.ids, known, found, strict=True):
        rows += [(article_id, n, *_stamp_row(stamp)) for n, stamp in enumerate(row)]
        rows += [(article_id, n, *_mention_row(*time)) for n, time in enumerate(times, start=len(row))]
    return tables.conform(TIMELINE, dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True)) if rows else {})


_COLUMNS = (
    "article_id", "event_id", "kind", "field", "text", "start", "end", "sentence", "time_from", "time_to", "instant",
    "precision", "timex_type", "timex_value", "relative", "tense", "verb", "verb_start", "verb_end", "zone_conflict",
    "rule",
)  # fmt: skip


def _stamp_row(stamp: ArticleTimestamp) -> tuple[Any, ...]:
    kind = "DATE" if stamp.precision == "day" else "TIME"
    return (stamp.kind, None, stamp.text, None, None, None, stamp.local, stamp.until, stamp.instant, stamp.precision,
            kind, stamp.value, False, None, None, None, None, stamp.zone_conflict, "stamp")  # fmt: skip


def _mention_row(field: str, text: str, mention: Mention) -> tuple[Any, ...]:
    time, start, end = mention.time, mention.start, mention.end
    verb_start, verb_end = mention.verb or (None, None)
    verb = text[verb_start:verb_end] if mention.verb else None
    return ("mention", field, text[start:end], start, end, mention.sentence, time.begin, time.end, None,
            time.precision, time.type, time.value, time.relative, mention.tense, verb, verb_start, verb_end, None,
            mention.rule)  # fmt: skip
