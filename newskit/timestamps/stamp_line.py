"""A view of the tokens of a stamp line that can be asked for beyond the end."""

from __future__ import annotations

from typing import TypeAlias

from newskit.timestamps.items import Item
from newskit.timestamps.scan import END, Token

SEPARATORS = "/.-–"

# What a rule returns: the item it read and where it stopped, or None.
Found: TypeAlias = tuple[Item, int] | None


class StampLine:
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
