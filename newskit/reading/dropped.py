"""The lines that the reader of pasted texts left out, as a long table."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.reading.columns import DROPPED

_CELLS = ("line", "kind", "place", "start", "end", "text", "sure")


def dropped(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of pasted texts that are no part of their article.

    Menus, share rows, promos, repeated headlines, captions between paragraphs, notes and footers
    are told from the article by a fitted model of lines and left out of `text`. Here they can be
    seen, and a wrong decision with them.

    Parameters
    ----------
    articles : pandas.DataFrame
        Articles from `read_articles`, with the column `dropped`. Web pages and tables have no rows.

    Returns
    -------
    pandas.DataFrame
        One row per line: `article_id`; `line` (its number in the pasted text, from 1); `kind`
        (share, promo, boilerplate, caption, repeated: the headline or standfirst once more, or
        other); `place` (above the headline, in the head, in the body, below it); `start`, `end`
        (offsets that slice the line out of the pasted text); `text`; `sure` (0 to 1: probability
        of the decision, by the model).

    Raises
    ------
    InputError
        If `articles` has no column `dropped`, or a cell of it is not a JSON list.

    Examples
    --------
    >>> import newskit as nk
    >>> lines = [
    ...     "Ferry sails again",
    ...     "By Ana Reyes",
    ...     "5 May 2024",
    ...     "Facebook Twitter WhatsApp Copy link",
    ...     "The ferry to the island sailed again on Monday, nine months after the storm.",
    ...     "Nobody on the quay could say who had paid for the new pier, or how much.",
    ... ]
    >>> pasted = chr(10).join(lines)
    >>> left_out = nk.dropped(nk.read_articles(pasted))
    >>> left_out[["line", "kind", "place", "text"]].values.tolist()
    [[4, 'share', 'head', 'Facebook Twitter WhatsApp Copy link']]
    """
    if not isinstance(articles, pd.DataFrame):
        raise InputError(f"articles is {type(articles).__name__}; expected a frame of articles.")

    tables.need_columns(articles, ["article_id", "dropped"], "articles")
    rows: list[dict[str, Any]] = []
    for article_id, noted in zip(articles["article_id"], articles["dropped"], strict=True):
        if isinstance(noted, str):
            for line in _lines(noted, article_id):
                rows.append({"article_id": article_id, **dict(zip(_CELLS, line, strict=True))})

    return tables.from_rows(DROPPED, rows)


def _lines(noted: str, article_id: Any) -> list[list[Any]]:
    try:
        lines: list[list[Any]] = json.loads(noted)
    except (ValueError, RecursionError) as err:
        raise InputError(f"dropped of article {article_id!r} is not JSON: {err}.") from err

    told = isinstance(lines, list) and all(
        isinstance(line, list) and len(line) == len(_CELLS) for line in lines
    )
    if not told:
        shown = f"is {noted[:80]!r}; expected a list of lines, as read_articles writes it"
        raise InputError(f"dropped of article {article_id!r} {shown}.")

    return lines
