"""What speaks against a number of agreement."""

from __future__ import annotations

from itertools import compress
from typing import Final

import numpy as np

from newskit.coding.ratings import Ratings

FEW_UNITS: Final = 30
ONE_SIDED: Final = 0.9
"""Share of the most frequent code: of 100 units 92 yes, 3 no and 5 apart is a kappa of .52."""


def caveats_of(ratings: Ratings) -> str | None:
    """Return the codes that hold for a variable, separated by '; '; `agreement` explains them."""
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
