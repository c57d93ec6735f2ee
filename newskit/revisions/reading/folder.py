"""Folders of snapshots: files of articles whose names say when they were captured."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote

from tqdm import tqdm

from newskit.reading.file import File
from newskit.reading.page_files import looks_like_html
from newskit.reading.rows import Hints, Row
from newskit.revisions.addresses import canonical_url
from newskit.revisions.reading.bodies import ENDINGS, row_of_file
from newskit.revisions.reading.capture import capture
from newskit.revisions.reading.stamps_in_names import moment_of_stamp, time_in_name

# As the Wayback Machine names what it has: /web/20240601120000id_/https://example.org/news
_ARCHIVED = re.compile(r"(?:^|/)web/(\d{4,14})([a-z]{2}_)?/(.{1,2000})$", re.DOTALL)
_NO_PAGE = ("js_", "cs_", "im_")
"""What the archive says of scripts, style sheets and pictures."""
_NUMBER = re.compile(r"[-_ .]*(?:v|version)?[-_ .]*(\d{1,3})$", re.IGNORECASE)
_LOOKED_AT = 2_000  # bytes of a file without an ending that may be a page
_SCHEME = re.compile(r"^(https?):/{1,4}", re.IGNORECASE)
_ONLY_DAY = "the name of the file says on which day it was captured, not when"


class NamedCapture(NamedTuple):
    """What the path of a file says of a capture."""

    article: str
    time: dt.datetime | None = None
    url: str | None = None
    number: int = 0
    note: str | None = None


def read_folder(
    files: Iterable[File],
    folder: str,
    hints: Hints,
    progress: bool,
) -> list[Row]:
    """Return the captures of files, in the order of their names and numbers.

    `folder` is what the article is called whose files have nothing but times for a name.
    """
    found = sorted(((named(file.name), file) for file in files), key=_place)
    bar = tqdm(found, desc="reading", unit="file", disable=not progress or len(found) < 2)
    return [
        _capture(name, file, hints) | {"article_id": name.article or folder} for name, file in bar
    ]


def files_in(folder: Path) -> list[File]:
    """Return the files of a folder that hold one article each, also pages without an ending."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        is_hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
        if not is_hidden and path.is_file() and _is_capture(path, name):
            found.append(File(path, name, name))

    return found


def named(name: str) -> NamedCapture:
    """Return what a path says: which article it is, and when it was captured.

    Examples
    --------
    >>> named("ferry/20240601173000.html")[:2]
    ('ferry', datetime.datetime(2024, 6, 1, 17, 30, tzinfo=datetime.timezone.utc))
    >>> named("web/2024060117id_/https:/example.org/ferry").article, named("ferry-v2.txt").number
    ('example.org/ferry', 2)
    """
    archived = _ARCHIVED.search(name)
    if archived:
        url = _address(archived[3])
        return NamedCapture(canonical_url(url), moment_of_stamp(archived[1]), url)

    path = PurePosixPath(name)
    suffix = path.suffix if path.suffix.lower() in ENDINGS else ""
    parts = [*path.parts[:-1], path.name.removesuffix(suffix)]
    # The last of them: a folder may have the day of a project.
    for place in range(len(parts) - 1, -1, -1):
        found = time_in_name(parts[place])
        if found:
            rest = [*parts[:place], found.rest, *parts[place + 1 :]]
            note = None if found.has_clock else _ONLY_DAY
            return NamedCapture(_joined(rest), found.time, note=note)

    number = _NUMBER.search(parts[-1])
    if number:
        parts[-1] = parts[-1][: number.start()]

    return NamedCapture(_joined(parts), number=int(number[1]) if number else 0)


def _address(path: str) -> str:
    """Return the address that a path stands for: names of folders lose one of two slashes."""
    plain = unquote(path)
    is_whole = _SCHEME.match(plain)
    return _SCHEME.sub(r"\1://", plain) if is_whole else f"http://{plain}"


def _joined(parts: Iterable[str]) -> str:
    return "/".join(filter(None, parts))


def _place(pair: tuple[NamedCapture, File]) -> tuple[Any, ...]:
    name, file = pair
    return name.article, name.number, file.name


def _is_capture(path: Path, name: str) -> bool:
    archived = _ARCHIVED.search(name)
    if archived and archived[2] in _NO_PAGE:
        return False

    if path.suffix.lower() in ENDINGS:
        return True

    has_time = archived or any(map(time_in_name, PurePosixPath(name).parts))
    if not has_time or path.stat().st_size == 0:
        return False

    with path.open("rb") as stream:
        return looks_like_html(stream.read(_LOOKED_AT))


def _capture(
    name: NamedCapture,
    file: File,
    hints: Hints,
) -> Row:
    row = row_of_file(file, hints)
    if name.url:
        row["url"] = name.url

    notes = [name.note] if name.note else []
    return capture(row, name.time, "file name", *notes)
