"""Reading collections over what it is made of, in one run: python -m tests.benchmarks.reading_speed [articles] [pages].

A JSONL over `pandas.read_json(lines=True)`, and a WARC over fastwarc alone plus the page reader.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import sys
import tempfile
from pathlib import Path

import pandas as pd

import newskit as nk
from newskit.reading.page_files import row_of_page
from newskit.reading.rows import Hints
from tests.benchmarks.newslike import Writer
from tests.benchmarks.timing import seconds, table
from tests.datasets.test_web_archives import http, page, record

FIRST = "Ann Bo Carl Dana Eve Finn Gina Hugo Ines Jon Kara Liam".split()
LAST = "Lee Ek Bell Moor Reyes Stone Novak Ito Khan Diaz Roth Weber".split()
DIFFERENT = 2_000  # texts; more articles repeat them


def write_jsonl(path: Path, n: int) -> None:
    """Write articles of about 500 words with what news APIs state beside them."""
    texts, some = Writer(1).articles(min(n, DIFFERENT)), random.Random(3)
    begin = pd.Timestamp("2024-01-01T00:00Z")
    with path.open("w", encoding="utf-8") as file:
        for i in range(n):
            row = {
                "title": f"Ferry {i} sails again from the old quay",
                "text": texts[i % len(texts)],
                "author": "; ".join(f"{some.choice(FIRST)} {some.choice(LAST)}" for _ in range(some.randint(1, 2))),
                "date": (begin + pd.Timedelta(minutes=37 * i)).isoformat(),
                "publisher": "The Bay Post",
                "url": f"https://bay.example/{i}",
                "section": "Local",
            }
            file.write(json.dumps(row) + "\n")


def write_warc(path: Path, n: int) -> list[bytes]:
    """Write a web archive, a page a record, and return the pages."""
    texts = Writer(2).articles(n)
    pages = [page(f"Ferry {i} sails", text) for i, text in enumerate(texts)]
    records = (record("response", f"https://bay.example/{i}", http(one)) for i, one in enumerate(pages))
    path.write_bytes(b"".join(map(gzip.compress, records)))
    return pages


def of_warc(folder: Path, n: int) -> tuple[float, float]:
    """Return the seconds of the parts together, and of iter_articles."""
    from fastwarc.warc import ArchiveIterator

    path = folder / "crawl.warc.gz"
    pages = write_warc(path, n)
    row_of_page(pages[0], "utf-8", "https://bay.example/0", Hints())

    def bare() -> None:
        for one in ArchiveIterator(io.BytesIO(path.read_bytes())):
            one.reader.read()

        for i, one in enumerate(pages):
            row_of_page(one, "utf-8", f"https://bay.example/{i}", Hints())

    return seconds(bare, 1), seconds(lambda: list(nk.iter_articles(path, progress=False)), 1)


def main() -> None:
    """Print each as a multiple of what it is made of."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    n_pages = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "wire.jsonl"
        write_jsonl(path, n)
        nk.read_articles(pd.DataFrame({"text": ["It rained."]}))
        bare = seconds(lambda: pd.read_json(path, lines=True), 1)
        works = {
            "pandas.read_json": bare,
            "nk.read_articles": seconds(lambda: nk.read_articles(path, progress=False), 1),
            "nk.iter_articles": seconds(lambda: [len(part) for part in nk.iter_articles(path, progress=False)], 1),
        }
        rows = [(what, spent, spent / bare) for what, spent in works.items()]
        sys.stdout.write(table("JSON lines", rows, n, "pandas.read_json") + "\n\n")
        parts, ours = of_warc(folder, n_pages)
        rows = [("fastwarc and the page reader", parts, 1.0), ("nk.iter_articles", ours, ours / parts)]
        sys.stdout.write(table("A web archive", rows, n_pages, "fastwarc and the page reader") + "\n")


if __name__ == "__main__":
    main()
