"""The words that a group of articles uses more often than others do, or less often."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit import tables
from newskit.comparing.columns import KEYNESS
from newskit.comparing.key_scores import Frequencies, bic, log_likelihood, log_ratio, p_value
from newskit.comparing.word_sides import WordSide, sides
from newskit.comparing.word_table import word_table
from newskit.errors import InputError
from newskit.grouping import By, groups_of
from newskit.inputs import Articles, as_articles
from newskit.text.arrays import Array

_ALL = "all"  # the one group, where other articles are the reference
_PER = 1000  # words


class Wanted(NamedTuple):
    """Which words are listed, and how they are scored."""

    n: int | None
    min_count: int
    cells: int


def keyness(
    articles: Articles,
    by: By | None = None,
    *,
    reference: Any = None,
    n: int | None = 50,
    min_count: int = 3,
    cells: int = 4,
) -> pd.DataFrame:
    """Find the words that set each group of articles apart from the others.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    by : str, callable, list of these or DataFrame, optional
        How articles are grouped: a column such as "publisher", "month", ..., as `newskit.groups`
        takes it. It may be left out if `reference` has other articles: then `articles` are one
        group, "all".
    reference : str, list of str, Series or DataFrame, optional
        What each group is held against: by default all articles of the other groups; the name of
        one group (a string, with `by`); or articles of another corpus.
    n : int, optional
        How many words for each group, over-used and under-used each; None for all.
    min_count : int
        Least times that a word stands in the group (if over-used) or in the reference (if
        under-used).
    cells : int
        4 sums G2 over the whole table of word and other words by group and reference (Dunning; as
        quanteda without correction, and AntConc); 2 over the word alone (Rayson and Garside's
        calculator).

    Returns
    -------
    pandas.DataFrame
        One row per group and word, over-used words first, those with most evidence first:
        `group`; `use` (over or under); `rank` (from 1); `word` (small letters); `n_group` and
        `n_reference` (counts); `per_1000_group` and `per_1000_reference` (per thousand words);
        `log_likelihood` (G2, 0 or more: how much evidence there is for a difference; 3.84 is
        p = .05, 6.63 p = .01, 10.83 p = .001, 15.13 p = .0001); `log_ratio` (binary logarithm of
        the ratio of both rates: how large the difference is; 1 is twice as often, 2 four times, -1
        half as often; a word that is missing in one counts as half a word there); `p` (0 to 1, of
        one word that was chosen beforehand: among thousands of words some are below .01 by
        chance); `bic` (G2 less the logarithm of all words; above 2 is some evidence, above 6
        strong, above 10 very strong); `n_articles_group` (articles of the group that have it: a
        word of one article is of its topic, not of its outlet); `n_words_group` and
        `n_words_reference`. A group without words has no rows.

    Raises
    ------
    InputError
        If there is nothing to hold a group against, or an option is not what it should be.
    UnknownNameError
        If there is no such column, or no group of the name `reference`.

    Notes
    -----
    Words of one article are not independent, so G2 and p overstate the evidence; read `log_ratio`
    and `n_articles_group` beside them. Names and topics come first wherever groups report on
    different events.

    Source
    ------
    Dunning, T. (1993), Accurate methods for the statistics of surprise and coincidence,
    Computational Linguistics 19(1). Rayson, P. and Garside, R. (2000), Comparing corpora using
    frequency profiling; the calculator at ucrel.lancs.ac.uk/llwizard.html. Hardie, A. (2014), Log
    Ratio: an informal introduction. Wilson, A. (2013), Embracing Bayes factors for key item
    analysis in corpus linguistics.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> rows = {"publisher": ["Post", "Mail"], "text": ["Tax tax tax rose.", "Rain fell on rain."]}
    >>> found = nk.keyness(pd.DataFrame(rows), by="publisher", min_count=2)
    >>> found[["group", "use", "word", "n_group", "n_reference"]].values.tolist()[:2]
    [['Mail', 'over', 'rain', 2, 0], ['Mail', 'under', 'tax', 0, 3]]
    """
    wanted = Wanted(n, min_count, cells)
    check(wanted)
    frame = as_articles(articles)
    names, code = groups_in(articles, frame, by, reference)
    table = word_table(frame)
    pairs = list(sides(table, names, code, reference))
    # The reference may have words of its own: only now all are numbered.
    return key_words(pairs, table.words, wanted)


def key_words(
    pairs: Iterable[tuple[str, WordSide, WordSide]],
    words: list[str],
    wanted: Wanted,
) -> pd.DataFrame:
    """Make the table of groups and what each is held against."""
    every = np.array(words, dtype=object)
    parts = [_rows(*pair, every, wanted) for pair in pairs]
    columns = {
        c.name: np.concatenate([part[c.name] for part in parts])
        for c in KEYNESS
        if parts
    }
    return tables.conform(KEYNESS, columns)


def check(wanted: Wanted) -> None:
    """Raise an error if an option is not what it should be."""
    if wanted.n is not None and wanted.n < 1:
        raise InputError(f"n={wanted.n!r}: expected a number of words, 1 or more, or None.")
    if wanted.min_count < 1:
        raise InputError(f"min_count={wanted.min_count!r}: expected a number, 1 or more.")


def groups_in(
    articles: Any,
    frame: pd.DataFrame,
    by: Any,
    reference: Any,
) -> tuple[list[str], Array]:
    """Return the names of the groups, and the number of each article's group."""
    if by is not None:
        groups = groups_of(articles, by)
        return groups.names, groups.code[groups.article_of(frame)]

    if reference is None or isinstance(reference, str):
        raise InputError(
            "keyness() needs something to hold the words against: by='publisher' (each group "
            "against the others), or reference=other_articles."
        )

    return [_ALL], np.zeros(len(frame), dtype=np.int64)


def _rows(
    group: str,
    own: WordSide,
    against: WordSide,
    words: Array,
    wanted: Wanted,
) -> dict[str, Any]:
    """Return the columns of one group."""
    f = Frequencies(own.times, against.times, own.total, against.total)
    g2, ratio = log_likelihood(f, wanted.cells), log_ratio(f)
    more = f.group * f.words_reference - f.reference * f.words_group
    over = _first(g2, (more > 0) & (f.group >= wanted.min_count), wanted.n)
    under = _first(g2, (more < 0) & (f.reference >= wanted.min_count), wanted.n)
    at = np.concatenate([over, under])
    n = len(at)
    return {
        "group": np.full(n, group, dtype=object),
        "use": np.repeat(np.array(["over", "under"], dtype=object), [len(over), len(under)]),
        "rank": np.concatenate([np.arange(len(over)), np.arange(len(under))])
        + 1,
        "word": words[at],
        "n_group": f.group[at],
        "n_reference": f.reference[at],
        "per_1000_group": _PER * f.group[at] / f.words_group,
        "per_1000_reference": _PER * f.reference[at] / f.words_reference,
        "log_likelihood": g2[at],
        "log_ratio": ratio[at],
        "p": p_value(g2[at]),
        "bic": bic(g2[at], f.words_group + f.words_reference),
        "n_articles_group": own.n_articles[at],
        "n_words_group": np.full(n, own.total),
        "n_words_reference": np.full(n, against.total),
    }


def _first(
    g2: Array,
    chosen: Array,
    n: int | None,
) -> Array:
    """Return the chosen words with most evidence; of equals the one that is met first."""
    at = np.flatnonzero(chosen)
    return at[np.argsort(-g2[at], kind="stable")][:n]
