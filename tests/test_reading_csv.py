"""Records of CSV files: what programs write comes back, and a bad line costs no other row."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.errors import ReadError
from newskit.reading import read_articles
from newskit.reading.table.csv_records import RecordReader
from tests.growth import assert_linear

CELLS = st.text(st.sampled_from("aé ,;\t|\"\\\n\r“='") | st.characters(codec="utf-8"), max_size=12)
TABLES = st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n).filter(any), max_size=5))


def read(tmp_path: Path, content: str | bytes, name: str = "a.csv", **given: object) -> pd.DataFrame:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_articles(path, progress=False, **given)  # type: ignore[arg-type]


def texts(articles: pd.DataFrame) -> list[str | None]:
    return [None if pd.isna(text) else text for text in articles["text"]]


def written(rows: list[list[str]], delimiter: str, quoting: int) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_what_a_program_writes_comes_back(rows: list[list[str]], delimiter: str, quoting: int) -> None:
    width = len(rows[0]) if rows else 2
    names = [f"c{n}" for n in range(width)]
    reader = RecordReader(written([names, *rows], delimiter, quoting), delimiter)
    assert reader.header() == names
    found = list(reader.records(width))
    assert [record.cells for record in found] == [row for row in rows if any(row)]
    assert not any(record.problem for record in found)


PROSE = st.lists(
    st.sampled_from(["The ferry", "left, late", 'he said "no"', "it\nrained", '\n\n"Yes," she said']),
    min_size=1,
    max_size=3,
).map(lambda words: " ".join(["It is", *words]))


@given(st.lists(st.lists(PROSE, min_size=2, max_size=2), min_size=4, max_size=4), st.text('a ,"', max_size=9))
def test_a_bad_line_moves_no_text_in_silence(rows: list[list[str]], bad: str) -> None:
    text = written([["x", "y"], *rows[:2]], ",", csv.QUOTE_ALL) + f"{bad}\r\n"
    reader = RecordReader(text + written(rows[2:], ",", csv.QUOTE_ALL), ",")
    reader.header()
    found = list(reader.records(2))
    assert [record.cells for record in found[:2]] == rows[:2]
    # What is no row of before is the bad line, or says what is wrong with it.
    for record in found:
        assert record.problem or record.cells in rows or set("".join(record.cells)) <= set('a ,"')
    if '"' not in bad:
        assert [record.cells for record in found[-2:]] == rows[2:]


@given(st.text(st.sampled_from('a,"\n \\;'), max_size=60))
def test_no_text_ends_it_badly_or_loses_a_line(text: str) -> None:
    reader = RecordReader("x,y\n" + text, ",")
    reader.header()
    found = list(reader.records(2))
    assert all(len(record.cells) in (0, 2) for record in found)
    assert reader.at == len("x,y\n" + text)
    said = "".join(cell for record in found for cell in (*record.cells, record.problem or ""))
    assert said.count("a") >= min(text.count("a"), 1)


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("It rained, and poured,Rain", []),  # a comma too many
        ('"It rained", he said,Rain', []),
        ('"It rained,"Rain"', []),
        ('"It rained, and "poured", and hailed,Rain', []),
        ('"It rained.\n\n"It poured", he said, "and hailed".\n\nThe end.",Rain', []),
        ("Rain,Rain,Rain,Rain", []),
    ],
)
def test_a_bad_line_is_a_row_with_an_error_and_the_others_stay_right(
    tmp_path: Path, line: str, others: list[str]
) -> None:
    content = f'text,headline\nFirst text.,First\n{line}\n"Second, text.",Second\nThird.,Third\n'
    articles = read(tmp_path, content)
    assert texts(articles) == ["First text.", None, "Second, text.", "Third."]
    assert articles["headline"].dropna().to_list() == ["First", "Second", "Third"]
    assert articles["error"].notna().to_list() == [False, True, False, False]
    assert "3" in articles["error"][1]
    assert line[:10] in articles["error"][1]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('"He said \\"no\\", and left.",Rain', 'He said "no", and left.'),
        ('"A \\"b\\"\nc\\\\",Rain', 'A "b"\nc\\'),
        ('"C:\\new",Rain', "C:\\new"),
        ('"He said ""no"", and left.",Rain', 'He said "no", and left.'),
    ],
)
def test_escaped_quotation_marks(tmp_path: Path, line: str, text: str) -> None:
    articles = read(tmp_path, f"text,headline\n{line}\nSecond.,Second\n")
    assert texts(articles) == [text, "Second."]
    assert articles["headline"].to_list() == ["Rain", "Second"]
    assert articles["warnings"].to_list() == [[], []]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('"He said "no" and left.",Rain', 'He said "no" and left.'),
        ('"No" he said,Rain', '"No" he said'),
        ('"It rained.\n\nHe said "no".\n\nThe end.",Rain', 'It rained.\n\nHe said "no".\n\nThe end.'),
        ('"Never closed,Rain', '"Never closed'),
    ],
)
def test_what_can_be_meant_in_one_way_only_is_read_with_a_warning(tmp_path: Path, line: str, text: str) -> None:
    articles = read(tmp_path, f'text,headline\n{line}\n"Second, text.",Second\n')
    assert texts(articles) == [text, "Second, text."]
    assert articles["warnings"].to_list() == [
        ["line 2 has quotation marks that are not doubled: compare it with the file"],
        [],
    ]


def test_too_few_cells_are_a_warning(tmp_path: Path) -> None:
    articles = read(tmp_path, "text,headline,url\nIt rained.\nIt poured.,Rain,x.org\n")
    assert articles["warnings"][0] == ["line 2 has 1 of 3 cells; the others are missing"]
    assert articles["url"].isna().to_list() == [True, False]


def test_empty_cells_at_the_end_are_nothing(tmp_path: Path) -> None:
    articles = read(tmp_path, "text,headline,\nIt rained.,Rain,\nIt poured.,More,,,\n,,,\n")
    assert texts(articles) == ["It rained.", "It poured."]
    assert articles["error"].isna().all()
    assert articles["warnings"].to_list() == [[], []]


@pytest.mark.parametrize("d", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, d: str) -> None:
    cells = ["2024-05-06", "Rain, wind; hail | snow", "It rained, and poured; it hailed, too."]
    quoted = [f'"{cell}"' for cell in cells]
    row = read(tmp_path, f"{d.join(['date', 'title', 'body'])}\n{d.join(quoted)}\n").iloc[0]
    assert row[["headline", "text"]].to_list() == cells[1:]
    assert str(row["published_local"])[:10] == cells[0]


def test_one_column_has_no_delimiter(tmp_path: Path) -> None:
    articles = read(tmp_path, 'text\nIt rained, and poured.\n"It hailed; it "snowed"."\n')
    assert texts(articles) == ["It rained, and poured.", 'It hailed; it "snowed".']


def test_excel_states_the_delimiter(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "sep=;\r\ntext;headline\r\nIt rained, too.;Rain\r\n")) == ["It rained, too."]


def test_a_name_twice(tmp_path: Path) -> None:
    articles = read(tmp_path, "text,headline,headline\nIt rained.,Rain,More\n")
    assert articles[["headline", "headline.1"]].iloc[0].to_list() == ["Rain", "More"]


@pytest.mark.parametrize(("content", "why"), [("", "it is empty"), ("\n\n", "it is empty")])
def test_a_file_without_a_table(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read(tmp_path, content, on_error="raise")


@pytest.mark.parametrize(
    "line", ['x,"a b', '"a b', '"a ""', '"\n', 'a,"b\n"c",', '"a" b,', "a,b,c", '\\"', '"\\', '"a"b"']
)
def test_time_is_linear_in_the_text(line: str) -> None:
    def work(text: str) -> None:
        reader = RecordReader("x,y\n" + text, ",")
        reader.header()
        list(reader.records(2))

    assert_linear(work, (line + "\n") * 16_000)


ENGLISH = "The café’s owner said it was “odd” – and naïve – to ask for £5."


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_english(tmp_path: Path, encoding: str) -> None:
    articles = read(tmp_path, f"text,headline\n{ENGLISH},Café\n".encode(encoding))
    assert texts(articles) == [ENGLISH]
    guessed = encoding in ("cp1252", "mac_roman")
    assert [encoding in warning for warning in articles["warnings"][0]] == [True] * guessed


def test_czech_stays_czech(tmp_path: Path) -> None:
    czech = "Vláda včera řekla, že zvýší daně. Lidé na to čekali a příští týden začne sezóna."
    assert texts(read(tmp_path, f'text,headline\n"{czech}",x\n'.encode("cp1250"))) == [czech]


def test_some_foreign_bytes_in_utf8(tmp_path: Path) -> None:
    articles = read(tmp_path, ("text\n" + f"{ENGLISH}\n" * 40).encode() + b"caf\xc3 it was\n")
    assert texts(articles)[0] == ENGLISH
    assert texts(articles)[-1] == "caf\ufffd it was"
    assert "are not UTF-8" in articles["warnings"][0][0]
