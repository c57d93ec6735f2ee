"""Code with its words colored, as `pre`; every letter of it is escaped."""

from __future__ import annotations

from itertools import groupby

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from newskit.html import escape

_LONGEST = 200_000  # characters; longer code is shown plain
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
CLASSES = frozenset(kind for _, kind in _KINDS)


def code_html(source: str, language: str = "python") -> str:
    """Return code as HTML; a language that is not known is shown without colors."""
    try:
        lexer = get_lexer_by_name(language or "text", stripnl=False)
    except ClassNotFound:
        lexer = None
    if lexer is None or len(source) > _LONGEST:
        return f'<pre class="code"><code>{escape(source)}</code></pre>'

    tokens = ((_kind(str(kind)), text) for kind, text in lexer.get_tokens(source))
    parts = (
        (kind, escape("".join(text for _, text in run)))
        for kind, run in groupby(tokens, lambda token: token[0])
    )
    colored = "".join(
        f'<span class="{kind}">{text}</span>' if kind else text for kind, text in parts
    )
    return f'<pre class="code"><code>{colored.rstrip()}</code></pre>'


def _kind(told: str) -> str:
    return next((kind for name, kind in _KINDS if told.startswith(name)), "")
