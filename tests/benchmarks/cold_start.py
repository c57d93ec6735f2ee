"""From a cold start to a finished page: `newskit report` of an article, beside nbconvert on lesson 1.

    python -m tests.benchmarks.cold_start [ARTICLE] [--runs 3]

Each is a process of its own, as a user starts it; they take turns, and the shortest run of each counts, in seconds on
the wall and on the processor (children included). `newskit export` of the same lesson stands beside them. nbconvert has
to be installed; without ARTICLE it is data/zelenskyy-nato-2024-11-30.txt.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "data" / "zelenskyy-nato-2024-11-30.txt"
LESSON = ROOT / "notebooks" / "01_one_article.ipynb"
REFERENCE = "nbconvert --execute"


def commands(article: Path, folder: Path) -> dict[str, list[str]]:
    """Return what is timed: names and commands."""
    newskit = [sys.executable, "-m", "newskit"]
    convert = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", str(LESSON)]
    return {
        REFERENCE: [*convert, "--output-dir", str(folder), "--output", "nbconvert.html"],
        "newskit export": [*newskit, "export", str(LESSON), "-o", str(folder / "export.html")],
        "newskit report": [*newskit, "report", str(article), "-o", str(folder / "report.html")],
    }


def seconds(command: list[str], compiled: str) -> tuple[float, float]:
    """Run a command and return its seconds on the wall and on the processor.

    What pip installs is compiled; so is this newskit, in a folder of its own, from the first run on.
    """
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = os.environ | {
        "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "PYTHONPYCACHEPREFIX": compiled,
    }  # fmt: skip
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(article: Path, runs: int) -> dict[str, tuple[float, float]]:
    """Return the shortest seconds of each command."""
    best: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as compiled:
        asked = commands(article, Path(name))
        for command in asked.values():
            seconds(command, compiled)
        for number in range(runs):
            for what in sorted(asked, reverse=bool(number % 2)):
                wall, cpu = seconds(asked[what], compiled)
                known = best.get(what, (wall, cpu))
                best[what] = (min(wall, known[0]), min(cpu, known[1]))
    return best


def main() -> None:
    """Print the seconds of each command and how many times faster than nbconvert it is."""
    told = argparse.ArgumentParser()
    told.add_argument("article", type=Path, nargs="?", default=ARTICLE)
    told.add_argument("--runs", type=int, default=3)
    wanted = told.parse_args()
    best = measured(wanted.article, wanted.runs)
    wall, cpu = best[REFERENCE]
    sys.stdout.write("| what | s on the wall | s of processor | times faster (wall, processor) |\n|---|---|---|---|\n")
    for what, (mine, used) in best.items():
        sys.stdout.write(f"| {what} | {mine:.2f} | {used:.2f} | {wall / mine:.1f}, {cpu / used:.1f} |\n")


if __name__ == "__main__":
    main()
