"""What people do first: they paste, point at a file, hand over an address, or call the wrong thing."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit import places
from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading import archives, formats
from newskit.tables import HOW_MADE

ARTICLE = """Lighthouse Lamp Stolen

By Ann Lee

5 May 2024 10:15 BST

The lamp of the lighthouse was stolen on Friday night, the keeper said on Saturday morning.

It had stood there since 1901, and nobody had ever thought of locking the door behind it.
"""
PAGE = """<html lang="en"><head><title>Ferry sails again</title></head><body><article>
<h1>Ferry sails again</h1><p>By Ann Lee</p>
<p>The ferry sailed from the harbor at dawn on Friday, and nobody on the quay cheered for it.</p>
<p>It had been in the yard for a year after its engine broke in a storm, the council said.</p>
</article></body></html>"""

OF_TEXTS: dict[str, Callable[..., Any]] = {
    "attribution": nk.attribution,
    "counts": nk.counts,
    "duplicates": nk.duplicates,
    "folded": nk.frequent_words,
    "lengths": nk.length_distribution,
    "names": nk.name_variants,
    "quotes": nk.quotes,
    "readability": nk.readability,
    "sentences": nk.sentences,
    "sentiment": nk.sentiment,
    "hits": nk.sentiment_hits,
    "timeline": nk.timeline,
    "words": nk.words,
    "textstat": lambda texts: nk.readability(texts, engine="textstat"),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article, a page and a folder in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ok.txt").write_text(ARTICLE)
    (tmp_path / "my page.html").write_text(PAGE)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(ARTICLE)
    return tmp_path


# Texts and places


@pytest.mark.parametrize("name", OF_TEXTS)
@pytest.mark.parametrize(
    "source",
    ["ok.txt", "my page.html", Path("ok.txt"), ["ok.txt", "b.txt"], "news", "missing.csv", "news/*"],
    ids=str,
)
def test_a_place_is_no_text(here: Path, name: str, source: Any) -> None:
    with pytest.raises(InputError, match=r"read it first: nk\.read_articles\('"):
        OF_TEXTS[name](source)


def test_nor_is_a_series_of_them_or_what_is_highlighted(here: Path) -> None:
    for call, source in ((nk.counts, pd.Series(["a.txt", "b.txt"])), (nk.highlight, "ok.txt")):
        with pytest.raises(InputError, match="read it first"):
            call(source)


ADDRESSES = ["https://example.com/a", "http://x.example/a.html?b=c#d", "www.example.com/news", "ftp://x/y"]


@pytest.mark.parametrize("source", ADDRESSES)
@pytest.mark.parametrize("call", [nk.read_articles, nk.readability, nk.analyze, nk.highlight])
def test_an_address_says_how_to_save_the_page(call: Callable[..., Any], source: str) -> None:
    with pytest.raises(InputError, match=r"never uses the network.*save the page.*read_articles"):
        call(source)


PLACES = [
    "/home/ann/My Articles/a b.txt", r"C:\Users\Ann Lee\a.docx", "../a.html", "~/a.pdf", "news/",
    "2024-*.txt", "a/b/c.JSONL", "robots.txt", "file:///a/b.html", "./news/*", " a.csv\n",
]  # fmt: skip
TEXTS = [
    "The cat sat on the mat.", "An end to robots.txt", "He/she", "24/7", "and/or", "Amazon.com", ".", "..", "/", "?",
    "", "Rain", "Why not?", "U.S.", "PM: 'No deal' - what's next?", "See https://example.com/a for more", "$5/$6",
    "Ms. Lee read a.txt and b.html", "A" * 5_000 + ".txt", "First line\na.txt", "\0", "a\0b", "\ud800", "node.js",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_what_is_written_like_a_place(place: str) -> None:
    assert places.is_place(place)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_one_line_stay_texts(text: str) -> None:
    assert not places.is_place(text)
    assert len(nk.counts(text)) == len(nk.counts([text])) == 1


def test_one_text_among_them_makes_a_list_of_texts() -> None:
    assert len(nk.counts(["https://example.com/a", "It rained."])) == 2
    assert len(nk.counts(pd.DataFrame({"text": ["https://example.com/a"]}))) == 1


def test_a_corpus_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(places, "is_place", lambda text: seen.append(text) or text == "a.txt")
    places.need_texts(["a.txt", *["It rained."] * 10_000])
    assert len(seen) == 2


def test_every_ending_that_is_known_is_one_of_a_place() -> None:
    known = {ending.removeprefix(".") for ending in [*formats.endings_known(), archives.ENDING]}
    assert known <= set(places.ENDINGS)


@pytest.mark.parametrize("source", ["ok.txt", Path("ok.txt"), "news", ["ok.txt", "my page.html"], "news/*.txt"])
def test_report_and_analyze_read_it_themselves(here: Path, source: Any) -> None:
    analysis = nk.analyze(source, only="counts", progress=False)
    assert analysis.articles["headline"][0] == "Lighthouse Lamp Stolen"
    assert "Lighthouse Lamp Stolen" in nk.report(source, "r.html").read_text()


# Pasted texts


def test_a_pasted_article_is_read() -> None:
    row = nk.read_articles(ARTICLE).iloc[0]
    assert row[["article_id", "source", "format", "headline"]].to_list() == [
        "pasted", "pasted", "text", "Lighthouse Lamp Stolen",
    ]  # fmt: skip
    assert row["authors"] == ["Ann Lee"]
    assert str(row["published_local"]) == "2024-05-05 10:15:00"
    assert row["text"].startswith("The lamp of the lighthouse")


def test_so_are_several_and_windows_lines_and_a_page() -> None:
    many = nk.read_articles([ARTICLE, ARTICLE.replace("\n", "\r\n"), ARTICLE.replace("\n", "\r")])
    assert many["article_id"].to_list() == ["pasted", "pasted-2", "pasted-3"]
    assert len(set(many["text"])) == 1
    assert nk.read_articles(PAGE)[["format", "headline"]].iloc[0].to_list() == ["html", "Ferry sails again"]


def test_a_mail_header_makes_no_saved_page() -> None:
    assert nk.read_articles(f"From: our own correspondent\n\n{ARTICLE}")["format"][0] == "text"


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        ("", ReadError, "blank string"),
        ("\n \n", ReadError, "blank string"),
        ("a.txt\nb.txt\n", InputError, r"2 names of files, 'a\.txt' first; give them as a list"),
        ("The cat sat on the mat.", ReadError, r"paste all its lines.*nk\.readability\(text\)"),
        ("missing.txt", ReadError, r"^There is no file or folder 'missing\.txt'\.$"),
        ("5 May 2024\n\n6 May 2024", ReadError, "'pasted': The pasted text holds no text of an article"),
        ("line\n" * 100_000, ReadError, "100,001 lines; the limit for one article is 50,000"),
        ("word " * 2_100_000, ReadError, "limit for one article is 10,000,000"),
    ],
    ids=["empty", "blank", "names", "one line", "missing", "no article", "lines", "characters"],
)
def test_what_cannot_be_read_as_pasted(source: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        nk.read_articles(source)


@pytest.mark.parametrize(
    "source",
    ["x" * 1_000_000, "The lamp was stolen. " * 50_000, "line\n" * 49_000, ARTICLE + ARTICLE.replace("Lamp", "Bell"),
     "Home\nNews\nSport\nLog in\n", "\ud800\n" + ARTICLE, "é" * 300 + "\n/" * 5_000, "{\\rtf1\n" + ARTICLE],
    ids=["line", "words", "lines", "two articles", "no article", "surrogate", "slashes", "rtf"],
)  # fmt: skip
def test_pastes_that_are_hard_are_one_row(source: str) -> None:
    assert len(nk.read_articles(source, on_error="row")) == 1


def test_a_file_whose_name_holds_a_newline_is_a_file(here: Path) -> None:
    (here / "a\nb.txt").write_text(ARTICLE)
    assert nk.read_articles("a\nb.txt")["source"][0] == "a\nb.txt"


# One bad file


def test_a_single_bad_file_is_an_error_and_one_of_many_a_row(here: Path) -> None:
    bad = here / "news" / "bad.txt"
    bad.write_bytes(b"")
    for source in (bad, str(bad), [bad], b""):
        with pytest.raises(ReadError, match="The file is empty"):
            nk.read_articles(source)

    for source in ("news", "news/b*.txt", [bad, here / "ok.txt"]):
        assert "empty" in nk.read_articles(source, progress=False)["error"].dropna().iloc[0]

    with pytest.raises(ReadError, match="The file is empty"):
        nk.read_articles("news", on_error="raise", progress=False)


def test_no_empty_report_is_written(here: Path) -> None:
    (here / "bad").mkdir()
    for i in range(9):
        (here / "bad" / f"{i}.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"none could be read\. Article 0: The file is empty\. .*\.\.\.$"):
        nk.report("bad", "r.html")
    assert not (here / "r.html").exists()


# Packages that are missing or broken


class _Broken:
    """Makes the import of a package fail, as a dependency of a dependency does."""

    def __init__(self, name: str, error: Exception) -> None:
        self.name, self.error = name, error

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == self.name:
            raise self.error


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ImportError("lxml.html.clean is a project of its own"), r"lxml\.html\.clean is a .*reinstall trafilatura"),
        (ModuleNotFoundError("No module named 'justext'", name="justext.core"), r"python -m pip install justext$"),
        (ValueError("numpy.dtype size changed"), "fails .ValueError: numpy.dtype size changed"),
    ],
)
def test_an_import_that_fails_inside_a_dependency(
    here: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "trafilatura"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Broken("trafilatura", error), *sys.meta_path])
    with pytest.raises(MissingExtraError, match=message):
        nk.read_articles("my page.html")

    # A folder goes on: the page is a row with the reason, the text is read.
    read = nk.read_articles(here, progress=False).set_index("source")
    assert "trafilatura" in read.loc["my page.html", "error"] or "justext" in read.loc["my page.html", "error"]
    assert read["error"].isna().sum() == 2


# Tables that functions and plots take


@pytest.mark.parametrize("name", HOW_MADE)
def test_the_call_that_a_message_names_makes_the_table(name: str) -> None:
    two = nk.load_example().assign(publisher="Gazette"), nk.load_example("school").assign(publisher="Post")
    versions = nk.load_example("harbor-versions")
    blank = nk.coding.sheet(two[0], n=5).drop(columns="code")
    sheets = [blank.assign(tone="neutral", coder=coder) for coder in ("Ann", "Bo")]
    known = {"nk": nk, "articles": pd.concat(two, ignore_index=True), "versions": versions, "sheets": sheets}
    known["table"] = nk.sentiment(two[0], unit="sentence")
    made = eval(HOW_MADE[name], known)
    assert isinstance(made, pd.DataFrame)


OF_TABLES = {
    "cue_verbs": (nk.cue_verbs, "quotes"),
    "grades": (nk.grades, "counts"),
    "repeated_quotes": (nk.repeated_quotes, "quotes"),
    "score": (nk.score, "counts"),
    "sentiment_by_speaker": (nk.sentiment_by_speaker, "quotes"),
    "speakers": (nk.speakers, "quotes"),
    "time_checks": (nk.times.time_checks, "timeline"),
    "time_horizon": (nk.times.time_horizon, "timeline"),
    "plots.sentiment": (nk.plots.sentiment, "sentence_sentiment"),
} | {
    f"plots.{name}": (getattr(nk.plots, name), name)
    for name in nk.plots.__all__
    if name != "sentiment"
}  # fmt: skip


@pytest.mark.parametrize("name", OF_TABLES)
@pytest.mark.parametrize("given", ["articles", "text", "path", "list", "nothing", "analysis"])
def test_what_takes_a_table_says_what_makes_it(name: str, given: str) -> None:
    articles = nk.load_example()
    sources = {"articles": articles, "text": "It rained.", "path": Path("a.txt"), "list": ["It rained."],
               "nothing": None, "analysis": nk.analyze(articles, only="counts")}  # fmt: skip
    call, table = OF_TABLES[name]
    with pytest.raises(InputError) as caught:
        call(sources[given])
    assert HOW_MADE[table] in str(caught.value)
    assert "published_local" not in str(caught.value) or name == "grades"


# Documents

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(body: str, part: str = "word/document.xml") -> bytes:
    """Return a Word document with this body, as Word packs it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, body)
    return made.getvalue()


