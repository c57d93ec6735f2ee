"""What `by=` may be: columns, parts of the time of publication, functions, or a table of groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from newskit.errors import InputError, unknown_name
from newskit.grouping.labels import Labels, labels_of
from newskit.grouping.own_clock import DERIVED, derived

Key: TypeAlias = "str | Callable[[pd.DataFrame], Any]"
By: TypeAlias = "Key | list[Key] | pd.DataFrame"

_REMEDY: Final = (
    "by= takes a column of the articles ('publisher'), "
    f"a part of the time of publication ({', '.join(DERIVED)}), "
    "a function of the frame of articles, or a list of these."
)
_NO_KEYS: Final = ("article_id", "n_words", "text")
"""Columns of a table of groups that do not name the group."""


def keys_of_articles(
    frame: pd.DataFrame,
    given: pd.DataFrame,
    by: Any,
) -> list[Labels]:
    """Return the keys of articles: of their frame, or of the frame that they were given as."""
    keys = list(by) if isinstance(by, list | tuple) else [by]
    if not keys:
        raise InputError(f"by={by!r} names no groups. {_REMEDY}")

    found: dict[str, Labels] = {}
    for key in keys:
        labels = _labels(frame, given, key)
        if labels.name in found:
            raise InputError(f"by= names {labels.name!r} twice.")
        found[labels.name] = labels
    return list(found.values())


def keys_of_table(articles: pd.DataFrame, by: pd.DataFrame) -> list[Labels]:
    """Return the keys of articles that a table of groups has; those it lacks are not stated."""
    names = [str(name) for name in by.columns if name not in _NO_KEYS]
    if "article_id" not in by.columns or not names:
        raise InputError(
            "by= is a DataFrame, but not one row per article with its article_id and its group. "
            "nk.groups(articles, 'publisher') makes it."
        )

    first = by.drop_duplicates("article_id")
    place = pd.Index(first["article_id"]).get_indexer(pd.Index(articles["article_id"]))
    if len(place) and place.max() < 0:
        one = articles["article_id"].iloc[0]
        raise InputError(f"by= says nothing of these articles: it lacks article_id {one!r}, too.")
    told = first.reset_index(drop=True).reindex(place)
    return [labels_of(name, told[name]) for name in names]


def columns_of_table(table: pd.DataFrame, by: Any) -> pd.DataFrame:
    """Return the columns of a table made of articles that say in which group each article is."""
    names = list(by) if isinstance(by, list | tuple) else [by]
    for name in names:
        if not isinstance(name, str) or name not in table.columns:
            raise InputError(
                f"The table has no column {name!r} to make groups by; its articles may have. "
                f"Say which article is in which group: by=nk.groups(articles, {by!r})."
            )
    return table[["article_id", *names]]


def _labels(
    frame: pd.DataFrame,
    given: pd.DataFrame,
    key: Any,
) -> Labels:
    if isinstance(key, str):
        return labels_of(key, _column(frame, given, key))
    if not callable(key):
        raise InputError(f"by= holds {key!r} ({type(key).__name__}). {_REMEDY}")

    name = getattr(key, "__name__", "<lambda>")
    values = key(frame)
    if np.shape(values) != (len(frame),):
        raise InputError(
            f"The function {name} of by= gave {np.size(values)} values for {len(frame)} articles; "
            "it takes the frame of articles and returns one value for each."
        )
    return labels_of(name.replace("<lambda>", "group"), pd.Series(values))


def _column(
    frame: pd.DataFrame,
    given: pd.DataFrame,
    name: str,
) -> pd.Series:
    if name in frame.columns:
        return frame[name]
    if name in given.columns:
        return given[name]
    if name in DERIVED:
        return derived(frame, name)
    raise unknown_name("group of articles", name, {*map(str, given.columns), *DERIVED})
