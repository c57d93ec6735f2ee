"""Tables as different people hand them over, all invented: the content of a file, or a frame.

What is right in each stands under its name in evaluation/table_cases.jsonl; it was written before newskit had read any
of them. A row of `right` names the columns that are looked at: null is a missing cell, an instant is written in UTC
("2024-05-06T06:30").
"""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import openpyxl
import pandas as pd

FERRY = 'The ferry sailed at dawn on Friday, and nobody on the quay cheered. "It was late," Ms Lee said.'
STORM = "A storm closed the harbor for two days; the council counted the cost, which it put at $2 million."
QUAY = "Workers mended the quay overnight.\n\nBy noon on Sunday the first boats were back, the mayor said."


def marked(text: str) -> str:
    """Return a cell as programs write it, in quotation marks."""
    return '"' + text.replace('"', '""') + '"'


def lines(*rows: str, end: str = "\r\n") -> str:
    return "".join(row + end for row in rows)


F, S, Q = map(marked, (FERRY, STORM, QUAY))


def excel_de() -> bytes:
    return lines(
        "Nr;Titel;Autor;Datum;Quelle;Text;Schlagwörter",
        f"1;Ferry sails;Ann Lee;25.04.2024 07:30;BBC News;{F};ferry, harbor",
        f"2;Storm closes harbor;Bo Ek, Cy Day;06.05.2024 18:05;The Guardian;{S};storm",
    ).encode("cp1252")


def excel_fr() -> bytes:
    return (
        b"\xef\xbb\xbf"
        + lines(
            "Titre;Auteur;Date de publication;Source;Texte;Lien;;",
            f"Ferry sails;Ann Lee;06/05/2024;BBC News;{F};https://a.example/1;;",
            f"Café on the quay;Zoé Day;25/05/2024;BBC News;{Q};https://a.example/2;;",
            ";;;;;;;",
        ).encode()
    )


def excel_mac() -> bytes:
    text = "“It’s late,” Ms Lee said of the ferry – and nobody at the café on the quay cheered for it."
    return lines(
        "Headline,Reporter,Pub Date,Newspaper,Story",
        f'Ferry’s late,Ann Lee,5/6/24 14:30,The New York Times,"{text}"',
        end="\r",
    ).encode("mac_roman")


def google_form() -> bytes:
    return lines(
        "Timestamp,Headline of the article,Date published,Publication,Link to the article,Full text of the article",
        f"5/20/2024 9:01:44,Ferry sails,5/6/2024,The New York Times,https://a.example/1,{F}",
        f"5/20/2024 9:12:03,Storm closes harbor,5/7/2024,The New York Times,https://a.example/2,{S}",
    ).encode()


def r_write_csv() -> bytes:
    return lines(
        '"","title","author","date","source","text"',
        f'"1","Ferry sails","Ann Lee",2024-05-06,"BBC News",{F}',
        f'"2","Storm closes harbor",NA,2024-05-07,"BBC News",{S}',
        f'"3","NA",NA,NA,NA,{Q}',
        end="\n",
    ).encode()


def pandas_twice() -> bytes:
    return lines(
        "Unnamed: 0.1,Unnamed: 0,headline,publish_date,publication,article_text",
        f"0,0,Ferry sails,2024-05-06 07:30:00,BBC News,{F}",
        f"1,4,Storm closes harbor,2024-05-07 18:05:00,BBC News,{S}",
        f"2,9,Quay mended,,,{Q}",
        end="\n",
    ).encode()


def unquoted_tsv() -> bytes:
    return lines(
        "doc_id\theadline\tsource\tbody",
        f'a1\t"Never again," mayor says\tThe Guardian\t{FERRY}',
        f"a2\tStorm closes harbor\tThe Guardian\t{STORM}",
        end="\n",
    ).encode()


def unicode_text() -> bytes:
    return lines("Title\tAuthor\tDate\tText", f"Ferry sails\tZoë Lee\t2024-05-06\t{F}").encode("utf-16")


def windows_1252() -> bytes:
    return lines(
        "title,publication,content",
        'Café’s £2m bill,The Guardian,"The café’s owner said – “quite rightly” – that it was too much for him to pay…"',
    ).encode("cp1252")


def preamble() -> bytes:
    return lines(
        "News search export,,,,",
        "Query: ferry AND harbor,,,,",
        "Downloaded: 20 May 2024,,,,",
        ",,,,",
        "Title,Publication,Date,Author,Full text",
        f"Ferry sails,BBC News,6 May 2024,Ann Lee,{F}",
        f"Storm closes harbor,BBC News,7 May 2024,Bo Ek,{S}",
    ).encode()


