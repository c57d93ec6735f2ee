"""More tables as people hand them over, written when those of table_kinds.py were read as they are meant."""

from __future__ import annotations

import json

from tests.table_kinds import FERRY, F, S, book, lines


def zotero() -> bytes:
    names = ["Key", "Item Type", "Publication Year", "Author", "Title", "Publication Title", "Url", "Date"]
    names += ["Date Added"]
    row = ["AB12", "newspaperArticle", "2024", "Lee, Ann; Ek, Bo", "Ferry sails", "The Guardian", "https://a.example/1"]
    cells = [*row, "2024-05-06", "2024-06-01 10:00:00"]
    return b"\xef\xbb\xbf" + lines(*(",".join(f'"{cell}"' for cell in line) for line in (names, cells))).encode()


def media_cloud() -> bytes:
    return lines(
        "id,indexed_date,language,media_name,media_url,publish_date,title,url,text",
        f"9f3,2024-05-08 03:14:15.926,en,The Guardian,theguardian.com,2024-05-06,Ferry sails,https://a.example/1,{F}",
    ).encode()


def nexis_sheet() -> bytes:
    names = ["Headline", "Publication", "Publication Date", "Byline", "Section", "Length", "Body", "Load-Date"]
    row = ["Ferry sails", "The Guardian (London)", "May 6, 2024 Monday", "By Ann Lee", "NEWS; Pg. 4", "312 words"]
    return book([names, [*row, FERRY, "May 7, 2024"]])


def breaks() -> bytes:
    return lines("title,text", "R&amp;D costs &pound;2,It rained.<br/><br/>It poured &amp; hailed.").encode()


def loose_blanks() -> bytes:
    return lines(
        " Title , Text , Outlet , Date ",
        f"Ferry sails , {F} , BBC News , 2024-05-06 07:30 ",
        f"Storm closes harbor , {S} , BBC News , 2024-05-07 18:05 ",
    ).encode()


def guardian_api() -> bytes:
    fields = {"byline": "Ann Lee", "standfirst": "<p>At last</p>", "bodyText": FERRY, "wordcount": "17"}
    result = {
        "id": "world/2024/may/06/ferry",
        "type": "article",
        "sectionName": "World news",
        "webPublicationDate": "2024-05-06T06:30:00Z",
        "webTitle": "Ferry sails",
        "webUrl": "https://a.example/1",
        "fields": fields,
    }
    return json.dumps({"response": {"status": "ok", "total": 1, "results": [result]}}).encode()


def nyt_api() -> bytes:
    doc = {
        "_id": "nyt://article/1",
        "web_url": "https://a.example/1",
        "abstract": "At last",
        "lead_paragraph": FERRY,
        "source": "The New York Times",
        "headline": {"main": "Ferry sails", "kicker": None, "print_headline": "A Ferry Sails"},
        "keywords": [{"name": "subject", "value": "Ferries", "rank": 1}],
        "pub_date": "2024-05-06T11:30:00+0000",
        "section_name": "U.S.",
        "byline": {"original": "By Ann Lee", "organization": None},
    }
    return json.dumps({"status": "OK", "response": {"docs": [doc]}}).encode()


def attributes() -> bytes:
    made = {"headline": "Ferry sails", "body": FERRY, "published_at": "2024-05-06T06:30:00Z", "outlet": "BBC News"}
    return json.dumps({"data": [{"id": 17, "type": "articles", "attributes": made}]}).encode()


def two_headers() -> bytes:
    top = ["Article", None, None, "Source", None]
    names = ["No", "Title", "Text", "Outlet", "Date"]
    return book([top, names, [1, "Ferry sails", FERRY, "BBC News", "2024-05-06 07:30"]])


def day_and_clock() -> bytes:
    return lines(
        "headline,date,time,source,body",
        f"Ferry sails,2024-05-06,07:30,BBC News,{F}",
        f"Storm closes harbor,2024-05-07,18:05,BBC News,{S}",
    ).encode()


def airtable() -> bytes:
    return (
        b"\xef\xbb\xbf"
        + lines(
            "Article title,Full Text,Outlet (from Sources),Published on,Tags,Attachments",
            f'Ferry sails,{F},The New York Times,5/6/2024 7:30am,"ferry,harbor",shot.png (https://a.example/s.png)',
        ).encode()
    )


def empty_text() -> bytes:
    return lines("title,text,full_text", f"Ferry sails,,{F}", f"Storm closes harbor,,{S}").encode()


def kaggle() -> bytes:
    return lines(
        "title,text,subject,date",
        f'Ferry sails,{F},politicsNews,"December 31, 2017 "',
        f'Storm closes harbor,{S},worldnews,"January 2, 2018 "',
    ).encode()


def written_newlines() -> bytes:
    return lines("title\ttext", r"Ferry sails" + "\t" + r"The ferry sailed.\n\nNobody cheered.", end="\n").encode()


def bare_semicolons() -> bytes:
    return lines(
        "id;title;text",
        "1;Ferry sails;The ferry sailed at dawn",
        "2;Storm; harbor closed;A storm closed the harbor; the council counted the cost",
        "3;Quay mended;Workers mended the quay",
    ).encode()
