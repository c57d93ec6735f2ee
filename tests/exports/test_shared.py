"""What all exports share: people, outlets, sections, wraps, limits, hostile input."""

from __future__ import annotations

import quopri
import random
import time
from pathlib import Path

import pytest

import newskit as nk
from newskit.reading.exports import EXPORTS
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.nexis_fields import put_section
from newskit.reading.exports.outlet_names import outlet_name
from newskit.reading.exports.people import people_in
from newskit.timestamps.date_lines import read_date
from tests.exports.reading import read
from tests.exports.test_europresse import of_2023
from tests.exports.test_europresse import page as europresse
from tests.exports.test_factiva_html import FERRY
from tests.exports.test_factiva_html import page as factiva
from tests.exports.test_factiva_text import PASTED, pasted
from tests.exports.test_nexis_docx import DATED
from tests.exports.test_nexis_docx import FERRY as NEXIS
from tests.exports.test_nexis_html import ORDER_B, document
from tests.exports.test_nexis_html import page as nexis_page
from tests.exports.test_nexis_text import A, export
from tests.exports.test_proquest import BODY, tail, text
from tests.exports.writers import docx


@pytest.mark.parametrize(("byline", "people"), [
    ("By ANN BELL and KARL MOOR; Ann Bell reported from Dullport", ["Ann Bell", "Karl Moor"]),
    ("Ann Bell, Harbor Post Staff Writer", ["Ann Bell"]),
    ("By Ann Bell  and Karl Moor   Harbor Post Staff Writers", ["Ann Bell", "Karl Moor"]),
    ("Bell, Ann", ["Ann Bell"]), ("BELL, ANN", ["Ann Bell"]), ("Bell, Ann M; Moor, Karl", ["Ann M Bell", "Karl Moor"]),
    ("Ann Bell;Karl Moor;Eve Low", ["Ann Bell", "Karl Moor", "Eve Low"]),
    ("Ann Bell;and reported by Karl Moor;Eve Low", ["Ann Bell", "Karl Moor", "Eve Low"]),
    ("Ann Bell (now), Karl Moor (earlier)", ["Ann Bell", "Karl Moor"]), ("Ann Bell in Brussels", ["Ann Bell"]),
    ("By ANN BELL, --(Reuter)", ["Ann Bell"]), ("From ANN BELL", ["Ann Bell"]), ("BY ANN BELL", ["Ann Bell"]),
    ("VON BERND MÜLLER  UND EVA MAI", ["Bernd Müller", "Eva Mai"]), ("Von Ann Bell", ["Ann Bell"]),
    ("avec Reuters", []), ("AFP", []), ("CP", []), ("Editorial Board", []), ("Letters", []),
    ("By ANN B. C. BELL", ["Ann B. C. Bell"]), ("Ann Bell / Karl Moor", ["Ann Bell", "Karl Moor"]),
    ("홍길동 기자", ["홍길동"]), ("ABM", []), ("abm/dpa", []), ("J. A.", []), ("Ann Bell; ann@harborpost.example", ["Ann Bell"]),
    ("Anne Bel avec AFP", ["Anne Bel"]), ("By Ann Bell, Special to The New York Times", ["Ann Bell"]),
    ("Special to The Harbor Post", []), ("Anonymous", []), ("By Ann Bell Harbor Post Staff", ["Ann Bell"]),
    ("By Ann Bell in London and Karl Moor in Paris", ["Ann Bell", "Karl Moor"]), ("ANNE-MARIE O'BELL", ["Anne-Marie O'Bell"]),
    ("Von unserem Redakteur Bernd Müller", ["Bernd Müller"]), ("Interview: Ann Bell", ["Ann Bell"]), ("Zapiro", ["Zapiro"]),
    ("AFP, Reuters", []), ("By REUTERS", []), ("Mail Reporter", []), ("Telegraph Reporters", []), ("Sports", []),
    ("By Ann Bell of The Harbor Post", ["Ann Bell"]), ("Moor, Karl van der", ["Karl van der Moor"]), ("Jean d'Arc", ["Jean d'Arc"]),
    ("door onze redacteur Jan Smit", ["Jan Smit"]), ("Anne BEL; Karl MOOR", ["Anne Bel", "Karl Moor"]),
    ("Wren, Isolde (now), Carrow, Jasper (earlier)", ["Isolde Wren", "Jasper Carrow"]), ("Bell, Ann, Jr", ["Ann Bell Jr"]),
    ("By Ann Bell; Karl Moor contributed reporting from Dullport and Eve Low from Kettle.", ["Ann Bell", "Karl Moor", "Eve Low"]),
    ("By Ann Bell  and Karl Moor   Post Staff Writers", ["Ann Bell", "Karl Moor"]), ("VAN ONZE VERSLAGGEEFSTER", []),
    ("Von Ann Bell und Dragan Ilić, Belgrad", ["Ann Bell", "Dragan Ilić"]), ("記者陳若嵐", ["陳若嵐"]), ("The Associated Wire Desk", []),
    ("Chronique de Solène Quéméré", ["Solène Quéméré"]), ("Ursula von Leyen", ["Ursula von Leyen"]), ("ZAPIRO", ["Zapiro"]),
    ("[email\u00a0protected] (Jean Bac)", ["Jean Bac"]), ("Ann Bell, Harbor Student Voice; SOURCE: Harbor U.", ["Ann Bell"]),
    ("By Ann Bell in Washington, Karl Moor in Paris", ["Ann Bell", "Karl Moor"]), ("John Smith, Jr.", ["John Smith Jr"]),
    ("M. Night Low", ["M. Night Low"]), ("記者 陳若嵐／台北報導", ["陳若嵐"]), ("김철수 이영희 기자", ["김철수", "이영희"]), ("연합뉴스", []), ("Le Monde", []),
    ("St. John, Verity", ["Verity St. John"]), ("Nigel Low, PA Political Correspondent", ["Nigel Low"]), ("LOW Éric", ["Éric Low"]), ("CARLO MORO E IVANA SCARPÌN", ["Carlo Moro", "Ivana Scarpìn"]),
    ("ANN E BELL", ["Ann E Bell"]), ("Delacote, Ruth Ann", ["Ruth Ann Delacote"]),
    ("Tekst: Jan Smit Foto's: Karl Moor", ["Jan Smit"]), ("Captain R. St. J. Low, RN; transcribed by Eve Low", ["R. St. J. Low", "Eve Low"]),
    ("By Abdul al-Rahman and J.K. Low", ["Abdul al-Rahman", "J.K. Low"]), ("ANN VAN DER BELL", ["Ann van der Bell"]),
])  # fmt: skip
def test_people(byline: str, people: list[str]) -> None:
    assert people_in(byline, "The Harbor Post") == people


