"""How often a text hedges, boosts and commits, by part of the article and by voice."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.certainty.by_group import RATES_BY_GROUP
from newskit.analyses.certainty.certainty import FIELDS, certainty_of
from newskit.analyses.certainty.columns import CERTAINTY_RATES
from newskit.grouping import By, by_group
from newskit.inputs import Articles
from newskit.text.batch import Batch, over_batches

VOICES = ("own", "quoted")
_NAMES = {"hedge": "hedges", "modal": "modals", "booster": "boosters", "commitment": "commitments"}
COUNTS = ("n_words", *(f"n_{name}" for name in _NAMES.values()))
_KEYS = ["article_id", "field", "voice"]


def certainty_rates_of(batch: Batch) -> pd.DataFrame:
    """Count the expressions of one batch; see `certainty_rates`."""
    parts = [_n_words(batch, field) for field in filter(batch.has, FIELDS)]
    if not parts:
        return tables.empty(CERTAINTY_RATES)

    found = certainty_of(batch)
    counted = pd.concat(parts).set_index(_KEYS)
    for kind, name in _NAMES.items():
        of_kind = found[found["kind"] == kind]
        n = of_kind.groupby(_KEYS, sort=False).size()
        counted[f"n_{name}"] = n.reindex(counted.index, fill_value=0)

    # Article by article again, and its fields in their order.
    ids = counted.index.get_level_values("article_id")
    order = np.argsort(pd.Index(batch.ids).get_indexer(ids), kind="stable")
    rated = with_rates(counted.iloc[order].reset_index())
    return tables.conform(CERTAINTY_RATES, {str(name): rated[name] for name in rated})


def _n_words(batch: Batch, field: str) -> pd.DataFrame:
    """Count the words of a field by article and voice, where an article has it."""
    tokens = batch.tokens(field)
    place = len(VOICES) * tokens.article + tokens.quoted
    n_words = np.bincount(place, weights=tokens.is_word, minlength=len(VOICES) * len(batch))
    has = np.array(list(map(bool, tokens.texts)), dtype=bool)
    counted = pd.DataFrame(
        {
            "article_id": np.repeat(batch.ids, len(VOICES)),
            "field": field,
            "voice": np.tile(VOICES, len(batch)),
            "n_words": n_words,
        }
    )
    return counted[np.repeat(has, len(VOICES))]


def with_rates(counted: pd.DataFrame) -> pd.DataFrame:
    """Add the rates to counts."""
    n_words = counted["n_words"].astype("float64")
    n_words = n_words.where(n_words > 0)
    rated = counted.copy()
    for name in _NAMES.values():
        rated[f"{name}_per_100_words"] = 100 * counted[f"n_{name}"] / n_words

    return rated


def certainty_rates(
    articles: Articles,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Count hedges, modals, boosters and commitments by part of the article and by voice.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read
        where it has them.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; counts are added up, then scored.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article, part and voice: `article_id`, `field` (headline, standfirst, caption
        or text; only those that the article has), `voice` (own or quoted), `n_words`, `n_hedges`,
        `n_modals`, `n_boosters`, `n_commitments`, which add up, and for each a rate in a hundred
        words (`hedges_per_100_words`, ...; NA without words). A headline has so few words that
        one expression is a rate of 10: compare counts there.

        With `by`, one row per group, part and voice: the keys, `field`, `voice`, `n_articles`, the
        same columns and `caveats`.

    Raises
    ------
    InputError
        If `articles` cannot be read as texts.

    Examples
    --------
    >>> import newskit as nk
    >>> rates = nk.certainty_rates("Kyiv may accept the plan. “We never will,” she said.")
    >>> rates[["voice", "n_words", "n_hedges", "n_modals", "n_boosters"]].values.tolist()
    [['own', 7, 1, 0, 0], ['quoted', 3, 0, 1, 1]]
    """
    rates = over_batches(articles, certainty_rates_of)
    return by_group(RATES_BY_GROUP, rates, articles, by, interval)
