"""Who is named and quoted in which article: people and organizations joined across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.cues import base_form
from newskit.comparing.columns import COMPARED_PEOPLE
from newskit.comparing.joined_names import joined_names
from newskit.html import records

_Row = dict[str, Any]


def compared_people(names: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Return one row per name and article that has it; those with most quoted words first."""
    named = records(names)
    numbers = joined_names([row["name"] for row in named])
    spoken = _spoken(records(quotes))

    people: dict[int, list[_Row]] = defaultdict(list)
    for row, number in zip(named, numbers, strict=True):
        own = spoken.get((row["article_id"], row["name"]), _SILENT)
        people[number].append(row | own)

    ordered = sorted(map(_person, people.values()), key=_by_words)
    return tables.from_rows(COMPARED_PEOPLE, chain.from_iterable(ordered))


def _by_words(rows: list[_Row]) -> tuple[int, int]:
    return -sum(row["n_words"] for row in rows), -rows[0]["n_articles"]


_SILENT: _Row = {"n_quotes": 0, "n_indirect": 0, "n_words": 0, "verbs": None}


def _spoken(quotes: list[_Row]) -> dict[tuple[str, str], _Row]:
    """Sum up what each speaker says in each article."""
    own: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in quotes:
        if row["speaker"] and row["kind"] not in ("scare", "nested"):
            own[row["article_id"], row["speaker"]].append(row)

    return {key: _summary(rows) for key, rows in own.items()}


def _summary(rows: list[_Row]) -> _Row:
    quoted = [row for row in rows if row["kind"] in tables.QUOTED_KINDS]
    indirect = [row for row in rows if row["kind"] == "indirect"]

    # One verb may report both parts of a quotation.
    verbs = {row["utterance_id"]: row["cue"] for row in rows if row["cue"]}
    said = dict.fromkeys(map(base_form, verbs.values()))
    return {
        "n_quotes": len(quoted),
        "n_indirect": len(indirect),
        "n_words": sum(row["n_words"] for row in quoted),
        "verbs": "; ".join(said) or None,
    }


def _person(rows: list[_Row]) -> list[_Row]:
    """Give the rows of one name the form and the type that they share."""
    types = Counter(row["type"] for row in rows)
    # What one article leaves open another may tell.
    del types["unknown"]
    shared = {
        "name": _shared_name([row["name"] for row in rows]),
        "type": max(types, key=types.__getitem__, default="unknown"),
        "n_articles": len({row["article_id"] for row in rows}),
    }
    return [row | {"as_named": row["name"]} | shared for row in rows]


def _shared_name(printed: list[str]) -> str:
    """Return the form that most articles print, but no single name where there is a full one.

    Of equals the shortest: a word before a name may have been taken for a part of it.
    """
    times = Counter(printed)
    return min(printed, key=lambda name: (" " not in name, -times[name], len(name)))


def speaks(people: pd.DataFrame) -> pd.Series:
    """Say of each row whether it speaks: in quotation marks, or as a person in other words.

    That a place says something is read wrongly more often.
    """
    is_told = (people["n_indirect"] > 0) & people["type"].isin(("person", "organization"))
    return (people["n_quotes"] > 0) | is_told
