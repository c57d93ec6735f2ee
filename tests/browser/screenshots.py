"""Make the pictures of the README and the docs: `python -m tests.browser.screenshots [FOLDER]`.

Small files with names that stay: few colors, and the same article every time.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from PIL import Image

import newskit as nk
from tests.browser import chromium

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "_static"
COLORS = 48  # what our pages have, with the steps between them
PAPER = {"width": 794, "height": 1123}  # A4 at 96 dots an inch


class Picture(NamedTuple):
    """What is taken of a page, and how: the top of it, or one part."""

    name: str
    page: str
    look: str = "light"
    width: int = 920
    height: int = 1180
    part: str = ""


PICTURES = (
    Picture("report.png", "report"),
    Picture("report-dark.png", "report", "dark"),
    Picture("report-text.png", "report", part="section[aria-labelledby$='-text']", height=900),
    Picture("corpus.png", "corpus", part="#c-corpus_readability", height=1000),
    Picture("corpus-voices.png", "corpus", part="#c-corpus_voices", height=1000),
    Picture("comparison.png", "comparison", height=1100, part="main > section:nth-of-type(3)"),
    Picture("worksheet.png", "worksheet", "print", 794, 1123),
    Picture("worksheet-key.png", "worksheet", "print", 794, 1123, ".key"),
    Picture("notebook.png", "notebook", height=1100),
)


def corpus() -> pd.DataFrame:
    """Return the articles of the class corpus."""
    return nk.load_example("harbor")


def pair() -> pd.DataFrame:
    """Return how an agency and a tabloid tell of the man in the octopus."""
    every = corpus()
    return every[every["headline"].str.contains("octopus", case=False)]


def pages() -> dict[str, Callable[[Path], Path]]:
    """Return what makes each page."""
    return {
        "report": lambda path: nk.report(nk.load_example(), path),
        "corpus": lambda path: nk.report(corpus(), path, full=0, progress=False, title="One night, four outlets"),
        "comparison": lambda path: nk.report(nk.compare(pair()), path),
        "worksheet": lambda path: nk.worksheet(nk.load_example(), path),
        "notebook": _lesson,
    }


def _lesson(path: Path) -> Path:
    """Export a notebook, in a process that has no browser."""
    notebook = FOLDER.parents[1] / "notebooks" / "02_article_clock.ipynb"
    command = [sys.executable, "-m", "newskit", "export", str(notebook), "-o", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def take(browser: Any, path: Path, picture: Picture) -> Image.Image:
    """Return the picture, at one and a half dots a pixel."""
    size = {"width": picture.width, "height": picture.height}
    with chromium.opened(browser, path, picture.look, viewport=size, device_scale_factor=1.5) as seen:
        if picture.look == "print":
            # The margins of the paper, which only a printer adds.
            seen.page.add_style_tag(content="html{background:#fff}body{padding:13mm 14mm!important}")
        part = seen.page.locator(picture.part).first.bounding_box() if picture.part else {"x": 0, "y": 0}
        top = max(0, part["y"] - (16 if picture.look != "print" else 0))
        clip = {"x": 0, "y": top, "width": picture.width, "height": picture.height}
        taken = seen.page.screenshot(full_page=True, clip=clip)
    return Image.open(io.BytesIO(taken)).convert("RGB")


def main(folder: Path) -> None:
    """Make every picture."""
    made = pages()
    with tempfile.TemporaryDirectory() as place, chromium.browser() as browser:
        paths = {name: make(Path(place) / f"{name}.html") for name, make in made.items()}
        for picture in PICTURES:
            few = take(browser, paths[picture.page], picture).quantize(COLORS, dither=Image.Dither.NONE)
            few.save(folder / picture.name, optimize=True)
            sys.stdout.write(f"{picture.name}: {(folder / picture.name).stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
