"""The articles of a report in groups, and their tables summed up by group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from newskit.grouping import NOT_STATED, Groups, groups_of, own_clock
from newskit.html import plural
from newskit.pipeline import Analysis

Made = Mapping[str, pd.DataFrame]
SEVERAL = 2  # outlets or months: there is something to compare
MOST_GROUPS = 12  # more rows than that are not compared at a glance; the others are one row
ALL = "all articles"
_TIMES = ("year", "month", "week", "day")  # in their own order, whatever their size
_SUMMED = ("counts", "readability", "sentiment", "sentence_sentiment", "quotes")


@dataclass(frozen=True)
class Corpus:
    """A corpus in groups.

    Attributes
    ----------
    made : the tables, one row per article or finer
    groups : which group each article is in; the largest groups first
    key : what makes a group: publisher, month, ...
    n_groups : how many groups there are; those beyond the largest are one here
    """

    made: Made
    groups: Groups
    key: str
    n_groups: int

    @property
    def names(self) -> list[str]:
        """The groups, as rows and columns are called."""
        return self.groups.names

    @property
    def articles(self) -> pd.DataFrame:
        """The articles."""
        return self.made["articles"]

    @cached_property
    def by_group(self) -> dict[str, pd.DataFrame]:
        """Tables by group, with intervals of 95 % over the articles of each."""
        some = {name: self.made[name] for name in _SUMMED}
        grouped = Analysis(self.articles, some).by(_frame_of(self.groups), interval=True)
        return dict(grouped.tables())

    @property
    def names_of_articles(self) -> list[str]:
        """The name of the group of each article."""
        return [self.names[code] for code in self.groups.code.tolist()]

    @cached_property
    def has_texts(self) -> bool:
        """Whether any text is there: a dataset is reported on without."""
        return bool(self.articles["text"].notna().any())

    @cached_property
    def copies(self) -> pd.DataFrame:
        """Each article whose text another has, too, capitals and blanks aside."""
        # Only what has as many words and letters can be the same.
        counts = self.made["counts"]
        alike = counts.duplicated(["n_words", "n_letters"], keep=False) & (counts["n_words"] > 0)
        some = self.articles[self.articles["article_id"].isin(counts.loc[alike, "article_id"])]
        if not self.has_texts:
            return some.head(0)

        texts = some["text"].fillna("").str.lower().str.split().str.join(" ")

        twice = texts.duplicated(keep=False)
        names = [n for n in ("article_id", "headline", "publisher") if n in some.columns]
        found = some.loc[twice, names].assign(text=texts[twice].str[:60])
        return found.sort_values("text", kind="stable")

    def of_rows(self, table: pd.DataFrame) -> np.ndarray[Any, Any]:
        """Return the number of the group of each row of a table."""
        return np.asarray(self.groups.code[self.groups.article_of(table)])

    def values(self, table: pd.DataFrame, column: str) -> list[np.ndarray[Any, Any]]:
        """Return the values of a column, article by article, of each group."""
        codes = self.of_rows(table)
        numbers = table[column].to_numpy("float64", na_value=np.nan)
        return [numbers[(codes == n) & np.isfinite(numbers)] for n in range(len(self.groups))]


def _frame_of(groups: Groups) -> Any:
    """Hand groups on that are made already; `by` takes what makes them, and these."""
    return groups


def corpus_of(made: Made, by: Any = None) -> Corpus:
    """Sort the articles into groups: by outlet where several are known, else by month, else all."""
    made = _readable(made)
    articles = made["articles"]
    ids = articles["article_id"]
    by = _usual(articles) if by is None else by
    found = groups_of(articles, pd.DataFrame({"article_id": ids, "all": ALL}) if by is None else by)
    labels, order = _largest(found)

    named = pd.Categorical(labels[found.code], categories=order)
    groups = groups_of(articles, pd.DataFrame({"article_id": ids.to_numpy(), "group": named}))
    # The words have been counted: the groups need not count them again.
    n_words = ids.map(made["counts"].set_index("article_id")["n_words"]).to_numpy()
    counted = replace(groups, articles=groups.articles.assign(n_words=n_words))
    key = ", ".join(map(str, found.keys.columns))
    return Corpus(made, counted, key, len(found))


def _readable(made: Made) -> Made:
    """Leave out articles that could not be read: they would count as articles without words."""
    articles = made["articles"]
    if "error" not in articles.columns or articles["error"].isna().all():
        return made
    wrong = articles.loc[articles["error"].notna(), "article_id"]
    return {
        name: table[~table["article_id"].isin(wrong)].reset_index(drop=True)
        for name, table in made.items()
        if "article_id" in table.columns
    }


def _largest(found: Groups) -> tuple[np.ndarray[Any, Any], list[str]]:
    """Return the name of each group, one for all beyond the largest; and the names in order."""
    names, sizes = found.names, found.n_articles
    kept = sorted(np.argsort(-sizes, kind="stable")[:MOST_GROUPS].tolist())
    if found.keys.columns[0] not in _TIMES:
        kept.sort(key=lambda n: (names[n] == NOT_STATED, -sizes[n]))

    order = [names[n] for n in kept]
    others = plural(len(found) - len(kept), "other group")
    labels = [name if number in kept else others for number, name in enumerate(names)]
    return np.array(labels, dtype=object), list(dict.fromkeys([*order, *labels]))


def _usual(articles: pd.DataFrame) -> str | None:
    if "publisher" in articles.columns and articles["publisher"].nunique() >= SEVERAL:
        return "publisher"
    months = own_clock(articles).dt.to_period("M")
    return "month" if months.nunique() >= SEVERAL else None
