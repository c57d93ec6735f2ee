"""What a table is: its columns, how its rows are made, and the columns that several tables share.

Each room states its own tables in its `__init__`; `newskit.registry` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias, cast

import numpy as np
import pandas as pd

from newskit.csv_files import csv_rows
from newskit.errors import InputError, did_you_mean

STRING, WHOLE, FLOAT, FLAG = "string", "Int64", "float64", "boolean"
INSTANT, CLOCK, LIST = "datetime64[us, UTC]", "datetime64[us]", "object"
# Kept in Python strings, with or without pyarrow: Arrow refuses the lone surrogates that broken
# files hold.
TEXT = pd.StringDtype("python")


class Column(NamedTuple):
    """One column of a table."""

    name: str
    dtype: str
    unit: str
    meaning: str
    key: bool = False


class Grouped(NamedTuple):
    """How a table is made by group: its columns, the table it is made of, and the function."""

    columns: tuple[Column, ...]
    of: str
    make: Callable[..., pd.DataFrame]
    """Takes that table, `by` and `interval`."""


Read: TypeAlias = Callable[..., Iterator[pd.DataFrame]]
"""`read("article_id", "n")` yields these columns of each part's reduced table, in order; `read()`
all of them. It may be called again."""


def read_frames(frames: Iterable[pd.DataFrame]) -> Read:
    """Return what reads reduced tables that are in memory."""
    held = list(frames)
    return lambda *columns: (frame[list(columns)] if columns else frame for frame in held)


def added_up(
    frames: Iterable[pd.DataFrame],
    keys: list[str],
    sums: list[str],
) -> pd.DataFrame:
    """Add the rows of all frames up, in the order in which their keys are first met.

    It holds few more rows than there are different keys.
    """
    held: list[pd.DataFrame] = []
    n_summed = 0
    for frame in frames:
        held.append(frame[[*keys, *sums]])
        # As many new rows as there are sums: adding each frame at once would take the square.
        if sum(map(len, held)) > 2 * n_summed + _AT_ONCE:
            held = [_summed(held, keys, sums)]
            n_summed = len(held[0])
    return _summed(held, keys, sums) if held else pd.DataFrame(columns=[*keys, *sums])


def _summed(
    frames: list[pd.DataFrame],
    keys: list[str],
    sums: list[str],
) -> pd.DataFrame:
    rows = pd.concat(frames, ignore_index=True)
    return rows.groupby(keys, sort=False, dropna=False)[sums].sum().reset_index()


class InParts(NamedTuple):
    """How a table of a whole corpus is made part by part, in memory that the texts do not fill."""

    of: str
    """The table of a part that is reduced."""
    reduce: Callable[[pd.DataFrame], pd.DataFrame]
    """Keeps of it what the whole needs: numbers, strings and bytes, which Parquet holds."""
    merge: Callable[[Read], pd.DataFrame]
    """Makes the table of what was kept of all parts; the same as if all had been one."""


@dataclass(frozen=True)
class Table:
    """A table: what its columns mean, and the function that makes its rows.

    A table is made from a batch of encoded texts (`from_batch`), or from other tables
    (`from_tables` names them, `make` takes them in that order). One with neither is only explained:
    it needs something that `analyze` does not have, or is the same for every corpus. `join` adds to
    a finished table what another analysis knows. `grouped` says how it is made by group, `in_parts`
    how a corpus is summed up whose texts do not fit into memory.
    """

    name: str
    columns: tuple[Column, ...]
    meaning: str = ""
    from_batch: Callable[..., pd.DataFrame] | None = None
    from_tables: tuple[str, ...] = ()
    make: Callable[..., pd.DataFrame] | None = None
    join: tuple[tuple[str, ...], Callable[..., pd.DataFrame]] | None = None
    # "article": each article's rows can be made alone. "corpus": they depend on all articles.
    scope: Literal["article", "corpus"] = "article"
    by_default: bool = False
    grouped: Grouped | None = None
    in_parts: InParts | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """Return the names of the tables that it is made from."""
        joined = self.join[0] if self.join else ()
        return (*self.from_tables, *joined)

    @property
    def is_made_by_analyze(self) -> bool:
        """Return whether `analyze` can make it."""
        return self.from_batch is not None or self.make is not None


ARTICLE_ID = Column("article_id", STRING, "", "which article; unique in `articles`", True)
PARAGRAPH = Column("paragraph", WHOLE, "number", "paragraph of the article, counted from 0", True)
SENTENCE = Column("sentence", WHOLE, "number", "sentence of the article, counted from 0", True)
START = Column("start", WHOLE, "characters", "where it begins in the column it was found in")
END = Column(
    "end",
    WHOLE,
    "characters",
    "where it ends there (exclusive): text[start:end] is the thing itself",
)
VOICE = Column(
    "voice", STRING, "", "own (the outlet's words) or quoted (words inside quotation marks)", True
)
FIELD = Column("field", STRING, "", "column of `articles` that start and end index into")
N_WORDS = Column("n_words", WHOLE, "words", "words: tokens with a letter or a digit")
N_SENTENCES = Column("n_sentences", WHOLE, "sentences", "sentences with at least one word")

_AT_ONCE = 100_000  # rows that are added up together

QUOTED_KINDS = ("direct", "mixed", "turn")
"""Kinds of quotations whose words are someone's own: what `speakers` and its like count."""

