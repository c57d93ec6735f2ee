"""The page on versions: an overview where there are several articles, and each article in full."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import revisions
from newskit.html import records, safe_language, table_html
from newskit.reporting.provenance import hashes, versions
from newskit.reporting.rendering import render, resource
from newskit.reporting.revisions.article import article_view
from newskit.revisions import (
    base_rates,
    changes,
    deltas,
    quote_changes,
    speaker_changes,
    updates,
    word_changes,
)
from newskit.revisions.highlight import STYLE
from newskit.tables import TEXT

MOST = 12
"""Articles that are shown in full: those with most versions."""
_KEY = ("article_id", "version", "captured", "capture_ok", "text")
_HASHED = ("article_id", "headline", "standfirst", "text", "published", "updated")


def are_versions(source: Any) -> bool:
    """Say whether something holds versions of articles: their table, or articles seen twice."""
    if not isinstance(source, pd.DataFrame):
        return False
    return set(_KEY) <= set(source.columns) or _is_seen_twice(source)


def _is_seen_twice(frame: pd.DataFrame) -> bool:
    """Say whether articles have the times at which they were captured, one of them several."""
    told = {"article_id", "captured", "text"} <= set(frame.columns)
    return told and bool(frame["article_id"].duplicated().any())


def versions_html(table: pd.DataFrame, title: str | None) -> str:
    """Return the page that shows what changed between versions."""
    if not set(_KEY) <= set(table.columns):
        table = revisions.versions(table)

    made = {
        "changes": changes(table),
        "updates": updates(table),
        "word_changes": word_changes(table),
        "speaker_changes": speaker_changes(table),
        "quote_changes": quote_changes(table),
    }
    numbers = table["article_id"].value_counts(sort=False)
    several = numbers[numbers > 1].sort_values(ascending=False, kind="stable")
    chosen = list((several if len(several) else numbers).index[:MOST])
    made["deltas"] = deltas(table[table["article_id"].isin(chosen)])
    articles = [
        article_view(number, *_of_article(table, made, name))
        for number, name in enumerate(chosen, 1)
    ]
    view = {
        "title": title or _title(articles, len(numbers)),
        "language": _language(table),
        "style": resource("style.css") + STYLE + resource("revisions.css"),
        "single": len(numbers) == 1,
        "n_articles": len(numbers),
        "n_steps": int(made["updates"]["version_from"].notna().sum()),
        "overview": table_html(_overview(table, made["updates"]), "Articles and their versions"),
        "articles": articles,
        "base_rates": table_html(base_rates(), "Counted elsewhere"),
        "hashes": table_html(_hashes(table), "SHA-256 of the input"),
        "versions": table_html(versions(), "Versions"),
    }
    return render("revisions.html.j2", view)


def _of_article(
    table: pd.DataFrame,
    made: dict[str, pd.DataFrame],
    name: str,
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    own = {key: part[part["article_id"] == name] for key, part in made.items()}
    return table[table["article_id"] == name], own


def _title(articles: list[dict[str, Any]], n: int) -> str:
    return str(articles[0]["name"]) if n == 1 and articles else f"{n:,} articles and their versions"


def _language(table: pd.DataFrame) -> str:
    languages = {safe_language(row.get("language")) for row in records(table)}
    return (languages.pop() if len(languages) == 1 else None) or "en"


def _overview(table: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each article: what its steps have in common."""
    stepping = steps[steps["version_from"].notna()]
    by_article = stepping.groupby("article_id", sort=False)
    counts = {
        "versions": table[table["capture_ok"]].groupby("article_id").size(),
        "captures": table.groupby("article_id")["n_captures"].sum(),
        "steps": by_article["changed"].sum(),
        "headline changed": by_article["headline_changed"].sum(),
        "with a note": by_article["notice"].sum(),
        "unannounced": by_article["unannounced"].sum(),
    }
    names = list(dict.fromkeys(table["article_id"]))
    found = pd.DataFrame({key: part.reindex(names) for key, part in counts.items()})
    found = found.fillna(0).astype("int64")
    return found.assign(article=pd.Series(names, index=names, dtype=TEXT))[["article", *counts]]


def _hashes(table: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for row in records(table[[name for name in _HASHED if name in table.columns]]):
        rows.append(row | {"article_id": f"{row['article_id']}"})

    listed = hashes(rows)
    listed.insert(1, "version", table["version"].astype(str).to_numpy())
    return listed
