"""Excel files: written so that nothing runs and nothing is lost, read from the right sheet."""

from __future__ import annotations

import datetime as dt
import io
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import registry
from newskit.errors import InputError, MissingExtraError
from newskit.reading import load_example, read_articles, write_articles
from newskit.spreadsheets import write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
HEADER = ["id", "title", "body", "date", "outlet"]


def book(path: Path, **sheets: list[list[Any]]) -> Path:
    """Write a workbook, as a person would fill it."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def patched(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """Change the XML of the first sheet."""
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == SHEET else old.read(name))
    return path


def read(path: Path, **given: Any) -> pd.DataFrame:
    return read_articles(path, progress=False, **{"on_error": "row"} | given)


def test_a_sheet_as_people_fill_it(tmp_path: Path) -> None:
    rows = [
        ["Articles of May"], [],
        HEADER,
        [7, "Rain", "It rained.", dt.datetime(2024, 5, 6, 7, 30), "BBC News"],
        [None] * 5,
        [8.5, "Hail", 1_000, dt.datetime(2024, 5, 7), "The Hindu"],
    ]  # fmt: skip
    articles = read(book(tmp_path / "a.xlsx", Notes=[["to do"], ["read"]], Data=rows))
    assert articles["article_id"].to_list() == ["7", "8.5"]
    assert articles["text"].to_list() == ["It rained.", "1000"]
    assert str(articles["published"][0]) == "2024-05-06 06:30:00+00:00"
    assert articles["published_precision"].to_list() == ["minute", "day"]
    assert articles["warnings"][0] == [
        "read from the sheet 'Data', not from 'Notes'",
        "what stands above the names of the columns was passed over: 'Articles of May'",
    ]  # fmt: skip
    assert articles["format"][0] == "xlsx"


def test_the_first_of_sheets_with_texts(tmp_path: Path) -> None:
    sheets = {name: [["title", "text"], [name, "It rained."]] for name in ("May", "June")}
    path = book(tmp_path / "a.xlsx", Index=[["title"], ["x"]], **sheets)
    assert read(path)["headline"].to_list() == ["May"]
    assert read(path)["warnings"][0] == ["read from the sheet 'May', not from 'Index', 'June'"]
    told = book(tmp_path / "b.xlsx", A=[["a", "b"], ["x", "y"]], B=[["corpo"], ["It rained."]])
    assert read(told, columns={"corpo": "text"})["text"].to_list() == ["It rained."]


def test_formulas_that_were_never_calculated_are_said(tmp_path: Path) -> None:
    articles = read(book(tmp_path / "a.xlsx", A=[["text", "title"], ["=B2", "Rain"], ["It hailed.", "Hail"]]))
    assert articles["error"].fillna("").to_list() == ["The row has no text.", ""]
    assert articles["warnings"][0][0].startswith("formulas in the file that were never calculated")


@pytest.mark.parametrize(
    ("sheets", "why"),
    [
        ({"A": []}, "All sheets of the file are empty."),
        ({"A": [["rating"], [3]]}, "no column 'text'. Its columns: rating"),
    ],
)
def test_sheets_without_articles(tmp_path: Path, sheets: dict[str, Any], why: str) -> None:
    assert why in read(book(tmp_path / "a.xlsx", **sheets))["error"][0]


@pytest.mark.parametrize("content", [b"", b"PK", b"text,title\n"])
def test_what_is_no_excel_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert "is not an Excel file that can be read" in read(path)["error"][0]


@pytest.mark.parametrize(
    "place",
    ['r="XFD1048576"', "r='XFD1048576'", 'r = "XFD1048576"', 'r="&#88;FD1048576"', 'x=">" r="XFD1048576"',
     'r="ZZZZZ999999999"', 'r="xfd1048576"', 'q="1"r="XFD1048576"', "\nr\t=\n'XFD1048576'"],
)  # fmt: skip
def test_a_cell_far_away_takes_no_memory(tmp_path: Path, place: str) -> None:
    path = book(tmp_path / "a.xlsx", A=[["text"], ["It rained."]])
    error = read(patched(path, lambda xml: xml.replace(b'r="A2"', place.encode())))["error"][0]
    assert "the limit is 5,000,000" in error or "a cell stands at" in error


def test_a_row_far_away(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", A=[["text"], ["It rained."]])
    patched(path, lambda xml: xml.replace(b'<row r="2"', b'<row r="9999999"').replace(b'r="A2"', b""))
    assert "the limit is 5,000,000" in read(path)["error"][0]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", A=[["text"], ["It rained."]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/big.xml", "w") as file:
        for _ in range(501):
            file.write(bytes(1_000_000))
    assert "the limit for a spreadsheet is 500,000,000" in read(path)["error"][0]


@pytest.mark.parametrize(
    "change", [lambda xml: xml[: len(xml) // 2], lambda xml: b"\xff\xfe" + xml.decode().encode("utf-16-le")]
)
def test_broken_sheets(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    path = book(tmp_path / "a.xlsx", A=[["text"], ["It rained."]])
    assert "is not an Excel file that can be read" in read(patched(path, change))["error"][0]


def test_broken_bytes_are_an_error_or_are_read(tmp_path: Path) -> None:
    whole = book(tmp_path / "a.xlsx", A=[["text"], ["It rained."]]).read_bytes()
    chance = random.Random(12)
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(4):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        (tmp_path / "b.xlsx").write_bytes(broken)
        assert len(read(tmp_path / "b.xlsx")) == 1


def test_a_wide_sheet(tmp_path: Path) -> None:
    names = [f"c{n}" for n in range(16_000)]
    articles = read(book(tmp_path / "a.xlsx", A=[[*names, "text"], [*names, "It rained."]]))
    assert articles["text"].to_list() == ["It rained."]


def test_a_csv_of_100_000_columns(tmp_path: Path) -> None:
    names = "x," * 50_000 + ",".join(f"c{n}" for n in range(50_000))
    (tmp_path / "a.csv").write_text(f"{names},text\n{names},It rained.\n", encoding="utf-8")
    assert read(tmp_path / "a.csv")["text"].to_list() == ["It rained."]


HOSTILE = st.text(st.sampled_from('=+-@"\t\n,_x0041é😀\x01\ud800') | st.characters(), min_size=1, max_size=20)


@given(st.lists(HOSTILE, min_size=1, max_size=4), st.sampled_from(["csv", "jsonl", "xlsx"]))
def test_hostile_cells_come_back(tmp_path_factory: pytest.TempPathFactory, cells: list[str], ending: str) -> None:
    frame = pd.DataFrame({"text": [f"It rained. {cell}" for cell in cells], "headline": cells, "note": "=1+1"})
    articles = read_articles(frame.assign(published="2024-05-06 07:30"), timezone="Asia/Tokyo")
    path = tmp_path_factory.mktemp("hostile") / f"a.{ending}"
    pd.testing.assert_frame_equal(read_articles(write_articles(articles, path)), articles, check_dtype=False)


def test_nothing_runs_and_times_are_excels_own(tmp_path: Path) -> None:
    frame = pd.DataFrame({"text": ["=HYPERLINK(1)"], "title": ["@SUM(A1)"], "date": ["2024-05-06T07:30:12+09:00"]})
    path = write_articles(read_articles(frame), tmp_path / "a.xlsx")
    names, cells = openpyxl.load_workbook(path).active.rows
    row = {name.value: cell for name, cell in zip(names, cells, strict=True)}
    assert (row["text"].value, row["text"].data_type) == ("=HYPERLINK(1)", "s")
    assert row["published_local"].value == dt.datetime(2024, 5, 6, 7, 30, 12)
    assert (row["published"].value, row["timezone"].value) == ("2024-05-05T22:30:12+00:00", "+09:00")


def test_a_long_text_goes_on_in_columns_behind_it(tmp_path: Path) -> None:
    frame = pd.DataFrame({"text": ["It rained 😀. " * 5_000, "It hailed."]})
    articles = read_articles(frame)
    path = write_articles(articles, tmp_path / "a.xlsx")
    names = [cell.value for cell in next(openpyxl.load_workbook(path).active.rows)]
    assert [name for name in names if name.startswith("text")] == ["text", *(f"text ({n})" for n in range(2, 6))]
    pd.testing.assert_frame_equal(read_articles(path), articles)


def test_other_types_of_cells(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"n": [1, 2**60], "x": [float("inf"), 0.5], "flag": pd.array([True, None], dtype="boolean"),
         "when": pd.to_datetime(["1850-01-01", "2024-05-06"]), "at": [("a", 1), {"b": 2}]}
    )  # fmt: skip
    write_xlsx(table, tmp_path / "a.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True))
    assert rows[1] == (1, "inf", True, "1850-01-01T00:00:00", "('a', 1)")
    assert rows[2] == (str(2**60), 0.5, None, dt.datetime(2024, 5, 6), '{"b": 2}')


def test_a_table_that_no_sheet_holds(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"16,385 columns; a sheet of Excel has .* Write \.csv"):
        write_xlsx(pd.DataFrame([range(16_385)]), tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_missing_packages_name_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_articles(load_example(), tmp_path / "a.xlsx")
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match="python_calamine"):
        read_articles(path)
    with pytest.raises(MissingExtraError, match="openpyxl"):
        write_articles(load_example(), path)


def test_every_table_of_an_analysis_can_be_written(tmp_path: Path) -> None:
    for name in registry.TABLES:
        write_xlsx(registry.empty(name), tmp_path / f"{name}.xlsx")
