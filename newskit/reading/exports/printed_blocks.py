"""What stands between two blank lines of an older export of Nexis, and what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from newskit.reading.exports.labels import Labeled, labeled
from newskit.reading.exports.nexis_fields import COPYRIGHT, LABELS
from newskit.timestamps.date_lines import read_clock, read_date

_NOTICE = re.compile(
    r"(?:(?:distributed|prepared|provided|supplied|published) by|the materials in)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ-]{3,24}): +(?P<value>\S.*)")
_RIGHTS = re.compile(r"[^.]{3,60}\. all rights reserved\b", re.IGNORECASE)
CENTERED = 6
"""Blanks before a line that is centered; a headline stands at the margin."""


@dataclass
class PrintedBlock:
    """Lines between two blank lines."""

    lines: list[str]
    indent: int = 0
    kind: str = ""
    """Of pages: the class of the division that it stands in."""

    @cached_property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(" ".join(self.lines).split())

    @cached_property
    def label(self) -> Labeled | None:
        """What its label says, if it opens with one, in capitals."""
        said = labeled(self.text, LABELS)
        return said if said and said.label == said.label.upper() else None

    @property
    def field(self) -> str:
        """The field of its label; empty without one."""
        return self.label.field if self.label else ""

    @property
    def unknown_label(self) -> re.Match[str] | None:
        """What looks like a label that no list has."""
        return _UNKNOWN.fullmatch(self.text)

    @property
    def printed_label(self) -> str:
        """Its label as printed; empty without one."""
        return self.label.label if self.label else ""

    @cached_property
    def is_date(self) -> bool:
        """Whether it opens with a date."""
        return read_date(self.lines[0]) is not None

    @property
    def is_copyright(self) -> bool:
        """Whether it is a copyright line."""
        is_rights = self.is_centered and _RIGHTS.match(self.text)
        return bool(is_rights) or COPYRIGHT.match(self.lines[0]) is not None

    @property
    def is_notice(self) -> bool:
        """Whether it says who distributes the outlet, or made a transcript."""
        return _NOTICE.match(self.text) is not None

    @property
    def is_centered(self) -> bool:
        """Whether it stands in the middle, as outlets, dates and editions do."""
        return self.indent >= CENTERED

    @property
    def goes_with_date(self) -> bool:
        """Whether it is a part of the line of publication, where it stands below it."""
        is_of_date = self.is_date or read_clock(self.text)
        return self.is_centered or bool(is_of_date)

    @property
    def is_publication(self) -> bool:
        """Whether it goes with the date, and has no label."""
        return not self.label and self.goes_with_date

    @property
    def stands_bare(self) -> bool:
        """Whether it has no label, and does not go with the date: a headline, or a paragraph."""
        return not self.label and not self.goes_with_date


def joined(blocks: Iterable[PrintedBlock]) -> str:
    """Return the texts of blocks as one line."""
    return " ".join(block.text for block in blocks)
