"""The scale of days from publication that plots of time share: the nearer, the wider."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from newskit.plots.canvas import Axes, grid

# Below this many days the scale is nearly even, above it logarithmic: so the day of publication,
# where an hour matters, is as wide as a year far off.
_EVEN = 0.12

DAYS = (
    (1, "1 day"),
    (7, "1 week"),
    (30.44, "1 month"),
    (365.25, "1 year"),
    (3652.5, "10 years"),
    (36525, "100 years"),
)
HOURS_TO_MILLENNIA = ((1 / 24, "1 hour"), (0.25, "6 hours"), *DAYS, (365250, "1000 years"))


def place(days: Any) -> Any:
    """Return where a number of days from publication lies on the axis."""
    return np.sign(days) * np.log1p(np.abs(days) / _EVEN)


def ticks(
    ax: Axes, low: float, high: float, gap: float, steps: Sequence[tuple[float, str]]
) -> None:
    """Name round numbers of days before and after zero, at least `gap` from each other."""
    places, names = [0.0], ["0"]
    for end, sign, side in ((-low, -1, "before"), (high, 1, "after")):
        last = 0.0
        for days, name in steps:
            x = float(place(days))
            if x <= end and x - last > gap:
                places.append(sign * x)
                names.append(f"{name}\n{side}")
                last = x
    ax.set_xticks(places, names)
    grid(ax, "x")
