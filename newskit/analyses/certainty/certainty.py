"""How certain a text sounds: its hedges, modals, boosters and commitments, one per row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.certainty.by_group import EXPRESSIONS_BY_GROUP
from newskit.analyses.certainty.columns import CERTAINTY
from newskit.analyses.certainty.find import find, span
from newskit.grouping import By, by_group
from newskit.inputs import Articles
from newskit.text.batch import Batch, over_batches
from newskit.text.scopes import first_of_text

FIELDS = ("headline", "standfirst", "caption", "text")


def certainty_of(batch: Batch) -> pd.DataFrame:
    """Find the expressions of one batch; see `certainty`."""
    rows: list[dict[str, Any]] = []
    for field in filter(batch.has, FIELDS):
        rows.extend(_rows(batch, field))

    # The fields of an article stand together; the sort keeps their order.
    rows.sort(key=itemgetter("article"))
    hits = Counter[int]()
    for row in rows:
        article = row["article"]
        row |= {"article_id": batch.ids[article], "hit": hits[article]}
        hits[article] += 1

    return tables.from_rows(CERTAINTY, rows)


def _rows(batch: Batch, field: str) -> Iterator[dict[str, Any]]:
    tokens = batch.tokens(field)
    sentences = first_of_text(tokens)[1]
    for found in find(tokens, field):
        at = found.first
        article = int(tokens.article[at])
        start, end = span(tokens, found)
        place = {
            "article": article,
            "field": field,
            "sentence": int(sentences[tokens.sentence[at]]),
            "start": start,
            "end": end,
            "text": tokens.texts[article][start:end],
        }
        expression = found.expression
        yield place | {
            "expression": expression.entry,
            "kind": found.kind,
            "class": expression.group,
            "negated": found.negated,
            "voice": "quoted" if tokens.quoted[at] else "own",
        }


def certainty(
    articles: Articles,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Find what makes a text sound more or less certain, in headline, standfirst, caption and text.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read
        where it has them.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the expressions of all its articles together.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per expression: `article_id`, `hit` (its number, from 0: headline, standfirst,
        caption, then text), `field` (where it stands), `sentence` (of that field), `start` and
        `end` (characters; ``frame[field][start:end]`` is the expression), `text` (as printed),
        `expression` (its entry in the list), `kind` ("hedge": may, perhaps, about 50, reportedly;
        "modal": will, must, can; "booster": clearly, confirmed, insists; "commitment": agrees,
        vows, refuses), `class` (finer), `negated` (whether a negation stands close before it; a
        booster is a hedge then) and `voice` (own or quoted).

        With `by`, one row per group, expression and kind, the most frequent first: the keys,
        `rank`, `expression`, `kind`, `n_articles` and `n_words` (of the group), `n`, `per_1000`
        (words of the group), `n_articles_with` (articles that have it), `caveats`.

    Raises
    ------
    InputError
        If `articles` cannot be read as texts.

    Notes
    -----
    The list is newskit's own (``newskit.lexicons.load("certainty")``) and names the work that
    describes each class: Hyland, K. (2005), Metadiscourse; Biber, D. et al. (1999), Longman
    Grammar of Spoken and Written English (modals); Prince, E. F., Frader, J. & Bosk, C. (1982), On
    hedging in physician-physician discourse (approximators and attribution shields); Hooper, J. B.
    (1975), On assertive predicates; Searle, J. R. (1976), A classification of illocutionary acts
    (commissives); Quirk, R. et al. (1985), A Comprehensive Grammar of the English Language
    (maximizers). A word that is another word, too (May, the will, about), counts where its
    neighbors say so.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.certainty("Kyiv may accept the plan in May. “We will not,” Ann Lee insisted.")
    >>> found[["text", "kind", "voice"]].values.tolist()
    [['may', 'hedge', 'own'], ['will', 'modal', 'quoted'], ['insisted', 'booster', 'own']]
    """
    found = over_batches(articles, certainty_of)
    return by_group(EXPRESSIONS_BY_GROUP, found, articles, by, interval)
