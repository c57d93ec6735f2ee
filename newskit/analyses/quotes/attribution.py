"""The attribution table: for every sentence whose word it is, and which words decided that."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.quotes.by_group import ATTRIBUTION_BY_GROUP
from newskit.analyses.quotes.columns import ATTRIBUTION
from newskit.analyses.quotes.quotes import quotes_of
from newskit.grouping import By, by_group
from newskit.text.arrays import Array
from newskit.text.batch import Batch, over_batches

# Of a sentence's characters: with fewer of them in marks it is mixed, not direct.
MOSTLY = .8
_OF_SENTENCE = ("article_id", "sentence", "paragraph", "start", "end")
_INSTITUTIONS = ("organization", "place", "document")
_NO_RULE = "no attribution found"
_DIRECT, _MIXED, _INDIRECT, _INSTITUTION, _UNATTRIBUTED = range(5)
_KINDS = np.array(["direct", "mixed", "indirect", "institution", "unattributed"], dtype=object)
_FAR = 1 << 32  # characters: no text is as long
_ALL = slice(None)


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
    said = quotes[in_body & ~is_other]
    own = sentences[list(_OF_SENTENCE)]
    shared = _overlaps(own, said)
    longest = shared.longest()

    by_cue = said["cue"].notna()
    of_quote = {name: said[name] for name in ("speaker", "speaker_type", "via", "via_type")}
    of_quote["words"] = said["cue"].where(by_cue, said["speaker_mention"])
    for edge in ("start", "end"):
        of_quote[f"words_{edge}"] = said[f"cue_{edge}"].where(by_cue, said[f"speaker_{edge}"])

    told: dict[str, Any] = {name: _of(column, longest) for name, column in of_quote.items()}
    told["rule"] = _of(said["rule"], longest, _NO_RULE)
    told["share"] = shared.covered() / shared.length
    told["attribution"] = _kinds(shared, said, longest)
    return tables.conform(ATTRIBUTION, {**own, **told})


def _of(
    column: pd.Series,
    rows: Array,
    nobody: str | None = None,
) -> Any:
    """Return the values of some rows; where the row is -1, that of nobody."""
    return column.array.take(rows, allow_fill=True, fill_value=nobody)


def _kinds(
    shared: _Overlaps,
    said: pd.DataFrame,
    longest: Array,
) -> Array:
    """Say how the words of each sentence are someone's: quoted, in part quoted, or reported."""
    marked = shared.covered(said["mark"].notna().to_numpy()[shared.quote])

    # “We won,” said Ann Lee, who has led the party for years: short, but nothing else is reported.
    is_direct = _holds(said["kind"] == "direct", longest) | (marked >= MOSTLY * shared.length)
    is_institution = _holds(said["speaker_type"].isin(_INSTITUTIONS), longest)
    in_marks = np.where(is_direct, _DIRECT, _MIXED)
    reported = np.where(is_institution, _INSTITUTION, _INDIRECT)
    kinds = np.where(marked > 0, in_marks, reported)
    kinds[longest < 0] = _UNATTRIBUTED
    return _KINDS[kinds]


def _holds(
    flags: pd.Series,
    rows: Array,
) -> Array:
    """Return what is told of some rows; False where the row is -1."""
    return np.append(flags.to_numpy(dtype=bool), False)[rows]


class _Overlaps(NamedTuple):
    """Which quotations reach into which sentences, pair by pair, in order of the text.

    Per pair: the number of the sentence and of the quotation, and where in the text that part of
    the sentence begins and ends. Per sentence: its characters.
    """

    sentence: Array
    quote: Array
    low: Array
    high: Array
    length: Array

    def longest(self) -> Array:
        """Return the quotation that has most of each sentence, the first of several; else -1."""
        # One row per sentence: of two people in it, whoever has more of it is the source.
        order = np.lexsort((self.low - self.high, self.sentence))
        found = np.full(len(self.length), -1)
        # The first is written last.
        found[self.sentence[order][::-1]] = self.quote[order][::-1]
        return found

    def covered(
        self,
        pairs: Array | slice = _ALL,
    ) -> Array:
        """Count the characters of each sentence that are in quotations; nested ones count once."""
        home, low, high = self.sentence[pairs], self.low[pairs], self.high[pairs]
        # What is inside of one before begins behind its end only.
        behind = np.maximum.accumulate(home * _FAR + high) - home * _FAR
        goes_on = np.append(False, np.diff(home) == 0)[: len(home)]
        low = np.where(goes_on, np.maximum(low, np.roll(behind, 1)), low)
        added = np.maximum(high - low, 0)
        return np.bincount(home, weights=added, minlength=len(self.length))


def _overlaps(
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
) -> _Overlaps:
    """Find the quotations of each sentence; one may go on over several, and one hold several."""
    articles = pd.Index(sentences["article_id"].unique())
    home = articles.get_indexer(sentences["article_id"]) * _FAR
    of_quote = articles.get_indexer(quotes["article_id"]) * _FAR
    start, end = (sentences[name].to_numpy(dtype=np.int64) for name in ("start", "end"))
    begin, stop = (quotes[name].to_numpy(dtype=np.int64) for name in ("start", "end"))

    # The texts one behind the other, farther apart than any offset.
    first = np.searchsorted(home + end, of_quote + begin, "right")
    n_reached = np.maximum(np.searchsorted(home + start, of_quote + stop, "left") - first, 0)
    quote = np.repeat(np.arange(len(quotes)), n_reached)
    place = np.arange(len(quote)) - np.repeat(np.cumsum(n_reached) - n_reached, n_reached)
    sentence = first[quote] + place

    order = np.lexsort((begin[quote], sentence))
    sentence, quote = sentence[order], quote[order]
    low = np.maximum(begin[quote], start[sentence])
    high = np.minimum(stop[quote], end[sentence])
    return _Overlaps(sentence, quote, low, high, end - start)
