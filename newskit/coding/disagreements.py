"""The units that coders did not agree on: what to talk about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from newskit import tables
from newskit.coding.agreement import check_coders
from newskit.coding.codes import Codes
from newskit.coding.coding import Coding, read_coding
from newskit.coding.columns import DISAGREEMENTS
from newskit.coding.sheets import Sheets


def disagreements(
    sheets: Sheets,
    *,
    codes: Codes | None = None,
    variables: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """List the units on which coders do not agree, those they agree on least first.

    Parameters
    ----------
    sheets : path, DataFrame, list or dict of these
        Coding sheets, as `agreement` takes them.
    codes : dict, optional
        For each variable its codes, as `agreement` takes them.
    variables : str or list of str, optional
        The columns to compare; without it those right of the unit and its context.

    Returns
    -------
    pandas.DataFrame
        One row per variable and unit with two different codes or more: `variable`, `article_id`,
        `unit_id`, `text` (where the sheets have them), `codes` (each code and who gave it, the most
        frequent first), `most` (the code that most gave; NA where two were given as often),
        `n_codes` (different ones), `n_coders`, and `agreeing` (0 to 1, share of pairs of coders
        that agree).

    Raises
    ------
    InputError
        If there is one coder only, or the sheets are not what `agreement` takes.
    ReadError
        If a file cannot be read.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> coded = pd.DataFrame({"ann": ["yes", "yes"], "ben": ["yes", "no"], "cem": ["yes", "no"]})
    >>> nk.coding.disagreements(coded)[["unit_id", "codes"]].values.tolist()
    [['1', 'no (ben, cem); yes (ann)']]
    """
    coding = read_coding(sheets, codes, variables)
    check_coders(coding)
    rows = [row for name in coding.codes for row in _rows(coding, name)]
    return tables.from_rows(DISAGREEMENTS, rows)


def _rows(coding: Coding, variable: str) -> list[dict[str, Any]]:
    agreeing = coding.ratings(variable).agreeing
    units = coding.units.to_dict("records")
    found = [
        {"variable": variable, "agreeing": share, **unit, **told(coding.coders, given)}
        for share, unit, given in zip(agreeing, units, coding.codes[variable], strict=True)
        if share < 1
    ]
    return sorted(found, key=lambda row: float(row["agreeing"]))


def told(coders: Sequence[str], given: Sequence[str | None]) -> Mapping[str, Any]:
    """Return each code with who gave it; of those given as often, the first coder's first."""
    who: dict[str, list[str]] = {}
    for coder, code in zip(coders, given, strict=True):
        if code is not None:
            who.setdefault(code, []).append(coder)

    ranked = sorted(who, key=lambda code: -len(who[code]))
    n = [*(len(who[code]) for code in ranked), 0, 0]
    return {
        "codes": "; ".join(f"{code} ({', '.join(who[code])})" for code in ranked)
        or None,
        "most": ranked[0] if n[0] > n[1] else None,
        "n_codes": len(ranked),
        "n_coders": sum(n),
    }
