"""Markdown as HTML, with formulas and colored code; HTML in it is cleaned afterwards."""

from __future__ import annotations

from collections.abc import Callable

import mistune

from newskit.html import escape
from newskit.reporting.notebooks.code import code_html
from newskit.reporting.notebooks.formulas import formula_html

LONGEST = 300_000  # characters of one cell; what is longer is shown as it was written


def markdown_html(source: str) -> str:
    """Return Markdown as HTML that has not passed the gate yet."""
    if len(source) > LONGEST:
        return f"<pre>{escape(source)}</pre>"

    try:
        return str(_MARKDOWN(source))
    except RecursionError:  # quotations in quotations in quotations
        return f"<pre>{escape(source)}</pre>"


class _CellRenderer(mistune.HTMLRenderer):
    """Markdown's pieces as this page wants them."""

    def block_code(self, code: str, info: str | None = None) -> str:
        language = (info or "").split()
        return code_html(code.rstrip("\n"), language[0] if language else "text")

    def block_html(self, html: str) -> str:
        return f"{html}\n"


_RENDERER = _CellRenderer(escape=False, allow_harmful_protocols=True)  # the gate decides
_MARKDOWN = mistune.create_markdown(
    renderer=_RENDERER, plugins=["table", "strikethrough", "task_lists", "math"]
)
# What plugins have put in is not replaced by methods.
_REPLACED: dict[str, Callable[..., str]] = {
    "block_math": lambda _, text: formula_html(text, display=True),
    "inline_math": lambda _, text: formula_html(text),
    "task_list_item": lambda _, text, checked=False: f"<li>{'☑' if checked else '☐'} {text}</li>\n",
}
for _name, _render in _REPLACED.items():
    _RENDERER.register(_name, _render)
