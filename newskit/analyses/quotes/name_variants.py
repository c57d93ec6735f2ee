"""The spellings of one name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.names.register import register_of
from newskit.analyses.names.tag_sequence import tag_sequences
from newskit.analyses.quotes.by_group import VARIANTS_BY_GROUP
from newskit.analyses.quotes.columns import NAME_VARIANTS
from newskit.grouping import By, by_group
from newskit.inputs import as_articles, batches
from newskit.text.batch import Batch


def name_variants(
    articles: Any,
    *,
    by: By | None = None,
) -> pd.DataFrame:
    """List the spellings of full names that count as one person, article by article.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per spelling of a person whose full name is printed in more than one way:
        `article_id`, `name` (the spelling printed most, which is what `speaker` says), `variant`
        (as printed), `n` (times it is printed in full, or its last name alone).

        With `by`, one row per group and spelling: the keys, `name`, `variant`, `n_articles` and
        `n_words` (of the group), `n`, `n_articles_with` (articles that print it beside another
        spelling), and `caveats`.

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.quotes import name_variants
    >>> table = name_variants("Oleh Petrenkyy spoke. Oleh Petrenky smiled. Oleh Petrenky left.")
    >>> table[["name", "variant", "n"]].values.tolist()
    [['Oleh Petrenky', 'Oleh Petrenkyy', 1], ['Oleh Petrenky', 'Oleh Petrenky', 2]]
    """
    parts = map(Batch, batches(as_articles(articles)))
    table = tables.from_rows(NAME_VARIANTS, chain.from_iterable(map(_rows, parts)))
    return by_group(VARIANTS_BY_GROUP, table, articles, by)


def _rows(batch: Batch) -> Iterator[dict[str, Any]]:
    sequences = tag_sequences(batch.tokens())
    for article_id, tagged in zip(batch.ids, sequences, strict=True):
        for person in register_of(tagged).entities:
            # As most people are spelled, who then have no row.
            if len(person.spellings) == 1:
                continue

            for variant, n in person.spellings.items():
                yield {"article_id": article_id, "name": person.name, "variant": variant, "n": n}
