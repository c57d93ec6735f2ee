"""What people code: sentences, paragraphs, quotations or articles, with what stands around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.quotes.quotes import quotes_of
from newskit.analyses.words.sentences import sentences_of
from newskit.coding.columns import CODING_SHEET
from newskit.errors import unknown_name
from newskit.text.batch import Batch, over_batches
from newskit.text.scopes import Scope

COLUMNS: Final = tuple(
    column for column in CODING_SHEET if column.name != "coder"
)


class _Kind(NamedTuple):
    """A kind of unit: the letter of its ids, and the function that finds where each stands."""

    letter: str
    spans: Callable[[Batch], pd.DataFrame]


def units_of(
    articles: Any,
    unit: str,
    context: int,
) -> pd.DataFrame:
    """List the units of articles, in their order.

    Raises
    ------
    UnknownNameError
        If there is no such unit.
    """
    if unit not in UNITS:
        raise unknown_name("unit", unit, UNITS)
    return over_batches(articles, partial(_units_of, unit=unit, context=context))


def _units_of(
    batch: Batch,
    unit: str,
    context: int,
) -> pd.DataFrame:
    kind = UNITS[unit]
    spans = kind.spans(batch)
    texts = dict(zip(batch.ids, batch.tokens().texts, strict=True))
    near = _Sentences(sentences_of(batch), texts, context)
    places = zip(
        spans["article_id"].tolist(),
        spans["number"].tolist(),
        spans["start"].tolist(),
        spans["end"].tolist(),
        strict=True,
    )
    rows = [
        {
            "article_id": article,
            "unit_id": f"{article}:{kind.letter}{number}",
            "unit": unit,
            "start": start,
            "end": end,
            "text": texts[article][start:end],
            **near.around(article, start, end),
        }
        for article, number, start, end in places
    ]
    return tables.from_rows(COLUMNS, rows)


class _Sentences:
    """The sentences of each article, to find those around a unit."""

    def __init__(
        self,
        sentences: pd.DataFrame,
        texts: Mapping[str, str],
        context: int,
    ) -> None:
        self._texts, self._context = texts, context
        self._bounds = {
            article: rows[["start", "end"]].to_numpy("int64").T
            for article, rows in sentences.groupby("article_id", sort=False)
        }

    def around(
        self,
        article: str,
        start: int,
        end: int,
    ) -> dict[str, str]:
        """Return what stands before and after, so many sentences, in one line each."""
        begins, ends = self._bounds[article]
        first = int(np.searchsorted(ends, start, side="right")) - self._context
        last = int(np.searchsorted(begins, end)) - 1 + self._context
        before = int(begins[max(first, 0)])
        after = int(ends[min(last, len(ends) - 1)])
        text = self._texts[article]
        return {
            "before": " ".join(text[before:start].split()),
            "after": " ".join(text[end:after].split()),
        }


def _sentences(batch: Batch) -> pd.DataFrame:
    found = sentences_of(batch)
    worded = found[found["n_words"] > 0]
    return worded.rename(columns={"sentence": "number"})


def _paragraphs(batch: Batch) -> pd.DataFrame:
    keys = Scope(batch, "paragraph").keys()
    return pd.DataFrame(keys).rename(columns={"paragraph": "number"})


def _articles(batch: Batch) -> pd.DataFrame:
    found = sentences_of(batch).groupby("article_id", sort=False)
    bounds = found.agg(start=("start", "min"), end=("end", "max")).reset_index()
    return bounds.assign(number="")


def _quotations(batch: Batch) -> pd.DataFrame:
    """Return the quotations of texts; one that stands in another is coded with it."""
    found = quotes_of(batch)
    whole = (found["field"] == "text") & (found["kind"] != "nested")
    return found[whole].rename(columns={"quote_id": "number"})


UNITS: Final[Mapping[str, _Kind]] = {
    "sentence": _Kind("s", _sentences),
    "paragraph": _Kind("p", _paragraphs),
    "quotation": _Kind("q", _quotations),
    "article": _Kind("a", _articles),
}
