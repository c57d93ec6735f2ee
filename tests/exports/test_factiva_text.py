"""Factiva texts and XML: invented articles in the true layouts."""

from __future__ import annotations

import pytest

from tests.exports.reading import cells, day, extra, paragraphs, read

ID = "HARPO00020170306ed360000"
PASTED = [
    ("SE", "Foreign Desk"), ("HD", "March 5, 2002: ferry sails"), ("BY", "By Ann Bell"), ("WC", "204 words"),
    ("PD", "6 March 2017"), ("ET", "15:41"), ("SN", "The Harbor Post"), ("SC", "HARPO"), ("PG", "12"), ("LA", "English"),
    ("CY", "(c) 2017 Harbor Press"), ("LP", "The ferry sailed at noon."),
    ("TD", "HD was written on the wall, and nobody in the harbor town said what those two letters of it were meant to mean.\n\nAN: no.\n\nIt rained."),
    ("CO", "harbor : Harbor Lines"), ("PUB", "Harbor Press"), ("AN", f"Document {ID}1"),
]  # fmt: skip


def pasted(*articles: list[tuple[str, str]]) -> str:
    parts = ["\n\n".join(f" {label}\t{value}" for label, value in article) for article in articles]
    return "\ufeff" + "\n\n\u2003\u2003\n\n".join(parts) + "\n"


def without(*labels: str) -> list[tuple[str, str]]:
    return [(label, value) for label, value in PASTED if label not in labels]


def test_a_text_with_labels_and_tabs() -> None:
    articles = read(pasted(PASTED, without("BY", "SE"), without("HD", "TD")))
    assert articles["format"].tolist() == ["factiva-text"] * 3
    assert articles["error"].isna().all()
    assert cells(articles, 0, "headline", "section", "publisher", "authors", "page", "credit", "archive_id") == [
        "March 5, 2002: ferry sails", "Foreign Desk", "The Harbor Post", ["Ann Bell"], "12", "(c) 2017 Harbor Press", ID + "1",
    ]  # fmt: skip
    assert str(articles.loc[0, "published_local"]) == "2017-03-06 15:41:00"
    assert [len(paragraphs(articles, number)) for number in range(3)] == [4, 4, 1]
    assert paragraphs(articles, 0)[2:] == ["AN: no.", "It rained."]
    assert cells(articles, 1, "authors", "section") == [[], None]
    assert cells(articles, 2, "headline", "text") == [None, "The ferry sailed at noon."]
    assert extra(articles, 0)["company"] == "harbor : Harbor Lines"


STARS = f"""*HD* \tMarch 5, 2002: the *ferry* sails again, and nobody in the harbor
cheered
*BY* \tAnn Bell
*WC* \t204 mots
*PD* \t6 mars 2017
*SN* \tLe Phare
*SC* \tPHAR
*LA* \tFrançais
*CY* \t© 2017
*LP*

Le *bac* repart à midi, et personne dans le vieux port de la ville n'a
applaudi.
*TGV* est son nom.

*TD*

Il pleut.

*AN* \tDocument {ID}1
"""


