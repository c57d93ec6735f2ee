"""Read versions of articles from wherever they were kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from newskit.errors import InputError, ReadError
from newskit.inputs import stack
from newskit.places import SAVE_IT, is_address
from newskit.reading.file import File
from newskit.reading.read_articles import hints_of
from newskit.reading.rows import Hints
from newskit.reading.sources import find_files
from newskit.revisions.reading.capture import table_of
from newskit.revisions.reading.folder import read_folder
from newskit.revisions.reading.layouts import layout_of
from newskit.revisions.reading.table_versions import captures_of_frame
from newskit.revisions.reading.warc import is_warc, read_warcs
from newskit.revisions.versions import versions
from newskit.timestamps.zones import load_zone

Source = str | Path | Iterable[str | Path] | pd.DataFrame
_PATTERN = set("*?[")
_SHOWN = 200  # characters of a path in a message


def read(
    source: Source,
    *,
    layout: str | None = None,
    columns: Mapping[str, str] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    progress: bool = True,
) -> pd.DataFrame:
    """Read the versions of articles from wherever they were kept, one row per version.

    A folder of snapshots holds files of articles whose names say when they were captured: 4 to 14
    digits in UTC (``ferry-20240601173000.html``), or as the Wayback Machine writes it
    (``web/20240601173000id_/https://...``); without any time, a number at the end
    (``ferry-v2.txt``) gives the order. What is left of the name says which article it is. Nothing
    is fetched, and nothing in what is read is run.

    Parameters
    ----------
    source : str, pathlib.Path, list of paths, or pandas.DataFrame
        What holds the versions. Besides a folder of snapshots (or a ZIP of one): a table with a
        column of capture times (CSV, JSON Lines, Excel, a frame); an index of the Wayback Machine
        (CDX as text or JSON, CDX files, CDXJ) with the captured files, or their WARCs, beside it;
        WARC and WACZ (needs the extra web-archives); ``diffengine.db``; a database of NewsDiffs, or
        its dump, with the folder ``articles`` beside it; an export of MediaWiki; a file in a git
        repository.
    layout : str, optional
        "folder", "table", "cdx", "warc", "diffengine", "newsdiffs", "mediawiki" or "git", where it
        is not known by itself: a CSV whose history is in git is a table unless it is said.
    columns : mapping of str to str, optional
        For tables: their names -> names of newskit, such as
        ``{"seen": "captured", "story": "article_id", "lid": "standfirst"}``.
    timezone : str, optional
        Zone of clocks that are printed without one, and of capture times in tables that state none
        (else they are UTC). NewsDiffs needs it: it keeps the clock of its server.
    publisher : str, optional
        Outlet of all the articles, by name or domain.
    progress : bool
        Show a progress bar while a folder is read.

    Returns
    -------
    pandas.DataFrame
        Table `versions`, as `newskit.revisions.versions` makes it, and the other columns of
        articles behind it. `captured` is when a text was first seen, `last_seen` when it was last
        seen unchanged, `captured_source` how that is known: file name, cdx, warc, table, git,
        diffengine, newsdiffs, mediawiki or none. A capture without a text (a failed one, an error
        of the server, a line of an index without a file) has `capture_ok` False, and `error` says
        why. In git, and in MediaWiki, `captured` is the time of the commit or the revision.

    Raises
    ------
    ReadError
        If a path is not there, holds no versions, or is damaged throughout.
    InputError
        If `source` is an address on the web, or NewsDiffs is read without `timezone`.
    UnknownNameError
        If there is no such layout.
    MissingExtraError
        If WARC is read without the package for it.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> rows = [["2024-06-01 08:00", "Two are missing."], ["2024-06-01 19:00", "Two were found."]]
    >>> table = pd.DataFrame(rows, columns=["captured_at", "text"])
    >>> nk.revisions.read(table, timezone="Europe/London")["captured"].dt.hour.tolist()
    [7, 18]
    """
    if timezone is not None:
        load_zone(timezone)

    hints = hints_of(timezone, publisher, None)._replace(columns=columns)
    captures = _captures(source, layout, hints, progress)
    return versions(captures, by="article_id")


def _captures(
    source: Source,
    layout: str | None,
    hints: Hints,
    progress: bool,
) -> pd.DataFrame:
    """Return the captures in a source, several rows of one article, as they were found."""
    if isinstance(source, pd.DataFrame):
        return captures_of_frame(source, hints)

    if isinstance(source, str | Path):
        return _of_path(source, layout, hints, progress)

    is_list = isinstance(source, Iterable) and not isinstance(source, bytes)
    paths = [_path(one) for one in (source if is_list else [source])]
    if not paths:
        raise ReadError("source is an empty list; expected at least one path.")

    if all(map(is_warc, paths)):
        return table_of(read_warcs(paths, hints))

    if layout is not None:
        return stack([_of_path(path, layout, hints, progress) for path in paths])

    files = [File(path, path.name, path.name) for path in paths]
    return table_of(read_folder(files, "article", hints, progress))


def _of_path(
    source: str | Path,
    name: str | None,
    hints: Hints,
    progress: bool,
) -> pd.DataFrame:
    path = _path(source)
    is_pattern = bool(set(str(source)) & _PATTERN) and not path.exists()
    if is_pattern:
        return table_of(read_folder(find_files(source), "article", hints, progress))

    layout, paths = layout_of(path, name)
    return layout.read(paths, hints, progress)


def _path(source: object) -> Path:
    if isinstance(source, str) and is_address(source):
        raise InputError(f"{source[:_SHOWN]!r} is an address on the web. {SAVE_IT}")

    if not isinstance(source, str | Path):
        raise InputError(
            f"source holds {type(source).__name__}; expected a path, a list of paths, or a "
            "DataFrame."
        )

    path = Path(source)
    try:
        path.lstat()
    except FileNotFoundError:
        return path
    except (OSError, ValueError) as err:  # a name too long for the system, a NUL in it
        raise ReadError(f"{str(source)[:_SHOWN]!r} is not a path that can be read: {err}.") from err

    return path
