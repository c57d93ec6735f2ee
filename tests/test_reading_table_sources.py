"""Tables wherever they come from: ZIPs, bytes, files with another ending, frames that functions are given."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import ReadError
from newskit.reading import limits, read_articles
from newskit.timestamps.moment_columns import DTYPES
from tests.table_kinds import FERRY, STORM, book

ROWS = [["title", "body"], ["Ferry sails", FERRY], ["Storm closes harbor", STORM]]
RECORDS = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]
FRAME = pd.DataFrame(RECORDS)


def parquet() -> bytes:
    content = io.BytesIO()
    FRAME.to_parquet(content, index=False)
    return content.getvalue()


FORMS = {
    "csv": lambda: FRAME.to_csv(index=False).encode(),
    "tsv": lambda: FRAME.to_csv(index=False, sep="\t").encode("utf-16"),
    "json": lambda: json.dumps({"articles": RECORDS}).encode(),
    "jsonl": lambda: "\n".join(map(json.dumps, RECORDS)).encode(),
    "xlsx": lambda: book(ROWS),
    "parquet": parquet,
}


@pytest.mark.parametrize("form", FORMS)
def test_tables_in_a_zip(tmp_path: Path, form: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(f"export/table.{form}", FORMS[form]())
    articles = read_articles(tmp_path / "a.zip", progress=False)
    assert articles["headline"].to_list() == ["Ferry sails", "Storm closes harbor"]
    assert articles["text"].to_list() == [FERRY, STORM]
    assert articles["source"].to_list() == [f"a.zip/export/table.{form}"] * 2


@pytest.mark.parametrize("form", FORMS)
def test_tables_as_bytes_are_recognized(form: str) -> None:
    articles = read_articles(FORMS[form]())
    assert articles["text"].to_list() == [FERRY, STORM]
    assert articles["article_id"].to_list() == ["bytes-0-0", "bytes-0-1"]


def test_a_text_in_bytes_is_no_table() -> None:
    for text in ("Title, text\n\nIt rained.", '["Rain", she said.]\n\nIt rained.', "{x} is a\n\nIt rained."):
        assert read_articles(text.encode()).loc[0, "format"] == "text"


def test_what_excel_saves_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FRAME.to_csv(index=False, sep="\t", lineterminator="\r\n").encode("utf-16"))
    assert read_articles(tmp_path / "a.txt")["text"].to_list() == [FERRY, STORM]
    (tmp_path / "a.txt").write_text("Ferry sails\tagain\n\nIt sailed.", encoding="utf-8")
    assert read_articles(tmp_path / "a.txt").loc[0, "format"] == "text"


def test_a_table_in_a_zip_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newskit.reading.file.MAX_TABLE", 200)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", FORMS["csv"]())
    assert "more than 200 bytes; that is the limit" in read_articles(tmp_path / "a.zip", progress=False).loc[0, "error"]
    with pytest.raises(ReadError, match="limit for a table in memory is 200"):
        read_articles(FORMS["csv"]())
    assert limits.MAX_TABLE > limits.MAX_ARTICLE


def test_times_of_a_frame_are_read_by_all_functions() -> None:
    frame = pd.DataFrame(
        {
            "Text": ["It rained on Friday.", "It poured on Friday.", "It hailed."],
            "date": ["5/6/2024 2:30 PM", "6/5/2024 14:30", "soon"],
            "publication": ["The New York Times", "BBC News", "BBC News"],
        }
    )
    before = frame.copy(deep=True)
    articles = nk.analyze(frame, only=["timeline"]).articles
    read = read_articles(frame)
    for name in (*(f"published{part}" for part in DTYPES), "timezone", "timezone_source"):
        pd.testing.assert_series_equal(articles[name], read[name])
    assert articles["published"].map(str).to_list()[:2] == ["2024-05-06 18:30:00+00:00", "2024-05-06 13:30:00+00:00"]
    assert articles["warnings"].to_list() == [[], [], ["published 'soon' could not be read as a time"]]
    assert articles["date"].to_list() == frame["date"].to_list()
    times = nk.timeline(frame)
    assert times.loc[times["kind"] == "mention", "timex_value"].to_list() == ["2024-05-03", "2024-05-03"]
    pd.testing.assert_frame_equal(frame, before)


def test_the_zone_in_a_name() -> None:
    frame = pd.DataFrame({"body": ["It rained."], "source": ["BBC News"], "post_date_gmt": ["2024-05-06 06:30:00"]})
    row = read_articles(frame).iloc[0]
    assert [str(row["published"]), str(row["published_local"])] == ["2024-05-06 06:30:00+00:00", "2024-05-06 07:30:00"]


def test_what_a_frame_states_beside_its_times() -> None:
    frame = pd.DataFrame({"text": ["a", "b"], "published_at": ["2024-05-06 07:30", None]})
    frame["timezone"] = ["Asia/Kolkata", None]
    checked = nk.analyze(frame, only=["timeline"]).articles
    assert str(checked["published"][0]) == "2024-05-06 02:00:00+00:00"
    assert checked["timezone"].isna().to_list() == [False, True]


def test_a_published_of_strings_is_read_beside_an_id_too() -> None:
    frame = pd.DataFrame({"article_id": ["a", "b"], "text": ["It rains today.", "It hails."]})
    frame["published"] = ["2024-05-03T10:00:00Z", "2024-05-06"]
    times = nk.timeline(frame)
    assert times.loc[times["text"] == "today", "timex_value"].tolist() == ["2024-05-03"]
    checked = nk.analyze(frame, only=["timeline"]).articles
    assert checked["published_precision"].tolist() == ["minute", "day"]
    assert nk.timeline(frame.assign(published=["soon", None]))["kind"].tolist() == ["mention"]
