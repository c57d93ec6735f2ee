"""Which group each article belongs to: what every function with `by=` asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from newskit.errors import InputError
from newskit.grouping.keys import By, columns_of_table, keys_of_articles, keys_of_table
from newskit.grouping.labels import Labels
from newskit.inputs import Articles, as_articles
from newskit.tables import TEXT, need_columns
from newskit.text.arrays import Array
from newskit.text.counts import counts_table


@dataclass(frozen=True, repr=False)
class Groups:
    """Articles in groups.

    Attributes
    ----------
    keys : one row per group, in order: the columns that name it
    code : for each article the row of its group in `keys`
    articles : the articles, one row each, in the order of `code`
    ranks : for each key by what its labels are put in order
    """

    keys: pd.DataFrame
    code: Array
    articles: pd.DataFrame
    ranks: tuple[Mapping[str, tuple[Any, ...]], ...] = ()

    def __len__(self) -> int:
        """Return the number of groups."""
        return len(self.keys)

    @cached_property
    def ids(self) -> list[str]:
        """The article_id of each article."""
        return list(self.articles["article_id"])

    @cached_property
    def names(self) -> list[str]:
        """One name for each group: its keys, separated by commas."""
        return [", ".join(row) for row in self.keys.itertuples(index=False)]

    @cached_property
    def n_articles(self) -> Array:
        """Articles in each group."""
        return np.bincount(self.code, minlength=len(self))

    @cached_property
    def n_words(self) -> Array:
        """Words of each article: missing where neither its text nor its words are known."""
        if "n_words" in self.articles.columns:
            counted = self.articles["n_words"]
        elif "text" in self.articles.columns:
            counted = counts_table(self.articles)["n_words"]
        else:
            return np.full(len(self.code), np.nan)
        return counted.to_numpy("float64", na_value=np.nan)

    @cached_property
    def total_words(self) -> Array:
        """Words of each group."""
        return np.bincount(self.code, self.n_words, len(self))

    @cached_property
    def n_known(self) -> Array:
        """Articles of each group whose words are known."""
        return np.bincount(self.code, np.isfinite(self.n_words), len(self))

    @cached_property
    def n_languages(self) -> Array:
        """Languages of each group, of the articles that state one."""
        found = self.languages.groupby("group")["language"].nunique()
        return found.reindex(range(len(self)), fill_value=0).to_numpy()

    @property
    def languages(self) -> pd.DataFrame:
        """Each language of each group: en-GB and en-US are one."""
        stated = self.articles.get("language", pd.Series(dtype=TEXT)).astype("string")
        short = stated.str.lower().str.extract(r"^(\w+)")[0].reindex(self.articles.index)
        found = pd.DataFrame({"group": self.code, "language": short.tolist()})
        return found.dropna().drop_duplicates()

    @cached_property
    def n_repeated(self) -> Array:
        """Articles of each group whose text another one before them has."""
        if "text" not in self.articles.columns:
            return np.zeros(len(self))
        texts = pd.DataFrame({"group": self.code, "text": self.articles["text"].tolist()})
        twice = texts.duplicated() & texts["text"].notna()
        return np.bincount(self.code, twice, len(self))

    def overview(self) -> pd.DataFrame:
        """Return one row per group: its keys, `n_articles` and `n_words`."""
        sums = {"n_articles": self.n_articles, "n_words": self.total_words}
        return self.keys.assign(**{n: pd.Series(v).astype("Int64") for n, v in sums.items()})

    def members(self) -> list[Array]:
        """Return for each group the numbers of its articles, in their order."""
        order = np.argsort(self.code, kind="stable")
        return np.split(order, np.cumsum(self.n_articles)[:-1]) if len(self) else []

    def article_of(self, rows: pd.DataFrame) -> Array:
        """Return for each row of a table the number of its article.

        Raises
        ------
        InputError
            If a row is of an article that is in no group.
        """
        place: Array = pd.Index(self.ids).get_indexer(pd.Index(rows["article_id"]))
        if (place < 0).any():
            stranger = rows["article_id"].iloc[int((place < 0).argmax())]
            raise InputError(
                f"article_id {stranger!r} is in the table, but not among the articles of by=. "
                "Make groups of the articles that the table was made of: "
                "by=nk.groups(articles, 'publisher')."
            )
        return place


def groups_of(source: Any, by: By | Groups) -> Groups:
    """Sort articles into groups; what is missing is the group "not stated", the last.

    Raises
    ------
    UnknownNameError
        If `by` is neither a column nor a part of the time of publication.
    InputError
        If it is something else, or gives not one value for each article.
    """
    if isinstance(by, Groups):
        return by

    frame = as_articles(source)
    if isinstance(by, pd.DataFrame):
        return _combined(keys_of_table(frame, by), frame)

    # What was renamed in the articles can still be asked for by its own name.
    given = frame
    if isinstance(source, pd.DataFrame):
        given = source.reset_index(drop=True)
    return _combined(keys_of_articles(frame, given, by), frame)


def groups_of_table(table: pd.DataFrame, by: By | Groups) -> Groups:
    """Sort the articles of a table that was made of articles, by columns that it has.

    Raises
    ------
    InputError
        If it has no such column; the message says how to make groups of the articles.
    """
    if isinstance(by, Groups):
        return by

    told = by if isinstance(by, pd.DataFrame) else columns_of_table(table, by)
    need_columns(told, ["article_id"], "groups")
    articles = told.drop_duplicates("article_id").reset_index(drop=True)
    return _combined(keys_of_table(articles, articles), articles)


def _combined(keys: list[Labels], articles: pd.DataFrame) -> Groups:
    """Give each combination of keys that occurs a number, in the order of the keys."""
    names = [key.name for key in keys]
    every = np.array([key.code for key in keys], dtype=np.int64).reshape(len(keys), -1)
    found, code = np.unique(every, axis=1, return_inverse=True)
    columns = {
        key.name: pd.Series(np.array(key.labels, dtype=object)[numbers], dtype=TEXT)
        for key, numbers in zip(keys, found, strict=True)
    }
    ranks = tuple(dict(zip(key.labels, key.ranks, strict=True)) for key in keys)
    return Groups(pd.DataFrame(columns, columns=names), code.reshape(-1), articles, ranks)


def groups(articles: Articles, by: By) -> pd.DataFrame:
    """Sort articles into groups, to look at them or to hand them on as `by=`.

    Functions that take articles sort them themselves: ``nk.readability(articles,
    by="publisher")``. Functions that take a table made of articles need to be told:
    ``nk.speakers(nk.quotes(articles), by=nk.groups(articles, "publisher"))``.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    by : str, callable or list of these
        A column of the articles; or, unless there is such a column, a part of the time of
        publication by the outlet's clock: "year", "month", "week" (ISO), "day", "weekday", "hour";
        or a function that takes the frame of articles and returns one value for each.

    Returns
    -------
    pandas.DataFrame
        One row per article, in their order: `article_id`; a column for each key, as text; and
        `n_words`. What is missing or blank is in the group "not stated".

    Raises
    ------
    UnknownNameError
        If there is neither a column nor a part of the time of that name.
    InputError
        If `by` is something else, or `articles` cannot be read as texts.

    Notes
    -----
    In tables by group, sums are added up, rates and scores are computed from sums, and what does
    not add up is the mean over the articles; the codebook says which: ``quotes_by_group``.

    ``interval=True`` adds columns `_low` and `_high` behind each rate, score and mean: the interval
    of 95 % by the bootstrap over the articles of the group, 1,000 draws that are the same each
    time; NA for fewer than two articles that tell of it. Percentiles are expanded by
    Student's t, as by ExpandProbs of the R package resample (after Hesterberg, T. C., 2014,
    arXiv:1411.5279).

    `caveats` has codes: one-article (no interval), few-articles (fewer than 10: the interval is
    unsteady), no-words, several-languages (as the articles state them), repeated-texts (a text
    occurs more than once: the interval is too narrow).

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"text": ["Rain fell.", "Snow fell."], "desk": ["City", None]})
    >>> nk.groups(articles, "desk")
      article_id        desk  n_words
    0          0        City        2
    1          1  not stated        2
    """
    sorted_in = groups_of(articles, by)
    keys = sorted_in.keys.iloc[sorted_in.code].reset_index(drop=True)
    n_words = pd.Series(sorted_in.n_words).astype("Int64")
    ids = sorted_in.articles["article_id"].reset_index(drop=True)
    return pd.concat([ids, keys, n_words.rename("n_words")], axis=1)
