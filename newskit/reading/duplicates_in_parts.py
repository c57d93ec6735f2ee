"""Near-duplicates of a corpus in parts: what is kept of each part, and how it is put together."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from newskit import tables
from newskit.reading.columns import DUPLICATES
from newskit.reading.duplicate_groups import SHINGLE, Compared, Kept, duplicate_columns, stacked
from newskit.reading.rows import is_missing
from newskit.tables import Read
from newskit.text.arrays import Array
from newskit.text.signatures import SIZE, Coded, coded, signatures

_FACTS = ("article_id", "published", "n_words", "same", "signature")


def code(articles: pd.DataFrame) -> Coded:
    """Return the texts of some articles as numbers."""
    # A missing text has no words, so it is like no other.
    return coded(articles["text"].fillna("").tolist(), SHINGLE)


def keep(articles: pd.DataFrame, found: Coded) -> Kept:
    """Return what is kept of some articles."""
    return Kept(_published(articles), found.n_words, found.same, signatures(found.runs))


def compared(found: Coded) -> Iterator[Compared]:
    """Yield what of each article is compared."""
    yield from map(Compared, found.runs.sets(), found.figures.sets(), found.names.sets())


def reduce_duplicates(articles: pd.DataFrame) -> pd.DataFrame:
    """Keep of the articles of a part what finds duplicates: 2,000 bytes of one of 400 words.

    One row per article: `article_id`; `published` (seconds, infinite without a time); `n_words`;
    `same` (a number for all its words in order); `signature` (256 bytes); `runs` (four bytes for
    each different run of three words), `figures` and `names`, of which only those of candidates
    are kept.
    """
    found = code(articles)
    kept, sets = keep(articles, found), list(compared(found))
    return pd.DataFrame(
        {
            "article_id": articles["article_id"].tolist(),
            "published": kept.published,
            "n_words": kept.n_words,
            "same": kept.same.view(np.int64),
            "signature": [row.tobytes() for row in kept.signature],
        }
        | {name: [getattr(own, name).tobytes() for own in sets] for name in Compared._fields}
    )


def merge_duplicates(read: Read, threshold: float = 0.5) -> pd.DataFrame:
    """Make the table of duplicates: two passes over what was kept, in memory for signatures.

    That is 300 bytes an article, and its runs for those that may have a copy.
    """
    ids: list[str] = []

    def parts() -> Iterator[Kept]:
        for frame in read(*_FACTS):
            ids.extend(frame["article_id"])
            yield _facts(frame)

    kept = stacked(parts())
    columns = duplicate_columns(kept, lambda numbers: _compared(read, numbers), threshold)
    return tables.conform(DUPLICATES, {"article_id": ids, **columns})


def _facts(frame: pd.DataFrame) -> Kept:
    signature = np.frombuffer(b"".join(frame["signature"]), dtype=np.uint8)
    return Kept(
        frame["published"].to_numpy(dtype=np.float64),
        frame["n_words"].to_numpy(dtype=np.int64),
        frame["same"].to_numpy(dtype=np.int64).view(np.uint64),
        signature.reshape(-1, SIZE),
    )


def _compared(read: Read, numbers: Array) -> dict[int, Compared]:
    """Return what is compared of some articles, by number."""
    sets: dict[int, Compared] = {}
    first = 0
    for frame in read(*Compared._fields):
        begin, end = np.searchsorted(numbers, (first, first + len(frame)))
        for number in numbers[begin:end].tolist():
            row = frame.iloc[number - first]
            sets[number] = Compared(*(np.frombuffer(row[c], np.uint32) for c in Compared._fields))
        first += len(frame)
    return sets


def _published(articles: pd.DataFrame) -> Array:
    """Return when each article was published, in seconds; those without a time come last."""
    if "published" not in articles.columns:
        return np.full(len(articles), math.inf)

    moments = articles["published"]
    return np.array([math.inf if is_missing(m) else pd.Timestamp(m).timestamp() for m in moments])
