"""Additive counts as a table: of articles, their parts, and groups of them."""

from __future__ import annotations

import pandas as pd

from newskit.analyses.words.by_group import COUNTS_BY_GROUP, VOICES_BY_GROUP
from newskit.grouping import By, by_group, need_whole_articles
from newskit.inputs import Articles
from newskit.text.counts import counts_table


def counts(
    articles: Articles,
    *,
    unit: str = "article",
    voice: bool = False,
    by: By | None = None,
) -> pd.DataFrame:
    """Count words, sentences, syllables, letters and their kin.

    Every count is additive: rows of paragraphs add up to the article's, rows of articles to the
    outlet's.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    unit : {"article", "headline", "paragraph", "sentence"}
        What one row stands for (the unit of analysis). Below the article the key columns
        `paragraph`, `sentence`, `start` and `end` are added.
    voice : bool
        Split each row into `own` (the outlet's words) and `quoted` (words inside quotation marks,
        scare quotes left out). A sentence belongs to the voice of most of its words (ties: own).
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`. Counts are added up.

    Returns
    -------
    pandas.DataFrame
        `article_id`, the keys, and whole numbers from 0 up: `n_words`, `n_sentences` (those with a
        word), `n_syllables`, `n_letters`, `n_characters` (letters and digits), `n_monosyllables`,
        `n_polysyllables` (three syllables or more), `n_complex_words` (Gunning), `n_long_words`
        (seven letters or more), `n_function_words`, `n_unfamiliar_words` (Dale and Chall),
        `n_unlisted_words`, `n_unlisted_2_syllables` and `n_unlisted_3_syllables` (not on that list
        as printed; of two, of three syllables or more), `n_mini_words` (three letters or fewer),
        `n_scrabble_points` (of the letters). A missing text counts as an empty one.

        With `by`, one row per group: its keys, `n_articles`, the counts, and `caveats`.

    Raises
    ------
    InputError
        If `unit` is not one of these, or `articles` cannot be read as texts.

    Examples
    --------
    >>> import newskit as nk
    >>> table = nk.counts("The bridge is shut. “It is a mess,” said Ann.", voice=True)
    >>> table[["voice", "n_words", "n_sentences"]]
        voice  n_words  n_sentences
    0     own        6            1
    1  quoted        4            1
    """
    table = counts_table(articles, unit, voice)
    if by is not None:
        need_whole_articles(unit)
    return by_group(VOICES_BY_GROUP if voice else COUNTS_BY_GROUP, table, articles, by)
