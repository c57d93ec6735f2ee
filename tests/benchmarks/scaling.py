"""`analyze_dataset` on generated articles: cost of an article, speed of two workers over one, peak memory of a worker.

    python -m tests.benchmarks.scaling 1000 10000 100000          # one worker: does an article cost the same in each?
    python -m tests.benchmarks.scaling 50000 --workers 1 2        # two workers over one
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import newskit as nk
from tests.benchmarks.newslike import Writer

WORDS = 80  # of an article: short, so that what a part costs beside its articles is seen
OUTLETS = 12


def write_articles(path: Path, n: int, words: int) -> None:
    """Write so many short articles, one after the other, as JSON lines."""
    writer = Writer()
    with path.open("w", encoding="utf-8") as stream:
        for number in range(n):
            article = {
                "title": f"Harbor notes, number {number}",
                "publisher": f"Outlet {number % OUTLETS}",
                "published": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}T08:{number % 60:02}:00+01:00",
                "body": writer.article(words),
            }
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")


def peak(who: int) -> float:
    """Return the most memory that a process had, in MB."""
    return resource.getrusage(who).ru_maxrss / 1_000


def spent(who: int) -> float:
    """Return the seconds of the processor that were spent."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def run(source: Path, out: Path, engine: str, workers: int) -> None:
    """Make the tables in processes of their own, and say what it took."""
    begin = time.perf_counter()
    pid = os.fork()
    if not pid:
        dataset = nk.analyze_dataset(source, out, engine=engine, workers=workers, progress=sys.stderr.isatty())
        seconds, cpu = time.perf_counter() - begin, sum(map(spent, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
        told = {
            "articles": len(dataset),
            "seconds": round(seconds, 1),
            "ms of the processor an article": round(1_000 * cpu / len(dataset), 3),
            "MB of the largest worker": round(peak(resource.RUSAGE_CHILDREN)),
            "MB of the main process": round(peak(resource.RUSAGE_SELF)),
            "MB on disk": round(sum(p.stat().st_size for p in out.rglob("*.parquet")) / 1e6, 1),
            "MB of the source": round(source.stat().st_size / 1e6, 1),
            "load": round(os.getloadavg()[0], 1),
        }
        sys.stdout.write(f"{engine}, {workers} workers: {json.dumps(told)}\n")
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(pid, 0)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="+")
    parser.add_argument("--workers", type=int, nargs="+", default=[1])
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--engine", default="local")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    # What is loaded once is no cost of an article.
    nk.analyze_dataset(nk.load_example(), folder / "warm", workers=1, progress=False)
    try:
        for n in asked.articles:
            write_articles(folder / f"{n}.jsonl", n, asked.words)
            for workers in asked.workers:
                run(folder / f"{n}.jsonl", folder / "out", asked.engine, workers)
                shutil.rmtree(folder / "out", ignore_errors=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
