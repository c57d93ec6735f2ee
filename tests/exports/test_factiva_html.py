"""Factiva pages: invented articles in the layouts of five interfaces, with and without labels."""

from __future__ import annotations

import pytest

from tests.exports.reading import cells, day, extra, paragraphs, read

ID = "HARPO00020170306ed360000"


def page(*articles: str, charset: str = "UTF-8") -> str:
    script = "<script>var article = 'class=';</script>" * 50
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{meta}{script}</head><body>{''.join(articles)}<br/></body></html>"


def display(number: int, cells: list[str], body: list[str], **told: str) -> str:
    """Write an article as it is displayed; `told` has headline, language, last, section."""
    code, word = told.get("language", "en"), told.get("document", "Document")
    section = f"<div>{told['section']}</div>\n" if "section" in told else ""
    tag = told.get("tag", "span")
    title = told.get("headline", "")
    headline = f"<div id=\"hd\" ><{tag} class='{code}Headline'>{title}</{tag}></div>" if title else ""
    rows = "".join(f"<div>{cell}</div>" for cell in cells)
    text = "".join(f'<p class="articleParagraph {code}articleParagraph">{line}</p>\n' for line in body)
    last = f"<p>{word} {ID}{number}</p>"
    inner = f'<div class="article {code}Article"><p>\n{section}{headline}{rows}</p>\n{text}<p>Harbor Digital</p>{last}'
    return f'<div id="article-{ID}{number}" class="article" >{inner}</div></div><br/><span></span>'


FERRY = display(
    1,
    ["By ANN BELL ", "Special to The Harbor Post", "1,204 words", "8 March 1993", "00:15", "The Harbor Post", "HARPO",
     "Late Edition - Final", "1", "English", "(c) 1993 Harbor Press "],
    ["The <b>ferr</b>ies of <span class='companylink'>Harbor Lines</span>\nsailed at noon.",
     "512 words", "Document of a kind: HD was written on it.", "Nobody cheered."],
    headline="12) March 5, 1990: ferry <b>sails</b> again; Nobody cheered", section="Foreign Desk; A",
)  # fmt: skip
FLASH = display(2, ["14 words", "6 March 2017", "Agence X", "AX", "English", "Copyright 2017 Agence X"], ["It sank."],
                headline="Ferry sinks")  # fmt: skip
BARE = display(3, ["90 words", "7 March 2017", "The Harbor Post", "HARPO", "4,5", "51", "English", "© 2017"],
               ["No headline was set."])  # fmt: skip


def test_the_display_layout_in_english() -> None:
    articles = read(page(FERRY, FLASH, BARE))
    assert articles["format"].tolist() == ["factiva-html"] * 3
    assert articles["error"].isna().all()
    assert cells(articles, 0, "headline", "section", "publisher", "authors", "page", "credit", "language") == [
        "March 5, 1990: ferry sails again; Nobody cheered", "Foreign Desk; A", "The Harbor Post", ["Ann Bell"], "1",
        "(c) 1993 Harbor Press", "en",
    ]  # fmt: skip
    assert str(articles.loc[0, "published_local"]) == "1993-03-08 00:15:00"
    assert paragraphs(articles, 0) == [
        "The ferries of Harbor Lines sailed at noon.", "512 words", "Document of a kind: HD was written on it.",
        "Nobody cheered.",
    ]  # fmt: skip
    assert cells(articles, 0, "archive_id", "byline") == [ID + "1", "By ANN BELL"]
    assert extra(articles, 0) == {
        "length": "1,204 words", "source_code": "HARPO", "edition": "Late Edition - Final",
        "credit_line": "Special to The Harbor Post", "publisher_name": "Harbor Digital",
    }  # fmt: skip


def test_articles_without_byline_and_without_headline() -> None:
    articles = read(page(FERRY, FLASH, BARE))
    assert cells(articles, 1, "headline", "publisher", "authors", "text") == [
        "Ferry sinks", "Agence X", [], "It sank.",
    ]  # fmt: skip
    assert cells(articles, 2, "headline", "publisher", "page", "credit") == [None, "The Harbor Post", "4,5", "© 2017"]
    assert [day(articles, number) for number in range(3)] == ["1993-03-08", "2017-03-06", "2017-03-07"]


