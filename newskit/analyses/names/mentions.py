"""Every mention of whom and what an article names."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.names.by_group import MENTIONS_BY_GROUP
from newskit.analyses.names.columns import MENTIONS
from newskit.analyses.names.names import articles_of, entities_of
from newskit.grouping import By, by_group
from newskit.text.batch import Batch, over_batches


def mentions(
    articles: Any,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """List every mention of the people, organizations and places that each article names.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read
        where present.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per mention, field by field: `article_id`; `name_id` (as in `names`); `name` (its
        fullest form) and `type`; `field` (column that the offsets index into); `paragraph` (from
        0); `start`, `end` (characters); `text` (as printed); `form` (full; short: a part of the
        name; acronym; noun: the mayor, the company; pronoun: he, she, it or they); `quoted` (inside
        quotation marks, where only names are read); `confidence` (0 to 1, higher is surer; lower
        where another name fits as well); `also` (that name).

        With `by`, one row per group and form, the most frequent first: the keys, `rank`, `form`,
        `n_articles` and `n_words` (of the group), `n_mentions`, `share` (0 to 1, of the mentions of
        the group), `mentions_per_1000` (words of the group), and `caveats`.

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.names import mentions
    >>> table = mentions("Mayor Ann Lee met Bo Ek. The mayor smiled. She thanked Ek.")
    >>> table[["name", "text", "form"]].values.tolist()[2:]
    [['Ann Lee', 'The mayor', 'noun'], ['Ann Lee', 'She', 'pronoun'], ['Bo Ek', 'Ek', 'short']]
    """
    table = over_batches(articles, mentions_of)
    return by_group(MENTIONS_BY_GROUP, table, articles, by, interval)


def mentions_of(batch: Batch) -> pd.DataFrame:
    """Return the table of mentions of a batch; see `mentions`."""
    rows: list[dict[str, Any]] = []
    for number, (article_id, read) in enumerate(articles_of(batch)):
        ids = {who: name_id for name_id, who in enumerate(entities_of(read))}
        for mention in read.mentions:
            if mention.who not in ids:
                continue
            text = batch.tokens(mention.field).texts[number]
            rows.append(
                {
                    "article_id": article_id,
                    "name_id": ids[mention.who],
                    "name": mention.who.name,
                    "type": mention.who.kind,
                    "text": text[mention.start : mention.end],
                    "also": mention.also.name if mention.also is not None else None,
                    **{name: getattr(mention, name) for name in _SAME},
                }
            )
    return tables.from_rows(MENTIONS, rows)


_SAME = ("field", "paragraph", "start", "end", "form", "quoted", "confidence")
