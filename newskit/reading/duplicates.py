"""Articles that are the same, or nearly: syndicated copies with other furniture and small edits."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.inputs import as_articles
from newskit.reading.columns import DUPLICATES
from newskit.text.near_duplicates import (
    Groups,
    Shingles,
    candidate_pairs,
    folded_words,
    shingles,
    similarity,
)

SHINGLE = 3
"""Words in a row that are compared."""


def duplicates(articles: Any, *, threshold: float = 0.5) -> pd.DataFrame:
    """Find articles that are copies of each other.

    Two articles are exact copies if their words are the same, whatever the case and punctuation. They are near
    copies if at least `threshold` of their three-word runs, of all that stand in one or the other, stand in
    both (Jaccard's index), counted exactly. The time grows with the number of articles, not with its square:
    only articles that share one of their rarest-looking runs are compared.

    Parameters
    ----------
    articles : str, list, Series or DataFrame
        Articles with `article_id` and `text`; `published`, if there, says which copy came first.
    threshold : float
        Least `similarity` of a near copy, above 0 and up to 1.

    Returns
    -------
    pandas.DataFrame
        One row per article, in their order: `article_id`; `group` (number that copies of each other share,
        counted from 0; NA for an article without copies); `keep` (whether to keep it: the first published of
        its group, then the longest, then the first; every article without copies); `similarity` (0 to 1:
        share of three-word runs that it has in common with the kept one of its group; 1 for the kept one
        itself, NA without copies; below `threshold` where two copies are joined by a third);
        `kind` ("single", "kept", "exact" or "near").

    Raises
    ------
    InputError
        If `threshold` is not above 0 and up to 1, or `articles` is not what is expected.

    Examples
    --------
    >>> import newskit as nk
    >>> texts = ["The ferry sailed at dawn, to cheers.", "THE FERRY SAILED AT DAWN, TO CHEERS", "It rained."]
    >>> found = nk.duplicates(texts)
    >>> found["kind"].to_list()
    ['kept', 'exact', 'single']
    """
    if not isinstance(threshold, int | float) or not 0 < threshold <= 1:
        raise InputError(f"threshold is {threshold!r}; expected a number above 0 and up to 1.")
    frame = as_articles(articles)
    sets = [shingles(text, SHINGLE) if isinstance(text, str) else frozenset() for text in frame["text"]]
    groups = Groups(len(frame))
    for a, b in candidate_pairs(sets):
        if similarity(sets[a], sets[b]) >= threshold:
            groups.join(a, b)
    return _table(frame, sets, groups)


def _table(frame: pd.DataFrame, sets: list[Shingles], groups: Groups) -> pd.DataFrame:
    together: dict[int, list[int]] = defaultdict(list)
    for number in range(len(frame)):
        together[groups.first(number)].append(number)
    published = frame["published"].to_list() if "published" in frame.columns else [None] * len(frame)
    words = [_words(text) for text in frame["text"]]
    rows: list[dict[str, Any]] = [{"keep": True, "kind": "single"} for _ in range(len(frame))]
    copied = [numbers for numbers in together.values() if len(numbers) > 1]
    for group, numbers in enumerate(copied):
        kept = min(numbers, key=lambda n: (pd.isna(published[n]), _when(published[n]), -len(words[n]), n))
        for n in numbers:
            kind = "kept" if n == kept else "exact" if words[n] == words[kept] else "near"
            alike = 1.0 if n == kept else similarity(sets[n], sets[kept])
            rows[n] = {"group": group, "keep": n == kept, "similarity": alike, "kind": kind}
    ids = frame["article_id"].to_list()
    return tables.from_rows(DUPLICATES, [{"article_id": i, **row} for i, row in zip(ids, rows, strict=True)])


def _when(moment: Any) -> float:
    return 0.0 if moment is None or pd.isna(moment) else pd.Timestamp(moment).timestamp()


def _words(text: Any) -> list[str]:
    return folded_words(text) if isinstance(text, str) else []
