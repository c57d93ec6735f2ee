"""Pages in WARC, ARC and WACZ: invented captures."""

# ruff: noqa: E501

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import ReadError
from tests.datasets.files import FERRY, STORM
from tests.datasets.test_datasets import check

MORE = "The council paid for a new engine in March.", "Nobody on the quay could say what it had cost, or when it was built."
BODY = "\n\n".join((FERRY, *MORE)), "\n\n".join((*STORM.split("\n\n"), *MORE))
TIME = "2026-03-09T12:00:00Z"


def page(headline: str, text: str) -> bytes:
    body = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    head = f"<head><title>{headline}</title></head>"
    return f"<html lang='en'>{head}<body><article><h1>{headline}</h1>{body}</article></body></html>".encode()


def http(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def record(kind: str, url: str, block: bytes) -> bytes:
    about = "application/http; msgtype=response"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {TIME}\r\nContent-Type: {about}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


RECORDS = [
    record("request", "https://bay.example/1", b"GET /1 HTTP/1.1\r\n\r\n"),
    record("response", "https://bay.example/1", http(page("Ferry sails", BODY[0]))),
    record("response", "https://bay.example/robots.txt", http(b"User-agent: *")),
    record("response", "https://bay.example/old", http(page("Gone", BODY[0]), "404 Not Found")),
    record("response", "https://bay.example/a.png", http(b"\x89PNG", kind="image/png")),
    record("response", "<https://bay.example/2>", http(page("Storm", BODY[1]))),
]
PACKED = b"".join(map(gzip.compress, RECORDS))
CAPTURED = "2026-03-09 12:00:00+00:00"
EXPECTED = [
    {"headline": "Ferry sails", "url": "https://bay.example/1", "captured": CAPTURED, "day": None, "text": BODY[0]},
    {"headline": "Storm", "url": "https://bay.example/2", "captured": CAPTURED, "day": None, "text": BODY[1]},
]


@pytest.mark.parametrize("data", [b"".join(RECORDS), PACKED, gzip.compress(b"".join(RECORDS))])
def test_pages_of_a_warc(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    articles = nk.read_articles(tmp_path / "crawl.warc.gz")
    check(articles, EXPECTED)
    assert set(articles["format"]) == {"warc"}


def test_a_wacz(tmp_path: Path) -> None:
    (tmp_path / "crawl.wacz").write_bytes(wacz())
    check(nk.read_articles(tmp_path / "crawl.wacz"), EXPECTED)


ADVERT = record("response", "https://ads.example/frame", http(page("Buy now", BODY[1])))
HEADER = '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
LISTED = HEADER + '{"id": "1", "url": "http://www.bay.example/1#top", "ts": "2026-03-09T12:00:00Z", "title": "Ferry sails"}\n'


@pytest.mark.parametrize(
    ("pages", "headlines"),
    [
        (LISTED, ["Ferry sails"]),
        (LISTED + '{"url": "https://bay.example/2/"}\nno JSON\n{"url": 3}', ["Ferry sails", "Storm"]),
        (HEADER, ["Ferry sails", "Storm", "Buy now"]),
        (HEADER + '{"url": "https://other.example/"}', ["Ferry sails", "Storm", "Buy now"]),
    ],
)
def test_a_wacz_is_read_by_its_list_of_pages(tmp_path: Path, pages: str, headlines: list[str]) -> None:
    with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", PACKED + gzip.compress(ADVERT))
        archive.writestr("pages/pages.jsonl", pages)
    assert nk.read_articles(tmp_path / "crawl.wacz")["headline"].tolist() == headlines
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as pack:
        pack.write(tmp_path / "crawl.wacz", "crawls/crawl.wacz")
    assert nk.read_articles(tmp_path / "all.zip")["headline"].tolist() == headlines


def arc() -> bytes:
    about = b"1 0 Bay\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [f"filedesc://a.arc 0.0.0.0 20260309120000 text/plain {len(about)}\n".encode() + about + b"\n"]
    for number, (name, text) in enumerate(zip(("Ferry sails", "Storm"), BODY, strict=True), start=1):
        block = http(page(name, text))
        records.append(f"https://bay.example/{number} 192.0.2.1 20260309120000 text/html {len(block)}\n".encode() + block + b"\n")
    return b"".join(records)


def wacz() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("archive/data.warc.gz", PACKED)
        archive.writestr("indexes/index.cdx.gz", gzip.compress(b"none"))
    return packed.getvalue()


def test_an_arc() -> None:
    check(nk.read_articles(arc()), EXPECTED)


def test_a_warc_that_is_cut_off() -> None:
    articles = nk.read_articles(PACKED[:-90])
    assert articles["headline"].tolist()[:2] == ["Ferry sails", "Storm"]
    assert "ends early" in articles.loc[1, "warnings"][-1]
    assert "cut off, or damaged, behind the capture of https://bay.example/2" in articles["error"].tolist()[-1]


def test_a_damage_costs_one_record(tmp_path: Path) -> None:
    records = list(map(gzip.compress, RECORDS))
    records[1] = records[1][:60] + bytes(40) + records[1][100:]
    plain = b"".join(RECORDS).replace(b"Content-Length: 19\r", b"Content-Length: 9\r", 1)
    for data in (b"".join(records), plain):
        (tmp_path / "crawl.warc").write_bytes(data)
        articles = nk.read_articles(tmp_path / "crawl.warc")
        assert articles["headline"].tolist()[-1] == "Storm"
        assert articles["error"].notna().sum() == 1


def test_bodies_that_are_decoded_already() -> None:
    body = page("Ferry sails", BODY[0])
    for stated in ("Transfer-Encoding: chunked", "Content-Encoding: gzip"):
        block = http(body).replace(b"Content-Type", f"{stated}\r\nContent-Type".encode(), 1)
        articles = nk.read_articles(record("response", "https://bay.example/1", block) + RECORDS[-1])
        assert articles["text"].tolist() == list(BODY)


def test_a_warc_without_pages() -> None:
    with pytest.raises(ReadError, match="no page"):
        nk.read_articles(RECORDS[0])
