"""Ids that stand for more than one article of a dataset: parts do not know of each other."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit.scaling.part_files import PartFiles


class RepeatedIds(NamedTuple):
    """How many ids stand for more than one article, and one of them."""

    n: int
    one: str | None

    @property
    def warning(self) -> str:
        """What is to be told of them."""
        return (
            f"{self.n:,} article_ids stand for more than one article each, {self.one!r} for one: "
            "their rows cannot be told apart. Give every article its own article_id."
        )


def repeated_ids(files: PartFiles) -> RepeatedIds:
    """Look at the ids of all articles, as numbers of eight bytes: a million take 8 MB."""
    hashed = [_hashes(ids) for ids in _ids(files)]
    keys = np.sort(np.concatenate([np.empty(0, np.uint64), *hashed]))
    repeated = np.unique(keys[1:][keys[1:] == keys[:-1]])
    if not len(repeated):
        return RepeatedIds(0, None)

    found = (ids[np.isin(_hashes(ids), repeated[:1])] for ids in _ids(files))
    one = next(ids.iloc[0] for ids in found if len(ids))
    return RepeatedIds(len(repeated), str(one))


def _ids(files: PartFiles) -> Any:
    for batch in files.arrow("articles").to_batches(columns=["article_id"]):
        yield batch.column(0).to_pandas()


def _hashes(ids: pd.Series) -> Any:
    return pd.util.hash_array(ids.to_numpy(object))
