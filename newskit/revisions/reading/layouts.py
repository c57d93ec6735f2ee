"""The forms in which people keep versions of articles. To add one: a module, and an entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from newskit.errors import ReadError, unknown_name
from newskit.inputs import stack
from newskit.reading.file import File
from newskit.reading.formats import format_of_ending
from newskit.reading.rows import Hints
from newskit.reading.shared.sqlite_files import is_sqlite, open_sqlite, table_names
from newskit.reading.sources import find_files
from newskit.revisions.reading.bodies import ENDINGS
from newskit.revisions.reading.capture import table_of
from newskit.revisions.reading.cdx import read_cdx
from newskit.revisions.reading.cdx_lines import looks_like_cdx
from newskit.revisions.reading.diffengine import is_diffengine, read_diffengine
from newskit.revisions.reading.folder import files_in, read_folder
from newskit.revisions.reading.git_file import read_git_file
from newskit.revisions.reading.git_store import find_repository
from newskit.revisions.reading.mediawiki import looks_like_mediawiki, read_mediawiki
from newskit.revisions.reading.newsdiffs import is_newsdiffs, looks_like_dump, read_newsdiffs
from newskit.revisions.reading.table_versions import read_table
from newskit.revisions.reading.warc import is_warc, read_warcs

_OPENING = 1_000_000  # bytes of a dump in which the first INSERT stands
_DATABASES = (".db", ".sqlite", ".sqlite3", ".db3")


class VersionLayout(NamedTuple):
    """A form of keeping versions: how its files are known, and how one is read."""

    name: str
    recognizes: Callable[[Path], bool]
    read: Callable[[list[Path], Hints, bool], pd.DataFrame]


def _is_database(path: Path, is_kind: Callable[[list[str]], bool]) -> bool:
    if not path.is_file() or not is_sqlite(path):
        return False

    with open_sqlite(path) as connection:
        return is_kind(table_names(connection))


def _is_newsdiffs(path: Path) -> bool:
    if path.suffix.lower() != ".sql":
        return _is_database(path, is_newsdiffs)

    with path.open("rb") as stream:
        return looks_like_dump(stream.read(_OPENING).decode("utf-8", "replace"))


def _is_mediawiki(path: Path) -> bool:
    return ".xml" in path.name.lower() and looks_like_mediawiki(path)


def _is_table(path: Path) -> bool:
    ending = path.suffix.lower()
    return format_of_ending(ending).holds == "many" and ending not in _DATABASES


def _is_in_git(path: Path) -> bool:
    """Say whether a path is one file of an article in git: alone it is no version of anything."""
    is_one = path.suffix.lower() in ENDINGS
    return is_one and find_repository(path) is not None


def _folder(
    path: Path,
    hints: Hints,
    progress: bool,
) -> pd.DataFrame:
    files = files_in(path) if path.is_dir() else _in_zip(path)
    if not files:
        raise ReadError(f"The folder {str(path)!r} holds no article: {', '.join(sorted(ENDINGS))}.")

    return table_of(read_folder(files, path.resolve().stem, hints, progress))


def _in_zip(path: Path) -> list[File]:
    """Return the files in a ZIP; what it is called itself says nothing of the articles."""
    files = find_files(path)
    return [file._replace(name=file.name.removeprefix(f"{path.name}/")) for file in files]


def _table(
    path: Path,
    hints: Hints,
    progress: bool,
) -> pd.DataFrame:
    return read_table(File(path, path.name, path.stem), hints)


def _warcs(
    paths: list[Path],
    hints: Hints,
    _: bool,
) -> pd.DataFrame:
    # Together: a record may revisit what stands in another file.
    return table_of(read_warcs(paths, hints))


def _each(read: Callable[[Path, Hints, bool], pd.DataFrame]) -> Callable[..., pd.DataFrame]:
    """Return the function that reads files one after the other."""
    return lambda paths, hints, progress: stack([read(path, hints, progress) for path in paths])


LAYOUTS = (
    VersionLayout("warc", is_warc, _warcs),
    VersionLayout(
        "diffengine",
        lambda path: _is_database(path, is_diffengine),
        _each(lambda path, hints, _: read_diffengine(path, hints)),
    ),
    VersionLayout(
        "newsdiffs",
        _is_newsdiffs,
        _each(lambda path, hints, _: read_newsdiffs(path, hints)),
    ),
    VersionLayout(
        "mediawiki", _is_mediawiki, _each(lambda path, *_: table_of(read_mediawiki(path)))
    ),
    VersionLayout(
        "cdx", looks_like_cdx, _each(lambda path, hints, _: table_of(read_cdx(path, hints)))
    ),
    VersionLayout("table", _is_table, _each(_table)),
    VersionLayout("folder", lambda path: path.suffix.lower() == ".zip", _each(_folder)),
    VersionLayout("git", _is_in_git, _each(lambda path, hints, _: read_git_file(path, hints))),
)
_NAMES = {layout.name: layout for layout in LAYOUTS}
_IN_FOLDERS = ("diffengine", "newsdiffs", "cdx", "warc")
"""Layouts of which a folder holds the files, beside others that they need."""


def layout_of(path: Path, name: str | None) -> tuple[VersionLayout, list[Path]]:
    """Return the layout of a path, as told or as it is known, and the files to read.

    Raises
    ------
    UnknownNameError
        If there is no layout of that name.
    ReadError
        If nothing is known of what is there.
    """
    if name is not None:
        return _as_told(path, name)

    if path.is_dir():
        return _inside(path, _IN_FOLDERS) or (_NAMES["folder"], [path])

    if not path.exists():
        # What is no longer there may be in the history of its repository.
        if find_repository(path) is None:
            raise ReadError(f"There is no file or folder {str(path)!r}.")

        return _NAMES["git"], [path]

    for layout in LAYOUTS:
        if layout.recognizes(path):
            return layout, [path]

    raise ReadError(_unknown(path))


def _as_told(path: Path, name: str) -> tuple[VersionLayout, list[Path]]:
    if name not in _NAMES:
        raise unknown_name("layout", name, _NAMES)

    holds_files = path.is_dir() and name in _IN_FOLDERS
    inside = _inside(path, [name]) if holds_files else None
    return inside or (_NAMES[name], [path])


def _inside(folder: Path, names: Iterable[str]) -> tuple[VersionLayout, list[Path]] | None:
    """Return the first layout that a folder has files of, and these."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    for layout in map(_NAMES.__getitem__, names):
        found = [path for path in files if layout.recognizes(path)]
        if found:
            return layout, found

    return None


def _unknown(path: Path) -> str:
    if path.suffix.lower() in _DATABASES:
        why = "it is no SQLite file" if not is_sqlite(path) else "it is neither's"
        return f"{str(path)!r} is no database of diffengine or NewsDiffs: {why}."

    return (
        f"{str(path)!r} holds no versions that newskit knows: expected a folder of snapshots, a "
        f"table, or one of {', '.join(_NAMES)}; one file alone is one version."
    )
