"""Dumps of a database: the rows of INSERT statements, as MySQL and SQLite write them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

Records = list[dict[str, Any]]

# A statement ends where a line does: within texts, newlines are written as \n, or are in quotes.
_INSERT = re.compile(
    r"INSERT (?:IGNORE )?INTO\s+[`\"\[]?(?:\w+\.)?(\w+)[`\"\]]?\s*(\(([^()]*)\))?\s*VALUES\s*",
    re.IGNORECASE,
)
_CREATE = re.compile(
    r"CREATE TABLE\s+(?:IF NOT EXISTS\s+)?[`\"\[]?(?:\w+\.)?(\w+)[`\"\]]?\s*\(", re.IGNORECASE
)
_TOKEN = re.compile(
    r"\s*(?:'((?:[^'\\]|\\.|'')*+)'|(NULL|TRUE|FALSE|-?[\w.+-]+)|([(),;]))",
    re.IGNORECASE | re.DOTALL,
)
_COLUMN = re.compile(r"\s*[`\"\[]?(\w+)[`\"\]]?\s+\w")
_NO_COLUMN = ("PRIMARY", "KEY", "UNIQUE", "CONSTRAINT", "FOREIGN", "CHECK", "INDEX", "FULLTEXT")
_ESCAPED = re.compile(r"\\(.)|''", re.DOTALL)
_MEANS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_SAID = {"NULL": None, "TRUE": 1, "FALSE": 0}


def dumped_tables(dump: str, names: Collection[str]) -> dict[str, Records]:
    r"""Return the rows of some tables of a dump; what is no INSERT is passed over.

    Examples
    --------
    >>> dumped_tables("INSERT INTO `version` (`v`,`title`) VALUES ('ab','It\\'s');", ["version"])
    {'version': [{'v': 'ab', 'title': "It's"}]}
    """
    columns: dict[str, list[str]] = {}
    for table, end in _created(dump):
        if table in names and table not in columns:
            columns[table] = _columns(dump, end)

    found: dict[str, Records] = {}
    place = 0
    while match := _INSERT.search(dump, place):
        table, place = match[1].lower(), match.end()
        if table not in names:
            continue

        told = [name.strip(' `"[]').lower() for name in (match[3] or "").split(",")]
        header = told if match[2] else columns.get(table, [])
        values, place = _rows(dump, place)
        rows = (dict(zip(header, row, strict=False)) for row in values)
        found.setdefault(table, []).extend(rows)

    return found


def _created(dump: str) -> Iterator[tuple[str, int]]:
    for match in _CREATE.finditer(dump):
        yield match[1].lower(), match.end()


def _columns(dump: str, start: int) -> list[str]:
    """Return the names of the columns that a table is made with."""
    names = []
    depth, begin = 1, start
    for place in range(start, min(len(dump), start + 20_000)):
        sign = dump[place]
        depth += (sign == "(") - (sign == ")")
        is_end = depth == 0
        if is_end or (sign == "," and depth == 1):
            column = _COLUMN.match(dump, begin, place)
            if column and column[1].upper() not in _NO_COLUMN:
                names.append(column[1].lower())

            begin = place + 1

        if is_end:
            break

    return names


def _rows(dump: str, start: int) -> tuple[list[list[Any]], int]:
    """Return the rows of values behind VALUES, and where they end: no place is read twice."""
    rows: list[list[Any]] = []
    row: list[Any] | None = None
    place = start
    while match := _TOKEN.match(dump, place):
        text, word, sign = match.groups()
        is_over = sign == ";" or (row is None and sign not in ("(", ","))
        if is_over:
            break

        place = match.end()
        if sign == "(":
            row = []
        elif sign == ")" and row is not None:
            rows.append(row)
            row = None
        elif sign is None and row is not None:
            row.append(_value(text, word))

    return rows, place


def _value(text: str | None, word: str) -> Any:
    if text is not None:
        return _ESCAPED.sub(_meant, text)

    return _SAID.get(word.upper(), word)


def _meant(match: re.Match[str]) -> str:
    sign = match[1]
    return "'" if sign is None else _MEANS.get(sign, sign)
