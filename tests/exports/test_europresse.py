"""Europresse pages of four generations: invented articles in the true layouts."""

from __future__ import annotations

import pytest

from tests.exports.reading import cells, day, extra, paragraphs, read


def page(*articles: str) -> str:
    return f"<!DOCTYPE html><html><head><title>Europresse</title></head><body>{''.join(articles)}</body></html>"


def of_2012(number: int, header: tuple[str, ...], title: str, rest: str) -> str:
    spans = "".join(f'<span class="DocHeader">{piece}</span>' for piece in header)
    outlet = '<span class="DocPublicationName">Le Phare, no. 1234</span><br>'
    heading = f'<p></p>PORT<br><span class="TitreArticleVisu">{title}</span>' if title else "<p></p>"
    last = f"<p></p>© 2013 Le Phare. Tous droits réservés.<br>Numéro de document : news·20130307·PH·{number}"
    return f'<table style="table-layout: fixed; width: 100%"><tr><td>{outlet}{spans}{heading}{rest}{last}</td></tr></table>'


def test_pages_of_2012() -> None:
    header = ("Port, ", "jeudi ", "7 mars 2013", ", p. 03")
    articles = read(page(
        of_2012(1, header, "Le 5 mars 2002, le bac repart", "<br><br>Anne Bel<p></p>Le <b>bac</b> repart à midi.<p></p>"
                "Numéro un : personne n'a applaudi.<p></p>Texte : rien."),
        of_2012(2, header, "Un deuxième", "<p></p>Il pleut sur le quai, dit-on.<p></p>Fin."),
    ).encode("latin-1"))  # fmt: skip
    assert articles["format"].tolist() == ["europresse-html"] * 2
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "archive_id", "credit") == [
        "Le 5 mars 2002, le bac repart", "Le Phare", "Port", "03", ["Anne Bel"], "news·20130307·PH·1",
        "© 2013 Le Phare. Tous droits réservés.",
    ]  # fmt: skip
    assert day(articles, 0) == "2013-03-07"
    assert paragraphs(articles, 0) == ["Le bac repart à midi.", "Numéro un : personne n'a applaudi.", "Texte : rien."]
    assert extra(articles, 0) == {"kicker": "PORT", "publisher": "Le Phare, no. 1234"}
    assert cells(articles, 1, "authors", "text") == [[], "Il pleut sur le quai, dit-on.\n\nFin."]


OF_2015 = """<article><header><div> <span class="DocPublicationName">Le Phare</span></div>
<div><span class="DocHeader">Journal du soir;, mardi 6 mars 2007 204 mots, p. 7</span></div><div><p>PORT</p></div>
<div class="titreArticle"><p class="titreArticleVisu">Le bac repart</p></div><p>Une lampe s'est éteinte.</p>
<div>Anne Bel et Karl Moor</div></header>{section}
<aside><div>Illustration(s) :</div><p>Le bac au port</p></aside>
<footer><p>© 2007 Le Phare</p><span id="PubliC_lblNodoc">news·20070306·PH·12</span></footer></article>"""


@pytest.mark.parametrize("section", [
    '<section><div class="DocText"><div class="docOcurrContainer"><p>Un.</p><p>Deux.</p></div></div></section>',
    "<section><p>Un.</p><p>Deux.</p></section>",
])  # fmt: skip
def test_pages_of_2015(section: str) -> None:
    articles = read(page(OF_2015.format(section=section)))
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "standfirst", "text", "credit") == [
        "Le bac repart", "Le Phare", "Journal du soir", "7", ["Anne Bel", "Karl Moor"], "Une lampe s'est éteinte.",
        "Un.\n\nDeux.", "© 2007 Le Phare",
    ]  # fmt: skip
    assert day(articles, 0) == "2007-03-06"
    assert cells(articles, 0, "caption", "archive_id") == ["Le bac au port", "news·20070306·PH·12"]


OF_2021 = """<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Phare, no. 1234
<br />1e EDITION</span></div><div class="rdp__DocHeader"><span class="DocHeader">Port, mardi 7 mars 2006</span> 204 mots, p. 16</div>
<div class="titreArticle"><p class="sm-margin-bottom">PORT</p><p class="titreArticleVisu rdp__articletitle">La <mark>ferr</mark>ies
<mark>du </mark><mark>port</mark></p><p class="rdp__subtitle">Une lampe s&#39;est éteinte</p></div>
<div class="docAuthors">ANNE BEL</div><div class="apd-wrapper"><p>Aussi paru dans</p><p>5 mars 2006 - Le Post</p></div></header>
<section><div class="DocText clearfix"><div class="docOcurrContainer"><p>La <mark>ferr</mark>ies
<mark>du </mark><mark>port</mark></p><p>Elle repart.</p><p>Port, mardi 9 mars 2004, p. 2</p></div></div></section>
<footer><div class="publiC-lblNodoc">news&#183;20190307&#183;PH&#183;123456</div></footer></article>"""


def test_pages_of_2019_to_2021() -> None:
    articles = read(page(OF_2021).replace("\n", " "))
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "standfirst") == [
        "La ferries du port", "Le Phare", "Port", "16", ["Anne Bel"], "Une lampe s'est éteinte",
    ]  # fmt: skip
    assert paragraphs(articles, 0) == ["Elle repart.", "Port, mardi 9 mars 2004, p. 2"]
    assert (day(articles, 0), articles.loc[0, "archive_id"]) == ("2006-03-07", "news·20190307·PH·123456")
    assert extra(articles, 0) == {
        "also_in": "Aussi paru dans\n5 mars 2006 - Le Post", "edition": "1e EDITION", "kicker": "PORT",
        "length": "204 mots", "publisher": "Le Phare, no. 1234",
    }  # fmt: skip


