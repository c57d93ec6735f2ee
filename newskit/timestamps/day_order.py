"""Which of two numbers is the day and which the month: 06/01/2026."""

from __future__ import annotations

# A number above it is a day.
MONTHS_OF_A_YEAR = 12
# Where 11/08 is 8 November: the zones of the Americas, Hawaii, the Philippines.
_MONTH_FIRST = ("America/", "Pacific/Honolulu", "Asia/Manila")


def day_and_month(
    first: int,
    second: int,
    day_first: bool | None = None,
) -> tuple[int, int] | None:
    """Return day and month of two numbers in the order of the print; None where nothing tells.

    Examples
    --------
    >>> day_and_month(30, 11), day_and_month(11, 30), day_and_month(5, 5)
    ((30, 11), (30, 11), (5, 5))
    >>> day_and_month(6, 1), day_and_month(6, 1, day_first=True)
    (None, (6, 1))
    """
    # 11/30; and 05/05 is the same day in either order.
    if first == second or second > MONTHS_OF_A_YEAR:
        return second, first

    if first > MONTHS_OF_A_YEAR:
        return first, second

    if day_first is None:
        return None

    return (first, second) if day_first else (second, first)


def day_first_in(zone: str | None) -> bool | None:
    """Say whether outlets of a zone write the day first; None where the zone does not tell."""
    # Agencies of every country print UTC.
    if zone is None or zone == "UTC":
        return None

    return not zone.startswith(_MONTH_FIRST)
