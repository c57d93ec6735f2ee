"""newskit: tidy tables, readability, sentiment, quotes and timelines of news articles.

    import newskit as nk

    articles = nk.read_articles("article.txt")
    analysis = nk.analyze(articles)
    nk.report(analysis, "report.html")

Every function takes a text, a list or Series of texts, or a DataFrame with a column `text`, and returns a new, tidy
DataFrame. `nk.columns("quotes")` explains the columns of a table.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newskit import plots
    from newskit.analysis import Analysis, analyze, sentiment_by_speaker
    from newskit.chronology import publication_rhythm, time_checks, time_reach, timeline, update_gaps
    from newskit.counting import counts
    from newskit.errors import InputError, MissingExtraError, NewskitError, ReadError, UnknownNameError
    from newskit.formulas import grades, measures, readability, score
    from newskit.lexical import frequent_words, length_distribution, lexical_diversity
    from newskit.listing import sentences, words
    from newskit.markup import highlight
    from newskit.quotation import attribution, cue_verbs, name_variants, quotes, repeated_quotes, speakers
    from newskit.reading import duplicates, provenance, read_articles, sample, write_articles
    from newskit.reporting import report
    from newskit.stamps import outlets, parse_timestamps
    from newskit.tables import columns
    from newskit.valence import compare_lexicons, sentiment, sentiment_hits, sentiment_toward
    from newskit.wordlists import lexicon, lexicons

__version__ = "0.1.0"

# Where each public name lives. Loaded when first asked for, so that `import newskit` stays quick.
_HOMES = {
    "read_articles": "reading",
    "write_articles": "reading",
    "provenance": "reading",
    "duplicates": "reading",
    "sample": "reading",
    "sentences": "listing",
    "words": "listing",
    "counts": "counting",
    "readability": "formulas",
    "score": "formulas",
    "lexical_diversity": "lexical",
    "frequent_words": "lexical",
    "length_distribution": "lexical",
    "measures": "formulas",
    "grades": "formulas",
    "sentiment": "valence",
    "sentiment_hits": "valence",
    "sentiment_toward": "valence",
    "compare_lexicons": "valence",
    "sentiment_by_speaker": "analysis",
    "quotes": "quotation",
    "speakers": "quotation",
    "repeated_quotes": "quotation",
    "attribution": "quotation",
    "cue_verbs": "quotation",
    "name_variants": "quotation",
    "timeline": "chronology",
    "time_checks": "chronology",
    "time_reach": "chronology",
    "publication_rhythm": "chronology",
    "update_gaps": "chronology",
    "parse_timestamps": "stamps",
    "outlets": "stamps",
    "analyze": "analysis",
    "Analysis": "analysis",
    "highlight": "markup",
    "report": "reporting",
    "columns": "tables",
    "lexicons": "wordlists",
    "lexicon": "wordlists",
    "NewskitError": "errors",
    "InputError": "errors",
    "ReadError": "errors",
    "UnknownNameError": "errors",
    "MissingExtraError": "errors",
}

__all__ = [
    "Analysis",
    "InputError",
    "MissingExtraError",
    "NewskitError",
    "ReadError",
    "UnknownNameError",
    "analyze",
    "attribution",
    "columns",
    "compare_lexicons",
    "counts",
    "cue_verbs",
    "duplicates",
    "frequent_words",
    "grades",
    "highlight",
    "length_distribution",
    "lexical_diversity",
    "lexicon",
    "lexicons",
    "measures",
    "name_variants",
    "outlets",
    "parse_timestamps",
    "plots",
    "provenance",
    "publication_rhythm",
    "quotes",
    "read_articles",
    "readability",
    "repeated_quotes",
    "report",
    "sample",
    "score",
    "sentences",
    "sentiment",
    "sentiment_by_speaker",
    "sentiment_hits",
    "sentiment_toward",
    "speakers",
    "time_checks",
    "time_reach",
    "timeline",
    "update_gaps",
    "words",
    "write_articles",
]


def __getattr__(name: str) -> Any:
    if name == "plots":
        return import_module("newskit.plots")
    if name not in _HOMES:
        raise AttributeError(f"module 'newskit' has no attribute {name!r}")
    value = getattr(import_module(f"newskit.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
