"""The registry of forms: to add one is an entry and a function that reads a file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import MissingExtraError, ReadError, UnknownNameError
from newskit.reading import formats
from newskit.reading.file import File
from newskit.reading.formats import FORMATS, Format, format_of_content
from newskit.reading.rows import Hints, Row

WIRE = b"~WIRE~\nFerry Sails Again\nThe ferry sailed at dawn, and nobody cheered."
BASKET = b"The ferry sailed.|Ferry Sails\nIt rained.|Rain\n"


def read_wire(file: File, hints: Hints) -> Row:
    """An invented form: a mark, the headline, the text."""
    mark, headline, text = file.read().decode().split("\n")
    if mark != "~WIRE~":
        raise ReadError("The file is not a wire story.")
    return {"headline": headline, "text": text, "warnings": []}


def read_basket(file: File, hints: Hints) -> pd.DataFrame:
    """An invented form: an article per line."""
    lines = file.read_table().decode().splitlines()
    return pd.DataFrame([line.split("|") for line in lines], columns=["body", "headline"])


def read_scroll(file: File, hints: Hints) -> Row:
    """An invented form, read with a package that nobody has."""
    import scroll_that_nobody_has

    return {"text": scroll_that_nobody_has.read(file)}


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    more = (
        Format("wire", (".wire",), read_wire, recognizes=lambda opening: opening[:6] == b"~WIRE~"),
        Format("basket", (".basket",), read_basket, "many"),
        Format("scroll", (".scroll",), read_scroll, extra="scrolls"),
    )
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, *more))


def test_a_file_of_a_new_form_is_read_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "a.wire").write_bytes(WIRE)
    row = nk.read_articles(tmp_path / "a.wire", publisher="The Harbor Gazette").iloc[0]
    assert row[["article_id", "source", "format", "headline", "publisher"]].to_list() == [
        "a", "a.wire", "wire", "Ferry Sails Again", "The Harbor Gazette",
    ]  # fmt: skip
    assert row["text"] == "The ferry sailed at dawn, and nobody cheered."


def test_it_is_found_in_folders_and_zips(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.wire").write_bytes(WIRE)
    (tmp_path / "notes.md").write_text("passed over")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("c.wire", WIRE)
    articles = nk.read_articles(tmp_path, progress=False)
    assert articles["source"].to_list() == ["b.zip/c.wire", "deep/a.wire"]
    assert articles["error"].isna().all()


def test_it_is_read_where_format_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.dump").write_bytes(WIRE)
    articles = nk.read_articles(tmp_path / "a.dump", format="wire")
    assert articles["headline"][0] == "Ferry Sails Again"
    other = nk.read_articles(b"Ferry Sails Again\n\n", format="wire", on_error="row")
    assert other["format"][0] == "wire"
    assert other["error"][0] == "The file is not a wire story. It begins: Ferry Sails Again"


def test_bytes_are_recognized_by_their_content() -> None:
    assert nk.read_articles(WIRE)["format"][0] == "wire"


def test_a_form_of_many_articles_has_its_columns_renamed(tmp_path: Path) -> None:
    (tmp_path / "a.basket").write_bytes(BASKET)
    articles = nk.read_articles(tmp_path, columns={"body": "text"}, progress=False)
    assert articles["article_id"].to_list() == ["a-0", "a-1"]
    assert articles["text"].to_list() == ["The ferry sailed.", "It rained."]
    alone = nk.read_articles(BASKET, format="basket", columns={"body": "text"})
    assert alone["article_id"].to_list() == ["bytes-0-0", "bytes-0-1"]


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.scroll").write_bytes(b"x")
    with pytest.raises(MissingExtraError, match=r"pip install scroll_that_nobody_has .*'scrolls'"):
        nk.read_articles(tmp_path / "a.scroll")


def test_messages_know_it(tmp_path: Path) -> None:
    (tmp_path / "a.odd").write_bytes(b"x")
    with pytest.raises(ReadError, match=r"\.txt, .*\.wire, \.xhtml, .*\.zip"):
        nk.read_articles(tmp_path / "a.odd")
    with pytest.raises(UnknownNameError, match="Did you mean 'wire'"):
        nk.read_articles(tmp_path, format="wires")


def test_no_name_and_no_ending_stands_for_two_forms() -> None:
    names = [form.name for form in FORMATS]
    endings = [ending for form in FORMATS for ending in form.endings]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)


def test_every_form_is_named_where_readers_look_for_it(root: Path) -> None:
    page = (root / "docs" / "reading.md").read_text(encoding="utf-8")
    exports = "".join(
        (root / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("exports", "datasets")
    )
    for form in FORMATS:
        if form.holds_it:
            assert f'`"{form.name}"`' in exports
        elif form.is_read:
            assert f'"{form.name}"' in str(nk.read_articles.__doc__)
            assert any(ending in page for ending in form.endings), form.name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><p>It rained.", "html"),
        (b"\xef\xbb\xbf\n<html>", "html"),
        (b"<p>It rained.", "html"),
        (b"From: <Saved by Blink>\r\nContent-Type: text/html\r\n\r\n<html>", "mhtml"),
        (b"MIME-Version: 1.0\r\n", "mhtml"),
        (b"Ferry Sails Again\n\nThe ferry sailed.", "text"),
        (b"", "text"),
    ],
)
def test_what_bytes_look_like(data: bytes, name: str) -> None:
    assert format_of_content(data).name == name
