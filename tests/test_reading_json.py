"""JSON files and JSON lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from newskit.errors import ReadError
from newskit.reading import read_articles

RAIN = {"title": "Rain", "body": "It rained."}
HAIL = {"title": "Hail", "body": "It hailed."}
FRAME = pd.DataFrame([RAIN, HAIL])


def read(folder: Path, content: Any, name: str = "a.json", **given: Any) -> pd.DataFrame:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_articles(path, progress=False, **given)


@pytest.mark.parametrize(
    "content",
    [
        [RAIN, HAIL],
        {"articles": [RAIN, HAIL]},
        {"status": "ok", "errors": [], "results": [RAIN, HAIL], "title": "A feed"},
        {"response": {"total": 2, "docs": [RAIN, HAIL]}},
        {"data": {"items": [RAIN, HAIL]}},
        {"x1": RAIN, "x2": HAIL},
        FRAME.to_json(),
        FRAME.to_json(orient="split"),
        FRAME.to_json(orient="records"),
        FRAME.to_json(orient="index"),
        FRAME.to_json(orient="table"),
        FRAME.to_json(orient="records", lines=True),
        {"title": ["Rain", "Hail"], "body": ["It rained.", "It hailed."]},
    ],
)
def test_a_list_of_articles_wherever_it_stands(tmp_path: Path, content: Any) -> None:
    articles = read(tmp_path, content)
    assert articles["text"].to_list() == ["It rained.", "It hailed."]
    assert articles["headline"].to_list() == ["Rain", "Hail"]
    assert articles["error"].isna().all()
    assert articles["format"].to_list() == ["json", "json"]


def test_one_article_has_the_name_of_its_file(tmp_path: Path) -> None:
    row = read(tmp_path, RAIN | {"images": [{"title": "A picture"}]}, "rain.json").iloc[0]
    assert row[["article_id", "headline", "text"]].to_list() == ["rain", "Rain", "It rained."]


def test_objects_in_objects(tmp_path: Path) -> None:
    found = {
        "response": {
            "results": [
                {
                    "webTitle": "Rain",
                    "webPublicationDate": "2024-05-06T07:30:00Z",
                    "source": {"id": None, "name": "The Pier"},
                    "fields": {"body": "<p>It rained.</p>", "byline": "Ann Lee and Bo Ek", "wordcount": 2},
                }
            ]
        }
    }
    row = read(tmp_path, found).iloc[0]
    assert row[["headline", "text", "publisher", "fields.wordcount"]].to_list() == ["Rain", "It rained.", "The Pier", 2]
    assert row["authors"] == ["Ann Lee", "Bo Ek"]
    assert str(row["published"]) == "2024-05-06 07:30:00+00:00"


def test_a_bad_line_is_a_row_with_an_error(tmp_path: Path) -> None:
    lines = ['{"text": "It rained."}', '{"text": "It', "", "5", '{"text": "It hailed."}']
    articles = read(tmp_path, "\n".join(lines), "a.jsonl")
    assert articles["text"].fillna("").to_list() == ["It rained.", "", "", "It hailed."]
    assert articles["error"][1].startswith("Line 2 is not JSON: ")
    assert articles["error"][2] == "Line 4 holds int; expected one JSON object per line."


def test_a_bad_entry_is_a_row_with_an_error(tmp_path: Path) -> None:
    articles = read(tmp_path, [RAIN, "Hail", HAIL])
    assert articles["error"].fillna("").to_list() == ["", "Entry 2 of the list holds str; expected a JSON object.", ""]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "The file is not JSON"),
        ("", "The file is not JSON"),
        ("[" * 200_000, "The file is not JSON"),
        ("[" * 900 + "]" * 900, "expected a list of articles"),
        ('{"a":' * 500 + "1" + "}" * 500, "expected a list of articles"),
        ("5", "The file holds int; expected a list of articles, or one article."),
        ("{}", "The file holds dict"),
        ("[]", "The file holds list"),
        ("[1, 2]", "The file holds list"),
        ('{"articles": []}', "The file holds dict"),
        ('[{"rating": 3}]', "no column 'text'. Its columns: rating"),
    ],
)
def test_what_holds_no_article(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(ReadError, match=r"a\.json") as caught:
        read(tmp_path, content, on_error="raise")
    assert why in str(caught.value)
