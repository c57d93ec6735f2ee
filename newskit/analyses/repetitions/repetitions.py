"""Headlines, standfirsts and sentences that stand again, in the same article or in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.repetitions.by_group import REPETITIONS_BY_GROUP
from newskit.analyses.repetitions.columns import REPETITIONS
from newskit.analyses.repetitions.likeness import AlikePassages
from newskit.analyses.repetitions.passages import Passage, passages
from newskit.errors import InputError
from newskit.grouping import By, by_group
from newskit.inputs import Articles, as_articles


def repetitions(
    articles: Articles,
    *,
    threshold: float = 0.6,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Find headlines, standfirsts and sentences that stand again, exactly or nearly.

    Two passages are near if at least `threshold` of their two-word runs, of all that stand in one
    or the other, stand in both (Jaccard's index). A headline or a sentence of a standfirst is
    contained in a sentence if nine in ten of its runs stand there. Passages of fewer than five
    words are left out, and those of fewer than seven unless they are the same. Only passages that
    share one of their rarest-looking runs are compared, so that the time grows with the number of
    sentences and not with its square.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read
        where it has them, and `published` says which article had a sentence first (else the order
        of the articles).
    threshold : float
        Least similarity of a near repetition, above 0 and up to 1.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; what stood before in any article counts.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per passage that stood before: `article_id`, `field`, `start`, `end`, `text` and
        `n_words`; `kind` ("exact": the same words, "near", or "contained"); `similarity` (0 to 1;
        below `threshold` where a passage is contained, or joined by a third); `where` ("within"
        the article, or "across"); where it stood first: `first_article_id`, `first_field`,
        `first_start`, `first_end`, `first_text`; and `group` (number that all repetitions of one
        passage share).

        With `by`, one row per group: the keys, `n_articles`, `n_words`, `n_repeated` (passages),
        `n_across` (those that another article had first), `n_repeated_words` (of the text),
        `repeated_share` (0 to 1, of the words of the text), `n_articles_repeating`, `caveats`.

    Raises
    ------
    InputError
        If `threshold` is not above 0 and up to 1, or `articles` cannot be read as texts.

    Notes
    -----
    `newskit.read_articles` takes a headline that is printed twice out of the text
    (`newskit.dropped` lists it): give the raw text to find those.

    Examples
    --------
    >>> import newskit as nk
    >>> lee = "Ann Lee will close the old port at noon."
    >>> found = nk.repetitions([lee, f"It rained. {lee[:-1]} today."])
    >>> found[["kind", "where", "start", "first_start"]].values.tolist()
    [['near', 'across', 11, 0]]
    """
    is_number = isinstance(threshold, int | float)
    if not is_number or not 0 < threshold <= 1:
        raise InputError(f"threshold is {threshold!r}; expected a number above 0 and up to 1.")

    frame = as_articles(articles)
    order = _first_published_first(frame)
    found = sorted(passages(frame), key=lambda passage: order[passage.article])
    rows = list(_rows(found, threshold, frame["article_id"].tolist()))
    table = tables.from_rows(REPETITIONS, rows)
    return by_group(REPETITIONS_BY_GROUP, table, articles, by, interval)


def _first_published_first(frame: pd.DataFrame) -> list[int]:
    """Return the place of each article by time; those without one come last, in their order."""
    if "published" not in frame.columns:
        return list(range(len(frame)))

    published = pd.to_datetime(frame["published"], utc=True, errors="coerce", format="mixed")
    if "published_local" in frame.columns:  # of an article that states its day only
        local = pd.to_datetime(frame["published_local"], errors="coerce", format="mixed")
        published = published.fillna(local.dt.tz_localize("UTC"))

    order = published.reset_index(drop=True).sort_values(kind="stable", na_position="last").index
    place = np.empty(len(frame), dtype=int)
    place[order] = np.arange(len(frame))
    return list(place.tolist())


def _rows(
    found: list[Passage],
    threshold: float,
    ids: list[str],
) -> Iterator[dict[str, Any]]:
    likeness = AlikePassages(found, threshold)
    for group, numbers in enumerate(likeness.groups()):
        first = found[numbers[0]]
        of_first = _place(first, ids, "first_")
        for number in numbers[1:]:
            passage = found[number]
            alike = likeness.of(numbers[0], number)
            yield {
                **_place(passage, ids),
                **of_first,
                "n_words": passage.n_words,
                "kind": alike.kind,
                "similarity": alike.similarity,
                "where": "within" if passage.article == first.article else "across",
                "group": group,
            }


def _place(
    passage: Passage,
    ids: list[str],
    prefix: str = "",
) -> dict[str, Any]:
    place = {
        "article_id": ids[passage.article],
        "field": passage.field,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }
    return {f"{prefix}{name}": value for name, value in place.items()}
