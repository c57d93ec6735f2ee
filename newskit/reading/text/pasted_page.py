"""A pasted page: its lines, and what each of them is."""

from __future__ import annotations

from dataclasses import dataclass

from newskit.reading.text.kinds import Marked
from newskit.reading.text.line_kinds import ReadLines


@dataclass(frozen=True)
class PastedPage:
    """The lines of a text, and what the model says of them."""

    marked: list[Marked]
    read: ReadLines

    def of(self, *kinds: str) -> list[int]:
        """Return the lines of some kinds."""
        return [i for i, kind in enumerate(self.read.kinds) if kind in kinds]

    @property
    def headline(self) -> int | None:
        """Index of the headline; None in a text without one."""
        return self.read.headline

    @property
    def start(self) -> int:
        """Index of the first paragraph; the number of lines where there is none."""
        return next(iter(self.of("paragraph")), len(self.marked))

    @property
    def end(self) -> int:
        """Index of the first line behind the last paragraph."""
        paragraphs = self.of("paragraph")
        return paragraphs[-1] + 1 if paragraphs else len(self.marked)

    @property
    def ends(self) -> list[int]:
        """The first and the last paragraph: where the body is most easily wrong."""
        paragraphs = self.of("paragraph")
        return paragraphs[:1] + paragraphs[-1:]

    def sure_of(self, lines: list[int]) -> float:
        """Return the probability of the least sure of some lines."""
        return min((self.read.sure[i] for i in lines), default=1.0)
