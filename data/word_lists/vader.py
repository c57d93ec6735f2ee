"""Build vader.csv and vader_emoji.csv from vaderSentiment's files (MIT): python vader.py FOLDER.

The package has vader.csv as pack.py packs it.

NLTK ships an older state of the same lexicon (`vader_lexicon` of its data); where it differs is
stated below, so that both are in one table.
"""

from __future__ import annotations

import csv
import sys
from importlib.resources import files
from pathlib import Path

# What NLTK's `vader_lexicon` says where it says something else: None where it has no such entry.
# Its file has `:p` twice, and the last one counts; vaderSentiment turned the second one into `:P`.
NLTK_DIFFERS: dict[str, float | None] = {
    ":P": None,
    ":p": 1.4,
    "badass": -0.6,
    "flawed": None,
    "heart": None,
    "hearts": None,
}


def entries(name: str) -> dict[str, str]:
    """Return the first two fields of each line of a file.

    Of a repeated entry the last counts, as vaderSentiment reads it.
    """
    lines = (files("vaderSentiment") / name).read_text(encoding="utf-8").split("\n")
    fields = (line.strip().split("\t") for line in lines if line.strip())
    return {word: value for word, value, *_ in fields}


def lexicon() -> list[list[str]]:
    """Return word, valence, and valence in NLTK's list."""
    rows = []
    for word, value in sorted(entries("vader_lexicon.txt").items()):
        nltk = NLTK_DIFFERS.get(word, float(value))
        rows.append([word, str(float(value)), "" if nltk is None else str(nltk)])
    return rows


def emoji() -> list[list[str]]:
    """Return sign and description.

    vaderSentiment looks at single characters, so that longer signs never match.
    """
    found = sorted(entries("emoji_utf8_lexicon.txt").items())
    return [[sign, words] for sign, words in found if len(sign) == 1]


def write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])


def main() -> None:
    """Write both tables into the folder that was named."""
    folder = Path(sys.argv[1])
    write(folder / "vader.csv", ["word", "valence", "nltk"], lexicon())
    write(folder / "vader_emoji.csv", ["emoji", "description"], emoji())


if __name__ == "__main__":
    main()
