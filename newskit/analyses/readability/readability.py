"""Score counts with formulas: one row, a corpus, or any sums of counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, overload

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.readability.columns import MEASURES
from newskit.analyses.readability.formulas.english import ALL, BY_NAME, CLASSIC
from newskit.analyses.readability.formulas.measure import Measure
from newskit.errors import InputError, unknown_name
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.counts import counts, counts_of

# What a name of several measures stands for.
SETS = {"classic": CLASSIC, "all": ALL}
ENGINES = ("newskit", "textstat")
# code -> (columns it needs, test on counts, meaning). The codes stand in the column `caveats`.
CAVEATS: dict[str, tuple[tuple[str, ...], Any, str]] = {
    "short": (("n_words",), lambda c: c["n_words"] < 100, "fewer than 100 words: every formula is unsteady"),
    "one-sentence": (("n_sentences",), lambda c: c["n_sentences"] == 1, "one sentence: its length is no average"),
    "smog-short": (
        ("n_sentences",),
        lambda c: c["n_sentences"] < 30,
        "fewer than 30 sentences: SMOG is not made for it",
    ),
    "not-english": (
        ("n_function_words", "n_words"),
        lambda c: (c["n_words"] >= 20) & (c["n_function_words"] < 0.2 * c["n_words"]),
        "few English function words: perhaps another language, or no running text",
    ),
}


def measures() -> pd.DataFrame:
    """List every readability measure with its formula, range, direction and source.

    Returns
    -------
    pandas.DataFrame
        One row per measure: `measure` (its column in `readability`), `name`, `formula`, `unit`, `low` and `high` (the
        range usually met in news), `direction` ("higher is easier" or "higher is harder"), `calibrated_on`,
        `source`, `note`, and `classic` (whether it is one of the best known, which plots and reports show).

    Examples
    --------
    >>> import newskit as nk
    >>> nk.measures().set_index("measure").loc["lix", "formula"]
    'W/S + 100 G/W'
    """
    names = [c.name for c in MEASURES if c.name != "classic"]
    return tables.from_rows(MEASURES, [{n: getattr(m, n) for n in names} | {"classic": m in CLASSIC} for m in ALL])


def chosen(names: Iterable[str] | str) -> list[Measure]:
    """Return the measures of these names; "classic" are the best known, "all" are all."""
    if _is_set(names):
        return list(SETS[str(names)])
    wanted = [names] if isinstance(names, str) else list(names)
    for name in wanted:
        if name not in BY_NAME:
            raise unknown_name("measure", name, BY_NAME)
    return [BY_NAME[name] for name in wanted]


def _is_set(names: Iterable[str] | str) -> bool:
    return isinstance(names, str) and names in SETS


@overload
def score(counts: pd.DataFrame, *, measures: Sequence[str] | str = "classic") -> pd.DataFrame: ...
@overload
def score(counts: Mapping[str, float] | pd.Series, *, measures: Sequence[str] | str = "classic") -> pd.Series: ...
def score(
    counts: pd.DataFrame | pd.Series | Mapping[str, float], *, measures: Sequence[str] | str = "classic"
) -> pd.DataFrame | pd.Series:
    """Score counts, or sums of counts, with the readability formulas.

    Counts are summed first and scored then; scores are never averaged.

    Parameters
    ----------
    counts : DataFrame, Series or mapping
        Columns of `newskit.counts`; other columns are ignored. A Series or mapping is one row.
    measures : {"classic", "all"}, str or sequence of str
        Names of measures; "classic" for the nine best known, "all" for all 51.

    Returns
    -------
    pandas.DataFrame or pandas.Series
        One column per measure (see `newskit.measures` for unit, range and direction), on the index of `counts`;
        for one row a Series. NA where there is no word.

    Raises
    ------
    InputError
        If a count that a formula needs is missing; the message names it.
    UnknownNameError
        If there is no such measure.

    Examples
    --------
    >>> import newskit as nk
    >>> counts = nk.counts(["The bridge is shut.", "Repairs will cost a third more than estimated."])
    >>> float(nk.score(counts.sum(numeric_only=True), measures="flesch_reading_ease").round(1).iloc[0])
    87.9
    """
    if not isinstance(counts, pd.DataFrame):
        return score(pd.DataFrame([dict(counts)]), measures=measures).iloc[0].rename(None)
    wanted = chosen(measures)
    needed = list(dict.fromkeys(["n_words", "n_sentences", *(name for m in wanted for name in m.needs)]))
    missing = [name for name in needed if name not in counts.columns]
    if missing:
        raise InputError(f"The counts have no column {missing[0]!r}; the columns of newskit.counts() are needed.")
    numbers = {name: counts[name].to_numpy("float64", na_value=np.nan) for name in needed}
    # No words, no score: a division by zero must give NA, never a number.
    scorable = (numbers["n_words"] > 0) & (numbers["n_sentences"] > 0)
    numbers = {name: np.where(scorable, column, np.nan) for name, column in numbers.items()}
    return pd.DataFrame({m.measure: m.compute(numbers) for m in wanted}, index=counts.index)


def caveats(counts: pd.DataFrame) -> pd.Series:
    """Return for each row the codes of what speaks against its scores, parted by '; '; NA if nothing does."""
    has_words = counts["n_words"].to_numpy("float64", na_value=np.nan) > 0
    hits = {
        code: np.asarray(test({name: counts[name].to_numpy("float64", na_value=np.nan) for name in needed})) & has_words
        for code, (needed, test, _) in CAVEATS.items()
        if all(name in counts.columns for name in needed)
    }
    rows = zip(*(hit.tolist() for hit in hits.values()), strict=True)
    codes = ["; ".join(compress(hits, row)) or None for row in rows]
    return pd.Series(codes, index=counts.index, dtype=tables.TEXT, name="caveats")


def readability_table(counted: pd.DataFrame, measures: Sequence[str] | str = "classic") -> pd.DataFrame:
    """Score a table of counts and keep its keys: what `readability` returns."""
    keys = counted.columns[: counted.columns.get_loc("n_words")]
    scored = score(counted, measures=measures)
    return pd.concat([counted[[*keys, "n_words", "n_sentences"]], scored, caveats(counted)], axis=1)


def _textstat(batch: Batch, unit: str, names: Sequence[str] | str) -> pd.DataFrame:
    """Score the texts of a scope with textstat itself."""
    from newskit.analyses.readability.textstat_engine import MEASURES, textstat_scores

    wanted = [m.measure for m in chosen(names) if not _is_set(names) or m.measure in MEASURES]
    counted = counts_of(batch, unit)
    texts = list(batch.tokens("headline" if unit == "headline" else "text").texts)
    if "start" in counted.columns:
        whole = dict(zip(batch.ids, texts, strict=True))
        places = zip(counted["article_id"], counted["start"], counted["end"], strict=True)
        texts = [whole[article_id][start:end] for article_id, start, end in places]
    keys = counted.columns[: counted.columns.get_loc("n_words")]
    scored = textstat_scores(texts, wanted)
    return pd.concat([counted[[*keys, "n_words", "n_sentences"]], scored, caveats(counted)], axis=1)


def readability(
    articles: Articles,
    *,
    unit: str = "article",
    voice: bool = False,
    measures: Sequence[str] | str = "classic",
    engine: str = "newskit",
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
        Names of measures (see `newskit.measures`); "classic" for the nine best known, "all" for all 51.
    engine : {"newskit", "textstat"}
        Whose numbers: newskit's counts and formulas, or what textstat itself gives (offline, slower).

    Returns
    -------
    pandas.DataFrame
        The keys, `n_words`, `n_sentences` (newskit's), one column per measure, and `caveats`: codes of what
        speaks against the scores (short, one-sentence, smog-short, not-english), NA if nothing is known against
        them. A text without words has NA scores. Unit, range and direction of each measure are in `newskit.measures`.

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
    if engine == "textstat" and voice:
        raise InputError("engine='textstat' cannot split voices: it has no notion of quotation marks. Use voice=False.")
    chosen(measures)
    if engine == "textstat":
        return stack([_textstat(Batch(part), unit, measures) for part in batches(as_articles(articles))])
    return readability_table(counts(articles, unit=unit, voice=voice), measures)
