"""The one place where text becomes HTML: escaping, marked spans, tables, a marked article."""

from newskit.html.escaping import NO_FORMULAS, escape, replace_unprintable, safe_language, safe_url
from newskit.html.highlight import STYLE, Highlight, highlight
from newskit.html.palette import COLORS, LINES, UNKNOWN, speaker_order
from newskit.html.paragraphs import paragraphs
from newskit.html.spans import MarkedSpan, mark
from newskit.html.table import REGION, table_html
from newskit.html.wording import (
    MINUS,
    MISSING,
    cell_text,
    clock_text,
    known,
    plural,
    records,
    when_text,
)

__all__ = [
    "COLORS",
    "LINES",
    "MINUS",
    "MISSING",
    "NO_FORMULAS",
    "REGION",
    "STYLE",
    "UNKNOWN",
    "Highlight",
    "MarkedSpan",
    "cell_text",
    "clock_text",
    "escape",
    "highlight",
    "known",
    "mark",
    "paragraphs",
    "plural",
    "records",
    "replace_unprintable",
    "safe_language",
    "safe_url",
    "speaker_order",
    "table_html",
    "when_text",
]
