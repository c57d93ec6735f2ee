"""How many syllables the parts of a word add: endings and prefixes, signs and units of numbers."""

from __future__ import annotations

from functools import cache

from newskit.csv_files import csv_rows


@cache
def spoken_parts(kind: str) -> dict[str, int]:
    """Return the parts of a class of spoken_parts.csv, and their syllables.

    >>> spoken_parts("prefix")["over"], spoken_parts("sign")["$"]
    (2, 2)
    """
    rows = csv_rows(__package__, "spoken_parts.csv")
    return {row["word"]: int(row["syllables"]) for row in rows if row["class"] == kind}