def names_over_lines() -> bytes:
    return lines(
        '"Article\nTitle","Date\nPublished","News\nSource","Full\nText"', f"Ferry sails,2024-05-06,BBC News,{F}"
    ).encode()


def sep_line() -> bytes:
    return b"\xef\xbb\xbf" + lines("sep=;", '"title";"date";"body"', f'"Ferry sails";"2024-05-06";{F}').encode()


def wordpress() -> bytes:
    content = '<!-- wp:paragraph --><p>The ferry sailed &amp; nobody cheered.</p><p>"It was late," Ms Lee said.</p>'
    return lines(
        "ID,Title,Content,Excerpt,Date,Permalink,Image URL,Categories,Tags,Status,"
        "Author Username,Author First Name,Author Last Name,Post Modified Date",
        f"17,Ferry sails,{marked(content)},At last,2024-05-06 07:30:00,https://a.example/ferry/,"
        "https://a.example/f.jpg,Local,ferry|harbor,publish,alee42,Ann,Lee,2024-05-06 09:00:00",
        end="\n",
    ).encode()


def python_lists() -> bytes:
    return lines(
        "url,title,authors,publish_date,text,keywords",
        f"""https://a.example/1,Ferry sails,"['Ann Lee', ""Conor O'Brien""]",2024-05-06 07:30:00+01:00,{F},"""
        "\"['ferry', 'quay']\"",
        f"https://a.example/2,Storm closes harbor,[],2024-05-07 18:05:00+01:00,{S},[]",
        end="\n",
    ).encode()


def json_people() -> bytes:
    rows = [
        {
            "headline": "Ferry sails",
            "authors": [{"name": "Ann Lee", "id": 7}, {"name": "Bo Ek", "id": 9}],
            "datePublished": "2024-05-06T07:30:00+01:00",
            "dateModified": "2024-05-06T08:00:00+01:00",
            "articleBody": FERRY,
        },
        {"headline": "Storm closes harbor", "authors": [], "datePublished": None, "articleBody": STORM},
    ]
    return "\n".join(map(json.dumps, rows)).encode()


def unix_seconds() -> bytes:
    return lines(
        "id,source,title,content,author,published_utc,collection_utc",
        f"bbc--2024-05-06--ferry,BBC News,Ferry sails,{F},Ann Lee,1714977000,1715000000",
        f"bbc--2024-05-07--storm,BBC News,Storm closes harbor,{S},,1715101500,1715110000",
        end="\n",
    ).encode()


def unix_milliseconds() -> pd.DataFrame:
    counts = [1714977000000, None, 1715101500000]  # a missing one makes them floats
    return pd.DataFrame(
        {"Title": list("abc"), "Body": [FERRY, QUAY, STORM], "created_at": counts, "outlet": "BBC News"}
    )


def feed() -> bytes:
    return lines(
        "title,link,description,content:encoded,dc:creator,pubDate,guid,category",
        "Ferry sails,https://a.example/1,At last,<p>The ferry sailed.</p><p>Nobody cheered.</p>,Ann Lee,"
        '"Mon, 06 May 2024 07:30:00 +0100",https://a.example/?p=1,Local',
    ).encode()


def day_first() -> bytes:
    return lines(
        "Headline,Date,Paper,Body",
        f"Ferry sails,06/05/2024,Pier Courier,{F}",
        f"Storm closes harbor,25/05/2024,Pier Courier,{S}",
        f"Quay mended,07/05/24,Pier Courier,{Q}",
    ).encode()


def outlets_of_two_lands() -> bytes:
    return lines(
        "outlet,headline,date,text",
        f"The New York Times,Ferry sails,05/06/2024 8:00 AM,{F}",
        f"BBC News,Storm closes harbor,06/05/2024 13:00,{S}",
    ).encode()


def several_dates() -> bytes:
    return lines(
        "crawl_date,date_added,published_date,modified_date,event_date,title,article",
        f"2024-06-01T00:00:00Z,2024-06-02,2024-05-06T06:30:00Z,2024-05-06T08:00:00Z,2024-05-03,Ferry sails,{F}",
        end="\n",
    ).encode()


def names_twice() -> bytes:
    return lines(
        "Title,Date,Text,Title,Text",
        f"Ferry sails,2024-05-06,{F},Die Fähre fährt,Sie fuhr.",
        f"Storm closes harbor,2024-05-07,{S},,",
    ).encode()


