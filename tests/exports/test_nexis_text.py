"""Nexis texts until 2019: invented articles in the five orders, and in four languages of labels."""

from __future__ import annotations

import pytest

from tests.exports.reading import cells, day, extra, paragraphs, read

PREAMBLE = """Download Request: All Documents: 1-30
Time Of Request: Monday, March 01, 2010  10:15:00 EST
Send To:

                                THE LIBRARY
                                1 HARBOR ROAD

Terms: (ferry)

"""


def export(*articles: str, word: str = "{} of {} DOCUMENTS", indent: int = 31) -> str:
    parts = [" " * indent + word.format(n, len(articles)) + f"\n\n\n{text}\n\n" for n, text in enumerate(articles, start=1)]
    return "\ufeff" + PREAMBLE + "\f\n".join(parts)


A = """                           The Harbor Post (Dullport)

                           March 1, 2010 Monday
                                   Edition 1;
                                    Dullport

Ferry sails again on March 5, 2002;
Nobody cheered in the harbor, where a lamp had gone out on the pier
a week before

BYLINE: By Ann Bell  and Karl Moor   Harbor Post Staff Writers

SECTION: NEWS; Pg. 3

LENGTH: 1,204  words

HIGHLIGHT: A lamp went out on the pier, and nobody in the whole of
the town said so.

The ferry sailed at noon. It had not sailed for a week, since a lamp
had gone out.

SECTION: A was full.

LESSON: never sail at noon.

7 of 90 DOCUMENTS

LENGTH: nobody knew.

"That is all," she said.
   A second paragraph is indented here, in the way that old copy has it
and goes on.

GRAPHIC: PHOTO: A ferry, seen from
the pier.

A second picture.

LOAD-DATE: March 9, 2012

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

JOURNAL-CODE: HP


                       Copyright 2010 Harbor Press
                              All Rights Reserved"""

FLASH = """                              Agence X -- English

                             March 2, 2010 Tuesday

LENGTH: 9 words

The ferry sank.

LOAD-DATE: March 2, 2010"""


def test_order_a() -> None:
    articles = read(export(A, FLASH))
    assert articles["format"].tolist() == ["nexis-text"] * 2
    assert articles[["error"]].isna().all().all()
    assert articles["warnings"].tolist() == [[], []]
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "standfirst", "credit") == [
        "Ferry sails again on March 5, 2002; Nobody cheered in the harbor, where a lamp had gone out on the pier a week before",
        "The Harbor Post", "NEWS", "3", ["Ann Bell", "Karl Moor"],
        "A lamp went out on the pier, and nobody in the whole of the town said so.",
        "Copyright 2010 Harbor Press All Rights Reserved",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == [
        "The ferry sailed at noon. It had not sailed for a week, since a lamp had gone out.", "SECTION: A was full.",
        "LESSON: never sail at noon.", "7 of 90 DOCUMENTS", "LENGTH: nobody knew.", '"That is all," she said.',
        "A second paragraph is indented here, in the way that old copy has it and goes on.",
    ]  # fmt: skip
    assert cells(articles, 0, "caption", "language") == ["PHOTO: A ferry, seen from the pier.\nA second picture.", "en"]
    assert day(articles, 0) == "2010-03-01"
    assert extra(articles, 0) == {
        "edition": "Edition 1; Dullport", "journal_code": "HP", "length": "1,204 words", "load_date": "March 9, 2012",
        "publication_type": "Newspaper", "publisher": "The Harbor Post (Dullport)",
    }  # fmt: skip


def test_a_flash_without_a_headline() -> None:
    articles = read(export(A, FLASH))
    assert cells(articles, 1, "headline", "publisher", "authors", "text") == [None, "Agence X -- English", [], "The ferry sank."]
    assert day(articles, 1) == "2010-03-02"


B = """                       Copyright 2004 Harbor Press
                              All Rights Reserved

                                The Harbor Post

                       Distributed by Harbor Wire Services

                  March 2, 2004, Tuesday,, FINAL EDITION

SECTION: BUSINESS; Pg. B3

LENGTH: 512 words

HEADLINE: Ferry sails again;
Nobody cheered

BYLINE: ANN BELL

DATELINE: DULLPORT

BODY:
   The ferry sailed at noon, and nobody in the old harbor of the town
cheered.

BYLINE: was written on the wall.

   It rained.

LANGUAGE: ENGLISH

PUBLICATION-TYPE: NEWSPAPER

SUBJECT: FERRIES (90%);
HARBORS (72%)

LOAD-DATE: March 3, 2004"""


def test_order_b() -> None:
    articles = read(export(B, B.replace("HEADLINE: Ferry sails again;\nNobody cheered\n\n", "").replace("BODY:\n", "BODY: ")))
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "dateline", "credit") == [
        "Ferry sails again; Nobody cheered", "The Harbor Post", "BUSINESS", "B3", ["Ann Bell"], "DULLPORT",
        "Copyright 2004 Harbor Press All Rights Reserved",
    ]  # fmt: skip
    first = "The ferry sailed at noon, and nobody in the old harbor of the town cheered."
    assert paragraphs(articles, 0) == [first, "BYLINE: was written on the wall.", "It rained."]
    assert day(articles, 0) == "2004-03-02"
    assert extra(articles, 0)["subject"] == "FERRIES (90%); HARBORS (72%)"
    assert cells(articles, 1, "headline", "publisher") == [None, "The Harbor Post"]
    assert paragraphs(articles, 1)[0] == first


