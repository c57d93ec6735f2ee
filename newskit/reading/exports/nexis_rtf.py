"""Nexis, RTF: of Nexis Uni as its Word documents, of 2015 and before as its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newskit.reading.content import Content
from newskit.reading.exports import nexis_docx, nexis_text
from newskit.reading.exports.exported import Exported

_SEPARATOR = re.compile(r"(?:Dokument )?\d+ (?:of|von|de|van) \d+(?: DOCUMENTS?)?")


def looks_like(content: Content) -> bool:
    """Say whether an RTF file says where articles end, or is divided as Nexis divides."""
    if not content.is_rtf:
        return False

    words = content.rtf_words
    return "End of Document" in words or (bool(_SEPARATOR.search(words)) and "LENGTH" in words)


def stated(content: Content) -> int | None:
    """Return the number on the cover, or in the separators."""
    text = content.rtf_text
    if _is_uni(text):
        return nexis_docx.stated_in(text.split("\n"))

    return nexis_text.stated_in(nexis_text.separators(text))


def records(content: Content) -> Iterable[Exported]:
    """Return the articles of an RTF file."""
    text = content.rtf_text
    if _is_uni(text):
        return nexis_docx.records_in(text.split("\n"))

    # A paragraph is a line, whether blank lines stand between or not.
    return nexis_text.records_in(text, is_wrapped=False)


def _is_uni(text: str) -> bool:
    return "End of Document" in text
