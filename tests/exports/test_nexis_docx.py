"""Nexis Word documents: invented articles in the true layout."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import newskit as nk
from newskit.reading import document_parts
from tests.exports.reading import cells, day, extra, paragraphs, read
from tests.exports.writers import docx

COVER = [
    "User Name: A. Reader", "Date and Time: Monday, May 29, 2023 10:15:00 AM EDT", "Job Number: 175000000",
    "Documents (3)", "1. Ferry sails again;Nobody cheered", "Client/Matter: -None-", "Search Terms: ferry",
    "Search Type: Natural Language", "Narrowed by:", "[Content Type|Narrowed by]",
    "[News|Sources: The Harbor Post; Content Type: News]", "2. March 5, 2002: a day of ferries",
    "Client/Matter: -None-", "Search Terms: ferry", "3. …", "", "",
]  # fmt: skip
FERRY = [
    "Ferry sails again; Nobody cheered", "The Harbor Post (Dullport)", "", "May 22, 2023 Monday 2:05 PM GMT",
    "Late & Harbor Editions", "", "\nCopyright 2023 Harbor Press All Rights Reserved",
    "Section:\u00a0BUSINESS; Pg. B3; Version:1", "Length:\u00a0512 words", "Byline:\u00a0By ANN BELL and KARL MOOR",
    "ann@harborpost.example", "Dateline:\u00a0DULLPORT",
    "Highlight:\u00a0A lamp went out. So did another.; https://harborpost.example/lamp", "Body", "", "",
    "DULLPORT — The ferry  sailed at noon.", "Section: A was full. Length: nobody knew.",
    "End of Document was its name.",
    "Notes", "She wrote “Graphic” on the wall.", *["It rained on the pier, and nobody said why."] * 12,
    "“That is all,” she said.", "https://harborpost.example/ferry",
    "Graphic", "", "Photo: a ferry", "A second picture",
    "Classification", "", "Language:\u00a0ENGLISH", "Subject:\u00a0FERRIES (90%); HARBORS (72%)", "",
    "\nLoad-Date:\u00a0May 23, 2023", "", "\nEnd of Document",
]  # fmt: skip
DATED = [
    "March 5, 2002: a day of ferries", "Harborpost.com.", "March 2, 2004, Tuesday,, FINAL EDITION",
    "\nCopyright 2004 Harbor Press", "All Rights Reserved", "Copyright 2004 Others", "Length:\u00a01,204 words",
    "Body", "Fog lay on the harbor.", "\nLoad-Date:\u00a0March 9, 2009", "\nEnd of Document",
]  # fmt: skip
FLASH = [
    "Agence X -- English", "6 mars 2013", "Length:\u00a012 words", "Body", "The ferry sank.",
    "\nLoad-Date:\u00a0March 7, 2013", "\nEnd of Document",
]  # fmt: skip


def test_an_export_with_a_cover() -> None:
    articles = read(docx([*COVER, *FERRY, "", *DATED, *FLASH]))
    assert articles["format"].tolist() == ["nexis-docx"] * 3
    assert articles["error"].isna().all()
    assert articles["article_id"].tolist() == ["bytes-0-1", "bytes-0-2", "bytes-0-3"]
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "dateline", "language") == [
        "Ferry sails again; Nobody cheered", "The Harbor Post", "BUSINESS", "B3", ["Ann Bell", "Karl Moor"],
        "DULLPORT", "en",
    ]  # fmt: skip
    assert cells(articles, 0, "standfirst", "url", "credit", "caption", "timezone") == [
        "A lamp went out. So did another.", "https://harborpost.example/lamp",
        "Copyright 2023 Harbor Press All Rights Reserved", "Photo: a ferry\nA second picture", "UTC",
    ]  # fmt: skip
    assert str(articles.loc[0, "published"]) == "2023-05-22 14:05:00+00:00"
    body = paragraphs(articles, 0)
    assert (body[0], body[1], body[-1]) == (
        "DULLPORT — The ferry sailed at noon.", "Section: A was full. Length: nobody knew.", "“That is all,” she said.",
    )  # fmt: skip
    assert "Notes" in body
    assert extra(articles, 0) == {
        "publisher": "The Harbor Post (Dullport)", "version": "1", "length": "512 words", "load_date": "May 23, 2023",
        "subject": "FERRIES (90%); HARBORS (72%)", "edition": "Late & Harbor Editions",
        "second url": "https://harborpost.example/ferry",
    }  # fmt: skip


def test_a_date_in_a_headline_and_two_copyright_lines() -> None:
    articles = read(docx([*COVER, *FERRY, "", *DATED, *FLASH]))
    assert cells(articles, 1, "headline", "publisher", "credit", "authors") == [
        "March 5, 2002: a day of ferries", "Harborpost.com",
        "Copyright 2004 Harbor Press All Rights Reserved Copyright 2004 Others", [],
    ]  # fmt: skip
    assert (day(articles, 1), paragraphs(articles, 1)) == ("2004-03-02", ["Fog lay on the harbor."])
    assert extra(articles, 1)["edition"] == "FINAL EDITION"


def test_an_article_without_a_headline() -> None:
    articles = read(docx([*COVER, *FLASH, *DATED]))
    assert cells(articles, 0, "headline", "publisher") == [None, "Agence X -- English"]
    assert (day(articles, 0), paragraphs(articles, 0)) == ("2013-03-06", ["The ferry sank."])


def test_without_a_cover_the_first_article_is_kept() -> None:
    articles = read(docx([*DATED, *FERRY]))
    assert articles["headline"].tolist() == ["March 5, 2002: a day of ferries", "Ferry sails again; Nobody cheered"]


def test_an_abstract_is_a_standfirst() -> None:
    head = ["Ferry", "The Harbor Post", "May 5, 2015", "\nCopyright 2015", "Byline:\u00a0By Eve Low", "Body"]
    body = ["ABSTRACT", "A short of it.", "FULL TEXT", "The ferry sailed.", "It rained.", "\nEnd of Document"]
    articles = read(docx([*head, *body]))
    assert cells(articles, 0, "standfirst", "text") == ["A short of it.", "The ferry sailed.\n\nIt rained."]


WIDE = "The ferry sailed at noon and nobody cheered in the old harbor, where"


def test_hard_wrapped_stories_are_joined() -> None:
    body = ["    " + WIDE, *[WIDE] * 4, "a lamp had gone out.", "    " + WIDE, *[WIDE] * 3, "it rained."]
    head = ["Ferry", "The Harbor Post", "March 1, 1988, Tuesday", "\nCopyright 1988", "Length:\u00a090 words", "Body"]
    articles = read(docx([*head, *body, "\nEnd of Document"]))
    assert len(paragraphs(articles, 0)) == 2
    assert paragraphs(articles, 0)[0].endswith("where a lamp had gone out.")


@pytest.mark.parametrize(("below", "expected", "clock"), [
    (["June 3, 2019 Monday"], "2019-06-03", None),
    (["June 3, 2019 Monday 8:15 AM GMT"], "2019-06-03", "08:15"),
    (["March 5, 2002 Tuesday Final Edition"], "2002-03-05", None),
    (["May 5, 2018 Saturday, The Harbor Post on the Web"], "2018-05-05", None),
    (["May 14, 1996, Tuesday, Late Edition - Final"], "1996-05-14", None),
    (["March 5, 2002 5:12 AM EST"], "2002-03-05", "05:12"),
    (["mercredi 6 mars 2013 19:40 GMT"], "2013-03-06", "19:40"),
    (["mercredi 6 mars 2013 09:40 GMT"], "2013-03-06", "09:40"),
    (["5 March 2013 Tuesday"], "2013-03-05", None),
    (["19. März 2012 Montag 8:10 PM GMT+1"], "2012-03-19", "20:10"),
    (["Mittwoch 9. März 2011"], "2011-03-09", None),
    (["4. März 2012"], "2012-03-04", None),
    (["6 août 2003"], "2003-08-06", None),
    (["Onsdag 3. Marts 2010"], "2010-03-03", None),
    (["6 maart 2015 vrijdag"], "2015-03-06", None),
    (["6 maart 2016 zondag"], "2016-03-06", None),
    (["March 4, 1995, CITY EDITION"], "1995-03-04", None),
    (["March 5, 2008", "woensdag"], "2008-03-05", None),
    (["3. September 2003", "September 3, 2003"], "2003-09-03", None),
    (["March 2, 2003, Sunday", "21:05 Central European Time"], "2003-03-02", "21:05"),
    (["March 6, 2006, Monday 11:00:00 - 12:00:00 Eastern Time"], "2006-03-06", "11:00"),
    (["March 2009"], None, None),
    (["Summer, 2007"], None, None),
])  # fmt: skip
def test_every_line_of_publication(below: list[str], expected: str | None, clock: str | None) -> None:
    head = ["In 2000 um 4, part 1", "The Harbor Post(London)", *below, "\nCopyright", "Length:\u00a02 words", "Body"]
    articles = read(docx([*head, "It sailed.", "\nLoad-Date:\u00a0July 9, 2021", "\nEnd of Document"]))
    assert cells(articles, 0, "headline", "publisher") == ["In 2000 um 4, part 1", "The Harbor Post"]
    assert day(articles, 0) == expected
    if clock:
        assert articles.loc[0, "published_local"].strftime("%H:%M") == clock
        assert articles["published"].notna().all()
    if not expected:
        assert "names no day" in articles.loc[0, "warnings"][0]


def test_a_download_of_one_document_per_article(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "Files (2).ZIP", "w") as files:
        files.writestr("Ferry sails.DOCX", docx(FERRY))
        files.writestr("A day.DOCX", docx(DATED[:-1]))  # the new kind has no end mark
    articles = nk.read_articles(tmp_path / "Files (2).ZIP", progress=False)
    assert articles["article_id"].tolist() == ["A day", "Ferry sails"]
    assert articles["headline"].tolist() == ["March 5, 2002: a day of ferries", "Ferry sails again; Nobody cheered"]


def test_the_number_on_the_cover_is_a_check() -> None:
    articles = read(docx([*COVER, *FERRY, *DATED]))
    assert articles["warnings"].map(lambda told: told[-1]).tolist() == [
        "the file states 3 articles; 2 were found in it"
    ] * 2


def test_an_article_that_is_cut_off_is_a_row_with_an_error() -> None:
    articles = read(docx([*COVER, *DATED, *FERRY[:18]]))
    assert articles["error"].isna().tolist() == [True, False]
    assert "Length: nobody knew." in articles.loc[1, "error"]
    assert articles.loc[1, "headline"] == "Ferry sails again; Nobody cheered"


def test_a_truncated_document_gives_the_articles_before() -> None:
    many = [line.replace("noon", f"{n * 7919 % 1000} o'clock") for n in range(60) for line in (*FERRY, *DATED)]
    whole = docx([*COVER, *many])
    articles = read(whole[: len(whole) // 2])
    assert len(articles) > 20
    assert articles["error"].isna().tolist() == [True] * (len(articles) - 1) + [False]
    assert "cut off or damaged" in articles["error"].iloc[-1]


def test_a_document_without_articles_is_read_as_pasted() -> None:
    articles = read(docx(["Ferry sails again", "By Ann Bell", "The ferry sailed at noon.", "Nobody cheered there."]))
    assert articles["format"].tolist() == ["docx"]


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_parts, "MAX_COLLECTION", 1_000_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", b"a" * 11_000_000)
    with pytest.raises(nk.errors.ReadError, match="limit"):
        read(packed.getvalue())


def test_a_cover_alone_is_told(tmp_path: Path) -> None:
    (tmp_path / "Files (2)_doclist.DOCX").write_bytes(docx(COVER))
    (tmp_path / "Ferry.DOCX").write_bytes(docx(FERRY))
    articles = nk.read_articles(tmp_path, progress=False)
    assert articles["error"].isna().tolist() == [True, False]
    assert "cover of a download" in articles.loc[1, "error"]


def test_nobody_who_downloaded_is_named() -> None:
    assert "A. Reader" not in str(read(docx([*COVER, *FERRY, *DATED])).to_dict())


UNKNOWN = [
    "Lautta kulkee taas", "Satama Lehti", "22 May 2023", "\nCopyright 2023 Satama", "Osasto:\u00a0UUTISET", "Pituus:\u00a0204 sanaa",
    "Lautta lähti.", "Kukaan ei huutanut.", "", "Kieli:\u00a0SUOMI", "", "\nAsiakirjan loppu",
]  # fmt: skip


def test_labels_and_end_marks_of_a_language_that_is_not_known() -> None:
    articles = read(docx([*UNKNOWN, *UNKNOWN]))
    assert articles["format"].tolist() == ["nexis-docx"] * 2
    assert cells(articles, 1, "headline", "publisher", "text") == [
        "Lautta kulkee taas", "Satama Lehti", "Lautta lähti.\n\nKukaan ei huutanut.",
    ]  # fmt: skip
    assert extra(articles, 0) == {"Osasto": "UUTISET", "Pituus": "204 sanaa", "Kieli": "SUOMI"}
    assert "language that is not known" in articles.loc[0, "warnings"][0]


def test_what_the_archive_adds_to_headlines() -> None:
    lines = ["Ferry sails; Correction Appended" if line.startswith("March 5, 2002:") else line for line in DATED]
    none = ["No Headline In Original", *FLASH]
    articles = read(docx([*lines, *none]))
    assert articles["headline"].fillna("").tolist() == ["Ferry sails", ""]
    assert extra(articles, 0)["note"] == "Correction Appended"


def test_a_document_that_is_no_export_shows_its_first_paragraphs() -> None:
    with pytest.raises(nk.errors.ReadError, match=r"Contents / Ferry 0 / .*Ferry 18\b(?!.*Ferry 19)"):
        read(docx(["Contents", *(f"Ferry {number}" for number in range(30))]), format="nexis-docx")