@pytest.mark.parametrize(("printed", "name"), [
    ("The Harbor Post(London)", "The Harbor Post"), ("The Gazette (Dullport, Ontario)", "The Gazette"),
    ("Breaking News from harborpost.com", "Breaking News from harborpost.com"), ("Harborpost.com.", "Harborpost.com"),
    ("Agence X -- English", "Agence X -- English"), ("Le Phare, no. 1234", "Le Phare"), ("Le Phare (France)", "Le Phare"),
    ("Le Post (site web) - Le Post", "Le Post"), ("Le Phare ; Edition Principale", "Le Phare"), ("(Dullport)", "(Dullport)"),
    ("Domino 24", "Domino 24"), ("Harbor Post (Online), Late Edition (East Coast); Dullport, Ont.", "Harbor Post (Online)"),
    ("Mairie du Port (Facebook)", "Mairie du Port (Facebook)"), ("Port, no. 12 ; VILLE", "Port"),
])  # fmt: skip
def test_outlets(printed: str, name: str) -> None:
    assert outlet_name(printed) == name


@pytest.mark.parametrize(("printed", "section", "page"), [
    ("NEWS; Pg. 3", "NEWS", "3"), ("BUITENLAND; Blz.6", "BUITENLAND", "6"), ("POLITIK; S. 3", "POLITIK", "3"),
    ("Section A; Column 1; Foreign Desk; Pg. 6", "Section A; Column 1; Foreign Desk", "6"), ("PORT; p. 12", "PORT", "12"),
    ("METRO; Pg. 1B, 3B", "METRO", "1B, 3B"), ("BUSINESS; Version:1", "BUSINESS", ""), ("NEWS; Pg. A12, A13", "NEWS", "A12, A13"), ("Formula 1", "Formula 1", ""),
])  # fmt: skip
def test_sections(printed: str, section: str, page: str) -> None:
    record = Exported()
    put_section(record, printed, "test")
    assert (record.section, record.page) == (section, page)


