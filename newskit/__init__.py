"""newskit: tidy tables, readability, sentiment, quotes and timelines of news articles.

    import newskit as nk

    articles = nk.read_articles("article.txt")
    analysis = nk.analyze(articles)
    nk.report(analysis, "report.html")

Every function takes a text, a list or Series of texts, or a DataFrame with a column `text`, and
returns a new, tidy DataFrame. `nk.codebook("quotes")` explains the columns of a table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import lazy_loader

__version__ = "0.2.0"

# Nothing is loaded before it is asked for, so that `import newskit` stays quick; the names are in
# `__init__.pyi`.
_load, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> Any:
    """Load a public name; of one that is not there, the error names the nearest."""
    if name in __all__:
        return _load(name)
    from newskit.errors import UnknownAttributeError

    raise UnknownAttributeError("newskit", name, _names)


def _names() -> Iterator[str]:
    """Return the public names, and those of the rooms (times.outlets)."""
    yield from __all__
    for room in ("coding", "times", "lexicons", "plots", "revisions"):
        yield from (f"{room}.{name}" for name in _load(room).__all__)


def _frame_html(frame: Any) -> str | None:
    from newskit.notebook import frame_html

    return frame_html(frame)


def _show_tables_in_notebooks() -> None:
    """Let Jupyter show newskit's tables as `show` does; others stay as pandas shows them.

    pandas itself would show 32 columns, and typeset what stands between two dollar signs.
    """
    IPython = sys.modules.get("IPython")  # not loaded: no notebook
    shell = getattr(IPython, "get_ipython", lambda: None)()
    if shell is not None:
        formatter = shell.display_formatter.formatters["text/html"]
        for module in ("pandas", "pandas.core.frame"):  # version 3, and those before it
            formatter.for_type_by_name(module, "DataFrame", _frame_html)


_show_tables_in_notebooks()
