"""ProQuest texts, pages and mails: invented articles in the true layouts."""

from __future__ import annotations

import quopri

import pytest

from tests.exports.reading import cells, day, extra, paragraphs, read

RULE = "_" * 60
NOTICE = "\nContact us at: http://about.proquest.com/go/pqissupportcontact\n\nDatabase copyright © 2022 ProQuest LLC.\n"


def tail(title: str, **told: str) -> str:
    labels = {
        "Subject": "Ferries; Harbors", "Title": title, "Publication title": "Harbor Post; Dullport, Ont.",
        "First page": "A.7", "Publication year": "2022", "Publication date": "May 2, 2022", "Section": "News",
        "Publisher": "Harbor Press", "Place of publication": "Dullport, Ont.", "Source type": "Newspaper",
        "Language of publication": "English", "Document type": "News", "ProQuest document ID": "1234567890",
        "Document URL": "https://proxy.example/login?url=https://www.proquest.com/docview/1234567890?accountid=1",
        "Copyright": "Copyright Harbor Press May 2, 2022", "Last updated": "2022-05-09", "Database": "Newsstream",
    }  # fmt: skip
    return "\n\n".join(f"{label}: {value}" for label, value in (labels | told).items() if value) + "\n\n"


LINK = "https://proxy.example/login?url=https://www.proquest.com/newspapers/ferry/docview/1234567890/se-2?accountid=1"
HEAD = f"\n\nPublication info: Harbor Post ; Dullport, Ont. [Dullport, Ont.].\u00a002 May 2022: A.7.\n\n{LINK}\n\n"
HEAD += "Abstract: None available.\n\nLinks: https://resolver.example/?x\n\n"
TITLE = "March 5, 2002: ferry sails \u00a0again"
BODY = ["The ferry sailed at noon.", "What comes next: nobody knew.", "Location: the pier.", "Twitter: @harbor", "It rained."]
CREDIT = "CAPTION: A ferry. Ann Bell Harbor Post\nCREDIT: Ann Bell Harbor Post"


def text(*articles: str, cover: str = "") -> str:
    return f"{cover}{RULE}\n" + f"{RULE}\n".join(articles) + f"{RULE}\n{NOTICE}"


def test_a_text_of_2022() -> None:
    one = f"\n{TITLE}{HEAD}Full text: " + "\n".join([*BODY, CREDIT]) + "\n\n" + tail(TITLE)
    articles = read(text(one, one.replace(TITLE, "Second")))
    assert articles["format"].tolist() == ["proquest-text"] * 2
    assert articles["error"].isna().all()
    assert cells(articles, 0, "headline", "publisher", "section", "page", "byline", "authors", "language", "caption") == [
        "March 5, 2002: ferry sails again", "Harbor Post", "News", "A.7", "Ann Bell Harbor Post", ["Ann Bell"], "en",
        "A ferry. Ann Bell Harbor Post",
    ]  # fmt: skip
    assert cells(articles, 0, "url", "archive_id", "credit", "standfirst") == [
        "https://www.proquest.com/docview/1234567890", "1234567890", "Copyright Harbor Press May 2, 2022", None,
    ]  # fmt: skip
    assert (day(articles, 0), paragraphs(articles, 0)) == ("2022-05-02", BODY)
    assert extra(articles, 0)["last_updated"] == "2022-05-09"
    assert "proxy" not in str(articles.to_dict())


def test_a_text_of_2024() -> None:
    stray = tail("Ferry sails again").replace("Place of publication", "Place ofpublication")
    stray = stray.replace("ProQuest document ID", "ProQuest documentID").replace("May 2, 2022\n", "Ma y 2, 2024\n", 1)
    one = f"\nDocument 1 of 2\n\nFerry sails again\n\nFull text: {RULE}\n" + "\n".join(BODY) + "\n\n" + stray
    two = one.replace("Document 1", "Document 2").replace("Ferry sails again", "A headline: Location").replace("Subject: ", "")
    articles = read(text(one, two))
    assert articles["headline"].tolist() == ["Ferry sails again", "A headline: Location"]
    assert articles["warnings"].tolist() == [[], []]
    assert [day(articles, 0), articles.loc[0, "page"], articles.loc[0, "archive_id"]] == ["2024-05-02", "A.7", "1234567890"]
    assert paragraphs(articles, 0)[-5:] == BODY


def test_a_text_of_2012_with_a_cover() -> None:
    cover = "Report Information from ProQuest\n\n24 May 2012 10:15\n\nTable of contents\n\n1. Ferry sails\n\n"
    labels = tail("Ferry sails", **{"Publication date": "May 3, 2012", "First page": "", "Pages": "A.1"})
    one = "\nFerry sails\n\nAuthor: Bell, Ann; Moor, Karl\n\nPublication info: Harbor Post [Dullport] 03 May 2012: A.1.\n\n"
    one += "Abstract: A lamp went out.\n\nFull Text: It sailed.\nCaption of nobody.\n\n" + labels
    articles = read(text(one, cover=cover))
    assert cells(articles, 0, "headline", "authors", "standfirst", "page", "text") == [
        "Ferry sails", ["Ann Bell", "Karl Moor"], "A lamp went out.", "A.1", "It sailed.\n\nCaption of nobody.",
    ]  # fmt: skip
    assert day(articles, 0) == "2012-05-03"


