"""A row for each file: what it was taken for, why, and how much is in it."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pandas as pd

from newskit.reading.content import Content
from newskit.reading.describing.beginning import Look
from newskit.reading.describing.first_lines import first_lines
from newskit.reading.describing.forms import Form, form_of
from newskit.reading.formats import Format

FRAME = Format("table", (), holds="many")
"""The form of a data frame."""
COUNTED, STATED, ESTIMATED = "counted", "stated", "estimated"
_BEGINS = 8
"""Lines that are shown of a file that was not understood."""
_FIGURES = 2
"""Of a number that is estimated."""


def row_of_file(look: Look) -> dict[str, Any]:
    """Return the row of a file that was looked at."""
    columns = look.columns if look.raw is None else tuple(look.raw.columns)
    form = form_of(look.form.name, set(map(str, columns)))
    row: dict[str, Any] = {
        "source": look.file.name,
        "format": look.form.name if look.form.is_read else None,
        "form": form.title if form else None,
        "mark": _mark(form),
        "size": look.size,
        "looked_at": look.looked_at,
        "error": look.error,
        "warnings": [],
        "begins": _begins(look),
    }
    if look.form is FRAME:
        row |= {"format": FRAME.name, "size": None, "looked_at": None}

    return row | (_alone(look) if look.articles is None else _read(look, look.articles))


def _alone(look: Look) -> dict[str, Any]:
    """Say that there is an article in a file that was not read: a form with one in each."""
    is_one = look.form.holds == "one" and not look.error
    return {"n_all": 1, "all_from": COUNTED} if is_one else {}


def _read(look: Look, articles: pd.DataFrame) -> dict[str, Any]:
    errors = [*articles["error"].dropna(), *filter(None, [look.error])]
    n_articles = int(articles["error"].isna().sum())
    warnings = chain.from_iterable(articles["warnings"])
    told = {
        "n_articles": n_articles,
        "n_errors": len(errors),
        "error": next(iter(errors), None),
        "warnings": list(dict.fromkeys(warnings)),
    }
    return told | _all(look, n_articles)


def _mark(form: Form | None) -> str | None:
    if form is None:
        return None

    return f"its columns {', '.join(sorted(form.columns))}" if form.columns else form.mark


def _begins(look: Look) -> list[str]:
    is_understood = look.error is None or look.articles is not None or look.file.why is not None
    if is_understood or look.form is FRAME:
        return []

    return first_lines(look.file.content or Content(look.file), _BEGINS)


def _all(look: Look, n_articles: int) -> dict[str, Any]:
    """Return how many articles the whole file holds, and how that is known."""
    if look.is_whole:
        return {"n_all": n_articles, "all_from": COUNTED}

    if look.stated is not None:
        return {"n_all": look.stated, "all_from": STATED}

    if not look.size or not look.looked_at:
        return {}

    estimate = n_articles * look.size / look.looked_at
    return {"n_all": int(float(f"{estimate:.{_FIGURES - 1}e}")), "all_from": ESTIMATED}
