"""Every analysis over a bare `re.findall` on the same texts: python -m tests.benchmarks.over_findall [articles].

Processor time; all are run in turn, several times, and the shortest run of each counts: what else the machine does
meanwhile, and what lies in its caches, meets them alike.
"""

from __future__ import annotations

import re
import sys

import pandas as pd

import newskit as nk
from tests.benchmarks.newslike import Writer
from tests.benchmarks.timing import shortest, table

REPEAT = 7


def main() -> None:
    """Print each analysis as a multiple of the bare regular expression, with a warm vocabulary."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    texts = Writer(1).articles(n)
    frame = pd.DataFrame({"text": texts}).assign(published=pd.Timestamp("2024-11-30T10:00Z"))
    word = re.compile(r"\w+")
    works = {
        "re.findall": lambda: [word.findall(text) for text in texts],
        "sentences": lambda: nk.sentences(frame),
        "counts": lambda: nk.counts(frame),
        "readability": lambda: nk.readability(frame, measures="all"),
        "sentiment": lambda: nk.sentiment(frame),
        "quotes": lambda: nk.quotes(frame),
        "timeline": lambda: nk.timeline(frame),
        "analyze": lambda: nk.analyze(frame, progress=False),
    }
    for work in works.values():
        work()
    spent = shortest(works, REPEAT)
    rows = [(what, seconds, seconds / spent["re.findall"]) for what, seconds in spent.items()]
    sys.stdout.write(table("Warm vocabulary", rows, n, "re.findall") + "\n")


if __name__ == "__main__":
    main()
