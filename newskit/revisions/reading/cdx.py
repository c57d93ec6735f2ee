"""Indexes of captures: what a CDX server answers, CDX files of 9 or 11 fields, CDXJ."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newskit.errors import ReadError
from newskit.reading.rows import Hints, Row
from newskit.revisions.addresses import canonical_url
from newskit.revisions.reading.bodies import row_of_file
from newskit.revisions.reading.capture import capture, failed
from newskit.revisions.reading.folder import files_in, named
from newskit.revisions.reading.stamps_in_names import moment_of_stamp
from newskit.revisions.reading.warc import is_warc, read_warcs

_OPENING = 4_000  # bytes that tell an index from other files
_SERVER = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
"""Fields of a server's answer that has no header."""
_LETTERS = {"N": "urlkey", "b": "timestamp", "a": "original", "m": "mimetype", "s": "statuscode",
            "k": "digest", "S": "length", "g": "filename"}  # fmt: skip
_OF_CDXJ = {"url": "original", "mime": "mimetype", "status": "statuscode"}
_UNKNOWN = ("-", "")
_REVISIT = "warc/revisit"
_PAGES = ("text/html", "text/plain", "application/xhtml+xml", "unk", _REVISIT, *_UNKNOWN)
_LAST = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
_FEWEST = 3
"""Fields that a line has at least: key, time and address."""

Fields = dict[str, str]


class _Body(NamedTuple):
    """What was captured, and what tells which line of the index it belongs to."""

    name: str
    article: str
    row: Row


def looks_like_cdx(path: Path) -> bool:
    """Say whether a file is an index of captures."""
    if path.suffix.lower() in (".cdx", ".cdxj"):
        return True

    if path.suffix.lower() not in (".json", ".txt"):
        return False

    with path.open("rb") as stream:
        opening = stream.read(_OPENING).decode("utf-8", "replace").lstrip()

    squeezed = "".join(opening.split())
    is_answer = (
        squeezed.startswith(("[[", "[{")) and '"urlkey"' in opening and '"timestamp"' in opening
    )
    return is_answer or opening.startswith("CDX ") or _is_line(opening.partition("\n")[0])


def _is_line(line: str) -> bool:
    """Say whether a line is one that a server answers: "org,example)/a 20240601120000 http..."."""
    fields = line.split()
    return len(fields) >= _FEWEST and ")" in fields[0] and moment_of_stamp(fields[1]) is not None


def read_cdx(path: Path, hints: Hints) -> list[Row]:
    """Return the captures that an index lists; their texts stand in files beside it.

    A line without a file is a capture without text, unless another line has the same digest.

    Raises
    ------
    ReadError
        If it holds no line of an index.
    """
    lines, n_broken = _lines(path.read_bytes().decode("utf-8", "replace"))
    if not lines:
        raise ReadError(f"{path.name!r} holds no line of an index of captures.")

    bodies = _bodies(path, hints)
    found = [(line, _body_of(line, bodies)) for line in lines]
    by_digest = {line["digest"]: row for line, row in found if row and line.get("digest")}
    rows = [_capture(line, row or by_digest.get(line.get("digest", ""))) for line, row in found]
    # A time that cannot be is later than all others: the rest keeps its order.
    rows.sort(key=lambda row: row["captured"] or _LAST)
    if n_broken:
        rows[0]["warnings"].append(f"lines of the index that could not be read: {n_broken}")

    return rows


def _lines(text: str) -> tuple[list[Fields], int]:
    """Return the lines of an index that are of pages, and how many could not be read."""
    parsed = list(_json_lines(text) if text.lstrip().startswith(("[", "{")) else _text_lines(text))
    whole = [line for line in parsed if line and line.get("original") and line.get("timestamp")]
    pages = [line for line in whole if line.get("mimetype", "-").split(";")[0] in _PAGES]
    return pages, len(parsed) - len(whole)


def _json_lines(text: str) -> Iterator[Fields | None]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        for line in text.splitlines():  # each line an object of its own
            yield _object(line)
        return

    rows = told if isinstance(told, list) else [told]
    header = rows[0] if rows and isinstance(rows[0], list) else None
    for row in rows[1:] if header else rows:
        if header and isinstance(row, list):
            yield _strings(zip(header, row, strict=False))
        else:
            yield _strings(row.items()) if isinstance(row, dict) else None


def _object(line: str) -> Fields | None:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None

    return _strings(told.items()) if isinstance(told, dict) else None


def _strings(pairs: Iterable[tuple[Any, Any]]) -> Fields:
    return {_OF_CDXJ.get(str(name), str(name)): str(cell) for name, cell in pairs}


def _text_lines(text: str) -> Iterator[Fields | None]:
    names: tuple[str, ...] = _SERVER
    delimiter: str | None = None
    for line in text.splitlines():
        if line.lstrip().startswith("CDX ") and len(line) < _OPENING:
            # The first character of the file says what stands between fields.
            delimiter = line[0] if line[0] != "C" else None
            names = tuple(_LETTERS.get(letter, letter) for letter in line.split()[1:])
        elif line.strip():
            yield _fields(line, names, delimiter)


def _fields(line: str, names: tuple[str, ...], delimiter: str | None) -> Fields | None:
    key, _, rest = line.partition(" ")
    stamp, _, told = rest.partition(" ")
    if told.startswith("{"):
        found = _object(told)
        return found and {"timestamp": stamp, "urlkey": key} | found

    cells = line.split(delimiter)
    return dict(zip(names, cells, strict=False)) if len(cells) >= _FEWEST else None


def _bodies(path: Path, hints: Hints) -> dict[str, list[_Body]]:
    """Return what was captured and lies beside an index, by the stamps of captures."""
    found: dict[str, list[_Body]] = {}
    index = path.resolve()
    for file in files_in(path.parent):
        if file.path.resolve() == index:
            continue

        name = named(file.name)
        if name.time:
            body = _Body(file.name, name.article, row_of_file(file, hints))
            found.setdefault(f"{name.time:%Y%m%d%H%M%S}", []).append(body)

    archives = [one for one in sorted(path.parent.iterdir()) if is_warc(one)]
    for row in read_warcs(archives, hints) if archives else ():
        if row.get("captured"):
            stamp = f"{row['captured']:%Y%m%d%H%M%S}"
            found.setdefault(stamp, []).append(_Body("", row["article_id"], row))

    return found


def _body_of(line: Fields, bodies: Mapping[str, list[_Body]]) -> Row | None:
    """Return what belongs to a line: of its time and, where there are several, of its address."""
    there = bodies.get(line["timestamp"], [])
    digest, article = line.get("digest", "-"), canonical_url(line["original"])
    exact = [body for body in there if body.article == article or digest in body.name]
    named_after = [body for body in there if _slug(article) in body.name.casefold()]
    for choice in (exact, named_after, there):
        if len(choice) == 1:
            return choice[0].row

    return exact[0].row if exact else None


def _slug(article: str) -> str:
    return article.rpartition("/")[2].casefold() or article


def _capture(line: Fields, row: Row | None) -> Row:
    stamp, url = line["timestamp"], line["original"]
    status = line.get("statuscode", "-")
    time = moment_of_stamp(stamp)
    notes = [] if time else [f"the index has the impossible time {stamp[:40]!r}"]
    is_page = status in (*_UNKNOWN, "200")
    if not is_page:
        row = failed(f"The server answered {status[:10]!r} to this capture.")
    elif row is None:
        row = failed("There is no file of this capture beside the index.")

    told = {"article_id": canonical_url(url), "url": url}
    return capture(dict(row) | told, time, "cdx", *notes)
