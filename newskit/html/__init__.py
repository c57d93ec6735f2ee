"""The one place where text becomes HTML: escaping, marked spans, tables, and an article with its findings marked."""

from newskit.html.escaping import clean, escape, safe_language, safe_url
from newskit.html.highlight import STYLE, Highlight, highlight
from newskit.html.palette import COLORS, LINES, UNKNOWN, speaker_order
from newskit.html.spans import Span, mark, paragraphs
from newskit.html.table import table_html
from newskit.html.wording import MISSING, cell_text, clock_text, known, when_text

__all__ = [
    "COLORS",
    "LINES",
    "MISSING",
    "STYLE",
    "UNKNOWN",
    "Highlight",
    "Span",
    "cell_text",
    "clean",
    "clock_text",
    "escape",
    "highlight",
    "known",
    "mark",
    "paragraphs",
    "safe_language",
    "safe_url",
    "speaker_order",
    "table_html",
    "when_text",
]
