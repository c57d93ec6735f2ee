"""The words of these scripts: words.csv beside this file, class -> its words."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

WORDS: dict[str, set[str]] = defaultdict(set)
with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
    for row in csv.DictReader(line for line in file if not line.startswith("#")):
        WORDS[row["class"]].add(row["word"])