C = """                       Copyright 2003 Havenpers

                                De Havenbode

                               3 september 2003

                               September 3, 2003

LENGTE: 212 woorden

KOP: Veer vaart weer

AUTEUR: ANN BEL en KAREL MOOR

TEKST:

De veerboot voer om twaalf uur.

Niemand juichte.

PUB-TYPE: Krant

TAAL: DUTCH

LOAD-DATE: 4 september 2003"""


def test_order_c() -> None:
    text = export(C, word="Dokument {} van {}").replace("Download Request: All Documents", "Printopdracht: Alle documenten")
    articles = read(text.encode("cp1252", "ignore"))
    assert cells(articles, 0, "headline", "publisher", "authors", "text", "language") == [
        "Veer vaart weer", "De Havenbode", ["Ann Bel", "Karel Moor"], "De veerboot voer om twaalf uur.\n\nNiemand juichte.", "nl",
    ]  # fmt: skip
    assert day(articles, 0) == "2003-09-03"


D = """                                 Agence X

Ferry sails again

March 2, 2003, Sunday

21:05 Central European Time

The ferry sailed at noon.

It rained.

SECTION: International News

LENGTH: 120 words

LOAD-DATE: March 2, 2003"""


@pytest.mark.parametrize("indent", ["", "                    "])
def test_order_d(indent: str) -> None:
    articles = read(export(D.replace("March 2", indent + "March 2", 1).replace("21:05", indent + "21:05"), A))
    assert cells(articles, 0, "headline", "publisher", "section", "text", "timezone") == [
        "Ferry sails again", "Agence X", "International News", "The ferry sailed at noon.\n\nIt rained.", "Europe/Paris",
    ]  # fmt: skip
    assert str(articles.loc[0, "published"]) == "2003-03-02 20:05:00+00:00"


E = """                                 HARBOR TV

               Prepared by Harbor Transcripts, which takes no
                         responsibility for it

                      March 6, 2006, Monday

SHOW: HARBOR TONIGHT 7:00 PM EST

Ferry Sails Again

BYLINE: Ann Bell, Karl Moor

GUESTS: Eve Low

SECTION: NEWS; International

LENGTH: 812 words

ANN BELL, HOST: Good evening. The ferry sailed.

EVE LOW, CAPTAIN: It did.

TRANSCRIPT: 030601CN.V00

DOCUMENT-TYPE: Transcript

LOAD-DATE: March 7, 2006"""


def test_order_e() -> None:
    articles = read(export(E, A))
    assert cells(articles, 0, "headline", "publisher", "authors") == ["Ferry Sails Again", "HARBOR TV", ["Ann Bell", "Karl Moor"]]
    assert paragraphs(articles, 0) == ["ANN BELL, HOST: Good evening. The ferry sailed.", "EVE LOW, CAPTAIN: It did."]
    assert day(articles, 0) == "2006-03-06"
    assert (extra(articles, 0)["show"], extra(articles, 0)["guests"]) == ("HARBOR TONIGHT 7:00 PM EST", "Eve Low")


