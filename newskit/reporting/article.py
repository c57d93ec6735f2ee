"""What the report shows of one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit.analyses.readability.caveats import CAVEATS
from newskit.html import REGION, highlight, safe_language
from newskit.reporting.facts import glance, head, name_of
from newskit.reporting.sections import SECTIONS
from newskit.reporting.sections.section import Row, Section, Tables


def article_view(number: int, row: Row, made: Tables) -> dict[str, Any]:
    """Gather what the template shows of one article.

    Of several articles each part says which it is of, for those who hear and do not see the page.
    """
    said = f"Article {number}: " if len(made["articles"]) > 1 else ""
    article_id = row["article_id"]
    mine = {name: table[table["article_id"] == article_id] for name, table in made.items()}
    series = pd.Series(row, dtype="object")
    marked = highlight(series, quotes=mine["quotes"], timeline=mine["timeline"])
    return {
        "key": f"a{number}",
        "said": said,
        "name": name_of(row),
        "standfirst": row.get("standfirst") or "",
        "language": safe_language(row.get("language")) or "",
        "facts": head(row),
        "glance": glance(mine),
        "sections": [_said_of(module.section(row, mine), said) for module in SECTIONS],
        "text": marked.body,
        "warnings": list(_warnings(row, mine)),
    }


def _said_of(section: Section, said: str) -> Section:
    """Say of each table which article it is of; the HTML is our own, so its form is known."""

    def named(table: str) -> str:
        return table.replace(REGION, f"{REGION}{said}", 1)

    details = {name: named(table) for name, table in section.details.items()}
    return section._replace(tables=list(map(named, section.tables)), details=details)


def _warnings(row: Row, mine: Tables) -> Iterator[str]:
    yield from map(str, row.get("warnings") or [])
    # The table has codes, for programs; a reader needs what they mean.
    for caveats in mine["readability"]["caveats"].dropna():
        for code in str(caveats).split("; "):
            meaning = f", {code}: {CAVEATS[code].meaning}" if code in CAVEATS else f": {code}"
            yield f"Readability{meaning}."
    if mine["timeline"]["zone_conflict"].fillna(False).any():
        yield "The printed time zone cannot be right on that day."
