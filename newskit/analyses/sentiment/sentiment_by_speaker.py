"""How positive or negative each speaker's quotations sound."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.by_group import SPEAKERS_BY_GROUP
from newskit.analyses.sentiment.columns import SENTIMENT_BY_SPEAKER
from newskit.analyses.sentiment.lexicons import DEFAULT, chosen_lexicon
from newskit.analyses.sentiment.sentiment import sentiment_of
from newskit.grouping import By, groups_of_table, without_groups
from newskit.inputs import batches, stack
from newskit.tables import QUOTED_KINDS
from newskit.text.batch import Batch

_NEEDED = ("article_id", "speaker", "kind", "text")
_MANY = 4_000  # texts of a batch: what somebody says in an article is a tenth of it


def sentiment_by_speaker(
    quotes: pd.DataFrame,
    *,
    lexicon: str | pd.DataFrame = DEFAULT,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Score how positive or negative the marked quotations of each speaker sound.

    Parameters
    ----------
    quotes : pandas.DataFrame
        Table `quotes`. Direct and mixed quotations count; indirect speech and scare quotes are the
        outlet's words.
    lexicon : {"news", "vader"} or DataFrame
        Word list, as for `newskit.sentiment`.
    by : str, callable, list of these or DataFrame, optional
        One row per group: ``by=nk.groups(articles, "publisher")``, or columns of the
        table of quotations; see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article and speaker, in the order of their first quotation; NA gathers the
        quotations without a known speaker: `article_id`, `speaker`, `n_quotes`, and the columns of
        `newskit.sentiment`, `compound` (-1 to 1; higher is more positive) being the mean over the
        sentences of the speaker's quotations. Here a sentence is one of the quoted words alone,
        without what the outlet says round them.

        With `by`, one row per group and speaker, who has most words first: the keys, `rank`,
        `speaker`, `n_articles` (of the group), `n_quotes`, `n_sentences`, `n_words` (quoted),
        `compound`, `n_hits`, `hits_per_100_words`, `n_articles_with` (articles that quote the
        speaker), `caveats`.

    Raises
    ------
    InputError
        If a column is missing, or a lexicon's frame is not as it should be.

    Examples
    --------
    >>> import newskit as nk
    >>> text = "“It is a great plan,” said Ann Lee. “It is a terrible mistake,” said Bo Hall."
    >>> quotes = nk.quotes(text)
    >>> nk.sentiment_by_speaker(quotes, lexicon="vader")[["speaker", "compound"]]
       speaker  compound
    0  Ann Lee    0.6249
    1  Bo Hall   -0.6705
    """
    tables.need_columns(quotes, _NEEDED, "quotes")
    said = quotes[quotes["kind"].isin(QUOTED_KINDS)]
    own = tables.numbered(said, ("article_id", "speaker"))
    order = np.argsort(own, kind="stable")
    begins = np.flatnonzero(np.diff(own[order], prepend=-1))
    texts: list[str] = said["text"].array[order].tolist()
    edges = [*begins.tolist(), len(texts)]

    # A paragraph each, so that no sentence runs from one quotation into the next.
    keys = {name: said[name].array[order[begins]] for name in ("article_id", "speaker")}
    joined = pd.Series(["\n\n".join(texts[a:b]) for a, b in pairwise(edges)], dtype="object")
    said_by, words = pd.DataFrame({**keys, "text": joined}), chosen_lexicon(lexicon)
    parts = batches(said_by, _MANY)
    scored = stack([sentiment_of(Batch(part), lexicon=words) for part in parts])
    scores = {str(name): scored[name] for name in scored.columns}
    told = {**scores, **keys, "n_quotes": np.diff(edges)}
    table = tables.conform(SENTIMENT_BY_SPEAKER, told)
    if by is None:
        return without_groups(table, interval)
    return SPEAKERS_BY_GROUP(table, groups_of_table(quotes, by), interval)
