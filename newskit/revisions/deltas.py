"""Every measure before and after: readability, sentiment, certainty, quotations, times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.certainty.certainty_rates import COUNTS as CERTAINTY_COUNTS
from newskit.analyses.certainty.certainty_rates import certainty_rates_of, with_rates
from newskit.analyses.certainty.columns import CERTAINTY_RATES
from newskit.analyses.quotes.quotes import quotes_of
from newskit.analyses.readability.measures import measures as readability_measures
from newskit.analyses.readability.readability import readability_table
from newskit.analyses.sentiment.columns import SENTIMENT
from newskit.analyses.sentiment.sentiment import sentiment_of
from newskit.analyses.timeline.columns import TIME_HORIZON
from newskit.analyses.timeline.time_horizon import time_horizon
from newskit.analyses.timeline.timeline import timeline_of
from newskit.csv_files import csv_rows
from newskit.errors import unknown_name
from newskit.html import records
from newskit.revisions.columns import DELTAS
from newskit.revisions.steps import VersionBatch, VersionStep, over_steps
from newskit.tables import QUOTED_KINDS
from newskit.text.batch import Batch
from newskit.text.columns import COUNTED
from newskit.text.counts import counts_of

_UNIT_OF_FIELD = {"text": "article", "headline": "headline"}
_TOLD = ("field", "table", "measure")
_Row = dict[str, Any]
_Values = Mapping[str, Mapping[str, Any]]
"""Values of one table by version."""


class _Made:
    """Tables of newskit, each made once for all versions."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._frames: dict[tuple[str, str], pd.DataFrame] = {}
        self._values: dict[tuple[str, str], _Values] = {}

    def frame(self, table: str, field: str) -> pd.DataFrame:
        """Return a table of a field: one row per version."""
        if (table, field) not in self._frames:
            self._frames[table, field] = _MAKERS[table](self, field)
        return self._frames[table, field]

    def told(self, row: Mapping[str, str], step: VersionStep) -> _Row:
        """Return a measure before and after, and on how many words it stands."""
        table, field = row["table"], row["field"]
        before, after = self._pair(table, field, row["measure"], step)
        n_before, n_after = self._pair("counts", field, "n_words", step)
        return {
            "before": before,
            "after": after,
            "difference": _difference(before, after),
            "n_words_before": n_before,
            "n_words_after": n_after,
        }

    def _pair(
        self,
        table: str,
        field: str,
        measure: str,
        step: VersionStep,
    ) -> tuple[Any, Any]:
        if (table, field) not in self._values:
            rows = records(self.frame(table, field))
            self._values[table, field] = {row["article_id"]: row for row in rows}

        values = self._values[table, field]
        old, new = values.get(str(step.old)), values.get(str(step.new))
        return (old or {}).get(measure), (new or {}).get(measure)


def _of_counts(made: _Made, field: str) -> pd.DataFrame:
    return counts_of(made.batch, _UNIT_OF_FIELD[field])


def _of_readability(made: _Made, field: str) -> pd.DataFrame:
    return readability_table(made.frame("counts", field))


def _of_sentiment(made: _Made, field: str) -> pd.DataFrame:
    return sentiment_of(made.batch, _UNIT_OF_FIELD[field])


def _of_certainty(made: _Made, field: str) -> pd.DataFrame:
    """Add up both voices."""
    rates = certainty_rates_of(made.batch)
    own = rates[rates["field"] == field]
    return with_rates(own.groupby("article_id")[list(CERTAINTY_COUNTS)].sum().reset_index())


def _of_quotes(made: _Made, field: str) -> pd.DataFrame:
    """Count quotations, their words, and those who are quoted."""
    found = quotes_of(made.batch)
    found = found[found["field"] == field]
    is_marked = found["kind"].isin(QUOTED_KINDS)
    is_indirect = found["kind"] == "indirect"
    is_heard = is_marked | is_indirect
    rows = found[["article_id"]].assign(
        n_quotes=is_marked,
        n_indirect=is_indirect,
        n_quoted_words=found["n_words"].where(is_marked, 0),
        n_unnamed=is_heard & found["speaker_type"].isin(["unnamed"]),
    )
    counted = rows.groupby("article_id").sum().reindex(made.batch.ids, fill_value=0)
    speakers = found[is_heard].groupby("article_id")["speaker"].nunique()
    counted["n_speakers"] = speakers.reindex(counted.index, fill_value=0)

    n_words = made.frame("counts", field).set_index("article_id")["n_words"]
    counted["quoted_share"] = counted["n_quoted_words"] / n_words[n_words > 0]
    return counted.rename_axis("article_id").reset_index()


