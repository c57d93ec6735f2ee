"""What a stamp line can hold, and a view of its tokens that can be asked for beyond the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from newskit.timestamps.scan import END, Token

SEPARATORS = "/.-–"


@dataclass(frozen=True)
class Day:
    """A printed day; `year` is None where none is printed."""

    year: int | None
    month: int
    day: int
    either: bool = False
    """Whether day and month may be the other way round (06/01/2026); `month` is the first number then."""
    dotted: bool = False


@dataclass(frozen=True)
class Clock:
    """A printed time of day, with its zone where one stands beside it."""

    hour: int
    minute: int
    second: int = 0
    zone: str | None = None


@dataclass(frozen=True)
class Label:
    """A word that says what the next stamp is: published or updated."""

    field: str


@dataclass(frozen=True)
class Ago:
    """An age: two hours ago."""

    amount: int
    unit: str


Item: TypeAlias = Day | Clock | Label | Ago
Found: TypeAlias = tuple[Item, int] | None


class Line:
    """Tokens that can be asked for beyond the end."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def at(self, i: int) -> Token:
        """Return the token at `i`, or the end mark."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else END

    def number(self, i: int, low: int, high: int, width: int) -> int | None:
        """Return the number at `i` if it lies in a range and has at most `width` digits."""
        token = self.at(i)
        if token.kind != "number" or len(token.text) > width:
            return None
        value = int(token.text)
        return value if low <= value <= high else None

    def word(self, i: int) -> str:
        """Return the word at `i` in small letters, or an empty string."""
        token = self.at(i)
        return token.text.lower() if token.kind == "word" else ""

    def skip(self, i: int, marks: str) -> int:
        """Step over one mark."""
        return i + 1 if self.at(i).is_mark(marks) else i
