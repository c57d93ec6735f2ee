"""Readers of versions: every layout in which people keep them, and what is wrong with some."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError, MissingExtraError, NewskitError, ReadError, UnknownNameError
from newskit.revisions.reading.sql_dump import dumped_tables
from newskit.revisions.reading.wikitext import plain_text
from tests.growth import assert_linear

REST = (
    "\n\nThe ferry had left the harbor at noon with forty people and eleven cars on board, in calm weather, "
    "and was due on the island an hour later.\n\nIts owner said that the hull had been inspected in spring, "
    "and that it would help the inquiry in every way it could."
)
FIRST = f"The ferry to Ostra sank on Monday. Two people are missing, the coast guard said.{REST}"
SECOND = f"The ferry to Ostra sank on Monday. Two people were found alive, the coast guard said.{REST}"
THIRD = SECOND + "\n\nThe mayor of Ostra thanked the crew of a fishing boat that had come first."
URL = "https://www.example.org/news/ferry"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`=cmd|' /C calc'!A0"


def page(text: str, headline: str = "Ferry sinks", url: str = URL) -> str:
    """Return a page as an outlet prints it."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{headline}</title>'
        f'<link rel="canonical" href="{url}"><meta property="og:title" content="{headline}">'
        f"</head><body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


def cell(text: str) -> str:
    """Return a text as the cell of a table that holds HTML."""
    return "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))


def read(source: object, **told: object) -> pd.DataFrame:
    return nk.revisions.read(source, progress=False, **told)


def clocks(versions: pd.DataFrame) -> list[str | None]:
    """Return the capture times of versions, to the minute."""
    return [None if pd.isna(t) else f"{t:%d %H:%M}" for t in versions["captured"]]


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


# Tables


def test_a_frame_with_capture_times_has_versions():
    rows = [
        [URL, "2024-06-01 08:00", FIRST],
        [f"{URL}/?utm_source=x", "2024-06-01 09:00", FIRST],
        ["http://example.org/news/ferry#top", "2024-06-01 19:00", SECOND],
    ]
    versions = read(pd.DataFrame(rows, columns=["url", "crawled_at", "text"]))
    assert versions["n_captures"].tolist() == [2, 1]
    assert clocks(versions) == ["01 08:00", "01 19:00"]
    assert f"{versions['last_seen'][0]:%H:%M}" == "09:00"
    assert versions["captured_source"].tolist() == ["table", "table"]


def test_a_date_that_stands_still_is_no_capture_time():
    still = pd.DataFrame({"url": [URL] * 2, "date": ["2024-06-01"] * 2, "text": [FIRST, SECOND]})
    moves = still.assign(date=["2024-06-01T08:00Z", "2024-06-01T09:00Z"])
    assert read(still)["captured"].isna().all()
    assert clocks(read(moves)) == ["01 08:00", "01 09:00"]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_files_of_tables(tmp_path, ending):
    frame = pd.DataFrame({
        "story": ["a", "a", "b"],
        "seen": ["2024-06-01T08:00Z", "2024-06-01T09:30Z", "2024-06-02T10:00Z"],
        "body": [cell(FIRST), SECOND, THIRD],
    })
    path = tmp_path / f"kept.{ending}"
    if ending == "csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_json(path, orient="records", lines=ending == "jsonl")
    versions = read(path, columns={"seen": "captured", "story": "article_id"})
    assert versions["article_id"].tolist() == ["a", "a", "b"]
    assert versions["text"].tolist() == [FIRST, SECOND, THIRD]
    assert clocks(versions) == ["01 08:00", "01 09:30", "02 10:00"]


def test_captures_out_of_order_without_time_and_with_a_time_that_is_none():
    table = pd.DataFrame({
        "article_id": ["a"] * 3,
        "captured": ["2024-06-01T19:00Z", "2024-06-01T08:00Z", "some day"],
        "text": [SECOND, FIRST, THIRD],
    })
    assert clocks(read(table.iloc[:2])) == ["01 08:00", "01 19:00"]
    last = read(table)
    assert any("some day" in warning for warnings in last["warnings"] for warning in warnings)
    by_number = table.assign(version=[2, 1, 3]).drop(columns="captured")
    assert read(by_number)["text"].tolist() == [FIRST, SECOND, THIRD]


