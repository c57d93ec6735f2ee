"""Exports of archives: one file, many articles. To add a form: a module, and an entry in EXPORTS.

A module of a form has two functions: `looks_like(content)`, and `records(content)`, which yields
the articles as they are printed. `rows.py` does what all forms share: cleaning, days, people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newskit.errors import ReadError
from newskit.reading.content import Content
from newskit.reading.exports import (
    europresse_html,
    factiva_html,
    factiva_rtf,
    factiva_text,
    factiva_xml,
    nexis_docx,
    nexis_html,
    nexis_rtf,
    nexis_text,
    proquest_html,
    proquest_text,
    proquest_xml,
    reuters_sgml,
    ris,
    trafilatura_xml,
)
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.rows import row_of
from newskit.reading.file import File
from newskit.reading.rows import Hints, Row


@dataclass(frozen=True)
class Export:
    """A form of export, and the functions that know it and read it."""

    name: str
    """What `format=` and the column `format` call it."""
    looks_like: Callable[[Content], bool]
    records: Callable[[Content], Iterable[Exported]]
    stated: Callable[[Content], int | None] = lambda content: None
    """How many articles the file says that it holds."""
    extra: str | None = None
    """The extra of newskit that installs what reading it needs."""
    endings: tuple[str, ...] = ()
    """Endings of files that hold nothing else."""
    marks: tuple[bytes, ...] = ()
    """Of pages: what one or another of stands in every one of this form, in small letters."""

    def read(self, file: File, hints: Hints) -> list[Row]:
        """Return a row for every article of a file.

        Raises
        ------
        ReadError
            If it holds no article.
        """
        content = file.content or Content(file)
        rows = [row_of(record, hints) for record in self.records(content)]
        if not rows:
            raise ReadError(f"No article of the form {self.name!r} was found.")

        warnings = [*content.warnings(), *_count_warning(rows, self.stated(content))]
        for row in rows:
            row["warnings"] += warnings

        return rows


def _count_warning(rows: list[Row], stated: int | None) -> list[str]:
    """Compare with the number that the file states: a check, since people cut files."""
    found = sum(row["error"] is None for row in rows)
    if stated is None or stated == found:
        return []

    return [f"the file states {stated:,} articles; {found:,} were found in it"]


# fmt: off
EXPORTS: tuple[Export, ...] = (
    Export("nexis-docx", nexis_docx.looks_like, nexis_docx.records, nexis_docx.stated),
    Export("nexis-html", nexis_html.looks_like, nexis_html.records, nexis_html.stated,
           marks=(b"doc_id_", b"docfull>")),
    Export("nexis-text", nexis_text.looks_like, nexis_text.records, nexis_text.stated),
    Export("nexis-rtf", nexis_rtf.looks_like, nexis_rtf.records, nexis_rtf.stated, extra="rtf"),
    Export("factiva-rtf", factiva_rtf.looks_like, factiva_rtf.records, extra="rtf"),
    Export("factiva-xml", factiva_xml.looks_like, factiva_xml.records, factiva_xml.stated),
    Export("factiva-text", factiva_text.looks_like, factiva_text.records),
    Export("factiva-html", factiva_html.looks_like, factiva_html.records,
           marks=(b"rticleparagraph",)),
    Export("proquest-text", proquest_text.looks_like, proquest_text.records, proquest_text.stated),
    Export("proquest-xml", proquest_xml.looks_like, proquest_xml.records),
    Export("proquest-mail", proquest_html.looks_like_mail, proquest_html.records,
           endings=(".eml",)),
    Export("reuters-sgml", reuters_sgml.looks_like, reuters_sgml.records,
           endings=(".sgm", ".sgml")),
    Export("ris", ris.looks_like, ris.records, endings=(".ris",)),
    Export("trafilatura-xml", trafilatura_xml.looks_like, trafilatura_xml.records),
    Export("proquest-html", proquest_html.looks_like, proquest_html.records,
           marks=(b"docid_", b"wordcount")),
    Export("europresse-html", europresse_html.looks_like, europresse_html.records,
           marks=(b"docpublicationname",)),
)
