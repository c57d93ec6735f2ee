"""All measures and the sentence table against textstat: python -m tests.benchmarks.readability_speed [articles].

The script that newskit is held against is what a user would write: ten measures of textstat, each applied to the column
of texts. It is slow, so it runs on the first articles only, and its time an article is used.
"""

from __future__ import annotations

import re
import sys

import pandas as pd

import newskit as nk
from newskit.analyses.readability import readability_table
from newskit.analyses.readability.textstat_engine import offline
from newskit.text import vocabulary
from newskit.text.syllables import _stem
from newskit.text.word_counts import _counts_of
from tests.benchmarks.newslike import Writer
from tests.benchmarks.timing import seconds, table

TEN = (
    "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "coleman_liau_index",
    "automated_readability_index", "dale_chall_readability_score", "linsear_write_formula", "lix", "rix",
)  # fmt: skip
N_PEER = 200  # more than the 128 texts that textstat remembers between two measures


def main() -> None:
    """Print milliseconds an article and the ratios, cold and warm."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    texts = Writer(1).articles(n)
    frame = pd.DataFrame({"text": texts})
    word = re.compile(r"\w+")
    bare = seconds(lambda: [word.findall(text) for text in texts])
    with offline() as textstat:
        sample = frame["text"].head(N_PEER)
        peer = seconds(lambda: [sample.apply(getattr(textstat, name)) for name in TEN], repeat=1) * n / len(sample)

    def work() -> None:
        made = nk.analyze(frame, progress=False, only=["counts", "sentences"])
        readability_table(made.counts, "all")

    # Cold is the vocabulary; modules, dictionary and weights are loaded before, as textstat's are.
    nk.analyze("The dictionaries are loaded once, says Zelchi.", only=["readability", "sentences"])

    def start_cold() -> None:
        vocabulary.forget()
        for remembered in (_counts_of, _stem):
            remembered.cache_clear()
        work()

    cold = seconds(start_cold)
    warm = seconds(work)
    rows = [
        ("re.findall", bare, peer / bare),
        ("textstat, 10 measures", peer, 1.0),
        (f"newskit, {len(nk.measures())} measures and sentences, cold", cold, peer / cold),
        ("the same, warm", warm, peer / warm),
    ]
    sys.stdout.write(table("Readability", rows, n, "as fast as textstat") + "\n")
    sys.stdout.write(f"\nover re.findall: cold {cold / bare:.2f}, warm {warm / bare:.2f}\n")


if __name__ == "__main__":
    main()
