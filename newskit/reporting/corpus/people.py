"""Who has most of the quoted words, and who is named in most articles."""

from __future__ import annotations

import unicodedata

import pandas as pd

from newskit.html import table_html
from newskit.reporting.corpus.corpus import Corpus
from newskit.tables import TEXT

TOP = 20  # people


def speakers_table(corpus: Corpus) -> str:
    """List the speakers with most words."""
    speakers = corpus.made["speakers"]
    total = float(speakers["n_words"].sum()) or 1.0

    named = _by_name(speakers[speakers["speaker"].notna()], "speaker")
    named = named.assign(group=corpus.of_rows(named))
    found = named.groupby("speaker", sort=False).agg(
        quotations=("n_quotes", "sum"),
        words=("n_words", "sum"),
        articles=("article_id", "nunique"),
        groups=("group", "nunique"),
    )

    largest = found.sort_values("words", ascending=False, kind="stable").head(TOP).reset_index()
    share = [f"{100 * n / total:.1f} %" for n in largest["words"]]
    largest.insert(3, "share of all quoted words", pd.Series(share, dtype=TEXT))
    if len(corpus.names) == 1:
        largest = largest.drop(columns="groups")

    caption = "Who has the quoted words"
    return table_html(largest, _caption(caption, len(found), "named speakers"))


def people_tables(corpus: Corpus) -> list[str]:
    """List the people who are named in most articles, if the analysis has the table of names."""
    names = corpus.made.get("names")
    if names is None:
        return []

    people = _by_name(names[names["type"] == "person"], "name")
    found = people.groupby("name", sort=False).agg(
        articles=("article_id", "nunique"), mentions=("n_mentions", "sum")
    )
    most = found.sort_values(["articles", "mentions"], ascending=False, kind="stable")
    caption = _caption("Who is named in most articles", len(found), "people")
    return [table_html(most.head(TOP).reset_index(), caption)]


def _caption(caption: str, n: int, what: str) -> str:
    return f"{caption} (the first {TOP} of {n:,} {what})" if n > TOP else caption


def _by_name(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Give names that differ by accents or capitals the form that occurs first."""
    folded = rows[column].map({name: fold(name) for name in rows[column].unique()})
    first = rows[column].groupby(folded).first()
    return rows.assign(**{column: folded.map(first)})


def fold(name: str) -> str:
    """Take accents and capitals away.

    >>> fold("José Díaz") == fold("JOSE DIAZ")
    True
    """
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()