@pytest.mark.parametrize(("line", "day", "clock"), [
    ("5 maaliskuuta 2012", "2012-03-05", ""), ("March 5-11, 2008", "2008-03-05", ""), ("5./6. März 2008", "2008-03-05", ""),
    ("January/February 2008", "None", ""), ("Winter 2007/2008", "None", ""), ("Dimanche 7 mars 2021 - 20 h 15", "2021-03-07", "20:15"),
])  # fmt: skip
def test_more_lines_of_publication(line: str, day: str, clock: str) -> None:
    found = read_date(line)
    assert found is not None
    assert (str(found.day), found.clock, found.rest) == (day, clock, "")


@pytest.mark.parametrize("line", [
    "Covid-19, part 1", "… in 2000 um 4", "Ferry 2002", "31 February 2020", "1. FC Dullport", "", "May ferries sail?",
])  # fmt: skip
def test_lines_that_are_no_dates(line: str) -> None:
    assert read_date(line) is None


def many(count: int) -> dict[str, bytes]:
    """Write exports of so many articles, in eight forms."""
    return {
        "nexis-docx": docx([*NEXIS, *DATED] * (count // 2)),
        "nexis-text": export(*[A] * count).encode(),
        "nexis-html": nexis_page(*(document(n, count, *ORDER_B) for n in range(1, count + 1))).encode(),
        "factiva-html": factiva(*[FERRY] * count).encode(),
        "factiva-text": pasted(*[PASTED] * count).encode(),
        "proquest-text": text(*[f"\nFerry\n\nFull text: {chr(10).join(BODY)}\n\n{tail('Ferry')}"] * count).encode(),
        "europresse-html": europresse(*[of_2023("6 mars 2023 12 mots", "Anne Bel")] * count).encode(),
    }


def test_every_form_is_found_and_gives_all_articles(tmp_path: Path) -> None:
    for form, data in many(20).items():
        # Endings lie.
        (tmp_path / f"{form}.html").write_bytes(data)
    articles = nk.read_articles(tmp_path, progress=False)
    assert articles["format"].value_counts().to_dict() == dict.fromkeys(many(2), 20)
    assert articles["article_id"].is_unique
    assert articles["error"].isna().all()


@pytest.mark.slow
@pytest.mark.parametrize("form", list(many(2)))
def test_time_is_linear(form: str) -> None:
    took = []
    for count in (50, 400):
        data = many(count)[form]
        begin = time.process_time()
        assert len(read(data)) == count
        took.append(time.process_time() - begin)
    assert took[1] < 8 * 3 * took[0] + 0.5


HOSTILE = {
    "separators": "   1 of 9 DOCUMENTS\n" * 5_000,
    "rules": ("_" * 60 + "\nFull text: \n") * 5_000,
    "labels": "HD\tx\nAN\ty\n" * 10_000,
    "one line": "HD\t" + "a" * 2_000_000 + "\nAN\tDocument X",
    "dates": "   1 of 9 DOCUMENTS\n\n" + "March 5, 2002\n\n" * 20_000,
    "capitals": "   1 of 9 DOCUMENTS\n\nX\n\nMarch 5, 2002\n\n" + "BYLINE: A\n\n" * 20_000,
    "captions": "   1 of 9 DOCUMENTS\n\nX\n\nMarch 5, 2002\n\nT\n\n" + "GRAPHIC: A\n\nB\n\n" * 10_000 + "LOAD-DATE: x\n",
    "blanks": "   1 of 9 DOCUMENTS\n\nX\n\nMarch 5, 2002\n" + " " * 500_000 + "x",
    "nested": "<html><body>" + "<div class='article enArticle'>" * 3_000,
    "spans": "<html><p class='DocPublicationName'>x</p><article>" + "<span>" * 50_000,
    "anchors": "<html>Full text:" + "<a name='DocID_1'></a>" * 5_000,
    "xml": "<PPSResponse>" + "<article>" * 10_000,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(HOSTILE))
def test_hostile_input_ends_soon(kind: str) -> None:
    begin = time.process_time()
    articles = nk.read_articles(HOSTILE[kind].encode(), on_error="row")
    assert time.process_time() - begin < 10
    assert len(articles) >= 1


@pytest.mark.parametrize("text", [
    "Ferry sails again\nBy Ann Bell\nMay 5, 2024\n\n1 of 5\n\nMay 5, 2024\n\nThe ferry sailed at noon, and nobody cheered.",
    "<html><body class='isArticle'><h1>Ferry sails</h1><p>The ferry sailed at noon, and nobody in the harbor cheered.</p></body></html>",
    "Subject: Ferries\n\nFull text: not here.\n\nThe ferry sailed at noon, and nobody in the harbor cheered it.",
])  # fmt: skip
def test_what_is_no_export(text: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(text)
    assert "-" not in nk.read_articles(tmp_path / "article.txt").loc[0, "format"]


def test_a_table_with_a_column_hd_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("HD\tAN\ttext\nFerry\t1\tThe ferry sailed.\n")
    assert nk.read_articles(tmp_path / "a.tsv").loc[0, "format"] == "csv"


def test_unicode_of_windows() -> None:
    articles = read(export(A).encode("utf-16"))
    assert articles["format"].tolist() == ["nexis-text"]


def test_tags_within_a_text_make_no_page_of_it() -> None:
    articles = read(export(A.replace("It had not", "</b><p>It had not")))
    assert articles["format"].tolist() == ["nexis-text"]


def test_a_page_that_was_saved_in_one_file() -> None:
    header = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://factiva.example/\r\nMIME-Version: 1.0\r\n"
    header += 'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    page = quopri.encodestring(factiva(FERRY).encode()).decode()
    articles = read(f"{header}Content-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n--b--\r\n")
    assert articles[["format", "publisher"]].to_numpy().tolist() == [["factiva-html", "The Harbor Post"]]


@pytest.mark.slow
@pytest.mark.parametrize("form", list(many(2)))
def test_damaged_files_are_rows_or_clear_errors(form: str) -> None:
    rng = random.Random(form)
    whole = many(4)[form]
    for _ in range(25):
        data = bytearray(whole)
        place = rng.randrange(1, len(data))
        if rng.random() < 0.5:
            del data[place:]
        else:
            data[place : place + rng.randrange(200)] = rng.randbytes(3)
        articles = nk.read_articles(bytes(data), on_error="row")
        assert len(articles) >= 1


def test_scripts_within_a_page_are_not_its_text() -> None:
    page = factiva(FERRY.replace("Nobody cheered.</p>", "<script>x</script>Nobody <style>y</style>cheered.</p>"))
    assert read(page).loc[0, "text"].split("\n\n")[3] == "Nobody cheered."


@pytest.mark.parametrize("form", [export.name for export in EXPORTS if export.extra is None])
def test_a_form_that_is_asked_for_and_is_not_there(form: str) -> None:
    with pytest.raises(nk.errors.ReadError):
        read("Ferry sails again\nThe ferry sailed at noon.", format=form)
