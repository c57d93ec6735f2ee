"""Which word lists newskit ships, and each of them as a table."""

from __future__ import annotations

import csv

import pandas as pd

from newskit import tables
from newskit.errors import unknown_name
from newskit.word_lists.columns import LEXICONS
from newskit.word_lists.files import lines


def catalog() -> pd.DataFrame:
    """List the word lists that newskit ships, with source and licence.

    Returns
    -------
    pandas.DataFrame
        One row per list: `lexicon` (its name), `file`, `n_rows`, `meaning`, `source`, `licence`,
        `sha256`. The notices of the licences are in `newskit/word_lists/NOTICE.md`.

    Examples
    --------
    >>> import newskit as nk
    >>> "vader" in set(nk.lexicons.catalog()["lexicon"])
    True
    """
    found = csv.DictReader(lines("catalog.csv"))
    return tables.from_rows(LEXICONS, [{**row, "n_rows": int(row["n_rows"])} for row in found])


def load(name: str) -> pd.DataFrame:
    """Read a word list as a table.

    Parameters
    ----------
    name : str
        A name of `newskit.lexicons.catalog()`, for example ``"vader"`` or ``"dale_chall"``.

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
    >>> nk.lexicons.load("dale_chall")["word"].head(3).tolist()
    ['a', 'able', 'aboard']
    """
    listed = catalog().set_index("lexicon")["file"]
    if name not in listed.index:
        raise unknown_name("lexicon", name, listed.index)
    return pd.read_csv(
        lines(str(listed[name])),
        keep_default_na=False,
        na_values=[""],
        dtype_backend="numpy_nullable",
    )
