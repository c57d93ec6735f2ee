"""Measure how often each rule of quotations is right, and write newskit/analyses/quotes/rule_precision.csv.

    cd REPO && python tests/evaluation/rule_precision.py GOLD.jsonl.gz

GOLD has one article a line: `id`, `text`, and `quotes` with start, end, speaker_start and speaker_end. A row is right
if at least half of it is said there by one whose printed mention shares a word with the row's.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk

OUT = Path("newskit/analyses/quotes/rule_precision.csv")
SMALL = set("the a an of and in for to at on by with from who".split())


def words(mention: Any) -> set[str]:
    found = {re.sub(r"['’]s$", "", w) for w in re.findall(r"[\w'’]+", str(mention or "").lower())}
    return found - SMALL or found


def is_right(row: dict[str, Any], gold: dict[str, Any]) -> bool:
    shared = 0
    for quote in gold["quotes"]:
        common = min(row["end"], quote["end"]) - max(row["start"], quote["start"])
        if common > 0 and quote.get("speaker_start") is not None:
            printed = gold["text"][quote["speaker_start"] : quote["speaker_end"]]
            shared += common if words(printed) & words(row["speaker_mention"]) else 0
    return shared >= (row["end"] - row["start"]) / 2


def main(path: str) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        golds = [json.loads(line) for line in stream]
    found = nk.quotes(pd.DataFrame({"article_id": [g["id"] for g in golds], "text": [g["text"] for g in golds]}))
    by_id = {g["id"]: g for g in golds}
    n: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in found[found["speaker_mention"].notna()].to_dict("records"):
        n[row["rule"]] += 1
        right[row["rule"]] += is_right(row, by_id[row["article_id"]])
    lines = ["# Of the rows that each rule gave: of how many people found at least half to be said by that speaker."]
    lines += [f"# PolNeAR, development half, {len(golds)} articles; written by tests/evaluation/rule_precision.py."]
    lines += ["rule,n,right", *(f"{rule},{n[rule]},{right[rule]}" for rule in sorted(n))]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
