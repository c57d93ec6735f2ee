"""Two tables to look at: one row per sentence, one row per word."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.words.columns import SENTENCES, WORDS
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.counts import matrix_of
from newskit.text.forms import Word, word
from newskit.text.scopes import first_of_text, sums_between
from newskit.text.syllables import syllables
from newskit.text.word_counts import WORD_COUNTS


def sentences_of(batch: Batch) -> pd.DataFrame:
    """List the sentences of one batch; see `sentences`."""
    t = batch.tokens()
    text, number = first_of_text(t)
    first, last = t.sentence_first[:-1], t.sentence_first[1:] - 1
    start, end = t.start[first], t.end[last]
    slices = [t.texts[i][a:b] for i, a, b in zip(text.tolist(), start.tolist(), end.tolist(), strict=True)]
    return tables.conform(
        SENTENCES,
        {
            "article_id": np.array(batch.ids, dtype=object)[text],
            "sentence": number,
            "paragraph": t.paragraph[first],
            "start": start,
            "end": end,
            "text": slices,
            "n_words": sums_between(t.is_word, t.sentence_first),
        },
    )


def sentences(articles: Articles) -> pd.DataFrame:
    """Cut texts into sentences.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.

    Returns
    -------
    pandas.DataFrame
        One row per sentence: `article_id`, `sentence` and `paragraph` (numbers from 0), `start` and `end` (characters;
        ``text[start:end]`` of the article is the sentence), `text`, `n_words`. Every line end closes a paragraph, and
        with it a sentence, save a single one before a line that begins in lower case.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.sentences("Mr. Doyle denies it. “No,” he said.")["text"].tolist()
    ['Mr. Doyle denies it.', '“No,” he said.']
    """
    return stack([sentences_of(Batch(part)) for part in batches(as_articles(articles))])


def words_of(batch: Batch) -> pd.DataFrame:
    """List the words of one batch; see `words`."""
    t = batch.tokens()
    at = np.flatnonzero(t.is_word)
    values = dict(zip(WORD_COUNTS, matrix_of(t)[:, at], strict=True))
    found = [_word(t.vocabulary.forms[k]) for k in t.form[at].tolist()]
    article = t.article[at]
    return tables.conform(
        WORDS,
        {
            "article_id": np.array(batch.ids, dtype=object)[article],
            "word": np.arange(len(at)) - np.searchsorted(article, article),
            "sentence": first_of_text(t)[1][t.sentence[at]],
            "paragraph": t.paragraph[at],
            "start": t.start[at] + np.array([w.start for w in found], dtype=np.int64),
            "end": t.start[at] + np.array([w.end for w in found], dtype=np.int64),
            "text": [w.text for w in found],
            "n_letters": values["n_letters"],
            "n_syllables": values["n_syllables"],
            "syllables_source": [syllables(w.text)[1] for w in found],
            "familiar": values["n_unfamiliar_words"] == 0,
            "complex": values["n_complex_words"] > 0,
            "voice": np.where(t.quoted[at], "quoted", "own"),
        },
    )


def _word(form: str) -> Word:
    """Return the word of a form that is known to hold one."""
    return word(form) or Word(0, len(form), form)


def words(articles: Articles) -> pd.DataFrame:
    """List every word with what is counted of it, so that a count can be checked by hand.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.

    Returns
    -------
    pandas.DataFrame
        One row per word: `article_id`, `word`, `sentence`, `paragraph` (numbers from 0), `start`, `end` (characters),
        `text`, `n_letters`, `n_syllables`, `syllables_source` (dictionary, rule, model or number), `familiar` (on the
        Dale-Chall list, or a name or number), `complex` (hard by Gunning's rules), `voice` (own or quoted). Sums over
        these columns are the counts of `newskit.counts`.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.words("Repairs cost $14.3 million.")[["text", "n_syllables", "familiar"]]
          text  n_syllables  familiar
    0  Repairs            2      True
    1     cost            1      True
    2    $14.3            6      True
    3  million            2      True
    """
    return stack([words_of(Batch(part)) for part in batches(as_articles(articles))])
