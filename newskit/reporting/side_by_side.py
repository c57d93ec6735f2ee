"""The report of a comparison: what each section shows of articles that stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit.comparing import Comparison
from newskit.comparing.altered import changes, wording
from newskit.comparing.people import speaks
from newskit.html import STYLE, clock_text, plural, records, safe_language, table_html
from newskit.reporting.provenance import hashes, versions
from newskit.reporting.rendering import render, resource

MOST = 15
"""Names, quotations and facts of a section that are shown; the tables have all."""
MOST_SIDES = 12
"""Articles that have a column; with a hundred the page would be 134,000 pixels high."""
_WORDS = 12
"""Over-used words of each article that are shown."""
_PLACES = 4
"""Articles that are named in a line which says where something is not."""
_COLUMNS = 3
"""Articles that each have a column of their own; of more, only those that have something."""
_KINDS = {"speaker": "Speakers", "quotation": "Quotations", "number": "Numbers", "time": "Times"}
_Row = dict[str, Any]
_Labels = Mapping[str, str]


def comparison_html(comparison: Comparison, title: str | None) -> str:
    """Return the page that shows a comparison."""
    names = comparison.labels
    rows = records(comparison.articles)
    languages = {safe_language(row.get("language")) for row in rows}
    view = {
        "title": title or _title(list(names.values())),
        "language": (languages.pop() if len(languages) == 1 else None) or "en",
        "style": resource("style.css") + STYLE + resource("side_by_side.css"),
        "findings": comparison.findings,
        "caveats": comparison.caveats,
        "headlines": [_headline(row, names) for row in records(comparison.headlines)],
        "people": _people(comparison.people, names),
        "quotes": _alike(comparison.quotes, names),
        "sentences": _alike(comparison.sentences, names),
        "facts": _facts((comparison.numbers, comparison.times), names),
        "only": [_only(comparison.only_here, *article) for article in names.items()],
        "words": [_words(comparison.words, *article) for article in names.items()],
        "most": MOST,
        "most_sides": MOST_SIDES,
        "hashes": table_html(hashes(rows), "SHA-256 of the input"),
        "versions": table_html(versions(), "Versions"),
    }
    return render("side_by_side.html.j2", view)


def _title(names: list[str]) -> str:
    """Name two or three articles, and count more."""
    if len(names) > 3:
        return f"{len(names)} articles side by side"
    return " and ".join(names)


def _headline(row: _Row, names: _Labels) -> _Row:
    """Show an article by its headline and the few numbers that tell it apart."""
    share = row["quoted_share"]
    published, updated = row["published_local"], row["updated_local"]
    facts = {
        "Published": clock_text(published) if published else None,
        "Updated": clock_text(updated) if updated else None,
        "Length": plural(row["n_words"], "word"),
        "Quoted": f"{share:.0%} of the words" if share is not None else None,
        "Speakers": plural(row["n_speakers"], "name"),
        "In this headline only": row["own_words"],
        "Certainty of the headline": row["headline_certainty"],
        "Certainty of the standfirst": row["standfirst_certainty"],
        "Hedges in the text": _rate(row["hedges_per_1000"]),
        "Boosters in the text": _rate(row["boosters_per_1000"]),
    }
    return {
        "name": names[row["article_id"]],
        "headline": row["headline"],
        "standfirst": row["standfirst"],
        "facts": {name: value for name, value in facts.items() if value},
    }


def _rate(value: float | None) -> str | None:
    return None if value is None else f"{value:.1f} per 1,000 words"


class _Section(NamedTuple):
    """What a section shows, and how many there are."""

    shown: list[_Row]
    total: int


def _people(people: pd.DataFrame, names: _Labels) -> _Section:
    """Show who speaks, those with most words first, and where they do not."""
    speakers = people[people["name"].isin(people.loc[speaks(people), "name"])]
    shown, total = _first_groups(speakers, "name")
    widest = max([row["n_words"] for rows in shown for row in rows] or [1])
    views = [_person(rows, max(widest, 1), names) for rows in shown]
    return _Section(views, total)


def _first_groups(table: pd.DataFrame, column: str) -> tuple[list[list[_Row]], int]:
    """Return the rows of the first groups of a table, and how many groups there are."""
    groups = table[column].drop_duplicates()
    first = table[table[column].isin(groups.iloc[:MOST])]
    by_group: dict[Any, list[_Row]] = {}
    for row in records(first):
        by_group.setdefault(row[column], []).append(row)
    return list(by_group.values()), len(groups)


def _person(rows: list[_Row], widest: int, names: _Labels) -> _Row:
    sides = [
        {
            "name": names[row["article_id"]],
            "width": round(100 * row["n_words"] / widest),
            "said": _said(row),
        }
        for row in _in_columns(rows, names)
    ]
    missing = _missing(rows, names) if len(names) > _COLUMNS else ""
    return {"name": rows[0]["name"], "sides": sides, "missing": missing}


def _in_columns(rows: list[_Row], names: _Labels) -> list[_Row]:
    """Give each of a few articles a row, so that each has a column of its own."""
    if len(names) > _COLUMNS:
        return rows

    of_article = {row["article_id"]: row for row in rows}
    silent = {"n_words": 0, "n_quotes": 0, "n_indirect": 0, "n_mentions": 0, "verbs": None}
    return [of_article.get(name, silent | {"article_id": name}) for name in names]


def _said(row: _Row) -> str:
    """Say how much someone says in an article, and with which verbs."""
    words, quotations = (plural(row["n_words"], "word"), plural(row["n_quotes"], "quotation"))
    parts = [f"{words} in {quotations}"] if row["n_quotes"] else []
    if row["n_indirect"]:
        parts.append(f"{plural(row['n_indirect'], 'time')} in other words")
    if not parts:
        named = f"named, not quoted ({plural(row['n_mentions'], 'mention')})"
        parts.append(named if row["n_mentions"] else "not named")
    if row["verbs"]:
        parts.append(f"verbs: {row['verbs'].replace('; ', ', ')}")
    return "; ".join(parts)


def _missing(rows: Iterable[_Row], names: _Labels) -> str:
    """Name the articles that have no row."""
    has = {row["article_id"] for row in rows}
    lacking = [name for article_id, name in names.items() if article_id not in has]
    more = len(lacking) - _PLACES
    shown = ", ".join(lacking[:_PLACES])
    return f"{shown} and {more} more" if more > 0 else shown


def _alike(table: pd.DataFrame, names: _Labels) -> _Section:
    """Show what several articles have, with the words that differ."""
    shown, total = _first_groups(table[table["relation"] != "only"], "group")
    return _Section([_worded(rows, names) for rows in shown], total)


def _worded(rows: list[_Row], names: _Labels) -> _Row:
    base = next(row for row in rows if row["changes"] is None)
    speakers = dict.fromkeys(map(_speaker, rows))
    sides = [{"name": names[row["article_id"]], "pieces": _pieces(base, row)} for row in rows]
    return {
        "relation": rows[0]["relation"],
        "who": ", ".join(filter(None, speakers)),
        "sides": sides,
        "missing": _missing(rows, names),
    }


def _speaker(row: _Row) -> str | None:
    # A sentence has none.
    return row.get("speaker")


def _pieces(base: _Row, row: _Row) -> list[tuple[str, str]]:
    """Return the words of a text, and those of the base that it lacks."""
    if row is base or row["relation"] == "same":
        return [("kept", row["text"])]
    found = changes(wording(base["text"]), wording(row["text"]))
    return [(piece.change, piece.text) for piece in found]


def _facts(tables: Iterable[pd.DataFrame], names: _Labels) -> _Section:
    """Show numbers and times of one thing as each article has them, what differs first."""
    views, total = [], 0
    for table in tables:
        several = table[table["relation"] != "only"]
        shown, n = _first_groups(several, "group")
        views += [_fact(rows, names) for rows in shown]
        total += n
    views.sort(key=lambda view: view["relation"] != "differs")
    return _Section(views[:MOST], total)


def _fact(rows: list[_Row], names: _Labels) -> _Row:
    printed: dict[str, list[str]] = {}
    for row in rows:
        own = printed.setdefault(names[row["article_id"]], [])
        own.append(row["text"])
    return {
        "about": rows[0]["about"] or "",
        "relation": rows[0]["relation"],
        "sides": [(name, "; ".join(dict.fromkeys(texts))) for name, texts in printed.items()],
        "missing": _missing(rows, names),
    }


def _only(table: pd.DataFrame, article_id: str, name: str) -> _Row:
    """Show what one article alone has, kind by kind."""
    own = table[table["article_id"] == article_id]
    kinds = {title: own.loc[own["kind"] == kind, "text"].tolist() for kind, title in _KINDS.items()}
    return {"name": name, "kinds": {title: texts for title, texts in kinds.items() if texts}}


def _words(table: pd.DataFrame, article_id: str, name: str) -> _Row:
    """Show the words that an article uses more often than the others."""
    own = table[(table["group"] == article_id) & (table["use"] == "over")]
    columns = {"word": "word", "n_group": "here", "n_reference": "others", "log_ratio": "log ratio"}
    shown = own.head(_WORDS)[list(columns)].rename(columns=columns).round({"log ratio": 1})
    caption = f"Over-used in {name}"
    return {"name": name, "table": table_html(shown, caption) if len(shown) else ""}
