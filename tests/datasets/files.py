"""Invented articles in the true layouts of data sets and programs; the second of two is the odd one."""

# ruff: noqa: E501

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FERRY = "The ferry sailed at dawn, and nobody cheered. It had been in the yard for a year, the council said on Monday, after its engine broke."
STORM = "A storm closed the harbor. Title: nobody was hurt.\n\nThe pier of Dullport stays shut until May, said the mayor, Ann Lee."


def lines(*records: Mapping[str, Any]) -> bytes:
    return "\n".join(map(json.dumps, records)).encode()


def packed(content: Any) -> bytes:
    return json.dumps(content).encode()


def table(*records: Mapping[str, Any], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def plain(*rows: Iterable[str]) -> bytes:
    """Rows with tabs, in which quotation marks mean nothing."""
    return ("\n".join(map("\t".join, rows)) + "\n").encode()


ALL_THE_NEWS = table(
    {
        "": 0,
        "id": 17283,
        "title": "Ferry sails again - The New York Times",
        "publication": "New York Times",
        "author": "Ann Bell and Karl Moor",
        "date": "2016-03-06",
        "year": 2016.0,
        "month": 3.0,
        "url": "",
        "content": FERRY,
    },
    {
        "": 1,
        "id": 17284,
        "title": "Storm - a report",
        "publication": "Breitbart",
        "author": "",
        "date": "2016-03-07",
        "year": 2016.0,
        "month": 3.0,
        "url": "",
        "content": STORM,
    },
)
MAIL = "By . Ann Bell . PUBLISHED: . 10:05 EST, 6 March 2013 . | . UPDATED: . 11:15 EST, 7 March 2013 . " + FERRY
CNN_DAILYMAIL = table(
    {"article": MAIL, "highlights": "Ferry sails .\nNobody cheered .", "id": "00aa11"},
    {"article": "DULLPORT, England (CNN) -- " + STORM, "highlights": "Harbor shut .", "id": "00aa12"},
)
_NELA = (
    {
        "id": "post--2020-03-06--Ferry sails",
        "date": "2020-03-06",
        "source": "harborpost",
        "title": "Ferry sails",
        "content": FERRY + " @ @ @ @ @ @ @ and so on .",
        "author": "Ann Bell",
        "published": "Fri, 06 Mar 2020 10:05:00 +0000",
        "published_utc": 1583489100,
        "collection_utc": 1583500000,
        "url": "https://harbor.example/1",
    },
    {
        "id": "post--2020-03-07--Storm",
        "date": "2020-03-07",
        "source": "harborpost",
        "title": "Storm",
        "content": STORM,
        "author": "",
        "published": "Sat, 07 Mar 2020 11:00:00 +0000",
        "published_utc": 1583578800,
        "collection_utc": 1583600000,
        "url": "",
    },
)
NELA = packed(_NELA)


def nela_sqlite(path: Path) -> Path:
    with sqlite3.connect(path) as base:
        base.execute(f"CREATE TABLE newsdata ({', '.join(_NELA[0])})")
        base.execute("CREATE TABLE tweet (id, article_id)")
        base.executemany(f"INSERT INTO newsdata VALUES ({', '.join('?' * 10)})", [tuple(one.values()) for one in _NELA])
    base.close()
    return path


CC_NEWS = table(
    {
        "title": "Ferry sails",
        "text": FERRY,
        "domain": "www.harbor.example",
        "date": "2018-03-06 10:05:00",
        "description": "It sails again.",
        "url": "https://www.harbor.example/1",
        "image_url": "https://www.harbor.example/1.jpg",
    },
    {
        "title": "Storm",
        "text": STORM,
        "domain": "www.harbor.example",
        "date": "",
        "description": "",
        "url": "https://www.harbor.example/2",
        "image_url": "",
    },
)
MEDIA_CLOUD = table(
    {
        "id": "ab01",
        "indexed_date": "2026-03-07 02:00:01.5",
        "language": "en",
        "media_name": "harbor.example",
        "media_url": "harbor.example",
        "publish_date": "2026-03-06",
        "title": "Ferry sails",
        "url": "https://harbor.example/1",
    },
    {
        "id": "ab02",
        "indexed_date": "2026-03-08 02:00:01.5",
        "language": "de",
        "media_name": "hafen.example",
        "media_url": "hafen.example",
        "publish_date": "",
        "title": "Sturm",
        "url": "https://hafen.example/2",
    },
)
WAYBACK_LIST = table(
    {
        "title": "Ferry sails",
        "publication_date": "2026-03-06",
        "capture_time": "2026-03-06T12:00:00Z",
        "language": "en",
        "domain": "harbor.example",
        "url": "https://harbor.example/1",
        "archive_playback_url": "https://web.archive.example/web/20260306120000id_/https://harbor.example/1",
    },
    {
        "title": "Storm",
        "publication_date": "2026-03-07",
        "capture_time": "2026-03-09T12:00:00Z",
        "language": "en",
        "domain": "harbor.example",
        "url": "https://harbor.example/2",
        "archive_playback_url": "",
    },
)
EXPLORER = table(
    {
        "stories_id": 700100,
        "publish_date": "2018-03-06 10:05:00",
        "title": "Ferry sails",
        "url": "https://harbor.example/1",
        "language": "en",
        "ap_syndicated": "False",
        "themes": "ferries",
        "media_id": 7,
        "media_name": "Harbor Post",
        "media_url": "http://harbor.example",
    },
    {
        "stories_id": 700101,
        "publish_date": "undateable",
        "title": "Storm",
        "url": "https://harbor.example/2",
        "language": "",
        "ap_syndicated": "True",
        "themes": "",
        "media_id": 7,
        "media_name": "Harbor Post",
        "media_url": "http://harbor.example",
    },
)


def gkg_row(number: int, extras: str) -> list[str]:
    known = [f"20260306101500-{number}", "20260306101500", "1", "harbor.example", f"https://harbor.example/{number}"]
    return [
        *known,
        *([""] * 10),
        "-1.2,1,2,3,4,0,99",
        "",
        "c2.14:3,wc:99",
        "",
        "",
        "",
        "",
        '41|7||"said Ann',
        "Ann Lee,5",
        "",
        "",
        extras,
    ]


GKG = plain(
    gkg_row(1, "<PAGE_AUTHORS>Ann Bell;Karl Moor</PAGE_AUTHORS><PAGE_TITLE>Ferry &amp; pier</PAGE_TITLE>"),
    gkg_row(2, ""),
)
GDELT_DOC = packed(
    {
        "articles": [
            {
                "url": "https://harbor.example/1",
                "url_mobile": "",
                "title": "Ferry sails",
                "seendate": "20260306T181500Z",
                "socialimage": "",
                "domain": "harbor.example",
                "language": "English",
                "sourcecountry": "Canada",
            },
            {
                "url": "https://hafen.example/2",
                "url_mobile": "",
                "title": "Sturm",
                "seendate": "20260307T001500Z",
                "socialimage": "",
                "domain": "hafen.example",
                "language": "German",
                "sourcecountry": "Germany",
            },
        ]
    }
)
MIND = plain(
    [
        "N1001",
        "news",
        "newsworld",
        'Ferry "Anna" sails',
        "It sails again.",
        "https://assets.example/a.html",
        '[{"Label": "Dullport", "Type": "G"}]',
        "[]",
    ],
    ["N1002", "sports", "rowing", '"Storm', "", "https://assets.example/b.html", "[]", "[]"],
)
NEWS_CATEGORY = lines(
    {
        "link": "https://harbor.example/1",
        "headline": "Ferry sails",
        "category": "WORLD NEWS",
        "short_description": "It sails again.",
        "authors": "Ann Bell, Karl Moor",
        "date": "2022-09-23",
    },
    {
        "link": "https://harbor.example/2",
        "headline": "Storm",
        "category": "COMEDY",
        "short_description": "",
        "authors": "",
        "date": "2022-09-24",
    },
)
REUTERS = (
    b'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n'
    b'<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">\n<DATE> 3-MAR-1987 10:05:01.12</DATE>\n'
    b"<TOPICS><D>cocoa</D><D>ship</D></TOPICS>\n<PLACES><D>usa</D></PLACES>\n<PEOPLE></PEOPLE>\n<ORGS></ORGS>\n<EXCHANGES></EXCHANGES>\n"
    b"<COMPANIES></COMPANIES>\n<UNKNOWN> \n&#5;&#5;&#5;C T\n&#22;&#22;&#1;f0704&#31;reute\nu f BC-FERRY   03-03 0190</UNKNOWN>\n"
    b"<TEXT>&#2;\n<TITLE>FERRY &lt;SAIL> SAILS AGAIN</TITLE>\n<AUTHOR>    By Ann Bell, Reuters</AUTHOR>\n"
    b"<DATELINE>    DULLPORT, March 3 - </DATELINE><BODY>The ferry sailed at dawn,\nand nobody cheered.\n    It cost 5 mln dlrs, a caf\xe9 owner\nsaid.\n"
    b" Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
    b'<REUTERS TOPICS="NO" LEWISSPLIT="TEST" CGISPLIT="TRAINING-SET" OLDID="5545" NEWID="2">\n<DATE>13-MAR-1987 10:07:22.32</DATE>\n'
    b"<TOPICS></TOPICS>\n<PLACES></PLACES>\n<UNKNOWN> \n&#5;&#5;&#5;F</UNKNOWN>\n"
    b'<TEXT TYPE="BRIEF">&#2;\n******<TITLE>HARBOR SHUT BY STORM\n</TITLE>Blah blah.\n&#3;\n\n</TEXT>\n</REUTERS>\n'
    b'<REUTERS TOPICS="NO" LEWISSPLIT="TEST" CGISPLIT="TRAINING-SET" OLDID="5546" NEWID="3">\n<DATE>31-MAR-1987 605:12:19.12</DATE>\n'
    b'<TOPICS></TOPICS>\n<TEXT TYPE="UNPROC">&#2;\nSHIP   TIME\nSAIL   10:05\n&#3;</TEXT>\n</REUTERS>\n'
)

_GUARDIAN = (
    {
        "id": "world/2026/mar/06/ferry-sails",
        "type": "article",
        "sectionId": "world",
        "sectionName": "World news",
        "webPublicationDate": "2026-03-06T10:05:00Z",
        "webTitle": "Ferry sails",
        "webUrl": "https://www.theguardian.example/world/2026/mar/06/ferry-sails",
        "apiUrl": "https://content.example/world/1",
        "fields": {
            "headline": "Ferry sails at last",
            "trailText": "It <b>sails</b> again",
            "byline": "Ann Bell and Karl Moor",
            "bodyText": FERRY,
            "wordcount": "99",
        },
        "isHosted": False,
        "pillarId": "pillar/news",
        "pillarName": "News",
    },
    {
        "id": "world/2026/mar/07/storm",
        "type": "article",
        "sectionId": "world",
        "sectionName": "World news",
        "webPublicationDate": "2026-03-07T10:05:00Z",
        "webTitle": "Storm",
        "webUrl": "https://www.theguardian.example/world/2026/mar/07/storm",
        "apiUrl": "https://content.example/world/2",
        "fields": {"headline": "Storm", "bodyText": STORM},
        "isHosted": False,
    },
)


def guardian(*records: Mapping[str, Any]) -> bytes:
    return packed({"response": {"status": "ok", "userTier": "free", "total": 2, "results": list(records or _GUARDIAN)}})


GUARDIAN = guardian()
GUARDIAN_LIST = guardian(*({name: cell for name, cell in one.items() if name != "fields"} for one in _GUARDIAN))
_NYT = (
    {
        "abstract": "It sails again, says the council.",
        "web_url": "https://www.nytimes.example/2026/03/06/ferry.html",
        "snippet": "It sails again.",
        "lead_paragraph": "The ferry sailed at dawn, and nobody cheered, though many had waited for it for more than a year on the quay of Dullport.",
        "print_section": "A",
        "print_page": "7",
        "source": "The New York Times",
        "multimedia": [{"url": "a.jpg", "height": 2}],
        "headline": {"main": "Ferry Sails Again", "kicker": None, "print_headline": "A Ferry Sails", "name": None},
        "keywords": [{"name": "subject", "value": "Ferries", "rank": 1}],
        "pub_date": "2026-03-06T10:05:00+0000",
        "document_type": "article",
        "news_desk": "Metro",
        "section_name": "New York",
        "byline": {"original": "By Ann Bell and Karl Moor", "person": [{"firstname": "Ann"}]},
        "type_of_material": "News",
        "_id": "nyt://article/01",
        "word_count": 900,
        "uri": "nyt://article/01",
    },
    {
        "abstract": "",
        "web_url": "www.nytimes.example/1926/03/07/storm.html",
        "snippet": "",
        "lead_paragraph": "",
        "source": "The New York Times",
        "multimedia": [],
        "headline": {"main": "STORM", "kicker": "1"},
        "keywords": [],
        "pub_date": "1926-03-07T00:00:00Z",
        "document_type": "article",
        "byline": [],
        "_id": "4fc0",
        "word_count": 9,
    },
)
NYT_SEARCH = packed(
    {"status": "OK", "copyright": "Copyright (c)", "response": {"docs": _NYT, "meta": {"hits": 2, "offset": 0}}}
)
NYT_TOP = packed(
    {
        "status": "OK",
        "copyright": "Copyright (c)",
        "section": "home",
        "num_results": 2,
        "results": [
            {
                "section": "us",
                "subsection": "",
                "title": "Ferry Sails",
                "abstract": "It sails again.",
                "url": "https://www.nytimes.example/1",
                "uri": "nyt://article/01",
                "byline": "By Ann Bell",
                "item_type": "Article",
                "updated_date": "2026-03-06T11:05:00-05:00",
                "created_date": "2026-03-06T10:05:00-05:00",
                "published_date": "2026-03-06T10:05:00-05:00",
                "material_type_facet": "",
                "kicker": "",
                "des_facet": ["Ferries", "Harbors"],
                "org_facet": [],
                "per_facet": [],
                "geo_facet": [],
                "multimedia": [{"url": "a.jpg"}],
                "short_url": "",
            },
            {
                "section": "us",
                "subsection": "",
                "title": "Storm",
                "abstract": "",
                "url": "https://www.nytimes.example/2",
                "uri": "nyt://article/02",
                "byline": "",
                "item_type": "Article",
                "updated_date": "2026-03-07T11:05:00-05:00",
                "created_date": "2026-03-07T10:05:00-05:00",
                "published_date": "2026-03-07T10:05:00-05:00",
                "des_facet": [],
                "multimedia": None,
            },
        ],
    }
)
NEWSAPI = packed(
    {
        "status": "ok",
        "totalResults": 2,
        "articles": [
            {
                "source": {"id": "cnn", "name": "CNN"},
                "author": "Ann Bell, CNN",
                "title": "Ferry sails - CNN",
                "description": "It sails again.",
                "url": "https://cnn.example/1",
                "urlToImage": None,
                "publishedAt": "2026-03-06T10:05:00Z",
                "content": FERRY + "… [+1204 chars]",
            },
            {
                "source": {"id": None, "name": "Harbor.example"},
                "author": None,
                "title": "Storm",
                "description": None,
                "url": "https://harbor.example/2",
                "urlToImage": None,
                "publishedAt": "2026-03-07T10:05:00Z",
                "content": None,
            },
        ],
    }
)
EVENT_REGISTRY = packed(
    {
        "articles": {
            "page": 1,
            "totalResults": 2,
            "pages": 1,
            "results": [
                {
                    "uri": "7001",
                    "lang": "eng",
                    "isDuplicate": False,
                    "date": "2026-03-06",
                    "time": "10:05:00",
                    "dateTime": "2026-03-06T10:05:00Z",
                    "dateTimePub": "2026-03-06T09:58:00Z",
                    "dataType": "news",
                    "sim": 0,
                    "url": "https://harbor.example/1",
                    "title": "Ferry sails",
                    "body": FERRY,
                    "source": {"uri": "harbor.example", "dataType": "news", "title": "Harbor Post"},
                    "authors": [
                        {"uri": "ann_bell@harbor.example", "name": "Ann Bell", "type": "author", "isAgency": False}
                    ],
                    "image": None,
                    "eventUri": None,
                    "sentiment": 0.1,
                },
                {
                    "uri": "7002",
                    "lang": "deu",
                    "isDuplicate": True,
                    "date": "2026-03-07",
                    "time": "10:05:00",
                    "dateTime": "2026-03-07T10:05:00Z",
                    "dateTimePub": "2026-03-07T09:58:00Z",
                    "url": "https://hafen.example/2",
                    "title": "Sturm",
                    "body": STORM,
                    "source": {"uri": "hafen.example", "dataType": "news", "title": "Hafenblatt"},
                    "authors": [],
                    "image": None,
                },
            ],
        }
    }
)
WEBZ = packed(
    {
        "posts": [
            {
                "thread": {
                    "uuid": "u1",
                    "url": "https://harbor.example/1",
                    "site_full": "www.harbor.example",
                    "site": "harbor.example",
                    "section_title": "World",
                    "title": "Ferry sails",
                    "published": "2026-03-06T10:05:00.000+02:00",
                    "social": {"facebook": {"likes": 0}},
                },
                "uuid": "u1",
                "url": "https://harbor.example/1",
                "ord_in_thread": 0,
                "author": "Ann Bell",
                "published": "2026-03-06T10:05:00.000+02:00",
                "title": "Ferry sails",
                "text": FERRY,
                "language": "english",
                "entities": {"persons": []},
                "crawled": "2026-03-06T12:00:00.000+02:00",
            },
            {
                "thread": {
                    "uuid": "u2",
                    "url": "https://harbor.example/2",
                    "site_full": "news.harbor.example",
                    "site": "harbor.example",
                    "section_title": "",
                    "title": "Storm",
                    "published": "2026-03-07T10:05:00.000+02:00",
                },
                "uuid": "u2",
                "url": "https://harbor.example/2",
                "author": "",
                "published": "2026-03-07T10:05:00.000+02:00",
                "title": "Storm",
                "text": STORM,
                "language": "german",
                "crawled": "2026-03-09T12:00:00.000+02:00",
            },
        ],
        "totalResults": 2,
        "next": "/x?token=secret",
    }
)
JSON_FEED = packed(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbor Post",
        "home_page_url": "https://harbor.example/",
        "items": [
            {
                "id": "1",
                "url": "https://harbor.example/1",
                "title": "Ferry sails",
                "content_html": f"<p>{FERRY}</p>",
                "date_published": "2026-03-06T10:05:00Z",
                "authors": [{"name": "Ann Bell"}],
                "tags": ["ferries"],
            },
            {
                "id": "2",
                "url": "https://harbor.example/2",
                "content_html": f"<p>{STORM}</p>",
                "date_published": "2026-03-07T10:05:00Z",
            },
        ],
    }
)
NEWS_PLEASE = packed(
    {
        "authors": ["Ann Bell", "Karl Moor"],
        "date_download": "2026-03-07 02:00:00",
        "date_modify": "None",
        "date_publish": "2026-03-06 10:05:00",
        "description": "It sails again.",
        "filename": "a.json",
        "image_url": "a.jpg",
        "language": "en",
        "localpath": None,
        "maintext": FERRY,
        "source_domain": "www.harbor.example",
        "text": None,
        "title": "Ferry sails",
        "title_page": None,
        "title_rss": None,
        "url": "https://www.harbor.example/1",
    }
)
TRAFILATURA = lines(
    {
        "title": "Ferry sails",
        "author": "Ann Bell; Karl Moor",
        "hostname": "harbor.example",
        "date": "2026-03-06",
        "fingerprint": "ab12",
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": FERRY,
        "text": FERRY,
        "language": "en",
        "image": None,
        "pagetype": "article",
        "source": "https://harbor.example/1",
        "source-hostname": "Harbor Post",
        "excerpt": "It sails again.",
        "categories": "World",
        "tags": "ferries;pier",
    },
    {
        "title": "Storm",
        "author": None,
        "hostname": "harbor.example",
        "date": None,
        "fingerprint": "ab13",
        "id": None,
        "license": None,
        "comments": "x",
        "raw_text": STORM,
        "text": STORM,
        "language": None,
        "image": None,
        "pagetype": None,
        "source": "https://harbor.example/2",
        "source-hostname": "Harbor Post",
        "excerpt": None,
        "categories": "",
        "tags": "",
    },
)
TRAFILATURA_CSV = (
    'https://harbor.example/1\tnull\tab12cd34ef56ab12\tharbor.example\tFerry sails\tnull\t2026-03-06\t"'
    + FERRY
    + '"\t""\tnull\tarticle\r\n'
    'https://harbor.example/2\tnull\tab12cd34ef56ab13\tharbor.example\tStorm\tnull\tnull\t"'
    + STORM
    + '"\t"Nice."\tnull\tnull\r\n'
).encode()
TRAFILATURA_XML = (
    b'<doc sitename="Harbor Post" title="Ferry &amp; pier" author="Ann Bell; Karl Moor" date="2026-03-06" source="https://harbor.example/1" hostname="harbor.example" '
    b'excerpt="It sails again." categories="World" tags="ferries;pier" fingerprint="ab12cd34ef56ab12" language="en">\n  <main>\n'
    b'    <head rend="h2">At dawn</head>\n    <p>The ferry sailed, <hi rend="#b">and</hi> nobody cheered.</p>\n    <p>It was cold.</p>\n'
    b"    <list><item>One boat</item><item>Two men</item></list>\n  </main>\n"
    b"  <comments><p>Nice.</p></comments>\n</doc>\n"
)
TRAFILATURA_TEI = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">Ferry sails</title>
<author>Ann Bell</author><author>Karl Moor</author></titleStmt><publicationStmt><publisher>Harbor Post (harbor.example)</publisher></publicationStmt>
<notesStmt><note type="id"/><note type="fingerprint">ab12cd34ef56ab12</note></notesStmt><sourceDesc><bibl>Ferry sails, Harbor Post, 2026-03-06</bibl>
<bibl type="sigle">Harbor Post, 2026-03-06</bibl><biblFull><titleStmt><title type="main">Ferry sails</title><author>Ann Bell</author></titleStmt>
<publicationStmt><publisher>Harbor Post (harbor.example)</publisher><ptr type="URL" target="https://harbor.example/1"/><date>2026-03-06</date></publicationStmt>
</biblFull></sourceDesc></fileDesc><profileDesc><abstract><p>It sails again.</p></abstract><textClass><keywords><term type="categories">World</term>
<term type="tags">ferries;pier</term></keywords></textClass><creation><date type="download">2026-03-09</date></creation></profileDesc></teiHeader>
<text><body><div type="entry"><p>The ferry sailed.</p><ab type="header" rend="h2">At dawn</ab><p>It was cold.</p></div>
<div type="comments"><p>Nice.</p></div></body></text></TEI>"""
FUNDUS = packed(
    [
        {
            "title": "Ferry sails",
            "plaintext": "It sails again.\n\n" + FERRY,
            "authors": ["Ann Bell"],
            "publishing_date": "2026-03-06 07:00:00+00:00",
            "topics": ["Ferries", "Pier"],
            "free_access": True,
            "body": {"summary": ["It sails again."], "sections": [{"headline": [], "paragraphs": [FERRY]}]},
            "images": [],
            "publisher": "Harbor Post",
        },
        {
            "title": "Storm",
            "plaintext": STORM,
            "authors": [],
            "publishing_date": None,
            "topics": [],
            "free_access": True,
            "body": {"summary": [], "sections": [{"headline": ["Shut"], "paragraphs": STORM.split("\n\n")}]},
            "images": [],
        },
    ]
)
NEWSPAPER4K = packed(
    [
        {
            "url": "https://harbor.example/1",
            "read_more_link": "",
            "language": "en",
            "title": "Ferry sails",
            "top_image": "a.jpg",
            "meta_img": "",
            "images": ["a.jpg"],
            "movies": [],
            "keywords": ["ferry"],
            "keyword_scores": {"ferry": 2.5},
            "meta_keywords": [""],
            "tags": None,
            "authors": ["Ann Bell"],
            "publish_date": "2026-03-06T10:05:00",
            "summary": "",
            "meta_description": "It sails again.",
            "meta_lang": "en",
            "meta_favicon": "",
            "meta_site_name": "Harbor Post",
            "canonical_link": "https://harbor.example/1",
            "text": FERRY,
        },
        {
            "url": "https://harbor.example/2",
            "language": "en",
            "title": "Storm",
            "keywords": [],
            "tags": None,
            "authors": [],
            "publish_date": None,
            "summary": "",
            "meta_description": "",
            "meta_site_name": "",
            "canonical_link": "",
            "text": STORM,
        },
    ]
)
MINET = table(
    {
        "url": "https://harbor.example/1",
        "filename": "a.html",
        "extract_error": "",
        "canonical_url": "https://harbor.example/ferry",
        "title": "Ferry sails",
        "description": "It sails again.",
        "content": FERRY,
        "comments": "Nice. " * 60,
        "author": "Ann Bell; Karl Moor",
        "categories": "World",
        "tags": "ferries|pier",
        "date": "2026-03-06",
        "sitename": "Harbor Post",
        "image": "",
        "pagetype": "article",
    },
    {
        "url": "https://harbor.example/2",
        "filename": "b.html",
        "extract_error": "extractor-error",
        "canonical_url": "",
        "title": "",
        "description": "",
        "content": "",
        "comments": "",
        "author": "",
        "categories": "",
        "tags": "",
        "date": "",
        "sitename": "",
        "image": "",
        "pagetype": "",
    },
)
_DOW_JONES = (
    {
        "an": "HARPO00020260306em3600001",
        "ingestion_datetime": 1772900000000,
        "publication_date": 1772755200000,
        "publication_datetime": 1772791500000,
        "snippet": "A lamp had gone out.",
        "body": FERRY,
        "action": "rep",
        "byline": "By Ann Bell",
        "language_code": "en",
        "title": "Ferry sails",
        "source_code": "HARPO",
        "source_name": "The Harbor Post",
        "publisher_name": "Harbor Press",
        "section": "News",
        "region_codes": ",usa,",
        "word_count": 204,
    },
    {
        "an": "HARPO00020260307em3700002",
        "ingestion_datetime": 1772900000000,
        "publication_date": 1772841600000,
        "publication_datetime": 1772841660000,
        "snippet": "",
        "body": STORM,
        "action": "add",
        "byline": "",
        "language_code": "de",
        "title": "March 5, 2002: Sturm",
        "source_code": "HARPO",
        "source_name": "The Harbor Post",
        "publisher_name": "Harbor Press",
        "section": "",
        "region_codes": "",
        "word_count": 20,
    },
    {
        "an": "AGX0000020260308em3800003",
        "ingestion_datetime": 1772900000000,
        "publication_date": 1772928000000,
        "publication_datetime": 1772950200000,
        "snippet": "It sank.",
        "body": "",
        "action": "add",
        "byline": "",
        "language_code": "en",
        "title": "",
        "source_code": "AGX",
        "source_name": "Agence X",
        "publisher_name": "",
        "section": "",
        "region_codes": "",
        "word_count": 2,
    },
)
DOW_JONES = lines(*_DOW_JONES)
DOW_JONES_CSV = table(*_DOW_JONES)
