"""The attribution ledger: for every sentence whose word it is, and by which words that was decided."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import ATTRIBUTION
from newskit.analyses.quotes.quotes import quotes_of
from newskit.inputs import as_articles, batches, stack
from newskit.text.batch import Batch

MOSTLY = .8  # share of a sentence's characters in marks from which it is direct rather than mixed
_PLACE = ("sentence", "paragraph", "start", "end")
_SOURCES = ("organization", "place", "document")


def attribution(articles: Any) -> pd.DataFrame:
    """Say for every sentence of the body whose word it is: quoted, paraphrased, or the outlet's own.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`.

    Returns
    -------
    pandas.DataFrame
        One row per sentence of the column `text`: `article_id`, `sentence`, `paragraph`, `start`, `end` (characters);
        `attribution`: direct (at least 80 % of it in quotation marks), mixed (some of it), indirect (reported without
        marks, of a person, an unnamed or unknown source), institution (reported without marks, of an organization, a
        place or a document), or unattributed (the outlet's own word, as far as the rules see);
        `share` (0 to 1, of its characters that are quoted or reported); `speaker` (resolved name) and `speaker_type`
        of the longest quotation in it; `words` (the cue, or failing that the speaker, as printed: what decided),
        `words_start`, `words_end` (characters; they may stand in another sentence), and `rule`.

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.quotes import attribution
    >>> table = attribution("The pier is closed, Ann Lee said. It rained. According to the report, it will stay shut.")
    >>> table["attribution"].tolist()
    ['indirect', 'unattributed', 'institution']
    """
    return stack([_of_batch(Batch(part)) for part in batches(as_articles(articles))])


def _of_batch(batch: Batch) -> pd.DataFrame:
    rows = [
        {"article_id": article_id, "sentence": s.number, "paragraph": s.paragraph, "start": s.start, "end": s.end}
        for number, article_id in enumerate(batch.ids)
        for s in batch.tokens().sentences(number)
    ]
    return attribution_from(tables.from_rows(ATTRIBUTION[:5], rows), quotes_of(batch))


def attribution_from(sentences: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the ledger of articles whose tables of sentences and quotations are at hand; see `attribution`."""
    kept = quotes[(quotes["field"] == "text") & (quotes["kind"] != "scare")].astype("object")
    by_article: dict[Any, list[dict[str, Any]]] = {}
    for row in kept.where(kept.notna(), None).to_dict("records"):
        by_article.setdefault(row["article_id"], []).append({str(k): v for k, v in row.items()})
    rows: list[dict[str, Any]] = []
    article: Any = None
    coming: list[dict[str, Any]] = []
    current: list[dict[str, Any]] = []
    k = 0
    for article_id, *place in zip(*(sentences[name].tolist() for name in ("article_id", *_PLACE)), strict=True):
        if article_id != article:  # sentences and quotations are in order, so one pass does
            article, coming, current, k = article_id, by_article.get(article_id, []), [], 0
        start, end = place[2:]
        while k < len(coming) and coming[k]["start"] < end:
            current.append(coming[k])
            k += 1
        current = [q for q in current if q["end"] > start]
        rows.append({"article_id": article_id, **dict(zip(_PLACE, place, strict=True)), **_decide(current, start, end)})
    return tables.from_rows(ATTRIBUTION, rows)


def _decide(quotes: list[dict[str, Any]], start: int, end: int) -> dict[str, Any]:
    if not quotes:
        return {"attribution": "unattributed", "share": 0.0, "rule": "no attribution found"}
    longest = max(quotes, key=lambda q: min(q["end"], end) - max(q["start"], start))
    marked = _covered([q for q in quotes if q["mark"] is not None], start, end)
    if marked >= MOSTLY * (end - start) or (marked and longest["kind"] == "direct"):
        kind = "direct"
    elif marked:
        kind = "mixed"
    else:
        kind = "institution" if longest["speaker_type"] in _SOURCES else "indirect"
    what = "cue" if longest["cue"] is not None else "speaker_mention"
    prefix = "cue" if what == "cue" else "speaker"
    return {
        "attribution": kind,
        "share": _covered(quotes, start, end) / (end - start),
        "speaker": longest["speaker"],
        "speaker_type": longest["speaker_type"],
        "words": longest[what],
        "words_start": longest[f"{prefix}_start"],
        "words_end": longest[f"{prefix}_end"],
        "rule": longest["rule"],
    }


def _covered(quotes: list[dict[str, Any]], start: int, end: int) -> int:
    """Count the characters of text[start:end] that are in quotations; nested ones count once."""
    n, behind = 0, start
    for quote in sorted(quotes, key=lambda q: q["start"]):
        low, high = max(quote["start"], behind), min(quote["end"], end)
        if high > low:
            n += high - low
            behind = high
    return n
