"""How every field of every article was found, as a long table."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.reading.columns import PROVENANCE


def provenance(articles: pd.DataFrame) -> pd.DataFrame:
    """Return how every field of every article was found.

    Parameters
    ----------
    articles : pandas.DataFrame
        Articles from `read_articles`, with the column `provenance`.

    Returns
    -------
    pandas.DataFrame
        One row per article and field that was found: `article_id`; `field` (column of the articles table);
        `found` (where it was found: json-ld:..., meta:..., rule:..., trafilatura, htmldate, ...); `value` (what
        was found, lists as JSON). A field that was not found has no row; articles of a table have none.

    Raises
    ------
    InputError
        If `articles` has no column `provenance`, or a cell of it is not a JSON object.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.provenance(nk.load_example("harbor"))[["field", "found"]].head(3)
         field                found
    0  authors    rule:byline-label
    1   byline    rule:byline-label
    2  caption  rule:picture-credit
    """
    for name in ("article_id", "provenance"):
        if not isinstance(articles, pd.DataFrame) or name not in articles.columns:
            raise InputError(f"articles has no column {name!r}; expected a frame from read_articles.")
    rows: list[dict[str, Any]] = []
    for record in articles.to_dict("records"):
        noted = record["provenance"]
        if not isinstance(noted, str):
            continue
        for field, found in sorted(_fields(noted, record["article_id"]).items()):
            rows.append(
                {"article_id": record["article_id"], "field": field, "found": found, "value": _shown(record.get(field))}
            )
    return tables.from_rows(PROVENANCE, rows)


def _fields(noted: str, article_id: Any) -> dict[str, str]:
    try:
        fields = json.loads(noted)
    except (ValueError, RecursionError) as err:
        raise InputError(f"provenance of article {article_id!r} is not JSON: {err}.") from err
    if not isinstance(fields, dict):
        raise InputError(f"provenance of article {article_id!r} is {noted[:80]!r}; expected a JSON object.")
    return {str(k): str(v) for k, v in fields.items()}


def _shown(value: Any) -> str | None:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return None if value is None or pd.isna(value) else str(value)
