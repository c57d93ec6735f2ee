"""A sheet to code by hand: a random sample of sentences, quotations, paragraphs or articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from newskit.coding.codes import Codes, Known, known_codes
from newskit.coding.sampling import drawn
from newskit.coding.sheet_files import coder_names, paths_of, write_sheets
from newskit.coding.sheets import FILLED
from newskit.coding.units import units_of
from newskit.errors import InputError
from newskit.grouping import By, groups_of
from newskit.inputs import Articles, as_articles
from newskit.tables import TEXT
from newskit.text.arrays import Array


def sheet(
    articles: Articles,
    path: str | Path | None = None,
    *,
    unit: str = "sentence",
    n: int | None = 50,
    seed: int = 1,
    codes: Codes | None = None,
    coders: int | Sequence[str] = 2,
    by: By | None = None,
    context: int = 1,
    shuffle: bool = True,
) -> pd.DataFrame:
    """Draw a random sample of units to code by hand, and write a sheet for each coder.

    Nothing that newskit has found is shown: people are to answer on their own.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    path : str or pathlib.Path, optional
        Where to: `.csv` (UTF-8, as Excel opens it) or `.xlsx` (with lists to choose codes from and
        a codebook; needs openpyxl). Of several coders each gets a file: "tone.xlsx" becomes
        "tone_ann.xlsx" and "tone_ben.xlsx". A file that is there is not written over.
    unit : {"sentence", "quotation", "paragraph", "article"}
        What is coded. Quotations are those that newskit finds: with them one can check who speaks,
        not whether all were found.
    n : int, optional
        How many units; None for all.
    seed : int
        Another number draws another sample. With the same, a larger n holds the smaller sample.
    codes : dict, optional
        What is coded: for each variable a list of its codes in their order, ``{"tone": ["negative",
        "neutral", "positive"]}``; or a dict of codes and what each means, for the codebook; or None
        where any text may be written. By default one column `code` for any text.
    coders : int or list of str
        How many people code, or their names.
    by : str, callable, list of these or DataFrame, optional
        Draw as many units from each group, as far as it has them: a column such as "publisher"; see
        `newskit.groups`. Coders are not told the group.
    context : int
        How many sentences before and after are shown.
    shuffle : bool
        Whether each coder gets an order of their own, so that the first and the last units are not
        the same for all; else the order of the articles.

    Returns
    -------
    pandas.DataFrame
        One row per unit that was drawn, in the order of the articles: `article_id`, `unit_id`
        (unique: the article, a letter for the kind of unit, and its number), `unit`, the columns of
        `by`, `start` and `end` (characters; ``text[start:end]`` of the article is the unit),
        `before`, `text`, `after`, and an empty column for each variable.

    Raises
    ------
    InputError
        If the path has another ending, a file is there, or an option is not what it should be.
    UnknownNameError
        If there is no such unit or column.
    MissingExtraError
        If Excel files are to be written without openpyxl.

    Examples
    --------
    >>> import newskit as nk
    >>> article = nk.load_example()
    >>> tone = {"tone": ["negative", "neutral", "positive"]}
    >>> nk.coding.sheet(article, n=3, codes=tone)[["unit_id", "start", "end"]].shape
    (3, 3)
    """
    frame = as_articles(articles)
    known = known_codes(codes or {"code": None})
    _check(n, context, known)
    paths = paths_of(path, coders) if path is not None else []

    units = units_of(frame, unit, context)
    group, keys = _groups(articles, frame, units, by)
    chosen = np.sort(drawn(units["unit_id"].tolist(), n, seed, group))
    made = _with_columns(units.iloc[chosen], keys.iloc[group[chosen]], known)
    if paths:
        write_sheets(
            made,
            paths,
            coder_names(coders),
            codes,
            known,
            seed if shuffle else None,
        )

    return made


def _check(
    n: int | None,
    context: int,
    known: dict[str, Known],
) -> None:
    if n is not None and n < 1:
        raise InputError(f"n={n!r}: expected a number of units, 1 or more, or None.")

    if context < 0:
        raise InputError(f"context={context!r}: expected a number of sentences, 0 or more.")

    for name in known:
        if name.casefold() in (*FILLED, "notes"):
            raise InputError(
                f"A variable cannot be called {name!r}: the sheet has that column."
            )


def _groups(
    articles: Articles,
    frame: pd.DataFrame,
    units: pd.DataFrame,
    by: By | None,
) -> tuple[Array, pd.DataFrame]:
    """Return the number of each unit's group, and the columns that name each group."""
    if by is None:
        return np.zeros(len(units), dtype="int64"), pd.DataFrame(index=[0])

    groups = groups_of(
        articles if isinstance(articles, pd.DataFrame) else frame, by
    )
    taken = set(groups.keys.columns) & set(FILLED)
    if taken:
        raise InputError(f"by has a column {taken.pop()!r}, as the sheet does: rename it.")
    return groups.code[groups.article_of(units)], groups.keys


def _with_columns(
    units: pd.DataFrame,
    keys: pd.DataFrame,
    known: dict[str, Known],
) -> pd.DataFrame:
    """Put the columns of the group before the place, and those for codes at the end."""
    units = units.reset_index(drop=True)
    place = units.columns.get_loc("start")
    parts = [
        units.iloc[:, :place],
        keys.reset_index(drop=True),
        units.iloc[:, place:],
        pd.DataFrame(index=units.index, columns=list(known), dtype=TEXT),
    ]
    return pd.concat(parts, axis=1)
