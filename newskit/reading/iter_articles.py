"""Read a collection piece by piece, in the memory that one piece needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from newskit.reading.gathering import KnownIds
from newskit.reading.parts import parts_of
from newskit.reading.read_articles import Source, task_of


def iter_articles(
    source: Source,
    *,
    chunk: int = 2_000,
    format: str | None = None,
    columns: Mapping[str, str] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
    on_error: str | None = None,
    progress: bool = True,
) -> Iterator[pd.DataFrame]:
    """Read articles as `read_articles` does, about `chunk` at a time.

    The memory that it needs does not grow with the source.

    Parameters
    ----------
    source : str, pathlib.Path, bytes, list of them, or pandas.DataFrame
        What `read_articles` reads.
    chunk : int
        About how many articles a frame has.
    format, columns, timezone, publisher, outlets, on_error
        As for `read_articles`.
    progress : bool
        Show a progress bar when there is more than one file.

    Returns
    -------
    iterator of pandas.DataFrame
        Articles tables, in the order of the source.

    Raises
    ------
    ReadError
        If a path is not there, or a file cannot be read and `on_error` is "raise".
    InputError
        If an argument is not what is expected, or an id stands for two articles.

    Examples
    --------
    >>> import newskit as nk
    >>> frame = pd.DataFrame({"text": ["It rained.", "It hailed.", "It snowed."]})
    >>> [len(articles) for articles in nk.iter_articles(frame, chunk=2)]
    [2, 1]
    """
    task = task_of(source, format, columns, timezone, publisher, outlets, on_error)
    parts = parts_of(source, chunk=chunk, task=task, progress=progress)
    known = KnownIds()
    return (known.apart(part.read(task)) for part in parts)
