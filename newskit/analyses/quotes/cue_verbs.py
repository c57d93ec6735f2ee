"""The verbs that report speech, counted."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.by_group import CUE_VERBS_BY_GROUP
from newskit.analyses.quotes.columns import CUE_VERBS
from newskit.analyses.quotes.cues import base_form
from newskit.grouping import By, groups_of_table, without_groups
from newskit.tables import Read

_KEYS = ["verb", "cue_class", "speaker"]
_SUMS = ["n", "n_articles"]
_NEEDED = ("article_id", "utterance_id", "kind", "cue", "cue_class", "speaker", "n_words")


def cue_verbs(
    quotes: pd.DataFrame,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Count the verbs and phrases that report speech, with the class of each.

    The classes (neutral, claim, argue, concede, accuse, deny, warn, demand, ask, answer, add,
    announce, predict, praise, describe, manner, write) were assigned by hand, verb by verb, for
    newskit. They follow the idea that a reporting verb can carry the writer's stance on what is
    reported, and are not the scheme of any one study.

    Parameters
    ----------
    quotes : pandas.DataFrame
        A table of quotations, as `newskit.quotes` returns it. Scare quotes and nested ones are left
        out; a paraphrase and the quoted words in it count as one utterance.
    by : str, callable, list of these or DataFrame, optional
        One row per group: ``by=nk.groups(articles, "publisher")``, or columns of the
        table of quotations; see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per verb, most used first: `verb` (base form; "according to" and verbs that are not
        listed as printed, in lower case), `cue_class` (NA when not classed), `n` (utterances that
        it reports), `share` (0 to 1, of all utterances with a cue), `n_speakers` (different
        resolved names), `n_articles` (articles it is used in).

        With `by`, one row per group and verb, most used first: the keys, `rank`, `verb`,
        `cue_class`, `n_articles` and `n_words` (of the group), `n`, `share` (0 to 1, of the
        utterances of the group with a cue), `n_articles_with` (articles that use it), and
        `caveats`.

    Raises
    ------
    InputError
        If a column of the table of quotations is missing.

    Notes
    -----
    On reporting verbs and stance: Thompson, G. and Ye, Y. (1991), Evaluation in the reporting verbs
    used in academic papers, Applied Linguistics 12(4).

    Examples
    --------
    >>> from newskit.analyses.quotes import cue_verbs, quotes
    >>> text = '"We won," said Ann Lee. "It rained," said Bo Ek. Ann Lee claimed it was close.'
    >>> cue_verbs(quotes(text))[["verb", "cue_class", "n"]].values.tolist()
    [['say', 'neutral', 2], ['claim', 'claim', 1]]
    """
    tables.need_columns(quotes, _NEEDED, "quotes")
    kept = _kept(quotes)
    table = merge_cue_verbs(tables.read_frames([_counted(kept)]))
    if by is None:
        return without_groups(table, interval)

    verbs = kept["cue"].map(base_form)
    classes = verbs.map(dict(zip(table["verb"], table["cue_class"], strict=True)))
    counted = kept[["article_id"]].assign(verb=verbs, cue_class=classes, n=1)
    return CUE_VERBS_BY_GROUP(counted, groups_of_table(quotes, by), interval)


def reduce_cue_verbs(quotes: pd.DataFrame) -> pd.DataFrame:
    """Count the verbs of a part: a row for each `verb`, `cue_class` and `speaker` that go together.

    `n` counts utterances; `n_articles` adds up to the articles that have the verb.
    """
    return _counted(_kept(quotes))


def merge_cue_verbs(read: Read) -> pd.DataFrame:
    """Make the table of verbs: what is kept grows with the number of verbs and speakers."""
    counted = tables.added_up(read(), _KEYS, _SUMS)
    by_verb = counted.groupby("verb")
    made = by_verb[_SUMS].sum()
    # A speaker and a class may stand with several rows; what is missing is none.
    made["cue_class"] = by_verb["cue_class"].first()
    made["n_speakers"] = by_verb["speaker"].nunique()
    made["share"] = made["n"] / made["n"].sum()
    made = made.reset_index().sort_values(["n", "verb"], ascending=[False, True])
    return tables.conform(CUE_VERBS, {str(name): made[name].tolist() for name in made})


def _kept(quotes: pd.DataFrame) -> pd.DataFrame:
    # “We won,” she said, “and won”: one verb, though its quotation has two rows.
    kept = quotes[~quotes["kind"].isin(("scare", "nested")) & quotes["cue"].notna()]
    return kept.drop_duplicates(["article_id", "utterance_id"])


def _counted(kept: pd.DataFrame) -> pd.DataFrame:
    """Count; an article counts in the first row that has the verb."""
    verbs = kept.assign(verb=kept["cue"].map(base_form), n=1)
    verbs["n_articles"] = (~verbs.duplicated(["verb", "article_id"])).astype(int)
    return tables.added_up([verbs], _KEYS, _SUMS)
