"""The lines of an index of captures, in all the ways in which they are written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newskit.revisions.reading.stamps_in_names import moment_of_stamp

Fields = dict[str, str]
UNKNOWN = ("-", "")
"""What stands for a field that is not known."""
_OPENING = 4_000  # bytes that tell an index from other files
_SERVER = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
"""Fields of a server's answer that has no header."""
_LETTERS = {"N": "urlkey", "b": "timestamp", "a": "original", "m": "mimetype", "s": "statuscode",
            "k": "digest", "S": "length", "g": "filename"}  # fmt: skip
_OF_CDXJ = {"url": "original", "mime": "mimetype", "status": "statuscode"}
_PAGES = (
    "text/html", "text/plain", "application/xhtml+xml", "unk", "warc/revisit", *UNKNOWN,
)  # fmt: skip
_FEWEST = 3
"""Fields that a line has at least: key, time and address."""


def looks_like_cdx(path: Path) -> bool:
    """Say whether a file is an index of captures."""
    suffix = path.suffix.lower()
    if suffix in (".cdx", ".cdxj"):
        return True

    if suffix not in (".json", ".txt"):
        return False

    with path.open("rb") as stream:
        opening = stream.read(_OPENING).decode("utf-8", "replace").lstrip()

    is_text = opening.startswith("CDX ") or _is_line(opening.partition("\n")[0])
    return is_text or _is_answer(opening)


def _is_answer(opening: str) -> bool:
    """Say whether JSON begins as an answer of a server does."""
    squeezed = "".join(opening.split())
    is_list = squeezed.startswith(("[[", "[{"))
    return is_list and '"urlkey"' in opening and '"timestamp"' in opening


def _is_line(line: str) -> bool:
    """Say whether a line is one that a server answers: "org,example)/a 20240601120000 http..."."""
    fields = line.split()
    if len(fields) < _FEWEST:
        return False

    return ")" in fields[0] and moment_of_stamp(fields[1]) is not None


def lines_of_pages(text: str) -> tuple[list[Fields], int]:
    """Return the lines of an index that are of pages, and how many could not be read."""
    is_json = text.lstrip().startswith(("[", "{"))
    parsed = list(_json_lines(text) if is_json else _text_lines(text))
    whole = [line for line in parsed if line and _is_whole(line)]
    pages = list(filter(_is_of_page, whole))
    return pages, len(parsed) - len(whole)


def _is_of_page(line: Fields) -> bool:
    media_type = line.get("mimetype", "-").split(";")[0]
    return media_type in _PAGES


def _is_whole(line: Fields) -> bool:
    return bool(line.get("original")) and bool(line.get("timestamp"))


def _json_lines(text: str) -> Iterator[Fields | None]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        # Each line an object of its own.
        yield from map(_object, text.splitlines())
        return

    rows = told if isinstance(told, list) else [told]
    if rows and isinstance(rows[0], list):
        header, *rows = rows
        rows = [_strings(zip(header, row, strict=False)) for row in rows if isinstance(row, list)]

    yield from map(_row, rows)


def _object(line: str) -> Fields | None:
    try:
        return _row(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _row(told: Any) -> Fields | None:
    return _strings(told.items()) if isinstance(told, dict) else None


def _strings(pairs: Iterable[tuple[Any, Any]]) -> Fields:
    return {_OF_CDXJ.get(str(name), str(name)): str(cell) for name, cell in pairs}


def _text_lines(text: str) -> Iterator[Fields | None]:
    names: tuple[str, ...] = _SERVER
    delimiter: str | None = None
    for line in filter(str.strip, text.splitlines()):
        is_header = line.lstrip().startswith("CDX ") and len(line) < _OPENING
        if not is_header:
            yield _fields(line, names, delimiter)
            continue

        # The first character of the file says what stands between fields.
        delimiter = line[0] if line[0] != "C" else None
        names = tuple(_LETTERS.get(letter, letter) for letter in line.split()[1:])


def _fields(
    line: str,
    names: tuple[str, ...],
    delimiter: str | None,
) -> Fields | None:
    key, _, rest = line.partition(" ")
    stamp, _, told = rest.partition(" ")
    if told.startswith("{"):
        found = _object(told)
        return found and {"timestamp": stamp, "urlkey": key} | found

    cells = line.split(delimiter)
    return dict(zip(names, cells, strict=False)) if len(cells) >= _FEWEST else None
