"""One line of an article: what it looks like on its own, before anyone asks what it is."""

from __future__ import annotations

from dataclasses import dataclass, field

FINAL = ".!?…。！？؟۔।"
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«"


@dataclass
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

    words: int = field(init=False)
    """Number of words, roughly: what blanks separate."""
    closed: bool = field(init=False)
    """Whether it ends as a sentence ends."""

    def __post_init__(self) -> None:
        """Look at the text once: rules ask for these many times."""
        self.words = len(self.text.split())
        self.closed = ends_sentence(self.text)


def ends_sentence(text: str) -> bool:
    """Say whether a text ends with a final mark, quotation marks and brackets behind it allowed."""
    bare = text.rstrip(CLOSERS + " ")
    return bool(bare) and bare[-1] in FINAL
