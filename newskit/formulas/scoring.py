"""Score counts with formulas: one row, a corpus, or any sums of counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, overload

import pandas as pd

from newskit import tables
from newskit.counting import Scope, counts_of
from newskit.errors import InputError, unknown_name
from newskit.formulas.english import ALL, BY_NAME
from newskit.formulas.measure import Measure
from newskit.frames import Articles, as_articles, batches, stack
from newskit.text.batch import Batch

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
        `source`, `note`.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.measures().set_index("measure").loc["lix", "formula"]
    'W/S + 100 G/W'
    """
    names = [c.name for c in tables.MEASURES]
    return tables.from_rows("measures", [{n: getattr(m, n) for n in names} for m in ALL])


def chosen(names: Iterable[str] | str | None) -> list[Measure]:
    """Return the measures of these names; all of them for None."""
    if names is None:
        return list(ALL)
    wanted = [names] if isinstance(names, str) else list(names)
    for name in wanted:
        if name not in BY_NAME:
            raise unknown_name("measure", name, BY_NAME)
    return [BY_NAME[name] for name in wanted]


@overload
def score(counts: pd.DataFrame, *, measures: Sequence[str] | str | None = None) -> pd.DataFrame: ...
@overload
def score(counts: Mapping[str, float] | pd.Series, *, measures: Sequence[str] | str | None = None) -> pd.Series: ...
def score(
    counts: pd.DataFrame | pd.Series | Mapping[str, float], *, measures: Sequence[str] | str | None = None
) -> pd.DataFrame | pd.Series:
    """Score counts, or sums of counts, with the readability formulas.

    Counts are summed first and scored then; scores are never averaged.

    Parameters
    ----------
    counts : DataFrame, Series or mapping
        Columns of `newskit.counts`; other columns are ignored. A Series or mapping is one row.
    measures : str or sequence of str, optional
        Names of measures; all of them by default.

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
    needed = list(dict.fromkeys(name for m in wanted for name in m.needs))
    missing = [name for name in needed if name not in counts.columns]
    if missing:
        raise InputError(f"The counts have no column {missing[0]!r}; the columns of newskit.counts() are needed.")
    numbers = counts[needed].astype("float64")
    # No words, no score: a division by zero must give NA, never a number.
    numbers = numbers.where((numbers[["n_words", "n_sentences"]] > 0).all(axis=1))
    return pd.DataFrame({m.measure: m.compute(numbers) for m in wanted}, index=counts.index)


def caveats(counts: pd.DataFrame) -> pd.Series:
    """Return for each row the codes of what speaks against its scores, parted by '; '; NA if nothing does."""
    codes = pd.Series("", index=counts.index, dtype=tables.TEXT)
    for code, (needed, test, _) in CAVEATS.items():
        if all(name in counts.columns for name in needed):
            hit = test(counts) & (counts["n_words"] > 0)
            codes = codes.where(~hit.astype(bool), codes + code + "; ")
    return codes.str.removesuffix("; ").mask(codes == "").rename("caveats")


def readability_of(
    batch: Batch,
    by: str = "article",
    voice: bool = False,
    measures: Sequence[str] | str | None = None,
    engine: str = "newskit",
) -> pd.DataFrame:
    """Score one batch; see `readability`."""
    counted = counts_of(batch, by, voice)
    keys = [c.name for c in Scope(batch, by).columns(voice)]
    scored = score(counted, measures=measures) if engine == "newskit" else _textstat(batch, by, measures)
    return pd.concat([counted[[*keys, "n_words", "n_sentences"]], scored, caveats(counted)], axis=1)


def _textstat(batch: Batch, by: str, names: Sequence[str] | str | None) -> pd.DataFrame:
    """Score the texts of a scope with textstat itself."""
    from newskit.engines.textstat_engine import textstat_scores

    scope = Scope(batch, by)
    texts: Sequence[str] = scope.tokens.texts
    if by in ("paragraph", "sentence"):
        keys = scope.keys()
        place = {article_id: i for i, article_id in enumerate(batch.ids)}
        texts = [
            scope.tokens.texts[place[i]][a:b]
            for i, a, b in zip(keys["article_id"], keys["start"], keys["end"], strict=True)
        ]
    return pd.DataFrame(textstat_scores(texts))[[m.measure for m in chosen(names)]]


def readability(
    articles: Articles,
    *,
    by: str = "article",
    voice: bool = False,
    measures: Sequence[str] | str | None = None,
    engine: str = "newskit",
) -> pd.DataFrame:
    """Score how hard texts are to read, with several formulas.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    by : {"article", "headline", "paragraph", "sentence"}
        What one row stands for; see `newskit.counts`.
    voice : bool
        Split each row into `own` and `quoted` words.
    measures : str or sequence of str, optional
        Names of measures (see `newskit.measures`); all of them by default.
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
        If `by` or `engine` is unknown, or textstat is asked for by voice.
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
    frame = as_articles(articles)
    return stack([readability_of(Batch(part), by, voice, measures, engine) for part in batches(frame)])
