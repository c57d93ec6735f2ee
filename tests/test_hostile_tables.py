"""Tables made to hurt: none takes long, and what is wrong with a row stays its own."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from newskit.errors import ReadError
from newskit.inputs import as_articles
from newskit.reading import read_articles
from tests.growth import assert_linear, yardstick
from tests.table_kinds import FERRY, STORM, F, S, book, lines, marked

YARDSTICKS = 40
HUGE = 50_000_000


def read(tmp_path: Path, content: bytes, name: str = "a.csv") -> pd.DataFrame:
    (tmp_path / name).write_bytes(content)
    begin = time.process_time()
    articles = read_articles(tmp_path / name, progress=False)
    assert time.process_time() - begin < YARDSTICKS * yardstick()
    return articles


def texts(articles: pd.DataFrame) -> list[str | None]:
    return [None if pd.isna(text) else text for text in articles["text"]]


@pytest.mark.slow
@pytest.mark.parametrize("opens", ["", '"'], ids=["plain", "in marks"])
def test_a_field_of_50_megabytes_costs_its_own_row_only(tmp_path: Path, opens: str) -> None:
    field = f"{opens}{'word ' * (HUGE // 5)}{opens}"
    content = lines("title,text", f"Ferry,{F}", f"Huge,{field}", f"Storm,{S}")
    articles = read(tmp_path, content.encode())
    assert texts(articles) == [FERRY, None, STORM]
    assert "the limit for one article is" in articles.loc[1, "error"]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["word ", '"', "a,", '","', "\n", '"\n', "<p>", "&amp;", "[", "x;\t|", "\r"])
def test_an_open_mark_without_an_end_is_an_error_or_rows(tmp_path: Path, unit: str) -> None:
    content = lines("title,text", f"Ferry,{F}") + 'Huge,"' + unit * (400_000 // len(unit))
    articles = read(tmp_path, content.encode())
    assert texts(articles)[0] == FERRY
    assert articles["error"].notna().any() or articles["warnings"].map(bool).any() or not texts(articles)[-1]


@pytest.mark.slow
def test_a_field_of_50_megabytes_in_json_and_excel(tmp_path: Path) -> None:
    rows = [{"title": "Ferry", "text": FERRY}, {"title": "Huge", "text": "word " * (HUGE // 5)}]
    for name, content in (("a.json", json.dumps(rows)), ("a.jsonl", "\n".join(map(json.dumps, rows)))):
        articles = read(tmp_path, content.encode(), name)
        assert texts(articles) == [FERRY, None]
        assert "limit" in articles.loc[1, "error"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        lambda n: "\n".join(["title,text", *['a,"b" c,d'] * n]),
        lambda n: "\n".join(["title,text", *['a,"b'] * n]),
        lambda n: "\n".join(["x"] * 9 + ["title,text", *["a,b"] * n]),
        lambda n: ",".join(["title,text", *map(str, range(n))]) + "\na,b\n",
        lambda n: "title,text,date\n" + "a,b,05/06/2024 2:30 PM\n" * n,
        lambda n: "title,text,author\na,b,\"['" + "Ann Lee', '" * n + "']\"\n",
        lambda n: "title,text\n" + "é,b\n" * n,
    ],
)
def test_time_is_linear(tmp_path: Path, content: Callable[[int], str]) -> None:
    def work(text: str) -> None:
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        read_articles(tmp_path / "a.csv", on_error="row", progress=False)

    assert_linear(work, content(16_000))


def test_an_extra_comma_costs_its_own_row_only(tmp_path: Path) -> None:
    content = lines("title,text,source", f"Ferry,{F},BBC", "Late, again,It was late.,BBC", f"Storm,{S},BBC")
    articles = read(tmp_path, content.encode())
    assert texts(articles) == [FERRY, None, STORM]
    assert "Line 3 of the file could not be read as a row, it has 4 cells" in articles.loc[1, "error"]


def test_nul_bytes_are_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a\.csv.*The file holds NUL bytes"):
        read(tmp_path, lines("title,text", "Ferry,It \0 sailed.").encode())
    with pytest.raises(ReadError, match=r"The file holds NUL bytes"):
        read(tmp_path, b'[{"title": "Ferry", "text": "It \0 sailed."}]', "a.json")
    escaped = read(tmp_path, json.dumps([{"title": "Ferry", "text": "It \0 sailed."}]).encode(), "a.json")
    assert "\0" not in texts(escaped)[0]


def test_lines_of_two_encodings(tmp_path: Path) -> None:
    old = 'Late,"“It’s late,” the café’s owner said – for £2."\n'
    new = 'Again,"“Čapek’s late,” the café’s owner said – for £2."\n'
    articles = read(tmp_path, b"title,text\n" + old.encode("cp1252") + new.encode() + old.encode("cp1252"))
    assert texts(articles) == [text.split('"')[1] for text in (old, new, old)]
    assert "Some lines of the file are not UTF-8; they were read as cp1252" in articles["warnings"][0][0]


def wide(n: int) -> bytes:
    """A sheet with n columns, of which Excel itself could not show all."""
    content = io.BytesIO(book([["title", "text"], ["Ferry", FERRY]]))
    made = io.BytesIO()
    cells = "".join(f"<c t='inlineStr'><is><t>{name}</t></is></c>" for name in ["text", *map(str, range(n))])
    begin = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    sheet = f"{begin}<row>{cells}</row><row>{cells}</row></sheetData></worksheet>"
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if "sheet1" in name else old.read(name))
    return made.getvalue()


@pytest.mark.slow
def test_a_sheet_of_100_000_columns(tmp_path: Path) -> None:
    assert texts(read(tmp_path, wide(100_000), "a.xlsx")) == ["text"]


def test_formulas_are_read_as_the_value_saved_with_them_and_never_run(tmp_path: Path) -> None:
    calls = ['=HYPERLINK("https://a.example","x")', "=1+1", '=CMD|"/c calc"!A1', "=TEXT", "+1", "@SUM(A1)"]
    articles = read(tmp_path, book([["title", "text"], *([call, FERRY] for call in calls)]), "a.xlsx")
    assert texts(articles) == [FERRY] * len(calls)
    assert "never calculated" in articles.loc[0, "warnings"][0]
    whole = read(tmp_path, lines("title,text", *(f"{marked(call)},{F}" for call in calls)).encode())
    assert whole["headline"].to_list() == calls


@pytest.mark.slow
def test_a_bomb_of_a_spreadsheet_in_a_zip(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 600_000_000)
    for name, content in (("a.xlsx", bomb.getvalue()), ("a.csv", b"a" * 300_000_000)):
        with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        assert "limit" in read_articles(tmp_path / "a.zip", progress=False).loc[0, "error"]


@pytest.mark.slow
def test_a_frame_is_read_in_time_linear_in_its_rows() -> None:
    def work(text: str) -> None:
        frame = pd.DataFrame({"text": ["It rained."] * len(text), "source": "BBC News"})
        as_articles(frame.assign(date="6 May 2024, 7.30am"))

    assert_linear(work, "x" * 8_000)


def test_a_sheet_of_blank_cells(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["XFD1"] = "text", "title"
    made.active["A90"] = FERRY
    content = io.BytesIO()
    made.save(content)
    assert texts(read(tmp_path, content.getvalue(), "a.xlsx")) == [FERRY]