def test_a_table_of_one_article_needs_no_column_that_says_which():
    table = pd.DataFrame({"captured": ["2024-06-01T08:00Z", "2024-06-01T09:00Z"],
                          "text": [FIRST, SECOND]})
    assert read(table)["version"].tolist() == [1, 2]


# Folders


def test_a_folder_of_snapshots(tmp_path):
    write(tmp_path / "ferry", {
        "20240601080000.html": page(FIRST),
        "20240601093000.html": page(FIRST),
        "20240601190000.html": page(SECOND, "Ferry sinks, two saved"),
        "notes.csv": "a,b\n1,2\n",
    })
    versions = read(tmp_path / "ferry")
    assert versions["article_id"].unique().tolist() == ["ferry"]
    assert clocks(versions) == ["01 08:00", "01 19:00"]
    assert versions["n_captures"].tolist() == [2, 1]
    assert versions["headline"].tolist() == ["Ferry sinks", "Ferry sinks, two saved"]
    assert set(versions["captured_source"]) == {"file name"}


@pytest.mark.parametrize(("names", "times"), [
    (("ferry-202406010800.txt", "ferry-202406011900.txt"), ["01 08:00", "01 19:00"]),
    (("2024-06-01T08-00-00Z ferry.txt", "2024-06-01T19-00-00Z ferry.txt"), ["01 08:00", "01 19:00"]),
    (("20240601/ferry.txt", "20240602/ferry.txt"), ["01 00:00", "02 00:00"]),
    (("2024060108/ferry.txt", "2024060119/ferry.txt"), ["01 08:00", "01 19:00"]),
    (("2023/ferry.txt", "2024/ferry.txt"), ["01 00:00", "01 00:00"]),
    (("ferry-1.txt", "ferry-2.txt"), [None, None]),
    (("ferry v9.txt", "ferry v10.txt"), [None, None]),
])  # fmt: skip
def test_times_and_numbers_in_names(tmp_path, names, times):
    write(tmp_path, dict(zip(names, (FIRST, SECOND), strict=True)))
    versions = read(tmp_path)
    assert versions["article_id"].unique().tolist() == ["ferry"]
    assert versions["text"].tolist() == [FIRST, SECOND]
    assert clocks(versions) == times


def test_a_number_that_is_no_time_is_none(tmp_path):
    write(tmp_path, {"ferry-20241301.txt": FIRST, "ferry-99999999.txt": SECOND})
    assert read(tmp_path)["captured"].isna().all()


def test_what_the_wayback_machine_names_and_puts_in(tmp_path):
    toolbar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>The archive asks you to give, today and always.</p>" \
              "<!-- END WAYBACK TOOLBAR INSERT -->"
    shown = page(SECOND, url="https://web.archive.org/web/20240601190000/https://www.example.org/news/ferry")
    shown = shown.replace("<article>", f"{toolbar}<article>")
    write(tmp_path, {
        "web/20240601080000id_/https:/www.example.org/news/ferry": page(FIRST),
        "web/20240601190000/http%3A%2F%2Fexample.org%2Fnews%2Fferry": shown,
        "web/20240601190000js_/https:/www.example.org/a.js": "let ferry = '<p>';",
    })
    versions = read(tmp_path)
    assert versions["article_id"].unique().tolist() == ["example.org/news/ferry"]
    assert versions["text"].tolist() == [FIRST, SECOND]
    assert not versions["url"].str.contains("archive.org").any()


def test_an_empty_file_is_a_failed_capture_and_no_deletion(tmp_path):
    write(tmp_path, {"a-20240601080000.html": page(FIRST), "a-20240601090000.html": "",
                     "a-20240601100000.html": page(SECOND)})  # fmt: skip
    versions = read(tmp_path)
    assert versions["capture_ok"].tolist() == [True, False, True]
    assert "empty" in versions["error"][1]


