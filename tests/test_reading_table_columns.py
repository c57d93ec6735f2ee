"""Tables of other programs: columns known by name, and what their cells say."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit.column_names import match_columns
from newskit.errors import InputError, UnknownNameError
from newskit.reading import provenance, read_articles

BODY = "The ferry sailed at dawn. Nobody cheered."


def one(**cells: object) -> pd.Series:
    """The row of a frame with one row; of a column `body` unless it has other texts."""
    frame = pd.DataFrame({name: pd.Series([cell], dtype="object") for name, cell in cells.items()})
    return read_articles(frame if "text" in cells else frame.assign(body=BODY)).iloc[0]


@pytest.mark.parametrize(
    "name", ["text", "Text", "content", "BODY", "article", "full_text", "fullText", "Article Body", "news.content",
             "post-text", "maintext"],
)  # fmt: skip
def test_texts_are_known_by_name(name: str) -> None:
    articles = read_articles(pd.DataFrame({name: [BODY], "rating": [3]}))
    assert articles.loc[0, ["text", "rating"]].to_list() == [BODY, 3]


@pytest.mark.parametrize(
    ("name", "cell", "column"),
    [
        ("title", "Rain", "headline"),
        ("Heading", "Rain", "headline"),
        ("news_title", "Rain", "headline"),
        ("publication", "The Pier", "publisher"),
        ("Source", "The Pier", "publisher"),
        ("outlet", "The Pier", "publisher"),
        ("domain", "thepier.example", "publisher"),
        ("link", "https://a.example/b", "url"),
        ("id", "x7", "article_id"),
        ("category", "Sport", "section"),
        ("lead", "It rained.", "standfirst"),
    ],
)
def test_other_columns_are_known_by_name(name: str, cell: str, column: str) -> None:
    row = one(**{name: cell})
    assert row[column] == cell
    assert f'"{column}": "table:{name}"' in row["provenance"]


@pytest.mark.parametrize(
    "name", ["date", "Date", "pub_date", "pubDate", "published_at", "publishedAt", "Publication date", "date_publish"]
)
def test_days_are_known_by_name(name: str) -> None:
    assert str(one(**{name: "2024-05-06"})["published_local"]) == "2024-05-06 00:00:00"


def test_provenance_shows_the_columns() -> None:
    found = provenance(read_articles(pd.DataFrame({"Content": [BODY], "Title": ["Rain"], "x": [1]})))
    assert found[["field", "found", "value"]].to_numpy().tolist() == [
        ["headline", "table:Title", "Rain"],
        ["text", "table:Content", BODY],
    ]


def test_a_word_that_all_names_begin_with() -> None:
    names = match_columns(pd.DataFrame(columns=["nyt_title", "nyt_body", "nyt_date"]))
    assert list(names.values()) == ["headline", "text", "published"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("article", [1, 2]),
        ("content", ["https://a.example/1", "https://a.example/2"]),
        ("source", ["a.txt", "b.txt"]),
        ("id", [1, 1]),
        ("author", [17, 18]),
        ("link", ["yes", "no"]),
        ("image_url", ["a.png", "b.png"]),
    ],
)
def test_a_name_is_no_proof(name: str, cells: list[object]) -> None:
    articles = read_articles(pd.DataFrame({"text": ["It rained.", "It poured."], name: cells}))
    assert articles["provenance"].isna().all()
    assert articles["article_id"].to_list() == ["0", "1"]


def test_a_source_of_addresses_is_the_url() -> None:
    articles = read_articles(pd.DataFrame({"text": ["It rained."], "source": ["https://a.example/1"]}))
    assert articles.loc[0, "url"] == "https://a.example/1"
    assert pd.isna(articles.loc[0, "publisher"])


def test_the_longest_of_several_texts_is_meant_and_it_is_said() -> None:
    row = one(content="It rained. [+40 chars]", full_text="It rained. " * 9, body="Rain")
    assert row["text"] == ("It rained. " * 9)
    assert row["warnings"] == [
        "the text is that of the column 'full_text', not of 'body', 'content': columns= says otherwise"
    ]


def test_what_the_user_says_goes_first() -> None:
    frame = pd.DataFrame({"text": ["a b"], "body": ["c d"], "title": ["T"], "kop": ["K"]})
    row = read_articles(frame, columns={"body": "text", "kop": "headline"}).iloc[0]
    assert row[["text", "headline", "title"]].to_list() == ["c d", "K", "T"]


def test_columns_must_be_those_of_articles() -> None:
    with pytest.raises(UnknownNameError, match=r"no column of articles named 'tekst'\. Did you mean 'text'"):
        read_articles(pd.DataFrame({"body": ["a"]}), columns={"body": "tekst"})


def test_an_unknown_column_of_texts_is_pointed_out() -> None:
    frame = pd.DataFrame({"title": ["T"], "corpo": ["It rained. " * 30]})
    with pytest.raises(InputError, match=r"columns=\{'corpo': 'text'\}"):
        read_articles(frame)


def test_a_table_of_headlines_is_read_with_a_warning() -> None:
    articles = read_articles(pd.DataFrame({"title": ["Rain", "Hail"], "date": ["2024-05-06"] * 2}))
    assert articles["headline"].to_list() == ["Rain", "Hail"]
    assert articles[["text", "error"]].isna().all(axis=None)
    assert "columns={'title': 'text'}" in articles["warnings"][0][0]


def test_a_name_twice_in_a_frame() -> None:
    frame = pd.DataFrame([["a b", "T", "U"]], columns=["text", "title", "title"])
    assert read_articles(frame).loc[0, ["headline", "title.1"]].to_list() == ["T", "U"]


def test_functions_know_the_columns_too() -> None:
    frame = pd.DataFrame({"Content": ["It rained. It poured."], "Title": ["Rain"], "id": ["x7"], "Date": ["2024"]})
    before = frame.copy(deep=True)
    assert nk.sentences(frame)["article_id"].unique().tolist() == ["x7"]
    assert len(nk.sentences(frame)) >= 2
    pd.testing.assert_frame_equal(frame, before)
    with pytest.raises(InputError, match=r"no column 'text'\. Its columns: corpo"):
        nk.sentences(pd.DataFrame({"corpo": ["It rained."]}))


def test_ids_of_several_files_that_count_from_one(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(f"id,text\n1,It rained.\n{name},It poured.\n", encoding="utf-8")
    assert read_articles(tmp_path, progress=False)["article_id"].to_list() == ["a-1", "a", "b-1", "b"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("By Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee; Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("['Ann Lee', 'Bo Ek']", ["Ann Lee", "Bo Ek"]),
        ("['Ann Lee' 'Bo Ek']", ["Ann Lee", "Bo Ek"]),
        ('["Ann Lee", "Bo Ek"]', ["Ann Lee", "Bo Ek"]),
        (["By Ann Lee", "Bo Ek"], ["Ann Lee", "Bo Ek"]),
        ([{"name": "Ann Lee"}, {"name": "Bo Ek"}], ["Ann Lee", "Bo Ek"]),
        ("Lee, Ann; Ek, Bo", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee, Political Editor", ["Ann Lee"]),
        ("Reuters", []),
        ("Ann Lee and Reuters", ["Ann Lee"]),
        ("Ann Lee North of England editor", ["Ann Lee"]),
        ("https://www.facebook.com/harborpost", []),
        (["Ann Lee", "View All Posts", "Sports desk"], ["Ann Lee"]),
        ("[]", []),
        (None, []),
    ],
)
@pytest.mark.parametrize("name", ["author", "authors", "Writer"])
def test_authors(name: str, cell: object, names: list[str]) -> None:
    assert one(**{name: cell})["authors"] == names


def test_the_names_in_a_byline_where_there_is_no_column_of_authors() -> None:
    row = one(byline="By Ann Lee, Political Editor")
    assert row[["byline", "authors"]].to_list() == ["By Ann Lee, Political Editor", ["Ann Lee"]]
    assert one(byline="By Ann Lee", author="Bo Ek")["authors"] == ["Bo Ek"]


@pytest.mark.parametrize(
    ("cell", "instant", "local", "zone"),
    [
        ("Mon, 06 May 2024 07:30:00 +0000", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("Mon, 06 May 2024 07:30:00 EST", "2024-05-06 12:30", "2024-05-06 07:30", "-05:00"),
        ("6 May 2024 07:30 GMT", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("2024-05-06T07:30:00Z", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("2024-05-06T07:30:00.000+05:30", "2024-05-06 02:00", "2024-05-06 07:30", "+05:30"),
        (1714980600, "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("1714980600", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("1714980600.0", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        (1714980600000, "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        (1714980600000.0, "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("20240506T073000Z", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("20240506073000", None, "2024-05-06 07:30", None),
        (20240506073000, None, "2024-05-06 07:30", None),
        ("20240506", None, "2024-05-06", None),
        (20240506, None, "2024-05-06", None),
        (pd.Timestamp("2024-05-06 07:30:00.000000001"), None, "2024-05-06 07:30", None),
        ("6-May-24", None, "2024-05-06", None),
        (45418, None, "2024-05-06", None),
        ("45418.3125", None, "2024-05-06 07:30", None),
        ("Mon May 06 07:30:00 +0000 2024", "2024-05-06 07:30", "2024-05-06 07:30", "UTC"),
        ("Mon May  6 07:30:00 2024", None, "2024-05-06 07:30", None),
    ],
)
def test_times_of_machines(cell: object, instant: str | None, local: str, zone: str | None) -> None:
    row = one(date=cell)
    assert (None if pd.isna(row["published"]) else str(row["published"])[:16]) == instant
    assert str(row["published_local"])[: len(local)] == local
    assert (None if pd.isna(row["timezone"]) else row["timezone"]) == zone
    assert row["warnings"] == []


@pytest.mark.parametrize("cell", [2024, "2024", 25418.3, True, "1e999", -5, 10**30, "Mon, 31 Feb 2024 07:30:00 +0000"])
def test_what_is_no_time_is_a_warning(cell: object) -> None:
    row = one(date=cell)
    assert pd.isna(row["published_local"])
    assert "could not be read as a time" in row["warnings"][0]


def test_the_publisher_of_a_row_decides_its_zone_and_order() -> None:
    frame = pd.DataFrame(
        {
            "text": ["a.", "b.", "c.", "d."],
            "source": ["BBC News", "The New York Times", "Nobody Knows", None],
            "published": ["06/01/2026 9:05 pm"] * 4,
        }
    )
    articles = read_articles(frame, publisher="The Hindu")
    assert articles["published_local"].map(str).str[:10].to_list() == ["2026-01-06", "2026-06-01", "NaT", "2026-01-06"]
    assert articles["timezone"].fillna("").to_list() == ["Europe/London", "America/New_York", "", "Asia/Kolkata"]
    assert articles["publisher"][3] == "The Hindu"
    told = read_articles(frame, timezone="Asia/Tokyo")
    assert set(told["timezone"]) == {"Asia/Tokyo"}


def test_an_outlet_of_ones_own() -> None:
    outlets = pd.DataFrame({"domain": ["pier.example"], "name": ["The Pier"], "zone": ["Asia/Tokyo"]})
    frame = pd.DataFrame({"text": ["a."], "outlet": ["The Pier"], "date": ["2024-05-06 07:30"]})
    assert str(read_articles(frame, outlets=outlets)["published"][0])[:16] == "2024-05-05 22:30"


def test_a_column_shows_which_way_round_its_days_are() -> None:
    days = read_articles(pd.DataFrame({"text": ["a.", "b."], "date": ["05/06/2024", "25/06/2024"]}))
    assert days["published_local"].dt.month.to_list() == [6, 6]
    months = read_articles(pd.DataFrame({"text": ["a.", "b."], "date": ["05/06/2024", "06/25/2024"]}))
    assert months["published_local"].dt.month.to_list() == [5, 6]
    both = read_articles(pd.DataFrame({"text": ["a.", "b."], "date": ["13/06/2024", "06/25/2024"]}))
    assert both["published_local"].dt.month.to_list() == [6, 6]


@pytest.mark.parametrize("days", [["2024-05-06 00:00:00", "2024-05-07 00:00:00"], pd.to_datetime(["2024-05-06"] * 2)])
def test_midnights_of_a_whole_column_are_days(days: object) -> None:
    assert (
        read_articles(pd.DataFrame({"text": ["a.", "b."], "date": days}))["published_precision"].to_list()
        == ["day"] * 2
    )


def test_a_zone_that_is_none_costs_no_other_row() -> None:
    frame = pd.DataFrame({"text": ["a.", "b."], "timezone": ["Mars/X", "Asia/Tokyo"], "date": ["2024-05-06 07:30"] * 2})
    articles = read_articles(frame)
    assert articles["published"].notna().to_list() == [False, True]
    assert articles["warnings"].to_list() == [["timezone 'Mars/X' is no zone that is known"], []]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>Lee &amp; Ek sailed.</p><p>It rained.</p>", "Lee & Ek sailed.\n\nIt rained."),
        ("It <b>rained</b>, and\n<a href='x'>poured</a>.", "It rained, and\npoured."),
        ("It rained.<br><br/>It poured.<script>x()</script>", "It rained.\n\nIt poured."),
        ("&lt;p&gt;It rained.&lt;/p&gt;", "It rained."),
        ("Lee &amp; Ek &#8220;sailed&#8221;.", "Lee & Ek “sailed”."),
    ],
)
def test_markup_is_taken_out_and_it_is_said(cell: str, text: str) -> None:
    row = one(text=cell)
    assert row["text"] == text
    assert row["warnings"] == ["markup was taken out of text"]


@pytest.mark.parametrize("cell", ["3 < 5 > 2, and R&D", "He wrote <Ann>", "a <- b; AT&T", "&copy=1&lt=2"])
def test_what_is_no_markup_stays(cell: str) -> None:
    row = one(text=cell)
    assert (row["text"], row["warnings"]) == (cell, [])


def test_hostile_markup_is_a_row_with_an_error() -> None:
    articles = read_articles(pd.DataFrame({"text": ["<div>" * 60_000, "It rained."]}))
    assert articles["error"].notna().to_list() == [True, False]


def test_a_text_that_its_source_has_cut() -> None:
    assert one(text="It rained and […] [+1234 chars]")["warnings"] == [
        "the text is not whole: where it ends, its source has cut it"
    ]


def test_objects_in_cells() -> None:
    assert one(source={"id": None, "name": "The Pier"})["publisher"] == "The Pier"
    assert one(source="{'id': None, 'name': 'The Pier'}")["publisher"] == "The Pier"
    assert one(text=["It rained.", "It poured."])["text"] == "It rained.\n\nIt poured."
    assert one(tags="rain, wind")["tags"] == ["rain", "wind"]
    assert one(keywords="['rain', 'wind']")["tags"] == ["rain", "wind"]


@pytest.mark.parametrize("name", ["keywords", "tags"])
def test_a_column_is_left_what_it_is(name: str) -> None:
    frame = pd.DataFrame({"title": ["Rain"], "body": ["It rained."], name: ["rain; ferry"]})
    assert nk.read_articles(frame)["tags"][0] == ["rain", "ferry"]
    articles = nk.read_articles(frame, columns={name: None})
    assert articles["tags"][0] == []
    assert articles["keywords" if name == "keywords" else "their tags"][0] == "rain; ferry"
    alone = nk.read_articles(frame, columns={"body": None, name: "text"})
    assert alone["text"][0] == "rain; ferry"
    assert alone["body"][0] == "It rained."
