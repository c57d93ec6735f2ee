"""How well coders agree, beyond what chance would give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from newskit import tables
from newskit.coding.alpha import LEVELS, krippendorff_alpha
from newskit.coding.caveats import caveats_of
from newskit.coding.codes import Codes
from newskit.coding.coding import Coding, read_coding
from newskit.coding.coefficients import (
    DISTANCES,
    Measure,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    percent_agreement,
    scott_pi,
)
from newskit.coding.columns import AGREEMENT
from newskit.coding.ratings import Ratings
from newskit.coding.sheets import Sheets
from newskit.errors import InputError, unknown_name
from newskit.grouping.bootstrap import bounds, weights

NOMINAL: Final = "nominal"
NO_ENDS: Final = (np.nan, np.nan)


class _Asked(NamedTuple):
    """A measure that is asked for: its name, the distance it takes, and the function."""

    name: str
    distance: str
    of: Measure


def agreement(
    sheets: Sheets,
    *,
    codes: Codes | None = None,
    variables: str | Sequence[str] | None = None,
    level: str | Mapping[str, str] = NOMINAL,
    kappa_weights: str | None = None,
    interval: bool = True,
    complete: bool = False,
) -> pd.DataFrame:
    """Measure how well coders agree.

    Parameters
    ----------
    sheets : path, DataFrame, list or dict of these
        Coding sheets as `sheet` makes them, filled in: one for each coder, or all in one with a
        column `coder`. A path is a .csv or .xlsx file, or a folder of them. A dict names the
        coders: ``{"ann": frame, ...}``. A frame without `unit_id` and `coder` has one row per unit
        and one column per coder.
    codes : dict, optional
        For each variable its codes in their order, as `sheet` takes them; a cell that holds another
        is an error that names its row. Without it, what stands in the cells; Excel files that
        `sheet` wrote bring their own.
    variables : str or list of str, optional
        The columns to compare; without it those right of the unit and its context.
    level : {"nominal", "ordinal", "interval", "ratio"} or dict
        What the codes are, for Krippendorff's alpha: names, an order, numbers, or numbers with a
        zero; of all variables, or ``{"tone": "ordinal"}``.
    kappa_weights : {"linear", "quadratic"}, optional
        Weigh Cohen's kappa, too: by how many places two codes are apart, or by the square of that.
    interval : bool
        Whether to compute intervals.
    complete : bool
        Whether a cell without a code is an error, which names its row.

    Returns
    -------
    pandas.DataFrame
        One row per variable and measure:

        - `measure`: **percent_agreement** (0 to 1: share of pairs of codes of a unit that are the
          same; the mean over units); **cohen_kappa** (of more than two coders the mean over all
          pairs: Light's kappa); **scott_pi** (two coders); **fleiss_kappa**; **gwet_ac1**;
          **krippendorff_alpha**. All but the first are 1 where coders always agree, 0 where they
          agree as often as chance would have it, and may be below 0;
        - `distance`: what counts as how far apart;
        - `value`, `low` and `high` (ends of its interval of 95 %: units are drawn anew a thousand
          times, always the same);
        - `n_units` (with two codes or more), `n_coders`, `n_codes` (different ones), `n_missing`
          (cells without a code);
        - `caveats`: codes, see Notes.

    Raises
    ------
    InputError
        If there is one coder only, a unit is there twice, a cell holds no code, a sheet lacks a
        column, sheets have no unit in common, or the level asks for numbers and there are none.
    ReadError
        If a file cannot be read.

    Notes
    -----
    Cells that are missing are left out, not counted as disagreement. Codes are compared whatever
    their capitals and blanks. A measure is NaN where chance alone would give complete agreement:
    where all codes are the same, nothing tells careful coders from careless ones.

    Caveats: `one-coder`, `no-variation` (all codes are the same), `no-disagreement` (coders agreed
    on all units: no interval can be drawn from them, and on up to 3 of n units more like these they
    might not), `few-units` (fewer than 30: intervals are unsteady), `missing`
    (cells, or units of a coder), `one-sided` (nine of ten codes are the same: kappa and alpha are
    low even where coders agree nearly always; read AC1 beside them), `code-of-one` (a code that one
    coder alone has given: perhaps it is misspelled).

    Source
    ------
    Cohen, J. (1960) and (1968). Scott, W. A. (1955). Fleiss, J. L. (1971). Light, R. J. (1971).
    Gwet, K. L. (2008). Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability. For
    units that not everybody coded, kappas are as in Gwet's R package irrCAC. The tests have the
    published examples that each agrees with, to the printed digit.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> ann = ["yes", "yes", "no", "no", "yes", "no", "no", "no", "yes", "no"]
    >>> ben = ["yes", "yes", "no", "no", "no", "no", "no", "yes", "yes", "no"]
    >>> table = nk.coding.agreement(pd.DataFrame({"ann": ann, "ben": ben}))
    >>> table.set_index("measure")["value"].round(2)
    measure
    percent_agreement     0.80
    cohen_kappa           0.58
    scott_pi              0.58
    fleiss_kappa          0.58
    gwet_ac1              0.62
    krippendorff_alpha    0.60
    Name: value, dtype: float64
    """
    check_level(*([level] if isinstance(level, str) else level.values()))
    if kappa_weights is not None and kappa_weights not in DISTANCES:
        raise unknown_name("kind of weights", kappa_weights, DISTANCES)

    coding = read_coding(sheets, codes, variables, complete)
    check_coders(coding)
    return agreement_of(coding, levels_of(coding, level), kappa_weights, interval)


def levels_of(coding: Coding, level: str | Mapping[str, str]) -> dict[str, str]:
    """Return the level of each variable."""
    if isinstance(level, str):
        return dict.fromkeys(coding.codes, level)
    return {name: level.get(name, NOMINAL) for name in coding.codes}


def agreement_of(
    coding: Coding,
    levels: Mapping[str, str],
    kappa_weights: str | None = None,
    interval: bool = True,
) -> pd.DataFrame:
    """Measure how well coders agree on each variable."""
    rows: list[dict[str, Any]] = []
    for name in coding.codes:
        ratings = coding.ratings(name, levels[name])
        asked = list(_asked(ratings, levels[name], kappa_weights))
        rows += _rows(_about(name, ratings), ratings, asked, interval)

    return tables.from_rows(AGREEMENT, rows)


def _about(name: str, ratings: Ratings) -> dict[str, Any]:
    return {
        "variable": name,
        "n_units": int((ratings.n_given > 1).sum()),
        "n_coders": int((ratings.code >= 0).any(axis=0).sum()),
        "n_codes": ratings.n_codes,
        "n_missing": int((ratings.code < 0).sum()),
        "caveats": caveats_of(ratings),
    }


def _rows(
    about: Mapping[str, Any],
    ratings: Ratings,
    asked: Sequence[_Asked],
    interval: bool,
) -> Iterator[dict[str, Any]]:
    ends = [NO_ENDS] * len(asked)
    if interval:
        ends = _ends(about["variable"], ratings, asked)

    once = np.ones((1, len(ratings.code)))
    for one, (low, high) in zip(asked, ends, strict=True):
        value = one.of(ratings, once)[0]
        measured = {"measure": one.name, "distance": one.distance, "value": value}
        yield {**about, **measured, "low": low, "high": high}


def _asked(
    ratings: Ratings,
    level: str,
    kappa_weights: str | None,
) -> Iterator[_Asked]:
    yield _Asked("percent_agreement", NOMINAL, percent_agreement)
    yield _Asked("cohen_kappa", NOMINAL, cohen_kappa)
    if kappa_weights:
        yield _Asked("cohen_kappa", kappa_weights, partial(cohen_kappa, distance=kappa_weights))

    if ratings.code.shape[1] == 2:
        yield _Asked("scott_pi", NOMINAL, scott_pi)

    yield _Asked("fleiss_kappa", NOMINAL, fleiss_kappa)
    yield _Asked("gwet_ac1", NOMINAL, gwet_ac1)
    yield _Asked("krippendorff_alpha", level, partial(krippendorff_alpha, level=level))


def _ends(
    name: str,
    ratings: Ratings,
    asked: Sequence[_Asked],
) -> list[tuple[float, float]]:
    """Return the two ends of the interval of each measure; all are asked for the same draws."""
    agreeing = ratings.agreeing[ratings.n_given > 1]
    if (agreeing == 1).all():  # draws of them would be no different
        return [NO_ENDS] * len(asked)

    parts = [
        np.array([one.of(ratings, drawn) for one in asked])
        for drawn in weights(name, len(ratings.code))
    ]
    low, high = bounds(np.concatenate(parts, axis=1).T, np.full(len(asked), len(agreeing)))
    return list(zip(low.tolist(), high.tolist(), strict=True))


def check_level(*levels: str) -> None:
    """Refuse a level that is none."""
    for level in levels:
        if level not in LEVELS:
            raise unknown_name("level", level, LEVELS)


def check_coders(coding: Coding) -> None:
    """Refuse what one person has coded alone: there is nothing to compare."""
    if len(coding.coders) < 2:
        who = ", ".join(map(repr, coding.coders)) or "nobody"
        raise InputError(
            f"All is coded by {who}: agreement needs two. A column 'coder' says who coded a row; a "
            "frame without it and without 'unit_id' has a column for each coder."
        )

    n_given = [(table != None).sum(axis=1) for table in coding.codes.values()]  # noqa: E711
    if not any((n > 1).any() for n in n_given):
        ids = ", ".join(map(repr, coding.units["unit_id"].head(2)))
        raise InputError(f"No unit was coded by two coders (units: {ids}, ...).")
