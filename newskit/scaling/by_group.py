"""The tables of a dataset by group: added up part by part, without the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from newskit import registry
from newskit.errors import InputError, unknown_name
from newskit.grouping import DERIVED, By, Groups, Summary, SumsInParts, groups_of
from newskit.inputs import stack
from newskit.pipeline import GroupedAnalysis
from newskit.scaling.part_files import PartFiles
from newskit.tables import TEXT

_OF_TIME = ("published", "published_local", "published_precision", "timezone", "publisher")
"""What a month or a weekday is made of."""
_ALWAYS = ("article_id", "language", *_OF_TIME)
_NOT_READ = {"quotes": ("text",), "repetitions": ("text", "first_text")}
"""Texts that no number by group is made of."""


def by_group(files: PartFiles, by: By, interval: bool) -> GroupedAnalysis:
    """Return the tables by group, those whose numbers add up."""
    keys = _Keys(files, by)
    summaries = dict(_summaries(files.files))
    if interval:
        return _with_intervals(files, keys, summaries)

    sums = SumsInParts(summaries)
    tables = dict.fromkeys(_table_of(name) for name in summaries)
    for part in zip(keys.articles(), *map(_reader(files), tables), strict=True):
        sums.add(
            keys.groups(part[0]), _by_name(summaries, dict(zip(tables, part[1:], strict=True)))
        )

    return GroupedAnalysis(sums.groups.overview(), {name: sums.table(name) for name in summaries})


def _with_intervals(
    files: PartFiles, keys: _Keys, summaries: Mapping[str, Summary]
) -> GroupedAnalysis:
    """Keep a row for each article and item: intervals are over articles."""
    groups = keys.groups(stack(list(keys.articles())))
    made = {}
    for name, summary in summaries.items():
        parts = map(summary.of_articles, _reader(files)(_table_of(name)))
        made[name] = replace(summary, sums=_as_it_is)(stack(list(parts)), groups, interval=True)

    return GroupedAnalysis(groups.overview(), made)


def _as_it_is(table: pd.DataFrame) -> pd.DataFrame:
    return table


def _by_name(
    summaries: Iterable[str], parts: Mapping[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    return {name: parts[_table_of(name)] for name in summaries}


def _summaries(tables: Iterable[str]) -> Iterator[tuple[str, Summary]]:
    """Return how the tables are made by group that are made of sums, and not anew of texts."""
    there = set(tables)
    for name in tables:
        grouped = registry.table(name).grouped
        if grouped is None or grouped.of not in there:
            continue

        # What is made of the whole corpus does not lie in parts.
        is_in_parts = registry.table(grouped.of).scope == "article"
        if is_in_parts and isinstance(grouped.make, Summary):
            yield name, grouped.make


def _table_of(name: str) -> str:
    grouped = registry.table(name).grouped
    return grouped.of if grouped else name


def _reader(files: PartFiles) -> Any:
    def parts(name: str) -> Iterator[pd.DataFrame]:
        stated, left_out = files.arrow(name).schema.names, _NOT_READ.get(name, ())
        return files.frames(name, [column for column in stated if column not in left_out])

    return parts


class _Keys:
    """What makes a group, and the columns of articles that it takes."""

    def __init__(self, files: PartFiles, by: By) -> None:
        self.files, self.by = files, by
        keys = by if isinstance(by, list | tuple) else [by]
        if isinstance(by, pd.DataFrame):
            raise InputError(
                "by= of a dataset takes columns of the articles, parts of the time of publication, "
                "or functions, and no table of groups."
            )

        stated = files.arrow("articles").schema.names
        for key in keys:
            if isinstance(key, str) and key not in stated and key not in DERIVED:
                raise unknown_name("group of articles", key, {*stated, *DERIVED})

        # A function may look at anything.
        takes_all = any(not isinstance(key, str) for key in keys)
        wanted = {*_ALWAYS, *(key for key in keys if isinstance(key, str))}
        self.columns = [name for name in stated if takes_all or name in wanted]

    def articles(self) -> Iterator[pd.DataFrame]:
        """Yield the articles part by part, with their number of words."""
        counts = self.files.frames("counts", ["n_words"])
        for articles, counted in zip(self._read(), counts, strict=True):
            yield articles.assign(n_words=counted["n_words"])

    def _read(self) -> Iterator[pd.DataFrame]:
        for articles in self.files.frames("articles", self.columns):
            has_texts = "text" in articles.columns
            no_texts = pd.Series(pd.NA, index=articles.index, dtype=TEXT)
            yield articles if has_texts else articles.assign(text=no_texts)

    def groups(self, articles: pd.DataFrame) -> Groups:
        return groups_of(articles, self.by)