def test_a_page_saved_as_text_by_a_browser() -> None:
    articles = read(STARS + "\n" + STARS.replace("*BY* \tAnn Bell\n", ""))
    assert cells(articles, 0, "headline", "publisher", "authors", "archive_id", "language") == [
        "March 5, 2002: the ferry sails again, and nobody in the harbor cheered", "Le Phare", ["Ann Bell"], ID + "1", "fr",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == [
        "Le bac repart à midi, et personne dans le vieux port de la ville n'a applaudi. TGV est son nom.", "Il pleut.",
    ]  # fmt: skip
    assert (day(articles, 1), articles.loc[1, "authors"]) == ("2017-03-06", [])


SHOWN = f"""March 5, 2002: ferry sails again
By Ann Bell and Karl Moor
512 words
6 March 2017
The Harbor Post
HARPO
Late Edition
A12
English
(c) 2017 Harbor Press

The ferry sailed at noon.

90 words

Document HARPO was its name.

Harbor Newspapers Ltd.

Document {ID}1

Ferry sinks
14 words
7 March 2017
Agence X
AGX
English
Copyright 2017 Agence X

It sank.

Document {ID}2
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_as_displayed(newline: str) -> None:
    articles = read(SHOWN.replace("\n", newline))
    assert articles["format"].tolist() == ["factiva-text"] * 2
    assert cells(articles, 0, "headline", "publisher", "authors", "page", "credit", "archive_id") == [
        "March 5, 2002: ferry sails again", "The Harbor Post", ["Ann Bell", "Karl Moor"], "A12", "(c) 2017 Harbor Press", ID + "1",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == ["The ferry sailed at noon.", "90 words", "Document HARPO was its name."]
    assert extra(articles, 0)["publisher_name"] == "Harbor Newspapers Ltd."
    assert cells(articles, 1, "headline", "authors", "text") == ["Ferry sinks", [], "It sank."]


@pytest.mark.parametrize(("line", "is_firm"), [
    ("Harbor Press Digital", True), ("Harbor Newspapers Limited", True), ("Nobody cheered in the old Harbor of the town.", False),
    ("It rained.", False), ("Ann Bell", False), ("Dow Jones & Company, Inc.", True), ("harbor", False),
])  # fmt: skip
def test_the_firm_above_the_accession_number(line: str, is_firm: bool) -> None:
    articles = read(SHOWN.replace("It sank.", f"It sank.\n\n{line}").replace("Copyright 2017 Agence X", "Copyright 2017 Harbor Press"))
    assert paragraphs(articles, 1) == (["It sank."] if is_firm else ["It sank.", line])


@pytest.mark.parametrize("text", [pasted(PASTED, without("AN")), SHOWN[: SHOWN.rindex("Document")]])
def test_texts_that_are_cut_off(text: str) -> None:
    articles = read(text)
    assert articles["error"].isna().tolist() == [True, False]
    assert "no accession number follows" in articles.loc[1, "error"]


def xml(*articles: str, count: int = 2, version: str = "2.0") -> str:
    space = f'xmlns="http://global.factiva.com/pps/{version}"'
    parts = "".join(f"<ppsarticle><article>{article}</article></ppsarticle>" for article in articles)
    response = f'<ppsArticleResponse><ppsarticleResultSet count="{count}">{parts}</ppsarticleResultSet></ppsArticleResponse>'
    return f'<?xml version="1.0" encoding="UTF-8"?><PPSResponse {space}>{response}</PPSResponse>'


HEAD = (
    f"<accessionNo>{ID}1</accessionNo><baseLanguage>en</baseLanguage><byline>By ANN BELL</byline>"
    "<copyright>(c) 2017</copyright><headline><paragraph>March 5, 2002: <hlt>ferry</hlt> sails</paragraph></headline>"
    "<pages>12</pages><sectionName>News</sectionName><sourceName>The Harbor Post</sourceName><sourceCode>HARPO</sourceCode>"
    '<region code="dull"><name>Dullport</name></region><wordCount>204</wordCount>'
)
LEAD = "<leadParagraph><paragraph display='Proportional'>The <hlt>ferr</hlt>ies sailed.</paragraph></leadParagraph>"
REST = "<tailParagraphs><paragraph>It rained.</paragraph><paragraph>HD: no.</paragraph></tailParagraphs>"
DAY = "<publicationDate><date>2017-03-06</date></publicationDate>"


@pytest.mark.parametrize("version", ["1.0", "2.0", "3.0"])
def test_xml(version: str) -> None:
    bare = "<headline>Ferry sinks</headline><sourceName>Agence X</sourceName><publicationDate><dateTime>2017-03-07T06:15:00Z</dateTime></publicationDate>"
    wrapped = "<leadParagraph>The ferry sank\nin the harbor.\n\nIt rained.</leadParagraph>"
    articles = read(xml(HEAD + DAY + LEAD + REST, bare + wrapped, version=version))
    assert articles["format"].tolist() == ["factiva-xml"] * 2
    assert cells(articles, 0, "headline", "publisher", "authors", "section", "page", "credit", "archive_id", "language") == [
        "March 5, 2002: ferry sails", "The Harbor Post", ["Ann Bell"], "News", "12", "(c) 2017", ID + "1", "en",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == ["The ferries sailed.", "It rained.", "HD: no."]
    assert [day(articles, 0), day(articles, 1)] == ["2017-03-06", "2017-03-07"]
    assert extra(articles, 0) == {"length": "204", "region": "dull: Dullport", "source_code": "HARPO"}
    assert paragraphs(articles, 1) == ["The ferry sank in the harbor.", "It rained."]
    assert str(articles.loc[1, "published"]) == "2017-03-07 06:15:00+00:00"


def test_xml_that_states_another_number_or_is_cut_off() -> None:
    articles = read(xml(HEAD + DAY + LEAD, count=20))
    assert "states 20 articles; 1 were found" in articles.loc[0, "warnings"][0]
    whole = xml(HEAD + DAY + LEAD, HEAD + DAY + LEAD + REST)
    cut = read(whole[: whole.rindex("It rained")])
    assert cut["error"].notna().tolist()[-1]
    assert cut.loc[0, "headline"] == "March 5, 2002: ferry sails"


def test_entities_are_not_followed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>'
    text = xml(HEAD.replace("(c) 2017", "&b;&e;") + DAY + LEAD).replace("<PPSResponse", f"{bomb}<PPSResponse", 1)
    assert "root:" not in str(read(text).to_dict())


def test_texts_whose_accession_numbers_were_left_out_are_whole() -> None:
    bare = without("AN")
    assert read(pasted(bare, bare))["error"].isna().all()
    assert read(pasted(PASTED, bare))["error"].isna().tolist() == [True, False]


def test_footers_of_a_pdf_are_no_text() -> None:
    footer = "\n\nPage 1 of 3 © 2017 Factiva, Inc. All rights reserved.\n\n"
    broken = SHOWN.replace("It sank.", f"It sank, and{footer}nobody in the harbor of the town said why it had, or when.")
    assert paragraphs(read(broken), 1) == ["It sank, and nobody in the harbor of the town said why it had, or when."]
