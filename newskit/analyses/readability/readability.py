"""The table `readability`: counts of texts, scored."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from newskit.analyses.readability.by_group import readability_by_group
from newskit.analyses.readability.caveats import caveats
from newskit.analyses.readability.measures import chosen_measures, is_set
from newskit.analyses.readability.score import score
from newskit.errors import InputError
from newskit.grouping import By, groups_of, need_whole_articles, without_groups
from newskit.inputs import Articles
from newskit.text.batch import Batch, over_batches
from newskit.text.counts import counts_of, counts_table

ENGINES = ("newskit", "textstat")


def readability_table(
    counted: pd.DataFrame,
    measures: Sequence[str] | str = "classic",
) -> pd.DataFrame:
    """Score a table of counts and keep its keys: what `readability` returns."""
    return _beside_keys(counted, score(counted, measures=measures))


def _beside_keys(counted: pd.DataFrame, scored: pd.DataFrame) -> pd.DataFrame:
    """Put scores between the keys of the counts and the caveats."""
    keys = counted.columns[: counted.columns.get_loc("n_words")]
    frame = counted[[*keys, "n_words", "n_sentences"]]
    return pd.concat([frame, scored, caveats(counted)], axis=1)


def _textstat(
    batch: Batch,
    unit: str,
    names: Sequence[str] | str,
) -> pd.DataFrame:
    """Score the texts of a unit of analysis with textstat itself."""
    from newskit.analyses.readability.textstat_engine import MEASURES, textstat_scores

    wanted = [m.measure for m in chosen_measures(names)]
    if is_set(names):  # "all" means all that textstat has; a name of its own must be known to it
        wanted = [name for name in wanted if name in MEASURES]

    counted = counts_of(batch, unit)
    texts = list(batch.tokens("headline" if unit == "headline" else "text").texts)
    if "start" in counted.columns:
        whole = dict(zip(batch.ids, texts, strict=True))
        places = zip(counted["article_id"], counted["start"], counted["end"], strict=True)
        texts = [whole[article_id][start:end] for article_id, start, end in places]

    return _beside_keys(counted, textstat_scores(texts, wanted))


def _check_textstat(voice: bool, by_group: bool) -> None:
    """Raise an error where textstat is asked for what it cannot do."""
    if voice:
        raise InputError(
            "engine='textstat' cannot split voices: it has no notion of quotation marks. "
            "Use voice=False."
        )

    if by_group:
        raise InputError(
            "engine='textstat' scores each text alone, and scores cannot be added up by group. "
            "Use engine='newskit'."
        )


def readability(
    articles: Articles,
    *,
    unit: str = "article",
    voice: bool = False,
    measures: Sequence[str] | str = "classic",
    engine: str = "newskit",
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Score how hard texts are to read, with several formulas.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    unit : {"article", "headline", "paragraph", "sentence"}
        What one row stands for; see `newskit.counts`.
    voice : bool
        Split each row into `own` and `quoted` words.
    measures : {"classic", "all"}, str or sequence of str
        Names of measures (see `newskit.measures`); "classic" for the nine best known, "all" for all
        51.
    engine : {"newskit", "textstat"}
        Whose numbers: newskit's counts and formulas, or what textstat itself gives (offline,
        slower).
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; its counts are added up, then scored. `unit` is
        then "article" or "headline".
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        The keys, `n_words`, `n_sentences` (newskit's), one column per measure, and `caveats`: codes
        of what speaks against the scores (short, one-sentence, smog-short, not-english), NA if
        nothing is known against them. A text without words has NA scores. Unit, range and direction
        of each measure are in `newskit.measures`.

        With `by`, one row per group: its keys, `n_articles`, and the same columns; `caveats` has
        codes of the group, too (see `newskit.groups`).

    Raises
    ------
    InputError
        If `unit` or `engine` is unknown, or textstat is asked for by voice.
    UnknownNameError
        If there is no such measure.

    Examples
    --------
    >>> import newskit as nk
    >>> table = nk.readability("The bridge is shut. Repairs will take six months, engineers said.")
    >>> table[["n_words", "flesch_kincaid", "caveats"]].round(1)
       n_words  flesch_kincaid            caveats
    0       11             1.6  short; smog-short
    """
    if engine not in ENGINES:
        raise InputError(f"engine={engine!r} is unknown; expected one of {', '.join(ENGINES)}.")

    chosen_measures(measures)  # an unknown name is an error before any text is read
    if engine == "newskit":
        counted = counts_table(articles, unit, voice)
        if by is not None:
            need_whole_articles(unit)
            summary = readability_by_group(measures, voice)
            return summary(counted, groups_of(articles, by), interval)

        return without_groups(readability_table(counted, measures), interval)

    _check_textstat(voice, by is not None or interval)
    return over_batches(articles, lambda batch: _textstat(batch, unit, measures))
