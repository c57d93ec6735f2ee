"""The report on a dataset: that on a corpus, made without its texts."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.errors import InputError, NotMadeError
from newskit.html import STYLE, safe_language, table_html
from newskit.pipeline import Analysis
from newskit.reporting import appendix
from newskit.reporting.corpus.view import corpus_view
from newskit.reporting.methods import methods_text
from newskit.reporting.provenance import versions, word_lists
from newskit.reporting.rendering import render, resource
from newskit.reporting.sections import NEEDED
from newskit.scaling import Dataset
from newskit.tables import TEXT

SHOWN_ERRORS = 100  # articles: the table `errors` has them all
_SPEAKING = ("article_id", "kind", "field", "speaker", "speaker_type", "start", "cue", "n_words")
_READ: dict[str, tuple[str, ...]] = {
    "quotes": (*_SPEAKING, "confidence"),
    "timeline": ("article_id", "kind"),
    "sentences": (),
    "attribution": (),
}
"""Of these tables the report takes no more: their texts are what there is most of."""
_HASHED = "the records of all parts of the dataset"
_NOT_READ = frozenset(("text", "subheads", "subhead_before", "provenance", "dropped", "extra"))


def dataset_html(dataset: Dataset, title: str | None, by: Any) -> str:
    """Return the page on a dataset.

    Raises
    ------
    InputError
        If it has no article that could be read.
    NotMadeError
        If it lacks a table that the report shows.
    """
    missing = sorted(NEEDED.difference(dataset.tables))
    if missing:
        raise NotMadeError(
            f"The report shows tables that were not made: {', '.join(missing)}. "
            "newskit.analyze_dataset(source, out) without only= makes all that it shows."
        )

    n_errors = int(dataset.manifest["n_errors"])
    if len(dataset) == n_errors:
        raise InputError("There is no article to report on: none could be read.")

    made = _without_texts(dataset)
    errors = dataset.table("errors").head(SHOWN_ERRORS)
    failed = zip(errors["article_id"], errors["error"], strict=True)
    view = {
        "title": title or f"{len(dataset):,} articles",
        "language": _language(made["articles"]),
        "single": False,
        "corpus": corpus_view(made, by),
        "beside": "",
        "articles": [],
        "failed": [{"name": name, "error": error} for name, error in failed],
        "style": resource("style.css") + STYLE,
    }
    return render("report.html.j2", view | _how_made(dataset, made))


def _without_texts(dataset: Dataset) -> dict[str, pd.DataFrame]:
    made = {name: dataset.table(name, columns=_columns(dataset, name)) for name in dataset.tables}
    no_texts = pd.Series(pd.NA, index=made["articles"].index, dtype=TEXT)
    return made | {"articles": made["articles"].assign(text=no_texts)}


def _columns(dataset: Dataset, name: str) -> list[str]:
    stated = dataset.arrow(name).schema.names
    wanted = _READ.get(name, stated)
    return [column for column in stated if column in wanted and column not in _NOT_READ]


def _language(articles: pd.DataFrame) -> str:
    languages = set(map(safe_language, articles["language"].unique()))
    return (languages.pop() if len(languages) == 1 else None) or "en"


def _how_made(dataset: Dataset, made: dict[str, pd.DataFrame]) -> dict[str, Any]:
    analysis = Analysis(made["articles"], {k: v for k, v in made.items() if k != "articles"})
    digest = dataset.manifest["sha256_of_parts"]
    sizes = {name: (dataset.arrow(name).schema.names, n) for name, n in dataset.tables.items()}
    return {
        "hash": digest,
        "tables": appendix.entries_of(sizes),
        "not_made": appendix.not_made(made),
        "hashes": "",
        "versions": table_html(versions(), "Versions"),
        "word_lists": table_html(word_lists(), "Word lists"),
        "methods": methods_text(analysis, "apa", digest, _HASHED),
        "bibtex": methods_text(analysis, "bibtex", digest, _HASHED),
    }
