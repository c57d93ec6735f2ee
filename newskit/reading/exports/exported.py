"""One article of an export, as it is printed there: what every form's module makes."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass
class Exported:
    """The fields of one article, as printed; `rows.py` cleans them and reads dates and names.

    `put` fills one and notes where it stood. A field that the articles table does not have goes to
    `extra`, under the name that the archive prints.
    """

    headline: str = ""
    publisher: str = ""
    date: str = ""
    """The line of publication: day, clock, zone, edition."""
    section: str = ""
    page: str = ""
    byline: str = ""
    authors: list[str] | None = None
    """The people, where the archive lists them; None: they are read from the byline."""
    standfirst: str = ""
    dateline: str = ""
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credit: str = ""
    language: str = ""
    archive_id: str = ""
    url: str = ""
    tags: list[str] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    error: str = ""
    """Why the article could not be read, with the line that was not understood."""
    is_closed: bool = False
    """Whether below it stands what closes an article, where the form knows that without an id."""

    def put(
        self,
        name: str,
        value: Any,
        found: str,
    ) -> None:
        """Fill a field, or an entry of `extra`; what is printed twice is kept twice."""
        if not value:
            return

        if name not in FIELDS:
            before = self.extra.get(name)
            self.extra[name] = f"{before}\n{value}" if before else value
            return

        # The first is the archive's own: a second HEADLINE is of the article.
        if getattr(self, name):
            self.put(f"second {name}", value, found)
        else:
            self.fill(name, value, found)

    def fill(
        self,
        name: str,
        value: Any,
        found: str,
    ) -> None:
        """Fill a field of the table that is empty so far."""
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.found[name] = found

    @property
    def last_line(self) -> str:
        """What was read last, to show where an article breaks off."""
        told = [str(getattr(self, name)) for name in self.found if name in FIELDS]
        return ["", *told, *self.paragraphs][-1]

    def warn(self, warning: str) -> None:
        """Add a warning, once."""
        if warning not in self.warnings:
            self.warnings.append(warning)


_NOT_PUT = {"extra", "found", "warnings", "is_closed"}
FIELDS = frozenset(one.name for one in fields(Exported)) - _NOT_PUT
"""What `put` can fill; everything else is kept in `extra`."""
