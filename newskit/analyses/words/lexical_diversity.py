"""How varied the words of a text are; these numbers do not add up over texts."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from newskit import tables
from newskit.analyses.words.by_group import DIVERSITY_BY_GROUP
from newskit.analyses.words.columns import LEXICAL_DIVERSITY
from newskit.analyses.words.folded_words import words_by_article
from newskit.errors import InputError
from newskit.grouping import By, by_group
from newskit.inputs import Articles

MTLD_THRESHOLD = 0.72  # type-token ratio at which a factor is full (McCarthy and Jarvis)


def lexical_diversity(
    articles: Articles,
    *,
    window: int = 100,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Measure how varied the words of each text are.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    window : int
        Words in the window of the moving average.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the means over its articles, since none of
        these numbers adds up.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article: `article_id`, `n_words`, `n_types` (different words, capitals aside),
        `type_token_ratio` (0 to 1, higher is more varied; falls with length, so compare texts of
        one length only), `mattr` (moving-average type-token ratio over `window` words, 0 to 1; NA
        for a shorter text), `mtld` (measure of textual lexical diversity, words, higher is more
        varied; NA where no factor can be had), `n_hapaxes` (words that stand once), `hapax_share`
        (0 to 1, of the types). A text without words has NA ratios.

        With `by`, one row per group: its keys, `n_articles`, `n_words` (of all its articles), and
        the means over its articles of all other columns; `caveats`.

    Raises
    ------
    InputError
        If `window` is not 1 or more.

    Notes
    -----
    None of these adds up over articles: measure the joined text instead. MATTR: Covington, M. A. &
    McFall, J. D. (2010), Cutting the Gordian knot, Journal of Quantitative Linguistics 17(2). MTLD:
    McCarthy, P. M. & Jarvis, S. (2010), MTLD, vocd-D, and HD-D, Behavior Research Methods 42(2);
    the mean of a pass forward and one back, threshold 0.72.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.lexical_diversity("The bridge is shut. The road is shut.", window=4)
    >>> found[["n_types", "mattr", "n_hapaxes"]]
       n_types  mattr  n_hapaxes
    0        5    1.0          2
    """
    if window < 1:
        raise InputError(f"window={window!r}: expected a number of words, 1 or more.")
    rows = []
    for article_id, words in words_by_article(articles):
        times = Counter(words)
        once = sum(n == 1 for n in times.values())
        rows.append(
            {
                "article_id": article_id,
                "n_words": len(words),
                "n_types": len(times),
                "type_token_ratio": len(times) / len(words) if words else None,
                "mattr": mattr(words, window),
                "mtld": mtld(words),
                "n_hapaxes": once,
                "hapax_share": once / len(times) if times else None,
            }
        )
    table = tables.from_rows(LEXICAL_DIVERSITY, rows)
    return by_group(DIVERSITY_BY_GROUP, table, articles, by, interval)


def mattr(words: list[str], window: int) -> float | None:
    """Return the mean type-token ratio of all windows, None for fewer words than one window."""
    if len(words) < window:
        return None
    inside = Counter(words[:window])
    total = types = len(inside)
    for leaving, entering in zip(words, words[window:], strict=False):
        types += inside[entering] == 0
        inside[entering] += 1
        inside[leaving] -= 1
        types -= inside[leaving] == 0
        total += types
    return total / (len(words) - window + 1) / window


def mtld(words: list[str]) -> float | None:
    """Return the mean length of stretches with a type-token ratio above the threshold."""
    factors = [_factors(words), _factors(words[::-1])]
    if not all(factors):
        return None
    return sum(len(words) / f for f in factors) / 2


def _factors(words: list[str]) -> float:
    full, seen, n, ratio = 0.0, set[str](), 0, 1.0
    for one in words:
        seen.add(one)
        n += 1
        ratio = len(seen) / n
        if ratio <= MTLD_THRESHOLD:
            full, seen, n, ratio = full + 1, set(), 0, 1.0
    return full + (1 - ratio) / (1 - MTLD_THRESHOLD)
