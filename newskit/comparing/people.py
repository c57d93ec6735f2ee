"""Who is named and quoted in which article: people and organizations joined across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.names.name_forms import name_key
from newskit.analyses.quotes.cues import base_form
from newskit.comparing.columns import COMPARED_PEOPLE
from newskit.html import records
from newskit.text.near_duplicates import Groups

_Row = dict[str, Any]


def compared_people(names: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Return one row per name and article that has it; those with most quoted words first."""
    named = records(names)
    numbers = _joined([row["name"] for row in named])
    spoken = _spoken(records(quotes))
    by_person: dict[int, list[_Row]] = defaultdict(list)
    for row, number in zip(named, numbers, strict=True):
        by_person[number].append(row | spoken.get((row["article_id"], row["name"]), _SILENT))

    people = [_person(rows) for rows in by_person.values()]
    people.sort(key=lambda rows: (-sum(r["n_words"] for r in rows), -rows[0]["n_articles"]))
    return tables.from_rows(COMPARED_PEOPLE, [row for rows in people for row in rows])


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
    # One verb may report both parts of a quotation.
    verbs = {row["utterance_id"]: base_form(row["cue"]) for row in rows if row["cue"]}
    said = Counter(verbs.values())
    return {
        "n_quotes": len(quoted),
        "n_indirect": sum(row["kind"] == "indirect" for row in rows),
        "n_words": sum(row["n_words"] for row in quoted),
        "verbs": "; ".join(said) or None,
    }


def _person(rows: list[_Row]) -> list[_Row]:
    """Give the rows of one name the form and the type that they share."""
    name = _shared_name([row["name"] for row in rows])
    types = Counter(row["type"] for row in rows if row["type"] != "unknown")
    kind = types.most_common(1)[0][0] if types else "unknown"
    n_articles = len({row["article_id"] for row in rows})
    shared = {"name": name, "type": kind, "n_articles": n_articles}
    return [row | {"as_named": row["name"]} | shared for row in rows]


def _shared_name(printed: list[str]) -> str:
    """Return the form that most articles print, but no single name where there is a full one.

    Of equals the shortest: a word before a name may have been taken for a part of it.
    """
    times = Counter(printed)
    return min(printed, key=lambda name: (" " not in name, -times[name], len(name)))


def _joined(names: list[str]) -> list[int]:
    """Return the number of the person that each name stands for, the same in all articles.

    Accents and spellings do not count (Novák, Novak), nor do middle names and what stands before a
    name that another article prints; a single name is that of the one person whose last name it is.
    """
    keys = [tuple(map(name_key, name.split())) for name in names]
    groups = Groups(len(names))
    full = _full_names(keys)
    for number, key in enumerate(keys):
        if len(key) > 1:
            groups.join(full.get(key[-2:], full[key[0], key[-1]]), number)

    last: dict[str, set[int]] = defaultdict(set)
    for number, key in enumerate(keys):
        if len(key) > 1:
            last[key[-1]].add(groups.first(number))

    single: dict[str, int] = {}
    for number, key in enumerate(keys):
        if len(key) == 1:
            bearers = last[key[0]]
            same = min(bearers) if len(bearers) == 1 else single.setdefault(key[0], number)
            groups.join(same, number)
    return [groups.first(number) for number in range(len(names))]


def _full_names(keys: list[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Return the first bearer of each first and last name."""
    found: dict[tuple[str, ...], int] = {}
    for number, key in enumerate(keys):
        if len(key) > 1:
            found.setdefault((key[0], key[-1]), number)
    return found
