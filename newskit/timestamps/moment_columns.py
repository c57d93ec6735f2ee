"""Fill the columns of a publication or update time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newskit.tables import CLOCK, INSTANT, TEXT

DTYPES = {"": INSTANT, "_local": CLOCK, "_text": TEXT, "_precision": TEXT}
"""What stands behind the name of a timestamp in the names of its columns, and their types."""

def moment_columns(
    name: str,
    moment: dt.date | None,
    printed: str | None,
) -> dict[str, Any]:
    """Return the columns of one timestamp, with its `name` (published or updated) before them."""
    if moment is None:
        return {}

    local, precision = dt.datetime.combine(moment, dt.time()), "day"
    if isinstance(moment, dt.datetime):
        local, precision = moment, "minute"

    return {
        # Without a zone a wall clock is not an instant.
        name: local.astimezone(dt.UTC) if local.tzinfo else None,
        f"{name}_local": local.replace(tzinfo=None),
        f"{name}_text": printed,
        f"{name}_precision": precision,
    }
