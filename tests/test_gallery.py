"""The gallery has every plot, and the cheat sheet names only what there is."""

from __future__ import annotations

import html
import re
from functools import reduce
from pathlib import Path

import pytest

import newskit as nk
from docs._ext import gallery
from newskit import cli
from tests.browser.screenshots import PICTURES

DOCS = Path(__file__).resolve().parent.parent / "docs"
SHEET = html.unescape((DOCS / "_static" / "cheatsheet.html").read_text(encoding="utf-8"))


def test_the_gallery_has_every_plot():
    assert set(gallery.CODE) == set(nk.plots.__all__)


def test_every_picture_of_a_page_is_made_by_the_script_and_shown():
    pictures = {path.name: path.stat().st_size for path in (DOCS / "_static").glob("*.png")}
    assert set(pictures) == {picture.name for picture in PICTURES}
    assert sum(pictures.values()) < 1_500_000
    shown = "".join(path.read_text(encoding="utf-8") for path in [*DOCS.glob("*.md"), DOCS.parent / "README.md"])
    assert [name for name in pictures if f"_static/{name}" not in shown] == []


@pytest.mark.slow
def test_the_gallery_is_drawn(tmp_path):
    page = gallery.write(tmp_path)
    for name in (*gallery.CODE, *gallery.BY_GROUP):
        assert (tmp_path / f"{name.replace(' ', '_')}.svg").stat().st_size > 1_000
        assert f"generated/gallery/{name.replace(' ', '_')}.svg" in page


def test_the_cheat_sheet_names_only_what_there_is():
    names = re.findall(r"\bnk\.([a-z_.]+)", SHEET)
    assert len(names) > 40
    for name in names:
        assert callable(reduce(getattr, name.split("."), nk)), name
    for command in re.findall(r"<code>newskit (\w+)", SHEET):
        assert command in cli.parser().format_help()


def test_the_cheat_sheet_loads_nothing():
    assert not re.search(r"(?:src|href|url\()", SHEET)
    assert "<script" not in SHEET