def of_2023(header: str, author: str = "", deck: str = "", text: str = "<p>Le bac repart.</p>", title: str = "Le bac") -> str:
    heading = f'<p class="titreArticleVisu sm-margin-TopNews rdp__articletitle">{title}</p>' if title else ""
    by = f'<p class="sm-margin-bottomNews">{author}</p>' if author else ""
    lead = f"<b><p>{deck}</p></b>" if deck else ""
    return f"""<article><div class="icon-logo-container"></div><header><div class="rdp__DocPublicationName">
    <span class="DocPublicationName">Le Post (site web) - Le Post</span></div><div class="rdp__DocHeader"><span class="DocHeader">{header}</span></div>
    <div class="titreArticle"><p class="sm-margin-bottomNews">Port</p>{heading}</div>{by}{lead}</header>
    <section><div class="DocText clearfix"><div class="docOcurrContainer" style="">{text}</div></div></section>
    <footer><div class="publiC-lblNodoc">web·20230306·PO·1</div><p>Ce certificat est émis à la Bibliothèque</p></footer></article>"""


def test_pages_of_2022_to_2024() -> None:
    header = "lundi 6 mars 2023 - 10:15:02 -0000 1204 mots"
    articles = read(page(
        of_2023(header, "Propos recueillis par Anne Bel", "Une lampe s'est éteinte."),
        of_2023(header, text="<p>Anne Bel</p><p>Le bac repart.</p>"),
        of_2023(header, title=""),
    ))  # fmt: skip
    assert articles["publisher"].tolist() == ["Le Post"] * 3
    assert cells(articles, 0, "headline", "byline", "authors", "standfirst", "text") == [
        "Le bac", "Propos recueillis par Anne Bel", ["Anne Bel"], "Une lampe s'est éteinte.", "Le bac repart.",
    ]  # fmt: skip
    assert cells(articles, 1, "authors", "text", "standfirst") == [["Anne Bel"], "Le bac repart.", None]
    assert cells(articles, 2, "headline", "text") == [None, "Le bac repart."]
    assert str(articles.loc[0, "published_local"]) == "2023-03-06 10:15:02"
    assert articles["published"].isna().all()


def test_a_record_that_is_only_a_link() -> None:
    link = '<p class="link-not-hosted">Cet article est paru dans <a href="https://lepost.example/bac">Le Post</a></p>'
    article = of_2023("mardi 8 mars 2022 - 17:05 UTC +0100 804 mots").replace(
        '<div class="docOcurrContainer" style=""><p>Le bac repart.</p></div>', f"<p>Le bac repart…</p>{link}"
    ).replace('<p class="titreArticleVisu', '<div class="titreArticleVisu')  # fmt: skip
    articles = read(page(article))
    assert cells(articles, 0, "headline", "url", "text") == ["Le bac", "https://lepost.example/bac", "Le bac repart…"]
    assert str(articles.loc[0, "published"]) == "2022-03-08 16:05:00+00:00"


@pytest.mark.parametrize(("header", "expected"), [
    ("Port, mardi 7 mars 2006, p. 16", ["2006-03-07 00:00", "Port", "16"]),
    ("mardi 8 mars 2022 - 15:05 UTC +01:00 804 mots", ["2022-03-08 15:05", None, None]),
    ("mardi 8 mars 2022 - 13:05 UTC 804 mots", ["2022-03-08 13:05", None, None]),
    ("mardi 8 mars 2022 - 22:05:26 804 mots", ["2022-03-08 22:05", None, None]),
    ("; LE PORT, samedi 5 mars 2022 204 mots, p. A12", ["2022-03-05 00:00", "LE PORT", "A12"]),
    ("6 mars 2023 804 mots", ["2023-03-06 00:00", None, None]),
    ("Thursday, March 3, 2022 804 mots", ["2022-03-03 00:00", None, None]),
    ("Mer, 2000 ans après, dimanche 1er mars 2020 1 204 mots, p. 1-2", ["2020-03-01 00:00", "Mer, 2000 ans après", "1-2"]),
    ("lundi 6 mars 2023 - 10:15 GMT 12 mots", ["2023-03-06 10:15", None, None]),
])  # fmt: skip
def test_every_header(header: str, expected: list[str | None]) -> None:
    articles = read(page(of_2023(header)))
    moment = articles.loc[0, "published_local"].strftime("%Y-%m-%d %H:%M")
    assert [moment, *cells(articles, 0, "section", "page")] == expected


def test_a_page_that_is_cut_off() -> None:
    whole = page(of_2023("6 mars 2023"), of_2023("7 mars 2023", text="<p>Le bac</p><p>s'en va.</p>"))
    articles = read(whole[: whole.index("en va")])
    assert articles["error"].isna().tolist() == [True, False]


def test_an_outlet_without_its_class() -> None:
    article = of_2023("6 mars 2023 12 mots").replace('<div class="rdp__DocPublicationName">\n    <span class="DocPublicationName">',
                                                     '<div class="sm-margin-bottom"><span>')  # fmt: skip
    articles = read(page(of_2023("7 mars 2023 12 mots"), article))
    assert articles["publisher"].tolist() == ["Le Post", "Le Post"]
    assert articles["headline"].tolist() == ["Le bac", "Le bac"]


def test_an_agency_below_the_title_is_no_standfirst() -> None:
    articles = read(page(of_2023("6 mars 2023 12 mots", "AFP")))
    assert cells(articles, 0, "byline", "authors", "standfirst") == ["AFP", [], None]