@pytest.mark.parametrize(("credit", "authors"), [
    ("Ann Bell Karl Moor", []), ("Ann Bell OPINION;", ["Ann Bell"]), ("Ann Bell The Canadian Press", ["Ann Bell"]),
    ("News services", []), (";", []), ("Ann Bell and Karl Moor", ["Ann Bell", "Karl Moor"]), ("ANN BELL", ["Ann Bell"]),
])  # fmt: skip
def test_credits(credit: str, authors: list[str]) -> None:
    articles = read(text(f"\nFerry\n\nFull text: It sailed.\nCREDIT: {credit}\n\n{tail('Ferry')}"))
    assert cells(articles, 0, "authors", "text") == [authors, "It sailed."]


def test_a_town_in_the_place_of_the_outlet() -> None:
    articles = read(text(f"\nFerry\n\nFull text: It sailed.\n\n{tail('Ferry', **{'Publication title': 'Dullport'})}"))
    assert "is the place of publication" in articles.loc[0, "warnings"][0]


def test_an_article_without_a_headline() -> None:
    articles = read(text(f"{HEAD}Full text: It sailed.\n\n{tail('[No Title]')}"))
    assert cells(articles, 0, "headline", "text", "publisher") == [None, "It sailed.", "Harbor Post"]


def test_a_text_that_is_cut_off() -> None:
    one = f"\nDocument 1 of 2\n\nFerry\n\nFull text: It sailed.\nIt rained.\n\n{tail('Ferry')}"
    whole = text(one, one)
    articles = read(whole[: whole.rindex("ned.")])
    assert articles["error"].isna().tolist() == [True, False]
    assert "It rai" in articles.loc[1, "error"]
    assert "states 2 articles; 1 were found" in articles.loc[0, "warnings"][0]


TEXT_TAG = '<text wordcount="204" htmlcontent="true"><meta name="ORIGIN" content="x"><title></title>{}</text>'


def of_2010(number: int, title: str, author: str = "") -> str:
    by = f"<p><strong>Author:  </strong>{author}</p>" if author else ""
    body = TEXT_TAG.format("<p>The <span class=\"hit\">ferry</span> sailed.</p><p>Location: the pier.</p><p>Credit: Ann Bell</p>")
    labels = "".join(f"<p><strong>{a}: </strong>{b}</p>" for a, _, b in
                     (line.partition(": ") for line in tail(title).split("\n\n") if line))  # fmt: skip
    return (
        f'<div style="margin-bottom:20px;border-bottom:2px solid"><a name="DocID_MSTAR_{number}"></a>'
        f'<p style="font-weight:bold;">{title}</p>{by}<p><strong>Publication info: </strong>Harbor Post 02 May 2022: A.7.</p>'
        f'<p><a href="https://x.example">https://x.example/link</a></p><p><strong>Abstract: </strong>A lamp.</p>'
        f"<p><strong>Links: </strong>https://resolver.example</p><p><strong>Full text: </strong>{body}</p>{labels}</div>"
    )


def page(*articles: str) -> str:
    return f"<html><head><title>ProQuest</title></head><body>{''.join(articles)}</body></html>"


def test_a_page_of_the_2010s() -> None:
    articles = read(page(of_2010(1, "May 1, 2010: ferry", "Bell, Ann; Moor, Karl"), of_2010(2, "Second", "Anonymous")))
    assert articles["format"].tolist() == ["proquest-html"] * 2
    assert cells(articles, 0, "headline", "publisher", "authors", "standfirst", "page", "section", "archive_id") == [
        "May 1, 2010: ferry", "Harbor Post", ["Ann Bell", "Karl Moor"], "A lamp.", "A.7", "News", "1234567890",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == ["The ferry sailed.", "Location: the pier."]
    assert [day(articles, 0), articles.loc[1, "authors"]] == ["2022-05-02", []]


def of_2022(title: str) -> str:
    info = "<strong>Harbor Post</strong><strong>, Late Edition; Dullport, Ont.</strong> [Dullport, Ont.].&nbsp;02 May 2022."
    return (
        f'<div style="padding-bottom:5pt"><p style="font-weight:bold">{title}</p>'
        f'<p><span class="truncatedAuthor">Bell, Ann. </span><span class="newspaperArticle">{info}</span></p>'
        f"<p><strong>Full text: </strong>{TEXT_TAG.format('<p>It sailed.</p><p>It rained.</p>')}</p>"
        "<p><strong>ProQuest document ID: </strong>12</p><p><strong>Section: </strong>News</p></div>"
        '<div style="margin-bottom:15pt;border-bottom:1px solid"></div>'
    )


def test_a_page_of_2022() -> None:
    articles = read(page(of_2022("Ferry: Location"), of_2022("Second")))
    assert len(articles) == 2
    assert cells(articles, 0, "headline", "publisher", "authors", "text", "section", "archive_id") == [
        "Ferry: Location", "Harbor Post", ["Ann Bell"], "It sailed.\n\nIt rained.", "News", "12",
    ]  # fmt: skip
    assert day(articles, 0) == "2022-05-02"


def test_a_mail() -> None:
    html = "<html><body><p>John sent you the following</p><p>Email 4 of 5</p>" + of_2010(1, "Ferry") + "</body></html>"
    mail = b"From: ProQuest <x@proquest.example>\nMIME-Version: 1.0\nSubject: Articles\n"
    mail += b'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\n'
    mail += b"Content-Type: text/html; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    articles = read(mail + quopri.encodestring(html.encode()) + b"\n--b--\n")
    assert articles["format"].tolist() == ["proquest-mail"]
    assert cells(articles, 0, "headline", "authors", "text", "warnings") == [
        "Ferry", ["Ann Bell"], "The ferry sailed.\n\nLocation: the pier.", [],
    ]  # fmt: skip
