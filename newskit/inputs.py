"""From whatever the user has to a frame of articles, and in batches through a function."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import Any, TypeAlias

import pandas as pd

from newskit.errors import InputError
from newskit.places import need_texts
from newskit.tables import TEXT

Articles: TypeAlias = "str | list[str] | pd.Series | pd.DataFrame"


def as_articles(source: Any) -> pd.DataFrame:
    """Return a new frame with `article_id` and `text` (both string), whatever `source` is.

    A string is one text; a list or Series holds texts; a frame needs a column `text` and keeps its
    other columns. A missing `article_id` comes from the index. Missing text stays NA.

    Raises
    ------
    InputError
        If there is no column `text`, an `article_id` occurs twice or is missing, or a text is not a
        string.
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
        if "text" in source.columns:
            return source.copy()
        names = ", ".join(map(str, source.columns)) or "none"
        raise InputError(
            f"The frame has no column 'text'. Its columns: {names}. Rename the column that holds "
            "the article's text: frame.rename(columns={'body': 'text'})."
        )
    if isinstance(source, pd.Series):
        need_texts(source)
        return pd.DataFrame({"text": source})

    texts = [source] if isinstance(source, str | PathLike) else source
    if isinstance(texts, list | tuple):
        need_texts(texts)
        return pd.DataFrame({"text": pd.Series(list(texts), dtype="object")})
    raise InputError(
        "Expected a text, a list or Series of texts, or a DataFrame with a column 'text'; "
        f"got {type(source).__name__}."
    )


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
            "Give every article its own article_id."
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
