"""The same quotation in several articles, whole or with small edits."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.by_group import REPEATED_BY_GROUP
from newskit.analyses.quotes.repeated_in_parts import (
    compared,
    merge_repeated_quotes,
    reduce_repeated_quotes,
)
from newskit.errors import InputError
from newskit.grouping import By, groups_of_table, without_groups
from newskit.inputs import batches

_NEEDED = ("article_id", "quote_id", "kind", "text", "speaker", "n_words")
_AT_ONCE = 10_000  # quotations


def repeated_quotes(
    quotes: pd.DataFrame,
    *,
    threshold: float = 0.5,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Find quotations that stand in more than one article, word for word or with small edits.

    Two quotations are the same if at least `threshold` of their two-word runs, of all that stand in
    one or the other, stand in both (Jaccard's index). Direct and mixed quotations of four words or
    more are compared, in the way of `newskit.duplicates`: only those whose signatures meet, so that
    the time grows with the number of quotations and not with its square. Who speaks is not
    compared: articles that disagree show.

    Parameters
    ----------
    quotes : pandas.DataFrame
        A table of quotations of several articles, as `newskit.quotes` returns it.
    threshold : float
        Least similarity of two that count as the same, above 0 and up to 1.
    by : str, callable, list of these or DataFrame, optional
        One row per group: ``by=nk.groups(articles, "publisher")``, or columns of the
        table of quotations; see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per quotation that another article has too, group by group: `group` (number that the
        same quotations share, counted from 0 in the order of the table), `article_id`, `quote_id`,
        `speaker` (resolved name, NA when not known), `text` (with its marks), `n_articles`
        (articles of the group), `similarity` (0 to 1, to the longest of the group; 1 for that one;
        below `threshold` where two are joined by a third).

        With `by`, one row per group: its keys, `n_articles`, `n_words`, `n_quotes` (of four words
        or more), `n_repeated` (those that another article has, too, of whichever group),
        `repeated_share` (0 to 1), and `caveats`.

    Raises
    ------
    InputError
        If a column of the table of quotations is missing, or `threshold` is not above 0 and up to
        1.

    Examples
    --------
    >>> from newskit.analyses.quotes import quotes, repeated_quotes
    >>> texts = ['"We will not close the pier this year," Ann Lee said.',
    ...          'Lee: "We will not close the pier."']
    >>> repeated_quotes(quotes(texts))[["group", "speaker", "n_articles"]].values.tolist()
    [[0, 'Ann Lee', 2], [0, 'Lee', 2]]
    """
    tables.need_columns(quotes, _NEEDED, "quotes")
    if not isinstance(threshold, int | float) or not 0 < threshold <= 1:
        raise InputError(f"threshold is {threshold!r}; expected a number above 0 and up to 1.")

    kept = compared(quotes)
    table = merge_repeated_quotes(
        tables.read_frames(map(reduce_repeated_quotes, batches(kept, _AT_ONCE))), threshold
    )
    if by is None:
        return without_groups(table, interval)

    every, again = kept[["article_id"]], table[["article_id"]]
    counted = pd.concat([every.assign(n_quotes=1), again.assign(n_repeated=1)])
    return REPEATED_BY_GROUP(counted, groups_of_table(quotes, by), interval)
