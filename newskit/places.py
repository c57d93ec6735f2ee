"""Texts told from places: a string that names a file, a folder or an address is no article."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from newskit.errors import InputError

ENDINGS = (
    "arc atom csv db doc docx eml gz htm html json jsonl mht mhtml ndjson odt parquet pdf rss "
    "ris rtf sgm sgml sqlite sqlite3 tab tsv txt wacz warc xhtml xls xlsm xlsx xml zip"
).split()
"""Endings of files that articles come in; no sentence ends so."""
LONGEST_NAME = 255
"""Bytes that the name of a file may have on every common system."""
LONGEST_PATH = 4_096
LOOKED_AT = 20
"""Texts of a list that are looked at: a list of places holds nothing else."""

_WORD = re.compile(r"\w")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}://|www\.)\S+", re.IGNORECASE)
# With blanks only behind a root: "An end to robots.txt" is a headline, and "he/she" is a word.
_ROOTED = re.compile(r"(?:[/~]|\.\.?[/\\]|[a-z]:[/\\])", re.IGNORECASE)
_ENDING = re.compile(rf"\.(?:{'|'.join(ENDINGS)})", re.IGNORECASE)
_FOLDER = re.compile(r"\S*(?:[/\\]|[/\\]\*\S*)")

SAVE_IT = (
    "newskit never uses the network. Open the address in a browser, save the page (Ctrl+S, or "
    "Cmd+S on a Mac), and read the file: nk.read_articles('page.html')."
)


def is_address(source: Any) -> bool:
    """Say whether a string is an address on the web, or of another scheme."""
    return isinstance(source, str) and _ADDRESS.fullmatch(source.strip()) is not None


def is_place(source: Any) -> bool:
    """Say whether something is a path, or a string that names a file, a folder or an address."""
    if isinstance(source, os.PathLike):
        return True

    if not isinstance(source, str) or len(source) > LONGEST_PATH:
        return False

    line = source.strip()
    # A full stop is a folder, and a text.
    if "\n" in line or not _WORD.search(line):
        return False

    return is_address(line) or _is_written_as_path(line) or os.path.exists(line)  # noqa: PTH110


def are_places(source: Any) -> bool:
    """Say whether a place, or a list of nothing but places, was handed over."""
    if isinstance(source, list | tuple):
        return bool(source) and all(map(is_place, islice(source, LOOKED_AT)))

    return is_place(source)


def is_pasted(source: Any) -> bool:
    """Say whether a string is a text of several lines, or longer than a path can be."""
    if not isinstance(source, str):
        return False

    line = source.strip()
    is_one_line = "\n" not in line and "\r" not in line
    has_length_of_path = len(line) <= LONGEST_PATH and all(
        len(name) <= LONGEST_NAME for name in re.split(r"[/\\]", line)
    )
    # The name of a file can hold a newline: what is there is a place.
    could_be_path = is_one_line and has_length_of_path
    return not could_be_path and not os.path.exists(source)  # noqa: PTH110


def need_texts(values: Iterable[Any]) -> None:
    """Raise an error if places were given for texts: their names would be analyzed.

    Raises
    ------
    InputError
        If the first values are places, all of them.
    """
    first = None
    for value in islice(values, LOOKED_AT):
        if not is_place(value):
            return

        first = value if first is None else first

    if first is None:
        return

    shown = str(first).strip()
    if is_address(shown):
        raise InputError(f"{shown!r} is an address, not a text. {SAVE_IT}")

    raise InputError(
        f"{shown!r} is the name of a file or a folder, not a text: "
        f"read it first: nk.read_articles({shown!r})."
    )


def _is_written_as_path(line: str) -> bool:
    ending = _ENDING.fullmatch(Path(line).suffix)
    if " " in line:
        return bool(ending and _ROOTED.match(line))

    return bool(ending or _FOLDER.fullmatch(line))
