"""Tables as different people hand them over, each with what is right in it; all invented for newskit.

Right was written down before newskit had read any of them. A row of `right` names the columns that are looked at:
None is a missing cell, an instant is written in UTC ("2024-05-06T06:30"), a column that is not named is not looked at.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import openpyxl
import pandas as pd

FERRY = 'The ferry sailed at dawn on Friday, and nobody on the quay cheered. "It was late," Ms Lee said.'
STORM = "A storm closed the harbor for two days; the council counted the cost, which it put at $2 million."
QUAY = "Workers mended the quay overnight.\n\nBy noon on Sunday the first boats were back, the mayor said."


class Kind(NamedTuple):
    name: str
    ending: str
    make: Callable[[], Any]
    """Returns the content of the file, or a frame."""
    right: list[dict[str, Any]]
    is_watched: bool = False
    """Whether newskit is known to read it wrong."""


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
    return b"\xef\xbb\xbf" + lines(
        "Titre;Auteur;Date de publication;Source;Texte;Lien;;",
        f"Ferry sails;Ann Lee;06/05/2024;BBC News;{F};https://a.example/1;;",
        f"Café on the quay;Zoé Day;25/05/2024;BBC News;{Q};https://a.example/2;;",
        ";;;;;;;",
    ).encode()


def excel_mac() -> bytes:
    text = "“It’s late,” Ms Lee said of the ferry – and nobody at the café on the quay cheered for it."
    return lines(
        "Headline,Reporter,Pub Date,Newspaper,Story", f'Ferry’s late,Ann Lee,5/6/24 14:30,The New York Times,"{text}"', end="\r"
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
        '"Article\nTitle","Date\nPublished","News\nSource","Full\nText"',
        f"Ferry sails,2024-05-06,BBC News,{F}",
    ).encode()


def sep_line() -> bytes:
    return b"\xef\xbb\xbf" + lines("sep=;", '"title";"date";"body"', f'"Ferry sails";"2024-05-06";{F}').encode()


def wordpress() -> bytes:
    content = marked('<!-- wp:paragraph --><p>The ferry sailed &amp; nobody cheered.</p><p>"It was late," Ms Lee said.</p>')
    return lines(
        "ID,Title,Content,Excerpt,Date,Permalink,Image URL,Categories,Tags,Status,Author Username,Author First Name,Author Last Name,"
        "Post Modified Date",
        f"17,Ferry sails,{content},At last,2024-05-06 07:30:00,https://a.example/ferry/,https://a.example/f.jpg,Local,ferry|harbor,publish,"
        "alee42,Ann,Lee,2024-05-06 09:00:00",
        end="\n",
    ).encode()


def python_lists() -> bytes:
    return lines(
        "url,title,authors,publish_date,text,keywords",
        f"""https://a.example/1,Ferry sails,"['Ann Lee', ""Conor O'Brien""]",2024-05-06 07:30:00+01:00,{F},"['ferry', 'quay']\"""",
        f"https://a.example/2,Storm closes harbor,[],2024-05-07 18:05:00+01:00,{S},[]",
        end="\n",
    ).encode()


def json_people() -> bytes:
    rows = [
        {"headline": "Ferry sails", "authors": [{"name": "Ann Lee", "id": 7}, {"name": "Bo Ek", "id": 9}],
         "datePublished": "2024-05-06T07:30:00+01:00", "dateModified": "2024-05-06T08:00:00+01:00", "articleBody": FERRY},
        {"headline": "Storm closes harbor", "authors": [], "datePublished": None, "articleBody": STORM},
    ]  # fmt: skip
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
    return pd.DataFrame({"Title": list("abc"), "Body": [FERRY, QUAY, STORM], "created_at": counts, "outlet": "BBC News"})


