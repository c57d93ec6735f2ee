"""The docs do what they say: their examples run, and no page of prose is without a picture or an output."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import zipfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

import newskit as nk
from tests.exports.writers import docx

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted(DOCS.glob("*.md"))
# An example; a comment before it says why it is not run.
EXAMPLE = re.compile(r"^(% not run: [^\n]+\n\n)?```(?:\{code-block\} )?python\n(.*?)^```", re.S | re.M)
# A picture, a page that is made from the code, cells that are run, what a command prints.
SHOWN = re.compile(
    r"^```\{(?:image|figure|include|code-cell|eval-rst|toctree)\}|^```(?:text|console|pycon|html)|^\|", re.M
)
IMAGE = re.compile(r"^```\{image\} (\S+)\n(.*?)^```", re.S | re.M)
ONE_EXPORT = [
    "Ferry sails again", "The Harbor Post (Dullport)", "May 22, 2023 Monday", "Copyright 2023 Harbor Press",
    "Length: 12 words", "Byline: Ann Bell", "Body", "The ferry sailed at noon on Monday.", "End of Document",
]  # fmt: skip


def examples(page: Path) -> list[str]:
    found = EXAMPLE.findall(page.read_text(encoding="utf-8"))
    return [code for not_run, code in found if not not_run]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that the examples name."""
    here = tmp_path_factory.mktemp("docs")
    with as_file(files("newskit") / "samples") as samples:
        shutil.copy(samples / "ferry.txt", here / "article.txt")
        pages = sorted((samples / "harbor").rglob("*.html"))
        for name, page in zip(("courier.html", "ledger.html", "article.html"), pages, strict=False):
            shutil.copy(page, here / name)
        for name in ("articles", "saved-pages", "downloads", "snapshots"):
            (here / name).mkdir()
        for name in ("saved-pages", "downloads"):
            for page in pages:
                shutil.copy(page, here / name / page.name)
    ferry = (here / "article.txt").read_text("utf-8")
    for time, text in (("20240601173000", ferry), ("20240602080000", ferry.replace("212", "214"))):
        (here / "snapshots" / f"ferry-{time}.txt").write_text(text, "utf-8")
    seen = ["2024-06-01T10:00", "2024-06-01T12:00"]
    kept = pd.DataFrame({"story": ["a", "a"], "seen": seen, "text": ["One. Two.", "One."]})
    kept.to_csv(here / "kept.csv", index=False)
    corpus = nk.load_example("harbor")
    nk.write_articles(corpus, here / "archive.csv")
    nk.write_articles(corpus, here / "articles" / "harbor.jsonl")
    pd.DataFrame({"corpo": ["Piove."], "titolo": ["Pioggia"]}).to_excel(here / "archivio.xlsx", index=False)
    (here / "Files (100).DOCX").write_bytes(docx(ONE_EXPORT))
    with zipfile.ZipFile(here / "pages.zip", "w") as pack:
        pack.write(here / "article.html", "article.html")
    shutil.copy(here / "pages.zip", here / "downloads.zip")
    cell = nbformat.v4.new_code_cell("city = 'Oslo'\nn = 1", metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), here / "lesson.ipynb")
    return here


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # an example may show what warns
@pytest.mark.parametrize("page", [p for p in PAGES if examples(p)], ids=lambda p: p.stem)
def test_examples_run(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    known: dict[str, Any] = {
        "nk": nk, "pd": pd, "article": nk.load_example(), "articles": nk.load_example("harbor"),
        "frame": pd.DataFrame({"text": ["It rained."]}),
        "page_bytes": (folder / "article.html").read_bytes(), "pasted": (folder / "article.txt").read_text("utf-8"),
    }  # fmt: skip
    for code in examples(page):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(code, page.name, "exec"), known)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_shows_something(page: Path) -> None:
    """No page of prose without a picture, a table or an output."""
    assert SHOWN.search(page.read_text(encoding="utf-8"))


def test_pictures_are_there_and_say_what_they_show() -> None:
    for page in PAGES:
        for path, options in IMAGE.findall(page.read_text(encoding="utf-8")):
            assert path.startswith("generated/") or (DOCS / path).is_file(), (page.name, path)
            assert re.search(r":alt: \"?\w.{15}", options), (page.name, path)
