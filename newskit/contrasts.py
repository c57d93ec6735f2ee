"""How far groups of articles lie apart, each difference with an interval of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import pandas as pd

from newskit import registry, tables
from newskit.analyses.readability.by_group import readability_by_group
from newskit.errors import InputError, unknown_name
from newskit.grouping import DIFFERENCES, By, Groups, Pair, Sides, Summary, groups_of
from newskit.inputs import Articles
from newskit.pipeline import Analysis, analyze, table_of

MOST_GROUPS: Final = 20
"""With more, there are more pairs than anybody reads: 500 groups have 124,750."""
_SETS: Final = ("classic", "all")


def differences(
    articles: Articles | Analysis,
    table: str = "readability",
    *,
    by: By,
    measures: Sequence[str] | str | None = None,
    than: str | None = None,
) -> pd.DataFrame:
    """Compare groups of articles: how far apart they are, with an interval of the difference.

    Two intervals that overlap do not say that groups do not differ; the interval of the difference
    does. Among many pairs and measures some lie outside zero by chance, one in twenty.

    Parameters
    ----------
    articles : str, list of str, Series, DataFrame, path or Analysis
        Articles, or what `newskit.analyze` made of them.
    table : str
        Table whose measures to compare: "readability", "sentiment", "quotes", "sentences", "words",
        "lexical_diversity", "timeline", "time_horizon", "update_gaps" or "duplicates".
    by : str, callable, list of these or DataFrame
        What makes a group: see `newskit.groups`.
    measures : str or sequence of str, optional
        Columns of the table by group (``newskit.codebook("quotes_by_group")``); by default all that
        are no sums, of readability the nine best known.
    than : str, optional
        Group to compare all others with; by default all pairs are compared, of 20 groups at most.

    Returns
    -------
    pandas.DataFrame
        One row per measure and pair of groups: `measure`, `group`, `other`; `value` and
        `other_value`; `difference` (`value` less `other_value`), `difference_low` and
        `difference_high` (the interval of 95 %; NA where fewer than two articles of a group tell of
        the measure); `n_articles` and `other_n_articles`; `caveats` (codes of both groups, and
        lengths-differ, numbers-differ).

    Raises
    ------
    UnknownNameError
        If there is no such table, measure or group.
    InputError
        If there are more than 20 groups and none to compare with.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> texts = ["It rained.", "The rain fell on the harbor.", "Sun shone.", "The sun shone on us."]
    >>> articles = pd.DataFrame({"text": texts, "desk": ["City", "City", "News", "News"]})
    >>> found = nk.differences(articles, by="desk", measures="lix")
    >>> found[["measure", "group", "other", "difference"]].to_numpy().tolist()
    [['lix', 'City', 'News', 0.5]]
    """
    source, summary = _summary(table, measures)
    chosen = _chosen(summary, measures)
    if not isinstance(articles, Analysis):
        articles = analyze(articles, only=[source])

    groups = groups_of(articles.articles, by)
    pairs = [Pair(groups, *pair) for pair in _pairs(groups, than)]
    sides = Sides(summary, table_of(articles, source), groups)
    rows = [pair.row(sides, measure) for measure in chosen for pair in pairs]
    return tables.from_rows(DIFFERENCES, rows)


def _summary(table: str, measures: Sequence[str] | str | None) -> tuple[str, Summary]:
    """Return what a table by group is made of, and how."""
    if table == "readability":
        return "counts", readability_by_group(measures or "classic")

    able: dict[str, tuple[str, Summary]] = {}
    for name, stated in registry.TABLES.items():
        of, summary = stated.grouped[1:] if stated.grouped else ("", None)
        # Words and speakers are compared by what each group has more of: that is keyness.
        if isinstance(summary, Summary) and summary.estimates and not summary.within:
            able[name] = of, summary
    if table not in able:
        raise unknown_name("table of measures", table, able)
    return able[table]


def _chosen(summary: Summary, measures: Sequence[str] | str | None) -> list[str]:
    able = [value.column.name for value in summary.estimates]
    if measures is None or measures in _SETS:
        return able

    wanted = [measures] if isinstance(measures, str) else list(measures)
    unknown = [name for name in wanted if name not in able]
    if unknown:
        raise unknown_name("measure of this table", unknown[0], able)
    return wanted


def _pairs(groups: Groups, than: str | None) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the groups to compare: all pairs, or each with one."""
    if than is None:
        _check_number(groups)
        yield from combinations(range(len(groups)), 2)
        return

    if than not in groups.names:
        raise unknown_name("group", than, groups.names)
    other = groups.names.index(than)
    yield from ((n, other) for n in range(len(groups)) if n != other)


def _check_number(groups: Groups) -> None:
    n = len(groups)
    if n > MOST_GROUPS:
        largest = groups.names[int(groups.n_articles.argmax())]
        raise InputError(
            f"{n} groups are {n * (n - 1) // 2:,} pairs. Say with which group to compare the "
            f"others: than={largest!r}."
        )
