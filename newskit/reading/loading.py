"""Read articles from wherever they are: files, folders, patterns, lists of paths, data frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from tqdm import tqdm

from newskit import tables
from newskit.errors import InputError, ReadError, unknown_name
from newskit.frames import stack
from newskit.reading.decoding import decode
from newskit.reading.limits import check_size
from newskit.reading.plain import read_plain
from newskit.reading.rows import Row, error_row
from newskit.reading.sources import FORMATS, File, find_files
from newskit.reading.tabular import articles_of_frame, read_table
from newskit.stamps.outlets import find_outlet
from newskit.stamps.zones import load

Source = str | Path | Iterable[str | Path] | pd.DataFrame


def read_articles(
    source: Source,
    *,
    format: str | None = None,
    columns: Mapping[str, str] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    on_error: str = "row",
    progress: bool = True,
) -> pd.DataFrame:
    """Read articles into one table, one row an article.

    A text file is one article as people paste it: headline, standfirst, byline, dates, body, tags. A CSV,
    JSON lines or Parquet file and a data frame are tables of articles, one a row. Text is normalized here
    and nowhere else: NFC, plain newlines, non-breaking spaces as blanks, lone surrogates as U+FFFD.

    Parameters
    ----------
    source : str, pathlib.Path, list of them, or pandas.DataFrame
        A file, a folder (with all folders in it), a pattern such as ``"articles/*.txt"``, a list of these, or
        a frame. In a folder, files with other endings are passed over.
    format : str, optional
        "text", "csv", "jsonl" or "parquet": read every file as this, whatever its ending.
    columns : mapping of str to str, optional
        For tables: their names -> names of the articles table, such as {"body": "text"}.
    timezone : str, optional
        Zone of the printed clocks, an IANA name or an offset. It completes clocks without a zone, and says
        what an ambiguous abbreviation means; a zone that is printed beyond doubt is not overruled.
    publisher : str, optional
        Outlet of all the articles, by name or domain. One that newskit knows brings its zone.
    on_error : {"row", "raise"}
        What becomes of a file that cannot be read: a row with `error`, or a ReadError. A path that is not
        there is always an error.
    progress : bool
        Show a progress bar when there is more than one file.

    Returns
    -------
    pandas.DataFrame
        The articles table; `columns("articles")` explains its columns. `article_id` is the file's name
        without its ending, or the table's own. Files keep their order, a folder is sorted. Columns of a
        table that the articles table does not have are kept behind it.

    Raises
    ------
    ReadError
        If a path is not there, or a file cannot be read and `on_error` is "raise".
    InputError
        If an argument or a frame is not what is expected.
    UnknownNameError
        If there is no such format.

    Examples
    --------
    >>> import pandas as pd
    >>> from newskit.reading import read_articles
    >>> frame = pd.DataFrame({"title": ["Ferry sails again"], "body": ["The ferry sailed. Nobody cheered."]})
    >>> articles = read_articles(frame, columns={"title": "headline", "body": "text"})
    >>> articles.loc[0, ["article_id", "headline", "text"]].to_list()
    ['0', 'Ferry sails again', 'The ferry sailed. Nobody cheered.']
    """
    _check(format, timezone, on_error)
    given = _given(timezone, publisher)
    if isinstance(source, pd.DataFrame):
        return _unique(articles_of_frame(source, columns, given | {"format": "table"}))
    files = find_files(source)
    bar = tqdm(files, desc="reading", unit="file", disable=not progress or len(files) < 2)
    return _unique(_gather(_read(file, format, columns, given, on_error) for file in bar))


def _check(form: str | None, timezone: str | None, on_error: str) -> None:
    if form is not None and form not in FORMATS.values():
        raise unknown_name("format", form, FORMATS.values())
    if on_error not in ("row", "raise"):
        raise InputError(f"on_error is {on_error!r}; expected 'row' or 'raise'.")
    if timezone is not None:
        load(timezone)


def _given(timezone: str | None, publisher: str | None) -> Row:
    """Return what the user, and the table of outlets, say of every article."""
    outlet = find_outlet(publisher) if publisher else None
    zone = timezone or (outlet.zone if outlet else None)
    given: Row = {"publisher": publisher, "_day_first": outlet.day_first if outlet else None}
    if zone:
        given |= {"timezone": zone, "timezone_source": "given" if timezone else "outlet"}
    return given


def _gather(parts: Iterable[Row | pd.DataFrame]) -> pd.DataFrame:
    """Put rows and tables under each other, in order; rows in a row become one frame at once."""
    frames: list[pd.DataFrame] = []
    rows: list[Row] = []
    for part in parts:
        if isinstance(part, dict):
            rows.append(part)
            continue
        frames += [tables.from_rows("articles", rows)] if rows else []
        frames.append(part)
        rows = []
    if rows or not frames:
        frames.append(tables.from_rows("articles", rows))
    return stack(frames)


def _read(
    file: File, form: str | None, columns: Mapping[str, str] | None, given: Row, on_error: str
) -> Row | pd.DataFrame:
    """Read one file; what goes wrong with it is one row, or an error that names it."""
    form = form or FORMATS.get(file.path.suffix.lower())
    try:
        if form is None:
            raise ReadError(f"Files that end in {file.path.suffix!r} are not supported yet; expected {_endings()}.")
        if form == "text":
            return _article(file, given)
        stated = given | {"source": file.name, "format": form}
        return articles_of_frame(read_table(file.path, form), columns, stated, stem=file.article_id)
    except (ReadError, InputError, OSError) as err:
        why = getattr(err, "strerror", None) or str(err)
        if on_error == "raise":
            raise ReadError(f"{str(file.path)!r}: {why}") from err
        return error_row(file, form, why)


def _endings() -> str:
    return ", ".join(sorted(FORMATS))


def _article(file: File, given: Row) -> Row:
    """Read one article of plain text."""
    check_size(file.path.stat().st_size, "The file")
    decoded = decode(file.path.read_bytes())
    row = read_plain(
        decoded.text,
        timezone=given.get("timezone"),
        timezone_source=given.get("timezone_source", "given"),
        day_first=given["_day_first"],
    )
    if not row.get("text"):
        raise ReadError("The file is empty." if not decoded.text.strip() else "The file holds no text of an article.")
    if decoded.warning:
        row["warnings"] = [*row["warnings"], decoded.warning]
    named: dict[str, Any] = {"article_id": file.article_id, "source": file.name, "format": "text"}
    return named | row | ({"publisher": given["publisher"]} if given["publisher"] else {})


def _unique(articles: pd.DataFrame) -> pd.DataFrame:
    twice = articles["article_id"].duplicated()
    if twice.any():
        raise InputError(
            f"article_id {articles['article_id'][twice].iloc[0]!r} stands for more than one article. "
            "Give every article its own article_id."
        )
    return articles
