"""Articles that are the same, or nearly: syndicated copies with other furniture and small edits."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.frames import as_articles

SHINGLE = 3
"""Words in a row that are compared."""
SKETCH = 32
"""Smallest hashes of an article that are looked up: two articles are compared if they share one of them."""
CROWD = 50
"""Articles with one hash in common, beyond which it is a phrase of a publisher's and no sign of a copy."""

_WORDS = re.compile(r"\w+")
Shingles = frozenset[int]


def duplicates(articles: Any, *, threshold: float = 0.5) -> pd.DataFrame:
    """Find articles that are copies of each other.

    Two articles are exact copies if their words are the same, whatever the case and punctuation. They are near
    copies if at least `threshold` of their three-word runs, of all that stand in one or the other, stand in
    both (Jaccard's index), counted exactly. The time grows with the number of articles, not with its square:
    only articles that share one of their rarest-looking runs are compared.

    Parameters
    ----------
    articles : str, list, Series or DataFrame
        Articles with `article_id` and `text`; `published`, if there, says which copy came first.
    threshold : float
        Least `similarity` of a near copy, above 0 and up to 1.

    Returns
    -------
    pandas.DataFrame
        One row per article, in their order: `article_id`; `group` (number that copies of each other share,
        counted from 0; NA for an article without copies); `keep` (whether to keep it: the first published of
        its group, then the longest, then the first; every article without copies); `similarity` (0 to 1:
        share of three-word runs that it has in common with the kept one of its group; 1 for the kept one
        itself, NA without copies; below `threshold` where two copies are joined by a third);
        `kind` ("single", "kept", "exact" or "near").

    Raises
    ------
    InputError
        If `threshold` is not above 0 and up to 1, or `articles` is not what is expected.

    Examples
    --------
    >>> import newskit as nk
    >>> texts = ["The ferry sailed at dawn, to cheers.", "THE FERRY SAILED AT DAWN, TO CHEERS", "It rained."]
    >>> found = nk.duplicates(texts)
    >>> found["kind"].to_list()
    ['kept', 'exact', 'single']
    """
    if not isinstance(threshold, int | float) or not 0 < threshold <= 1:
        raise InputError(f"threshold is {threshold!r}; expected a number above 0 and up to 1.")
    frame = as_articles(articles)
    shingles = [_shingles(text) if isinstance(text, str) else frozenset() for text in frame["text"]]
    groups = _Groups(len(frame))
    for a, b in candidate_pairs(shingles):
        if similarity(shingles[a], shingles[b]) >= threshold:
            groups.join(a, b)
    return _table(frame, shingles, groups)


def _shingles(text: str) -> Shingles:
    words = _WORDS.findall(text.casefold())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "replace")) for run in runs) if words else frozenset()


def similarity(a: Shingles, b: Shingles) -> float:
    """Return Jaccard's index of two sets: what both have over what one of them has."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def candidate_pairs(shingles: list[Shingles]) -> Iterator[tuple[int, int]]:
    """Return pairs that share one of their smallest hashes, each once.

    In a set of hashes shared by too many, every article is compared with the first one only: copies of one text
    still meet there, and the number of pairs stays a multiple of the number of articles.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(shingles):
        for code in sorted(one)[:SKETCH]:
            holders[code].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        crowd = len(numbers) > CROWD
        for i, b in enumerate(numbers):
            for a in numbers[: min(i, 1) if crowd else i]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


class _Groups:
    """Numbers that were joined, directly or through others."""

    def __init__(self, n: int) -> None:
        self.above = list(range(n))

    def first(self, number: int) -> int:
        while self.above[number] != number:
            self.above[number] = self.above[self.above[number]]
            number = self.above[number]
        return number

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.first(a), self.first(b)))
        self.above[b] = a


def _table(frame: pd.DataFrame, shingles: list[Shingles], groups: _Groups) -> pd.DataFrame:
    together: dict[int, list[int]] = defaultdict(list)
    for number in range(len(frame)):
        together[groups.first(number)].append(number)
    published = frame["published"].to_list() if "published" in frame.columns else [None] * len(frame)
    words = [_words(text) for text in frame["text"]]
    rows: list[dict[str, Any]] = [{"keep": True, "kind": "single"} for _ in range(len(frame))]
    copied = [numbers for numbers in together.values() if len(numbers) > 1]
    for group, numbers in enumerate(copied):
        kept = min(numbers, key=lambda n: (pd.isna(published[n]), _when(published[n]), -len(words[n]), n))
        for n in numbers:
            kind = "kept" if n == kept else "exact" if words[n] == words[kept] else "near"
            alike = 1.0 if n == kept else similarity(shingles[n], shingles[kept])
            rows[n] = {"group": group, "keep": n == kept, "similarity": alike, "kind": kind}
    ids = frame["article_id"].to_list()
    return tables.from_rows("duplicates", [{"article_id": i, **row} for i, row in zip(ids, rows, strict=True)])


def _when(moment: Any) -> float:
    return 0.0 if moment is None or pd.isna(moment) else pd.Timestamp(moment).timestamp()


def _words(text: Any) -> list[str]:
    return _WORDS.findall(text.casefold()) if isinstance(text, str) else []
