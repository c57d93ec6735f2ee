"""Every form that is cut, packed and damaged: the same articles, and what stands before the damage."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from newskit.reading import iter_articles, read_articles
from newskit.reading.parts import parts_of
from newskit.reading.read_articles import task_of
from newskit.reading.table import json_lists
from tests.datasets.test_web_archives import BODY, http, page, record
from tests.test_reading_parts import check, csv_of, jsonl_of, rows_of, whole

N = 30


def made(form: str, n: int = N) -> bytes:
    rows = rows_of(n)
    if form == "csv":
        return csv_of(rows).encode()

    if form == "jsonl":
        return jsonl_of(rows).encode()

    content: Any = {"status": "ok", "response": {"docs": rows, "n": n}} if form == "json" else rows
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def save(folder: Path, form: str) -> Path:
    """Write the articles in a form, under its ending."""
    path = folder / f"wire.{form}"
    kind, _, packing = form.partition(".")
    frame = pd.DataFrame(rows_of(N))
    if kind == "parquet":
        pytest.importorskip("pyarrow")
        frame.to_parquet(path, row_group_size=7)
    elif kind == "xlsx":
        pytest.importorskip("python_calamine")
        frame.to_excel(path, index=False)
    elif kind == "sqlite":
        with sqlite3.connect(path) as connection:
            frame.to_sql("news", connection, index=False)
        connection.close()
    elif kind == "lines":
        path = folder / "wire.json"
        path.write_bytes(made("jsonl"))
    else:
        data = made(kind)
        path.write_bytes(gzip.compress(data) if packing else data)
    return path


FORMS = ["csv", "jsonl", "json", "list.json", "lines", "csv.gz", "jsonl.gz", "json.gz", "parquet", "sqlite", "xlsx"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("chunk", [1, 8, 30, 1_000])
def test_every_form_in_parts(tmp_path: Path, form: str, chunk: int) -> None:
    if form == "list.json":
        path = tmp_path / "wire.json"
        path.write_bytes(made("list"))
    else:
        path = save(tmp_path, form)

    found = check(path, chunk)
    assert found["article_id"].to_list() == [f"wire-{i}" for i in range(N)]
    parts = list(parts_of(path, chunk=chunk, task=task_of(path)))
    assert len(parts) == -(-N // chunk)


@pytest.mark.parametrize("form", ["list", "json", "jsonl"])
def test_json_too_large_for_one_look(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newskit.reading.parts.cutting._WHOLE", 100)
    monkeypatch.setattr(json_lists, "_BLOCK", 500)
    path = tmp_path / "wire.json"
    data = made(form)
    path.write_bytes(data)
    check(path)
    packed = tmp_path / "wire.json.gz"
    packed.write_bytes(gzip.compress(data))
    check(packed)
    if form != "jsonl":
        path.write_bytes(data + b"\n" + data)
        assert len(check(path)) == 2 * N


def test_a_zip_is_read_entry_by_entry(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for form in ("csv", "jsonl", "json"):
            archive.writestr(f"../{form}.{form}", made(form))
            archive.writestr(f"packed/{form}.{form}.gz", gzip.compress(made(form)))

        archive.writestr("empty.csv", b"")
        archive.writestr("a.txt", b"Ferry sails\n\nThe ferry sailed at dawn.")

    check(tmp_path / "all.zip", 11)


def pages(n: int) -> list[bytes]:
    records = []
    for i in range(n):
        records.append(record("request", f"https://bay.example/{i}", b"GET / HTTP/1.1\r\n\r\n"))
        records.append(record("response", f"https://bay.example/{i}", http(page(f"Ferry {i} sails", BODY[i % 2]))))
    return records


def wacz(data: bytes, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/one.warc.gz", data)
        archive.writestr("archive/two.warc", b"".join(pages(2)))


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "one.warc.gz", "crawl.wacz", "crawl.zip"])
def test_web_archives_are_cut_between_records(tmp_path: Path, name: str) -> None:
    pytest.importorskip("fastwarc")
    records, path = pages(5), tmp_path / name
    packed = b"".join(map(gzip.compress, records))
    if name == "crawl.wacz":
        wacz(packed, path)
    elif name == "crawl.zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("crawl.warc.gz", packed)
    else:
        path.write_bytes(packed if name == "crawl.warc.gz" else b"".join(records))
        if name == "one.warc.gz":
            path.write_bytes(gzip.compress(b"".join(records)))

    found = check(path, 2)
    assert len(found) == (7 if name == "crawl.wacz" else 5)
    assert len(list(iter_articles(path, chunk=2))) >= (1 if name == "crawl.wacz" else 3)


@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "list", "csv.gz", "jsonl.gz", "json.gz", "list.gz", "warc"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_what_stands_before_a_damage_is_read(tmp_path: Path, form: str, share: float) -> None:
    kind, _, packing = form.partition(".")
    if kind == "warc":
        pytest.importorskip("fastwarc")
        data = b"".join(map(gzip.compress, pages(N // 3)))
    else:
        data = made(kind, 300 if packing else N)

    data = gzip.compress(data, 1) if packing else data
    ending = "json" if kind == "list" else kind
    path = tmp_path / f"wire.{ending}{'.gz' if packing or kind == 'warc' else ''}"
    end = int(len(data) * share)
    is_plain = not packing and kind != "warc"
    path.write_bytes(data[: data.rfind(b"sailed", 0, end) + 3 if is_plain else end])
    for found in (read_articles(path, on_error="row"), whole(path, 4, on_error="row")):
        texts = found["text"].notna().sum()
        least = 1 if packing else share * (N // 3 if kind == "warc" else N) - 3
        assert texts >= least
        assert found["error"].notna().sum() in (1, 2)
        assert found["error"].notna().iloc[-1]
        assert found["article_id"].is_unique


def test_no_message_shows_a_key(tmp_path: Path) -> None:
    key = "api-key=Zx9c8v7b6n5m4a3s2d1f0g"
    lines = made("jsonl").splitlines(keepends=True)
    lines.insert(9, f"// https://api.example/search?{key}\n".encode())
    (tmp_path / "a.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "b.json").write_bytes(made("list")[:-200] + key.encode())
    for found in (read_articles(tmp_path), whole(tmp_path, 5)):
        told = found["error"].dropna()
        assert len(told) == 2
        assert not told.str.contains("Zx9c8").any()
        assert told.str.contains("it may hold a key").any()
