"""The notes of single articles that say that something was changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit import tables
from newskit.inputs import Articles
from newskit.revisions.columns import NOTICES
from newskit.revisions.notes_in import notes_in
from newskit.revisions.version_sentence import VersionSentence
from newskit.text.batch import Batch, over_batches

FIELDS = ("headline", "standfirst", "text")


def notices(articles: Articles) -> pd.DataFrame:
    """Find the notes in articles that say that something was changed: one version is enough.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`; headline and standfirst are looked at, too.

    Returns
    -------
    pandas.DataFrame
        One row per note, in order: `article_id`, `field` (headline, standfirst or text), `start`,
        `end` (characters), `kind` (correction, clarification, update or editor's note) and `text`.
        Whether a note was there before, only versions can tell: `newskit.revisions.updates`.

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> import newskit as nk
    >>> text = "The pier is shut. Correction: an earlier version of this story named another pier."
    >>> nk.revisions.notices(text)[["kind", "start"]]
             kind  start
    0  correction     18
    """
    return over_batches(articles, notices_of)


def notices_of(batch: Batch) -> pd.DataFrame:
    """Return the notes of a batch of articles."""
    rows = (
        {"article_id": article_id} | row
        for number, article_id in enumerate(batch.ids)
        for field in filter(batch.has, FIELDS)
        for row in _rows(batch, field, number)
    )
    return tables.from_rows(NOTICES, rows)


def _rows(
    batch: Batch,
    field: str,
    number: int,
) -> Iterator[dict[str, Any]]:
    """Yield the notes of a field of one article."""
    tokens = batch.tokens(field)
    text = tokens.texts[number]
    sentences = [
        VersionSentence(k, paragraph, start, end, text[start:end], 0, 0, 0.0)
        for k, (_, paragraph, start, end) in enumerate(tokens.sentences(number))
    ]
    for note in notes_in(field, sentences):
        yield {
            "field": field,
            "start": note.start,
            "end": note.end,
            "kind": note.kind,
            "text": text[note.start : note.end],
        }