def _of_times(made: _Made, _: str) -> pd.DataFrame:
    # An article that names no time has no rows there.
    ids = made.batch.ids
    found = time_horizon(timeline_of(made.batch)).set_index("article_id").reindex(ids)
    found["n_times"] = found["n_times"].fillna(0)
    return found.rename_axis("article_id").reset_index()


_MAKERS: Mapping[str, Callable[[_Made, str], pd.DataFrame]] = {
    "counts": _of_counts,
    "readability": _of_readability,
    "sentiment": _of_sentiment,
    "certainty_rates": _of_certainty,
    "quotes": _of_quotes,
    "time_horizon": _of_times,
}


def _listed() -> list[Mapping[str, str]]:
    """Return what is measured: field, table, measure, unit; each once."""
    return [
        row
        for row in csv_rows(__package__, "measures.csv")
        if row["measure"]
    ]


def _units() -> dict[str, str]:
    stated = {
        c.name: c.unit
        for c in (*COUNTED, *SENTIMENT, *CERTAINTY_RATES, *TIME_HORIZON)
    }
    listed = readability_measures()
    return stated | dict(zip(listed["measure"], listed["unit"], strict=True))


def deltas_of(batch: VersionBatch, measures: Sequence[str]) -> pd.DataFrame:
    """Return the measures of a batch of versions, before and after."""
    return tables.from_rows(DELTAS, _rows(batch, measures))


def _rows(batch: VersionBatch, measures: Sequence[str]) -> Iterator[_Row]:
    listed = [
        row
        for row in _listed()
        if row["measure"] in measures and row["field"] in batch.fields
    ]
    made = _Made(batch.batch)
    units = _units()
    for step in batch.steps:
        for row in listed:
            told = {name: row[name] for name in _TOLD}
            told["unit"] = row["unit"] or units[row["measure"]]
            yield batch.key(step) | told | made.told(row, step)


def _difference(before: float | None, after: float | None) -> float | None:
    is_known = before is not None and after is not None
    return after - before if is_known else None  # type: ignore[operator]


def deltas(
    versions: Any,
    *,
    measures: Sequence[str] | str | None = None,
    pairs: str = "consecutive",
) -> pd.DataFrame:
    """Set every measure of a version beside that of the next.

    Parameters
    ----------
    versions : DataFrame, or list of str
        The table of `newskit.revisions.versions`, or what that function takes.
    measures : str or sequence of str, optional
        Names of measures; by default all there are: counts, the nine best known readability
        measures, sentiment, certainty, quotations and speakers, and times.
    pairs : {"consecutive", "first_last"}
        Each version with the next, or the first with the last.

    Returns
    -------
    pandas.DataFrame
        One row per step, field (headline or text) and measure: `table` (of newskit, which explains
        the measure), `unit`, `before`, `after`, `difference`, and `n_words_before` and
        `n_words_after`, which say on how much text the scores stand. Scores are made of the summed
        counts of a version, as everywhere.

    Raises
    ------
    UnknownNameError
        If there is no such measure.

    Notes
    -----
    A difference of two scores is no finding by itself: a formula jumps by a grade when one long
    sentence goes. See how many words were changed in `newskit.revisions.updates`.

    Examples
    --------
    >>> import newskit as nk
    >>> texts = ["The pier is shut.", "The pier is shut. “It may fall,” said Ann Lee, the mayor."]
    >>> found = nk.revisions.deltas(texts, measures=["n_words", "n_quotes", "n_speakers"])
    >>> found[["measure", "before", "after", "difference"]].values.tolist()
    [['n_words', 4.0, 12.0, 8.0], ['n_quotes', 0.0, 1.0, 1.0], ['n_speakers', 0.0, 1.0, 1.0]]
    """
    known = list(dict.fromkeys(row["measure"] for row in _listed()))
    asked = known if measures is None else measures
    wanted = [asked] if isinstance(asked, str) else list(asked)
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise unknown_name("measure of deltas", unknown[0], known)
    return over_steps(versions, pairs, lambda batch: deltas_of(batch, wanted))
