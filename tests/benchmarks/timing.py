"""Time two things side by side in one process, and print what a reader can rerun."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """Return the shortest of several runs, in seconds of this process on the processor."""
    best = float("inf")
    for _ in range(repeat):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def shortest(works: Mapping[str, Callable[[], object]], repeat: int) -> dict[str, float]:
    """Run several things in turn, `repeat` times, and return the shortest run of each, in seconds on the processor."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(repeat):
        for what, work in works.items():
            best[what] = min(best[what], seconds(work, repeat=1))
    return best


def table(title: str, rows: list[tuple[str, float, float]], n: int, reference: str) -> str:
    """Lay out (what, seconds, ratio to the reference) as a Markdown table."""
    lines = [f"{title}, {n:,} articles", "", f"| what | ms an article | times {reference} |", "|---|---|---|"]
    lines += [f"| {what} | {1000 * spent / n:.3f} | {ratio:.2f} |" for what, spent, ratio in rows]
    return "\n".join(lines)
