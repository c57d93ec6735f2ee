"""The columns of the times an article names, and of when articles are published and updated."""

from __future__ import annotations

from newskit.tables import (
    ARTICLE_ID,
    CLOCK,
    END,
    FIELD,
    FLAG,
    INSTANT,
    SENTENCE,
    START,
    STRING,
    VOICE,
    WHOLE,
    Column,
)

TIMELINE = (
    ARTICLE_ID,
    Column("event_id", WHOLE, "number", "row of the article, counted from 0", True),
    Column("kind", STRING, "", "published, updated or mention"),
    FIELD,
    Column("text", STRING, "", "the words that state the time"),
    START,
    END,
    SENTENCE._replace(key=False),
    Column(
        "time_from", CLOCK, "wall clock", "first moment meant, in the article's zone; NaT if open"
    ),
    Column("time_to", CLOCK, "wall clock", "first moment after it (half-open)"),
    Column("instant", INSTANT, "UTC", "instant of a timestamp; NaT for mentions"),
    Column(
        "precision",
        STRING,
        "",
        "minute, hour, part-of-day, day, week, weekend, month, quarter, season, half-year, year, "
        "decade, century, or vague; NA without a stretch of time",
    ),
    Column("timex_type", STRING, "", "TIMEX3 type: DATE, TIME, DURATION or SET"),
    Column("timex_value", STRING, "", "TIMEX3 value (ISO 8601 and its extensions)"),
    Column("relative", FLAG, "", "whether it is counted from the publication day or another time"),
    Column("tense", STRING, "", "past, present, future or planned, by the verb beside it; or NA"),
    Column("verb", STRING, "", "the words of that verb"),
    Column("verb_start", WHOLE, "characters", "where the verb begins in the field"),
    Column("verb_end", WHOLE, "characters", "where it ends there (exclusive)"),
    VOICE._replace(key=False, meaning="own (the outlet tells it) or quoted; NA before `analyze`"),
    Column("speaker", STRING, "", "who is quoted or paraphrased; NA where the outlet tells it"),
    Column("zone_conflict", FLAG, "", "whether the printed zone cannot be right on that day"),
    Column("rule", STRING, "", "rule that decided"),
)

TIME_CHECKS = (
    ARTICLE_ID,
    Column("check_id", WHOLE, "number", "finding of the article, counted from 0", True),
    Column("check", STRING, "", "which check, such as updated_before_published"),
    Column("event_id", WHOLE, "number", "row of the article's timeline"),
    FIELD,
    Column("text", STRING, "", "the words that state the time"),
    START,
    END,
    Column("message", STRING, "", "what disagrees, in words"),
)

PUBLISHER = Column("publisher", STRING, "", "outlet, as `articles` names it")

PUBLISHING_SCHEDULE = (
    PUBLISHER._replace(key=True),
    Column("weekday", WHOLE, "0 to 6", "weekday in the outlet's zone, 0 is Monday; or NA", True),
    Column("weekday_name", STRING, "", "its English name"),
    Column("hour", WHOLE, "0 to 23", "hour in the outlet's zone; NA without a clock", True),
    Column("n_articles", WHOLE, "articles", "articles with that timestamp"),
)

UPDATE_GAPS = (
    ARTICLE_ID,
    PUBLISHER,
    Column("minutes", WHOLE, "minutes", "from publication to last update; NA without two clocks"),
    Column("days", WHOLE, "days", "from the day of publication to the day of the update"),
    Column("basis", STRING, "", "instants, or clocks: two wall clocks whose zone is not known"),
)

TIME_HORIZON = (
    ARTICLE_ID,
    Column("n_times", WHOLE, "times", "times that the texts name"),
    Column("n_placed", WHOLE, "times", "those that have a place on the calendar"),
    Column("n_before", WHOLE, "times", "those that end before the publication day"),
    Column("n_within", WHOLE, "times", "those that touch the publication day"),
    Column("n_after", WHOLE, "times", "those that begin after the publication day"),
    Column("back_days", WHOLE, "days", "from the publication day back to the first day named"),
    Column("ahead_days", WHOLE, "days", "from the publication day ahead to the last day named"),
)
