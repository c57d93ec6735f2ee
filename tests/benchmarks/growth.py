"""Does the work grow with the text, and no faster? python -m tests.benchmarks.growth [articles]

The time an article over a growing corpus, the memory above the start, and the time of hostile texts whose length is
doubled. Articles are written batch by batch, so that the input itself takes no room.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence

import pandas as pd

import newskit as nk
from newskit.analyses.readability import readability_table
from newskit.text import vocabulary
from newskit.text.tokens import encode
from tests.benchmarks.newslike import Writer
from tests.benchmarks.timing import seconds

BATCH = 1000
SHORT, USUAL = 100, 500  # words
HOSTILE = ('"', ".", "—", "a.A", "’", "a—", "((", "A.b/", "字", "\n", "a\u00a0", "1,", "“a” ", "x", "\ud800", "a.m. A ")


def spent(n: int, words: int, tables: Sequence[str] | None) -> list[float]:
    """Analyze `n` articles batch by batch; return the seconds of each batch. The same call writes the same articles."""
    writer, seconds = Writer(5), []
    for _ in range(0, n, BATCH):
        frame = pd.DataFrame({"text": writer.articles(BATCH, words)})
        begin = time.process_time()
        made = nk.analyze(frame, progress=False, only=tables)
        if tables:
            readability_table(made.counts, "all")
        seconds.append(time.process_time() - begin)
    return seconds


def corpus(n: int, words: int, tables: Sequence[str] | None) -> list[str]:
    """Analyze `n` articles twice: with a vocabulary that grows, and with one that knows all of their words."""
    vocabulary.forget()
    spent(BATCH, words, tables)
    start, memory = _highest(), 0.0
    passes = []
    for _ in ("growing", "warm"):
        passes.append(spent(n, words, tables))
        memory = max(memory, _highest() - start)
    what = ", ".join(tables or ["all tables"])
    lines = [
        f"{what}; articles of {words} words",
        "",
        "| articles | ms an article, growing vocabulary | ms an article, warm |",
        "|---|---|---|",
    ]
    for done in sorted({max(n // 100, BATCH), max(n // 10, BATCH), n // 2, n}):
        growing, warm = (1000 * sum(one[: done // BATCH]) / done for one in passes)
        lines.append(f"| {done:,} | {growing:.3f} | {warm:.3f} |")
    return [*lines, "", f"highest memory above the start: {memory:.0f} MB", ""]


def _highest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
    lines = [*corpus(n, SHORT, None), *corpus(n, USUAL, ["counts", "sentences"]), *doubling()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