def test_a_zip_of_snapshots_whose_names_lead_out(tmp_path):
    path = tmp_path / "ferry.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../ferry-20240601080000.txt", FIRST)
        archive.writestr("/ferry-20240601190000.txt", SECOND)
    versions = read(path)
    assert versions["article_id"].tolist() == ["ferry", "ferry"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["ferry.zip"]


def test_a_list_of_files(tmp_path):
    write(tmp_path, {"x/ferry-20240601080000.txt": FIRST, "y/ferry-20240601190000.txt": SECOND})
    assert read(sorted(tmp_path.rglob("*.txt")))["version"].tolist() == [1, 2]
    assert read(str(tmp_path / "*" / "*.txt"))["version"].tolist() == [1, 2]


# Indexes of captures

LINES = [
    ["org,example)/news/ferry", "20240601080000", URL, "text/html", "200", "AAA", "900"],
    ["org,example)/news/ferry", "20240601090000", URL, "text/html", "200", "AAA", "900"],
    ["org,example)/news/ferry", "20240601100000", URL, "warc/revisit", "-", "AAA", "400"],
    ["org,example)/news/ferry", "20240601120000", URL, "text/html", "503", "CCC", "100"],
    ["org,example)/news/ferry", "20240601190000", "http://example.org/news/ferry/", "text/html", "200", "BBB", "950"],
    ["org,example)/news/ferry", "20240631250000", URL, "text/html", "200", "BBB", "950"],
    ["org,example)/a.css", "20240601190000", "http://example.org/a.css", "text/css", "200", "DDD", "9"],
]
FIELDS = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


def cdx_of(kind: str) -> str:
    if kind == "json":
        return json.dumps([FIELDS, *LINES])
    if kind == "cdxj":
        told = [{"url": x[2], "mime": x[3], "status": x[4], "digest": x[5]} for x in LINES]
        return "\n".join(f"{x[0]} {x[1]} {json.dumps(t)}" for x, t in zip(LINES, told, strict=True))
    if kind == "9 fields":
        rows = [" ".join([*x[:5], x[5], "-", "7", "a.warc.gz"]) for x in LINES]
        return "\n".join([" CDX N b a m s k r V g", *rows])
    if kind == "11 fields":
        rows = [" ".join([*x[:6], "-", "-", x[6], "7", "a.warc.gz"]) for x in LINES]
        return "\n".join([" CDX N b a m s k r M S V g", *rows])
    return "\n".join(" ".join(line) for line in LINES)


@pytest.mark.parametrize(("kind", "name"), [
    ("text", "list.cdx"), ("text", "list.txt"), ("json", "list.json"), ("cdxj", "list.cdxj"),
    ("9 fields", "list.cdx"), ("11 fields", "list.cdx"),
])  # fmt: skip
def test_an_index_with_bodies_beside_it(tmp_path, kind, name):
    write(tmp_path, {
        name: cdx_of(kind),
        "20240601080000.html": page(FIRST),
        "bodies/20240601190000-ferry.html": page(SECOND),
        "20240601120000.html": page("Service unavailable. Please try again in a moment."),
    })
    versions = read(tmp_path)
    assert versions["captured_source"].isin(["cdx", "none"]).all()
    good = versions[versions["capture_ok"]]
    # Of one digest, one body is enough; a server's error is no version.
    assert good["text"].tolist()[:2] == [FIRST, SECOND]
    assert good["n_captures"].tolist()[0] == 3
    assert "503" in versions.loc[~versions["capture_ok"], "error"].iloc[0]
    # The impossible time is kept, and said.
    assert any("20240631250000" in warning for one in versions["warnings"] for warning in one)


def test_lines_of_an_index_that_are_none_are_counted(tmp_path):
    write(tmp_path, {"list.cdx": cdx_of("text") + "\nbroken\n\x00\n", "20240601080000.html": page(FIRST)})
    said = [warning for one in read(tmp_path)["warnings"] for warning in one]
    assert any("could not be read: 2" in warning for warning in said)


def test_bodies_belong_to_the_lines_that_they_are_of(tmp_path):
    two = [["k", "20240601080000", URL, "text/html", "200", "-", "9"],
           ["k", "20240601080000", "https://example.org/news/rain", "text/html", "200", "-", "9"],
           ["k", "20240601090000", URL, "text/html", "200", "-", "9"]]  # fmt: skip
    write(tmp_path, {
        "list.json": json.dumps([FIELDS, *two]),
        "20240601080000-rain.html": page(THIRD, url="https://example.org/news/rain"),
        "web/20240601080000id_/https:/www.example.org/news/ferry": page(FIRST),
    })
    versions = read(tmp_path).set_index("article_id")
    # A digest that is not known is no digest that two have in common.
    assert versions.loc["example.org/news/rain", "text"] == THIRD
    assert versions.loc["example.org/news/ferry", "capture_ok"].tolist() == [True, False]


def test_an_index_without_bodies_has_captures_and_no_version(tmp_path):
    path = write(tmp_path, {"list.cdx": cdx_of("text")}) / "list.cdx"
    assert not read(path)["capture_ok"].any()


# WARC


def warc_record(kind: str, url: str, date: str, body: bytes, *more: str) -> bytes:
    head = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}",
            f"WARC-Record-ID: <urn:uuid:{abs(hash((kind, url, date, body))):032x}>",
            "Content-Type: application/http; msgtype=response", *more,
            f"Content-Length: {len(body)}"]  # fmt: skip
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def answer(text: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    body = text.encode()
    body = gzip.compress(body) if status.startswith("200") else body
    packed = "Content-Encoding: gzip\r\n" if status.startswith("200") else ""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{packed}Content-Length: {len(body)}\r\n\r\n".encode() + body


def warc() -> bytes:
    digest, refers = "WARC-Payload-Digest: sha1:AAA", "WARC-Refers-To-Date: 2024-06-01T08:00:00Z"
    return b"".join([
        warc_record("response", URL, "2024-06-01T08:00:00Z", answer(page(FIRST)), digest),
        warc_record("revisit", "http://example.org/news/ferry", "2024-06-01T09:00:00Z",
                    b"HTTP/1.1 200 OK\r\n\r\n", digest, f"WARC-Refers-To-Target-URI: {URL}", refers),
        warc_record("response", URL, "2024-06-01T10:00:00Z", answer("gone", "404 Not Found")),
        warc_record("response", f"{URL}?utm_campaign=x", "2024-06-01T19:00:00Z", answer(page(SECOND))),
        warc_record("response", "https://example.org/a.png", "2024-06-01T19:00:00Z", answer("x", kind="image/png")),
    ])  # fmt: skip


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.wacz"])
def test_warc_and_wacz_with_revisits(tmp_path, name):
    pytest.importorskip("fastwarc")
    data = warc()
    path = tmp_path / name
    if name.endswith(".wacz"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("archive/../../data.warc.gz", gzip.compress(data))
            archive.writestr("datapackage.json", "{}")
    else:
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    for source in (path, tmp_path):
        versions = read(source)
        assert versions["article_id"].unique().tolist() == ["example.org/news/ferry"]
        assert versions["capture_ok"].tolist() == [True, False, True]
        assert versions["text"].tolist()[::2] == [FIRST, SECOND]
        assert versions["n_captures"].tolist() == [2, 1, 1]
        assert clocks(versions) == ["01 08:00", "01 10:00", "01 19:00"]


def test_a_warc_that_is_cut_off_keeps_what_stands_before(tmp_path):
    pytest.importorskip("fastwarc")
    path = tmp_path / "cut.warc.gz"
    packed = b"".join(gzip.compress(part) for part in _records(warc())[:4])
    path.write_bytes(packed[:-200])
    versions = read(path)
    assert versions["text"].tolist()[0] == FIRST
    assert any("damaged" in warning for warning in versions["warnings"].iloc[-1])
    # Of a page that is cut off, what is missing was not deleted.
    plain = tmp_path / "cut.warc"
    plain.write_bytes(b"".join(_records(warc())[0:4:3])[:-100])
    cut = read(plain)
    assert cut["capture_ok"].tolist() == [True, False]
    assert "cut off" in cut["error"].iloc[-1]


def _records(data: bytes) -> list[bytes]:
    return [b"WARC/1.1" + part for part in data.split(b"WARC/1.1")[1:]]


@pytest.mark.parametrize("content", [b"", b"no warc at all\n" * 9, b"\x1f\x8b\x08broken"])
def test_a_warc_that_is_none(tmp_path, content):
    pytest.importorskip("fastwarc")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    with pytest.raises(ReadError, match="WARC"):
        read(path)


def test_a_revisit_of_what_stands_in_another_file(tmp_path):
    pytest.importorskip("fastwarc")
    first, second, *_ = _records(warc())
    write(tmp_path, {"a.warc": second, "b.warc": first})
    for source in (tmp_path, [tmp_path / "a.warc", tmp_path / "b.warc"]):
        assert read(source)["n_captures"].tolist() == [2]


def test_a_revisit_of_what_is_not_there(tmp_path):
    pytest.importorskip("fastwarc")
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record("revisit", URL, "2024-06-01T09:00:00Z", b"HTTP/1.1 200 OK\r\n\r\n"))
    versions = read(path)
    assert not versions["capture_ok"].any()
    assert "revisits" in versions["error"][0]


# diffengine


def diffengine(path: Path, title: str = "Ferry sinks | Example") -> Path:
    connection = sqlite3.connect(path)
    connection.executescript("""
        CREATE TABLE feed (url TEXT PRIMARY KEY, name TEXT, created DATETIME);
        CREATE TABLE entry (id INTEGER PRIMARY KEY, url TEXT, created DATETIME, checked DATETIME);
        CREATE TABLE feedentry (id INTEGER PRIMARY KEY, feed_id TEXT, entry_id INTEGER, created DATETIME);
        CREATE TABLE entryversion (id INTEGER PRIMARY KEY, title TEXT, url TEXT, summary TEXT,
            created DATETIME, archive_url TEXT, entry_id INTEGER);
        CREATE TABLE diff (id INTEGER PRIMARY KEY, old_id INTEGER, new_id INTEGER);
    """)
    connection.execute("INSERT INTO feed VALUES ('http://example.org/rss', 'The Example', '')")
    connection.execute("INSERT INTO entry VALUES (7, 'http://example.org/?p=7', '', '')")
    connection.execute("INSERT INTO feedentry VALUES (1, 'http://example.org/rss', 7, '')")
    rows = [(1, title, URL, cell(FIRST), "2024-06-01 08:00:00.5", None, 7),
            (2, title, URL, cell(SECOND), "2024-06-01 19:00:00", None, 7)]  # fmt: skip
    connection.executemany("INSERT INTO entryversion VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return path


def test_diffengine(tmp_path):
    path = diffengine(tmp_path / "diffengine.db")
    for source in (path, tmp_path):
        versions = read(source)
        assert versions["text"].tolist() == [FIRST, SECOND]
        assert versions["article_id"].unique().tolist() == ["example.org/news/ferry"]
        assert clocks(versions) == ["01 08:00", "01 19:00"]
        assert versions["publisher"].tolist() == ["The Example"] * 2
        assert versions["captured_source"].tolist() == ["diffengine"] * 2


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_sqlite_file_that_is_none(tmp_path, content):
    path = tmp_path / "diffengine.db"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"diffengine\.db"):
        read(path)


def test_a_view_that_never_ends_is_not_looked_into(tmp_path):
    path = tmp_path / "diffengine.db"
    connection = sqlite3.connect(path)
    connection.execute("""CREATE VIEW entryversion AS WITH RECURSIVE n(i) AS
        (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'a' AS title, 'b' AS summary FROM n""")
    connection.commit()
    connection.close()
    with pytest.raises(ReadError, match="neither"):
        read(path)


# git


def git(folder: Path, *command: str, date: str = "2024-06-01T08:00:00+02:00", stdin: str | None = None) -> str:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    env = os.environ | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_NOSYSTEM": "1",
                        "GIT_CONFIG_GLOBAL": os.devnull}  # fmt: skip
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *names, *command], cwd=folder, env=env, check=True, capture_output=True,
                          text=True, input=stdin)  # fmt: skip
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str], date: str) -> str:
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "kept", date=date)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path, name: str = "ferry.txt") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q")
    commit(folder, {name: FIRST}, "2024-06-01T08:00:00+02:00")
    commit(folder, {"other.txt": "x"}, "2024-06-01T09:00:00+02:00")
    commit(folder, {name: SECOND}, "2024-06-01T19:00:00+02:00")
    return folder


