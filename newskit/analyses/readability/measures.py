"""The measures as a table, and the choice of some of them by name."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from newskit import tables
from newskit.analyses.readability.columns import MEASURES
from newskit.analyses.readability.formulas.english import ALL, CLASSIC
from newskit.analyses.readability.formulas.measure import Measure
from newskit.errors import unknown_name

BY_NAME = {m.measure: m for m in ALL}
# What a name of several measures stands for.
SETS = {"classic": CLASSIC, "all": ALL}


def measures() -> pd.DataFrame:
    """List every readability measure with its formula, range, direction and source.

    Returns
    -------
    pandas.DataFrame
        One row per measure: `measure` (its column in `readability`), `name`, `formula`, `unit`,
        `low` and `high` (the range usually met in news), `direction` ("higher is easier" or "higher
        is harder"), `calibrated_on`, `source`, `note`, and `classic` (whether it is one of the best
        known, which plots and reports show).

    Examples
    --------
    >>> import newskit as nk
    >>> nk.measures().set_index("measure").loc["lix", "formula"]
    'W/S + 100 G/W'
    """
    return tables.from_rows(MEASURES, map(vars, ALL))


def is_set(names: Iterable[str] | str) -> bool:
    """Return whether it names several measures at once: "classic" or "all"."""
    return isinstance(names, str) and names in SETS


def chosen_measures(names: Iterable[str] | str) -> list[Measure]:
    """Return the measures of these names; "classic" are the best known, "all" are all."""
    if is_set(names):
        return list(SETS[str(names)])

    wanted = [names] if isinstance(names, str) else list(names)
    unknown = [name for name in wanted if name not in BY_NAME]
    if unknown:
        raise unknown_name("measure", unknown[0], BY_NAME)

    return [BY_NAME[name] for name in wanted]
