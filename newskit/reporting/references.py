"""Sources as references: as the measures state them, in APA's form in a text, and as BibTeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# "Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3). doi:..."
_FORM = re.compile(
    r"(?P<authors>[^()]+?) \((?P<year>\d{4})\)[.:]? (?P<title>.+?)(?:[.?] (?P<place>.+))?\Z"
)
_JOURNAL = re.compile(
    r"(?P<journal>[^\d]+?) (?P<volume>\d+)(?:\((?P<number>\d+)\))?(?:, (?P<pages>\d+-\d+))?\Z"
)
_DOI = re.compile(r"[.,]? ?doi:(?P<doi>\S+)\Z")
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+\Z")
# "quanteda.textstats (software), after Gunning, R. (1952)": what it is after is the source.
_LEAD = re.compile(r"\A.*?\b(?:after|cites|given again in) ")
_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"}
ETC = 3  # authors from which the text names the first only


class Reference(NamedTuple):
    """A source; `place` is the journal, publisher or report, with its numbers."""

    authors: tuple[str, ...]
    year: str
    title: str
    place: str
    doi: str

    @property
    def key(self) -> str:
        """Name it in BibTeX: 'Flesch1948'."""
        family = unicodedata.normalize("NFKD", self.authors[0].split(",")[0])
        return re.sub(r"[^A-Za-z]", "", family) + self.year

    @property
    def cited(self) -> str:
        """Name it in a text: 'Coleman & Liau, 1975'."""
        families = [author.split(",")[0] for author in self.authors]
        named = f"{families[0]} et al." if len(families) >= ETC else " & ".join(families)
        return f"{named}, {self.year}"

    @property
    def apa(self) -> str:
        """Return the entry of a list of references."""
        *first, last = self.authors
        named = f"{', '.join(first)}, & {last}" if first else last
        named = named if named.endswith(".") else f"{named}."
        link = f" https://doi.org/{self.doi}" if self.doi else ""
        place = f" {self.place}." if self.place else ""
        return f"{named} ({self.year}). {self.title}.{place}{link}"

    @property
    def bibtex(self) -> str:
        """Return the entry of a file of BibTeX."""
        journal = _JOURNAL.match(self.place)
        fields = {"author": " and ".join(self.authors), "year": self.year, "title": self.title}
        if journal:
            fields |= {name: value for name, value in journal.groupdict().items() if value}
        elif self.place:
            fields["howpublished"] = self.place
        if self.doi:
            fields["doi"] = self.doi
        return entry("article" if journal else "misc", self.key, fields)


def entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """Write an entry of BibTeX; of titles the capitals are kept."""
    lines = [f"  {name} = {{{_escaped(name, value)}}}" for name, value in fields.items()]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def _escaped(name: str, value: str) -> str:
    if name == "doi":
        return value
    escaped = "".join(_SPECIAL.get(c, c) for c in value)
    # A body of people is one name, and not a family name behind given ones.
    is_body = name == "author" and "," not in value
    return f"{{{escaped}}}" if name == "title" or is_body else escaped


def references(sources: Iterable[str]) -> list[Reference]:
    """Read sources as the measures state them; each once, by author and year.

    >>> read = references(["textstat 0.7.13 (software), after Lee, A. & Ek, B. (1952). Rain. Ink"])
    >>> read[0].cited, read[0].place
    ('Lee & Ek, 1952', 'Ink')
    """
    found = {one: None for source in sources for one in _read(source)}
    return sorted(found, key=lambda one: (one.authors[0].lower(), one.year, one.title))


def _read(source: str) -> Iterator[Reference]:
    for part in source.split("; "):
        told = _FORM.match(_LEAD.sub("", part))
        # A program or a plain mean has no author and year.
        if told is None:
            continue
        place = told["place"] or ""
        doi = _DOI.search(place)
        if doi:
            place = place[: doi.start()]
        yield Reference(
            tuple(_authors(told["authors"])),
            told["year"],
            told["title"].rstrip("."),
            place.rstrip("."),
            doi["doi"] if doi else "",
        )


def _authors(told: str) -> Iterator[str]:
    """Part 'Powers, R. D., Sumner, W. A. & Kearl, B. E.' into its people."""
    parts = told.replace(" & ", ", ").split(", ")
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if _INITIALS.match(following):
            yield f"{part}, {following}"
        elif not _INITIALS.match(part):
            yield part