def test_the_history_of_a_file(tmp_path):
    folder = repository(tmp_path / "site", "news/ferry.txt")
    versions = read(folder / "news" / "ferry.txt")
    assert versions["text"].tolist() == [FIRST, SECOND]
    assert clocks(versions) == ["01 06:00", "01 17:00"]
    assert versions["captured_source"].tolist() == ["git", "git"]
    assert versions["article_id"].tolist() == ["news/ferry"] * 2


def test_a_file_that_was_renamed_and_deleted_and_a_bare_repository(tmp_path):
    folder = repository(tmp_path / "site")
    git(folder, "mv", "ferry.txt", "ship.txt")
    git(folder, "commit", "-q", "-m", "moved", date="2024-06-02T08:00:00Z")
    git(tmp_path, "clone", "-q", "--bare", "site", "bare.git")
    assert read(tmp_path / "bare.git" / "ship.txt")["text"].tolist() == [FIRST, SECOND]
    git(folder, "rm", "-q", "ship.txt")
    git(folder, "commit", "-q", "-m", "gone", date="2024-06-03T08:00:00Z")
    versions = read(folder / "ship.txt", layout="git")
    assert versions["capture_ok"].tolist() == [True, True, False]


def test_a_repository_with_long_ids_and_a_worktree(tmp_path):
    folder = tmp_path / "long"
    folder.mkdir()
    git(folder, "init", "-q", "--object-format=sha256")
    commit(folder, {"ferry.txt": FIRST}, "2024-06-01T08:00:00Z")
    git(folder, "worktree", "add", "-q", "../beside")
    commit(tmp_path / "beside", {"ferry.txt": SECOND}, "2024-06-01T09:00:00Z")
    assert read(folder / "ferry.txt")["text"].tolist() == [FIRST]
    assert read(tmp_path / "beside" / "ferry.txt")["text"].tolist() == [FIRST, SECOND]


