"""Tables of articles: CSV, JSON lines, Parquet, data frames; written and read back."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

from newskit import registry
from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading import load_example, read_articles, write_articles
from newskit.reading.limits import MAX_ARTICLE

ODD = 'He said, "a;b\nc",\n\n=SUM(A1) “…” 😀'
ENDINGS = ["csv", "jsonl", "parquet", "xlsx"]


def both() -> pd.DataFrame:
    """Two samples, a row with an error, and texts that a careless writer would spoil."""
    odd = registry.from_rows(
        "articles",
        [
            {"article_id": "bad", "source": "x.bin", "error": "The file is empty.",
             "timezone_source": "none"},
            {"article_id": "007", "text": ODD, "headline": "NA", "tags": ["a, b", "[c]"]},
            {"article_id": "null", "text": "null", "headline": "[not json", "language": "nan",
             "byline": "1.50"},
            {"article_id": "day", "text": "Rain.", "published_local": pd.Timestamp("2024-05-05"),
             "published_precision": "day"},
        ],
    )  # fmt: skip
    return pd.concat([load_example("ferry"), load_example("school"), odd], ignore_index=True)


@pytest.mark.parametrize("ending", ENDINGS)
def test_reading_back_gives_the_same_frame(tmp_path: Path, ending: str) -> None:
    articles = both()
    before = articles.copy(deep=True)
    path = write_articles(articles, tmp_path / f"articles.{ending}")
    again = read_articles(path)
    pd.testing.assert_frame_equal(again, articles)
    pd.testing.assert_frame_equal(articles, before)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_frame_too(tmp_path: Path, ending: str) -> None:
    path = write_articles(registry.empty("articles"), tmp_path / f"none.{ending}")
    again = read_articles(path)
    pd.testing.assert_frame_equal(again, registry.empty("articles"))


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])  # a workbook says when it was made
def test_writing_twice_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    one, two = (write_articles(both(), tmp_path / f"{n}.{ending}").read_bytes() for n in "ab")
    assert one == two


def test_columns_are_renamed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "id,title,body,outlet,rating\n7,Rain,It rained.,The Hindu,3\n", encoding="utf-8"
    )
    names = {"id": "article_id", "title": "headline", "body": "text", "outlet": "publisher"}
    row = read_articles(path, columns=names).iloc[0]
    assert row[["article_id", "headline", "text", "publisher", "rating"]].to_list() == [
        "7",
        "Rain",
        "It rained.",
        "The Hindu",
        "3",
    ]
    assert row["format"] == "csv"


def test_a_frame_is_a_table(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"text": ["It rained.", "It\u00a0poured."], "label": [1, 2]}, index=["x", "y"]
    )
    before = frame.copy(deep=True)
    articles = read_articles(frame)
    assert articles["article_id"].to_list() == ["x", "y"]
    assert articles["text"].to_list() == ["It rained.", "It poured."]
    assert articles["label"].to_list() == [1, 2]
    assert list(articles.columns) == [*registry.empty("articles").columns, "label"]
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize(
    ("value", "instant", "local", "precision"),
    [
        ("2024-11-30", None, "2024-11-30", "day"),
        ("2024-11-30T07:53:00+05:30", "2024-11-30 02:23", "2024-11-30 07:53", "minute"),
        ("2024-11-30 07:53", None, "2024-11-30 07:53", "minute"),
        ("Nov. 30, 2024, 7:53 p.m. GMT", "2024-11-30 19:53", "2024-11-30 19:53", "minute"),
        (
            pd.Timestamp("2024-11-30 07:53", tz="UTC"),
            "2024-11-30 07:53",
            "2024-11-30 07:53",
            "minute",
        ),
        (pd.Timestamp("2024-11-30 07:53").to_pydatetime().date(), None, "2024-11-30", "day"),
    ],
)
def test_times_in_a_table(value: object, instant: str | None, local: str, precision: str) -> None:
    frame = pd.DataFrame({"text": ["It rained."], "published": pd.Series([value], dtype="object")})
    row = read_articles(frame).iloc[0]
    assert (
        pd.isna(row["published"])
        if instant is None
        else row["published"] == pd.Timestamp(instant, tz="UTC")
    )
    assert row["published_local"] == pd.Timestamp(local)
    assert row["published_precision"] == precision


def test_a_given_zone_completes_times_in_a_table() -> None:
    frame = pd.DataFrame({"text": ["It rained."], "published": ["2024-11-30 07:53"]})
    row = read_articles(frame, timezone="Asia/Kolkata").iloc[0]
    assert row["published"] == pd.Timestamp("2024-11-30 02:23", tz="UTC")
    assert (row["timezone"], row["timezone_source"]) == ("Asia/Kolkata", "given")


def test_a_column_of_instants_is_taken_as_it_is() -> None:
    frame = pd.DataFrame(
        {"text": ["a.", "b."], "published": pd.to_datetime(["2024-11-30T07:53Z", None], utc=True)}
    )
    assert read_articles(frame)["published"].isna().to_list() == [False, True]


def test_a_time_that_cannot_be_read_is_a_warning_not_a_guess() -> None:
    row = read_articles(
        pd.DataFrame({"text": ["It rained."], "published": ["last Tuesday or so"]})
    ).iloc[0]
    assert pd.isna(row["published"])
    assert row["warnings"] == ["published 'last Tuesday or so' could not be read as a time"]


@pytest.mark.parametrize(
    ("value", "listed"),
    [("A; B", ["A", "B"]), ('["A", "B"]', ["A", "B"]), (["A"], ["A"]), (None, [])],
)
def test_lists_in_a_table(value: object, listed: list[str]) -> None:
    frame = pd.DataFrame({"text": ["It rained."], "authors": pd.Series([value], dtype="object")})
    assert read_articles(frame)["authors"][0] == listed


@pytest.mark.parametrize("text", [None, float("nan"), pd.NA, "", "  \n\u00a0"])
def test_missing_text_is_a_row_with_an_error(text: object) -> None:
    frame = pd.DataFrame(
        {"text": pd.Series([text, "It rained."], dtype="object"), "headline": ["a", "b"]}
    )
    articles = read_articles(frame)
    assert articles["text"].isna().to_list() == [True, False]
    assert articles["error"][0] == "The row has no text."
    assert articles["headline"][0] == "a"


def test_a_text_over_the_limit_is_a_row_with_an_error() -> None:
    articles = read_articles(pd.DataFrame({"text": ["a" * (MAX_ARTICLE + 1), "It rained."]}))
    assert "the limit for one article is 10,000,000" in articles["error"][0]
    assert articles["text"].isna().to_list() == [True, False]


@pytest.mark.parametrize(
    ("frame", "columns", "message"),
    [
        (
            pd.DataFrame({"rating": ["a"]}),
            None,
            "no column 'text'. Its columns: rating. Say which column",
        ),
        (pd.DataFrame(), None, "no column 'text'. Its columns: none"),
        (
            pd.DataFrame({"text": ["a"]}),
            {"titel": "headline"},
            "has no column 'titel'. Its columns: text. columns= must name",
        ),
        (
            pd.DataFrame({"text": ["a", "b"], "article_id": [1, 1]}),
            None,
            "article_id '1' stands for more than one",
        ),
    ],
)
def test_frames_that_are_no_articles(
    frame: pd.DataFrame, columns: dict[str, str] | None, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_articles(frame, columns=columns)


@pytest.mark.parametrize(
    ("path", "message"),
    [("a.txt", "path ends in '.txt'; expected .csv, .jsonl, .parquet or .xlsx"), ("a", "path ends in ''")],
)
def test_writing_other_endings(tmp_path: Path, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        write_articles(load_example(), tmp_path / path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_writing_where_there_is_no_folder(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ReadError, match="could not be written"):
        write_articles(load_example(), tmp_path / "no" / f"a.{ending}")


def test_writing_what_is_no_frame(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="articles is list; expected a DataFrame"):
        write_articles(["a"], tmp_path / "a.csv")  # type: ignore[arg-type]


def test_parquet_without_pyarrow_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_articles(load_example(), tmp_path / "a.parquet")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"python -m pip install pyarrow"):
        read_articles(path)
    with pytest.raises(MissingExtraError, match=r"python -m pip install pyarrow"):
        write_articles(load_example(), path)
