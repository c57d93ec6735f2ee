"""The attribution table: for every sentence whose word it is, and which words decided that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.by_group import ATTRIBUTION_BY_GROUP
from newskit.analyses.quotes.columns import ATTRIBUTION
from newskit.analyses.quotes.quotes import quotes_of
from newskit.grouping import By, by_group
from newskit.text.batch import Batch, over_batches

# Of a sentence's characters: with fewer of them in marks it is mixed, not direct.
MOSTLY = .8
_OF_SENTENCE = ("article_id", "sentence", "paragraph", "start", "end")
_OF_QUOTE = (
    "article_id", "kind", "start", "end", "mark", "rule", "speaker", "speaker_type", "via",
    "via_type", "cue", "cue_start", "cue_end", "speaker_mention", "speaker_start", "speaker_end",
)  # fmt: skip
_INSTITUTIONS = ("organization", "place", "document")
_Row = dict[str, Any]
_Span = tuple[int, int]


class _Source(NamedTuple):
    """Whose word a sentence is: the columns of its row."""

    attribution: str
    share: float
    rule: str
    speaker: str | None = None
    speaker_type: str | None = None
    via: str | None = None
    via_type: str | None = None
    words: str | None = None
    words_start: int | None = None
    words_end: int | None = None


_NOBODY = _Source("unattributed", 0.0, "no attribution found")


def attribution(
    articles: Any,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Say for every sentence of the body whose word it is: quoted, reported, or the outlet's own.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per sentence of the column `text`: `article_id`, `sentence`, `paragraph`, `start`,
        `end` (characters); `attribution`: direct (a direct quotation, or at least 80 % of it in
        quotation marks), mixed (some of it), indirect (reported without marks, of a person, an
        unnamed or unknown source), institution (reported without marks, of an organization, a place
        or a document), or unattributed (the outlet's own word, as far as the rules see); `share` (0
        to 1, of its characters that are quoted or reported); `speaker` (resolved name) and
        `speaker_type` of the longest quotation in it; `via` and `via_type` (the medium it came
        through, and its type: told the Post, in an interview with Sky News); `words` (the cue, or
        failing that the speaker, as printed: what decided), `words_start`, `words_end` (characters;
        they may stand in another sentence), and `rule`.

        With `by`, one row per group and kind of attribution, the most frequent first: the keys,
        `rank`, `attribution`, `n_articles` and `n_words` (of the group), `n_sentences`, `share` (0
        to 1, of the sentences of the group), and `caveats`.

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.quotes import attribution
    >>> text = "The pier is shut, Ann Lee said. It rained. According to the report, it stays shut."
    >>> attribution(text)["attribution"].tolist()
    ['indirect', 'unattributed', 'institution']
    """
    return by_group(ATTRIBUTION_BY_GROUP, over_batches(articles, _of_batch), articles, by, interval)


def _of_batch(batch: Batch) -> pd.DataFrame:
    rows = [
        dict(zip(_OF_SENTENCE, (article_id, *sentence), strict=True))
        for number, article_id in enumerate(batch.ids)
        for sentence in batch.tokens().sentences(number)
    ]
    return attribution_from(tables.from_rows(ATTRIBUTION[:5], rows), quotes_of(batch))


def attribution_from(
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
) -> pd.DataFrame:
    """Return the table for articles whose sentences and quotations are known; see `attribution`."""
    # A scare quote is the outlet's own word, and a nested quotation is within another; headlines
    # and captions have no sentences here.
    in_body = quotes["field"] == "text"
    is_other = quotes["kind"].isin(("scare", "nested"))
    quotes_in: dict[str, list[_Row]] = defaultdict(list)
    for quote in tables.records(quotes[in_body & ~is_other], _OF_QUOTE):
        quotes_in[quote["article_id"]].append(quote)

    own = sentences[list(_OF_SENTENCE)]
    places = zip(*(own[name].tolist() for name in ("article_id", "start", "end")), strict=True)
    sources: list[_Source] = []
    for article_id, within in groupby(places, key=itemgetter(0)):
        spans = [(start, end) for _, start, end in within]
        sources += _sources(spans, quotes_in[article_id])

    told = {name: [row[i] for row in sources] for i, name in enumerate(_Source._fields)}
    return tables.conform(ATTRIBUTION, {**own, **told})


def _sources(
    sentences: list[_Span],
    quotes: list[_Row],
) -> Iterator[_Source]:
    """Say of each sentence whose word it is: both lists are in order, so one pass does."""
    current: list[_Row] = []
    k = 0
    for start, end in sentences:
        # A quotation may go on over several sentences, and a sentence may hold several.
        while k < len(quotes) and quotes[k]["start"] < end:
            current.append(quotes[k])
            k += 1
        if current:
            current = [quote for quote in current if quote["end"] > start]
        yield _source(current, start, end) if current else _NOBODY


def _source(
    quotes: list[_Row],
    start: int,
    end: int,
) -> _Source:
    """Say whose word text[start:end] is, by the longest of the quotations in it."""

    # One row per sentence: of two people in it, whoever has more of it is the source.
    def n_characters(quote: _Row) -> int:
        low, high = max(quote["start"], start), min(quote["end"], end)
        return int(high - low)

    longest = max(quotes, key=n_characters) if len(quotes) > 1 else quotes[0]
    by_cue = longest["cue"] is not None
    words, place = ("cue", "cue") if by_cue else ("speaker_mention", "speaker")
    return _Source(
        attribution=_attribution_kind(quotes, longest, start, end),
        share=_covered(quotes, start, end) / (end - start),
        speaker=longest["speaker"],
        speaker_type=longest["speaker_type"],
        via=longest["via"],
        via_type=longest["via_type"],
        words=longest[words],
        words_start=longest[f"{place}_start"],
        words_end=longest[f"{place}_end"],
        rule=longest["rule"],
    )


def _attribution_kind(
    quotes: list[_Row],
    longest: _Row,
    start: int,
    end: int,
) -> str:
    """Say how the words are someone's: quoted, in part quoted, or reported."""
    in_marks = [quote for quote in quotes if quote["mark"] is not None]
    marked = _covered(in_marks, start, end)
    if not marked:
        return "institution" if longest["speaker_type"] in _INSTITUTIONS else "indirect"

    # “We won,” said Ann Lee, who has led the party for years: short, but nothing else is reported.
    is_direct = longest["kind"] == "direct" or marked >= MOSTLY * (end - start)
    return "direct" if is_direct else "mixed"


def _covered(
    quotes: list[_Row],
    start: int,
    end: int,
) -> int:
    """Count the characters of text[start:end] that are in quotations; nested ones count once."""
    # Most sentences have one quotation, or none.
    if not quotes:
        return 0
    if len(quotes) == 1:
        (quote,) = quotes
        return max(0, int(min(quote["end"], end) - max(quote["start"], start)))

    n, behind = 0, start
    for quote in sorted(quotes, key=itemgetter("start")):
        # What is inside of one before begins behind its end only.
        low, high = max(quote["start"], behind), min(quote["end"], end)
        if high > low:
            n += high - low
            behind = high
    return n
