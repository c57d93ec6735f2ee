"""The content words that a text uses most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.words.by_group import FREQUENT_BY_GROUP
from newskit.analyses.words.columns import FREQUENT_WORDS
from newskit.analyses.words.folded_words import words_by_article
from newskit.grouping import By, by_group
from newskit.inputs import Articles
from newskit.text.word_counts import FUNCTION_WORDS


def frequent_words(
    articles: Articles,
    *,
    n: int = 20,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """List the most frequent content words of each text.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    n : int
        How many words for each article, at most.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the words of all its articles together.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article and word, the most frequent first (of equals the one that stands first):
        `article_id`, `rank` (from 1), `word` (small letters), `n`, `per_1000` (per thousand words
        of the article). Function words (``newskit.lexicons.load("function_words")``), numbers and
        single letters are left out.

        With `by`, one row per group and word: the keys, `rank`, `word`, `n_articles` and `n_words`
        (of the group), `n`, `per_1000`, `n_articles_with` (articles of the group that have the
        word), and `caveats`.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.frequent_words("The bridge is shut. The bridge will not open.", n=2)
    >>> found[["word", "n", "per_1000"]]
         word  n    per_1000
    0  bridge  2  222.222222
    1    shut  1  111.111111
    """
    # Of a group the most frequent are known only when all are added up.
    most = n if by is None else None
    table = tables.from_rows(FREQUENT_WORDS, _rows(articles, most))
    return by_group(FREQUENT_BY_GROUP, table, articles, by, interval, most=n)


def _rows(articles: Articles, n: int | None) -> Iterator[dict[str, Any]]:
    for article_id, words in words_by_article(articles):
        content = Counter(filter(_is_content, words))
        for rank, (one, times) in enumerate(content.most_common(n), 1):
            share = 1000 * times / len(words)
            row = {"article_id": article_id, "rank": rank, "word": one, "n": times}
            yield {**row, "per_1000": share}


def _is_content(word: str) -> bool:
    has_digit = any(map(str.isdigit, word))
    return len(word) > 1 and word not in FUNCTION_WORDS and not has_digit