def document(*paragraphs: str) -> str:
    """Return the part of a Word document with these runs."""
    inside = "".join(f"<w:p>{runs}</w:p>" for runs in paragraphs)
    return f"<w:document {WORD} {COMPATIBLE}><w:body>{inside}</w:body></w:document>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_word_document_is_read_as_pasted(tmp_path: Path) -> None:
    first, second = ARTICLE.split("\n\n")[3:]
    boxed = run("A lamp in a box was found on the quay on Sunday, and nobody knows whose it is.")
    box = f"<w:txbxContent><w:p>{boxed}</w:p></w:txbxContent>"
    again = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = document(
        f"<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>{run('Lighthouse ')}{run('Lamp Stolen')}",
        run("By Ann Lee"), run("5 May 2024 10:15 BST"), "",
        f"{run(first[:20])}<w:del><w:r><w:delText>not this </w:delText></w:r></w:del>{run(first[20:])}",
        run(second.strip()), f"<w:r>{again}</w:r>",
    )  # fmt: skip
    path = tmp_path / "a.docx"
    path.write_bytes(docx(body))
    row = nk.read_articles(path).iloc[0]
    assert row[["format", "headline"]].to_list() == ["docx", "Lighthouse Lamp Stolen"]
    assert row["authors"] == ["Ann Lee"]
    assert row["text"].startswith(f"{first}\n\n{second.strip()}")
    assert row["text"].count("A lamp in a box") == 1
    assert nk.read_articles(path.read_bytes())["format"][0] == "docx"


