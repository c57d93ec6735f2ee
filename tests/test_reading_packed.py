"""What is packed: gzip of any form, ZIPs in ZIPs, folders of any mixture; bombs and damage."""

# ruff: noqa: E501

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import ReadError
from newskit.reading import archives, gzips
from tests.datasets import files
from tests.exports.writers import docx

EXPORT = [
    "Ferry sails again", "The Harbor Post (Dullport)", "May 22, 2023 Monday", "Copyright 2023 Harbor Press",
    "Length: 12 words", "Body", "The ferry sailed at noon on Monday.", "End of Document",
]  # fmt: skip
PAGE = b"<html><body><article><h1>Ferry sails</h1>" + b"<p>The ferry sailed at noon, and nobody cheered on the quay.</p>" * 9
RSS = (
    b"<rss version='2.0'><channel><title>Harbor Post</title><link>https://harbor.example</link><item><title>Ferry sails</title>"
    b"<link>https://harbor.example/1</link></item></channel></rss>"
)
FORMS = {
    "a.csv": files.ALL_THE_NEWS,
    "a.json": files.GUARDIAN,
    "a.jsonl": files.TRAFILATURA,
    "a.txt": b"Ferry sails\nBy Ann Bell\n\nThe ferry sailed at noon.\n\nIt rained.",
    "a.html": PAGE,
    "a.sgm": files.REUTERS,
    "a.xml": RSS,
    "a.docx": docx(EXPORT),
    "a": files.NEWSAPI,
}


