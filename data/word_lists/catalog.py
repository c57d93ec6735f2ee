"""Bring catalog.csv, the table of the word lists, up to date: python catalog.py.

Run it after a list has changed.
Number of rows and SHA-256 are counted anew; all else in the table is written by hand: for a new
list, add a row with its name, file, meaning, source and licence.
"""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

from newskit.word_lists import rows

FOLDER = Path(__file__).resolve().parents[2] / "newskit" / "word_lists"
CATALOG = FOLDER / "catalog.csv"


def measured(row: dict[str, str]) -> dict[str, str]:
    """Return a row of the catalog with what its file holds now."""
    data = (FOLDER / row["file"]).read_bytes()
    n_rows = len(rows(row["file"]))
    return {**row, "n_rows": str(n_rows), "sha256": hashlib.sha256(data).hexdigest()}


def main() -> None:
    """Rewrite the catalog."""
    with CATALOG.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file)
        listed = [measured(row) for row in found]
        names = found.fieldnames or ()

    with CATALOG.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, names, lineterminator="\n")
        table.writeheader()
        table.writerows(listed)


if __name__ == "__main__":
    main()
