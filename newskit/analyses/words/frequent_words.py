"""The content words that a text uses most."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from newskit import tables
from newskit.analyses.words.columns import FREQUENT_WORDS
from newskit.analyses.words.folded_words import words_by_article
from newskit.inputs import Articles
from newskit.text.word_counts import FUNCTION_WORDS


def frequent_words(articles: Articles, *, n: int = 20) -> pd.DataFrame:
    """List the most frequent content words of each text.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    n : int
        How many words for each article, at most.

    Returns
    -------
    pandas.DataFrame
        One row per article and word, the most frequent first (of equals the one that stands first):
        `article_id`, `rank` (from 1), `word` (small letters), `n`, `per_1000` (per thousand words
        of the article). Function words (``newskit.lexicons.load("function_words")``), numbers and
        single letters are left out.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.frequent_words("The bridge is shut. The bridge will not open.", n=2)
    >>> found[["word", "n", "per_1000"]]
         word  n    per_1000
    0  bridge  2  222.222222
    1    shut  1  111.111111
    """
    rows = []
    for article_id, words in words_by_article(articles):
        content = Counter(
            w
            for w in words
            if len(w) > 1 and w not in FUNCTION_WORDS and not any(map(str.isdigit, w))
        )
        for rank, (one, times) in enumerate(content.most_common(n), 1):
            share = 1000 * times / len(words)
            rows.append(
                {"article_id": article_id, "rank": rank, "word": one, "n": times, "per_1000": share}
            )
    return tables.from_rows(FREQUENT_WORDS, rows)
