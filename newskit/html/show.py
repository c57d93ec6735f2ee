"""A table as a card or a table that fits a screen; text in it is never markup and no formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pandas as pd

from newskit.errors import InputError
from newskit.html.escaping import NO_FORMULAS, escape
from newskit.html.table import table_html
from newskit.html.wording import cell_text, known, plural, records
from newskit.tables import TEXT

MOST_COLUMNS = 8  # with words in each, more do not fit a laptop
LONGEST = 90  # characters of a text in a cell; on a card it has four times as many
PANDAS_WIDTH, ANY_LENGTH = 50, 10**9  # what pandas has by default, and None in it
LONGEST_ID = 24  # characters: names of files, with their folders, are longer
# Of the 32 columns of articles those by which a person knows an article again.
_TELLING = ("article_id", "headline", "publisher", "byline", "published_local", "text")
_CARD = (
    *("headline", "standfirst", "byline", "publisher", "section", "dateline"),
    *("published_local", "updated_local", "language", "text", "caption", "tags", "url"),
)
_WRONG = ("warnings", "error")
# Numbers that programs need, and readers do not: which row, and where in the text.
_FOR_PROGRAMS = ("start", "end", "id", "paragraph")
# Which of several, or they say nothing.
_WHICH = ("article_id", "field", "first_field")

STYLE = (files("newskit.html") / "show.css").read_text(encoding="utf-8")


@dataclass(frozen=True, repr=False)
class Shown:
    """A table made to be looked at: Jupyter shows `.html`, a terminal the same columns as text."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        """Return the table as text."""
        return self.text


def show(table: pd.DataFrame, *, rows: int = 10) -> Shown:
    """Show a table as it fits a screen: the columns that matter, long texts cut.

    In Jupyter, newskit's tables show themselves this way. One article is a card of what is known
    of it.

    Parameters
    ----------
    table : pandas.DataFrame
        Any table of newskit. Columns without a value, places, numbers of rows, and an `article_id`
        that is the same in all rows are left out. Eight at most are shown, the others named.
    rows : int
        How many rows to show.

    Returns
    -------
    Shown
        `.html` (all text escaped; a dollar sign is no formula), which Jupyter shows, and `.text`.

    Raises
    ------
    InputError
        If `table` is no DataFrame.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.show(nk.sentences("It rained. The sun set."))
     sentence         text n_words
            0   It rained.       2
            1 The sun set.       3
    """
    if not isinstance(table, pd.DataFrame):
        raise InputError(f"show() takes a table, a DataFrame; got {type(table).__name__}.")

    # Of two columns of one name the first: a card has each once.
    table = table.loc[:, ~table.columns.duplicated()]
    table = _with_names_of_rows(table)
    if len(table) == 1 and _are_articles(table):
        names = _told(table)
        shown = _card(table, names)
    else:
        names = list(_columns(table))[:MOST_COLUMNS]
        shown = _compact(table[names].head(rows))

    left_out = [str(name) for name in table.columns if name not in names]
    made = table_html(shown, _title(table, rows)) + _left_out(left_out)
    html = f'<style>{STYLE}</style><div class="nk-shown {NO_FORMULAS}">{made}</div>'
    return Shown(html, shown.to_string(index=False, na_rep="–"))


def _with_names_of_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Make a column of an index that names the rows; numbers of rows say nothing."""
    name = table.index.name or "row"
    if table.index.inferred_type != "string" or name in table.columns:
        return table

    named = table.reset_index(drop=True)
    named.insert(0, name, list(table.index))
    return named


def _are_articles(table: pd.DataFrame) -> bool:
    return {"article_id", "headline", "text"} <= set(table.columns)


def _title(table: pd.DataFrame, rows: int) -> str:
    size = plural(len(table), "article" if _are_articles(table) else "row")
    return f"the first {rows} of {size}" if len(table) > rows else size


def _left_out(names: list[str]) -> str:
    if not names:
        return ""
    return (
        f"<details><summary>{plural(len(names), 'column')} not shown</summary>"
        f"{escape(', '.join(names))}</details>"
    )


def _told(table: pd.DataFrame) -> list[str]:
    """Return what is known of the one article."""
    row = records(table)[0]
    return [name for name in (*_CARD, *_WRONG) if known(row.get(name))]


def _card(table: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Turn one article upright."""
    row = records(table)[0]
    values = [_cut(cell_text(row[name]), 4 * _longest()) for name in names]
    fields = [name.removesuffix("_local") for name in names]
    return pd.DataFrame({"field": fields, "value": values}, dtype=TEXT)


def _compact(head: pd.DataFrame) -> pd.DataFrame:
    cells = {str(name): _cells(column) for name, column in head.items()}
    return pd.DataFrame(cells, index=head.index)


def _columns(table: pd.DataFrame) -> Iterator[Any]:
    """Return the columns that matter."""
    are_articles = _are_articles(table)
    for name, column in table.items():
        if are_articles and name not in (*_TELLING, *_WRONG):
            continue

        if not _says_nothing(str(name), column):
            yield name


def _says_nothing(name: str, column: pd.Series) -> bool:
    if name in _WHICH:
        return column.nunique() < 2

    is_for_programs = name.rpartition("_")[2] in _FOR_PROGRAMS
    return is_for_programs or not any(map(known, column.tolist()))


def _cells(column: pd.Series) -> pd.Series:
    """Cut what is long; what is a number stays one."""
    is_text = isinstance(column.dtype, pd.StringDtype) or column.dtype == object
    if not is_text:
        return column

    longest = LONGEST_ID if column.name == "article_id" else _longest()
    said = [_cut(cell_text(value), longest) for value in column]
    return pd.Series(said, index=column.index, dtype=TEXT)


def _longest() -> int:
    """Return how many characters of a text a cell shows; pandas' own option for it counts."""
    width = pd.get_option("display.max_colwidth")
    if width == PANDAS_WIDTH:
        return LONGEST
    return int(width) if width else ANY_LENGTH


def _cut(text: str, longest: int) -> str:
    """Cut a text at its end; of a long name the end says more than the middle."""
    line = " ".join(text[: 2 * longest].split())
    if len(line) <= longest and len(text) <= 2 * longest:
        return line

    if longest == LONGEST_ID:
        return f"{line[: longest // 3]}…{text[-2 * longest // 3 :]}"
    return f"{line[:longest].rstrip()}…"
