"""How often a speaker of such confidence is right: confidence.csv, measured, not felt."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from newskit.csv_files import csv_rows

_ROWS = csv_rows(__package__, "confidence.csv")
_RAW = [float(row["raw"]) for row in _ROWS]
_RIGHT = [float(row["right"]) for row in _ROWS]


@lru_cache(maxsize=1_000)
def calibrated(raw: float) -> float:
    """Return the share of right speakers among those with the same raw confidence.

    >>> calibrated(0.95), calibrated(0.3)
    (0.94, 0.6)
    """
    k = min(bisect_right(_RAW, raw), len(_RAW) - 1) - 1
    share = (raw - _RAW[k]) / (_RAW[k + 1] - _RAW[k])
    return round(_RIGHT[k] + share * (_RIGHT[k + 1] - _RIGHT[k]), 3)
