"""How every field of every article was found, as a long table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.reading.columns import PROVENANCE
from newskit.reading.rows import is_missing


def provenance(articles: pd.DataFrame) -> pd.DataFrame:
    """Return how every field of every article was found.

    Parameters
    ----------
    articles : pandas.DataFrame
        Articles from `read_articles`, with the column `provenance`.

    Returns
    -------
    pandas.DataFrame
        One row per article and field that was found: `article_id`; `field` (column of the articles
        table); `found` (where it was found: json-ld:..., meta:..., rule:..., trafilatura, url,
        table:COLUMN, ...); `value` (what was found, lists as JSON). A field that was not found has
        no row, nor has one whose column in a table had its own name.

    Raises
    ------
    InputError
        If `articles` has no column `provenance`, or a cell of it is not a JSON object.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.provenance(nk.load_example("ferry"))[["field", "found"]].head(3)
         field                found
    0  authors    rule:byline-label
    1   byline    rule:byline-label
    2  caption  rule:picture-credit
    """
    if not isinstance(articles, pd.DataFrame):
        raise InputError(f"articles is {type(articles).__name__}; expected a frame of articles.")

    tables.need_columns(articles, ["article_id", "provenance"], "articles")

    rows: list[dict[str, Any]] = []
    for record in articles.to_dict("records"):
        rows += _rows(record)

    return tables.from_rows(PROVENANCE, rows)


def _rows(record: Mapping[Any, Any]) -> list[dict[str, Any]]:
    """Return a row for every field of one article that was found."""
    article_id, noted = record["article_id"], record["provenance"]
    # Tables state their fields themselves: nothing was found, so nothing is noted.
    if not isinstance(noted, str):
        return []

    rows = []
    for field, found in sorted(_fields(noted, article_id).items()):
        value = _shown(record.get(field))
        rows.append({"article_id": article_id, "field": field, "found": found, "value": value})

    return rows


def _fields(noted: str, article_id: Any) -> dict[str, str]:
    where = f"provenance of article {article_id!r}"
    try:
        fields = json.loads(noted)
    except (ValueError, RecursionError) as err:
        raise InputError(f"{where} is not JSON: {err}.") from err

    if not isinstance(fields, dict):
        raise InputError(f"{where} is {noted[:80]!r}; expected a JSON object.")

    return {str(field): str(found) for field, found in fields.items()}


def _shown(value: Any) -> str | None:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)

    return None if is_missing(value) else str(value)
