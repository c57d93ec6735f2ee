"""Build readers.csv, what three readers say of words: python readers.py FOLDER > readers.csv.

The readers know neither the lists nor the data. Each was given the same words in mixed
order, without function words, and wrote down those that have a tone, from -3 to
3, and with a t those that name a topic (war, tax). What a reader did not write down is 0. FOLDER
holds words.txt, and r1.csv, r2.csv and r3.csv (word, rating, t).

Columns: `word`; `first`, `second` and `third`, the ratings; `topic`, how many marked it as a topic.

`--agreement` prints how far the readers agree, and how well two of them foretell the third.
"""

from __future__ import annotations

import argparse
import csv
import io
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
HERE = Path(__file__).with_name("readers.csv")
N_READERS = 3


class Rated(NamedTuple):
    """What the readers say of a word."""

    ratings: tuple[int, ...]
    n_topic: int

    @property
    def votes(self) -> int:
        """Readers for positive less readers for negative; 0 where they disagree on the sign."""
        signs = [int(np.sign(rating)) for rating in self.ratings]
        return 0 if min(signs) < 0 < max(signs) else sum(signs)


def readers() -> dict[str, Rated]:
    """Read the table beside this file."""
    with HERE.open(encoding="utf-8", newline="") as file:
        names = ("first", "second", "third")
        return {
            row["word"]: Rated(tuple(int(row[name]) for name in names), int(row["topic"]))
            for row in csv.DictReader(file)
        }


def collected(folder: Path) -> Iterator[tuple[str, Rated]]:
    """Read the words that were given out, and each reader's file."""
    found = []
    for k in range(1, N_READERS + 1):
        with (folder / f"r{k}.csv").open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if row and row[0] != "word"]
        found.append({row[0].strip(): (int(row[1]), row[2:3] == ["t"]) for row in rows})
    for word in (folder / "words.txt").read_text(encoding="utf-8").split():
        said = [of_reader.get(word, (0, False)) for of_reader in found]
        yield word, Rated(tuple(s[0] for s in said), sum(s[1] for s in said))


def interval_alpha(ratings: Array) -> float:
    """Return Krippendorff's alpha for numbers; every word has been rated by all."""
    n_readers = ratings.shape[1]
    within = ((ratings[:, :, None] - ratings[:, None, :]) ** 2).sum() / (n_readers - 1)
    every = ratings.ravel().astype(float)
    among = 2 * (len(every) * (every**2).sum() - every.sum() ** 2) / (len(every) - 1)
    return float(1 - within / among)


def fleiss_kappa(signs: Array) -> float:
    """Return Fleiss' kappa of the signs."""
    counts = np.stack([(signs == sign).sum(axis=1) for sign in (-1, 0, 1)], axis=1)
    n = signs.shape[1]
    agreed = ((counts**2).sum(axis=1) - n) / (n * (n - 1))
    chance = ((counts.sum(axis=0) / counts.sum()) ** 2).sum()
    return float((agreed.mean() - chance) / (1 - chance))


def agreement(rated: dict[str, Rated]) -> str:
    """Say how far the readers agree."""
    ratings = np.array([found.ratings for found in rated.values()])
    signs = np.sign(ratings)
    lines = [
        f"words,{len(ratings)}",
        f"with a sign by each reader,{' '.join(map(str, (signs != 0).sum(axis=0).tolist()))}",
        f"Krippendorff's alpha of the ratings,{interval_alpha(ratings):.3f}",
        f"Fleiss' kappa of the signs,{fleiss_kappa(signs):.3f}",
    ]
    for a, b in itertools.combinations(range(N_READERS), 2):
        same, opposite = (signs[:, a] == signs[:, b]).mean(), (signs[:, a] * signs[:, b] < 0).sum()
        lines.append(f"same sign or none: readers {a + 1} and {b + 1},{same:.3f}")
        lines.append(f"opposite signs: readers {a + 1} and {b + 1},{opposite}")
    return "\n".join([*lines, *_left_out(signs)]) + "\n"


def _left_out(signs: Array) -> Iterator[str]:
    """Let two readers choose words, and the third judge them."""
    for judge in range(N_READERS):
        one, other = (signs[:, k] for k in range(N_READERS) if k != judge)
        chosen = (one == other) & (one != 0)
        right = chosen & (signs[:, judge] == one)
        precision, recall = right.sum() / chosen.sum(), right.sum() / (signs[:, judge] != 0).sum()
        yield f"two choose and reader {judge + 1} judges: words,{chosen.sum()}"
        yield f"two choose and reader {judge + 1} judges: defended,{precision:.3f}"
        yield f"two choose and reader {judge + 1} judges: found,{recall:.3f}"


def main() -> None:
    """Write the table or, asked to, the agreement to standard output."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--agreement", action="store_true")
    given = options.parse_args()
    if given.agreement:
        sys.stdout.write(agreement(readers()))
        return
    out = io.StringIO()
    said = collected(given.folder)
    rows = ((word, *found.ratings, found.n_topic) for word, found in said)
    table = csv.writer(out, lineterminator="\n")
    table.writerows([("word", "first", "second", "third", "topic"), *sorted(rows)])
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
