"""Repeated quotations of a corpus in parts: what is kept of each, and how it is put together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import REPEATED_QUOTES
from newskit.tables import Read
from newskit.text.alike_groups import AlikeGroups
from newskit.text.arrays import Array
from newskit.text.signatures import SHORT, coded, jaccard, signatures

# Words in a row that are compared: quotations are short, and one changed word spoils two runs.
RUN = 2
# Words: shorter quotations are the same by chance.
LEAST = 4
_PRINTED = ("article_id", "quote_id", "speaker", "text")


def compared(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the quotations that are compared: someone's own words, and not too few."""
    long_enough = quotes["n_words"] >= LEAST
    return quotes[quotes["kind"].isin(tables.QUOTED_KINDS) & long_enough]


def reduce_repeated_quotes(quotes: pd.DataFrame) -> pd.DataFrame:
    """Keep of the quotations of a part what finds those that other articles have, too.

    One row per quotation: `article_id`, `quote_id`, `speaker` and `text`, which are read for those
    that may be repeated; `n_words`; `same` (a number for all its words in order); `signature` (64
    bytes); and `runs` (four bytes for each different run of two words).
    """
    kept = compared(quotes)
    found = coded(map(str, kept["text"]), RUN)
    # As the columns they are: of a list pandas 3 makes one that halves of characters break.
    columns = {name: kept[name].reset_index(drop=True) for name in _PRINTED}
    return pd.DataFrame(
        columns
        | {
            "n_words": found.n_words,
            "same": found.same.view(np.int64),
            "signature": [row.tobytes() for row in signatures(found.runs, SHORT)],
            "runs": [codes.tobytes() for codes in found.runs.sets()],
        }
    )


def merge_repeated_quotes(read: Read, threshold: float = 0.5) -> pd.DataFrame:
    """Make the table of repeated quotations: two passes, in memory for 80 bytes a quotation."""
    parts = [_signed(frame) for frame in read("n_words", "same", "signature")]
    if not parts:
        return tables.empty(REPEATED_QUOTES)

    n_words, same, signature = map(np.concatenate, zip(*parts, strict=True))
    groups = AlikeGroups(same, n_words)
    pairs = groups.pairs(signature, threshold)
    wanted = np.zeros(len(same), dtype=bool)
    wanted[pairs] = True
    # Those with the same words as another one may be repeated, too.
    wanted |= (np.bincount(groups.stands_for, minlength=len(same)) > 1)[groups.stands_for]
    rows = dict(_rows(read, np.flatnonzero(wanted)))

    groups.join(pairs, lambda a, b: _similarity(rows, a, b) >= threshold)
    return tables.from_rows(REPEATED_QUOTES, _of_groups(groups, rows))


def _signed(frame: pd.DataFrame) -> tuple[Array, Array, Array]:
    signature = np.frombuffer(b"".join(frame["signature"]), dtype=np.uint8).reshape(-1, SHORT)
    return frame["n_words"].to_numpy(np.int64), frame["same"].to_numpy(np.int64), signature


def _rows(read: Read, numbers: Array) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield some of the quotations, with their numbers."""
    first = 0
    for frame in read(*_PRINTED, "runs"):
        begin, end = np.searchsorted(numbers, (first, first + len(frame)))
        own = numbers[begin:end]
        for number, row in zip(
            own.tolist(),
            tables.records(frame.iloc[own - first], (*_PRINTED, "runs")),
            strict=True,
        ):
            yield number, row | {"runs": np.frombuffer(row["runs"], dtype=np.uint32)}
        first += len(frame)


def _of_groups(groups: AlikeGroups, rows: dict[int, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows of those groups that stand in several articles."""
    number_of_group = 0
    for numbers in groups:
        n_articles = len({rows[n]["article_id"] for n in numbers})
        if n_articles == 1:
            continue

        # The longest is what was said; the others leave something out.
        longest = max(numbers, key=lambda n: (len(rows[n]["runs"]), -n))
        for n in numbers:
            similar = _similarity(rows, n, longest)
            yield rows[n] | {
                "group": number_of_group,
                "n_articles": n_articles,
                "similarity": similar,
            }
        number_of_group += 1


def _similarity(rows: dict[int, dict[str, Any]], a: int, b: int) -> float:
    return jaccard(rows[a]["runs"], rows[b]["runs"])
