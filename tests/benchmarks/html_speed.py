"""Pages a second: newskit's whole row over trafilatura's text and metadata, same pages, one process.

    python -m tests.benchmarks.html_speed [FOLDER OF .html]     without a folder: pages made here

Both get the text of a page; the order of the two is turned page by page; CPU time, not wall clock.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from newskit.reading.page import check_page, decode_page, read_page
from tests.test_reading_page import PARAGRAPHS, page


def made_pages(n: int = 40) -> list[bytes]:
    """Return pages of the length of a news article, with menus and teasers around it."""
    menu = "".join(f'<li><a href="/s{i}">Section {i}</a></li>' for i in range(150))
    cards = "".join(f'<div class="card c{i}"><a href="/t{i}"><h3>Teaser {i}</h3></a></div>' for i in range(150))
    text = "".join(f"<p>{p}</p>" for _ in range(5) for p in PARAGRAPHS)
    made = [page(extra=f"{text}<p>Page {i}.</p>") for i in range(n)]
    return [
        html.replace("</nav>", f"<ul>{menu}</ul></nav>").replace("</main>", f"</main>{cards}").encode() for html in made
    ]


def ours(data: bytes) -> None:
    """Read a page as read_articles does."""
    text = decode_page(data).text
    check_page(text)
    read_page(text)


def theirs(data: bytes) -> None:
    """Read a page as a user of trafilatura does."""
    trafilatura.bare_extraction(data.decode("utf-8", "replace"), with_metadata=True)


def seconds(read: Callable[[bytes], None], data: bytes) -> float:
    """Return the CPU time of reading one page."""
    begin = time.process_time()
    read(data)
    return time.process_time() - begin


def ratio(pages: list[bytes]) -> tuple[float, float]:
    """Return pages a CPU second, newskit's and trafilatura's."""
    spent = {ours: 0.0, theirs: 0.0}
    for read in spent:
        read(pages[0])
    for number, data in enumerate(pages):
        for read in (ours, theirs) if number % 2 else (theirs, ours):
            spent[read] += seconds(read, data)
    return len(pages) / spent[ours], len(pages) / spent[theirs]


def main() -> None:
    """Print both speeds and their ratio."""
    logging.disable(logging.CRITICAL)
    pages = [p.read_bytes() for p in sorted(Path(sys.argv[1]).glob("*.html"))] if len(sys.argv) > 1 else made_pages()
    mine, peer = ratio(pages)
    line = (
        f"{len(pages)} pages: newskit {mine:.1f}, trafilatura {peer:.1f} pages a CPU second; ratio {mine / peer:.2f}\n"
    )
    sys.stdout.write(line)


if __name__ == "__main__":
    main()
