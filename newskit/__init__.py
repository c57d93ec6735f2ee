"""newskit: tidy tables, readability, sentiment, quotes and timelines of news articles.

    import newskit as nk

    articles = nk.read_articles("article.txt")
    analysis = nk.analyze(articles)
    nk.report(analysis, "report.html")

Every function takes a text, a list or Series of texts, or a DataFrame with a column `text`, and
returns a new, tidy DataFrame. `nk.codebook("quotes")` explains the columns of a table.
"""

from __future__ import annotations

import lazy_loader

__version__ = "0.1.0"

# Nothing is loaded before it is asked for, so that `import newskit` stays quick; the names are in
# `__init__.pyi`.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
