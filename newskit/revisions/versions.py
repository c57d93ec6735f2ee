"""Several rows of one article become its versions: in order, numbered, repeats put together."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Any

import pandas as pd

from newskit import tables
from newskit.column_names import known_as
from newskit.errors import InputError
from newskit.html import known, records
from newskit.inputs import as_articles
from newskit.revisions.addresses import canonical_url
from newskit.revisions.capture_times import Captures, capture_column, capture_times
from newskit.revisions.columns import VERSIONS
from newskit.tables import INSTANT, TEXT

FIELDS = ("headline", "standfirst", "text")
"""Columns in which versions are compared."""
_KEYS = ("article_id", "version", "text")
_ONE = "article"
_PLACE = "row of the frame"
_Row = dict[str, Any]


def versions(
    articles: Any,
    *,
    by: str | None = None,
    timezone: str | None = None,
) -> pd.DataFrame:
    """Put the rows of each article in order as its versions, and repeats together.

    Parameters
    ----------
    articles : DataFrame, or list or Series of str
        One row per capture: `text`, and where it has them `headline`, `published`, `updated` and a
        capture time (`captured`, `captured_at`, `timestamp`, ...). A list of texts holds the
        versions of one article, the oldest first.
    by : str, optional
        Column that says which rows are of one article; by default `article_id` if it repeats, else
        the address (without `www`, campaign marks and the like), else `article_id`.
    timezone : str, optional
        Zone of capture times that state none; UTC by default.

    Returns
    -------
    pandas.DataFrame
        One row per version: `article_id`, `version` (from 1, by capture time, else by the number or
        the order given), `captured` and `last_seen` (first and last capture in a row with this
        text), `published`, `updated` (as printed: claims), `headline`, `standfirst`, `text`,
        `n_captures`, `capture_ok` (whether there is a text), `digest`, `url`, `warnings`; other
        columns stay behind them. Captures in a row whose texts differ in nothing but blanks are one
        version. ``newskit.codebook("versions")`` explains the columns.

    Raises
    ------
    InputError
        If the articles cannot be read as texts, or there is no column `by`.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.revisions.versions(["Two are dead.", "Two  are dead.", "Nine are dead."])[
    ...     ["version", "text", "n_captures"]].values.tolist()
    [[1, 'Two are dead.', 2], [2, 'Nine are dead.', 1]]
    """
    frame = _frame(articles)
    ids = _ids(frame, by)
    captures = _captures(frame, ids, timezone)
    given = frame.get("version")

    read = _as_articles(frame).assign(article_id=ids.array, captured=captures.times.array)
    rows = records(read)
    told = zip(rows, captures.warnings, strict=True)
    for place, (row, warnings) in enumerate(told):
        row["warnings"] = [*(row.get("warnings") or []), *warnings]
        row[_PLACE] = place

    numbers = _numbers(given, len(rows))

    made: list[_Row] = []
    for own in _by_article(rows, numbers):
        made += _versions_of_one(own)

    return _table(made, read)


def as_versions(given: Any) -> pd.DataFrame:
    """Return a table of versions as it is, in order; whatever else is made one first.

    Raises
    ------
    InputError
        If two rows have one number.
    """
    is_table = isinstance(given, pd.DataFrame) and set(_KEYS) <= set(given.columns)
    if not is_table:
        return versions(given)

    # Frames that were put under each other repeat their index.
    table = given.reset_index(drop=True)
    table["article_id"] = table["article_id"].astype(TEXT)
    table["version"] = _whole_numbers(table["version"])
    twice = table.duplicated(["article_id", "version"])
    if twice.any():
        name, number = table.loc[twice, ["article_id", "version"]].iloc[0]
        raise InputError(
            f"article_id {name!r} has version {number} twice. newskit.revisions.versions(frame) "
            "numbers the versions."
        )

    first = {name: n for n, name in reversed(list(enumerate(table["article_id"])))}
    place = table["article_id"].map(first)
    order = table.assign(_place=place).sort_values(["_place", "version"], kind="stable").index
    return _filled(table.loc[order].reset_index(drop=True))


def digest(row: _Row) -> str:
    """Return a hash of what is compared of a version, whatever its blanks."""
    fields = (
        " ".join(unicodedata.normalize("NFC", row.get(f) or "").split())
        for f in FIELDS
    )
    return hashlib.sha256("\n".join(fields).encode("utf-8", "replace")).hexdigest()


def _frame(articles: Any) -> pd.DataFrame:
    if isinstance(articles, pd.DataFrame):
        return articles.reset_index(drop=True)

    if isinstance(articles, str):
        raise InputError(
            "One text is one version. Give a list of texts, the oldest first, or "
            "newskit.revisions.read(path) for files."
        )

    return as_articles(articles).assign(article_id=_ONE)


def _ids(frame: pd.DataFrame, by: str | None) -> pd.Series:
    """Return the name of the article of each row."""
    if by is not None:
        tables.need_columns(frame, [by], "versions")
        return _named(frame[by], by == "url")

    given = frame.get("article_id")
    if given is not None and given.duplicated().any():
        return _named(given, False)

    addresses = known_as(frame, "url")
    if addresses:
        named = _named(frame[addresses[0]], True)
        if named.duplicated().any() or given is None:
            return named

    if given is None:
        return pd.Series(_ONE, index=frame.index)

    return _named(given, False)


def _named(cells: pd.Series, are_addresses: bool) -> pd.Series:
    """Return the cells as names; rows without one are an article each."""
    names = [
        str(cell) if known(cell) else f"row {n}"
        for n, cell in enumerate(cells)
    ]
    return pd.Series(
        map(canonical_url, names) if are_addresses else names, dtype=TEXT
    )


def _captures(
    frame: pd.DataFrame,
    ids: pd.Series,
    timezone: str | None,
) -> Captures:
    """Take the capture times out of a frame."""
    name = capture_column(frame, ids)
    if name is None:
        none = pd.Series(pd.NaT, index=frame.index, dtype=INSTANT)
        return Captures(none, [[] for _ in range(len(frame))])
    # `frame` is a copy of ours.
    return capture_times(frame.pop(name), timezone)


def _as_articles(frame: pd.DataFrame) -> pd.DataFrame:
    """Read the columns that are known by name, each row as an article of its own."""
    own = [str(n) for n in range(len(frame))]
    return as_articles(frame.assign(article_id=own))


def _whole_numbers(cells: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(cells, errors="coerce")
    if numbers.isna().any() or (numbers % 1 != 0).any():
        wrong = cells[numbers.isna() | (numbers % 1 != 0)].iloc[0]
        raise InputError(
            f"Column 'version' holds {wrong!r}; expected whole numbers. "
            "newskit.revisions.versions(frame.drop(columns='version')) numbers the rows by time."
        )

    return numbers.astype("Int64")


def _numbers(given: pd.Series | None, n: int) -> list[float]:
    """Return the numbers that rows were given, or their places."""
    if given is None:
        return list(map(float, range(n)))

    numbers = pd.to_numeric(given, errors="coerce")
    return [float(n) for n in numbers.fillna(float("inf"))]


def _by_article(rows: list[_Row], numbers: list[float]) -> list[list[_Row]]:
    """Return the rows of each article, in order: by capture if all have one, else by number."""
    articles: dict[str, list[tuple[float, _Row]]] = {}
    for row, number in zip(rows, numbers, strict=True):
        articles.setdefault(row["article_id"], []).append((number, row))

    return [_ordered(own) for own in articles.values()]


def _ordered(own: list[tuple[float, _Row]]) -> list[_Row]:
    own = sorted(own, key=lambda pair: pair[0])
    rows = [row for _, row in own]
    captured = [row["captured"] for row in rows]
    if None not in captured:
        return sorted(rows, key=lambda row: row["captured"])

    is_known = any(time is not None for time in captured)
    for row in rows if is_known else ():
        if row["captured"] is None:
            _warn(row, "no capture time: its place in the order is that of the table")

    return rows


def _versions_of_one(rows: list[_Row]) -> list[_Row]:
    """Give the versions of one article their numbers; equal texts in a row are one."""
    found: list[_Row] = []
    for row in rows:
        row["digest"] = digest(row)
        if found and found[-1]["digest"] == row["digest"]:
            _repeat(found[-1], row)
        else:
            found.append(_new_version(row, len(found) + 1))

    return found


def _new_version(row: _Row, number: int) -> _Row:
    has_text = bool((row.get("text") or "").strip())
    source = row.get("captured_source") or ("table" if row["captured"] else "none")
    made = {
        "version": number,
        "captured_source": source,
        "last_seen": _last_seen(row),
        "n_captures": int(row.get("n_captures") or 1),
        "capture_ok": has_text,
    }
    if not has_text:
        _warn(row, "no text: nothing can be said of this capture")
    return row | made


def _repeat(first: _Row, row: _Row) -> None:
    """Count a capture that brought nothing new; what is to be said of it is said all the same."""
    for warning in row["warnings"]:
        _warn(first, warning)

    first["n_captures"] += int(row.get("n_captures") or 1)
    times = [
        time
        for time in (first["last_seen"], _last_seen(row))
        if time is not None
    ]
    first["last_seen"] = max(times, default=None)
    # The stamp may move though the text does not: what stood there last is kept.
    stamp = row.get("updated") or first.get("updated")
    if stamp != first.get("updated"):
        first["updated"] = stamp
        _warn(first, "the stamp moved while the text stayed the same")


def _warn(row: _Row, warning: str) -> None:
    row["warnings"] = list(dict.fromkeys([*row["warnings"], warning]))


def _last_seen(row: _Row) -> Any:
    return row.get("last_seen") or row["captured"]


def _table(rows: list[_Row], read: pd.DataFrame) -> pd.DataFrame:
    """Build the table; columns that it does not state stay behind those that it does."""
    made = tables.from_rows(VERSIONS, rows)
    others = read.drop(columns=read.columns.intersection(made.columns))
    kept = others.iloc[[row[_PLACE] for row in rows]]
    return pd.concat([made, kept.reset_index(drop=True)], axis=1)


def _filled(table: pd.DataFrame) -> pd.DataFrame:
    """Add the columns that a table of versions lacks."""
    if not isinstance(table["text"].dtype, pd.StringDtype):
        table["text"] = table["text"].astype(TEXT)

    for column in VERSIONS:
        if column.name not in table.columns:
            empty = tables.conform([column], {column.name: [None] * len(table)})
            table[column.name] = empty[column.name]

    has_text = table["text"].fillna("").str.strip() != ""
    table["capture_ok"] = table["capture_ok"].fillna(True).astype("boolean") & has_text
    return table
