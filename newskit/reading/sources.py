"""Which files a path, a folder, a pattern or a list of paths means, and what each is called."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from newskit.errors import InputError, ReadError

FORMATS = {".txt": "text", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
NOT_YET = {".html", ".htm", ".mhtml", ".mht", ".zip", ".docx", ".pdf", ".rtf", ".warc", ".gz", ".json", ".xml", ".xlsx"}


class File(NamedTuple):
    """A file to read, its name in the table, and the id its article gets."""

    path: Path
    name: str
    article_id: str


def find_files(source: Any) -> list[File]:
    """Return the files that `source` means, sorted within a folder and within a pattern.

    Raises
    ------
    ReadError
        If a path is not there, or a folder or a pattern holds no file to read.
    InputError
        If `source` is no path.
    """
    found = [pair for one in _listed(source) for pair in _expand(one)]
    stems = Counter(path.stem for path, _ in found)
    names = Counter(name for _, name in found)
    files = []
    for path, short in found:
        name = short if names[short] == 1 else path.as_posix()
        files.append(File(path, name, path.stem if stems[path.stem] == 1 else name))
    return _distinct(files)


def _listed(source: Any) -> list[str | Path]:
    paths = list(source) if isinstance(source, Iterable) and not isinstance(source, str | bytes | Path) else [source]
    for path in paths:
        if not isinstance(path, str | Path):
            raise InputError(
                f"source holds {type(path).__name__} {path!r}; expected a path, a folder, a pattern such as "
                "'articles/*.txt', a list of paths, or a DataFrame."
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
    known = FORMATS.keys() | NOT_YET
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
