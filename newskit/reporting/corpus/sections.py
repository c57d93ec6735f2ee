"""The sections of the report on a corpus, each a figure, its table and what it does not mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit.analyses.readability.grades import grades
from newskit.analyses.timeline.publishing_schedule import publishing_schedule
from newskit.analyses.timeline.update_gaps import update_gaps
from newskit.comparing import keyness
from newskit.grouping import own_clock
from newskit.html import known, plural, table_html
from newskit.reporting.corpus.corpus import SEVERAL, Corpus
from newskit.reporting.corpus.heat import heat_table
from newskit.reporting.corpus.people import people_tables, speakers_table
from newskit.reporting.corpus.strips import Strip, said, strips, with_interval
from newskit.reporting.sections.section import Section
from newskit.tables import QUOTED_KINDS, TEXT
from newskit.timestamps.calendar_words import WEEKDAY_NAMES

MOST_PERIODS = 12  # columns of months, then of quarters; a longer corpus is counted by year
MINUTES = 60  # of an hour
COPIES = 20  # articles
KEY_WORDS = 10  # of each group
KEY = 6.63  # log-likelihood: p = .01 of one word chosen beforehand
_KEYNESS = (
    *("group", "word", "n_group", "n_articles_group", "n_reference"),
    *("log_likelihood", "log_ratio"),
)
_FIELDS = (
    *("headline", "standfirst", "byline", "publisher", "section", "published_local"),
    *("updated_local", "timezone", "language", "url", "caption"),
)


class GroupNumber(NamedTuple):
    """A number by group: its table by group, its column, what it is called, its decimals."""

    table: str
    column: str
    unit: str
    digits: int


GRADE = GroupNumber("readability", "flesch_kincaid", "Flesch-Kincaid grade (US school grade)", 1)
EASE = GroupNumber(
    "readability", "flesch_reading_ease", "Flesch reading ease (0 hard to 100 easy)", 1
)
TONE = GroupNumber(
    "sentiment", "compound", "compound sentiment (−1 to 1), mean of the sentences", 3
)
QUOTED = GroupNumber(
    "quotes", "quoted_share", "share of the words of the body inside quotation marks", 2
)
CONCENTRATION = GroupNumber(
    "quotes", "concentration", "concentration of voices (1: one speaker has all quoted words)", 2
)


def sections(corpus: Corpus) -> list[Section]:
    """Return the sections in the order of the page."""
    return [
        _what(corpus),
        _readability(corpus),
        _sentiment(corpus),
        _voices(corpus),
        _times(corpus),
        *_words(corpus),
    ]


def _what(corpus: Corpus) -> Section:
    """Show the articles by group and month, the fields that are missing, and the copies."""
    tables = [_by_month(corpus), _fields(corpus.articles)]
    copies = corpus.copies
    if copies.empty:
        return Section("corpus_what", "", tables, {})
    title = f"{plural(len(copies), 'article')} whose text another has, too"
    more = title if len(copies) <= COPIES else f"{title} (the first {COPIES})"
    return Section("corpus_what", "", tables, {title: table_html(copies.head(COPIES), more)})


def _by_month(corpus: Corpus) -> str:
    when = _periods(own_clock(corpus.articles))
    groups = pd.Series(corpus.names_of_articles, index=when.index)
    table = pd.crosstab(groups, when).reindex(corpus.names, fill_value=0)
    return heat_table(table, corpus.key, f"Articles by {corpus.key} and time of publication")


def _periods(days: pd.Series) -> pd.Series:
    """Name the month of each day, or the quarter or year, so that a screen has room for all."""
    months, quarters = days.dt.to_period("M"), days.dt.to_period("Q")
    if months.nunique() <= MOST_PERIODS:
        named = days.dt.strftime("%Y-%m")
    elif quarters.nunique() <= MOST_PERIODS:
        named = quarters.astype(TEXT)
    else:
        named = days.dt.strftime("%Y")
    return pd.Series(named.astype(TEXT).where(days.notna(), "no day"))


def _fields(articles: pd.DataFrame) -> str:
    """Say how many articles have each field that some have, and which none has."""
    has = {
        name.removesuffix("_local"): int(articles[name].map(known).sum())
        for name in _FIELDS
        if name in articles.columns
    }
    stated = {name: n for name, n in has.items() if n}
    rows = {name: [n, len(articles) - n] for name, n in stated.items()}
    frame = pd.DataFrame({"articles": pd.array(["stated", "missing"], dtype=TEXT), **rows})
    none = [n.removesuffix("_local") for n in _FIELDS if n.removesuffix("_local") not in stated]
    caption = "Fields that articles state"
    return table_html(frame, f"{caption} (none states: {', '.join(none)})" if none else caption)


def _readability(corpus: Corpus) -> Section:
    table = corpus.by_group["readability"]
    ranges = grades(corpus.by_group["counts"])
    columns = {
        "Flesch ease": _intervals(table, EASE),
        "F-K grade": _intervals(table, GRADE),
        "grades of nine formulas": [
            f"{said(low, 1)} to {said(high, 1)}" if np.isfinite(low) else "–"
            for low, high in zip(ranges["grade_low"], ranges["grade_high"], strict=True)
        ],
    }
    figure = _figure(corpus, GRADE, corpus.made["readability"])
    shown = _table(corpus, table, "Readability", columns)
    return Section("corpus_readability", figure, [shown], {})


def _sentiment(corpus: Corpus) -> Section:
    table = corpus.by_group["sentiment"]
    columns = {
        "compound": _intervals(table, TONE),
        "positive": _intervals(table, TONE._replace(column="positive")),
        "negative": _intervals(table, TONE._replace(column="negative")),
    }
    figure = _figure(corpus, TONE, corpus.made["sentiment"])
    return Section("corpus_sentiment", figure, [_table(corpus, table, "Sentiment", columns)], {})


def _voices(corpus: Corpus) -> Section:
    table = corpus.by_group["quotes"]
    columns = {
        "quotations": [f"{n:,}" for n in table["n_quotes"]],
        "quoted": _intervals(table, QUOTED),
        "named": _intervals(table, QUOTED._replace(column="named_share")),
        "speakers each": _intervals(table, EASE._replace(column="speakers_per_article")),
        "concentration": _intervals(table, CONCENTRATION),
    }
    figure = _figure(corpus, QUOTED, quoted_shares(corpus))
    figure += _figure(corpus, CONCENTRATION, _concentrations(corpus))
    by_group = _table(corpus, table, "Quotations", columns)
    tables = [by_group, speakers_table(corpus), *people_tables(corpus)]
    return Section("corpus_voices", figure, tables, {})


def quoted_shares(corpus: Corpus) -> pd.DataFrame:
    """Return for each article with words the share of its body that is quoted."""
    quotes = corpus.made["quotes"]
    counted = quotes["kind"].isin(QUOTED_KINDS) & (quotes["field"] == "text")
    quoted = quotes[counted].groupby("article_id")["n_words"].sum()
    counts = corpus.made["counts"]
    n_words = counts["n_words"].astype("float64").where(counts["n_words"] > 0)
    shares = counts["article_id"].map(quoted).fillna(0).astype("float64") / n_words
    return counts[["article_id"]].assign(quoted_share=shares)


def _concentrations(corpus: Corpus) -> pd.DataFrame:
    return corpus.made["speakers"].drop_duplicates("article_id")


def _times(corpus: Corpus) -> Section:
    """Show when articles are published, and how many were updated, how soon."""
    gaps = update_gaps(corpus.articles)
    rows = pd.DataFrame({corpus.key: corpus.names, "articles": corpus.groups.n_articles})
    codes = corpus.of_rows(gaps)
    hours = gaps["minutes"].to_numpy("float64", na_value=np.nan) / MINUTES
    rows["updated"] = np.bincount(codes, minlength=len(rows))
    rows["hours to the update, median"] = [_median(hours[codes == n]) for n in range(len(rows))]
    updates = table_html(rows.round(1), f"Updates by {corpus.key}")
    return Section("corpus_times", "", [_schedule(corpus), *([updates] if len(gaps) else [])], {})


def _schedule(corpus: Corpus) -> str:
    """Count the articles by weekday and hour; those without a clock are said to be left out."""
    schedule = publishing_schedule(corpus.articles).dropna(subset=["weekday", "hour"])
    numbers = schedule[["weekday", "hour", "n_articles"]].astype("int64")
    counts = numbers.pivot_table("n_articles", "weekday", "hour", aggfunc="sum", fill_value=0)
    week = counts.reindex(index=range(7), columns=range(24), fill_value=0)
    week.index = pd.Index(WEEKDAY_NAMES)
    without = len(corpus.articles) - int(schedule["n_articles"].sum())
    left_out = f"; {plural(without, 'article')} without a time of day left out" if without else ""
    return heat_table(week, "hour", f"Articles by weekday and hour of publication{left_out}")


def _median(values: np.ndarray[Any, Any]) -> float:
    finite = values[np.isfinite(values)]
    return float(np.median(finite)) if len(finite) else float("nan")


def _words(corpus: Corpus) -> Iterator[Section]:
    """Name the words that set each group apart; of one group there is nothing to say."""
    if len(corpus.names) < SEVERAL or not corpus.has_texts:
        return
    labeled = corpus.articles[["article_id", "text"]].assign(group=corpus.names_of_articles)
    key = keyness(labeled, "group", n=KEY_WORDS)
    over = key[(key["use"] == "over") & (key["log_likelihood"] >= KEY)]
    told = over.groupby("group")["word"].agg(", ".join).reindex(corpus.names)
    rows = pd.DataFrame({corpus.key: corpus.names, "words": told.fillna("none").tolist()})
    caption = "Words used more than by the others, those with most evidence first"
    tables = [table_html(rows.astype(TEXT), caption)]
    counts = table_html(over[list(_KEYNESS)].round(1), "Over-used words")
    details = {"The counts behind these words": counts}
    yield Section("corpus_words", "", tables, details)


def _figure(corpus: Corpus, shown: GroupNumber, articles: pd.DataFrame) -> str:
    """Draw a number by group over the values of the articles."""
    table = corpus.by_group[shown.table]
    values = corpus.values(articles, shown.column)
    rows = [
        Strip(name, *ends, spread)
        for name, ends, spread in zip(corpus.names, _ends(table, shown.column), values, strict=True)
    ]
    told = "; ".join(
        f"{row.name} {with_interval(row.value, row.low, row.high, shown.digits)}" for row in rows
    )
    return strips(rows, shown.unit, f"{shown.unit} by {corpus.key}: {told}.", shown.digits)


def _ends(table: pd.DataFrame, column: str) -> list[tuple[float, float, float]]:
    names = (column, f"{column}_low", f"{column}_high")
    columns = [table[name].to_numpy("float64", na_value=np.nan) for name in names]
    return [(float(v), float(a), float(b)) for v, a, b in zip(*columns, strict=True)]


def _intervals(table: pd.DataFrame, shown: GroupNumber) -> list[str]:
    return [with_interval(*ends, shown.digits) for ends in _ends(table, shown.column)]


def _table(corpus: Corpus, table: pd.DataFrame, title: str, columns: dict[str, list[str]]) -> str:
    rows = pd.DataFrame({corpus.key: pd.array(corpus.names, dtype=TEXT)})
    rows["articles"] = table["n_articles"].to_numpy()
    if "quotations" not in columns:  # where there is room
        rows["words"] = table["n_words"].to_numpy()
    for name, cells in columns.items():
        rows[name] = pd.array(cells, dtype=TEXT)
    return table_html(
        rows, f"{title} by {corpus.key}; in brackets: intervals of 95 % over articles"
    )
