"""ZIPs are read in memory, entry by entry, with counted caps; names in them are labels and no paths."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE

MAX_ENTRIES = 20_000
"""Files in one ZIP."""
MAX_UNPACKED = 2_000_000_000
"""Bytes of all files in one ZIP together, unpacked."""


def members(path: Path, endings: Collection[str]) -> list[tuple[int, str]]:
    """Return (number, label) of the entries with one of these endings, sorted by label.

    Raises
    ------
    ReadError
        If the file is no ZIP, holds too much, or holds nothing to read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as err:
        raise ReadError(f"The file is no ZIP that can be read: {err}.") from err
    if len(entries) > MAX_ENTRIES:
        raise ReadError(f"The ZIP holds {len(entries):,} files; the limit is {MAX_ENTRIES:,}.")
    size = sum(entry.file_size for entry in entries)
    if size > MAX_UNPACKED:
        raise ReadError(f"The ZIP holds {size:,} bytes unpacked; the limit is {MAX_UNPACKED:,}.")
    found = [(number, _label(e.filename)) for number, e in enumerate(entries) if not e.is_dir()]
    wanted = [(n, label) for n, label in found if PurePosixPath(label).suffix.lower() in endings and _is_own(label)]
    if not wanted:
        raise ReadError("The ZIP holds no file of a form that is read.")
    return sorted(wanted, key=lambda pair: pair[1])


def read_member(path: Path, number: int) -> bytes:
    """Return the content of one entry; never more is unpacked than an article may have.

    Raises
    ------
    ReadError
        If it is too large, encrypted or broken.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(archive.infolist()[number]) as stream:
            data = stream.read(MAX_ARTICLE + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, IndexError) as err:
        raise ReadError(f"The entry of the ZIP cannot be read: {err}.") from err
    if len(data) > MAX_ARTICLE:
        raise ReadError(f"The entry of the ZIP has more than {MAX_ARTICLE:,} bytes; that is the limit for one article.")
    return data


def _label(name: str) -> str:
    """Return an entry's name without what would lead out of a folder."""
    parts = [p for p in name.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"


def _is_own(label: str) -> bool:
    """Leave out what macOS adds, and hidden files."""
    return not label.startswith("__MACOSX/") and not label.rsplit("/", 1)[-1].startswith(".")
