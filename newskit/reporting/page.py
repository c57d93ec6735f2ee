"""Write the report: the template escapes every text, except the HTML that `newskit.html` made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.comparing import Comparison
from newskit.errors import InputError, NotMadeError
from newskit.html import STYLE, records, safe_language, table_html
from newskit.pipeline import Analysis, analyze
from newskit.reporting import appendix
from newskit.reporting.article import article_view
from newskit.reporting.facts import name_of
from newskit.reporting.overview import overview
from newskit.reporting.provenance import hashes, versions, word_lists
from newskit.reporting.rendering import render, resource, write_page
from newskit.reporting.sections import NEEDED
from newskit.reporting.side_by_side import comparison_html

MOST = 20
SHOWN_ERRORS = 5  # in the message that no article could be read


def report(articles_or_analysis: Any, path: str | Path, *, title: str | None = None) -> Path:
    """Write one HTML file about articles: it opens anywhere, has no script, needs no network.

    Parameters
    ----------
    articles_or_analysis : str, list, Series, DataFrame, path, Analysis or Comparison
        What `newskit.analyze` returned, or anything it takes: texts, articles, or the path of a
        file or folder to read. What `newskit.compare` returned becomes a page with the articles
        side by side.
    path : str or pathlib.Path
        The file to write; its folder must be there. A file of that name is replaced.
    title : str, optional
        Title of the report; without it the headline, or the number of articles.

    Returns
    -------
    pathlib.Path
        The file. The same input and the same versions give the same bytes. Of more than 20
        articles, 20 have a section of their own; the overview table has all. The appendix explains
        the columns of every table that was made, and how to make the others.

    Raises
    ------
    InputError
        If there is no article, none could be read, or `articles_or_analysis` holds none.
    NotMadeError
        If a table that the report shows is not in the analysis.
    ReadError
        If the file cannot be written.

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

    made = _tables(articles_or_analysis)
    rows = records(made["articles"])
    _need_an_article(rows)
    return write_page(render("report.html.j2", _view(rows, made, title)), path)


def _need_an_article(rows: list[dict[str, Any]]) -> None:
    """Raise the error for a report that would be empty."""
    errors = [f"{name_of(row)}: {row['error']}" for row in rows if row.get("error")]
    if len(errors) < len(rows):
        return

    if not rows:
        raise InputError("There is no article to report on: the table 'articles' has no rows.")

    shown = [*errors[:SHOWN_ERRORS], *(["..."] if len(errors) > SHOWN_ERRORS else [])]
    raise InputError(f"There is no article to report on: none could be read. {' '.join(shown)}")


def _tables(source: Any) -> Mapping[str, pd.DataFrame]:
    analysis = source if isinstance(source, Analysis) else analyze(source)
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
    rows: list[dict[str, Any]], made: Mapping[str, pd.DataFrame], title: str | None
) -> dict[str, Any]:
    """Gather what the template shows."""
    readable = [row for row in rows if not row.get("error")]
    failed = [row for row in rows if row.get("error")]
    single = len(rows) == 1
    if title is None:
        title = name_of(rows[0]) if single else f"{len(rows):,} articles"
    # One language for all is that of the page; of several, each article states its own.
    languages = {safe_language(row.get("language")) for row in rows}
    shown = readable[:MOST]
    return {
        "title": title,
        "language": (languages.pop() if len(languages) == 1 else None) or "en",
        "single": single,
        "overview": "" if single else table_html(overview(made), "All articles"),
        "articles": [article_view(i, row, made) for i, row in enumerate(shown, start=1)],
        "failed": [{"name": name_of(row), "error": row["error"]} for row in failed],
        "left_out": len(readable) - len(shown),
        "style": resource("style.css") + STYLE,
        "tables": appendix.entries(made),
        "not_made": appendix.not_made(made),
        "hashes": table_html(hashes(rows), "SHA-256 of the input"),
        "versions": table_html(versions(), "Versions"),
        "word_lists": table_html(word_lists(), "Word lists"),
    }
