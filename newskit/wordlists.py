"""The word lists that newskit ships: a catalogue of them, and one reader."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import pandas as pd

from newskit import tables
from newskit.errors import unknown_name


def lexicon_file(name: str) -> Traversable:
    """Return a file of the folder `lexicons`."""
    return files("newskit") / "lexicons" / name


def rows(name: str) -> list[list[str]]:
    """Read a word list of `lexicons`: its rows as lists of strings, without the header."""
    return list(csv.reader(_lines(name)))[1:]


def _lines(name: str) -> io.StringIO:
    return io.StringIO(lexicon_file(name).read_text(encoding="utf-8"), newline="")


@cache
def words(name: str) -> frozenset[str]:
    """Read the first column of a word list."""
    return frozenset(row[0] for row in rows(name))


def lexicons() -> pd.DataFrame:
    """List the word lists that newskit ships, with source and licence.

    Returns
    -------
    pandas.DataFrame
        One row per list: `lexicon` (its name), `file`, `n_rows`, `meaning`, `source`, `licence`,
        `sha256`. The notices of the licences are in `newskit/lexicons/NOTICE.md`.

    Examples
    --------
    >>> import newskit as nk
    >>> "vader" in set(nk.lexicons()["lexicon"])
    True
    """
    found = csv.DictReader(_lines("catalogue.csv"))
    return tables.from_rows("lexicons", [{**row, "n_rows": int(row["n_rows"])} for row in found])


def lexicon(name: str) -> pd.DataFrame:
    """Read a word list as a table.

    Parameters
    ----------
    name : str
        A name of `newskit.lexicons()`, for example ``"vader"`` or ``"dale_chall"``.

    Returns
    -------
    pandas.DataFrame
        The list as it is shipped: one row per entry; the columns are those of its file.

    Raises
    ------
    UnknownNameError
        If there is no such list; the message names the lists there are.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.lexicon("dale_chall")["word"].head(3).tolist()
    ['a', 'able', 'aboard']
    """
    catalogue = lexicons().set_index("lexicon")["file"]
    if name not in catalogue.index:
        raise unknown_name("lexicon", name, catalogue.index)
    return pd.read_csv(
        _lines(str(catalogue[name])), keep_default_na=False, na_values=[""], dtype_backend="numpy_nullable"
    )