@pytest.mark.parametrize(("head", "told", "expected"), [
    (["VON BERND MÜLLER  UND EVA MAI", "412 Wörter", "6 März 2017", "Der Hafenbote", "HABO", "7", "51", "Deutsch",
      "(c) 2017 Hafenverlag"], {"language": "de", "document": "Dokument", "tag": "b"},
     ["Der Hafenbote", ["Bernd Müller", "Eva Mai"], "de", "2017-03-06"]),
    (["412 Wörter", "8 Januar 1993", "The Harbor Post", "HARPO", "Englisch", "(c) 1993 Harbor Press"],
     {"language": "en", "document": "Dokument"}, ["The Harbor Post", [], "en", "1993-01-08"]),
    (["Par Anne Bel et Karl Moor", "1 204 mots", "6 décembre 2011", "Le Phare", "PHAR", "Français", "(c) Le Phare"],
     {"language": "fr"}, ["Le Phare", ["Anne Bel", "Karl Moor"], "fr", "2011-12-06"]),
    (["ABM", "804 字", "2018 年 3 月 6 日 02:15", "The Harbor Post", "HARPO", "英文", "Copyright 2018"],
     {"language": "en", "document": "文件"}, ["The Harbor Post", [], "en", "2018-03-06"]),
    (["홍길동 기자", "804 단어", "2018년 3월 6일", "02:15", "항구일보", "HANGU", "한국어", "(c) 2018"],
     {"language": "ko", "document": "문서"}, ["항구일보", ["홍길동"], "ko", "2018-03-06"]),
    (["By Ann Bell", "804 of-words", "6 March 2018", "The Harbor Post", "HARPO", "Tongue", "Copyright 2018"],
     {}, ["The Harbor Post", ["Ann Bell"], "en", "2018-03-06"]),
    (["804 palabras", "8 marzo 2022", "El Faro", "FARO", "Español", "Copyright 2022"],
     {"language": "es", "document": "Documento"}, ["El Faro", [], "es", "2022-03-08"]),
])  # fmt: skip
def test_every_interface(head: list[str], told: dict[str, str], expected: list[object]) -> None:
    articles = read(page(FLASH, display(4, [cell.replace("of-", "") for cell in head], ["Text."], headline="T", **told)))
    assert [*cells(articles, 1, "publisher", "authors", "language"), day(articles, 1)] == expected
    assert cells(articles, 1, "headline", "archive_id", "error") == ["T", ID + "4", None]
    assert paragraphs(articles, 1)[0] == "Text."


def test_a_page_that_firefox_saved() -> None:
    moved = FERRY.replace("<p>\n<div>", "<p>\n</p><div>").replace('class="article en', 'class="article counted en')
    articles = read(page(moved, FLASH.replace("enArticle", "enArticle lastarticle")))
    assert articles["headline"].tolist() == ["March 5, 1990: ferry sails again; Nobody cheered", "Ferry sinks"]


def test_bytes_that_are_not_what_the_page_says() -> None:
    text = page(FLASH.replace("It sank.", "It’s the café’s “ferry”."))
    assert read(text.encode("cp1252")).loc[0, "text"].startswith("It’s the café’s “ferry”.")


def labeled(number: int, rows: list[tuple[str, str]], language: str = "fr") -> str:
    told = "".join(_row(label, value, language) for label, value in rows)
    last = _row("AN", f"Document {ID}{number}", language)
    return f'<div id="article-{number}"><div class="article {language}Article"><table>{told}{last}</table></div></div>'


def _row(label: str, value: str, language: str) -> str:
    br = "<br/>" if label in ("RF", "CO", "NS", "RE", "PUB", "AN") else ""
    if label == "HD":
        value = f"<span class='{language}Headline'>{value}</span>"
    elif label in ("LP", "TD"):
        value = "".join(f'<p class="articleParagraph {language}articleParagraph" >{line}</p>' for line in value.split("|"))
    return f'<tr><td valign="top" class="index">{br}<b>{label}</b>&nbsp;</td><td>{br}{value}</td></tr>'


PHARE = [
    ("SE", "Port"), ("HD", "Le 5 mars 2002, le bac repart"), ("BY", "Par Anne Bel"), ("CR", "avec AFP"),
    ("WC", "204 mots"), ("PD", "6 mars 2017"), ("ET", "15:41"), ("SN", "Le Phare"), ("SC", "PHAR"), ("ED", "1"),
    ("PG", "12"), ("LA", "Français"), ("CY", "© 2017 Le Phare"), ("LP", "Le <b>bac</b> repart."),
    ("TD", "LA mer monte.|HD: non.|Document final."), ("CO", "harbor : Harbor Lines"), ("NS", "gcat : News"),
    ("PUB", "Le Phare SA"),
]  # fmt: skip


def test_the_layout_with_labels() -> None:
    articles = read(page(labeled(1, PHARE), labeled(2, [row for row in PHARE if row[0] not in ("BY", "TD", "HD")])))
    assert cells(articles, 0, "headline", "section", "publisher", "authors", "page", "credit", "archive_id") == [
        "Le 5 mars 2002, le bac repart", "Port", "Le Phare", ["Anne Bel"], "12", "© 2017 Le Phare", ID + "1",
    ]  # fmt: skip
    assert str(articles.loc[0, "published_local"]) == "2017-03-06 15:41:00"
    assert paragraphs(articles, 0) == ["Le bac repart.", "LA mer monte.", "HD: non.", "Document final."]
    assert extra(articles, 0) == {
        "company": "harbor : Harbor Lines", "credit_line": "avec AFP", "edition": "1", "length": "204 mots",
        "publisher_name": "Le Phare SA", "source_code": "PHAR", "subject": "gcat : News",
    }  # fmt: skip
    assert cells(articles, 1, "headline", "authors", "text", "language") == [None, [], "Le bac repart.", "fr"]


def test_a_page_that_is_cut_off() -> None:
    whole = page(FERRY, FLASH)
    articles = read(whole[: whole.index("It sank") + 4])
    assert articles["error"].isna().tolist() == [True, False]
    assert "It s" in articles.loc[1, "error"]
    assert articles.loc[1, "headline"] == "Ferry sinks"


def test_an_article_that_is_not_understood_is_told() -> None:
    articles = read(page(FERRY, display(2, ["What", "Now"], ["Text."], headline="Ferry")))
    assert articles["error"].isna().tolist() == [True, False]
    assert "Ferry / What / Now" in articles.loc[1, "error"]
