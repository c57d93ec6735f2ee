"""RTF of Nexis and Factiva: invented articles in the true layouts."""

from __future__ import annotations

from tests.exports.reading import cells, day, extra, paragraphs, read
from tests.exports.test_nexis_docx import COVER, DATED, FERRY, FLASH
from tests.exports.writers import rtf


def test_nexis_uni_is_read_as_its_word_documents() -> None:
    lines = [line.strip("\n").replace("[", "").replace("]", "").replace("|", " ") for line in [*COVER, *FERRY, *DATED, *FLASH]]
    articles = read(rtf(lines))
    assert articles["format"].tolist() == ["nexis-rtf"] * 3
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors") == [
        "Ferry sails again; Nobody cheered", "The Harbor Post", "BUSINESS", "B3", ["Ann Bell", "Karl Moor"],
    ]  # fmt: skip
    assert [day(articles, number) for number in range(3)] == ["2023-05-22", "2004-03-02", "2013-03-06"]
    assert cells(articles, 2, "headline", "text") == [None, "The ferry sank."]


OLD = [
    "1 of 2 DOCUMENTS", "Copyright 2004 Harbor Press", "All Rights Reserved", "The Harbor Post", "March 2, 2004, Tuesday",
    "SECTION: BUSINESS; Pg. B3", "LENGTH: 512 words", "HEADLINE: Ferry sails on March 5, 2002", "BYLINE: ANN BELL", " BODY:",
    "The ferry sailed at noon, and nobody in the whole of the old harbor town had cheered, since it was so very cold.",
    "SECTION: A was full.", "It rained.", "LANGUAGE: ENGLISH", "LOAD-DATE: March 3, 2004", "<new>",
]  # fmt: skip


def test_old_nexis() -> None:
    second = [line.replace("1 of 2", "2 of 2") for line in OLD if not line.startswith(("HEADLINE", "BYLINE"))]
    articles = read(rtf([*OLD, *second]))
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "credit") == [
        "Ferry sails on March 5, 2002", "The Harbor Post", "BUSINESS", "B3", ["Ann Bell"],
        "Copyright 2004 Harbor Press All Rights Reserved",
    ]  # fmt: skip
    assert paragraphs(articles, 0)[1:] == ["SECTION: A was full.", "It rained."]
    assert cells(articles, 1, "headline", "authors", "warnings") == [None, [], []]


WIRE = [
    "Foreign Desk", "<b>March 5, 2002: </b><b><hit>ferry</hit> sails</b>", "By Ann Bell", "1,204 words", "6 March 2026", "07:15",
    "Agence X", "AGX", "English", "(c) 2026 Agence X", "", "The <hit>ferr</hit>ies sailed — at noon.", "512 words",
    "Released: 2026-3-6T06:15:02.000Z", "Document AGX0000020260306em3600001", "<new>",
]  # fmt: skip
BARE = ["<b>Ferry sinks</b>", "14 words", "7 March 2026", "Agence X", "AGX", "English", "(c) 2026", "", "It sank.",
        "Document AGX0000020260307em3700002", "<new>"]  # fmt: skip


def test_factiva() -> None:
    articles = read(rtf([*WIRE, *BARE]))
    assert articles["format"].tolist() == ["factiva-rtf"] * 2
    assert cells(articles, 0, "headline", "section", "publisher", "authors", "credit", "archive_id", "language") == [
        "March 5, 2002: ferry sails", "Foreign Desk", "Agence X", ["Ann Bell"], "(c) 2026 Agence X",
        "AGX0000020260306em3600001", "en",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == ["The ferries sailed — at noon.", "512 words"]
    # The clock is that of the account; its zone is known by the release, which is told in UTC.
    assert str(articles.loc[0, "published"]) == "2026-03-06 06:15:00+00:00"
    assert extra(articles, 0)["released"] == "2026-3-6T06:15:02.000Z"
    assert cells(articles, 0, "timezone", "timezone_source") == ["+01:00", "stated"]
    assert cells(articles, 1, "headline", "authors", "text") == ["Ferry sinks", [], "It sank."]


def test_factiva_that_is_cut_off() -> None:
    articles = read(rtf([*WIRE, *BARE[:-2]]))
    assert articles["error"].isna().tolist() == [True, False]
    assert "It sank" in articles.loc[1, "error"]


def test_other_rtf_is_read_as_pasted() -> None:
    articles = read(rtf(["Ferry sails again", "By Ann Bell", "The ferry sailed at noon, and nobody cheered.", "It rained all day."]))
    assert articles["format"].tolist() == ["rtf"]
