"""Write the report: the template escapes every text, except the HTML that `newskit.html` made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from tqdm import tqdm

from newskit.comparing import Comparison
from newskit.errors import InputError, NotMadeError
from newskit.grouping import By
from newskit.html import STYLE, records, safe_language, table_html
from newskit.pipeline import Analysis, analyze
from newskit.reporting import appendix
from newskit.reporting.article import article_view
from newskit.reporting.corpus.view import corpus_view
from newskit.reporting.facts import name_of
from newskit.reporting.methods import methods_text
from newskit.reporting.of_dataset import dataset_html
from newskit.reporting.provenance import hash_of, hashes, versions, word_lists
from newskit.reporting.rendering import render, resource, write_page, write_table
from newskit.reporting.revisions import are_versions, versions_html
from newskit.reporting.sections import NEEDED
from newskit.reporting.side_by_side import comparison_html
from newskit.scaling import Dataset

IN_FULL = 20  # articles: so many are shown each on its own, unless there are more
MOST_IN_FULL = 50  # articles: each takes a quarter of a megabyte
SHOWN_ERRORS = 5  # in the message that no article could be read


def report(
    articles_or_analysis: Any,
    path: str | Path,
    *,
    title: str | None = None,
    by: By | None = None,
    full: int | None = None,
    progress: bool = True,
) -> Path:
    """Write one HTML file about articles: it opens anywhere, has no script, needs no network.

    One article is shown with all that was found in it. Of several, the report says what the corpus
    is and compares its groups: readability, tone, quoted words, concentration of voices, hours of
    publication and updates, speakers, and the words that set each group apart.

    Parameters
    ----------
    articles_or_analysis : str, list, Series, DataFrame, path, Analysis, Dataset or Comparison
        What `newskit.analyze` returned, or anything it takes: texts, articles, or the path of a
        file or folder to read. What `newskit.compare` returned becomes a page with the articles
        side by side, what `newskit.revisions.versions` returned a page on what changed. A
        dataset (`newskit.open_dataset`) becomes the page on a corpus, without what needs the texts:
        copies and key words.
    path : str or pathlib.Path
        The file to write; its folder must be there. A file of that name is replaced.
    title : str, optional
        Title of the report; without it the headline, or the number of articles.
    by : str, callable or list of these, optional
        What makes a group, as `newskit.groups` takes it; without it the outlet, where there are
        several, else the month. The 12 largest groups have a row each, all others one together.
    full : int, optional
        How many articles are shown in full, 50 at most; without it all, if there are not more than
        20, else none.
    progress : bool
        Show how far the analysis and the report are, where there are many articles.

    Returns
    -------
    pathlib.Path
        The file. The same input and the same versions give the same bytes. Beside a report on
        several articles stands a file with the SHA-256 of each (`report.sha256.csv`). The appendix
        explains the columns of every table that was made, and how to make the others.

    Raises
    ------
    InputError
        If there is no article, none could be read, `full` is out of range, or
        `articles_or_analysis` holds no articles.
    NotMadeError
        If a table that the report shows is not in the analysis.
    ReadError
        If the file cannot be written.
    UnknownNameError
        If `by` names no column of the articles.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import newskit as nk
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> nk.report("The mayor resigned on Friday.", folder / "report.html").name
    'report.html'
    """
    if isinstance(articles_or_analysis, Comparison):
        return write_page(comparison_html(articles_or_analysis, title), path)

    if are_versions(articles_or_analysis):
        return write_page(versions_html(articles_or_analysis, title), path)

    if isinstance(articles_or_analysis, Dataset):
        if full:
            raise InputError("full: the report on a dataset is made without its texts.")

        return write_page(dataset_html(articles_or_analysis, title, by), path)

    made = _tables(articles_or_analysis, progress)
    rows = records(made["articles"])
    _need_an_article(rows)
    target = Path(path)
    wanted = _ReportWish(title, by, _in_full(full, len(rows)), target.name, progress)
    listed = hashes(rows)
    if len(rows) > 1:
        write_table(listed, _beside(target))
    view = _view(rows, made, wanted) | _how_made(listed, made)
    return write_page(render("report.html.j2", view), target)


class _ReportWish(NamedTuple):
    """What was asked for: see `report`."""

    title: str | None
    by: Any
    full: int
    name: str
    progress: bool


def _in_full(full: int | None, n: int) -> int:
    if full is None:
        return n if n <= IN_FULL else 0
    if not 0 <= full <= MOST_IN_FULL:
        raise InputError(
            f"full={full!r}: a report shows from 0 to {MOST_IN_FULL} articles in full. "
            "Choose some: nk.report(articles.head(50), 'report.html')."
        )
    return full


def _beside(target: Path) -> Path:
    """Return the file of checksums that belongs to a report."""
    return target.with_name(f"{target.stem}.sha256.csv")


def _need_an_article(rows: list[dict[str, Any]]) -> None:
    """Raise the error for a report that would be empty."""
    errors = [f"{name_of(row)}: {row['error']}" for row in rows if row.get("error")]
    if len(errors) < len(rows):
        return

    if not rows:
        raise InputError("There is no article to report on: the table 'articles' has no rows.")

    shown = [*errors[:SHOWN_ERRORS], *(["..."] if len(errors) > SHOWN_ERRORS else [])]
    raise InputError(f"There is no article to report on: none could be read. {' '.join(shown)}")


def _tables(source: Any, progress: bool) -> Mapping[str, pd.DataFrame]:
    analysis = source if isinstance(source, Analysis) else analyze(source, progress=progress)
    made = analysis.tables()
    # An analysis made with `only` may lack what a section shows.
    missing = sorted(NEEDED.difference(made))
    if missing:
        raise NotMadeError(
            f"The report shows tables that were not made: {', '.join(missing)}. "
            "newskit.analyze(articles) makes all that it shows."
        )
    return made


def _view(
    rows: list[dict[str, Any]], made: Mapping[str, pd.DataFrame], wanted: _ReportWish
) -> dict[str, Any]:
    """Gather what the template shows."""
    readable = [row for row in rows if not row.get("error")]
    failed = [{"name": name_of(row), "error": row["error"]} for row in rows if row.get("error")]
    single = len(rows) == 1
    usual = name_of(rows[0]) if single else f"{len(rows):,} articles"
    shows = wanted.progress and len(rows) > IN_FULL
    corpus, articles = _parts(readable[: wanted.full], made, wanted.by, single, shows)
    return {
        "title": wanted.title or usual,
        "language": _language(rows),
        "single": single,
        "corpus": corpus,
        "beside": _beside(Path(wanted.name)).name,
        "articles": articles,
        "failed": failed,
        "style": resource("style.css") + STYLE,
    }


def _parts(
    shown: list[dict[str, Any]],
    made: Mapping[str, pd.DataFrame],
    by: Any,
    single: bool,
    progress: bool,
) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    """Make what is said of the corpus, and of each article that is shown in full."""
    n_parts = len(shown) + (not single)
    with tqdm(total=n_parts, desc="report", unit="part", disable=not progress) as bar:
        corpus = None if single else corpus_view(made, by)
        bar.update(not single)

        articles = []
        for number, row in enumerate(shown, start=1):
            articles.append(article_view(number, row, made))
            bar.update()
    return corpus, articles


def _language(rows: list[dict[str, Any]]) -> str:
    # One language for all is that of the page; of several, each article states its own.
    languages = {safe_language(row.get("language")) for row in rows}
    return (languages.pop() if len(languages) == 1 else None) or "en"


def _how_made(listed: pd.DataFrame, made: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    analysis = Analysis(made["articles"], {k: v for k, v in made.items() if k != "articles"})
    digest = hash_of(listed["fields of the article"])
    return {
        "hash": digest,
        "tables": appendix.entries(made),
        "not_made": appendix.not_made(made),
        "hashes": table_html(listed, "SHA-256 of the input") if len(listed) == 1 else "",
        "versions": table_html(versions(), "Versions"),
        "word_lists": table_html(word_lists(), "Word lists"),
        "methods": methods_text(analysis, "apa", digest),
        "bibtex": methods_text(analysis, "bibtex", digest),
    }
