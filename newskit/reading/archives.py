"""ZIPs: read in memory, entry by entry, with limits on number and size.

Nothing is unpacked to disk, and the names of entries are labels, never paths.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from newskit.errors import ReadError

ENDING = ".zip"
MAX_ENTRIES = 20_000
"""Files in one ZIP."""
MAX_UNPACKED = 2_000_000_000
"""Bytes of all files in one ZIP together, unpacked."""

# What `zipfile` raises of ZIPs that are broken, encrypted or packed in a way it does not know.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, IndexError)


class Member(NamedTuple):
    """An entry of a ZIP: its number there, and its name without what leads out of a folder."""

    number: int
    label: str
    inner: int | None = None
    """Of an entry that is a ZIP itself: the number of the entry in that."""


def members(
    path: Path,
    endings: Collection[str],
    *,
    nested: bool = False,
) -> list[Member]:
    """Return the entries with one of these endings, sorted by label; or those of ZIPs in it, too.

    Raises
    ------
    ReadError
        If the file is not a ZIP, holds too much, or holds nothing to read.
    """
    with _opened(path, "The file is not a ZIP that can be read") as archive:
        entries = archive.infolist()
        _check(entries)
        found = _listed(entries, endings)
        # Historical Newspapers come as a ZIP of ZIPs, each with one article.
        for outer in _listed(entries, {ENDING}) if nested else ():
            inner = _inside(archive, entries[outer.number])
            # One that is broken stays an entry, and is told when it is read.
            found += [] if inner else [outer]
            entries += inner
            _check(entries)
            found += [
                Member(outer.number, f"{outer.label}/{member.label}", member.number)
                for member in _listed(inner, endings)
            ]

    if not found:
        raise ReadError("The ZIP holds no file that newskit can read.")

    return sorted(found, key=lambda member: member.label)


def _listed(entries: list[zipfile.ZipInfo], endings: Collection[str]) -> list[Member]:
    found = []
    for number, entry in enumerate(entries):
        label = _label(entry.filename)
        is_file = not entry.is_dir() and not _is_hidden(label)
        if is_file and PurePosixPath(label).suffix.lower() in endings:
            found.append(Member(number, label))

    return found


def _inside(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> list[zipfile.ZipInfo]:
    """Return the entries of a ZIP within a ZIP; of one that is broken none."""
    with suppress(*BROKEN), archive.open(entry) as stream, zipfile.ZipFile(stream) as inner:
        return inner.infolist()

    return []


def read_member(
    path: Path,
    number: int,
    limit: int,
    inner: int | None = None,
) -> bytes:
    """Return the content of one entry; never more is unpacked than the limit.

    Raises
    ------
    ReadError
        If it is too large, encrypted or broken.
    """
    why = "The entry of the ZIP cannot be read"
    with _opened(path, why) as archive, archive.open(archive.infolist()[number]) as stream:
        data = _content(stream, limit, inner)

    if len(data) > limit:
        raise ReadError(f"The entry of the ZIP has more than {limit:,} bytes; that is the limit.")

    return data


def _content(
    stream: IO[bytes],
    limit: int,
    inner: int | None,
) -> bytes:
    # One byte over the limit is enough to know: the size that the ZIP states may be a lie.
    if inner is None:
        return stream.read(limit + 1)

    with zipfile.ZipFile(stream) as archive, archive.open(archive.infolist()[inner]) as entry:
        return entry.read(limit + 1)


@contextmanager
def _opened(path: Path, why: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except BROKEN as err:
        raise ReadError(f"{why}: {err}.") from err


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise ReadError(f"The ZIP holds {len(entries):,} files; the limit is {MAX_ENTRIES:,}.")

    # What the ZIP states. It may state less than there is: see read_member.
    size = sum(entry.file_size for entry in entries)
    if size > MAX_UNPACKED:
        raise ReadError(f"The ZIP holds {size:,} bytes unpacked; the limit is {MAX_UNPACKED:,}.")


def _label(name: str) -> str:
    """Return an entry's name without what leads out of a folder: "../../a.txt" is "a.txt"."""
    # ZIPs made on Windows may separate folders as Windows does.
    parts = name.replace("\\", "/").split("/")
    inside = [part for part in parts if part not in ("", ".", "..")]

    # A ZIP made by hand may hold an entry called "..", or nothing at all.
    return "/".join(inside) or "unnamed"


def _is_hidden(label: str) -> bool:
    """Say whether a file is hidden, or added by macOS: a copy of a name, without its text."""
    name = PurePosixPath(label).name
    return name.startswith(".") or label.startswith("__MACOSX/")
