"""How long the words and the sentences of a text are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from newskit import tables
from newskit.analyses.words.by_group import LENGTHS_BY_GROUP
from newskit.analyses.words.columns import LENGTH_DISTRIBUTION
from newskit.analyses.words.folded_words import words_by_article
from newskit.errors import InputError
from newskit.grouping import By, by_group
from newskit.inputs import Articles, as_articles, batches
from newskit.text.batch import Batch


def length_distribution(
    articles: Articles,
    *,
    of: str = "words",
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Count how many words, or sentences, there are of each length.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    of : {"words", "sentences"}
        Words by their letters and digits, or sentences by their words.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the counts of its articles added up.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article and length that occurs: `article_id`, `length` (letters and digits, or
        words), `n` (how many), `share` (0 to 1, of the article's words or sentences).

        With `by`, one row per group and length: the keys, `length`, `n_articles` and `n_words` (of
        the group), `n`, `share`, and `caveats`.

    Raises
    ------
    InputError
        If `of` is something else.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.length_distribution("The bridge is shut.")[["length", "n"]].values.tolist()
    [[2, 1], [3, 1], [4, 1], [6, 1]]
    """
    if of not in ("words", "sentences"):
        raise InputError(f"of={of!r}: expected 'words' or 'sentences'.")
    rows = []
    for article_id, lengths in (
        _word_lengths(articles) if of == "words" else _sentence_lengths(articles)
    ):
        times = Counter(lengths)
        for length in sorted(times):
            share = times[length] / len(lengths)
            rows.append(
                {"article_id": article_id, "length": length, "n": times[length], "share": share}
            )
    table = tables.from_rows(LENGTH_DISTRIBUTION, rows)
    return by_group(LENGTHS_BY_GROUP, table, articles, by, interval)


def _word_lengths(articles: Articles) -> Iterator[tuple[str, list[int]]]:
    for article_id, words in words_by_article(articles):
        yield article_id, [sum(map(str.isalnum, w)) for w in words]


def _sentence_lengths(articles: Articles) -> Iterator[tuple[str, list[int]]]:
    for part in batches(as_articles(articles)):
        batch = Batch(part)
        tokens = batch.tokens()
        for i, article_id in enumerate(batch.ids):
            inside = slice(int(tokens.first[i]), int(tokens.first[i + 1]))
            counted = Counter(tokens.sentence[inside][tokens.is_word[inside]].tolist())
            yield article_id, list(counted.values())
