"""What speaks against a number of agreement."""

from __future__ import annotations

from itertools import compress
from typing import Final

import numpy as np

from newskit.coding.ratings import Ratings

FEW_UNITS: Final = 30
ONE_SIDED: Final = 0.9
"""Share of the most frequent code: two coders who agree on 95 of 100 units, with 95 and 95 of them
alike, have a kappa of .47."""
CAVEATS: Final = {
    "one-coder": "fewer than two people have coded it",
    "no-variation": "all codes are the same: chance alone would give complete agreement",
    "no-disagreement": "coders agreed on every unit: no interval can be drawn from them",
    "few-units": f"fewer than {FEW_UNITS} units: intervals are unsteady",
    "missing": "cells without a code, or units that a coder does not have",
    "one-sided": "nine of ten codes are the same: kappa and alpha are low whatever coders do",
    "code-of-one": "a code that one coder alone has given: perhaps it is misspelled",
}


def caveats_of(ratings: Ratings) -> str | None:
    """Return the codes that hold for a variable, separated by '; '."""
    given = ratings.code >= 0
    n_coders = int(given.any(axis=0).sum())
    _, codes = ratings.given
    counts = np.bincount(codes, minlength=ratings.n_codes)
    by_coder = [np.unique(column[column >= 0]) for column in ratings.code.T]
    n_users = np.bincount(np.concatenate(by_coder), minlength=ratings.n_codes)

    agreeing = ratings.agreeing[ratings.n_given > 1]
    holds = {
        "one-coder": n_coders < 2,
        "no-variation": int((counts > 0).sum()) < 2,
        "no-disagreement": bool(len(agreeing)) and bool((agreeing == 1).all()),
        "few-units": len(agreeing) < FEW_UNITS,
        "missing": bool((~given).any()),
        "one-sided": counts.max(initial=0) >= ONE_SIDED * counts.sum(),
        "code-of-one": n_coders > 1 and bool((n_users == 1).any()),
    }
    return "; ".join(compress(holds, holds.values())) or None
