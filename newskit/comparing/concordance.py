"""Every place where a word or phrase stands, with the words around it (KWIC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from newskit import tables
from newskit.comparing.by_group import MATCHES_BY_GROUP
from newskit.comparing.columns import CONCORDANCE
from newskit.comparing.kwic import Concordance
from newskit.comparing.places import Places, RegexPlaces, WordPlaces
from newskit.errors import InputError
from newskit.grouping import By, by_group
from newskit.inputs import Articles, as_articles, batches
from newskit.text.batch import Batch
from newskit.text.forms import CLOSING, OPENING, fold
from newskit.text.scopes import first_of_text

_BLANK = re.compile(r"\s")
_MARKS = OPENING + CLOSING + ".,;:!?…—–-"
SORTS = (None, "left", "match", "right")
_LOOKED_AT = 5
"""Words beside the match that lines are sorted by, the nearest first."""
_LONGEST_MATCH = 200
"""Characters of a match that is shown; `start` and `end` have all of it."""


class _Line(NamedTuple):
    """A row of the table."""

    article_id: str
    start: int
    end: int
    sentence: int | None
    paragraph: int | None
    left: str
    match: str
    right: str


def concordance(
    articles: Articles,
    pattern: str,
    *,
    regex: bool = False,
    case_sensitive: bool = False,
    sort: str | None = None,
    width: int = 60,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """List every place where a word or phrase stands, with what is left and right of it.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    pattern : str
        A word or several in a row, with ``*`` for any letters: ``hint*``, ``said that *``. Words
        in a row stand in one sentence; marks between them do not count, nor does the 's of a name.
    regex : bool
        Whether the pattern is a regular expression, which is then looked for in the whole text.
    case_sensitive : bool
        Whether capitals matter.
    sort : str, optional
        "left" sorts the lines by the words before the match, the nearest first; "right" by those
        behind it; "match" by the match itself; None leaves them in the order of the articles.
    width : int
        Characters of `left` and `right`, at most; no word is cut.
    by : str, callable, list of these or DataFrame, optional
        One row per group and match: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per place: `article_id`, `start`, `end` (characters; ``text[start:end]`` of the
        article is the match), `sentence` and `paragraph` (numbers from 0), `left`, `match` and
        `right` (each on one line). It shows itself as aligned lines; in all else it is a frame.

        With `by`, one row per group and match, the most frequent first: the keys, `rank`, `match`
        (small letters), `n_articles` and `n_words` (of the group), `n`, `per_1000` (words of the
        group), `n_articles_with` and `articles_share` (articles that have it), and `caveats`.

    Raises
    ------
    InputError
        If the pattern holds no word, is no regular expression, or an option is not known.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.concordance("A deal is near. Peace deals may fail, she hinted.", "deal*")
    2 places in 1 article
    0                                               A [deal] is near. Peace deals may fail, she
    0                           A deal is near. Peace [deals] may fail, she hinted.
    """
    if sort not in SORTS:
        raise InputError(f"sort={sort!r}: expected 'left', 'right', 'match' or None.")
    if not isinstance(pattern, str):
        raise InputError(f"The pattern is {type(pattern).__name__}; expected a string.")

    if width < 0:
        raise InputError(f"width={width!r}: expected a number of characters, 0 or more.")

    places = RegexPlaces if regex else WordPlaces
    find = places(pattern, case_sensitive)
    parts = map(Batch, batches(as_articles(articles)))
    lines = [line for batch in parts for line in _lines(batch, find, width)]
    if sort is not None:
        lines.sort(key=lambda line: _sort_key(getattr(line, sort), sort))

    columns = (
        zip(*lines, strict=True) if lines else ([] for _ in _Line._fields)
    )
    named = dict(zip(_Line._fields, columns, strict=True))
    found = Concordance(tables.conform(CONCORDANCE, named))
    return by_group(MATCHES_BY_GROUP, found, articles, by, interval)


def _lines(
    batch: Batch,
    find: Places,
    width: int,
) -> Iterator[_Line]:
    tokens = batch.tokens()
    sentences = first_of_text(tokens)[1][tokens.sentence]
    for text, start, end, token in find(tokens):
        sentence, paragraph = None, None
        if token is not None:
            sentence = int(sentences[token])
            paragraph = int(tokens.paragraph[token])

        place = (batch.ids[text], start, end, sentence, paragraph)
        yield _Line(*place, *_in_context(tokens.texts[text], start, end, width))


def _in_context(
    text: str,
    start: int,
    end: int,
    width: int,
) -> tuple[str, str, str]:
    """Return what stands left of a match, the match, and what stands right of it."""
    # One sign more than is shown says whether a word would be cut.
    before = text[max(0, start - width - 1) : start]
    behind = text[end : end + width + 1]
    if len(before) > width:
        before = _from_blank(before)
    if len(behind) > width:
        behind = _from_blank(behind[::-1])[::-1]

    match = text[start : min(end, start + _LONGEST_MATCH)]
    return _one_line(before), _one_line(match), _one_line(behind)


def _from_blank(chunk: str) -> str:
    """Drop what stands before the first blank; a text without blanks is cut where it is."""
    blank = _BLANK.search(chunk)
    return chunk[blank.start() :] if blank else chunk[1:]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sort_key(text: str, sort: str) -> list[str]:
    """Return what lines are sorted by; those that are equal stay in the order of the articles."""
    words = [bare for word in text.split() if (bare := _bare(word))]
    near = words[::-1] if sort == "left" else words
    return near[:_LOOKED_AT]


def _bare(word: str) -> str:
    """Return a word without the marks around it, so that “we stands beside we."""
    return fold(word.strip(_MARKS))
