"""Code with its words colored, as `pre`; every letter of it is escaped."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from newskit.html import escape

MOST_COLORED = 200_000  # characters; longer code is shown plain
# Pygments' kinds, the narrower first, and our classes for them.
_KINDS = (
    ("Token.Comment", "c"),
    ("Token.Literal.String", "s"),
    ("Token.Literal.Number", "n"),
    ("Token.Keyword", "k"),
    ("Token.Operator.Word", "k"),
    ("Token.Name.Function", "f"),
    ("Token.Name.Class", "f"),
    ("Token.Name.Decorator", "f"),
)


def code_html(source: str, language: str = "python") -> str:
    """Return code as HTML; a language that is not known is shown without colors."""
    lexer = _lexer(language) if len(source) <= MOST_COLORED else None
    shown = _colored(lexer, source) if lexer else escape(source)
    return f'<pre class="code"><code>{shown.rstrip()}</code></pre>'


def _lexer(language: str) -> Any:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


def _colored(lexer: Any, source: str) -> str:
    shown: list[str] = []
    # Neighbors of one color are one piece.
    for kind, tokens in groupby(lexer.get_tokens(source), key=_kind):
        text = escape("".join(text for _, text in tokens))
        shown.append(f'<span class="{kind}">{text}</span>' if kind else text)

    return "".join(shown)


def _kind(token: tuple[Any, str]) -> str:
    told = str(token[0])
    for name, kind in _KINDS:
        if told.startswith(name):
            return kind

    return ""
