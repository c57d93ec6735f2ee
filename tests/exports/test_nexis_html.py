"""Nexis pages until 2019: invented articles in the true layout, whose classes change from file to file."""

from __future__ import annotations

import pytest

from tests.exports.reading import cells, day, extra, paragraphs, read


def block(kind: str, *lines: str, base: int = 0) -> str:
    """Write one DIV; in a line "{...}" stands in a SPAN of its own."""
    division, paragraph = {"center": (0, 1), "date": (3, 1), "margin": (4, 5), "body": (4, 8)}[kind]
    told = "".join(f'<P CLASS="c{paragraph + base}"><SPAN CLASS="c{2 + base}">{_spans(line, base)}</SPAN></P>' for line in lines)
    return f'<BR><DIV CLASS="c{division + base}">{told}</DIV>\n'


def _spans(line: str, base: int) -> str:
    line = line.replace("|", "<BR>")
    return line.replace("{", f'</SPAN><SPAN CLASS="c{7 + base}">').replace("}", f'</SPAN><SPAN CLASS="c{2 + base}">')


def document(number: int, of: int, *blocks: str) -> str:
    opened = f'<A NAME="DOC_ID_{number}_0"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n'
    closed = "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
    return opened + block("center", f"{number} of {of} DOCUMENTS") + "".join(blocks) + closed


def page(*documents: str) -> str:
    return f"<HTML><HEAD><TITLE>Nexis</TITLE></HEAD><BODY>{''.join(documents)}</BODY></HTML>"


def order_a(base: int = 0) -> tuple[str, ...]:
    def write(kind: str, *lines: str) -> str:
        return block(kind, *lines, base=base)

    return (
        write("center", "<IMG SRC='logo.gif'>|The Harbor Post"),
        write("date", "{July} 8, 2015 Wednesday&nbsp;|Harbor Edition"),
        write("margin", "{Ferry} sails again on March 5, 2002;|A deck follows the break"),
        write("margin", "{BYLINE: }By ANN BELL"), write("margin", "{SECTION: }NEWS; Pg. 3"),
        write("margin", "{LENGTH: }204 words"),
        write("body", "The {fer}ries sailed at noon.", "", "SECTION: A was full.", "7 of 90 DOCUMENTS", "It rained."),
        write("margin", "{LOAD-DATE: }July 9, 2016"), write("margin", "{LANGUAGE: }ENGLISH"),
        write("margin", "{CORRECTION-DATE: }July 10, 2015"),
        write("margin", " {CORRECTION:} A name was wrong."), write("body", "It was Bell."),
        write("center", "Copy 2015 Harbor Press|All Rights Reserved"),
    )  # fmt: skip


@pytest.mark.parametrize("base", [0, 3])
@pytest.mark.parametrize("small", [False, True])
def test_order_a(base: int, small: bool) -> None:
    data = page(document(1, 1, *order_a(base)))
    if small:
        for name in ("DIV", "SPAN", "CLASS", "BR", "A NAME", "P"):
            data = data.replace(f"<{name} ", f"<{name.lower()} ").replace(f"</{name}>", f"</{name.lower()}>")
    articles = read(data)
    assert articles["format"].tolist() == ["nexis-html"]
    assert cells(articles, 0, "headline", "publisher", "section", "page", "authors", "credit", "language", "error") == [
        "Ferry sails again on March 5, 2002; A deck follows the break", "The Harbor Post", "NEWS", "3", ["Ann Bell"],
        "Copy 2015 Harbor Press All Rights Reserved", "en", None,
    ]  # fmt: skip
    assert paragraphs(articles, 0) == ["The ferries sailed at noon.", "SECTION: A was full.", "7 of 90 DOCUMENTS", "It rained."]
    assert (day(articles, 0), extra(articles, 0)["edition"]) == ("2015-07-08", "Harbor Edition")
    assert extra(articles, 0)["correction"] == "A name was wrong.\nIt was Bell."


ORDER_B = (
    block("center", "Copyright 2004 Harbor Press|All Rights Reserved"), block("center", "The Harbor Post"),
    block("date", "March 2, 2004, Tuesday,, FINAL EDITION"), block("margin", "{SECTION: }BUSINESS"),
    block("margin", "{LENGTH: }51 words"), block("margin", "{HEADLINE: }Ferry sails"), block("margin", "{BODY:}"),
    block("body", "It sailed.", "It rained."), block("margin", "{LOAD-DATE: }March 3, 2004"),
)  # fmt: skip
FLASH = (
    block("center", "Agence X -- English"), block("date", "March 2, 2004 Tuesday"), block("margin", "{LENGTH: }3 words"),
    block("body", "It sank."), block("margin", "{LANGUAGE: }ENGLISH"),
)  # fmt: skip


def test_order_b_and_a_flash() -> None:
    articles = read(page(document(1, 2, *ORDER_B), document(2, 2, *FLASH)))
    assert cells(articles, 0, "headline", "publisher", "text", "authors") == ["Ferry sails", "The Harbor Post", "It sailed.\n\nIt rained.", []]
    assert cells(articles, 1, "headline", "publisher", "text") == [None, "Agence X -- English", "It sank."]
    assert articles["warnings"].tolist() == [[], []]


def test_german_labels() -> None:
    head = (block("center", "Der Hafenbote"), block("date", "9. März 2011 Mittwoch|Bundesausgabe"),
            block("margin", "Fähre fährt wieder"), block("margin", "{AUTOR: }VON EVA MAI"), block("margin", "{RUBRIK: }POLITIK; S. 3"),
            block("margin", "{LÄNGE: }51 Wörter"), block("body", "Sie fuhr."), block("margin", "{UPDATE: }10. März 2011"),
            block("margin", "{SPRACHE: }GERMAN; DEUTSCH"))  # fmt: skip
    articles = read(page(document(1, 1, *head)).replace("1 of 1 DOCUMENTS", "Dokument 1 von 1").encode("cp1252"))
    assert cells(articles, 0, "headline", "publisher", "authors", "section", "page", "language", "text") == [
        "Fähre fährt wieder", "Der Hafenbote", ["Eva Mai"], "POLITIK", "3", "de", "Sie fuhr.",
    ]  # fmt: skip
    assert day(articles, 0) == "2011-03-09"


def test_the_error_message_of_the_service_is_no_article() -> None:
    error = '<BR><DIV CLASS="c0">We are sorry but there is an error in this document and it is not possible to display it.</DIV>'
    articles = read(page(document(1, 3, *ORDER_B), document(2, 3, error), document(3, 3, *FLASH)))
    assert len(articles) == 2
    assert "error message" in articles.loc[1, "warnings"][0]
    assert "states 3 articles; 2 were found" in articles.loc[0, "warnings"][0]


def test_a_page_that_is_cut_off() -> None:
    whole = page(document(1, 2, *ORDER_B), document(2, 2, *order_a()))
    articles = read(whole[: whole.rindex("It rained")])
    assert articles["error"].isna().tolist() == [True, False]
    assert "7 of 90" in articles.loc[1, "error"]
