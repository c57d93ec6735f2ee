"""Does the work grow with the text, and no faster? python -m tests.benchmarks.growth [articles]

Three tables: the time an article over a growing corpus, the memory above the start, and the time of hostile texts whose
length is doubled. Articles are written batch by batch, so that the input itself takes no room.
"""

from __future__ import annotations

import resource
import sys
import time

import pandas as pd

import newskit as nk
from newskit.text import vocabulary
from newskit.text.tokens import encode
from tests.benchmarks.newslike import Writer
from tests.benchmarks.timing import seconds

BATCH = 1000
HOSTILE = ('"', ".", "—", "a.A", "’", "a—", "((", "A.b/", "字", "\n", "a\u00a0", "1,", "“a” ", "x", "\ud800", "a.m. A ")


def corpus(n: int) -> list[str]:
    """Read `n` articles in batches; report time an article (warm) and the highest memory so far."""
    writer, work = Writer(5), 0.0
    nk.analyze(writer.articles(BATCH), progress=False, only=["readability", "sentences"])
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = ["| articles | ms an article in the last tenth | highest memory above the start, MB |", "|---|---|---|"]
    marks = sorted({n // 100, n // 10, n // 2, n})
    recent: list[float] = []
    for done in range(BATCH, n + 1, BATCH):
        frame = pd.DataFrame({"text": writer.articles(BATCH)})
        begin = time.process_time()
        nk.analyze(frame, progress=False, only=["readability", "sentences"])
        recent.append(time.process_time() - begin)
        work += recent[-1]
        if done in marks:
            last = recent[-max(1, len(recent) // 10) :]
            memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) / 1024
            lines.append(f"| {done:,} | {1000 * sum(last) / len(last) / BATCH:.3f} | {memory:.0f} |")
    return lines


def doubling() -> list[str]:
    """Encode each hostile piece 100,000 and 200,000 times; a quadratic step would give a ratio of four."""
    lines = ["| repeated | s for 100,000 | ratio for twice as many |", "|---|---|---|"]
    for piece in HOSTILE:
        spent = []
        for n in (100_000, 200_000):
            vocabulary.forget()
            spent.append(seconds(lambda text=piece * n: encode([text]), repeat=2))
        lines.append(f"| {piece!r} | {spent[0]:.3f} | {spent[1] / spent[0]:.1f} |")
    return lines


def main() -> None:
    """Print the tables."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.stdout.write("\n".join([*corpus(n), "", *doubling()]) + "\n")


if __name__ == "__main__":
    main()
