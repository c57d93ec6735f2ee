"""One line of an article: what it looks like on its own, before anyone asks what it is."""

from __future__ import annotations

from dataclasses import dataclass

FINAL = ".!?…。！？؟۔।"
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«"


@dataclass(frozen=True)
class TextLine:
    """One line that is not blank."""

    text: str
    """Without blanks around it and without its bullet."""
    block: int
    """Lines between the same two blank lines share a number."""
    alone: bool
    """Whether it has its block to itself."""
    bullet: bool
    indent: int
    repeated: bool
    """Whether the same line stands elsewhere in the text too."""
    number: int = 0
    """Where it begins in the text: number of its line, from 0."""
    until: int = 0
    """Where it ends: the number of its last line, in a paragraph cut at a fixed width."""

    @property
    def words(self) -> int:
        """Number of words, roughly: what blanks separate."""
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return ends_sentence(self.text)


def ends_sentence(text: str) -> bool:
    """Say whether a text ends with a final mark, quotation marks and brackets behind it allowed."""
    bare = text.rstrip(CLOSERS + " ")
    return bool(bare) and bare[-1] in FINAL