def test_a_table_in_git_keeps_the_rows_that_changed(tmp_path):
    folder = tmp_path / "scraped"
    folder.mkdir()
    git(folder, "init", "-q")
    head = "url,title,text\n"
    same = f"https://example.org/b,Rain,{'It rained.'}\n"
    commit(folder, {"news.csv": f'{head}{URL},Ferry sinks,"{FIRST}"\n{same}'}, "2024-06-01T08:00:00Z")
    commit(folder, {"news.csv": f'{head}{same}{URL},Ferry sinks,"{FIRST}"\n'}, "2024-06-01T09:00:00Z")
    commit(folder, {"news.csv": f'{head}{URL},Ferry found,"{SECOND}"\n'}, "2024-06-01T10:00:00Z")
    versions = read(folder / "news.csv", layout="git")
    ferry = versions[versions["article_id"] == "example.org/news/ferry"]
    assert ferry["headline"].tolist() == ["Ferry sinks", "Ferry found"]
    assert [f"{time:%H:%M}" for time in ferry["last_seen"]] == ["09:00", "10:00"]
    assert len(versions) == 3


def test_nothing_that_a_repository_configures_is_run(tmp_path):
    folder = repository(tmp_path / "site", "ferry.txt")
    ran = tmp_path / "ran"
    program = tmp_path / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n")
    program.chmod(0o755)
    for hook in ("post-checkout", "post-index-change", "fsmonitor-watchman"):
        (folder / ".git" / "hooks" / hook).write_text(program.read_text())
        (folder / ".git" / "hooks" / hook).chmod(0o755)
    (folder / ".git" / "info" / "attributes").write_text("* diff=evil filter=evil\n")
    (folder / ".git" / "config").write_text(f"""
[core]
    repositoryformatversion = 0
    fsmonitor = {program}
    pager = {program}
    sshCommand = {program}
    hooksPath = {folder}/.git/hooks
[diff]
    external = {program}
[diff "evil"]
    textconv = {program}
    command = {program}
[filter "evil"]
    smudge = {program}
[pager]
    log = {program}
[log]
    showSignature = true
[gpg]
    program = {program}
[extensions]
    partialClone = origin
[remote "origin"]
    url = ext::{program}
    promisor = true
[include]
    path = {tmp_path}/other
[alias]
    log = !{program}
""")
    assert read(folder / "ferry.txt")["text"].tolist() == [FIRST, SECOND]
    assert not ran.exists()


