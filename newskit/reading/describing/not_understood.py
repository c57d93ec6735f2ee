"""What is said of a file that was not understood: what it was taken for, and how it begins."""

from __future__ import annotations

from newskit.reading.content import Content
from newskit.reading.describing.first_lines import first_lines
from newskit.reading.describing.forms import mark_of

_LINES, _PARAGRAPHS = 5, 20
"""Of a document of Word more is shown: it may open with a cover."""
_PAGES = ("html", "mhtml")
"""Forms whose first lines say nothing to people."""


def not_understood(
    why: str,
    content: Content,
    form: str,
) -> str:
    """Return why a file could not be read, what it was taken for, how it begins, what to do."""
    file = content.file
    if file.is_pasted:
        return why

    mark = mark_of(form)
    taken = f"It was taken for {form!r}: {mark}." if mark else ""
    n_lines = _PARAGRAPHS if content.is_zip else _LINES
    lines = [] if form in _PAGES else first_lines(content, n_lines)
    begins = f"It begins: {' / '.join(lines)}" if lines else ""
    shown = "" if file.data is not None else f"nk.describe_source({str(file.path)!r}) says more."
    return " ".join(filter(None, (why, taken, begins, shown)))