def merged_frame() -> pd.DataFrame:
    left = pd.DataFrame(
        {"url": ["a.example/1", "a.example/2"], "title": ["Ferry sails", "Storm"], "text": [FERRY, STORM]}
    )
    right = pd.DataFrame({"url": ["a.example/1", "a.example/2"], "title": ["Ferry sails | Pier", None], "code": [3, 4]})
    return left.merge(right, on="url").rename(columns={"text": "text_x"})


def blank_rows() -> bytes:
    rows: list[list[Any]] = [
        ["Articles of the class, spring"],
        [],
        [None, "No.", "Headline", "Outlet", "Date", "Body"],
        [None, 1, "Ferry sails", "BBC News", dt.datetime(2024, 5, 6, 7, 30), FERRY],
        [],
        [None, 2, "Storm closes harbor", "BBC News", dt.datetime(2024, 5, 7, 18, 5), STORM],
        [],
        [],
    ]
    return book(rows)


def book(rows: list[list[Any]]) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def title_and_headline() -> bytes:
    return lines(
        "Title,Headline,Url,Text",
        f"Ferry sails again | The Pier Courier,Ferry sails,https://a.example/1,{F}",
        f"Harbor closed by storm | The Pier Courier,Storm closes harbor,https://a.example/2,{S}",
    ).encode()


def url_and_link() -> bytes:
    row = {"link": "https://t.example/x", "url": "https://a.example/1", "image_url": "https://a.example/1.jpg"}
    return json.dumps([row | {"title": "Ferry sails", "body": FERRY}]).encode()


def zones() -> bytes:
    return lines(
        "pub_date,headline,publication,full_text",
        f"2024-05-06 07:30:00-04:00,Ferry sails,The New York Times,{F}",
        f"2024-05-06T11:30:00Z,Storm closes harbor,The New York Times,{S}",
        f'"May 6, 2024, 7:30 a.m. ET",Quay mended,The New York Times,{Q}',
        end="\n",
    ).encode()


def proquest() -> bytes:
    names = [
        "Title",
        "Abstract",
        "StoreId",
        "ArticleType",
        "AlternateTitle",
        "Authors",
        "documentType",
        "entryDate",
        "language",
        "pages",
        "pubdate",
        "placeOfPublication",
        "publisher",
        "pubtitle",
        "year",
        "DocumentURL",
        "FullText",
    ]
    row = [
        "Ferry sails",
        None,
        "30512",
        "News",
        None,
        "Lee, Ann; Ek, Bo",
        "News",
        "2024-05-08",
        "English",
        "12",
        "May 6, 2024",
        "London (UK)",
        "Guardian News & Media Limited",
        "The Guardian",
        2024,
        "https://a.example/30512",
        FERRY,
    ]
    return book([names, row])


def all_the_news() -> bytes:
    return lines(
        ",id,title,publication,author,date,year,month,url,content",
        f"0,17283,Ferry sails - The New York Times,New York Times,Ann Lee,2016-12-31,2016.0,12.0,,{F}",
        f'1,17284,Storm closes harbor,New York Times,"Ann Lee, Bo Ek and Cy Day",2017-06-19,2017.0,6.0,,{S}',
        end="\n",
    ).encode()


def news_api() -> bytes:
    article = {
        "source": {"id": "bbc-news", "name": "BBC News"},
        "author": None,
        "title": "Ferry sails",
        "description": "At last",
        "url": "https://a.example/1",
        "urlToImage": "https://a.example/1.jpg",
        "publishedAt": "2024-05-06T06:30:00Z",
        "content": "The ferry sailed at dawn on Friday… [+1234 chars]",
    }
    return json.dumps({"status": "ok", "totalResults": 1, "articles": [article]}).encode()


def typed_frame() -> pd.DataFrame:
    zoned = pd.to_datetime(["2024-05-06 07:30", None]).tz_localize("America/New_York")
    frame = pd.DataFrame(
        {"Published At": zoned, "Source": pd.Categorical(["The New York Times"] * 2), "Body": [FERRY, STORM]}
    )
    return frame.set_index(pd.Index(["x1", "x2"], name="id"))


def transposed_note() -> bytes:
    return book(
        [
            ["Headline", "Text", "Date", "Coder", "Notes", "Relevant?"],
            ["Ferry sails", FERRY, "6-May-24", "AL", "check, please", "Y"],
            ["Storm closes harbor", STORM, "7-May-24", "BE", None, "N"],
            ["Total", None, None, None, None, '=COUNTIF(F2:F3,"Y")'],
        ]
    )
