"""Articles that are the same, or nearly: syndicated copies with small edits."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.grouping import By, Summary, by_group, values_of
from newskit.inputs import as_articles, batches
from newskit.reading.columns import DUPLICATES
from newskit.reading.duplicate_groups import Compared, duplicate_columns, stacked
from newskit.reading.duplicates_in_parts import code, compared, keep
from newskit.text.arrays import Array

DUPLICATES_BY_GROUP = Summary(
    values_of(__package__ or "", "duplicates"),
    lambda table: table[["article_id"]].assign(n_copies=~table["keep"]),
)

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
    with the number of articles, not with its square: of more than 1,000 only those are compared
    whose signatures (256 bytes of each) agree in a band.

    Reports on one template (weather, stocks, matches) are no duplicates of each other, however many
    words they share: where both have six figures or more, half of those of the one with fewer must
    stand in the other, behind the same word; and likewise of figures and names together, of which
    at least one must where both have three.

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

    frame = as_articles(articles)
    kept = stacked(keep(part, code(part)) for part in batches(frame))
    columns = duplicate_columns(kept, lambda numbers: _compared(frame, numbers), threshold)
    table = tables.conform(DUPLICATES, {"article_id": frame["article_id"], **columns})
    return by_group(DUPLICATES_BY_GROUP, table, articles, by, interval)


def _compared(frame: pd.DataFrame, numbers: Array) -> dict[int, Compared]:
    """Return what is compared of some articles, by number: only candidates are read once more."""
    parts = batches(frame.iloc[numbers]) if len(numbers) else ()
    sets = (own for part in parts for own in compared(code(part)))
    return dict(zip(numbers.tolist(), sets, strict=True))
