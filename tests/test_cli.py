"""The command line: what it writes, what it says, how it fails."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.cli import main
from newskit.tables import ARTICLE_ID, WHOLE, Column, Table, from_rows

ARTICLE = """\
Harbor bridge closed after inspection

Published 09:15, January 14th 2025

The harbor bridge was closed on Monday. “We found cracks,” said engineer Ann Lee.

It was built in 1962, and it is not clear when it opens again.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    return path


def fails(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """Run the command and return its exit code and what it says on stderr."""
    code = main([str(a) for a in arguments])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return code, said


def test_report_is_written(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.html"
    assert main(["report", str(article), "-o", str(out)]) == 0
    assert "Harbor bridge closed after inspection" in out.read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"{out}: 1 article\n"


def test_report_is_what_the_function_writes(article: Path, tmp_path: Path) -> None:
    out, same = tmp_path / "a.html", tmp_path / "b.html"
    main(["report", str(article), "-o", str(out), "--timezone", "America/New_York", "--title", "Bridges"])
    nk.report(nk.read_articles(article, timezone="America/New_York", progress=False), same, title="Bridges")
    assert out.read_bytes() == same.read_bytes()
    assert "<title>Bridges" in out.read_text(encoding="utf-8")


def test_timezone_and_publisher_reach_the_reader(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    assert main(["tables", str(article), "-o", str(out), "--timezone", "+05:30", "--publisher", "The Pier"]) == 0
    (row,) = pd.read_csv(out / "articles.csv").itertuples()
    assert (row.publisher, row.timezone_source) == ("The Pier", "given")
    assert row.published.startswith("2025-01-14 03:45")  # 09:15 at +05:30


def test_columns_of_a_table_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("titolo,a=b,date\nPioggia,It rained.,06/05/2024\nGrandine,It hailed.,x\n", encoding="utf-8")
    out = tmp_path / "tables"
    told = ["--columns", "a=b=text", "titolo=headline", "--format", "xlsx", "--only", "articles"]
    assert main(["tables", str(path), "-o", str(out), *told]) == 0
    articles = nk.read_articles(out / "articles.xlsx")
    assert articles["headline"].to_list() == ["Pioggia", "Grandine"]
    code, said = fails(capsys, "tables", path, "-o", out, "--columns", "titolo=healdine")
    assert code == 2
    assert "Did you mean 'headline'" in said
    with pytest.raises(SystemExit):
        main(["tables", str(path), "-o", str(out), "--columns", "titolo"])
    assert "'titolo' is not NAME=FIELD, such as body=text" in capsys.readouterr().err


def test_what_many_articles_have_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title\nRain\nHail\nSnow\n", encoding="utf-8")
    _, said = fails(capsys, "tables", path, "-o", tmp_path / "tables")
    assert said.count("note:") == 1
    assert "a-0 and 2 others: note: the table has no column of texts" in said


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_are_those_of_analyze(
    form: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "tables"
    assert main(["tables", str(article), "-o", str(out), "--format", form]) == 0
    analysis = nk.analyze(nk.read_articles(article, progress=False), progress=False)
    assert isinstance(analysis, nk.Analysis)
    expected = analysis.tables()
    assert {p.name for p in out.iterdir()} == {f"{name}.{form}" for name in expected}
    assert len(capsys.readouterr().out.splitlines()) == len(expected)
    for name, table in expected.items():
        path = out / f"{name}.{form}"
        read = pd.read_csv(path) if form == "csv" else pd.read_parquet(path)
        assert list(read.columns) == list(table.columns), name
        assert len(read) == len(table), name


@pytest.mark.parametrize(
    "only", [["quotes"], ["words", "grades"], ["articles"], ["speakers", "articles", "provenance"]]
)
def test_only_writes_the_tables_that_were_named(
    only: list[str], article: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tables"
    assert main(["tables", str(article), "-o", str(out), "--only", *only]) == 0
    assert {p.name for p in out.iterdir()} == {f"{name}.csv" for name in only}


@pytest.mark.parametrize("name", ["quots", "lexicons", "sentiment_toward"])
def test_only_takes_what_can_be_made_of_articles(
    name: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["tables", str(article), "-o", str(tmp_path / "tables"), "--only", name])
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert f"invalid choice: '{name}'" in said
    assert "'quotes'" in said
    assert not (tmp_path / "tables").exists()


def test_help_lists_the_tables_of_the_registry(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("tables", "codebook"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        listed = capsys.readouterr().out.partition("tables (* made by default):\n")[2]
        names = re.findall(r"^  ([* ]) (\w+) ", listed, flags=re.M)
        expected = [
            ("*" if t.by_default or t.name == "articles" else " ", t.name)
            for t in registry.TABLES.values()
            if command == "codebook" or t.is_made_by_analyze or t.name == "articles"
        ]
        assert names == expected


def test_the_codebook_explains_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codebook", "quotes"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("quotes: one row per quotation or paraphrase\n")
    told = " ".join(said.split())
    for row in nk.codebook("quotes").itertuples():
        unit = f" ({row.unit})" if row.unit else ""
        assert " ".join(f"{row.column} {row.meaning}{unit}".split()) in told
    assert max(map(len, said.splitlines())) <= 80


def test_the_codebook_explains_every_table_and_how_to_make_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["codebook"]) == 0
    said = capsys.readouterr().out
    for table in registry.TABLES.values():
        (told,) = re.findall(rf"^{table.name}: (.*?)^$", said, flags=re.M | re.S)
        assert (f"--only {table.name}\n" in told) == (
            table.is_made_by_analyze and not table.by_default
        )
        never = not table.is_made_by_analyze and table.name != "articles"
        assert ("not made by newskit tables" in told) == never


def test_a_table_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = fails(capsys, "codebook", "quots")
    assert code == 2
    assert "There is no table named 'quots'. Did you mean 'quotes'?" in said


def test_a_new_table_is_found_by_every_command(
    monkeypatch: pytest.MonkeyPatch,
    article: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Registered in one place, it is in the help, the codebook and what is written."""
    columns = (ARTICLE_ID, Column("n_marks", WHOLE, "marks", "exclamation marks"))
    table = Table(
        "loudness",
        columns,
        "one row per article: how loud it is",
        from_tables=("articles",),
        make=lambda articles: from_rows(columns, articles.to_dict("records")),
    )
    monkeypatch.setitem(registry.TABLES, "loudness", table)
    assert main(["codebook", "loudness"]) == 0
    assert "exclamation marks (marks)" in capsys.readouterr().out
    assert main(["tables", str(article), "-o", str(tmp_path), "--only", "loudness"]) == 0
    assert list(pd.read_csv(tmp_path / "loudness.csv").columns) == ["article_id", "n_marks"]


def test_a_reader_that_stops_early_is_not_an_error() -> None:
    """`newskit codebook | head -1`."""
    command = [sys.executable, "-m", "newskit", "codebook"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(), said) == (0, b"")


def test_parquet_holds_every_value(article: Path, tmp_path: Path) -> None:
    assert main(["tables", str(article), "-o", str(tmp_path), "--format", "parquet"]) == 0
    read = pd.read_parquet(tmp_path / "quotes.parquet")
    expected = nk.quotes(nk.read_articles(article, progress=False))
    # Where a string is stored (Python or Arrow) is pandas's affair; what it is, and what is missing, is ours.
    pd.testing.assert_frame_equal(read.astype(expected.dtypes.to_dict()), expected)
    assert pd.read_parquet(tmp_path / "articles.parquet")["warnings"].map(len).notna().all()


def test_workers_make_a_dataset(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, only = tmp_path / "out", ["--only", "counts"]
    command = ["tables", str(article), "-o", str(out), "--workers", "1", *only]
    assert main(command) == 0
    assert nk.open_dataset(out).table("counts").equals(nk.analyze(nk.read_articles(article)).counts)
    assert f"{out / 'counts'}: 1 row" in capsys.readouterr().out
    assert main(command) == 2
    assert "resume=True (--resume) goes on with it" in capsys.readouterr().err
    assert main([*command, "--resume"]) == 0
    assert main([*command, "--format", "csv"]) == 2
    assert "a dataset is Parquet" in capsys.readouterr().err


def test_a_dataset_of_nothing_readable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.docx").write_bytes(b"PK")
    assert main(["tables", f"{tmp_path}/*.docx", "-o", str(tmp_path / "out"), "--workers", "1"]) == 1
    assert "1 article with an error: table errors" in capsys.readouterr().err


def test_csv_lists_are_json(article: Path, tmp_path: Path) -> None:
    assert main(["tables", str(article), "-o", str(tmp_path)]) == 0
    (row,) = pd.read_csv(tmp_path / "articles.csv").itertuples()
    expected = nk.read_articles(article, progress=False).iloc[0]
    for name in ("authors", "subheads", "tags", "warnings"):
        assert json.loads(getattr(row, name)) == expected[name]


@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "-1+1", "@SUM(1)"])
def test_csv_text_is_not_a_formula(formula: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE.replace("The harbor bridge was", f"{formula} The harbor bridge was"), encoding="utf-8")
    assert main(["tables", str(path), "-o", str(tmp_path)]) == 0
    first = pd.read_csv(tmp_path / "sentences.csv")["text"].iloc[0]
    assert first.startswith(f"'{formula}")
    scores = pd.read_csv(tmp_path / "sentiment.csv")
    assert scores["compound"].dtype == float  # a negative number is still a number


def test_folder_and_pattern(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    for n, source in enumerate([tmp_path, tmp_path / "*.txt"]):
        out = tmp_path / f"out{n}"
        assert main(["tables", str(source), "-o", str(out)]) == 0
        assert pd.read_csv(out / "articles.csv")["article_id"].nunique() == 2
    assert main(["tables", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(tmp_path / "both")]) == 0
    assert f"{tmp_path / 'both' / 'articles.csv'}: 2 rows" in capsys.readouterr().out


def test_unreadable_file_among_others_is_said_and_the_rest_is_done(
    article: Path, empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tables"
    code, said = fails(capsys, "tables", article, empty, "-o", out)
    assert code == 1
    assert "empty" in said
    assert len(pd.read_csv(out / "articles.csv")) == 2


@pytest.mark.parametrize("command", ["report", "tables"])
def test_nothing_readable_writes_nothing(
    command: str, empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    code, said = fails(capsys, command, empty, "-o", out)
    assert code == 1
    assert "empty" in said
    assert not out.exists()


def test_bytes_that_are_not_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(bytes(range(256)) * 40)
    code, said = fails(capsys, "report", path, "-o", tmp_path / "r.html")
    assert code == 1
    assert "picture" in said


def test_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none").mkdir()
    code, said = fails(capsys, "report", tmp_path / "none", "-o", tmp_path / "r.html")
    assert code == 2
    assert "none" in said


def test_table_without_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("headline,text\n", encoding="utf-8")
    code, said = fails(capsys, "tables", path, "-o", tmp_path / "tables")
    assert code == 1
    assert "no article in" in said
    assert not (tmp_path / "tables").exists()


def test_folder_of_the_result_is_made(article: Path, tmp_path: Path) -> None:
    assert main(["report", str(article), "-o", str(tmp_path / "new" / "folder" / "r.html")]) == 0


def test_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = fails(capsys, "report", tmp_path / "nowhere.txt", "-o", tmp_path / "r.html")
    assert code == 2
    assert "nowhere.txt" in said


def test_unknown_timezone(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = fails(capsys, "report", article, "-o", tmp_path / "r.html", "--timezone", "Mars/Olympus")
    assert code == 2
    assert "Mars/Olympus" in said


def test_folder_where_a_file_should_be_written(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = fails(capsys, "report", article, "-o", tmp_path)
    assert code == 2
    assert str(tmp_path) in said


@pytest.mark.parametrize("line", ["", "reprot a.txt", "tables a.txt", "tables a.txt -o x --format xls", "codebook a b"])
def test_wrong_usage(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(line.split())
    assert stopped.value.code == 2
    assert "usage: newskit" in capsys.readouterr().err


def test_a_name_that_a_terminal_cannot_show_is_harmless(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = fails(capsys, "report", tmp_path / "a\x1b[31m\n.txt")
    assert code == 2
    assert "\x1b" not in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["--help"], ["report", "--help"], ["tables", "--help"], ["codebook", "--help"]])
def test_help_fits_a_terminal_and_says_what_it_does(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert "article" in said
    assert max(map(len, said.splitlines())) <= 92


def test_version_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newskit", "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"newskit {nk.__version__}", "")


def test_real_article(sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The main job, on the article in data/: its zone is a guess that the command line passes on."""
    out = tmp_path / "report.html"
    code, said = fails(capsys, "report", sample_file, "-o", out)
    assert code == 0
    assert "Asia/Kolkata" in said
    assert "11 h 26 min" in out.read_text(encoding="utf-8")
