"""Write the report: every string of an article passes markup.escape, everything else was made by markup.py."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.errors import InputError, ReadError, missing_extra
from newskit.html import STYLE, escape, highlight, known, safe_language, table_html
from newskit.reporting.facts import glance, head, name_of
from newskit.reporting.origin import fields_hash, file_hash, versions, word_lists
from newskit.reporting.sections import overview, sections

MOST = 20
_TABLES = (
    "articles", "sentences", "counts", "readability", "readability_by_voice", "sentiment", "sentiment_by_voice",
    "sentence_sentiment", "quotes", "speakers", "timeline",
)  # fmt: skip


def report(articles_or_analysis: Any, path: str | Path, *, title: str | None = None) -> Path:
    """Write one HTML file about articles: it opens anywhere, holds no script, and needs no network.

    Parameters
    ----------
    articles_or_analysis : str, list, Series, DataFrame or Analysis
        What `newskit.analyze` returned, or anything it takes.
    path : str or pathlib.Path
        The file to write; its folder must be there. A file of that name is replaced.
    title : str, optional
        Title of the report; without it the headline, or the number of articles.

    Returns
    -------
    pathlib.Path
        The file. The same input and the same versions give the same bytes. Of more than 20 articles, 20 have a section
        of their own; the overview table has all.

    Raises
    ------
    InputError
        If there is no article, or `articles_or_analysis` cannot be read as articles.
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
    made = _tables(articles_or_analysis)
    rows = [{str(k): v for k, v in row.items()} for row in made["articles"].to_dict("records")]
    if not rows:
        raise InputError("There is no article to report on: the table 'articles' has no rows.")
    html = _render(_view(rows, made, title))
    target = Path(path)
    try:
        target.write_bytes(html.encode("utf-8"))
    except OSError as error:
        raise ReadError(f"The report could not be written to {str(target)!r}: {error.strerror or error}.") from error
    return target


def _tables(source: Any) -> dict[str, pd.DataFrame]:
    if not all(isinstance(getattr(source, name, None), pd.DataFrame) for name in _TABLES):
        from newskit.pipeline import analyze

        source = analyze(source)
    return {name: getattr(source, name) for name in _TABLES}


def _view(rows: list[dict[str, Any]], made: dict[str, pd.DataFrame], title: str | None) -> dict[str, Any]:
    """Gather what the template shows."""
    readable = [row for row in rows if not known(row.get("error"))]
    failed = [row for row in rows if known(row.get("error"))]
    single = len(rows) == 1
    if title is None:
        title = name_of(rows[0]) if single else f"{len(rows):,} articles"
    hashes = [_hashes(row) for row in rows]
    languages = {safe_language(row.get("language")) for row in rows}
    return {
        "title": title,
        "language": (languages.pop() if len(languages) == 1 else None) or "en",
        "single": single,
        "overview": _html(table_html(overview(made), "All articles")) if not single else "",
        "articles": [_article(number, row, made) for number, row in enumerate(readable[:MOST], start=1)],
        "failed": [{"name": name_of(row), "error": row["error"]} for row in failed],
        "left_out": max(0, len(readable) - MOST),
        "style": _html(_resource("style.css") + STYLE),
        "hashes": _html(table_html(_filled(hashes), "SHA-256 of the input")),
        "versions": _html(table_html(versions(), "Versions")),
        "word_lists": _html(table_html(word_lists(), "Word lists")),
    }


def _article(number: int, row: dict[str, Any], made: dict[str, pd.DataFrame]) -> dict[str, Any]:
    mine = {name: table[table["article_id"] == row["article_id"]] for name, table in made.items()}
    marked = highlight(pd.Series(row, dtype="object"), quotes=mine["quotes"], timeline=mine["timeline"])
    parts = [
        section._replace(
            figure=_html(section.figure),
            tables=[_html(t) for t in section.tables],
            details=[(name, _html(t)) for name, t in section.details],
        )
        for section in sections(row, mine)
    ]
    return {
        "key": f"a{number}",
        "name": name_of(row),
        "standfirst": row["standfirst"] if known(row.get("standfirst")) else "",
        "language": safe_language(row.get("language")) or "",
        "facts": head(row),
        "glance": glance(mine),
        "sections": parts,
        "text": _html(marked.body),
        "warnings": list(_warnings(row, mine)),
    }


def _warnings(row: dict[str, Any], mine: dict[str, pd.DataFrame]) -> Iterator[str]:
    from newskit.analyses.readability.caveats import CAVEATS

    yield from (str(w) for w in (row["warnings"] if known(row.get("warnings")) else []))
    for codes in mine["readability"]["caveats"].dropna():
        for code in str(codes).split("; "):
            yield f"Readability, {code}: {CAVEATS[code][2]}." if code in CAVEATS else f"Readability: {code}."
    if mine["timeline"]["zone_conflict"].fillna(False).any():
        yield "The printed time zone cannot be right on that day."


def _hashes(row: dict[str, Any]) -> dict[str, Any]:
    hashes = {"article": str(row["article_id"]), "fields of the article": fields_hash(row)}
    return {**hashes, "file it was read from": file_hash(row) or pd.NA}


def _filled(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows, dtype="string").dropna(axis="columns", how="all")


def _resource(name: str) -> str:
    return (files("newskit") / "reporting" / name).read_text(encoding="utf-8")


def _html(made: str) -> Any:
    """Pass on HTML that markup.py has made; nothing else may come through here."""
    from markupsafe import Markup

    return Markup(made)


def _render(view: dict[str, Any]) -> str:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError as error:
        raise missing_extra("jinja2", "all", "A report") from error

    def finalize(value: Any) -> Any:
        # Jinja's own escaping would let control characters through.
        return value if hasattr(value, "__html__") else _html(escape(value))

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=finalize, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_resource("report.html.j2")).render(view)
