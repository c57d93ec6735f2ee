"""Collections made to hurt, read in one piece and in parts: errors or rows, quickly, and nothing is written."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from newskit.reading import read_articles
from tests.hostile.corpus import BOMB
from tests.test_reading_parts import csv_of, jsonl_of, rows_of, whole

GOOD, MANY = jsonl_of(rows_of(5)).encode(), jsonl_of(rows_of(200)).encode()
ZEROS = 120_000_000


def _zip(entries: dict[str, bytes]) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in entries.items():
                archive.writestr(name, data)

    return write


def _bomb_of(member: bytes, times: int) -> bytes:
    """Return gzip of one block many times over, made without holding what it unpacks to."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(pack.compress(member) for _ in range(times)) + pack.flush()


WIDE = ",".join(["title", "text", *(f"c{i}" for i in range(100_000))]) + "\n" + ",".join(["A", "It rained."] * 3) + "\n"
CASES: dict[str, tuple[str, Callable[[Path], object], int]] = {
    "gzip cut off": ("a.jsonl.gz", lambda path: path.write_bytes(gzip.compress(MANY)[:-30]), 100),
    "gzip of nothing": ("a.jsonl.gz", lambda path: path.write_bytes(gzip.compress(b"")), 0),
    "gzip that is none": ("a.jsonl.gz", lambda path: path.write_bytes(b"\x1f\x8b" + b"\0" * 99), 0),
    "gzip bomb of one line": ("a.jsonl.gz", lambda path: path.write_bytes(_bomb_of(b" " * 10**6, 30)), 0),
    "gzip bomb behind rows": (
        "a.jsonl.gz", lambda path: path.write_bytes(gzip.compress(GOOD) + _bomb_of(b"x" * 10**6, ZEROS // 10**6)), 0,
    ),
    "a line without an end": ("a.jsonl", lambda path: path.write_bytes(GOOD + b'{"text": "' + b"x" * 70_000_000), 5),
    "a list without an end": ("a.json", lambda path: path.write_bytes(b"[" + GOOD.replace(b"}\n", b"},\n")), 5),
    "brackets": ("a.json", lambda path: path.write_bytes(b'[{"text": ' + b"[" * 11_000_000), 0),
    "two documents": ("a.json", lambda path: path.write_bytes(json.dumps(rows_of(3)).encode() * 2), 6),
    "wide": ("a.csv", lambda path: path.write_text(WIDE, encoding="utf-8"), 1),
    "marks": ("a.csv", lambda path: path.write_bytes(csv_of(rows_of(5)).encode() + b'"' * 2_000_001), 4),
    "0 bytes": ("a.zip", _zip({"a.csv": b"", "b.jsonl": b"", "c.json": b"", "d.jsonl": GOOD}), 5),
    "names": ("a.zip", _zip({"../../a.jsonl": GOOD, "/etc/b.jsonl": GOOD, "C:\\c.jsonl": GOOD, "..": b"x"}), 15),
    "zip in gzip": ("a.csv.gz", lambda path: path.write_bytes(gzip.compress(b"PK\x03\x04" + b"\0" * 999)), 0),
    "entities": ("a.rss", lambda path: path.write_text(f"{BOMB}<rss><item>&j;</item></rss>", encoding="utf-8"), 0),
    "a database that is none": ("a.sqlite", lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000), 0),
    "parquet that is none": ("a.parquet", lambda path: path.write_bytes(b"PAR1" + b"\0" * 500 + b"PAR1"), 0),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_hostile_collection_is_rows(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ending, write, least = CASES[name]
    folder = tmp_path / "in"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    write(folder / ending)
    before = sorted(tmp_path.rglob("*"))
    for articles in (read_articles(folder, on_error="row", progress=False), whole(folder, 2, on_error="row")):
        assert isinstance(articles, pd.DataFrame)
        assert articles["text"].notna().sum() >= least
        assert articles["article_id"].is_unique
        if least == 0:
            assert articles.empty or articles["error"].notna().any()

    assert sorted(tmp_path.rglob("*")) == before
