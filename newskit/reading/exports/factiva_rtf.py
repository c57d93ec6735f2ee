"""Factiva, RTF: as displayed, a page an article, the headline in bold type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newskit.reading.content import Content, text_of_rtf
from newskit.reading.exports import factiva_cells as cells
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.factiva_text import records_as_displayed

_ID = re.compile(rf"(?:{cells.DOCUMENT_WORDS})\s+{cells.ID_PATTERN}")
_BOLD = re.compile(rb"\\b(?=[ \\{\r\n])")
_RUNS = re.compile(f"{cells.MARK_OF_HEADLINE}+")


def looks_like(content: Content) -> bool:
    """Say whether an RTF file holds accession numbers of Factiva."""
    return content.is_rtf and bool(_ID.search(content.rtf_words))


def records(content: Content) -> Iterator[Exported]:
    """Return the articles: words in bold are marked, so that the headline is known by its type."""
    marked = _BOLD.sub(rb"\\b {%s}" % cells.MARK_OF_HEADLINE.encode(), content.data)
    text = _RUNS.sub(cells.MARK_OF_HEADLINE, text_of_rtf(marked))
    for record in records_as_displayed(text, is_wrapped=False):
        # Search words in the text may be bold, too.
        record.paragraphs = [line.replace(cells.MARK_OF_HEADLINE, "") for line in record.paragraphs]
        yield record
