"""The history of a file in git: an article, or a table of articles that a program commits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import InputError, ReadError
from newskit.reading.file import File
from newskit.reading.formats import format_of_ending, read_as
from newskit.reading.rows import Hints, Row
from newskit.revisions.reading.bodies import row_of_body
from newskit.revisions.reading.capture import capture, failed, table_of
from newskit.revisions.reading.git_store import COMMIT, Contents, find_repository, open_store
from newskit.revisions.reading.table_versions import captures_of_frame, key_of
from newskit.timestamps.iso import read_iso

_GONE = ("D", "T")
"""What git says of a file that was deleted, or became something else than a file."""
_FILE_MODE = "100"
_NO_KEY = (
    "A table in git needs a column that tells its articles apart, such as article_id or url. "
    "Say which it is: columns={'story': 'article_id'}."
)
_RECORD = "\0"


class Committed(NamedTuple):
    """One commit of a file."""

    commit: str
    time: dt.datetime | None
    content: str | None
    """The id of what the file held; None where it was deleted."""


def read_git_file(path: Path, hints: Hints) -> pd.DataFrame:
    """Return the captures of a file in a git repository: one for each commit that changed it.

    The time of a commit is the latest at which the file can have been captured.

    Raises
    ------
    ReadError
        If there is no repository above the file, it is damaged, or it knows nothing of the file.
    """
    found = find_repository(path)
    if found is None:
        raise ReadError(f"{str(path)!r} lies in no git repository.")

    with open_store(found.repository) as store:
        history = list(_history(store.log(found.path)))
        if not history:
            raise ReadError(f"The git repository knows nothing of {found.path!r}.")

        with store.contents() as contents:
            if format_of_ending(PurePosixPath(found.path).suffix.lower()).holds == "many":
                return _of_tables(history, contents, found.path, hints)

            return table_of(_of_pages(history, contents, found.path, hints))


def _history(log: str) -> Iterator[Committed]:
    """Return the commits of a file, the oldest first."""
    for record in reversed(log.split(_RECORD)[1:]):
        head, *changes = filter(None, record.splitlines())
        commit, _, time = head.partition(" ")
        stated = read_iso(time)
        moment = stated.astimezone(dt.UTC) if isinstance(stated, dt.datetime) else None
        for change in changes[:1]:
            # ":100644 100644 <old id> <new id> M\tname"
            fields = change.split("\t")[0].split()
            _, mode, _, content, kind = fields
            is_file = kind not in _GONE and mode.startswith(_FILE_MODE)
            if COMMIT.fullmatch(commit):
                yield Committed(commit, moment, content if is_file else None)


def _of_pages(
    history: Iterable[Committed],
    contents: Contents,
    path: str,
    hints: Hints,
) -> Iterator[Row]:
    """Return the captures of a file that holds one article."""
    name = PurePosixPath(path).with_suffix("").as_posix()
    for one in history:
        source = f"{path} at {one.commit[:12]}"
        try:
            data = _content(contents, one)
            row = row_of_body(data, path, hints)
        except ReadError as err:
            row = failed(str(err))

        yield capture(row | {"article_id": name, "source": source}, one.time, "git")


def _content(contents: Contents, one: Committed) -> bytes:
    if one.content is None:
        raise ReadError("The file was not there in this commit.")

    data = contents.of(one.content)
    if data is None:
        raise ReadError(
            "What the file held in this commit is damaged, or is not in the repository."
        )

    return data


def _of_tables(
    history: Iterable[Committed],
    contents: Contents,
    path: str,
    hints: Hints,
) -> pd.DataFrame:
    """Return the captures of a table: of each of its articles, the rows that differ."""
    kept: list[dict[Any, Any]] = []
    latest: dict[str, tuple[tuple[Any, ...], dict[Any, Any]]] = {}
    for one in history:
        for record in _records(contents, one, path, hints):
            key = key_of(record, hints)
            if key is None:
                raise InputError(_NO_KEY)

            cells = tuple(map(str, record.values()))
            before = latest.get(key)
            if before is not None and before[0] == cells:
                before[1]["last_seen"] = one.time
                continue

            row = record | {"captured": one.time, "last_seen": one.time}
            latest[key] = cells, row
            kept.append(row)

    captures = captures_of_frame(pd.DataFrame(kept).astype(object), hints, "git", path)
    return captures.assign(captured_source="git")


def _records(
    contents: Contents,
    one: Committed,
    path: str,
    hints: Hints,
) -> list[dict[Any, Any]]:
    try:
        data = _content(contents, one)
        file = File(Path(path), path, data=data)
        form = format_of_ending(file.suffix)
        return list(pd.DataFrame(read_as(form, file, hints)).to_dict("records"))
    except ReadError:  # a commit without the table, or with a broken one, says nothing of any row
        return []
