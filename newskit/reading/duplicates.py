"""Articles that are the same, or nearly: syndicated copies with small edits."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.grouping import By, Summary, by_group, values_of
from newskit.inputs import as_articles
from newskit.reading.columns import DUPLICATES
from newskit.reading.rows import Row, is_missing
from newskit.text.near_duplicates import (
    DisjointSets,
    Shingles,
    candidate_pairs,
    folded_words,
    shingles,
    similarity,
)

DUPLICATES_BY_GROUP = Summary(
    values_of(__package__ or "", "duplicates"),
    lambda table: table[["article_id"]].assign(n_copies=~table["keep"]),
)
SHINGLE = 3
"""Words in a row that are compared."""


def duplicates(
    articles: Any,
    *,
    threshold: float = 0.5,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Find articles that are near-duplicates of each other.

    Two articles are exact duplicates if their words are the same, whatever the case and
    punctuation. They are near-duplicates if at least `threshold` of their three-word runs, of all
    that stand in one or the other, stand in both (Jaccard's index), counted exactly. The time grows
    with the number of articles, not with its square: only articles that share one of the runs with
    the smallest hashes are compared.

    Parameters
    ----------
    articles : str, list, Series or DataFrame
        Articles with `article_id` and `text`; `published`, if there, says which one came first.
    threshold : float
        Least `similarity` of a near-duplicate, above 0 and up to 1.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article, in their order: `article_id`; `group` (number that duplicates of each
        other share, counted from 0; NA for an article without any); `keep` (whether to keep it: the
        first published of its group, then the longest, then the first; every article without
        duplicates); `similarity` (0 to 1: share of three-word runs that it has in common with the
        kept one of its group; 1 for the kept one itself, NA without duplicates; below `threshold`
        where two are joined by a third); `kind` ("single", "kept", "exact" or "near").

        With `by`, one row per group: its keys, `n_articles`, `n_words`, `n_copies` (articles not to
        keep: copies of one that may be in another group), `copies_share` (0 to 1, of its articles),
        and `caveats`.

    Raises
    ------
    InputError
        If `threshold` is not above 0 and up to 1, or `articles` is not what is expected.

    Examples
    --------
    >>> import newskit as nk
    >>> sailed = "The ferry sailed at dawn, to cheers."
    >>> texts = [sailed, sailed.upper(), "It rained."]
    >>> found = nk.duplicates(texts)
    >>> found["kind"].to_list()
    ['kept', 'exact', 'single']
    """
    is_number = isinstance(threshold, int | float)
    if not is_number or not 0 < threshold <= 1:
        raise InputError(f"threshold is {threshold!r}; expected a number above 0 and up to 1.")

    # A missing text has no words, so it is like no other.
    frame = as_articles(articles)
    texts = frame["text"].fillna("").to_list()
    sets = [shingles(text, SHINGLE) for text in texts]
    published = _published(frame)

    rows: list[Row] = [{"keep": True, "kind": "single"} for _ in texts]
    for group, numbers in enumerate(_groups(sets, threshold)):
        # The first to print it is the source; the longest of them has lost the least.
        words = {n: folded_words(texts[n]) for n in numbers}
        kept = min(numbers, key=lambda n: (published[n], -len(words[n]), n))

        for n in numbers:
            kind = "exact" if words[n] == words[kept] else "near"
            similar = similarity(sets[n], sets[kept])
            rows[n] = {"group": group, "keep": False, "similarity": similar, "kind": kind}

        rows[kept] |= {"keep": True, "kind": "kept"}

    found = tables.from_rows(DUPLICATES, rows)
    table = found.assign(article_id=frame["article_id"])
    return by_group(DUPLICATES_BY_GROUP, table, articles, by, interval)


def _groups(sets: list[Shingles], threshold: float) -> list[list[int]]:
    """Return the numbers of each group of two or more, in the order of their first members."""
    # Pairs are candidates only; whether they are near-duplicates is counted here, exactly.
    groups = DisjointSets(len(sets))
    for a, b in candidate_pairs(sets):
        if similarity(sets[a], sets[b]) >= threshold:
            groups.join(a, b)

    together: dict[int, list[int]] = defaultdict(list)
    for number in range(len(sets)):
        together[groups.first(number)].append(number)

    return [numbers for numbers in together.values() if len(numbers) > 1]


def _published(frame: pd.DataFrame) -> list[float]:
    """Return when each article was published, in seconds; those without a time come last."""
    if "published" not in frame.columns:
        return [math.inf] * len(frame)

    return [math.inf if is_missing(m) else pd.Timestamp(m).timestamp() for m in frame["published"]]
