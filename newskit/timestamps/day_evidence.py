"""What a line says, beside its numbers, of whether 06/01/2026 is in January or in June."""

from __future__ import annotations

from collections.abc import Iterable

from newskit.timestamps.labeled_items import LabeledItems


def order_evidence(parts: Iterable[LabeledItems]) -> str | None:
    """Return in words why the day comes first in a line; None where no such number or reason is.

    Outlets that print GMT, or a clock of 24 hours beside a date of numbers, write the day first:
    North America prints neither. That the month is first, no such sign says.
    """
    known = list(parts)
    days = [part.day for part in known if part.day and part.day.either and not part.day.dotted]
    clocks = [part.clock for part in known if part.clock]
    if not days:
        return None

    sign = ""
    if any(clock.of_24 for clock in clocks):
        sign = "a clock of 24 hours"
    if any(clock.zone == "GMT" for clock in clocks):
        sign = "GMT"
    if not sign:
        return None

    return f"the day was read before the month, as {sign} is printed; day_first= overrules it"
