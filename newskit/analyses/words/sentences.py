"""The sentences of a text, one per row."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.words.by_group import SENTENCES_BY_GROUP
from newskit.analyses.words.columns import SENTENCES
from newskit.grouping import By, by_group
from newskit.inputs import Articles
from newskit.text.batch import Batch, over_batches
from newskit.text.scopes import first_of_text, words_of_sentences


def sentences_of(batch: Batch) -> pd.DataFrame:
    """List the sentences of one batch; see `sentences`."""
    t = batch.tokens()
    text, number = first_of_text(t)
    first, last = t.sentence_first[:-1], t.sentence_first[1:] - 1
    start, end = t.start[first], t.end[last]
    texts, places = t.texts, zip(text.tolist(), start.tolist(), end.tolist(), strict=True)
    slices = [texts[i][a:b] for i, a, b in places]
    return tables.conform(
        SENTENCES,
        {
            "article_id": np.array(batch.ids, dtype=object)[text],
            "sentence": number,
            "paragraph": t.paragraph[first],
            "start": start,
            "end": end,
            "text": slices,
            "n_words": t.once(words_of_sentences),
        },
    )


def sentences(
    articles: Articles,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Cut texts into sentences.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per sentence: `article_id`, `sentence` and `paragraph` (numbers from 0), `start` and
        `end` (characters; ``text[start:end]`` of the article is the sentence), `text`, `n_words`.
        Every line end closes a paragraph, and with it a sentence, save a single one before a line
        that begins in lower case.

        With `by`, one row per group: its keys, `n_articles`, `n_words`, `n_sentences`,
        `words_per_sentence`, `words_per_sentence_std` (over the sentences; NA below two), and
        `caveats`.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.sentences("Mr. Doyle denies it. “No,” he said.")["text"].tolist()
    ['Mr. Doyle denies it.', '“No,” he said.']
    """
    table = over_batches(articles, sentences_of)
    return by_group(SENTENCES_BY_GROUP, table, articles, by, interval)
