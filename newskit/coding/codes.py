"""Codes as people type them and spreadsheets change them, and the codes that there are."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import pandas as pd

from newskit.errors import InputError, did_you_mean
from newskit.spreadsheets import FORMULA_STARTS

Codes: TypeAlias = "Mapping[str, Sequence[Any] | Mapping[Any, str] | None]"
"""For each variable its codes, in their order; with what each means; or None for any text."""
_SHOWN: Final = 5  # bad cells that an error names
_MISSING: Final = frozenset(("na", "nan", "n/a"))
"""What statistics programs write for an empty cell; where it is no code, it is none."""
_DAYS: Final = (dt.date, dt.time, dt.timedelta)
# "3-4" typed into a spreadsheet and saved as CSV: 04-Mar, Mar-04.
_DAY: Final = re.compile(r"\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}")


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where: for errors."""

    value: Any
    place: Callable[[], str]


@dataclass(frozen=True)
class Known:
    """The codes of a variable, in their order, and how each is found whatever its capitals."""

    variable: str
    codes: tuple[str, ...] = ()
    """Empty where any text is one."""

    def of(self, cells: Iterable[Cell]) -> list[str | None]:
        """Return the code in each cell, None where it is empty.

        Raises
        ------
        InputError
            If a cell holds no code; the message names it, and the nearest code there is.
        """
        spelled = {code.casefold(): code for code in self.codes}
        found: list[str | None] = []
        bad: list[Cell] = []
        for cell in cells:
            text = code_text(cell.value)
            is_day = isinstance(cell.value, _DAYS)
            if text is None or (text.casefold() in _MISSING and text.casefold() not in spelled):
                found.append(None)
            elif is_day or (self.codes and text.casefold() not in spelled):
                bad.append(cell)
            else:
                found.append(spelled.setdefault(text.casefold(), text))

        if bad:
            raise InputError(self._not_codes(bad))
        return found

    def _not_codes(self, bad: list[Cell]) -> str:
        lines = [self._not_a_code(cell) for cell in bad[:_SHOWN]]
        if len(bad) > _SHOWN:
            lines.append(f"And {len(bad) - _SHOWN} more.")

        if self.codes:
            lines.append(f"Codes of {self.variable!r}: {', '.join(self.codes)}.")
        return " ".join(lines)

    def _not_a_code(self, cell: Cell) -> str:
        text = str(code_text(cell.value))
        where = f"{cell.place()}, column {self.variable!r}"
        if isinstance(cell.value, _DAYS) or _DAY.fullmatch(text):
            why = "a spreadsheet has made a date of what was typed; format the column as text"
            return f"{where}: {text!r} is not a code ({why})."

        return f"{where}: {text!r} is not a code.{did_you_mean(text, self.codes)}"


def known_codes(codes: Codes | None) -> dict[str, Known]:
    """Return the codes of each variable as texts.

    Raises
    ------
    InputError
        If a variable has a code twice, or fewer than two.
    """
    return {
        name: _known(name, stated) for name, stated in (codes or {}).items()
    }


def _known(variable: str, stated: Sequence[Any] | Mapping[Any, str] | None) -> Known:
    if stated is None:
        return Known(variable)

    if isinstance(stated, str):
        raise InputError(
            f"codes[{variable!r}] is {stated!r}; expected a list: [{stated!r}, ...]."
        )

    texts = [str(code_text(code)) for code in stated]
    twice = [
        text for text, n in Counter(map(str.casefold, texts)).items() if n > 1
    ]
    if twice:
        raise InputError(f"codes[{variable!r}] has {twice[0]!r} twice; capitals do not count.")

    if len(texts) < 2:
        raise InputError(f"codes[{variable!r}] has {len(texts)} codes; expected two or more.")
    return Known(variable, tuple(texts))


def code_text(value: Any) -> str | None:
    """Return a cell as a code, None where it is empty: one line, 2.0 as 2, no guard before "=".

    >>> code_text(" very  bad "), code_text(2.0), code_text(True), code_text("'-1"), code_text("")
    ('very bad', '2', 'TRUE', '-1', None)
    """
    if value is None or value is pd.NA or value != value:
        return None

    if isinstance(value, bool):  # as Excel shows it
        return str(value).upper()

    if isinstance(value, float) and value.is_integer():
        return str(int(value))

    text = " ".join(str(value).split())
    is_guarded = text.startswith("'") and text[1:].startswith(FORMULA_STARTS)
    return text[is_guarded:] or None
