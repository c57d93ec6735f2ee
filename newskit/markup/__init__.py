"""The one place where text becomes HTML: escaping, marked spans, tables, and an article with its findings marked."""

from newskit.markup.escaping import clean, escape, safe_language, safe_url
from newskit.markup.highlighting import STYLE, Highlight, highlight
from newskit.markup.inks import COLORS, LINES, UNKNOWN, speaker_order
from newskit.markup.spans import Span, mark, paragraphs
from newskit.markup.tabling import need_columns, one_article, table_html
from newskit.markup.wording import MISSING, cell_text, clock_text, known, when_text

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
    "need_columns",
    "one_article",
    "paragraphs",
    "safe_language",
    "safe_url",
    "speaker_order",
    "table_html",
    "when_text",
]
