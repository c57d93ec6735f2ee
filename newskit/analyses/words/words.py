"""The words of a text, one per row, with what is counted of each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.words.by_group import WORDS_BY_GROUP
from newskit.analyses.words.columns import WORDS
from newskit.grouping import By, by_group
from newskit.inputs import Articles
from newskit.text.batch import Batch, over_batches
from newskit.text.counts import matrix_of
from newskit.text.forms import Word, word
from newskit.text.scopes import first_of_text
from newskit.text.syllables import syllables
from newskit.text.word_counts import WORD_COUNTS


def words_of(batch: Batch) -> pd.DataFrame:
    """List the words of one batch; see `words`."""
    t = batch.tokens()
    at = np.flatnonzero(t.is_word)
    values = dict(zip(WORD_COUNTS, t.once(matrix_of)[:, at], strict=True))
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


def words(
    articles: Articles,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """List every word with what is counted of it, so that a count can be checked by hand.

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
        One row per word: `article_id`, `word`, `sentence`, `paragraph` (numbers from 0), `start`,
        `end` (characters), `text`, `n_letters`, `n_syllables`, `syllables_source` (dictionary,
        rule, model or number), `familiar` (on the Dale-Chall list, or a name or number), `complex`
        (hard by Gunning's rules), `voice` (own or quoted). Sums over these columns are the counts
        of `newskit.counts`.

        With `by`, one row per group: its keys, `n_articles`, `n_words`, `n_letters`, `n_syllables`,
        `letters_per_word`, `syllables_per_word`, the shares (0 to 1) `familiar_share`,
        `complex_share` and `quoted_share`, and `caveats`.

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
    return by_group(WORDS_BY_GROUP, over_batches(articles, words_of), articles, by, interval)