def test_a_damaged_repository(tmp_path):
    folder = repository(tmp_path / "site")
    blob = git(folder, "rev-parse", "HEAD:ferry.txt")
    stored = folder / ".git" / "objects" / blob[:2] / blob[2:]
    stored.chmod(0o644)
    stored.write_bytes(b"broken")
    versions = read(folder / "ferry.txt")
    assert versions["capture_ok"].tolist() == [True, False]
    assert "damaged" in versions["error"][1]
    head = git(folder, "rev-parse", "HEAD")
    (folder / ".git" / "objects" / head[:2] / head[2:]).unlink()
    with pytest.raises(ReadError, match="git repository cannot be read"):
        read(folder / "ferry.txt")
    (folder / ".git" / "HEAD").write_text("ref: ../../../../etc/passwd\n")
    with pytest.raises(ReadError, match="no commit"):
        read(folder / "ferry.txt")


def test_a_file_that_git_does_not_know(tmp_path):
    folder = repository(tmp_path / "site")
    with pytest.raises(ReadError, match="knows nothing"):
        read(folder / "--output=x.txt")
    assert not (folder / "x.txt").exists()


# NewsDiffs


def newsdiffs(folder: Path, url: str = URL, git_dir: str = "2024-06") -> Path:
    articles = folder / "articles" / "2024-06"
    articles.mkdir(parents=True)
    git(articles, "init", "-q")
    name = url.replace("https://", "https:/").replace("http://", "")
    ids = [
        commit(articles, {name: "\n".join([f"June {day}", "Ferry sinks", "By A Lee", *text.split("\n\n")])},
               f"2024-06-0{day}T08:00:00Z")
        for day, text in ((1, FIRST), (2, THIRD))
    ]  # fmt: skip
    path = folder / "newsdiffs.db"
    connection = sqlite3.connect(path)
    connection.executescript("""
        CREATE TABLE Articles (id INTEGER PRIMARY KEY, url TEXT, initial_date DATETIME, last_update DATETIME,
            last_check DATETIME, git_dir TEXT);
        CREATE TABLE version (id INTEGER PRIMARY KEY, article_id INTEGER, v TEXT, title TEXT, byline TEXT,
            date DATETIME, boring BOOL, diff_json TEXT);
    """)
    connection.execute("INSERT INTO Articles VALUES (1, ?, '', '', '2024-06-05 00:00:00', ?)", (url, git_dir))
    rows = [(1, 1, ids[0], "Ferry sinks", "By A Lee", "2024-06-01 04:00:00", 0, "{}"),
            (2, 1, ids[1], "Ferry's end", "By A Lee", "2024-06-02 04:00:00", 1, "{}"),
            (3, 1, "--output=/x", "bad id", "", "2024-06-03 04:00:00", 0, "{}"),
            (4, 1, "0" * 40, "not there", "", "2024-06-04 04:00:00", 0, "{}")]  # fmt: skip
    connection.executemany("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("kind", ["sqlite", "dump", "mysql"])
@pytest.mark.parametrize("url", [URL, "http://example.org/news/ferry"])
def test_newsdiffs(tmp_path, kind, url):
    path = newsdiffs(tmp_path, url)
    if kind != "sqlite":
        connection = sqlite3.connect(path)
        dump = "\n".join(connection.iterdump())
        connection.close()
        path.unlink()
        if kind == "mysql":
            dump = dump.replace("Ferry''s", "Ferry\\'s").replace('INTO "version"', "INTO `version`")
        path = tmp_path / "newsdiffs.sql"
        path.write_text(dump)
    for source in (path, tmp_path):
        versions = read(source, timezone="America/New_York")
        good = versions[versions["capture_ok"]]
        assert good["text"].tolist() == [FIRST, THIRD]
        assert good["headline"].tolist() == ["Ferry sinks", "Ferry's end"]
        assert clocks(good) == ["01 08:00", "02 08:00"]
        assert any("boring" in warning for warning in good["warnings"].iloc[1])
        said = [warning for one in versions["warnings"] for warning in one]
        assert any("no id of a git commit" in warning for warning in said)
        assert any("not in the git repository" in warning for warning in said)


def test_newsdiffs_needs_the_zone_of_its_server_and_a_folder_of_its_own(tmp_path):
    path = newsdiffs(tmp_path, git_dir="../../elsewhere")
    with pytest.raises(InputError, match="timezone="):
        read(path)
    with pytest.raises(ReadError, match="git_dir"):
        read(path, timezone="UTC")


# MediaWiki


def export(*texts: str, title: str = "Ferry sinks", ns: int = 0, version: str = "0.11", head: str = "") -> str:
    revisions = "".join(
        f"<revision><id>{n}</id><timestamp>2024-06-0{n}T08:00:00Z</timestamp><contributor><username>A</username>"
        f'</contributor><comment>c</comment><text xml:space="preserve">{text}</text></revision>'
        for n, text in enumerate(texts, 1)
    )
    return (
        f'{head}<mediawiki xmlns="http://www.mediawiki.org/xml/export-{version}/"><siteinfo><sitename>W</sitename>'
        f"</siteinfo><page><title>{title}</title><ns>{ns}</ns><id>1</id>{revisions}</page></mediawiki>"
    )


@pytest.mark.parametrize("version", ["0.3", "0.10", "0.11"])
def test_an_export_of_mediawiki(tmp_path, version):
    draft = f"{{{{date|June 1, 2024}}}} {FIRST}"
    wiki = f"{{{{date|June 2, 2024}}}}{SECOND.replace('coast guard', '[[Guard|coast guard]]')}\n\n" \
           "[[File:a.jpg|thumb|A [[ferry]]]]\n== Sources ==\n* {{source|url=https://example.org}} more\n{{publish}}"
    path = tmp_path / "pages.xml"
    path.write_text(export(draft, wiki, version=version))
    versions = read(path)
    assert versions["text"].tolist() == [FIRST, SECOND]
    assert versions["article_id"].tolist() == ["Ferry sinks"] * 2
    assert clocks(versions) == ["01 08:00", "02 08:00"]
    # A revision stands until the next one: here the moment of a change is known.
    assert f"{versions['last_seen'][0]:%d %H:%M}" == "02 08:00"
    assert any("draft" in warning for warning in versions["warnings"][0])
    assert f"{versions['published'][1]:%d}" == "02"
    packed = tmp_path / "pages.xml.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert len(read(packed)) == 2


def test_a_deleted_revision_and_pages_that_are_no_articles(tmp_path):
    path = tmp_path / "pages.xml"
    path.write_text(export(FIRST, SECOND).replace('<text xml:space="preserve">' + SECOND + "</text>",
                                                  '<text deleted="deleted" />'))
    versions = read(path)
    assert versions["capture_ok"].tolist() == [True, False]
    path.write_text(export(FIRST, ns=1))
    assert len(read(path)) == 0


@pytest.mark.parametrize("head", [
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
])  # fmt: skip
def test_an_export_with_entities_is_refused(tmp_path, head):
    path = tmp_path / "pages.xml"
    path.write_text(export("&c;" if "ENTITY c" in head else FIRST, head=head))
    with pytest.raises(ReadError, match="document type"):
        read(path)


def test_an_export_that_is_cut_off(tmp_path):
    path = tmp_path / "pages.xml"
    path.write_text(export(FIRST)[:-40])
    with pytest.raises(ReadError, match="export"):
        read(path)


# Whatever else


def test_hostile_text_in_every_field_stays_text(tmp_path):
    cells = {name: [HOSTILE, HOSTILE] for name in ("headline", "standfirst", "byline", "url", "publisher")}
    frame = pd.DataFrame({"captured": ["2024-06-01T08:00Z", HOSTILE], "text": [FIRST, HOSTILE], **cells})
    assert len(read(frame)) == 2
    write(tmp_path, {f"{HOSTILE[:7]}-20240601080000.html": page(FIRST, HOSTILE)})
    assert len(read(tmp_path)) == 1
    assert len(read(diffengine(tmp_path / "d.db", HOSTILE))) == 2
    path = tmp_path / "list.cdx"
    path.write_text(f"org,example)/ 20240601080000 {HOSTILE.split()[0]} text/html 200 A 9\n")
    assert len(read(path)) == 1


@pytest.mark.parametrize("source", ["no-such-folder", [], ["https://example.org/a"], 7, "a\0b", "x" * 9000])
def test_what_is_no_source_is_an_error_that_says_so(source):
    with pytest.raises(NewskitError):
        read(source)


def test_one_file_alone_is_no_version_and_a_layout_has_a_name(tmp_path):
    path = write(tmp_path, {"a.txt": FIRST, "b.pdf": b"%PDF"}) / "a.txt"
    with pytest.raises(ReadError, match="one file alone"):
        read(path)
    with pytest.raises(UnknownNameError, match="folder"):
        read(path, layout="foldr")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ReadError, match="holds no article"):
        read(empty)


def test_reading_warc_without_its_package_names_the_command(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    path = tmp_path / "a.warc"
    path.write_bytes(warc())
    with pytest.raises(MissingExtraError, match="pip install fastwarc"):
        read(path)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["[[a|", "]]", "{{a|b}}", "{{", "<ref>", "<!--", "= ", "[http://a.b ", "''", "\n "])
def test_wikitext_takes_time_in_line_with_its_length(piece):
    assert_linear(plain_text, piece * 80_000)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [
    "INSERT INTO version VALUES ('", "INSERT INTO version (", "CREATE TABLE version (a int, ",
    "INSERT INTO version VALUES (1,'a');\n", "'\\\\'",
])  # fmt: skip
def test_dumps_take_time_in_line_with_their_length(piece):
    assert_linear(lambda dump: dumped_tables(dump, ("version",)), piece * 20_000)
