"""ProQuest XML of TDM Studio and of Historical Newspapers: invented records in the documented layout."""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path

import pytest

import newskit as nk
from tests.exports.reading import cells, day, extra, paragraphs, read

TDM = """<?xml version="1.0" encoding="UTF-8"?><RECORD><GOID>1234567890</GOID>
<DFS><PubFrosting><Title>Harbor Post</Title><PubPlace>Dullport</PubPlace></PubFrosting></DFS>
<Obj><TitleAtt>{title}</TitleAtt><NumericDate>20220502</NumericDate><StartPage>A7</StartPage><ObjectTypes><ObjectType>News</ObjectType></ObjectTypes>
<Contributors>{people}</Contributors><Terms><GenSubjTerm>Ferries</GenSubjTerm><GenSubjTerm>Harbors</GenSubjTerm></Terms>
<Language><RawLang>English</RawLang></Language></Obj><TextInfo><Text HTMLContent="true" WordCount="9">{text}</Text></TextInfo></RECORD>"""
PEOPLE = """<Contributor ContribOrder="2"><LastName>Moor</LastName><FirstName>Karl</FirstName></Contributor>
<Contributor ContribOrder="1"><LastName>Bell</LastName><FirstName>Ann</FirstName><OriginalForm>Bell, Ann</OriginalForm></Contributor>"""
BODY = "<html><body><p>The ferry sailed.</p><p>Location: the pier.</p></body></html>"


@pytest.mark.parametrize("text", [escape(BODY), f"<![CDATA[{BODY}]]>", "The ferry sailed.\n\nLocation:\nthe pier."])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_tdm_studio(text: str, encoding: str) -> None:
    title = "<Title>March 5, 2002: the café ferry</Title>"
    articles = read(TDM.format(title=title, people=PEOPLE, text=text).encode(encoding))
    assert articles["format"].tolist() == ["proquest-xml"]
    assert cells(articles, 0, "publisher", "authors", "page", "archive_id", "tags", "language") == [
        "Harbor Post", ["Ann Bell", "Karl Moor"], "A7", "1234567890", ["Ferries", "Harbors"], "en",
    ]  # fmt: skip
    assert cells(articles, 0, "headline", "error") == ["March 5, 2002: the café ferry", None]
    assert (day(articles, 0), paragraphs(articles, 0)) == ("2022-05-02", ["The ferry sailed.", "Location: the pier."])


def test_tdm_studio_without_headline_and_people() -> None:
    articles = read(TDM.format(title="", people="", text="It sailed."))
    assert cells(articles, 0, "headline", "publisher", "authors", "text") == [None, "Harbor Post", [], "It sailed."]


HISTORICAL = """<?xml version="1.0"?><Record><RecordID>98765</RecordID><ActionCode>add</ActionCode>
<RecordTitle>{title}</RecordTitle><Publication><Title>The Harbor Post (1901-1959)</Title></Publication>
<NumericPubDate>19230306</NumericPubDate><AlphaPubDate>Mar 6, 1923</AlphaPubDate><ObjectType>Article</ObjectType>
<Contributor><OriginalForm>ANN BELL</OriginalForm></Contributor><URLDocView>https://search.proquest.example/docview/98765</URLDocView>
<Pagination>7</Pagination><FullText>The ferry sailed at noon. It rained.</FullText></Record>"""


def test_historical_newspapers() -> None:
    articles = read(HISTORICAL.format(title="FERRY SAILS"))
    assert cells(articles, 0, "headline", "publisher", "authors", "page", "archive_id", "text", "url") == [
        "FERRY SAILS", "The Harbor Post", ["Ann Bell"], "7", "98765", "The ferry sailed at noon. It rained.",
        "https://search.proquest.example/docview/98765",
    ]  # fmt: skip
    assert (day(articles, 0), extra(articles, 0)["publisher"]) == ("1923-03-06", "The Harbor Post (1901-1959)")


def test_a_record_that_is_cut_off() -> None:
    whole = HISTORICAL.format(title="FERRY SAILS")
    articles = read(whole[: whole.index("noon")])
    assert articles["error"].notna().tolist() == [True]
    assert "breaks off" in articles.loc[0, "error"]
    assert "The ferry sailed at" in articles.loc[0, "error"]


def test_a_delivery_is_a_zip_of_zips(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "delivery.zip", "w") as delivery:
        delivery.writestr("readme.txt", "Two titles.\n\nThis delivery holds two titles, and nobody has read it yet.")
        for number in (1, 2):
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as single:
                single.writestr(f"{number}.xml", HISTORICAL.format(title=f"FERRY {number}"))
            delivery.writestr(f"HP_{number}.zip", packed.getvalue())
        delivery.writestr("broken.zip", b"PK\x03\x04 no")
    articles = nk.read_articles(tmp_path / "delivery.zip", progress=False)
    assert articles["format"].fillna("").tolist() == ["proquest-xml", "proquest-xml", "", "text"]
    assert "zip" in articles["error"].dropna().tolist()[0]
    assert articles["source"].tolist()[0] == "delivery.zip/HP_1.zip/1.xml"
