"""WACZ: a ZIP of web archives, with a list of the pages that somebody meant to capture."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import IO

from newskit.errors import ReadError
from newskit.reading.archives import Member, members, read_member
from newskit.reading.file import File
from newskit.reading.limits import MAX_COLLECTION

ENDING = ".wacz"
_LARGEST = 2_000_000_000
"""Bytes of a web archive in it, unpacked."""
_ARCHIVES = (".warc", ".arc", ".gz")
_LIST = "pages/pages.jsonl"
_START = re.compile(r"\A(?:\w{2,10}://)?(?:www\.)?", re.IGNORECASE)


def is_wacz(file: File) -> bool:
    """Say whether a file is called so, on disk or in a ZIP."""
    return file.suffix == ENDING and file.data is None


def archives_in(file: File) -> Iterator[IO[bytes]]:
    """Return the web archives in a WACZ.

    Raises
    ------
    ReadError
        If it is no ZIP, or holds no web archive.
    """
    for member in _members(file, _ARCHIVES):
        if "archive/" in f"/{member.label}":
            yield io.BytesIO(read_member(file.path, member.number, _LARGEST))


def listed_pages(file: File) -> frozenset[str]:
    """Return the addresses that its list of pages names, as `plain_address` writes them."""
    try:
        lists = [one for one in _members(file, (".jsonl",)) if one.label.endswith(_LIST)]
        texts = [read_member(file.path, one.number, MAX_COLLECTION) for one in lists]
    except ReadError:  # without a list all pages are meant
        return frozenset()

    addresses = (_address(line) for text in texts for line in text.splitlines())
    return frozenset(map(plain_address, filter(None, addresses)))


def plain_address(url: str) -> str:
    """Return an address without what changes when a page is asked for: scheme, www, fragment.

    >>> plain_address("http://www.bay.example/1/#top") == plain_address("https://bay.example/1")
    True
    """
    return _START.sub("", url.strip("<> ")).partition("#")[0].rstrip("/")


def _members(file: File, endings: tuple[str, ...]) -> list[Member]:
    return members(file.path, endings, file.member or ())


def _address(line: bytes) -> str | None:
    """Return the address in a line of the list; its first line is a header."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None

    url = found.get("url") if isinstance(found, dict) else None
    return url if isinstance(url, str) else None