_SHARED = {
    c.name: c
    for c in (ARTICLE_ID, PARAGRAPH, SENTENCE, START, END, VOICE, FIELD, N_WORDS, N_SENTENCES)
}


def columns_of(package: str, table: str) -> tuple[Column, ...]:
    """Read the columns of a table from the columns.csv of a room.

    Where a row has a name only, it is one of the columns that several tables share.
    """
    rows = csv_rows(package, "columns.csv")
    return tuple(_column(row) for row in rows if row["table"] == table)


def _column(row: Mapping[str, str]) -> Column:
    is_key = row["key"] == "yes"
    shared = not row["dtype"]
    if shared:
        return _SHARED[row["column"]]._replace(key=is_key)
    return Column(row["column"], row["dtype"], row["unit"], row["meaning"], is_key)


def chosen(columns: Iterable[Column], *names: str) -> tuple[Column, ...]:
    """Return the columns with these names, in their order in the table."""
    return tuple(column for column in columns if column.name in names)


def empty(columns: Iterable[Column]) -> pd.DataFrame:
    """Return a table with all its columns, the right dtypes, and no rows."""
    return conform(columns, {})


def conform(columns: Iterable[Column], data: Mapping[str, Any]) -> pd.DataFrame:
    """Build a table from columns of values: every column it states, in its order and dtype.

    A column that `data` lacks becomes NA; a column that the table does not state is dropped.
    """
    n = max((len(values) for values in data.values()), default=0)
    # Arrays, not Series: pandas would align the index of every one of them.
    arrays = {c.name: _array(data.get(c.name), c.dtype, n) for c in columns}
    return pd.DataFrame(arrays, index=pd.RangeIndex(n), copy=False)


