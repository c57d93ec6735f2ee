"""A file of invented articles for each form in the list, and the cells that its articles must have.

The dialects of the archives, one by one, are in tests/exports/; the second or third article is the odd one.
"""

# ruff: noqa: E501

from __future__ import annotations

import io
import quopri
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from tests.datasets import files, test_datasets, test_feeds, test_web_archives
from tests.datasets.files import FERRY, STORM
from tests.exports import (
    test_europresse,
    test_factiva_html,
    test_factiva_text,
    test_nexis_docx,
    test_nexis_html,
    test_nexis_text,
    test_proquest,
    test_proquest_xml,
    test_ris,
    test_rtf,
)
from tests.exports.writers import docx, rtf

Rows = list[dict[str, Any]]


class Fixture(NamedTuple):
    """What a file holds, what it is called, and what must be read."""

    content: bytes
    expected: Rows
    name: str = "a.dat"


def _rows(*rows: tuple[str | None, str | None, list[str], str | None]) -> Rows:
    names = ("headline", "publisher", "authors", "day")
    return [dict(zip(names, row, strict=True)) for row in rows]


ANN, BOTH = ["Ann Bell"], ["Ann Bell", "Karl Moor"]
POST = "The Harbor Post"
NEXIS_UNI = _rows(
    ("Ferry sails again; Nobody cheered", POST, BOTH, "2023-05-22"),
    ("March 5, 2002: a day of ferries", "Harborpost.com", [], "2004-03-02"),
    (None, "Agence X -- English", [], "2013-03-06"),
)
_UNI = [*test_nexis_docx.COVER, *test_nexis_docx.FERRY, "", *test_nexis_docx.DATED, *test_nexis_docx.FLASH]
_HTML = test_nexis_html
_PAGE_3 = _HTML.page(
    _HTML.document(1, 3, *_HTML.order_a()), _HTML.document(2, 3, *_HTML.ORDER_B), _HTML.document(3, 3, *_HTML.FLASH)
)
_TEXT = test_nexis_text
_SHOWN = test_factiva_text.SHOWN
_THIRD = _SHOWN.partition("Ferry sinks")[0].replace("By Ann Bell and Karl Moor\n", "").replace("6 March", "8 March")
_LABELS = test_factiva_html
_BARE_LABELS = [row for row in _LABELS.PHARE if row[0] not in ("BY", "TD", "HD")]
_XML = test_factiva_text
_FLASH_XML = (
    "<headline>Ferry sinks</headline><sourceName>Agence X</sourceName><publicationDate><dateTime>2017-03-07T06:15:00Z</dateTime>"
    "</publicationDate><leadParagraph>It sank.</leadParagraph>"
)
_PQ = test_proquest
_PQ_ONE = f"\n{_PQ.TITLE}{_PQ.HEAD}Full text: " + "\n".join([*_PQ.BODY, _PQ.CREDIT]) + "\n\n" + _PQ.tail(_PQ.TITLE)
_PQ_NONE = f"{_PQ.HEAD}Full text: It sailed.\n\n{_PQ.tail('[No Title]')}"
_PQ_TITLE = "March 5, 2002: ferry sails again"
_PQ_PAGE = _PQ.page(
    _PQ.of_2010(1, "May 1, 2010: ferry", "Bell, Ann; Moor, Karl"),
    _PQ.of_2010(2, "Ferry: Location", "Bell, Ann"),
    _PQ.of_2010(3, "Third", "Anonymous"),
)
_MAIL = (
    b"From: ProQuest <x@proquest.example>\nMIME-Version: 1.0\nSubject: Articles\nContent-Type: text/html; charset=UTF-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\n"
)
_TDM = test_proquest_xml
_RECORDS = "".join(
    _TDM.TDM.format(title=title, people=people, text="It sailed.").partition("?>")[2]
    for title, people in (("<Title>Ferry sails</Title>", _TDM.PEOPLE), ("", ""), ("<Title>March 5, 2002: storm</Title>", ""))
)
_OLD_PAPER = "".join(
    _TDM.HISTORICAL.format(title=title).partition("?>")[2].replace("noon", f"noon {number}")
    for number, title in enumerate(("FERRY SAILS", "", "MARCH 5, 1900: STORM"))
)
_EU = test_europresse
_EU_HEADER = "lundi 6 mars 2023 - 10:15:02 -0000 1204 mots"
_DATED_PAGE = (
    b"<html lang='en'><head><title>Ferry sails</title><meta property='article:published_time' content='2026-03-06T10:05:00Z'>"
    b"<meta property='og:site_name' content='Harbor Post'></head><body><article><h1>Ferry sails</h1><p>By Ann Bell</p>"
    + b"".join(b"<p>%b</p>" % one.encode() for one in (FERRY, *STORM.split("\n\n"), *test_web_archives.MORE))
    + b"</article></body></html>"
)
_MHTML = b"From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Location: https://bay.example/1\n\n"
_PASTED = f"Ferry sails again\nBy Ann Bell\n6 March 2026\n\n{FERRY}\n\nThe pier stays shut until May, said the mayor."
_ONE_PAGE = [{"headline": "Ferry sails", "authors": ANN}]
_ONE_PASTED = [{"headline": "Ferry sails again", "authors": ANN, "day": "2026-03-06"}]
_PLAIN = pd.DataFrame(
    {
        "title": ["Ferry sails", "Storm", "March 5, 2002: fog"],
        "author": ["Ann Bell", "", ""],
        "date": ["2026-03-06", "", "2026-03-08"],
        "outlet": POST,
        "body": [FERRY, STORM, "Fog lay on it."],
    }
)
_PLAIN_ROWS = [
    {"headline": "Ferry sails", "publisher": POST, "authors": ANN, "day": "2026-03-06", "text": FERRY},
    {"headline": "Storm", "publisher": POST, "authors": [], "day": None, "text": STORM},
    {"headline": "March 5, 2002: fog", "publisher": POST, "authors": [], "day": "2026-03-08", "text": "Fog lay on it."},
]


