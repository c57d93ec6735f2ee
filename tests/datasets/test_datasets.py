"""Data sets and what programs write, field by field: invented articles in the true layouts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import ReadError
from tests.datasets import files
from tests.datasets.files import FERRY, STORM

LISTED = "no column of texts"
BOTH = ["Ann Bell", "Karl Moor"]
ANN = ["Ann Bell"]

# A name of files.py -> for each article the cells it must have; `day` is that of publication.
EXPECTED: dict[str, list[dict[str, Any]]] = {
    "ALL_THE_NEWS": [
        {
            "article_id": "17283",
            "headline": "Ferry sails again",
            "publisher": "New York Times",
            "authors": BOTH,
            "day": "2016-03-06",
            "text": FERRY,
        },
        {
            "article_id": "17284",
            "headline": "Storm - a report",
            "publisher": "Breitbart",
            "authors": [],
            "day": "2016-03-07",
            "text": STORM,
        },
    ],
    "CNN_DAILYMAIL": [
        {
            "headline": None,
            "byline": "By Ann Bell",
            "authors": ANN,
            "day": "2013-03-06",
            "updated_text": "11:15 EST, 7 March 2013",
            "text": FERRY,
        },
        {
            "headline": None,
            "byline": None,
            "day": None,
            "dateline": "DULLPORT, England",
            "text": f"DULLPORT, England (CNN) -- {STORM}",
        },
    ],
    "NELA": [
        {
            "headline": "Ferry sails",
            "publisher": "harborpost",
            "authors": ANN,
            "day": "2020-03-06",
            "warned": "'@ @ @'",
        },
        {
            "headline": "Storm",
            "publisher": "harborpost",
            "authors": [],
            "day": "2020-03-07",
            "url": None,
            "warned": None,
            "text": STORM,
        },
    ],
    "CC_NEWS": [
        {
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "standfirst": "It sails again.",
            "day": "2018-03-06",
            "text": FERRY,
        },
        {
            "headline": "Storm",
            "publisher": "harbor.example",
            "day": None,
            "url": "https://www.harbor.example/2",
            "text": STORM,
        },
    ],
    "MEDIA_CLOUD": [
        {
            "article_id": "ab01",
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "day": "2026-03-06",
            "text": None,
            "warned": LISTED,
        },
        {"headline": "Sturm", "publisher": "hafen.example", "day": None, "language": "de", "text": None},
    ],
    "WAYBACK_LIST": [
        {
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "day": "2026-03-06",
            "captured": "2026-03-06 12:00:00+00:00",
        },
        {"headline": "Storm", "day": "2026-03-07", "captured": "2026-03-09 12:00:00+00:00", "text": None},
    ],
    "EXPLORER": [
        {
            "article_id": "700100",
            "headline": "Ferry sails",
            "publisher": "Harbor Post",
            "day": "2018-03-06",
            "language": "en",
        },
        {"article_id": "700101", "headline": "Storm", "day": None, "warned": "'undateable' could not be read"},
    ],
    "GKG": [
        {
            "headline": "Ferry & pier",
            "authors": BOTH,
            "publisher": "harbor.example",
            "day": "2026-03-06",
            "url": "https://harbor.example/1",
            "warned": "batch",
        },
        {
            "headline": None,
            "publisher": "harbor.example",
            "day": "2026-03-06",
            "url": "https://harbor.example/2",
            "text": None,
        },
    ],
    "GDELT_DOC": [
        {
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "day": "2026-03-06",
            "language": "en",
            "warned": LISTED,
        },
        {"headline": "Sturm", "publisher": "hafen.example", "day": "2026-03-07", "language": "de"},
    ],
    "MIND": [
        {
            "article_id": "N1001",
            "headline": 'Ferry "Anna" sails',
            "section": "news",
            "standfirst": "It sails again.",
            "warned": "no names of columns",
        },
        {
            "article_id": "N1002",
            "headline": '"Storm',
            "section": "sports",
            "standfirst": None,
            "url": "https://assets.example/b.html",
        },
    ],
    "NEWS_CATEGORY": [
        {
            "headline": "Ferry sails",
            "section": "WORLD NEWS",
            "authors": BOTH,
            "standfirst": "It sails again.",
            "day": "2022-09-23",
            "text": None,
        },
        {
            "headline": "Storm",
            "section": "COMEDY",
            "authors": [],
            "day": "2022-09-24",
            "url": "https://harbor.example/2",
        },
    ],
    "REUTERS": [
        {
            "archive_id": "1",
            "headline": "FERRY <SAIL> SAILS AGAIN",
            "publisher": "Reuters",
            "authors": ANN,
            "day": "1987-03-03",
            "dateline": "DULLPORT",
            "tags": ["cocoa", "ship"],
            "text": "The ferry sailed at dawn, and nobody cheered.\n\nIt cost 5 mln dlrs, a café owner said.",
        },
        {"archive_id": "2", "headline": "HARBOR SHUT BY STORM", "day": "1987-03-13", "text": "Blah blah."},
        {
            "archive_id": "3",
            "headline": None,
            "day": "1987-03-31",
            "text": "SHIP TIME\n\nSAIL 10:05",
            "warned": "as a table",
        },
    ],
    "GUARDIAN": [
        {
            "headline": "Ferry sails at last",
            "section": "World news",
            "standfirst": "It sails again",
            "authors": BOTH,
            "day": "2026-03-06",
            "text": FERRY,
        },
        {
            "headline": "Storm",
            "authors": [],
            "day": "2026-03-07",
            "url": "https://www.theguardian.example/world/2026/mar/07/storm",
            "text": STORM,
        },
    ],
    "GUARDIAN_LIST": [
        {"headline": "Ferry sails", "section": "World news", "day": "2026-03-06", "text": None, "warned": LISTED},
        {"headline": "Storm", "day": "2026-03-07", "text": None},
    ],
    "NYT_SEARCH": [
        {
            "headline": "Ferry Sails Again",
            "publisher": "The New York Times",
            "section": "New York",
            "byline": "By Ann Bell and Karl Moor",
            "authors": BOTH,
            "standfirst": "It sails again, says the council.",
            "tags": ["Ferries"],
            "url": "https://www.nytimes.example/2026/03/06/ferry.html",
            "text": None,
        },
        {
            "headline": "STORM",
            "byline": None,
            "authors": [],
            "url": "www.nytimes.example/1926/03/07/storm.html",
            "text": None,
        },
    ],
    "NYT_TOP": [
        {
            "headline": "Ferry Sails",
            "section": "us",
            "authors": ANN,
            "tags": ["Ferries", "Harbors"],
            "day": "2026-03-06",
            "url": "https://www.nytimes.example/1",
        },
        {
            "headline": "Storm",
            "authors": [],
            "day": "2026-03-07",
            "updated_text": "2026-03-07T11:05:00-05:00",
            "standfirst": None,
        },
    ],
    "NEWSAPI": [
        {"headline": "Ferry sails", "publisher": "CNN", "authors": ANN, "day": "2026-03-06", "warned": "has cut it"},
        {
            "headline": "Storm",
            "publisher": "Harbor.example",
            "day": "2026-03-07",
            "text": None,
            "warned": "a headline and no text",
        },
    ],
    "DOW_JONES": [
        {
            "headline": "Ferry sails",
            "publisher": "The Harbor Post",
            "authors": ANN,
            "published": "2026-03-06 10:05:00+00:00",
            "archive_id": "HARPO00020260306em3600001",
            "section": "News",
            "language": "en",
            "text": f"A lamp had gone out.\n\n{FERRY}",
        },
        {
            "headline": "March 5, 2002: Sturm",
            "publisher": "The Harbor Post",
            "authors": [],
            "day": "2026-03-07",
            "language": "de",
            "text": STORM,
        },
        {"headline": None, "publisher": "Agence X", "authors": [], "day": "2026-03-08", "text": "It sank."},
    ],
    "EVENT_REGISTRY": [
        {
            "headline": "Ferry sails",
            "publisher": "Harbor Post",
            "authors": ANN,
            "published": "2026-03-06 09:58:00+00:00",
            "language": "en",
            "text": FERRY,
        },
        {
            "headline": "Sturm",
            "publisher": "Hafenblatt",
            "authors": [],
            "day": "2026-03-07",
            "language": "de",
            "text": STORM,
        },
    ],
    "WEBZ": [
        {
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "section": "World",
            "published": "2026-03-06 08:05:00+00:00",
            "language": "en",
        },
        {
            "headline": "Storm",
            "publisher": "news.harbor.example",
            "section": None,
            "day": "2026-03-07",
            "language": "de",
            "text": STORM,
        },
    ],
    "JSON_FEED": [
        {"headline": "Ferry sails", "authors": ANN, "day": "2026-03-06", "tags": ["ferries"], "text": FERRY},
        {"headline": None, "authors": [], "day": "2026-03-07", "url": "https://harbor.example/2", "text": STORM},
    ],
    "NEWS_PLEASE": [
        {
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "authors": BOTH,
            "day": "2026-03-06",
            "updated_text": None,
            "warned": None,
            "text": FERRY,
        }
    ],
    "TRAFILATURA": [
        {
            "headline": "Ferry sails",
            "publisher": "Harbor Post",
            "url": "https://harbor.example/1",
            "authors": BOTH,
            "section": "World",
            "standfirst": "It sails again.",
            "tags": ["ferries", "pier"],
            "day": "2026-03-06",
            "text": FERRY,
        },
        {
            "headline": "Storm",
            "publisher": "Harbor Post",
            "url": "https://harbor.example/2",
            "authors": [],
            "day": None,
            "text": STORM,
        },
    ],
    "TRAFILATURA_CSV": [
        {
            "headline": "Ferry sails",
            "publisher": "harbor.example",
            "url": "https://harbor.example/1",
            "day": "2026-03-06",
            "text": FERRY,
        },
        {"headline": "Storm", "day": None, "url": "https://harbor.example/2", "text": STORM},
    ],
    "TRAFILATURA_XML": [
        {
            "headline": "Ferry & pier",
            "publisher": "Harbor Post",
            "url": "https://harbor.example/1",
            "authors": BOTH,
            "day": "2026-03-06",
            "language": "en",
            "tags": ["ferries", "pier"],
            "byline": None,
            "text": "The ferry sailed, and nobody cheered.\n\nIt was cold.\n\nOne boat\n\nTwo men",
        }
    ],
    "TRAFILATURA_TEI": [
        {
            "headline": "Ferry sails",
            "publisher": "Harbor Post",
            "url": "https://harbor.example/1",
            "authors": BOTH,
            "day": "2026-03-06",
            "section": "World",
            "standfirst": "It sails again.",
            "tags": ["ferries", "pier"],
            "text": "The ferry sailed.\n\nIt was cold.",
        }
    ],
    "FUNDUS": [
        {
            "headline": "Ferry sails",
            "standfirst": "It sails again.",
            "authors": ANN,
            "published": "2026-03-06 07:00:00+00:00",
            "tags": ["Ferries", "Pier"],
            "text": FERRY,
        },
        {
            "headline": "Storm",
            "standfirst": None,
            "authors": [],
            "day": None,
            "subheads": ["Shut"],
            "subhead_before": [0],
            "text": STORM,
        },
    ],
    "NEWSPAPER4K": [
        {
            "headline": "Ferry sails",
            "publisher": "Harbor Post",
            "standfirst": "It sails again.",
            "authors": ANN,
            "day": "2026-03-06",
            "tags": [],
            "text": FERRY,
        },
        {
            "headline": "Storm",
            "publisher": None,
            "authors": [],
            "day": None,
            "url": "https://harbor.example/2",
            "text": STORM,
        },
    ],
    "MINET": [
        {
            "headline": "Ferry sails",
            "publisher": "Harbor Post",
            "authors": BOTH,
            "section": "World",
            "tags": ["ferries", "pier"],
            "day": "2026-03-06",
            "text": FERRY,
        },
        {"headline": None, "url": "https://harbor.example/2", "error": "The row has no text."},
    ],
}


def cell(row: pd.Series, name: str) -> Any:
    if name == "warned":
        return " / ".join(row["warnings"]) or None

    found = row["published_local" if name == "day" else name]
    if isinstance(found, list):
        return found

    if pd.isna(found):
        return None

    return str(found.date()) if name == "day" else str(found)


def check(articles: pd.DataFrame, expected: list[dict[str, Any]]) -> None:
    assert len(articles) == len(expected)
    for (_, row), cells in zip(articles.iterrows(), expected, strict=True):
        whole = {"error": None} | cells
        for name, value in whole.items():
            found = cell(row, name)
            is_part = name == "warned" and value is not None
            assert value in (found or "") if is_part else found == value, (name, found, value)


EXPECTED["DOW_JONES_CSV"] = EXPECTED["DOW_JONES"]


@pytest.mark.parametrize("name", EXPECTED)
def test_data_sets_and_programs(name: str) -> None:
    check(nk.read_articles(getattr(files, name)), EXPECTED[name])


def test_a_sqlite_file(tmp_path: Path) -> None:
    path = files.nela_sqlite(tmp_path / "nela.db")
    expected = [EXPECTED["NELA"][0], EXPECTED["NELA"][1] | {"warned": "from the table 'newsdata', not from 'tweet'"}]
    check(nk.read_articles(path), expected)
    check(nk.read_articles(path.read_bytes()), expected)
    (tmp_path / "none.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 500)
    with pytest.raises(ReadError, match="SQLite"):
        nk.read_articles(tmp_path / "none.db")


def test_a_mapping_is_shown_and_overruled() -> None:
    articles = nk.read_articles(files.WEBZ, columns={"thread.site": "publisher"})
    assert articles["publisher"].tolist() == ["harbor.example"] * 2
    found = nk.provenance(articles).set_index(["article_id", "field"])["found"]
    assert found["u1", "publisher"] == "table:thread.site"


def test_the_outlet_of_an_address() -> None:
    listed = files.guardian(
        {
            "id": "a",
            "webTitle": "Ferry",
            "webUrl": "https://www.theguardian.com/a",
            "webPublicationDate": "2026-03-06T10:05:00Z",
        }
    )
    articles = nk.read_articles(listed)
    assert articles.loc[0, "publisher"] == "The Guardian"
    assert json.loads(articles.loc[0, "provenance"])["publisher"] == "rule:address"
    assert nk.read_articles(listed, publisher="The Observer").loc[0, "publisher"] == "The Observer"


def test_pages_of_an_api_one_behind_the_other() -> None:
    comment = b"// https://content.example/search?api-key=secret\n"
    for between in (b"\n", b""):
        articles = nk.read_articles(
            comment + files.GUARDIAN + between + files.guardian({"fields": {"headline": "Rain"}})
        )
        assert articles["headline"].tolist() == ["Ferry sails at last", "Storm", "Rain"]
        assert "comment" in articles.loc[0, "warnings"][0]
        assert "secret" not in articles.to_json(date_format="iso")


def test_a_second_page_that_is_cut_off() -> None:
    articles = nk.read_articles(files.NEWSAPI + b"\n" + files.NEWSAPI[:200])
    assert articles["headline"].tolist()[:2] == ["Ferry sails", "Storm"]
    assert "not JSON from line 2 on" in articles.loc[2, "error"]


def test_midnights_in_utc_are_days() -> None:
    docs = [
        {"headline": {"main": f"Ferry {day}"}, "pub_date": f"1926-03-0{day}T00:00:00Z", "source": "The New York Times"}
        for day in (6, 7)
    ]
    articles = nk.read_articles(files.packed({"response": {"docs": docs}}))
    assert articles["published_local"].astype(str).tolist() == ["1926-03-06", "1926-03-07"]
    assert articles["published_precision"].tolist() == ["day", "day"]


def test_a_table_whose_texts_are_all_empty() -> None:
    rows = [{"title": "Ferry sails", "content": ""}, {"title": "Storm", "content": ""}]
    articles = nk.read_articles(files.table(*rows))
    assert articles["error"].isna().all()
    assert LISTED in articles.loc[0, "warnings"][0]


def test_lines_without_names_that_are_cut_off() -> None:
    articles = nk.read_articles(files.GKG + b"20260306101500-3\t20260306101500\t1\n")
    assert articles["error"].isna().tolist() == [True, True, False]
    assert "Line 3 has 3 cells; the others have 27" in articles.loc[2, "error"]


def test_sgml_that_is_cut_off() -> None:
    articles = nk.read_articles(files.REUTERS[:-300])
    assert articles["error"].isna().tolist() == [True, False]
    assert "breaks off in this article" in articles.loc[1, "error"]


def test_xml_that_is_cut_off_and_several_pages() -> None:
    articles = nk.read_articles(files.TRAFILATURA_XML * 2 + files.TRAFILATURA_XML[:300])
    assert articles["headline"].tolist()[:2] == ["Ferry & pier", "Ferry & pier"]
    assert "breaks off or is damaged" in articles["error"].tolist()[-1]
