"""ZIPs: read in memory, entry by entry, with limits on number and size.

Nothing is unpacked to disk, and the names of entries are labels, never paths.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE

ENDING = ".zip"
MAX_ENTRIES = 20_000
"""Files in one ZIP."""
MAX_UNPACKED = 2_000_000_000
"""Bytes of all files in one ZIP together, unpacked."""

# What `zipfile` raises for archives that are broken, encrypted or packed in a way it does not know.
_BROKEN_ARCHIVE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError)
_BROKEN_ENTRY = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
)


class Member(NamedTuple):
    """An entry of a ZIP: its number there, and its name without what would lead out of a folder."""

    number: int
    label: str


def members(path: Path, endings: Collection[str]) -> list[Member]:
    """Return the entries with one of these endings, sorted by label.

    Raises
    ------
    ReadError
        If the file is not a ZIP, holds too much, or holds nothing to read.
    """
    entries = _entries(path)
    _check(entries)

    found = []
    for number, entry in enumerate(entries):
        label = _label(entry.filename)
        if entry.is_dir() or not _is_own(label):
            continue
        if PurePosixPath(label).suffix.lower() in endings:
            found.append(Member(number, label))

    if not found:
        raise ReadError("The ZIP holds no file that newskit can read.")
    return sorted(found, key=lambda member: member.label)


def read_member(path: Path, number: int) -> bytes:
    """Return the content of one entry; never more is unpacked than an article may have.

    Raises
    ------
    ReadError
        If it is too large, encrypted or broken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entry = archive.infolist()[number]
            with archive.open(entry) as stream:
                # One byte over the limit is enough to know: the stated size may be a lie.
                data = stream.read(MAX_ARTICLE + 1)
    except _BROKEN_ENTRY as err:
        raise ReadError(f"The entry of the ZIP cannot be read: {err}.") from err

    if len(data) > MAX_ARTICLE:
        raise ReadError(
            f"The entry of the ZIP has more than {MAX_ARTICLE:,} bytes; "
            "that is the limit for one article."
        )
    return data


def _entries(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except _BROKEN_ARCHIVE as err:
        raise ReadError(f"The file is not a ZIP that can be read: {err}.") from err


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise ReadError(f"The ZIP holds {len(entries):,} files; the limit is {MAX_ENTRIES:,}.")

    size = sum(entry.file_size for entry in entries)
    if size > MAX_UNPACKED:
        raise ReadError(f"The ZIP holds {size:,} bytes unpacked; the limit is {MAX_UNPACKED:,}.")


def _label(name: str) -> str:
    """Return an entry's name without what would lead out of a folder: "../../a.txt" is "a.txt"."""
    parts = name.replace("\\", "/").split("/")
    inside = [part for part in parts if part not in ("", ".", "..")]
    return "/".join(inside) or "unnamed"


def _is_own(label: str) -> bool:
    """Leave out hidden files and what macOS adds: a copy of every name, without its text."""
    name = label.rsplit("/", 1)[-1]
    return not label.startswith("__MACOSX/") and not name.startswith(".")
