"""Newskit held against people: "Validate, validate, validate" (Grimmer and Stewart 2013)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.coding.agreement import agreement_of, check_level
from newskit.coding.answers import Recode, answers_of
from newskit.coding.codes import Codes, Known
from newskit.coding.coding import Coding, read_coding
from newskit.coding.columns import VALIDATION_AGREEMENT
from newskit.coding.scores import Pairs
from newskit.coding.sheets import Sheets
from newskit.coding.validation import Validation
from newskit.errors import InputError, unknown_name

_TOLD = ("percent_agreement", "cohen_kappa", "krippendorff_alpha")


def validate(
    sheets: Sheets,
    table: pd.DataFrame,
    *,
    variable: str | None = None,
    column: str | None = None,
    recode: Recode = None,
    cuts: Mapping[str, float] | None = None,
    codes: Codes | None = None,
    level: str = "nominal",
) -> Validation:
    """Compare what people have coded with what newskit says of the same words.

    Parameters
    ----------
    sheets : path, DataFrame, list or dict of these
        Coding sheets as `sheet` makes them, filled in, as `agreement` takes them; of one coder, or
        of several.
    table : pandas.DataFrame
        A table of newskit on the same articles: `sentiment` with ``unit="sentence"``,
        `attribution`, `quotes`, `certainty`, ... Of its rows the one that shares most characters
        with a unit is its answer; in a table without `start` and `end` the row of the article.
    variable : str, optional
        What was coded; may be left out where the sheets have one variable.
    column : str, optional
        The column of the table that answers; without it, whether there is a row at all: yes or no.
    recode : dict or callable, optional
        How an answer becomes a code of the sheets: ``{"unattributed": "no", "direct": "yes"}``;
        what is not in the dict stays as it is. Where newskit says nothing, the answer is "none";
        ``{None: "nobody"}`` names it otherwise.
    cuts : dict, optional
        How a number becomes a code: each code and the number that it stays below,
        ``{"low": 8, "middle": 12, "high": inf}``. For a column `compound` they are those of VADER:
        negative below -.05, neutral below .05, else positive.
    codes : dict, optional
        For each variable its codes in their order, as `agreement` takes them.
    level : {"nominal", "ordinal", "interval", "ratio"}
        What the codes are, for Krippendorff's alpha.

    Returns
    -------
    Validation
        Its attributes are tables:

        - `scores`: one row per code, and one with their mean (`code` is NA): `n_people` and
          `n_newskit` (units that each gave it), `n_both`, `precision` (0 to 1: of what newskit
          calls so, the share that people call so), `recall` (of what people call so, the share that
          newskit finds), `f1`, and the ends of their intervals of 95 % (`precision_low`, ...);
        - `confusion`: one row per pair of codes: `people`, `newskit`, `n`, and `share` of the units
          to which people gave that code, with its interval;
        - `agreement`: the measures of `agreement` among people, and of newskit with each of them
          and with what they settled: `between` says of whom;
        - `answers`: one row per unit: `people` (the code that more than half gave; NA where there
          is none: such units count in `agreement` alone), `newskit`, `same`, `codes` (who gave
          which), `value` (what the table says);
        - `differences`: those of `answers` to look at.

    Raises
    ------
    InputError
        If the sheets do not say where a unit stands, the table is of other articles, has two rows
        at one place, lacks a column, or the sheets are not what `agreement` takes.
    UnknownNameError
        If there is no such variable or level.

    Notes
    -----
    newskit cannot agree with people better than they agree with each other. Where `alpha` of the
    coders is low, mend the codebook first. Intervals come from drawing units anew; units of one
    article are more alike than units of different ones, so with few articles they are too narrow.

    Source
    ------
    Grimmer, J. and Stewart, B. M. (2013), Text as data: the promise and pitfalls of automatic
    content analysis methods for political texts, Political Analysis 21(3), 267-297.

    Examples
    --------
    >>> import newskit as nk
    >>> article = nk.load_example()
    >>> sheet = nk.coding.sheet(article, n=8, codes={"reported": ["yes", "no"]})
    >>> sheet["reported"] = ["yes" if "said" in text else "no" for text in sheet["text"]]
    >>> found = nk.coding.validate(sheet, nk.quotes(article))
    >>> found.scores[["code", "n_people", "n_newskit", "n_both"]].head(2)
      code  n_people  n_newskit  n_both
    0   no         7          4       4
    1  yes         1          4       1
    >>> found.differences["text"].str[:40].iloc[0]
    'The state will pay the rest by next June'
    """
    check_level(level)
    coding = read_coding(sheets, codes, variable)
    name = _variable(coding, variable)
    answers = answers_of(coding, name, table, column, recode, cuts)
    pairs = _pairs(coding, name, answers)
    return Validation(
        pairs.scores(),
        pairs.confusion(),
        _agreement(coding, name, answers, level),
        answers,
    )


def _variable(coding: Coding, variable: str | None) -> str:
    names = list(coding.codes)
    if variable is None and len(names) > 1:
        raise InputError(
            f"The sheets have {', '.join(names)}: say which, variable={names[0]!r}."
        )

    if variable is not None and variable not in names:
        raise unknown_name("variable", variable, names)
    return variable or names[0]


def _pairs(
    coding: Coding,
    variable: str,
    answers: pd.DataFrame,
) -> Pairs:
    """Return what people settled beside what newskit said.

    Raises
    ------
    InputError
        If people have settled nothing.
    """
    whole = answers[answers["people"].notna()]
    if whole.empty:
        raise InputError(f"No unit has a code of {variable!r} that more than half gave.")

    order = dict.fromkeys([*coding.order(variable), *whole["newskit"]])
    used = set(whole["people"]) | set(whole["newskit"])
    codes = [code for code in order if code in used]
    place = {code: number for number, code in enumerate(codes)}
    people, newskit = (
        whole[who].map(place).to_numpy("int64")
        for who in ("people", "newskit")
    )
    return Pairs(variable, codes, people, newskit)


def _agreement(
    coding: Coding,
    variable: str,
    answers: pd.DataFrame,
    level: str,
) -> pd.DataFrame:
    """Measure agreement among people, and of newskit with each and with what they settled."""
    newskit = answers["newskit"].to_numpy(dtype=object)
    by_coder = list(zip(coding.coders, coding.codes[variable].T, strict=True))
    people = answers["people"].astype(object).where(answers["people"].notna(), None).to_numpy()
    asked = [
        (f"newskit and {coder}", [given, newskit]) for coder, given in by_coder
    ]
    if len(by_coder) > 1:
        among = ("coders", [given for _, given in by_coder])
        asked = [among, ("newskit and people", [people, newskit]), *asked]

    parts = [
        _measured(coding, variable, columns, level).assign(between=between)
        for between, columns in asked
    ]
    return tables.conform(VALIDATION_AGREEMENT, dict(pd.concat(parts, ignore_index=True)))


def _measured(
    coding: Coding,
    variable: str,
    columns: Sequence[Any],
    level: str,
) -> pd.DataFrame:
    table = np.column_stack(columns).astype(object)
    extra = [
        code
        for code in dict.fromkeys(table.ravel())
        if code not in coding.order(variable)
    ]
    stated = coding.known[variable].codes
    found = [code for code in extra if code is not None]
    known = Known(variable, (*stated, *found) if stated else ())
    one = Coding(coding.units, [], {variable: table}, {variable: known})
    measured = agreement_of(one, {variable: level})
    return measured[measured["measure"].isin(_TOLD)]
