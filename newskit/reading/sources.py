"""Which files a path, a folder, a pattern or a list of paths means, and what each is called."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from newskit.errors import InputError, ReadError
from newskit.reading.archives import members, read_member
from newskit.reading.limits import check_size

PAGES = {".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml"}
FORMATS = {".txt": "text", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"} | PAGES
NOT_YET = {".docx", ".pdf", ".rtf", ".warc", ".gz", ".json", ".xml", ".xlsx"}


class File(NamedTuple):
    """A file to read, its name in the table, and the id its article gets."""

    path: Path
    name: str
    article_id: str
    member: int | None = None
    """Which entry of the ZIP at `path` it is."""
    data: bytes | None = None
    """The content, where it was handed over and stands in no file."""
    why: str | None = None
    """Why it cannot be read, where that is known before it is opened."""

    @property
    def suffix(self) -> str:
        """Ending of the file's own name, in small letters."""
        return PurePosixPath(self.name).suffix.lower()

    def read(self) -> bytes:
        """Return the content.

        Raises
        ------
        ReadError
            If it is larger than an article may be, or cannot be read.
        """
        if self.why:
            raise ReadError(self.why)
        if self.data is not None:
            check_size(len(self.data), "The content")
            return self.data
        if self.member is not None:
            return read_member(self.path, self.member)
        check_size(self.path.stat().st_size, "The file")
        return self.path.read_bytes()


def find_files(source: Any) -> list[File]:
    """Return the files that `source` means, sorted within a folder and within a pattern.

    Raises
    ------
    ReadError
        If a path is not there, or a folder or a pattern holds no file to read.
    InputError
        If `source` is no path.
    """
    found = [file for i, one in enumerate(_listed(source)) for file in _opened(one, i)]
    stems = Counter(_stem(file) for file in found)
    names = Counter(file.name for file in found)
    files = []
    for file in found:
        name = file.name if names[file.name] == 1 or file.member is not None else file.path.as_posix()
        files.append(file._replace(name=name, article_id=_stem(file) if stems[_stem(file)] == 1 else name))
    return _distinct(files)


def _stem(file: File) -> str:
    return PurePosixPath(file.name).stem


def _opened(source: str | Path | bytes, number: int) -> list[File]:
    """Return the files of one entry, a ZIP as the files in it."""
    if isinstance(source, bytes):
        return [File(Path(f"bytes-{number}"), f"bytes-{number}", "", data=source)]
    out: list[File] = []
    for path, name in _expand(source):
        if path.suffix.lower() != ".zip":
            out.append(File(path, name, ""))
            continue
        try:
            entries = members(path, FORMATS.keys() | NOT_YET)
        except ReadError as err:
            out.append(File(path, name, "", why=str(err)))
            continue
        out += [File(path, f"{name}/{inner}", "", member=index) for index, inner in entries]
    return out


def _listed(source: Any) -> list[str | Path | bytes]:
    paths = list(source) if isinstance(source, Iterable) and not isinstance(source, str | bytes | Path) else [source]
    for path in paths:
        if not isinstance(path, str | Path | bytes):
            raise InputError(
                f"source holds {type(path).__name__} {path!r}; expected a path, a folder, a pattern such as "
                "'articles/*.txt', the bytes of a page, a list of these, or a DataFrame."
            )
    if not paths:
        raise ReadError("source is an empty list; expected at least one path.")
    return paths


def _expand(source: str | Path) -> list[tuple[Path, str]]:
    """Return (path, name) of every file that one entry means."""
    path = Path(source)
    try:
        there, folder = path.exists(), path.is_dir()
    except (OSError, ValueError) as err:  # a name too long for the system, a NUL in it
        raise ReadError(f"{str(source)[:200]!r} is not a path that can be read: {err}.") from err
    if folder:
        return _folder(path)
    if there:
        return [(path, path.name)]
    if any(c in str(source) for c in "*?["):
        return _pattern(str(source))
    raise ReadError(f"There is no file or folder {str(source)!r}.")


def _folder(folder: Path) -> list[tuple[Path, str]]:
    known = FORMATS.keys() | NOT_YET | {".zip"}
    within = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix.lower() in known]
    files = [(p, p.relative_to(folder).as_posix()) for p in within if not p.name.startswith(".")]
    if not files:
        endings = ", ".join(sorted(FORMATS))
        raise ReadError(f"The folder {str(folder)!r} holds no file of a form that is read: {endings}.")
    return files


def _pattern(pattern: str) -> list[tuple[Path, str]]:
    paths = [Path(p) for p in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 (the pattern may be absolute)
    files = [(p, p.name) for p in paths if p.is_file()]
    if not files:
        raise ReadError(f"No file matches {pattern!r}.")
    return files


def _distinct(files: list[File]) -> list[File]:
    """Give files that were named twice ids of their own."""
    seen: Counter[str] = Counter()
    out = []
    for file in files:
        seen[file.article_id] += 1
        n = seen[file.article_id]
        out.append(file if n == 1 else file._replace(article_id=f"{file.article_id}-{n}"))
    return out