def _data(name: str, called: str = "a.dat") -> Fixture:
    content = getattr(files, name)
    return Fixture(content, test_datasets.EXPECTED[name], called)


def _feed(name: str) -> Fixture:
    return Fixture(getattr(test_feeds, name).encode(), test_feeds.EXPECTED[name])


def _in_memory(write: Any, name: str) -> Fixture:
    out = io.BytesIO()
    write(out)
    return Fixture(out.getvalue(), _PLAIN_ROWS, name)


def _sqlite(frame: pd.DataFrame, expected: Rows) -> Fixture:
    with sqlite3.connect(":memory:") as base:
        base.execute(f"CREATE TABLE news ({', '.join(frame.columns)})")
        marks = ", ".join("?" * len(frame.columns))
        base.executemany(f"INSERT INTO news VALUES ({marks})", frame.astype(object).to_numpy().tolist())
        base.commit()
        content = base.serialize()
    base.close()
    return Fixture(content, expected, "a.db")


FIXTURES: dict[str, Fixture] = {
    "nexis-docx": Fixture(docx(_UNI), NEXIS_UNI),
    "nexis-rtf": Fixture(rtf([line for line in _UNI if not line.startswith("[")]), NEXIS_UNI),
    "nexis-html": Fixture(
        _PAGE_3.encode(),
        _rows(
            ("Ferry sails again on March 5, 2002; A deck follows the break", POST, ANN, "2015-07-08"),
            ("Ferry sails", POST, [], "2004-03-02"),
            (None, "Agence X -- English", [], "2004-03-02"),
        ),
    ),
    "nexis-text": Fixture(
        _TEXT.export(_TEXT.A, _TEXT.FLASH, _TEXT.B).encode(),
        _rows(
            ("Ferry sails again on March 5, 2002; Nobody cheered in the harbor, where a lamp had gone out on the pier a week before", POST, BOTH, "2010-03-01"),
            (None, "Agence X -- English", [], "2010-03-02"),
            ("Ferry sails again; Nobody cheered", POST, ANN, "2004-03-02"),
        ),
    ),
    "factiva-html-labels": Fixture(
        _LABELS.page(_LABELS.labeled(1, _LABELS.PHARE), _LABELS.labeled(2, _BARE_LABELS), _LABELS.labeled(3, _LABELS.PHARE)).encode(),
        _rows(
            ("Le 5 mars 2002, le bac repart", "Le Phare", ["Anne Bel"], "2017-03-06"),
            (None, "Le Phare", [], "2017-03-06"),
            ("Le 5 mars 2002, le bac repart", "Le Phare", ["Anne Bel"], "2017-03-06"),
        ),
    ),
    "factiva-html-display": Fixture(
        _LABELS.page(_LABELS.FERRY, _LABELS.FLASH, _LABELS.BARE).encode(),
        _rows(
            ("March 5, 1990: ferry sails again; Nobody cheered", POST, ANN, "1993-03-08"),
            ("Ferry sinks", "Agence X", [], "2017-03-06"),
            (None, POST, [], "2017-03-07"),
        ),
    ),
    "factiva-text-labels": Fixture(
        _XML.pasted(_XML.PASTED, _XML.without("BY", "SE"), _XML.without("HD", "TD")).encode(),
        _rows(
            ("March 5, 2002: ferry sails", POST, ANN, "2017-03-06"),
            ("March 5, 2002: ferry sails", POST, [], "2017-03-06"),
            (None, POST, ANN, "2017-03-06"),
        ),
    ),
    "factiva-text-display": Fixture(
        f"{_SHOWN}\n{_THIRD}".encode(),
        _rows(
            ("March 5, 2002: ferry sails again", POST, BOTH, "2017-03-06"),
            ("Ferry sinks", "Agence X", [], "2017-03-07"),
            ("March 5, 2002: ferry sails again", POST, [], "2017-03-08"),
        ),
    ),
    "factiva-rtf": Fixture(
        rtf([*test_rtf.WIRE, *test_rtf.BARE, *test_rtf.WIRE]),
        _rows(
            ("March 5, 2002: ferry sails", "Agence X", ANN, "2026-03-06"),
            ("Ferry sinks", "Agence X", [], "2026-03-07"),
            ("March 5, 2002: ferry sails", "Agence X", ANN, "2026-03-06"),
        ),
    ),
    "factiva-xml": Fixture(
        _XML.xml(_XML.HEAD + _XML.DAY + _XML.LEAD + _XML.REST, _FLASH_XML, _XML.HEAD + _XML.DAY + _XML.LEAD, count=3).encode(),
        _rows(
            ("March 5, 2002: ferry sails", POST, ANN, "2017-03-06"),
            ("Ferry sinks", "Agence X", [], "2017-03-07"),
            ("March 5, 2002: ferry sails", POST, ANN, "2017-03-06"),
        ),
    ),
    "dow-jones": _data("DOW_JONES"),
    "proquest-text": Fixture(
        _PQ.text(_PQ_ONE, _PQ_NONE, _PQ_ONE).encode(),
        _rows(
            (_PQ_TITLE, "Harbor Post", ANN, "2022-05-02"),
            (None, "Harbor Post", [], "2022-05-02"),
            (_PQ_TITLE, "Harbor Post", ANN, "2022-05-02"),
        ),
    ),
    "proquest-html": Fixture(
        _PQ_PAGE.encode(),
        _rows(
            ("May 1, 2010: ferry", "Harbor Post", BOTH, "2022-05-02"),
            ("Ferry: Location", "Harbor Post", ANN, "2022-05-02"),
            ("Third", "Harbor Post", [], "2022-05-02"),
        ),
    ),
    "proquest-mail": Fixture(
        _MAIL + quopri.encodestring(_PQ_PAGE.encode()),
        _rows(
            ("May 1, 2010: ferry", "Harbor Post", BOTH, "2022-05-02"),
            ("Ferry: Location", "Harbor Post", ANN, "2022-05-02"),
            ("Third", "Harbor Post", [], "2022-05-02"),
        ),
    ),
    "proquest-tdm": Fixture(
        f"<RECORDS>{_RECORDS}</RECORDS>".encode(),
        _rows(
            ("Ferry sails", "Harbor Post", BOTH, "2022-05-02"),
            (None, "Harbor Post", [], "2022-05-02"),
            ("March 5, 2002: storm", "Harbor Post", [], "2022-05-02"),
        ),
    ),
    "proquest-historical": Fixture(
        f"<Records>{_OLD_PAPER}</Records>".encode(),
        _rows(
            ("FERRY SAILS", POST, ANN, "1923-03-06"),
            (None, POST, ANN, "1923-03-06"),
            ("MARCH 5, 1900: STORM", POST, ANN, "1923-03-06"),
        ),
    ),
    "ris": Fixture(test_ris.RIS.encode(), test_ris.EXPECTED),
    "europresse-html": Fixture(
        _EU.page(_EU.of_2023(_EU_HEADER, "Anne Bel"), _EU.of_2023("6 mars 2023 804 mots"), _EU.of_2023(_EU_HEADER, title="")).encode(),
        [
            *_rows(("Le bac", "Le Post", ["Anne Bel"], "2023-03-06"), ("Le bac", "Le Post", [], "2023-03-06")),
            {"headline": None, "publisher": "Le Post", "day": "2023-03-06", "text": "Le bac repart."},
        ],
    ),
    "reuters-sgml": _data("REUTERS"),
    "trafilatura-xml": Fixture(files.TRAFILATURA_XML, test_datasets.EXPECTED["TRAFILATURA_XML"]),
    "trafilatura-tei": _data("TRAFILATURA_TEI"),
    "trafilatura-csv": _data("TRAFILATURA_CSV"),
    "trafilatura-json": _data("TRAFILATURA"),
    "all-the-news": _data("ALL_THE_NEWS"),
    "cnn-dailymail": _data("CNN_DAILYMAIL"),
    "nela-gt-json": _data("NELA"),
    "nela-gt-sqlite": _sqlite(pd.DataFrame(files._NELA), test_datasets.EXPECTED["NELA"]),
    "cc-news": _data("CC_NEWS"),
    "media-cloud": _data("MEDIA_CLOUD"),
    "media-cloud-wayback": _data("WAYBACK_LIST"),
    "media-cloud-explorer": _data("EXPLORER"),
    "gdelt-gkg": _data("GKG"),
    "gdelt-doc": _data("GDELT_DOC"),
    "mind": _data("MIND"),
    "news-category": _data("NEWS_CATEGORY"),
    "guardian": _data("GUARDIAN"),
    "guardian-list": _data("GUARDIAN_LIST"),
    "nyt-search": _data("NYT_SEARCH"),
    "nyt-lists": _data("NYT_TOP"),
    "newsapi": _data("NEWSAPI"),
    "event-registry": _data("EVENT_REGISTRY"),
    "webz": _data("WEBZ"),
    "json-feed": _data("JSON_FEED"),
    "news-please": _data("NEWS_PLEASE"),
    "fundus": _data("FUNDUS"),
    "newspaper4k": _data("NEWSPAPER4K"),
    "minet": _data("MINET"),
    "feed-rss": _feed("RSS2"),
    "feed-rdf": _feed("RSS1"),
    "feed-atom": _feed("ATOM"),
    "warc": Fixture(test_web_archives.PACKED, test_web_archives.EXPECTED),
    "arc": Fixture(test_web_archives.arc(), test_web_archives.EXPECTED),
    "wacz": Fixture(test_web_archives.wacz(), test_web_archives.EXPECTED, "a.wacz"),
    "text": Fixture(_PASTED.encode(), _ONE_PASTED, "a.txt"),
    "html": Fixture(_DATED_PAGE, _ONE_PAGE),
    "mhtml": Fixture(_MHTML + _DATED_PAGE, _ONE_PAGE, "a.mhtml"),
    "docx": Fixture(docx(_PASTED.split("\n")), _ONE_PASTED, "a.docx"),
    "rtf": Fixture(rtf(_PASTED.split("\n")), _ONE_PASTED, "a.rtf"),
    "csv": Fixture(_PLAIN.to_csv(index=False).encode(), _PLAIN_ROWS, "a.csv"),
    "json": Fixture(_PLAIN.to_json(orient="records").encode(), _PLAIN_ROWS, "a.json"),
    "jsonl": Fixture(_PLAIN.to_json(orient="records", lines=True).encode(), _PLAIN_ROWS, "a.jsonl"),
    "xlsx": _in_memory(lambda out: _PLAIN.to_excel(out, index=False), "a.xlsx"),
    "parquet": _in_memory(_PLAIN.to_parquet, "a.parquet"),
    "sqlite": _sqlite(_PLAIN, _PLAIN_ROWS),
}


def written(fixture: Fixture, folder: Path) -> Path:
    """Write the file of a form."""
    path = folder / fixture.name
    path.write_bytes(fixture.content)
    return path
