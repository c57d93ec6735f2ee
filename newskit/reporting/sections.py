"""The sections on one article: a plot, the table behind it, and what the numbers do not mean."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from newskit import plots, registry, tables
from newskit.analyses.sentiment.columns import SENTIMENT
from newskit.html import MISSING, cell_text, known, table_html, when_text
from newskit.plots.quotes import height as quotes_height
from newskit.plots.quotes import n_lanes
from newskit.plots.readability import height as readability_height
from newskit.plots.sentiment import HEIGHT as SENTIMENT_HEIGHT
from newskit.plots.speakers import height as speakers_height
from newskit.plots.timeline import height as timeline_height
from newskit.reporting import prose
from newskit.reporting.pictures import picture

# Columns of `readability` in the overview, and what they are called there.
_COMPARED = {
    "n_words": "words",
    "n_sentences": "sentences",
    "flesch_reading_ease": "Flesch ease",
    "flesch_kincaid": "F-K grade",
}
_DIGITS = {"Flesch ease": 1, "F-K grade": 1, "compound": 2}


class Section(NamedTuple):
    """One section: `figure`, `tables` and `details` are HTML that markup.py has made."""

    key: str
    prose: prose.Prose
    figure: str
    tables: list[str]
    details: list[tuple[str, str]]


def sections(row: dict[str, Any], mine: dict[str, pd.DataFrame]) -> list[Section]:
    """Return the sections on one article from its part of every table."""
    return [_readability(mine), _sentiment(mine), _timeline(mine), _quotes(row, mine)]


def _readability(mine: dict[str, pd.DataFrame]) -> Section:
    from newskit.analyses.readability import measures

    stated = measures()
    stated = stated[stated["classic"]]
    table = mine["readability"]
    stated = stated[stated["measure"].isin(table.columns)]
    shown = _scores(table, stated)
    scored = ", ".join(f"{n} {cell_text(v)}" for n, v in zip(shown["measure"], shown["value"], strict=True))
    return Section(
        "readability",
        prose.READABILITY,
        picture(
            lambda ax: plots.readability(table, ax=ax), readability_height(len(stated)), f"Readability measures: {scored}."
        ),
        [
            table_html(
                shown, "Readability measures", headings={"usual range": "lowest to highest value usually met"}
            )
        ],
        _by_voice(mine["readability_by_voice"], ["flesch_reading_ease", "flesch_kincaid", "gunning_fog", "lix"]),
    )


def _scores(table: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    values = [float(table[m].iloc[0]) if len(table) and known(table[m].iloc[0]) else None for m in stated["measure"]]
    return pd.DataFrame(
        {
            "measure": stated["name"].astype("string"),
            "value": pd.Series(values, dtype="float64", index=stated.index).round(1),
            "unit": stated["unit"].astype("string"),
            "usual range": [f"{a:g} to {b:g}" for a, b in zip(stated["low"], stated["high"], strict=True)],
            "reads": stated["direction"].astype("string"),
            "formula": stated["formula"].astype("string"),
        }
    )


def _sentiment(mine: dict[str, pd.DataFrame]) -> Section:
    table, sentences = mine["sentiment"], mine["sentence_sentiment"]
    score = f"{table['compound'].iloc[0]:+.2f}" if table["compound"].notna().any() else "not known"
    n = len(sentences)
    up, down = int((sentences["compound"] > 0).sum()), int((sentences["compound"] < 0).sum())
    alt = (
        f"Sentiment of {n} sentences in reading order: {up} positive, {down} negative, {n - up - down} neither; "
        f"the mean is {score} on a scale from -1 to 1."
    )
    return Section(
        "sentiment",
        prose.SENTIMENT,
        picture(lambda ax: plots.sentiment(sentences, ax=ax), SENTIMENT_HEIGHT, alt),
        [table_html(_upright(table), "Sentiment of the article")],
        [
            *_by_voice(mine["sentiment_by_voice"], ["compound", "positive", "neutral", "negative"]),
            ("Every sentence with its score", table_html(_scored(mine), "Sentiment, sentence by sentence")),
        ],
    )


def _scored(mine: dict[str, pd.DataFrame]) -> pd.DataFrame:
    texts = mine["sentences"][["sentence", "text"]]
    both = mine["sentence_sentiment"][["sentence", "compound"]].merge(texts, on="sentence", how="left")
    return pd.DataFrame(
        {"sentence": both["sentence"] + 1, "compound": both["compound"], "text": both["text"].astype("string")}
    )


def _timeline(mine: dict[str, pd.DataFrame]) -> Section:
    table = mine["timeline"]
    mentions = table[table["kind"] == "mention"]
    values = [
        when_text(a, b, precision if known(precision) else None, kind)
        for a, b, precision, kind in zip(
            table["time_from"], table["time_to"], table["precision"], table["timex_type"], strict=True
        )
    ]
    alt = "; ".join(f"{kind} {value}" for kind, value in zip(table["kind"], values, strict=True) if kind != "mention")
    named = ", ".join(
        f"“{cell_text(w)}” {v}" for w, v, k in zip(table["text"], values, table["kind"], strict=True) if k == "mention"
    )
    return Section(
        "timeline",
        prose.TIMELINE,
        picture(
            lambda ax: plots.timeline(table, ax=ax),
            timeline_height(len(mentions)),
            f"Article clock. Stamps: {alt or 'none'}. Times named: {named or 'none'}.",
        ),
        [table_html(_said(table, values), "Stamps, and the times the article names", headings=_meanings("timeline"))],
        [],
    )


def _said(table: pd.DataFrame, values: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "words": table["text"].astype("string"),
            "kind": table["kind"].astype("string"),
            "means": pd.Series(values, dtype="string", index=table.index),
            "precision": table["precision"].astype("string"),
            "standard form": table["timex_value"].astype("string"),
            "rule": table["rule"].astype("string"),
        }
    )


def _quotes(row: dict[str, Any], mine: dict[str, pd.DataFrame]) -> Section:
    quotes, speakers = mine["quotes"], mine["speakers"]
    length = len(row["text"]) if known(row.get("text")) else None
    said = "; ".join(
        f"{name if known(name) else 'speaker not known'}: {cell_text(words)} words in {cell_text(n)} quotations"
        for name, words, n in zip(speakers["speaker"], speakers["n_words"], speakers["n_quotes"], strict=True)
    )
    figure = picture(
        lambda ax: plots.quotes(quotes, text_length=length, ax=ax),
        quotes_height(n_lanes(quotes)),
        f"The article as a strip with {len(quotes)} quotations where they stand. {said or 'No one is quoted'}.",
    ) + picture(
        lambda ax: plots.speakers(speakers, ax=ax),
        speakers_height(len(speakers)),
        f"Share of quoted words by speaker. {said or 'No one is quoted'}.",
    )
    named = speakers.fillna({"speaker": "speaker not known"})
    columns = ["speaker", "n_quotes", "n_words", "share", "mean_words", "cues"]
    quoted = ["text", "kind", "speaker", "speaker_mention", "cue", "n_words", "field", "rule"]
    return Section(
        "quotes",
        prose.QUOTES,
        figure,
        [
            table_html(named[columns], "Speakers", headings=_meanings("speakers")),
            table_html(quotes[quoted], "Quotations", headings=_meanings("quotes")),
        ],
        [],
    )


def _by_voice(table: pd.DataFrame, wanted: list[str]) -> list[tuple[str, str]]:
    if "voice" not in table.columns or table.empty:
        return []
    columns = ["voice", "n_words", "n_sentences", *(c for c in wanted if c in table.columns)]
    shown = table[columns].copy()
    caption = "The outlet's own words, and words inside quotation marks"
    return [("Own words and quoted words apart", table_html(shown, caption, headings={"voice": tables.VOICE.meaning}))]


def _upright(table: pd.DataFrame) -> pd.DataFrame:
    """Turn the one row of an article so that every value stands beside its unit and meaning."""
    stated = [c for c in SENTIMENT if c.name in table.columns]
    values = [cell_text(table[c.name].iloc[0]) if len(table) else MISSING for c in stated]
    rows = [(c.name, value, c.unit, c.meaning) for c, value in zip(stated, values, strict=True)]
    return pd.DataFrame(rows, columns=["column", "value", "unit", "meaning"], dtype="string")


def _meanings(table: str) -> dict[str, str]:
    return {c.name: f"{c.meaning} ({c.unit})" if c.unit else c.meaning for c in registry.table(table).columns}


def overview(analysis: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row per article with the few numbers that compare them."""
    articles = analysis["articles"]
    base = pd.DataFrame({"article_id": articles["article_id"]})
    for column in ("headline", "publisher", "published_local"):
        if column in articles.columns and articles[column].notna().any():
            base[column] = articles[column]
    if "published_local" in base.columns and pd.api.types.is_datetime64_any_dtype(base["published_local"].dtype):
        base["published_local"] = base["published_local"].dt.normalize()
    scores = [c for c in _COMPARED if c in analysis["readability"].columns]
    base = base.merge(analysis["readability"][["article_id", *scores]], on="article_id", how="left")
    base = base.merge(analysis["sentiment"][["article_id", "compound"]], on="article_id", how="left")
    quotes, timeline = analysis["quotes"], analysis["timeline"]
    for name, rows in (
        ("quotations", quotes[quotes["kind"].isin(tables.QUOTED_KINDS)]),
        ("times named", timeline[timeline["kind"] == "mention"]),
    ):
        base[name] = base["article_id"].map(rows["article_id"].value_counts()).fillna(0).astype("Int64")
    if "error" in articles.columns and articles["error"].notna().any():
        failed = articles["error"].notna()
        # A row that could not be read has no words at all, which is not the same as 0 words.
        base.loc[failed, [*scores, "compound", "quotations", "times named"]] = pd.NA
    return base.rename(columns={**_COMPARED, "published_local": "published"}).round(_DIGITS)
