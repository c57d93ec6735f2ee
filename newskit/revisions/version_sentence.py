"""A sentence of a version, and what is counted of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from newskit.aligning import words_of


@dataclass(frozen=True)
class VersionSentence:
    """A sentence of a version: text[start:end] of a field."""

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    n_words: int
    n_quoted: int
    position: float
    """Share of the words of the version that stand before it."""

    @cached_property
    def words(self) -> list[str]:
        """Its words in small letters."""
        return words_of(self.text)