def from_rows(columns: Iterable[Column], rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build a table from one mapping per row."""
    kept, stated = list(rows), tuple(columns)
    names = chosen(stated, *set[str]().union(*kept)) or stated[:1]
    return conform(stated, {c.name: [row.get(c.name) for row in kept] for c in names})


def records(frame: pd.DataFrame, names: Iterable[str]) -> list[dict[str, Any]]:
    """Return one mapping per row of these columns, with None where there is nothing.

    pandas' to_dict asks of every cell what it is, which takes five times as long.
    """
    keys = tuple(names)
    return [dict(zip(keys, row, strict=True)) for row in rows(frame, keys)]


def rows(frame: pd.DataFrame, names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Return one tuple per row of these columns, with None where there is nothing.

    A column of pandas hands its values out one by one, which takes ten times as long.
    """
    return zip(*(_values(frame[name]) for name in names), strict=True)


def numbered(frame: pd.DataFrame, names: Iterable[str]) -> Any:
    """Return the number of each row's values in these columns, missing ones too, as they appear.

    >>> numbered(pd.DataFrame({"a": list("xyxx"), "b": [None, 1, None, 1]}), ["a", "b"]).tolist()
    [0, 1, 0, 2]
    """
    number: Any = np.zeros(len(frame), dtype=np.int64)
    for name in names:
        code, known = pd.factorize(frame[name])
        number, _ = pd.factorize(number * (len(known) + 1) + code + 1)
    return number


def _values(column: pd.Series) -> list[Any]:
    """Return the values of a column as plain Python objects, None where there is nothing."""
    objects: Any = column.to_numpy(dtype="object", na_value=cast(Any, None))
    return list(objects)


HOW_MADE = {
    "agreement": "nk.coding.agreement(sheets)",
    "certainty": "nk.certainty(articles)",
    "changes": "nk.revisions.changes(versions)",
    "compared_people": "nk.compare(articles).people",
    "counts": "nk.counts(articles)",
    "cue_verbs": "nk.cue_verbs(nk.quotes(articles))",
    "deltas": "nk.revisions.deltas(versions)",
    "differences": "nk.differences(articles, by='publisher')",
    "groups": "nk.readability(articles, by='publisher')",
    "keyness": "nk.keyness(articles, by='publisher')",
    "lexicon_comparison": "nk.lexicons.compare('news', 'vader')",
    "publishing_schedule": "nk.times.publishing_schedule(articles)",
    "quotes": "nk.quotes(articles)",
    "readability": "nk.readability(articles)",
    "sentence_sentiment": "nk.sentiment(articles, unit='sentence')",
    "sentences": "nk.sentences(articles)",
    "speakers": "nk.speakers(nk.quotes(articles))",
    "time_horizon": "nk.times.time_horizon(nk.timeline(articles))",
    "timeline": "nk.timeline(articles)",
    "validation_confusion": "nk.coding.validate(sheets, table).confusion",
    "versions": "nk.revisions.versions(articles)",
    "words": "nk.words(articles)",
}
"""The call that makes a table which a function or a plot takes."""


def need_columns(
    frame: Any,
    columns: Iterable[str],
    name: str,
    remedy: str = "",
) -> None:
    """Raise an error that names the columns a table lacks, and says what to do about it."""
    if not remedy and name in HOW_MADE:
        remedy = f"{HOW_MADE[name]} makes it."

    if not isinstance(frame, pd.DataFrame):
        got = type(frame).__name__
        if hasattr(frame, name):  # an Analysis
            remedy = f"analysis.{name} is that table. {remedy}"
        raise InputError(f"Expected the table {name!r}, got {got}. {remedy}".rstrip())

    missing = [c for c in columns if c not in frame.columns]
    if not missing:
        return

    # The 32 columns of articles would hide what is to be done. Quotations have a text, too, but
    # they also say where it starts.
    are_articles = "text" in frame.columns and "start" not in frame.columns
    if name in HOW_MADE and are_articles:
        raise InputError(f"Expected the table {name!r}, got articles. {remedy}")

    has = ", ".join(map(str, frame.columns)) or "none"
    lacks = ", ".join(map(repr, missing))
    hint = did_you_mean(missing[0], map(str, frame.columns))
    why = f"The table {name!r} has no column {lacks}.{hint} Its columns: {has}."
    raise InputError(f"{why} {remedy}".rstrip())


def one_article(
    frame: pd.DataFrame,
    article_id: object,
    name: str,
) -> pd.DataFrame:
    """Return the rows of one article; without an `article_id` the table must hold only one."""
    if "article_id" not in frame.columns:
        return frame
    if article_id is not None:
        return frame[frame["article_id"] == str(article_id)]

    ids = frame["article_id"].dropna().unique().tolist()
    if len(ids) <= 1:
        return frame

    # Three names are enough to recognize the corpus by.
    shown = ", ".join([*map(repr, ids[:3]), *(["..."] if len(ids) > 3 else [])])
    raise InputError(
        f"The table {name!r} holds {len(ids)} articles ({shown}). "
        f"Choose one: article_id={ids[0]!r}. Plots draw groups of them, too: make the table with "
        "by='publisher', for example."
    )


def _array(values: Any, dtype: str, n: int) -> Any:
    if values is None:
        values = [None] * n

    # A list that is missing is an empty list: a cell of NA could not be looped over.
    if dtype == LIST:
        lists = [v if isinstance(v, list) else [] for v in values]
        return pd.Series(lists, dtype="object").array

    # Given a list, pandas would try out first what may be in it.
    if isinstance(values, list):
        if dtype == WHOLE:
            return _whole_numbers(values)
        values = np.fromiter(values, dtype=object, count=len(values))
    return pd.array(values, dtype=TEXT if dtype == STRING else dtype)


def _whole_numbers(values: list[Any]) -> Any:
    """Make an array of whole numbers; where some are missing, pandas takes twice as long."""
    held: Any = np.asarray(values) if values else np.zeros(0, dtype=np.int64)
    are_whole = held.dtype == object and pd.api.types.infer_dtype(values) == "integer"
    if not are_whole:
        return pd.array(held, dtype=WHOLE)

    missing = pd.isna(held)
    held[missing] = 0
    return pd.arrays.IntegerArray(held.astype(np.int64), missing)
