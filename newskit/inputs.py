"""From whatever the user has to a frame of articles, and in batches through a function."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import Any, TypeAlias

import pandas as pd

from newskit import tables
from newskit.column_names import is_in_utc, match_columns, rename_columns
from newskit.errors import InputError
from newskit.places import need_texts
from newskit.tables import TEXT
from newskit.timestamps.moment_columns import DTYPES
from newskit.timestamps.table_times import TIMES, TableTimes, TimeHints

_OWN = frozenset(("article_id", "text"))
"""Columns of a frame that was made for newskit: its names are what they say."""
_ZONE_DTYPES = {"timezone": TEXT, "timezone_source": TEXT}
_STATED = ("publisher", *_ZONE_DTYPES)
"""What a row states of the zone of its times."""
_TEXTS = frozenset(("article_id", "text", "headline", "standfirst", "byline", "publisher", "url"))
_REMEDY = "Rename the column that holds the article's text: frame.rename(columns={'body': 'text'})."

Articles: TypeAlias = "str | list[str] | pd.Series | pd.DataFrame"


def as_articles(source: Any) -> pd.DataFrame:
    """Return a new frame with `article_id` and `text` (both string), whatever `source` is.

    A string is one text; a list or Series holds texts; a frame keeps its other columns. In one that
    has no `article_id` or no `text`, the columns of texts that are known by name (body, title,
    outlet, ...) are renamed. Times that nobody has read (date, published_at, ...) are read, with
    the zone of the row's publisher; those that cannot be are said in `warnings`. A missing
    `article_id` comes from the index. Missing text stays NA.

    Raises
    ------
    InputError
        If no column is known to be the text, an `article_id` occurs twice or is missing, or a text
        is not a string.
    """
    frame = _as_frame(source)
    if "article_id" not in frame.columns:
        frame.insert(0, "article_id", [str(i) for i in frame.index])
    frame["article_id"] = _checked_ids(frame["article_id"])
    _check_strings(frame["text"])
    frame["text"] = frame["text"].astype(TEXT)
    return frame.reset_index(drop=True)


def _as_frame(source: Any) -> pd.DataFrame:
    if isinstance(source, pd.DataFrame):
        frame = _with_times(_renamed(source))
        tables.need_columns(frame, ["text"], "articles", _REMEDY)
        return frame
    if isinstance(source, pd.Series):
        need_texts(source)
        return pd.DataFrame({"text": source})

    texts = [source] if isinstance(source, str | PathLike) else source
    if isinstance(texts, list | tuple):
        need_texts(texts)
        return pd.DataFrame({"text": pd.Series(list(texts), dtype="object")})
    given_all = isinstance(getattr(source, "articles", None), pd.DataFrame)
    hint = " Give its articles: analysis.articles." if given_all else ""
    raise InputError(
        "Expected a text, a list or Series of texts, or a DataFrame with a column 'text'; "
        f"got {type(source).__name__}.{hint}"
    )


def _renamed(frame: pd.DataFrame) -> pd.DataFrame:
    """Name the columns of texts as the articles table does."""
    if _OWN.issubset(frame.columns) or not frame.columns.is_unique:
        return frame.copy()

    known = match_columns(frame)
    return rename_columns(frame, {name: to for name, to in known.items() if to in _TEXTS})


def _with_times(frame: pd.DataFrame) -> pd.DataFrame:
    """Read the times that have not been read yet, into the columns that the articles table has."""
    is_read = "published_local" in frame.columns
    if is_read or not frame.columns.is_unique:
        return frame

    raw = {to: name for name, to in match_columns(frame).items() if _is_raw(frame, name, to)}
    if not raw:
        return frame

    stated = [name for name in _STATED if name in frame.columns]
    cells = frame[[*raw.values(), *stated]].set_axis([*raw, *stated], axis=1).astype(object)
    in_utc = [to for to, name in raw.items() if is_in_utc(str(name))]
    times = TableTimes(cells, TimeHints(in_utc=in_utc))
    rows: list[dict[Any, Any]] = cells.where(cells.notna(), None).to_dict("records")
    problems = list(map(times.fill, rows))

    dtypes: dict[str, Any] = {name + part: dtype for name in raw for part, dtype in DTYPES.items()}
    for name, dtype in (dtypes | _ZONE_DTYPES).items():
        frame[name] = pd.Series([row.get(name) for row in rows], dtype=dtype, index=frame.index)

    if any(problems) and "warnings" not in frame.columns:
        frame["warnings"] = problems

    return frame


def _is_raw(frame: pd.DataFrame, name: Any, column: str) -> bool:
    """Say whether a column holds times that nobody has read."""
    if column not in TIMES or f"{column}_local" in frame.columns:
        return False

    if name != column:
        return True

    cells = frame[name]
    # Our own table holds instants there, or nothing; one that went through a CSV holds strings.
    is_own = _OWN.issubset(frame.columns) and not any(isinstance(cell, str) for cell in cells)
    return not is_own and not pd.api.types.is_datetime64_any_dtype(cells)


def _checked_ids(ids: pd.Series) -> pd.Series:
    """Return ids as strings; each must be there, and stand for one article."""
    missing = ids.isna()
    if missing.any():
        row = int(missing.to_numpy().argmax())
        raise InputError(f"Column 'article_id' is missing in row {row}.")

    strings = ids.map(str).astype(TEXT)
    twice = strings.duplicated()
    if twice.any():
        raise InputError(
            f"article_id {strings[twice].iloc[0]!r} stands for more than one article. "
            "Give every article its own article_id. Versions of one article are for "
            "newskit.revisions, and their report: newskit.report(newskit.revisions.versions(...))."
        )
    return strings


def _check_strings(values: pd.Series) -> None:
    if isinstance(values.dtype, pd.StringDtype):
        return
    for row, value in enumerate(values):
        if not isinstance(value, str) and not pd.isna(value):
            held = f"{type(value).__name__} {value!r}"
            raise InputError(f"Row {row} of 'text' holds {held}; expected a string.")


def batches(articles: pd.DataFrame, size: int = 500) -> Iterator[pd.DataFrame]:
    """Cut a frame into frames of at most `size` rows; an empty frame is one empty batch."""
    for begin in range(0, max(len(articles), 1), size):
        yield articles.iloc[begin : begin + size].reset_index(drop=True)


def stack(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Put the frames of the batches under each other; dtypes stay those of the first."""
    if len(frames) == 1:
        return frames[0]
    filled = [frame for frame in frames if len(frame)] or frames[:1]
    return pd.concat(filled, ignore_index=True)
