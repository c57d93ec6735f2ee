"""Every table of a corpus at once, each text encoded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd
from tqdm import tqdm

from newskit import registry
from newskit.errors import InputError, NotMadeError, UnknownAttributeError, unknown_name
from newskit.findings import findings
from newskit.grouping import By, groups_of
from newskit.html import NO_FORMULAS, escape, plural
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.places import are_places
from newskit.reading import read_articles
from newskit.tables import Table
from newskit.text.batch import Batch

ONE_BATCH = 500  # articles: done before a progress bar would be seen
SHOWN = 6  # columns of a table that the overview of an analysis names


@dataclass(frozen=True, repr=False)
class Analysis:
    """The tables of a corpus, each a DataFrame: `analysis.quotes`, for example.

    `newskit.codebook("quotes")` explains the columns. `articles` is what was analyzed; `tables()`
    has every table that was made, by name. Asking for a table that was not made is a
    `newskit.errors.NotMadeError`, which says how to make it.
    """

    articles: pd.DataFrame
    made: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table that was made, by its name."""
        return {"articles": self.articles, **self.made}

    def by(self, by: By, *, interval: bool = False) -> GroupedAnalysis:
        """Sum the tables up by group: `analysis.by("publisher").readability`, for example.

        Counts are added up and then scored; what does not add up is averaged over the articles of
        a group, and its column says so (``newskit.codebook("quotes_by_group")``).

        Parameters
        ----------
        by : str, callable, list of these or DataFrame
            What makes a group: see `newskit.groups`.
        interval : bool
            Intervals of 95 % over the articles of each group, for all that is no sum.

        Returns
        -------
        GroupedAnalysis
            The same tables, where they can be summed up, with one row per group instead of one per
            article; `articles` has one row per group, too.
        """
        groups = groups_of(self.articles, by)
        stated = ((name, registry.TABLES[name].grouped) for name in self.made)
        made = {
            name: grouped.make(table_of(self, grouped.of), by=groups, interval=interval)
            for name, grouped in stated
            if grouped is not None
        }
        return GroupedAnalysis(groups.overview(), made)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Return a table by its name."""
        made: Mapping[str, pd.DataFrame] = self.__dict__.get("made", {})
        if name in made:
            return made[name]
        if name in registry.TABLES and registry.TABLES[name].is_made_by_analyze:
            raise NotMadeError(
                f"{name} was not made: newskit.analyze(articles, only=[..., {name!r}]) makes it."
            )
        raise UnknownAttributeError("an Analysis", name, lambda: [*dir(self), *registry.TABLES])

    def __dir__(self) -> list[str]:
        """List the tables, too, so that an editor can complete their names."""
        return sorted({*super().__dir__(), *self.made})

    def _told(self) -> tuple[str, list[str]]:
        """Say of what this is the analysis, and what was found."""
        return plural(len(self.articles), "article"), findings(self.tables())

    def __repr__(self) -> str:
        """Say what was found, and name the tables with their sizes."""
        title, found = self._told()
        sizes = ", ".join(f"{name} {len(table):,}" for name, table in self.tables().items())
        return f"<newskit.Analysis of {title}: {'; '.join([*found, f'rows: {sizes}'])}>"

    def _repr_html_(self) -> str:
        title, told = self._told()
        found = "".join(f"<li>{escape(finding)}</li>" for finding in told)
        rows = "".join(_overview_row(name, table) for name, table in self.tables().items())
        return (
            f"<div class='{NO_FORMULAS}'><p><b>newskit analysis of "
            f"{escape(title)}</b></p><ul>{found}</ul>"
            f"<details><summary>{plural(len(self.made) + 1, 'table')}</summary><table>"
            f"<thead><tr><th scope='col'>table</th><th scope='col'>rows</th>"
            f"<th scope='col'>columns</th></tr></thead><tbody>{rows}</tbody></table>"
            f"</details></div>"
        )


@dataclass(frozen=True, repr=False)
class GroupedAnalysis(Analysis):
    """The tables of a corpus by group: see `newskit.Analysis.by`."""

    def _told(self) -> tuple[str, list[str]]:
        """Say how many groups there are, and by what."""
        keys = self.articles.columns[: self.articles.columns.get_loc("n_articles")]
        n_articles = plural(int(self.articles["n_articles"].sum()), "article")
        n_groups = plural(len(self.articles), "group")
        return f"{n_articles} in {n_groups} by {', '.join(map(str, keys))}", []

    def by(self, by: By, *, interval: bool = False) -> GroupedAnalysis:
        """Raise an error: groups have lost their articles."""
        raise InputError(
            "These tables are by group already. Go back to the analysis they were made of: "
            "newskit.analyze(articles).by(['publisher', 'month'])."
        )


def table_of(analysis: Analysis, name: str) -> pd.DataFrame:
    """Return a table of an analysis, and make it if it was not asked for."""
    made = analysis.tables()
    if name not in made:
        made = analyze(analysis.articles, only=name, progress=False).tables()
    return made[name]


def _overview_row(name: str, table: pd.DataFrame) -> str:
    columns = escape(", ".join(map(str, table.columns[:SHOWN])))
    more = ", ..." if len(table.columns) > SHOWN else ""
    return (
        f"<tr><th scope='row' style='text-align:left'><code>.{escape(name)}</code></th>"
        f"<td>{len(table):,}</td><td style='text-align:left'>{columns}{more}</td></tr>"
    )


def analyze(
    articles: Articles, *, only: Iterable[str] | str | None = None, progress: bool = True
) -> Analysis:
    """Make the tables of a corpus, encoding each text once.

    Parameters
    ----------
    articles : str, list of str, Series, DataFrame, or path
        Texts, or a frame with a column `text`, such as `newskit.read_articles` returns. Paths of
        files and folders, or a list of them, are read with `newskit.read_articles` first.
    only : str or iterable of str, optional
        Names of the tables to make, where not all are needed, or where more are:
        `newskit.codebook()` names every table there is, and `analyze` makes those that need nothing
        but the articles.
    progress : bool
        Show a progress bar for more than one batch of 500 articles.

    Returns
    -------
    Analysis
        One attribute per table; by default `articles`, `sentences`, `counts`, `readability`,
        `readability_by_voice`, `sentiment`, `sentiment_by_voice`, `sentence_sentiment`,
        `sentiment_by_speaker`, `quotes`, `speakers`, `attribution` and `timeline`.

    Raises
    ------
    InputError
        If `articles` cannot be read as texts.
    ReadError
        If it is the path of a file that cannot be read.
    UnknownNameError
        If `only` names a table that there is not.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.analyze("It rained. The sun set.", only=["readability"])
    <newskit.Analysis of 1 article: 5 words in 2 sentences; rows: articles 1, readability 1>
    """
    if are_places(articles):
        articles = read_articles(articles, progress=progress)

    frame = as_articles(articles)
    asked = tables_asked(only)
    wanted = _with_what_they_need(asked)
    made = {"articles": frame, **_from_batches(frame, wanted, progress)}

    # What is made of other tables is made once for the corpus: scores, for one, cost by the call
    # and not by the row.
    for name in wanted:
        made[name] = _finished(registry.TABLES[name], made)

    return Analysis(frame, {name: made[name] for name in asked})


def _from_batches(
    frame: pd.DataFrame, wanted: list[str], progress: bool
) -> dict[str, pd.DataFrame]:
    """Make the tables that are made from encoded texts."""
    makers = {name: make for name in wanted if (make := registry.TABLES[name].from_batch)}
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in makers}
    hidden = not progress or len(frame) <= ONE_BATCH

    with tqdm(total=len(frame), unit="article", disable=hidden) as bar:
        for part in batches(frame):
            batch = Batch(part)  # its texts are encoded once, whatever asks for them
            for name, make in makers.items():
                parts[name].append(make(batch))
            bar.update(len(part))

    return {name: stack(made) for name, made in parts.items()}


def _finished(table: Table, made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Make a table from other tables, and add to it what another analysis knows."""
    if table.make is None:
        rows = made[table.name]
    else:
        rows = table.make(*(made[needed] for needed in table.from_tables))

    if table.join is None:
        return rows

    needed, add = table.join
    return add(rows, *(made[name] for name in needed))


def tables_asked(only: Iterable[str] | str | None) -> list[str]:
    """Return the names of the tables that were asked for, in the order of the registry."""
    known = [table.name for table in registry.TABLES.values() if table.is_made_by_analyze]
    if only is None:
        return [name for name in known if registry.TABLES[name].by_default]

    asked = {only} if isinstance(only, str) else set(only)
    unknown = sorted(asked.difference(known))
    if unknown:
        raise unknown_name("table of an analysis", unknown[0], known)

    return [name for name in known if name in asked]


def _with_what_they_need(asked: list[str]) -> list[str]:
    """Return the tables to make: those asked for and what they need, each after what it needs."""
    order: list[str] = []

    def visit(name: str) -> None:
        # The articles are given, and no table is made twice.
        if name == "articles" or name in order:
            return

        for needed in registry.TABLES[name].needs:
            visit(needed)
        order.append(name)

    for name in asked:
        visit(name)
    return order
