"""Read articles from wherever they are: files, folders, patterns, lists of paths, data frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from newskit.errors import InputError, unknown_name
from newskit.reading.archives import let_go
from newskit.reading.columns import ARTICLES
from newskit.reading.formats import format_named
from newskit.reading.gathering import gather, ids_by_file, unique
from newskit.reading.pool import in_workers
from newskit.reading.rows import Hints
from newskit.reading.single import Task
from newskit.reading.sources import find_files, is_single
from newskit.reading.table import articles_of_frame
from newskit.timestamps.outlets import find_outlet
from newskit.timestamps.zones import load_zone

Source = str | Path | bytes | Iterable[str | Path | bytes] | pd.DataFrame


def read_articles(
    source: Source,
    *,
    format: str | None = None,
    columns: Mapping[str, str | None] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
    on_error: str | None = None,
    progress: bool = True,
    workers: int = 1,
) -> pd.DataFrame:
    """Read articles into one table, one row per article.

    A text file, or a string of several lines, is one article as people paste it: headline,
    standfirst, byline, dates, body, tags. A web page saved from a browser (.html, .htm, .mhtml) is
    one article too, read with trafilatura and the page's own metadata. Documents (.docx, .rtf) are
    read as pasted. An export of an archive (Nexis, Factiva, ProQuest, Europresse) is known by what
    it holds, whatever its ending, and gives a row for each of its articles. A CSV, JSON, Excel or
    Parquet file and a data frame are tables with one row per article; a line that cannot be read is
    a row with `error`. A ZIP is read as the folder in it; nothing is unpacked to disk. Nothing is
    fetched from a network. Text is normalized here and nowhere else: NFC, plain newlines,
    non-breaking spaces as blanks, lone surrogates as U+FFFD.

    Parameters
    ----------
    source : str, pathlib.Path, bytes, list of them, or pandas.DataFrame
        A file, a folder (with all folders in it), a pattern such as ``"articles/*.html"``, a ZIP,
        a pasted text (several lines, or longer than a path can be; its `source` is "pasted"), the
        bytes of a page, a list of these, or a frame. In a folder, files with other endings are
        passed over.
    format : str, optional
        "text", "html", "mhtml", "docx", "rtf", "csv", "json", "jsonl", "xlsx", "parquet" or
        "sqlite", or an archive's export ("nexis-docx"): read every file as this, whatever its
        ending.
    columns : mapping of str to str or None, optional
        For tables: their names -> names of the articles table, such as {"lid": "standfirst"}. Many
        names are known (title, body, author, date, ...); this goes before what is known, and
        `provenance` says which column was read as which. None leaves a column what it is:
        {"keywords": None}.
    timezone : str, optional
        Zone of the printed clocks, an IANA name or an offset. It completes clocks without a zone,
        and says what an ambiguous abbreviation means; a zone that is printed beyond doubt is not
        overruled.
    publisher : str, optional
        Outlet of all the articles, by name or domain. One that newskit knows brings its zone.
    outlets : pandas.DataFrame, optional
        A table of outlets to look in, such as `newskit.times.outlets()` with rows of your own under
        it.
    on_error : {"row", "raise"}, optional
        What becomes of a file that cannot be read: a row with `error`, or a ReadError. By default
        "raise" for a single file or text, "row" for a folder, a pattern, a ZIP, or a list of more
        than one. A path that is not there is always an error.
    progress : bool
        Show a progress bar when there is more than one file.
    workers : int
        Processes that read files side by side. With 2 or more, a file that takes longer than 10
        seconds is given up and becomes a row with `error`. In a script, call it under
        `if __name__ == "__main__":`.

    Returns
    -------
    pandas.DataFrame
        The articles table; `codebook("articles")` explains its columns. `article_id` is the file's
        name without its ending, or the table's own. Files keep their order, a folder is sorted.
        Columns of a table that the articles table does not have are kept behind it.

    Raises
    ------
    ReadError
        If a path is not there, or a file cannot be read and `on_error` is "raise".
    InputError
        If `source` is an address on the web: nothing is fetched; the message says how to save the
        page. If an argument or a frame is not what is expected.
    UnknownNameError
        If there is no such format, or `columns` names a column that articles do not have.
    MissingExtraError
        If a single file is read without the packages for its form; the message names them. Of
        many files it is a row with `error`.

    Examples
    --------
    >>> import pandas as pd
    >>> from newskit.reading import read_articles
    >>> body = "The ferry sailed. Nobody cheered."
    >>> frame = pd.DataFrame({"Title": ["Ferry sails again"], "lid": ["At last"], "body": [body]})
    >>> articles = read_articles(frame, columns={"lid": "standfirst"})
    >>> articles.loc[0, ["article_id", "headline", "text"]].to_list()
    ['0', 'Ferry sails again', 'The ferry sailed. Nobody cheered.']
    """
    check_workers(workers)
    task = task_of(source, format, columns, timezone, publisher, outlets, on_error)
    if isinstance(source, pd.DataFrame):
        return unique(articles_of_frame(source, task.hints, {"format": "table"}))

    # Before anything is read: a path that is not there is an error, not a row.
    files = find_files(source)
    several = len(files) > 1
    in_parallel = several and workers > 1
    parts = in_workers(task, files, workers) if in_parallel else (task(file) for file in files)

    silent = not (progress and several)
    bar = tqdm(parts, desc="reading", unit="file", total=len(files), disable=silent)
    try:
        gathered = gather(bar)
    finally:
        let_go()

    return unique(ids_by_file(gathered) if several else gathered)


def task_of(
    source: Source,
    format: str | None = None,
    columns: Mapping[str, str | None] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
    on_error: str | None = None,
) -> Task:
    """Return what is done with every file of a source; the arguments are those of read_articles.

    Raises
    ------
    InputError
        If an argument is not what is expected.
    UnknownNameError
        If there is no such format, or `columns` names a column that articles do not have.
    """
    if format is not None:
        format_named(format)

    if on_error not in (None, "row", "raise"):
        raise InputError(f"on_error is {on_error!r}; expected 'row' or 'raise'.")

    if timezone is not None:
        load_zone(timezone)

    hints = hints_of(timezone, publisher, outlets)._replace(columns=checked_columns(columns))
    is_one = isinstance(source, pd.DataFrame) or is_single(source)
    return Task(format, hints, on_error or ("raise" if is_one else "row"))


def check_workers(workers: int) -> None:
    """Raise the error for a number of processes that is none.

    Raises
    ------
    InputError
        If it is no whole number from 1 up.
    """
    if not isinstance(workers, int) or workers < 1:
        raise InputError(f"workers is {workers!r}; expected a whole number from 1 up.")


def checked_columns(columns: Mapping[str, str | None] | None) -> dict[str, str]:
    """Return what columns= says, where it says it of columns that articles have.

    A column that is to be left what it is keeps its name; one of a column of articles cannot.
    """
    known = [column.name for column in ARTICLES]
    told: dict[str, str] = {}
    for name, column in (columns or {}).items():
        if column is not None and column not in known:
            raise unknown_name("column of articles", column, known)

        left = f"their {name}" if name in known else name
        told[name] = left if column is None else column

    return told


def hints_of(
    timezone: str | None,
    publisher: str | None,
    outlets: pd.DataFrame | None,
) -> Hints:
    """Return what the user, and the table of outlets, say of every article."""
    hints = Hints(timezone, "given", None, publisher, outlets=outlets)
    outlet = find_outlet(publisher, outlets) if publisher else None
    if outlet is None:
        return hints

    hints = hints._replace(day_first=outlet.day_first)
    # What the user says of the zone goes before what is known of the outlet.
    if timezone or not outlet.zone:
        return hints

    return hints._replace(timezone=outlet.zone, timezone_source="outlet")
