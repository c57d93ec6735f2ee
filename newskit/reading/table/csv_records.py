"""Cut the text of a CSV file into its records; one that is malformed costs no other.

A record is tried as the standard writes it, then with quotation marks behind a backslash, then with
marks that nobody doubled. It is taken where it has as many cells as the header has names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newskit.reading.shared.shown import shown

DELIMITERS = ",;\t|"
_PATIENCE = 50
"""Records that are looked at over several lines for marks that nobody doubled: each look may go far
into the file, and a file with more of these is no CSV file."""
_FIRST_CARELESS, _FAR = 2, 3  # numbers of the styles that guess; the last over several lines
_CARELESS = "line LINE has quotation marks that are not doubled: compare it with the file"
_BLANK = re.compile(r"(?: *+(?:\r\n|\n|\r|(?<= )\Z))*+")
_END = re.compile(r"\r\n|\n|\r|\Z")


class Record(NamedTuple):
    """The cells of a record, and what is wrong with it; no cells where it is no row."""

    cells: list[str]
    problem: str | None = None
    is_cut: bool = False
    """Whether the file ends within it."""


class _Style(NamedTuple):
    """A way of writing cells: the pattern of one, and what stands for a mark within marks."""

    cell: re.Pattern[str]
    escaped: re.Pattern[str]
    mark: str


_IS_DOUBLED = re.compile(r'\w""|""\w')
_DOUBLED = re.compile('""')
_DOUBLED_OR_ESCAPED = re.compile(r'\\([\\"])|"(")')


def _styles(delimiter: str) -> tuple[_Style, ...]:
    """Return the ways of writing a record, the standard first; all patterns are linear."""
    d = re.escape(delimiter)
    plain = rf'[^"{d}\r\n][^{d}\r\n]*+|'
    end = rf"({d}|\r\n|\n|\r|\Z)"
    closes = rf'"(?= *(?:{d}|[\r\n]|\Z))'

    def style(
        quoted: str,
        plain: str,
        escaped: re.Pattern[str],
        mark: str,
    ) -> _Style:
        return _Style(re.compile(rf"(?:{quoted}|({plain})){end}", re.DOTALL), escaped, mark)

    # Blanks around marks are none of the cell: a program would put them within.
    standard = r' *+"([^"]*+(?:""[^"]*+)*+)" *+'
    backslash = r'"([^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+)"'
    # On one line a mark that opens nothing is a mark. Over several lines a mark that begins a line
    # may be the next record.
    careless_line = rf' *"((?:[^"\r\n]++|(?!{closes})")*+)" *'
    careless = rf' *"((?:[^"]++|(?!{closes}|(?<=[\r\n])")")*+)" *'
    return (
        style(standard, plain, _DOUBLED, '"'),
        style(backslash, plain, _DOUBLED_OR_ESCAPED, r"\1\2"),
        style(careless_line, rf"[^{d}\r\n]*+", _DOUBLED, '"'),
        style(careless, plain, _DOUBLED, '"'),
    )


class RecordReader:
    """Reads the records of a text one by one."""

    def __init__(self, text: str, delimiter: str, at: int = 0) -> None:
        self.text, self.at = text, at
        self._styles = _styles(delimiter)
        self.line = 1 + _n_lines(text[:at])
        self._patience = _PATIENCE

    def header(self) -> list[str]:
        """Return the names in the first record; empty ones at its end are none."""
        self._skip_blank()
        for style in self._styles:
            found = self._scan(style)
            if found:
                self._go_to(found[1])
                return _without_empty_end([name.strip() for name in found[0]], 0)

        line = self._rest_of_line()
        self._go_to(self.at + len(line))
        return [line.strip()]

    def records(self, width: int) -> Iterator[Record]:
        """Return the records behind the header, which has `width` names."""
        while self._skip_blank():
            record = self._record(width)
            if any(record.cells) or record.problem:
                yield record

    def _record(self, width: int) -> Record:
        """Return the record that begins here, and go behind it."""
        first, begin = self.line, self.at
        found = self._fitting(width) or self._ragged(width)
        if found is None:
            self._skip_to_record(width)
            return self._bad(first, begin, "its quotation marks do not match")

        (cells, problem, is_cut), end = found
        self._go_to(end)
        if len(cells) > width:
            have = f"{len(cells)} cells where the header has {width}"
            return self._bad(first, begin, f"it has {have}")

        return Record(cells, problem and problem.replace("LINE", str(first)), is_cut)

    def _fitting(self, width: int) -> tuple[Record, int] | None:
        """Return a record that has as many cells as the header has names, and where it ends."""
        for number, style in enumerate(self._styles):
            if number == _FAR:
                self._patience -= 1
                if self._patience < 0:
                    return None

            found = self._scan(style, width)
            if found is None or len(found[0]) != width:
                continue

            cells, end = found
            if number < _FIRST_CARELESS:
                return Record(cells), end

            # Who doubles marks is not careless: this is the end of a record whose begin is broken.
            if not _IS_DOUBLED.search(self.text, self.at, end):
                return Record(cells, _CARELESS), end

        return None

    def _ragged(self, width: int) -> tuple[Record, int] | None:
        """Return a record as the standard writes it, with too few or too many cells."""
        found = self._scan(self._styles[0], width)
        if found is None:
            return None

        cells, end = found
        have = f"line LINE has {len(cells)} of {width} cells; the others are missing"
        missing = [""] * (width - len(cells))
        is_last = end >= len(self.text) and not self.text.endswith(("\n", "\r"))
        return Record(cells + missing, have, is_last and bool(missing)), end

    def _scan(
        self,
        style: _Style,
        width: int = 0,
    ) -> tuple[list[str], int] | None:
        """Return the cells of the record that begins here, and where it ends."""
        cells, at = [], self.at
        while match := style.cell.match(self.text, at):
            quoted, plain, end = match.groups()
            cells.append(plain if quoted is None else style.escaped.sub(style.mark, quoted))
            at = match.end()
            if end[:1] in "\r\n":  # the end of the text is an empty string
                return _without_empty_end(cells, width), at

        return None

    def _skip_to_record(self, width: int) -> None:
        """Pass over lines up to the next that is a record beyond doubt."""
        self._go_to(self.at + len(self._rest_of_line()))
        while self._skip_blank():
            if self.begins_with_record(width):
                return

            self._go_to(self.at + len(self._rest_of_line()))

    def begins_with_record(self, width: int) -> bool:
        """Say whether a line is a record, and no part of a text that was broken before it."""
        is_doubled = _IS_DOUBLED.search(self._rest_of_line())
        styles = self._styles[0], self._styles[_FIRST_CARELESS]
        for style in styles[:1] if is_doubled else styles:
            found = self._scan(style, width)
            if found and len(found[0]) == width and not _is_prose(found[0]):
                return True

        return False

    def _bad(self, first: int, begin: int, why: str) -> Record:
        lines = f"Line {first}"
        last = self.line - 1
        if last > first:
            lines = f"Lines {first} to {last}"

        text = shown(self.text[begin : self.at].strip())
        return Record([], f"{lines} of the file could not be read as a row, {why}: {text}.")

    def _rest_of_line(self) -> str:
        match = _END.search(self.text, self.at)
        return self.text[self.at : match.end()] if match else ""

    def _skip_blank(self) -> bool:
        """Go to the next line that is not blank; say whether there is one."""
        blank = _BLANK.match(self.text, self.at)
        if blank:
            self._go_to(blank.end())

        return self.at < len(self.text)

    def _go_to(self, at: int) -> None:
        self.line += _n_lines(self.text[self.at : at])
        self.at = at


def _is_prose(cells: list[str]) -> bool:
    """Say whether cells are parts of a sentence: behind a comma a blank, half of a quotation."""
    has_blank = any(cell.startswith((" ", '" ')) for cell in cells[1:])
    return has_blank or any(cell.count('"') % 2 for cell in cells)


def _without_empty_end(cells: list[str], width: int) -> list[str]:
    """Return cells without the empty ones behind the last name: programs write a comma there."""
    while len(cells) > max(width, 1) and not cells[-1]:
        cells.pop()

    return cells


def _n_lines(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")