def test_an_rtf_document_is_read_as_pasted(tmp_path: Path) -> None:
    lines = "\\par ".join(line for line in ARTICLE.split("\n") if line)
    path = tmp_path / "a.rtf"
    path.write_text(rf"{{\rtf1\ansi{{\fonttbl\f0 Times;}} {lines} \'93So\'94 it was\u8212?.\par}}")
    row = nk.read_articles(path).iloc[0]
    assert row[["format", "headline"]].to_list() == ["rtf", "Lighthouse Lamp Stolen"]
    assert row["text"].endswith("“So” it was—.")


LIES = docx(document(*[run("a")] * 100)).replace(
    len(document(*[run("a")] * 100)).to_bytes(4, "little"), (50).to_bytes(4, "little")
)
ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
    + document(run("&i;"))
)
BAD_DOCUMENTS = {
    "bomb.docx": (docx(document(run("a" * 20_000_000))), "The text of the document has 10,000,001 bytes; the limit"),
    "lie.docx": (LIES, "not a Word document that can be read"),
    "entities.docx": (docx(ENTITIES), "no text|is empty|can be read"),
    "deep.docx": (docx(document("<w:r>" * 5_000 + "</w:r>" * 5_000)), "can be read"),
    "other.docx": (docx("<a/>", "xl/workbook.xml"), "not a Word document: it has no text"),
    "torn.docx": (docx(document(run("a")))[:200], "not a Word document that can be read"),
    "broken.docx": (docx("<w:document"), "not a Word document that can be read"),
    "empty.docx": (docx(document("")), "The file is empty"),
    "old.doc": (b"\xd0\xcf\x11\xe0", "DOC files are not read. Open it, copy the text"),
    "a.odt": (b"PK", "ODT files are not read"),
    "a.pdf": (b"%PDF-1.7", r"PDF files are not read\. Open it, copy .* nk\.read_articles\(\"\"\""),
    "no.rtf": (b"PK", "not an RTF document"),
    "braces.rtf": (b"{\\rtf1" + b"{" * 1_000_000, "1,000,001 groups; the limit for RTF is 20,000"),
    "number.rtf": (b"{\\rtf1 \\u99999999999999? }", "not an RTF document that can be read"),
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, name: str) -> None:
    data, message = BAD_DOCUMENTS[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=message):
        nk.read_articles(path)
    assert nk.read_articles(tmp_path, progress=False)["error"].notna().all()


def test_a_pdf_without_a_name_is_refused_too() -> None:
    with pytest.raises(ReadError, match="PDF files are not read"):
        nk.read_articles(b"%PDF-1.4\n%\xe2\xe3")


def test_without_striprtf_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(MissingExtraError, match="python -m pip install striprtf"):
        nk.read_articles(b"{\\rtf1 It rained.}")


