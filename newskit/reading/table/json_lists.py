"""The entries of a long list in JSON one by one, wherever in the file the list stands.

The file is looked at as Latin-1, in which each byte is a character: all that JSON itself says is
ASCII, and what stands within strings is of no interest here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from newskit.errors import ReadError
from newskit.reading.shared.shown import shown
from newskit.reading.table.json_records import is_of_articles

LONGEST = 60_000_000
"""Bytes of one entry: an article of ten million characters, each written as an escape."""
_BLOCK = 1_000_000
_DEEPEST = 4  # objects in objects in which a list of articles is looked for
_BLANK = re.compile(r"[\s,\x1e]*")
# A mark of UTF-8, and a viewer's comment.
_OPENING = re.compile(r"(?:ï»¿)?\s*(?://[^\n]*\n\s*)*")
_BREAKS = "The JSON breaks off in line {:,}: {} is not whole"
_CUT = "The JSON is cut off behind line {:,}: the list is not closed"


class Entry(NamedTuple):
    """An entry of a list: where it begins, and its bytes."""

    document: int
    """Which document of the file it is from."""
    begin: int
    line: int
    data: bytes


class JsonStream:
    """A file of JSON, of which only the part is in memory that is looked at."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = json.JSONDecoder()
        self._text, self._at, self._start, self._before = "", 0, 0, 0
        self._depth = self._document = 0
        self.line = 1

    def entries(self) -> Iterator[Entry]:
        """Return the entries of the first list of articles in each document of the file.

        Raises
        ------
        ReadError
            If an entry is broken, or the list is not closed.
        """
        self._pass_over_opening()
        while self._peek():
            if self._find(0):
                yield from self._entries()
                self._close()
                self._document += 1

    def _pass_over_opening(self) -> None:
        self._fill()
        match = _OPENING.match(self._text)
        self._at = match.end() if match else 0
        self.line += self._text.count("\n", 0, self._at)

    def _entries(self) -> Iterator[Entry]:
        while (mark := self._peek()) != "]":
            if not mark:
                raise ReadError(_CUT.format(self.line))

            self._value()
            data = self._text[self._start : self._at].encode("latin-1")
            yield Entry(self._document, self._before + self._start, self.line, data)

        self._at += 1

    def _find(self, depth: int) -> bool:
        """Go to the first entry of the first list of articles; say whether there is one."""
        mark = self._peek()
        if mark == "[":
            return self._is_of_articles(depth)

        if mark != "{" or depth > _DEEPEST:
            self._value()
            return False

        self._at += 1
        while self._peek() not in ("}", ""):
            self._key()
            if self._find(depth + 1):
                return True

        self._at += 1
        return False

    def _is_of_articles(self, depth: int) -> bool:
        """Say whether a list begins with an article, and go there; else go behind the list."""
        self._at += 1
        first = self._value() if self._peek() == "{" else None
        is_listed = first is not None and (depth == 0 or is_of_articles([first]))
        if is_listed:
            self._at, self._depth = self._start, depth
            return True

        while self._peek() not in ("]", ""):
            self._value()

        self._at += 1
        return False

    def _close(self) -> None:
        """Pass over what stands behind the list in the objects that it stands in."""
        for _ in range(self._depth):
            while self._peek() not in ("}", ""):
                self._key()
                self._value()

            self._at += 1

    def _key(self) -> None:
        self._value()
        self._peek(":")
        self._peek()

    def _peek(self, passed_over: str = "") -> str:
        """Go to the next mark, behind one that is passed over; an empty one at the end."""
        while True:
            begin = self._at
            match = _BLANK.match(self._text, begin)
            self._at = match.end() if match else begin
            self.line += self._text.count("\n", begin, self._at)
            mark = self._text[self._at : self._at + 1]
            if passed_over and mark == passed_over:
                self._at, passed_over = self._at + 1, ""
            elif mark or not self._fill():
                return mark

    def _value(self) -> Any:
        """Return the value that begins here, and go behind it.

        Raises
        ------
        ReadError
            If it is broken, or longer than an article may be.
        """
        self._start = self._at
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                value, end = None, -1

            # A number may go on in what has not been read yet.
            is_whole = 0 <= end < len(self._text)
            if is_whole or not self._fill():
                break

        if end < 0:
            line = self._text[self._at : self._at + 1_000].encode("latin-1")
            said = shown(line.decode("utf-8", "replace"))
            raise ReadError(_BREAKS.format(self.line, said))

        self.line += self._text.count("\n", self._at, end)
        self._at = end
        return value

    def _fill(self) -> bool:
        """Read as much again as is in memory; say whether there was more."""
        held = len(self._text) - self._at
        more = self._stream.read(max(_BLOCK, held)) if held < LONGEST else b""
        if more:
            self._before += self._at
            self._text = self._text[self._at :] + more.decode("latin-1")
            self._at = self._start = 0

        return bool(more)