def feed() -> bytes:
    return lines(
        "title,link,description,content:encoded,dc:creator,pubDate,guid,category",
        f"Ferry sails,https://a.example/1,At last,<p>The ferry sailed.</p><p>Nobody cheered.</p>,Ann Lee,"
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
    left = pd.DataFrame({"url": ["a.example/1", "a.example/2"], "title": ["Ferry sails", "Storm"], "text": [FERRY, STORM]})
    right = pd.DataFrame({"url": ["a.example/1", "a.example/2"], "title": ["Ferry sails | Pier", None], "code": [3, 4]})
    return left.merge(right, on="url").rename(columns={"text": "text_x"})


def blank_rows() -> bytes:
    rows: list[list[Any]] = [
        ["Articles of the class, spring"], [], [None, "No.", "Headline", "Outlet", "Date", "Body"],
        [None, 1, "Ferry sails", "BBC News", dt.datetime(2024, 5, 6, 7, 30), FERRY], [],
        [None, 2, "Storm closes harbor", "BBC News", dt.datetime(2024, 5, 7, 18, 5), STORM], [], [],
    ]  # fmt: skip
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


def url_and_link() -> list[dict[str, str]]:
    return [{"link": "https://t.example/x", "url": "https://a.example/1", "image_url": "https://a.example/1.jpg", "title": "Ferry sails",
             "body": FERRY}]  # fmt: skip


def zones() -> bytes:
    return lines(
        "pub_date,headline,publication,full_text",
        f"2024-05-06 07:30:00-04:00,Ferry sails,The New York Times,{F}",
        f"2024-05-06T11:30:00Z,Storm closes harbor,The New York Times,{S}",
        f'"May 6, 2024, 7:30 a.m. ET",Quay mended,The New York Times,{Q}',
        end="\n",
    ).encode()


def proquest() -> bytes:
    names = ["Title", "Abstract", "StoreId", "ArticleType", "AlternateTitle", "Authors", "documentType", "entryDate", "language", "pages",
             "pubdate", "placeOfPublication", "publisher", "pubtitle", "year", "DocumentURL", "FullText"]  # fmt: skip
    row = ["Ferry sails", None, "30512", "News", None, "Lee, Ann; Ek, Bo", "News", "2024-05-08", "English", "12", "May 6, 2024", "London (UK)",
           "Guardian News & Media Limited", "The Guardian", 2024, "https://a.example/docview/30512", FERRY]  # fmt: skip
    return book([names, row])


def all_the_news() -> bytes:
    return lines(
        ",id,title,publication,author,date,year,month,url,content",
        f"0,17283,Ferry sails - The New York Times,New York Times,Ann Lee,2016-12-31,2016.0,12.0,,{F}",
        f"1,17284,Storm closes harbor,New York Times,\"Ann Lee, Bo Ek and Cy Day\",2017-06-19,2017.0,6.0,,{S}",
        end="\n",
    ).encode()


def news_api() -> bytes:
    article = {"source": {"id": "bbc-news", "name": "BBC News"}, "author": None, "title": "Ferry sails", "description": "At last",
               "url": "https://a.example/1", "urlToImage": "https://a.example/1.jpg", "publishedAt": "2024-05-06T06:30:00Z",
               "content": "The ferry sailed at dawn on Friday… [+1234 chars]"}  # fmt: skip
    return json.dumps({"status": "ok", "totalResults": 1, "articles": [article]}).encode()


def typed_frame() -> pd.DataFrame:
    zoned = pd.to_datetime(["2024-05-06 07:30", None]).tz_localize("America/New_York")
    frame = pd.DataFrame({"Published At": zoned, "Source": pd.Categorical(["The New York Times"] * 2), "Body": [FERRY, STORM]})
    return frame.set_index(pd.Index(["x1", "x2"], name="id"))


def transposed_note() -> bytes:
    return book([
        ["Headline", "Text", "Date", "Coder", "Notes", "Relevant?"],
        ["Ferry sails", FERRY, "6-May-24", "AL", "check, please", "Y"],
        ["Storm closes harbor", STORM, "7-May-24", "BE", None, "N"],
        ["Total", None, None, None, None, "=COUNTIF(F2:F3,\"Y\")"],
    ])  # fmt: skip


KINDS = [
    Kind("Excel, German, semicolons, cp1252", "csv", excel_de, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee"], "publisher": "BBC News", "published": "2024-04-25T06:30",
         "tags": ["ferry", "harbor"]},
        {"headline": "Storm closes harbor", "text": STORM, "authors": ["Bo Ek", "Cy Day"], "published": "2024-05-06T17:05", "tags": ["storm"]},
    ]),
    Kind("Excel, French, semicolons, empty columns at the end", "csv", excel_fr, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee"], "published_local": "2024-05-06", "publisher": "BBC News",
         "url": "https://a.example/1"},
        {"headline": "Café on the quay", "text": QUAY, "authors": ["Zoé Day"], "published_local": "2024-05-25"},
    ]),
    Kind("Excel on a Mac", "csv", excel_mac, [
        {"headline": "Ferry’s late", "authors": ["Ann Lee"], "publisher": "The New York Times", "published": "2024-05-06T18:30",
         "text": "“It’s late,” Ms Lee said of the ferry – and nobody at the café on the quay cheered for it."},
    ]),
    Kind("Google form: the day of the answer is no publication", "csv", google_form, [
        {"headline": "Ferry sails", "text": FERRY, "url": "https://a.example/1", "publisher": "The New York Times", "published_local": "2024-05-06"},
        {"headline": "Storm closes harbor", "text": STORM, "url": "https://a.example/2", "published_local": "2024-05-07"},
    ]),
    Kind("R's write.csv: row names, NA without marks is missing, \"NA\" is a text", "csv", r_write_csv, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee"], "published_local": "2024-05-06", "publisher": "BBC News"},
        {"headline": "Storm closes harbor", "text": STORM, "authors": None, "publisher": "BBC News", "published_local": "2024-05-07"},
        {"headline": "NA", "text": QUAY, "authors": None, "publisher": None, "published_local": None, "warnings": None},
    ]),
    Kind("pandas, written with its index, twice", "csv", pandas_twice, [
        {"headline": "Ferry sails", "text": FERRY, "published": "2024-05-06T06:30"},
        {"headline": "Storm closes harbor", "text": STORM, "published": "2024-05-07T17:05"},
        {"headline": "Quay mended", "text": QUAY, "published": None, "publisher": None},
    ]),
    Kind("tab separated, no cell in marks", "tsv", unquoted_tsv, [
        {"article_id": "a1", "headline": '"Never again," mayor says', "text": FERRY, "publisher": "The Guardian"},
        {"article_id": "a2", "headline": "Storm closes harbor", "text": STORM},
    ]),
    Kind("UTF-16 with tabs, as Excel's Unicode text", "csv", unicode_text, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Zoë Lee"], "published_local": "2024-05-06"},
    ]),
    Kind("cp1252, commas", "csv", windows_1252, [
        {"headline": "Café’s £2m bill", "publisher": "The Guardian",
         "text": "The café’s owner said – “quite rightly” – that it was too much for him to pay…"},
    ]),
    Kind("lines before the header", "csv", preamble, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee"], "publisher": "BBC News", "published_local": "2024-05-06"},
        {"headline": "Storm closes harbor", "text": STORM, "authors": ["Bo Ek"], "published_local": "2024-05-07"},
    ]),
    Kind("names over two lines", "csv", names_over_lines, [
        {"headline": "Ferry sails", "text": FERRY, "publisher": "BBC News", "published_local": "2024-05-06"},
    ]),
    Kind("a byte order mark, then sep=;", "csv", sep_line, [
        {"headline": "Ferry sails", "text": FERRY, "published_local": "2024-05-06"},
    ]),
    Kind("WordPress export: HTML, names of authors in two columns", "csv", wordpress, [
        {"article_id": "17", "headline": "Ferry sails", "text": 'The ferry sailed & nobody cheered.\n\n"It was late," Ms Lee said.',
         "standfirst": "At last", "url": "https://a.example/ferry/", "published_local": "2024-05-06 07:30", "updated_local": "2024-05-06 09:00",
         "section": "Local", "tags": ["ferry", "harbor"], "authors": ["Ann Lee"]},
    ], is_watched=True),  # but for the authors, it is
    Kind("lists as Python writes them", "csv", python_lists, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee", "Conor O'Brien"], "published": "2024-05-06T06:30",
         "tags": ["ferry", "quay"]},
        {"headline": "Storm closes harbor", "text": STORM, "authors": None, "published": "2024-05-07T17:05"},
    ]),
    Kind("JSON lines with people as objects", "jsonl", json_people, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee", "Bo Ek"], "published": "2024-05-06T06:30",
         "updated": "2024-05-06T07:00"},
        {"headline": "Storm closes harbor", "text": STORM, "authors": None, "published": None},
    ]),
    Kind("seconds since 1970", "csv", unix_seconds, [
        {"article_id": "bbc--2024-05-06--ferry", "headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee"],
         "published": "2024-05-06T06:30", "published_local": "2024-05-06 07:30", "publisher": "BBC News"},
        {"headline": "Storm closes harbor", "text": STORM, "authors": None, "published": "2024-05-07T17:05"},
    ]),
    Kind("milliseconds since 1970, as floats, in a frame", "frame", unix_milliseconds, [
        {"headline": "a", "text": FERRY, "published": "2024-05-06T06:30", "published_local": "2024-05-06 07:30"},
        {"headline": "b", "text": QUAY, "published": None, "publisher": "BBC News"},
        {"headline": "c", "text": STORM, "published": "2024-05-07T17:05"},
    ]),
    Kind("a feed: content:encoded, dc:creator, RFC 2822", "csv", feed, [
        {"headline": "Ferry sails", "text": "The ferry sailed.\n\nNobody cheered.", "standfirst": "At last", "authors": ["Ann Lee"],
         "published": "2024-05-06T06:30", "url": "https://a.example/1", "section": "Local"},
    ]),
    Kind("the day first, as one row of the column shows", "csv", day_first, [
        {"headline": "Ferry sails", "text": FERRY, "publisher": "Pier Courier", "published_local": "2024-05-06"},
        {"headline": "Storm closes harbor", "text": STORM, "published_local": "2024-05-25"},
        {"headline": "Quay mended", "text": QUAY, "published_local": "2024-05-07"},
    ]),
    Kind("outlets of two lands, each with its order", "csv", outlets_of_two_lands, [
        {"headline": "Ferry sails", "published": "2024-05-06T12:00"},
        {"headline": "Storm closes harbor", "published": "2024-05-06T12:00"},
    ]),
    Kind("several dates", "csv", several_dates, [
        {"headline": "Ferry sails", "text": FERRY, "published": "2024-05-06T06:30", "updated": "2024-05-06T08:00"},
    ]),
    Kind("names that occur twice", "csv", names_twice, [
        {"headline": "Ferry sails", "text": FERRY, "published_local": "2024-05-06"},
        {"headline": "Storm closes harbor", "text": STORM, "published_local": "2024-05-07"},
    ]),
    Kind("two merged frames: title_x, title_y", "frame", merged_frame, [
        {"headline": "Ferry sails", "text": FERRY, "url": "a.example/1"},
        {"headline": "Storm", "text": STORM, "url": "a.example/2"},
    ]),
    Kind("Excel: a title above, blank rows between, an empty column", "xlsx", blank_rows, [
        {"headline": "Ferry sails", "text": FERRY, "publisher": "BBC News", "published": "2024-05-06T06:30"},
        {"headline": "Storm closes harbor", "text": STORM, "published": "2024-05-07T17:05"},
    ]),
    Kind("Title and Headline both", "csv", title_and_headline, [
        {"headline": "Ferry sails", "text": FERRY, "url": "https://a.example/1"},
        {"headline": "Storm closes harbor", "text": STORM},
    ]),
    Kind("url and link both", "json", lambda: json.dumps(url_and_link()).encode(), [
        {"headline": "Ferry sails", "text": FERRY, "url": "https://a.example/1"},
    ]),
    Kind("zones in three forms", "csv", zones, [
        {"published": "2024-05-06T11:30", "published_local": "2024-05-06 07:30"},
        {"published": "2024-05-06T11:30", "published_local": "2024-05-06 07:30"},
        {"published": "2024-05-06T11:30", "published_local": "2024-05-06 07:30"},
    ]),
    Kind("ProQuest, Excel", "xlsx", proquest, [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Lee", "Bo Ek"], "publisher": "The Guardian", "published_local": "2024-05-06",
         "url": "https://a.example/docview/30512"},
    ]),
    Kind("a column without a name first, years as floats", "csv", all_the_news, [
        {"article_id": "17283", "headline": "Ferry sails - The New York Times", "text": FERRY, "publisher": "New York Times",
         "authors": ["Ann Lee"], "published_local": "2016-12-31"},
        {"article_id": "17284", "authors": ["Ann Lee", "Bo Ek", "Cy Day"], "published_local": "2017-06-19", "text": STORM},
    ]),
    Kind("what a news API answers", "json", news_api, [
        {"headline": "Ferry sails", "publisher": "BBC News", "standfirst": "At last", "url": "https://a.example/1", "authors": None,
         "published": "2024-05-06T06:30"},
    ]),
    Kind("a frame with types of its own, ids as index", "frame", typed_frame, [
        {"article_id": "x1", "text": FERRY, "publisher": "The New York Times", "published": "2024-05-06T11:30"},
        {"article_id": "x2", "text": STORM, "published": None},
    ]),
    Kind("a coding sheet with a row of totals", "xlsx", transposed_note, [
        {"headline": "Ferry sails", "text": FERRY, "published_local": "2024-05-06", "error": None},
        {"headline": "Storm closes harbor", "text": STORM, "published_local": "2024-05-07", "error": None},
        {"headline": "Total", "text": None, "error": "The row has no text."},
    ]),
]  # fmt: skip
