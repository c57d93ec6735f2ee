"""ZIPs: read in memory, entry by entry, with limits on number and size.

Nothing is unpacked to disk, and the names of entries are labels, never paths.
"""

from __future__ import annotations

import io
import threading
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from newskit.errors import ReadError
from newskit.reading import gzips

ENDING = ".zip"
MAX_ENTRIES = 20_000
"""Files in one ZIP, those in the ZIPs in it included."""
MAX_UNPACKED = 2_000_000_000
"""Bytes of all files in one ZIP together, unpacked."""
MAX_INNER = 200_000_000
"""Bytes of a ZIP in a ZIP."""
_DEEPEST = 3
"""ZIPs in each other: an archive packs single records, and those packs once more."""
_TOO_DEEP = f"ZIPs stand in each other more than {_DEEPEST} deep; that is the limit."

_TOO_LARGE = f"The ZIP holds {{:,}} bytes unpacked; the limit is {MAX_UNPACKED:,}."

# What `zipfile` raises of ZIPs that are broken, encrypted or packed in a way it does not know.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, IndexError)

Numbers = tuple[int, ...]
"""Where an entry stands: its number in a ZIP, before it those of the ZIPs that this one is in."""


class Member(NamedTuple):
    """An entry of a ZIP, and its name without what leads out of a folder."""

    number: Numbers
    label: str
    size: int
    """Bytes unpacked, as the ZIP states them."""
    why: str | None = None
    """Why it cannot be read, where it is a ZIP that cannot be."""


def members(
    path: Path,
    endings: Collection[str],
    within: Numbers = (),
) -> list[Member]:
    """Return the entries with one of these endings, sorted by label; of ZIPs in it theirs.

    `within` says which ZIP in it is meant.

    Raises
    ------
    ReadError
        If the file is not a ZIP, holds too much, or holds nothing to read.
    """
    # Of ZIPs in a ZIP nobody knows before they are opened how many files they hold.
    found = list(islice(_members(path, within, "", endings), MAX_ENTRIES + 1))
    if len(found) > MAX_ENTRIES:
        raise ReadError(f"The ZIP holds more than {MAX_ENTRIES:,} files; that is the limit.")

    size = sum(member.size for member in found)
    if size > MAX_UNPACKED:
        raise ReadError(_TOO_LARGE.format(size))

    if not found:
        raise ReadError("The ZIP holds no file that newskit can read.")

    return sorted(found, key=lambda member: member.label)


def _members(
    path: Path,
    within: Numbers,
    above: str,
    endings: Collection[str],
) -> Iterator[Member]:
    with _opened(path, within, "The file is not a ZIP that can be read") as archive:
        entries = archive.infolist()

    _check(entries)
    for number, entry in enumerate(entries):
        label = _label(entry.filename)
        if entry.is_dir() or _is_hidden(label):
            continue

        place, name = (*within, number), above + label
        if PurePosixPath(label).suffix.lower() == ENDING:
            yield from _inner_members(path, place, name, endings)
        elif ending_of(label) in endings:
            yield Member(place, name, entry.file_size)


def _inner_members(
    path: Path,
    place: Numbers,
    name: str,
    endings: Collection[str],
) -> Iterator[Member]:
    """Return the entries of a ZIP in a ZIP; one that cannot be read says why, and costs no more."""
    if len(place) >= _DEEPEST:
        yield Member(place, name, 0, _TOO_DEEP)
        return

    try:
        yield from _members(path, place, f"{name}/", endings)
    except ReadError as err:
        yield Member(place, name, 0, str(err))


def ending_of(name: str) -> str:
    """Return the ending of a file, of a packed one that of what it holds.

    >>> ending_of("wire.CSV"), ending_of("wire.csv.gz"), ending_of("dump.gz")
    ('.csv', '.csv', '.gz')
    """
    whole = PurePosixPath(name.lower())
    inner = PurePosixPath(whole.stem).suffix if whole.suffix == gzips.ENDING else ""
    return inner or whole.suffix


def read_member(
    path: Path,
    number: Numbers,
    limit: int,
) -> bytes:
    """Return the content of one entry; never more is unpacked than the limit.

    Raises
    ------
    ReadError
        If it is too large, encrypted or broken.
    """
    why = "The entry of the ZIP cannot be read"
    with _opened(path, number[:-1], why) as archive:
        with archive.open(archive.infolist()[number[-1]]) as stream:
            # One byte over the limit is enough: the size that the ZIP states may be a lie.
            data = stream.read(limit + 1)

    if len(data) > limit:
        raise ReadError(f"The entry of the ZIP has more than {limit:,} bytes; that is the limit.")

    return data


@contextmanager
def open_member(path: Path, number: Numbers) -> Iterator[IO[bytes]]:
    """Open one entry to read it piece by piece; what is broken in it is an error of zipfile.

    Raises
    ------
    ReadError
        If it is encrypted, or the ZIP is broken.
    """
    why = "The entry of the ZIP cannot be read"
    with _opened(path, number[:-1], why) as archive:
        with archive.open(archive.infolist()[number[-1]]) as stream:
            yield stream


def stamp_of(path: Path, number: Numbers) -> str:
    """Return what changes when an entry does: its checksum and its size; of a ZIP in it those.

    Raises
    ------
    ReadError
        If the ZIP is broken.
    """
    with _opened(path, (), "The file is not a ZIP that can be read") as archive:
        entry = archive.infolist()[number[0]]

    return f"{entry.CRC} {entry.file_size}"


class _LastOpened:
    """The ZIP that was read last, still open.

    Opened for each entry, a ZIP of ten thousand takes minutes: its list is read every time.
    """

    def __init__(self) -> None:
        self._key: tuple[Path, int, int] | None = None
        self._archive: zipfile.ZipFile | None = None

    def get(self, path: Path) -> zipfile.ZipFile:
        """Return a ZIP, opened again if it has changed."""
        about = path.stat()
        key = path, about.st_mtime_ns, about.st_size
        if self._archive is None or self._key != key:
            self.close()
            self._archive, self._key = zipfile.ZipFile(path), key

        return self._archive

    def close(self) -> None:
        """Let go of the file."""
        if self._archive is not None:
            self._archive.close()

        self._archive = self._key = None


_last = threading.local()


def _last_opened() -> _LastOpened:
    if not hasattr(_last, "opened"):
        _last.opened = _LastOpened()

    opened: _LastOpened = _last.opened
    return opened


def let_go() -> None:
    """Close the ZIP that was read last, which Windows would not let anybody move."""
    _last_opened().close()


@contextmanager
def _opened(
    path: Path,
    within: Numbers,
    why: str,
) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP, or one that stands in it."""
    try:
        if not within:
            yield _last_opened().get(path)
            return

        source = io.BytesIO(_inner(path, within, path.stat().st_mtime_ns))
        with zipfile.ZipFile(source) as archive:
            yield archive
    except BROKEN as err:
        let_go()
        raise ReadError(f"{why}: {err}.") from err


@lru_cache(1)
def _inner(
    path: Path,
    within: Numbers,
    modified: int,
) -> bytes:
    """Return a ZIP that stands in a ZIP: kept, for its entries are read one behind the other."""
    return read_member(path, within, MAX_INNER)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise ReadError(f"The ZIP holds {len(entries):,} files; the limit is {MAX_ENTRIES:,}.")

    # What the ZIP states. It may state less than there is: see read_member.
    size = sum(entry.file_size for entry in entries)
    if size > MAX_UNPACKED:
        raise ReadError(_TOO_LARGE.format(size))


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
