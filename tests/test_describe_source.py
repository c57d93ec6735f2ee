"""What files are taken for, why, and which fields: the description, its text, the command, the messages."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit.cli import main
from newskit.errors import ReadError
from newskit.reading.describing import beginning
from tests.datasets import files
from tests.exports.writers import docx

RECORD = {"title": "Ferry sails", "text": "The ferry sailed at dawn. " * 80, "date": "2024-05-03", "rating": 3}
EXPORT = [
    "Ferry sails again", "The Harbor Post (Dullport)", "May 22, 2023 Monday", "Copyright 2023 Harbor Press",
    "Length: 12 words", "Byline: Ann Bell", "Body", "The ferry sailed at noon on Monday.", "Load-Date: May 23, 2023",
    "End of Document",
]  # fmt: skip


def only(table: pd.DataFrame) -> dict[str, Any]:
    """Return the one row of a table; what is missing is None."""
    assert len(table) == 1
    return {name: cell if isinstance(cell, list) or not pd.isna(cell) else None for name, cell in table.iloc[0].items()}


def mapped(found: nk.SourceDescription, kept: str | None = None) -> dict[str, str]:
    """Return the fields of a source: here -> there."""
    fields = found.fields if kept is None else found.fields[found.fields["kept"] == kept]
    return dict(zip(fields["field"].fillna(fields["found"]), fields["found"].fillna("-"), strict=True))


def test_a_table_and_its_columns() -> None:
    found = nk.describe_source(files.ALL_THE_NEWS)
    file = only(found.files)
    assert (file["format"], file["form"]) == ("csv", "All the News, CSV")
    assert file["mark"] == "its columns content, month, publication, year"
    assert (file["n_articles"], file["n_all"], file["all_from"], file["error"]) == (2, 2, "counted", None)
    assert {"text": "content", "publisher": "publication", "authors": "author"}.items() <= mapped(found).items()
    assert list(mapped(found, "behind")) == ["(no name)", "year", "month"]
    author = only(found.fields[found.fields["field"] == "authors"])
    assert (author["filled"], author["n_articles"], author["example"]) == (1, 2, "Ann Bell; Karl Moor")


def test_an_export_and_what_it_keeps(tmp_path: Path) -> None:
    (tmp_path / "Files (1).DOCX").write_bytes(docx(EXPORT))
    found = nk.describe_source(tmp_path / "Files (1).DOCX")
    assert only(found.files)["format"] == "nexis-docx"
    assert "End of Document" in only(found.files)["mark"]
    assert mapped(found)["byline"].endswith("Byline") or "byline" in mapped(found)["byline"].lower()
    assert "load_date" in mapped(found, "extra")


@pytest.mark.parametrize("ending", ["jsonl", "json", "csv"])
def test_a_large_file_is_looked_at_by_its_beginning(tmp_path: Path, ending: str) -> None:
    path, n = tmp_path / f"wire.{ending}", 3_000
    rows = [RECORD | {"id": number} for number in range(n)]
    frame = pd.DataFrame(rows)
    {
        "jsonl": lambda: frame.to_json(path, orient="records", lines=True),
        "json": lambda: path.write_text(json.dumps({"status": "ok", "articles": rows})),
        "csv": lambda: frame.to_csv(path, index=False),
    }[ending]()
    assert path.stat().st_size > beginning.WHOLE
    file = only(nk.describe_source(path).files)
    assert file["looked_at"] <= beginning.BEGINNING
    assert file["all_from"] == "estimated"
    assert 0.9 * n < file["n_all"] < 1.1 * n
    assert (file["n_errors"], file["warnings"]) == (0, [])
    assert f"about {file['n_all']:,} (estimated)" in str(nk.describe_source(path))


def test_a_folder_of_a_mixture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_bytes(files.ALL_THE_NEWS)
    for number in range(25):
        (tmp_path / f"page-{number:02}.txt").write_text("Ferry sails\nBy Ann Bell\n\nThe ferry sailed.\n\nIt rained.")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as pack:
        pack.writestr("guardian.json", files.GUARDIAN)
        pack.writestr("odd.pdf", b"%PDF-1.4")
    found = nk.describe_source(tmp_path)
    assert found.files["n_articles"].count() == 22
    assert (found.files["looked_at"] == 0).sum() == 5
    assert found.files.set_index("source")["format"]["b.zip/guardian.json"] == "json"
    assert found.files.set_index("source")["error"]["b.zip/odd.pdf"] is not None
    told = str(found)
    assert told.startswith("28 files\n")
    assert "25 in 25 files; 20 of them were looked at" in told
    assert "looking" in capsys.readouterr().err


def test_what_is_not_understood_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "archivio.csv"
    path.write_text("titolo,corps_du_texte\nPiove," + "Era una notte buia. " * 20 + "\n")
    found = nk.describe_source(path)
    file = only(found.files)
    assert "has no column 'text'" in file["error"]
    assert file["begins"][0] == "titolo,corps_du_texte"
    assert mapped(found) == {"headline": "titolo", "corps_du_texte": "corps_du_texte"}
    told = nk.describe_source(path, columns={"corps_du_texte": "text"})
    assert only(told.files)["error"] is None
    assert mapped(told)["text"] == "corps_du_texte"


def test_the_message_of_a_file_that_is_not_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,age\nAnn,3\nBo,4\n")
    with pytest.raises(ReadError) as caught:
        nk.read_articles(path)
    for part in (
        "has no column 'text'",
        "taken for 'csv'",
        "begins: name,age / Ann,3",
        f"describe_source({str(path)!r})",
    ):
        assert part in str(caught.value)


def test_nobody_sees_a_key(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('// https://api.example/?api-key=SECRET1\n{"next": "https://x.example/?token=SECRET2&page=2", }')
    with pytest.raises(ReadError) as caught:
        nk.read_articles(path)
    assert "SECRET" not in f"{caught.value} {nk.describe_source(path)} {nk.describe_source(path)._repr_html_()}"
    assert "token=…&page=2" in str(caught.value)


def test_a_file_of_another_form_and_a_file_that_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.xyz").write_bytes(b"\x00\x01\x02")
    for name in ("a.txt", "b.xyz"):
        found = nk.describe_source(tmp_path / name)
        assert only(found.files)["error"]
        assert "none could be read" in str(found)
    with pytest.raises(ReadError, match="no file or folder"):
        nk.describe_source(tmp_path / "c.txt")


def test_a_frame() -> None:
    found = nk.describe_source(pd.DataFrame([RECORD]))
    assert only(found.files)["format"] == "table"
    assert mapped(found)["headline"] == "title"
    wrong = nk.describe_source(pd.DataFrame({"age": [3]}))
    assert "no column 'text'" in only(wrong.files)["error"]


HOSTILE = "<script>alert(1)</script> $a$ \x1b[31m \u202e"


def test_the_text_fits_a_terminal_and_the_page_runs_nothing(tmp_path: Path) -> None:
    frame = pd.DataFrame([{HOSTILE: HOSTILE, "text": HOSTILE * 30, "title": HOSTILE, "x" * 300: "y" * 300}])
    found = nk.describe_source(frame)
    assert max(map(len, str(found).split("\n"))) <= 80
    assert "\x1b" not in str(found)
    assert "<script>" not in found._repr_html_()
    assert "tex2jax_ignore" in found._repr_html_()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_bytes(files.NEWSAPI)
    assert main(["look", str(tmp_path / "a.json")]) == 0
    told = capsys.readouterr().out
    assert "NewsAPI, JSON" in told
    assert max(map(len, told.split("\n"))) <= 80
    (tmp_path / "b.csv").write_text("name,age\nAnn,3\n")
    assert main(["look", str(tmp_path)]) == 1
    assert main(["look", str(tmp_path / "none.csv")]) == 2


def test_a_table_that_names_no_form_is_known_by_its_ending() -> None:
    found = nk.describe_source(files.table({"title": "Rain", "body": "It rained."}))
    assert only(found.files)["form"] == "CSV, TSV"


def test_large_files_that_are_packed(tmp_path: Path) -> None:
    rows = (RECORD | {"title": f"Ferry {number * 7919 % 1009}"} for number in range(2_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    found = nk.describe_source(tmp_path / "a.jsonl.gz")
    file = only(found.files)
    assert (file["format"], file["n_all"], file["error"]) == ("jsonl", None, None)
    assert 300 < file["n_articles"] < 600
    assert "not counted" in str(found)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    rows = ({"title": f"Ferry {number * 7919 % 1009}", "text": "It sailed."} for number in range(300))
    packed = gzip.compress("\n".join(map(json.dumps, rows)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = nk.describe_source(tmp_path / "a.jsonl.gz")
    file = only(found.files)
    assert file["n_articles"] > 10
    assert file["n_errors"] >= 1
    assert "not read" in str(found)