GERMAN = """                                Der Hafenbote

                          Mittwoch 9. März 2011

Fähre fährt wieder;
Niemand jubelte

AUTOR: Von BERND MÜLLER und EVA MAI

RUBRIK: POLITIK; S. 3

LÄNGE: 512 Wörter

ORTSZEILE: Dullhafen

Die Fähre fuhr um zwölf.

Es regnete.

UPDATE: 9. März 2011

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

ZEITUNGS-CODE: HB

                     Copyright 2011 Hafenverlag
                        Alle Rechte vorbehalten"""
FRENCH = """                                   Le Phare

                           6 août 2003

Le bac repart

AUTEUR: Anne Bel

RUBRIQUE: PORT; p. 12

LONGUEUR: 512 mots

ENCART: Une lampe s'est éteinte

Le bac repart à midi.

Il pleut.

DATE-CHARGEMENT: 7 août 2003

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal

SUJET: BACS (90%)

                        Copyright 2003 Le Phare"""
DANISH = """                               Havneposten

                        Onsdag 3. Marts 2010

Færgen sejler igen

BYLINE: Anne Bel

LENGTH: 90 words

Færgen sejlede klokken tolv.

LOAD-DATE: March 3, 2010

LANGUAGE: DANISH; DANSK"""


@pytest.mark.parametrize(("article", "word", "expected"), [
    (GERMAN, "Dokument {} von {}", ["Fähre fährt wieder; Niemand jubelte", "Der Hafenbote", ["Bernd Müller", "Eva Mai"],
                                    "POLITIK", "3", "de", "2011-03-09", "Die Fähre fuhr um zwölf."]),
    (FRENCH, "Document {} de {}", ["Le bac repart", "Le Phare", ["Anne Bel"], "PORT", "12", "fr", "2003-08-06",
                                   "Le bac repart à midi."]),
    (DANISH, "{} of {} DOCUMENTS", ["Færgen sejler igen", "Havneposten", ["Anne Bel"], None, None, "da", "2010-03-03",
                                    "Færgen sejlede klokken tolv."]),
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_labels_of_other_languages(article: str, word: str, expected: list[object], encoding: str) -> None:
    articles = read(export(article, article, word=word).removeprefix("\ufeff").encode(encoding))
    found = cells(articles, 0, "headline", "publisher", "authors", "section", "page", "language")
    assert [*found, day(articles, 0), paragraphs(articles, 0)[0]] == expected
    assert len(paragraphs(articles, 0)) <= 2
    assert articles["error"].isna().all()


def test_separators_at_the_margin_and_windows_newlines() -> None:
    articles = read(export(A, B, FLASH, indent=0).replace("\n", "\r\n"))
    assert articles["headline"].notna().tolist() == [True, True, False]
    assert paragraphs(articles, 0)[3] == "7 of 90 DOCUMENTS"


def test_a_record_without_length_and_one_that_is_a_picture() -> None:
    bare = A.replace("LENGTH: 1,204  words\n\n", "")
    start, end = A.index("The ferry sailed"), A.index("GRAPHIC")
    articles = read(export(bare, A[:start] + A[end:]))
    assert paragraphs(articles, 0)[0].startswith("The ferry sailed")
    assert cells(articles, 1, "text", "error", "page") == [None, None, "3"]
    assert articles.loc[1, "caption"].startswith("PHOTO")


def test_a_text_that_is_cut_off() -> None:
    whole = export(A, B, A)
    articles = read(whole[: whole.rindex('"That is all')])
    assert articles["error"].isna().tolist() == [True, True, False]
    assert "LENGTH: nobody knew." in articles.loc[2, "error"]


def test_files_put_together_are_no_mismatch() -> None:
    articles = read(export(A, B) + export(A))
    assert len(articles) == 3
    assert articles["warnings"].tolist() == [[], [], []]
    cut = read(export(A, B, A).replace("1 of 3", "1 of 9").replace("2 of 3", "2 of 9").replace("3 of 3", "3 of 9"))
    assert "states 9 articles; 3 were found" in cut.loc[0, "warnings"][0]


def test_labels_of_a_language_that_is_not_known() -> None:
    article = """                              Port Post

                             March 2, 2010

Ferry sails

SKAPARE: Ann Bell

AVDELNING: NYHETER

The ferry sailed.

LADDNING: March 3

MÅLET: SVENSKA"""
    articles = read(export(article, article))
    assert cells(articles, 0, "headline", "publisher", "text") == ["Ferry sails", "Port Post", "The ferry sailed."]
    assert "SKAPARE, AVDELNING, LADDNING, MÅLET" in articles.loc[0, "warnings"][0]
    assert extra(articles, 0)["SKAPARE"] == "Ann Bell"


def test_copyright_outlet_and_date_in_one_block() -> None:
    joined = B.replace("All Rights Reserved\n\n", "").replace("\n\n                       Distributed by Harbor Wire Services\n", "\n")
    both = A.replace("(Dullport)\n\n", "(Dullport)\n")
    articles = read(export(joined, both))
    assert articles["publisher"].tolist() == ["The Harbor Post", "The Harbor Post"]
    assert [day(articles, 0), day(articles, 1)] == ["2004-03-02", "2010-03-01"]
    assert articles.loc[0, "credit"] == "Copyright 2004 Harbor Press"


def test_nothing_is_centered() -> None:
    flush = "\n".join(line.strip() if not line.startswith("   A") else line for line in A.split("\n")).replace("Edition 1;\nDullport", "\nFinal Edition")
    articles = read(export(flush, FLASH, indent=0))
    assert articles.loc[0, "headline"].startswith("Ferry sails again on March 5, 2002; Nobody cheered")
    assert (extra(articles, 0)["edition"], paragraphs(articles, 0)[0][:16]) == ("Final Edition", "The ferry sailed")


ODD = """                                 HARBOR TV

                 March 6, 2006, Monday 11:00:00 - 12:00:00 Eastern Time

                               Correction Appended

Ferry Sails Again

A Second Headline

SECTION: NEWS

LENGTH: 12 words

It sailed.

LOAD-DATE: March 7, 2006

GRAPHIC: PHOTO: One.
Two lines of it.

PHOTO: Another.

PUBLICATION-TYPE: Transcript"""


def test_captions_among_the_labels_and_two_headlines() -> None:
    articles = read(export(ODD, A))
    assert cells(articles, 0, "headline", "text", "timezone") == ["Ferry Sails Again A Second Headline", "It sailed.", "America/New_York"]
    assert articles.loc[0, "caption"] == "PHOTO: One. Two lines of it.\nPHOTO: Another."
    assert extra(articles, 0)["edition"] == "Correction Appended"


WIRES = """                    Proprietary to the Harbor Press 1987

                     July 8, 1987, Wednesday, AM cycle

SECTION: STYLE; PAGE C3; PORT

LENGTH: 11 words

HEADLINE: Ferry sails

BYLINE: By ANN BELL, Harbor Press Writer

KEYWORD: Ferry

UNHEARD: of

BODY:
   The ferry sailed at noon, and nobody in the harbor cheered.

LANGUAGE: ENGLISH"""


def test_a_wire_that_names_itself_in_its_copyright() -> None:
    articles = read(export(WIRES, WIRES))
    assert cells(articles, 0, "publisher", "headline", "authors", "section", "page", "text") == [
        "Harbor Press", "Ferry sails", ["Ann Bell"], "STYLE; PORT", "C3", "The ferry sailed at noon, and nobody in the harbor cheered.",
    ]  # fmt: skip
    assert day(articles, 0) == "1987-07-08"
    assert (extra(articles, 0)["keyword"], extra(articles, 0)["UNHEARD"]) == ("Ferry", "of")


def test_a_last_article_without_labels_below_may_be_whole() -> None:
    bare = A.partition("GRAPHIC:")[0].rstrip()
    articles = read(export(A, bare))
    assert articles["error"].isna().all()
    assert "no label closes it" in articles.loc[1, "warnings"][0]