def packed(**members: bytes) -> bytes:
    """Write a ZIP; in names two underscores are a full stop, three a folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), data)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMS)
def test_gzip_of_any_form_is_read_as_what_is_in_it(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(FORMS[name]))
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / name).write_bytes(FORMS[name])
    alone = nk.read_articles(FORMS[name]) if name == "a" else nk.read_articles(tmp_path / "plain" / name)
    articles = nk.read_articles(tmp_path / f"{name}.gz")
    assert articles["error"].isna().all()
    assert set(articles["source"]) == {f"{name}.gz"}
    same = ["format", "headline", "text"]
    assert articles[same].fillna("").equals(alone[same].fillna(""))
    handed_over = nk.read_articles(gzip.compress(FORMS[name]))
    assert handed_over["headline"].fillna("").tolist() == alone["headline"].fillna("").tolist()


def test_gzip_that_was_added_to_is_read_whole(tmp_path: Path) -> None:
    lines = files.TRAFILATURA.split(b"\n")
    (tmp_path / "a.jsonl.gz").write_bytes(b"".join(gzip.compress(line + b"\n") for line in lines))
    assert nk.read_articles(tmp_path / "a.jsonl.gz")["headline"].tolist() == ["Ferry sails", "Storm"]


@pytest.mark.parametrize("how", ["cut", "damaged"])
def test_damaged_gzip_gives_what_stands_before_and_says_where(tmp_path: Path, how: str) -> None:
    rows = [{"title": f"Ferry {number}", "text": f"It sailed {number * 7919 % 1009} times."} for number in range(5_000)]
    data = bytearray(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    middle = len(data) // 2
    data[middle : middle + 40] = b"\xff" * 40
    (tmp_path / "a.jsonl.gz").write_bytes(data if how == "damaged" else data[:middle])
    articles = nk.read_articles(tmp_path / "a.jsonl.gz")
    whole = articles[articles["error"].isna()]
    assert len(whole) > 1_000
    assert whole["headline"].tolist()[:1_000] == [f"Ferry {number}" for number in range(1_000)]
    assert "breaks off or is damaged behind its first" in articles["error"].tolist()[-1]
    assert how == "damaged" or "It sailed" in articles["error"].tolist()[-1]


def test_gzip_is_read_in_parts_as_a_whole(tmp_path: Path) -> None:
    rows = [{"title": f"Ferry {number}", "text": f"It sailed {number} times."} for number in range(50)]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    parts = list(nk.iter_articles(tmp_path / "a.jsonl.gz", chunk=10))
    assert [title for part in parts for title in part["headline"]] == [row["title"] for row in rows]


def test_gzip_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newskit.reading.content.MAX_COLLECTION", 1_000_000)
    monkeypatch.setattr("newskit.reading.file.MAX_TABLE", 1_000_000)
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"title,text\n" + b"a,b\n" * 10_000_000))
    with pytest.raises(ReadError, match="more than 1,000,000 bytes unpacked"):
        nk.read_articles(tmp_path / "a.csv.gz")
    assert len(gzips.opening_of(gzip.compress(b"0" * 100_000_000), 5_000)) == 5_000


def test_zips_in_a_zip_are_read_in_order(tmp_path: Path) -> None:
    inner = packed(b__csv=files.ALL_THE_NEWS, x___a__txt=FORMS["a.txt"], note__md=b"passed over")
    deepest = packed(more__zip=packed(c__json__gz=gzip.compress(files.GUARDIAN)))
    (tmp_path / "a.zip").write_bytes(packed(two__zip=deepest, one__zip=inner, bad__zip=b"PK\x03\x04", d__html=PAGE))
    articles = nk.read_articles(tmp_path / "a.zip", progress=False)
    assert list(dict.fromkeys(articles["source"])) == [
        "a.zip/bad.zip", "a.zip/d.html", "a.zip/one.zip/b.csv", "a.zip/one.zip/x/a.txt", "a.zip/two.zip/more.zip/c.json.gz",
    ]  # fmt: skip
    assert articles["error"].notna().tolist() == [True] + [False] * 6
    assert "not a ZIP that can be read" in articles["error"][0]
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip"}


def test_zips_that_stand_too_deep_or_hold_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(a__txt=FORMS["a.txt"])
    for _ in range(5):
        data = packed(b__zip=data, a__txt=FORMS["a.txt"])
    (tmp_path / "deep.zip").write_bytes(data)
    articles = nk.read_articles(tmp_path / "deep.zip", progress=False)
    assert articles["error"].isna().sum() == 3
    assert "more than 3 deep" in articles["error"].dropna().iloc[0]

    (tmp_path / "many.zip").write_bytes(packed(a__zip=packed(a__txt=b"1", b__txt=b"2"), c__txt=b"3"))
    monkeypatch.setattr(archives, "MAX_ENTRIES", 2)
    assert "more than 2 files" in nk.read_articles(tmp_path / "many.zip")["error"][0]
    monkeypatch.undo()
    monkeypatch.setattr(archives, "MAX_INNER", 50)
    (tmp_path / "large.zip").write_bytes(packed(a__zip=packed(a__txt=b"1", b__txt=b"2"), c__txt=b"3"))
    assert "more than 50 bytes" in nk.read_articles(tmp_path / "large.zip", progress=False)["error"][0]


def test_a_zip_of_one_document_an_article(tmp_path: Path) -> None:
    documents = {f"Ferry ({number})__DOCX": docx([f"Ferry {number}", *EXPORT[1:]]) for number in (1, 2, 3)}
    (tmp_path / "Files.zip").write_bytes(packed(**documents))
    articles = nk.read_articles(tmp_path / "Files.zip", progress=False)
    assert articles["headline"].tolist() == ["Ferry 1", "Ferry 2", "Ferry 3"]
    assert set(articles["format"]) == {"nexis-docx"}
    assert set(articles["publisher"]) == {"The Harbor Post"}


def test_a_folder_of_any_mixture(tmp_path: Path) -> None:
    for name, data in FORMS.items():
        if name != "a":
            (tmp_path / name.replace("a.", f"{name[2:]}.")).write_bytes(data)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.csv.gz").write_bytes(gzip.compress(files.CC_NEWS))
    (tmp_path / "z.zip").write_bytes(packed(inner__zip=packed(c__json=files.WEBZ)))
    (tmp_path / "picture.png.gz").write_bytes(gzip.compress(b"\x89PNG"))
    articles = nk.read_articles(tmp_path, progress=False)
    assert articles["error"].isna().all()
    assert articles["source"].nunique() == len(FORMS) + 1
    assert articles["article_id"].is_unique
