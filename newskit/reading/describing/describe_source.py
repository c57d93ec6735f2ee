"""What newskit takes a source for: the first thing to ask of files from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from newskit import tables
from newskit.errors import InputError
from newskit.reading.columns import DESCRIBED_FIELDS, DESCRIBED_FILES
from newskit.reading.describing.beginning import Look, form_only, look_at
from newskit.reading.describing.description import SourceDescription
from newskit.reading.describing.fields import fields
from newskit.reading.describing.files import FRAME, row_of_file
from newskit.reading.file import File
from newskit.reading.read_articles import Source, task_of
from newskit.reading.single import Task
from newskit.reading.sources import find_files
from newskit.reading.table import articles_of_frame

_MOST = 20
"""Files of one form that are read; of the others only the form is looked for."""
_ROWS = 1_000
"""Rows of a frame that are looked at."""


def describe_source(
    source: Source,
    *,
    format: str | None = None,
    columns: Mapping[str, str | None] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
    progress: bool = True,
) -> SourceDescription:
    """Say what files are taken for, why, how many articles they hold, and which fields.

    The first thing to call on an export, a data set or a folder. It reads what `read_articles`
    reads, in the same way, but of a file over 4 MB only the beginning, and of many files of one
    form the first twenty: it is quick, and says what was counted and what was estimated.

    Parameters
    ----------
    source : str, pathlib.Path, bytes, list of them, or pandas.DataFrame
        What `read_articles` takes: a file, a folder, a pattern, a ZIP, a frame.
    format : str, optional
        Read every file as this form, whatever it looks like.
    columns : mapping of str to str or None, optional
        For tables: their names -> names of the articles table, to see what that would do.
    timezone, publisher, outlets
        As in `read_articles`.
    progress : bool
        Show a progress bar when there is more than one file.

    Returns
    -------
    SourceDescription
        `print` shows it as a text of 80 columns, Jupyter as a page. `.files` has a row per file:
        what it is taken for, what it was known by, how many articles, errors and warnings.
        `.fields` has a row per file and field: what it is called there and here, in how many
        articles it is filled, and an example.

    Raises
    ------
    ReadError
        If a path is not there, or a folder holds no file to read. A file that is not understood is
        no error: the description says what is missing, how it begins, and what to do.

    Examples
    --------
    >>> import pandas as pd
    >>> import newskit as nk
    >>> frame = pd.DataFrame({"title": ["Ferry sails"], "corpo": ["It sailed."], "lid": ["Rain"]})
    >>> found = nk.describe_source(frame, columns={"corpo": "text"})
    >>> found.fields[["field", "found", "example"]].fillna("-").values.tolist()
    [['headline', 'title', 'Ferry sails'], ['text', 'corpo', 'It sailed.'], ['-', 'lid', 'Rain']]
    """
    task = task_of(source, format, columns, timezone, publisher, outlets, "row")
    if isinstance(source, pd.DataFrame):
        looks = [_look_at_frame(source, task)]
    else:
        files = find_files(source)
        bar = tqdm(
            _looks(files, task),
            desc="looking",
            unit="file",
            total=len(files),
            disable=not (progress and len(files) > 1),
        )
        looks = list(bar)

    rows = [row for look in looks for row in fields(look)]
    return SourceDescription(
        tables.from_rows(DESCRIBED_FILES, map(row_of_file, looks)),
        tables.from_rows(DESCRIBED_FIELDS, rows),
    )


def _looks(files: list[File], task: Task) -> Iterator[Look]:
    read: Counter[str] = Counter()
    for file in files:
        look = form_only(file, task.form)
        read[look.form.name] += 1
        if read[look.form.name] <= _MOST:
            look = look_at(look, task)

        # What a file holds is not kept: there may be thousands.
        yield look._replace(file=file)


def _look_at_frame(frame: pd.DataFrame, task: Task) -> Look:
    file = File(Path("DataFrame"), "DataFrame")
    look = Look(file, FRAME, len(frame), min(len(frame), _ROWS), columns=tuple(frame.columns))
    raw = frame.head(_ROWS)
    try:
        return look._replace(articles=articles_of_frame(raw, task.hints, {"format": "table"}))
    except InputError as err:
        return look._replace(error=str(err), raw=raw)
