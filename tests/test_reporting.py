"""The report: one file, no script, no network, the same bytes, and every text of an article stays text."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pandas as pd
import pytest

import newskit as nk
from newskit import registry, tables
from newskit.errors import InputError, NotMadeError, ReadError
from newskit.html import cell_text, plural
from newskit.pipeline import Analysis, analyze
from newskit.reporting.facts import duration, glance, head
from newskit.reporting.page import report
from newskit.reporting.provenance import fields_hash, file_hash, versions
from tests.test_html import HOSTILE

T = pd.Timestamp
TEXT = (
    'The mayor of Seaham, Ann Lee, said on Friday: "We will pay for the harbor."\n\nThe work begins next year. '
    "“It is a good day,” Lee added. The harbor was lost in a terrible storm on November 17."
)
PICTURES = {("img", "src"), ("source", "srcset")}
VOID = {"meta", "img", "br", "link", "input", "hr", "base", "source"}


def article(**more):
    row = {
        "article_id": "harbor", "headline": "Seaham pays for 'new' harbor", "standfirst": "A small town decides.",
        "byline": "By Bo Cy", "dateline": "Seaham", "publisher": "The Seaham Post", "text": TEXT,
        "published": T("2024-11-30 02:23", tz="UTC"), "updated": T("2024-11-30 13:49", tz="UTC"),
        "published_local": T("2024-11-30 07:53"), "updated_local": T("2024-11-30 19:19"),
        "published_text": "Published 07:53 IST, November 30th 2024", "published_precision": "minute",
        "updated_text": "Updated 19:19 IST, November 30th 2024", "updated_precision": "minute",
        "timezone": "Asia/Kolkata", "timezone_source": "abbreviation", "language": "en",
        "tags": ["harbor", "money"], "warnings": ["IST was read as India."], "subheads": ["A harbor"],
        "subhead_before": [1], "caption": "The harbor", "credit": "AP", "url": "https://example.org/harbor?a=1&b=2",
    }  # fmt: skip
    return {**row, **more}


def articles(*rows):
    return registry.from_rows("articles", rows)


class Page(HTMLParser):
    """What a browser would find in the file."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[tuple[str, str, str]] = []
        self.events: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.text = ""
        self.css = ""
        self.feed(page)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "style"):
                self.events.append(f"{tag} {name}")
            if name in ("src", "href", "srcset", "action", "data", "poster", "background"):
                self.addresses.append((tag, name, value))
            if name == "id":
                self.ids.append(value)
        if tag == "img":
            self.images.append(dict(attrs))

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "style":
            self.css += data
        else:
            self.text += data


def audit(path):
    """Read a report back and check what must hold of every one."""
    source = path.read_text(encoding="utf-8")
    page = Page(source)
    assert not {"script", "iframe", "object", "embed", "svg", "link", "base", "form", "template"} & set(page.tags)
    assert page.events == []
    for tag, name, value in page.addresses:
        inside = value.startswith("#") and value[1:] in page.ids
        picture = (tag, name) in PICTURES and value.startswith("data:image/svg+xml;base64,")
        link = tag == "a" and name == "href" and re.match(r"https?://", value)
        assert inside or picture or link, (tag, name, value[:80])
    assert len(page.ids) == len(set(page.ids))
    assert all(image["alt"].strip() for image in page.images)
    for image in page.images:
        _check_picture(image["src"])
    assert "url(" not in page.css
    assert "@import" not in page.css
    assert "</style" not in page.css
    policy = [a for tag, a in page.attributes if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
    assert policy[0]["content"].startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert page.tags.count("caption") == page.tags.count("table") > 0
    heads = [a for tag, a in page.attributes if tag == "th"]
    assert all(a.get("scope") in ("col", "row", "colgroup") for a in heads)
    return page


def _check_picture(address):
    root = ElementTree.fromstring(base64.b64decode(address.split(",", 1)[1]))
    for node in root.iter():
        assert not node.tag.endswith(("}script", "}image", "}foreignObject", "}a"))
        for name, value in node.attrib.items():
            assert not name.lower().startswith("on")
            assert not name.endswith("href") or value.startswith("#")


@pytest.fixture(scope="module")
def analysis():
    return analyze(articles(article()))


@pytest.fixture(scope="module")
def page(analysis, tmp_path_factory):
    return audit(report(analysis, tmp_path_factory.mktemp("report") / "report.html"))


def test_it_says_what_the_article_is(page):
    for words in (
        "Seaham pays for 'new' harbor", "A small town decides.", "By Bo Cy", "Sat 30 Nov 2024, 07:53 (UTC+05:30)",
        "Sat 30 Nov 2024, 19:19 (UTC+05:30)", "11 h 26 min", "Asia/Kolkata, read from an abbreviation",
        "Published 07:53 IST, November 30th 2024", "Credit: AP", "harbor, money", "IST was read as India.",
    ):  # fmt: skip
        assert words in page.text


def test_it_has_every_section_with_plot_table_and_caution(page):
    assert {"a1-readability", "a1-sentiment", "a1-timeline", "a1-quotes", "a1-text", "made", "a1-warnings"} <= set(
        page.ids
    )
    assert len(page.images) == 5
    assert page.text.count("What this does not mean") == 4
    for caption in ("Readability measures", "Sentiment of the article", "Timestamps, and the times the article names",
                    "Speakers", "Quotations", "SHA-256 of the input", "Versions", "Word lists",
                    "Tables that were not made"):  # fmt: skip
        assert caption in page.text


def cells(page_source, caption):
    """Return the rows of the table with that caption, each as its texts."""
    table = re.search(rf"<caption>{re.escape(caption)}</caption>(.*?)</table>", page_source, re.S)
    rows = re.findall(r"<tr>(.*?)</tr>", table[1], re.S)
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_each_measure_stands_beside_its_own_value_and_range(analysis, tmp_path):
    source = report(analysis, tmp_path / "r.html").read_text(encoding="utf-8")
    shown = {row[0]: row[1:] for row in cells(source, "Readability measures")[1:]}
    classic = nk.measures()
    classic = classic[classic["classic"]]
    assert list(shown) == [html.escape(name) for name in classic["name"]]
    for m in classic.itertuples():
        score = f"{analysis.readability[m.measure].iloc[0]:.1f}".replace("-", "\u2212")
        assert shown[html.escape(m.name)][:3] == [score, m.unit, f"{m.low:g} to {m.high:g}"]


def test_the_range_of_grades_is_the_one_that_grades_gives(analysis, tmp_path):
    source = report(analysis, tmp_path / "r.html").read_text(encoding="utf-8")
    shown = cells(source, "School grades that different formulas give the same text")
    expected = nk.grades(analysis.readability).round(1).iloc[0]
    assert [row[:2] for row in shown[1:]] == [
        [name, cell_text(float(value))] for name, value in expected.items()
    ]


def test_the_appendix_explains_every_table_of_the_registry(analysis, tmp_path):
    source = report(analysis, tmp_path / "r.html").read_text(encoding="utf-8")
    not_made = {row[0]: row for row in cells(source, "Tables that were not made")[1:]}
    made = analysis.tables()
    assert set(not_made) == set(registry.TABLES) - set(made)
    for name, table in made.items():
        assert f"<summary>{name} <small>{plural(len(table), 'row')}; " in source
        columns = [row[0] for row in cells(source, f"Columns of {name}")[1:]]
        assert columns == [c.name for c in registry.table(name).columns if c.name in table]
    assert not_made["words"][2] == "analyze(articles, only=[..., &#x27;words&#x27;])"
    assert not_made["outlets"][2].startswith("not by analyze: ")


def test_a_new_table_is_found_in_the_appendix(monkeypatch, tmp_path):
    column = tables.Column("n_sounds", tables.WHOLE, "sounds", "how loud it is")
    table = tables.Table("loudness", (column,), "one row per sound", from_batch=lambda batch: None)
    monkeypatch.setitem(registry.TABLES, "loudness", table)
    source = report("The sun set.", tmp_path / "r.html").read_text(encoding="utf-8")
    assert ["loudness", "one row per sound", "analyze(articles, only=[..., &#x27;loudness&#x27;])"] in cells(
        source, "Tables that were not made"
    )


def test_an_analysis_without_the_tables_of_a_section_says_which(tmp_path):
    some = analyze("The sun set.", only=["readability", "quotes"])
    with pytest.raises(NotMadeError, match=r"tables that were not made: .*sentiment.*timeline\. newskit\.analyze"):
        report(some, tmp_path / "r.html")
    assert not (tmp_path / "r.html").exists()


def test_the_text_is_marked(page):
    css = [a.get("class") or "" for tag, a in page.attributes if tag == "span"]
    assert any(c.startswith("nk-q nk-k0") for c in css)
    assert "nk-time" in css
    assert "A harbor" in page.text


def test_it_has_a_language_print_and_dark_styles(page):
    assert ("html", {"lang": "en"}) in page.attributes
    assert "@media print" in page.css
    assert "prefers-color-scheme:dark" in page.css
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in page.attributes


def test_the_same_input_gives_the_same_bytes(analysis, tmp_path):
    import matplotlib as mpl

    first = report(analysis, tmp_path / "1.html").read_bytes()
    with mpl.rc_context({"font.size": 30, "svg.fonttype": "path", "axes.facecolor": "red", "lines.linewidth": 9}):
        second = report(analysis, tmp_path / "2.html").read_bytes()
    assert first == second
    assert report(analyze(articles(article())), tmp_path / "3.html").read_bytes() == first
    assert b"\r" not in first


def test_it_leaves_matplotlib_as_it_was(analysis, tmp_path):
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    report(analysis, tmp_path / "1.html")
    assert dict(mpl.rcParams) == before


def test_hashes_and_versions_are_stated(analysis, page):
    row = analysis.articles.to_dict("records")[0]
    assert fields_hash(row) in page.text
    for name, number in versions().itertuples(index=False):
        assert name in page.text
        assert number in page.text


def test_the_hash_of_fields_is_of_canonical_json():
    row = {
        "text": "é",
        "source": "x.txt",
        "headline": None,
        "published": T("2024-11-30"),
        "tags": ["b", "a"],
        "subheads": [],
    }
    told = '{"published":"2024-11-30T00:00:00","tags":["b","a"],"text":"\\u00e9"}'
    assert fields_hash(row) == hashlib.sha256(told.encode()).hexdigest()


def test_the_hash_of_the_file_is_the_one_its_reader_noted(tmp_path):
    noted = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert file_hash({"provenance": f'{{"sha256": "{noted}"}}'}) == noted
    for other in (None, pd.NA, "", "no JSON", "[1]", '{"sha256": "<script>"}', '{"sha256": 3}', 7):
        assert file_hash({"provenance": other}) is None
    seen = audit(report(articles(article(provenance=f'{{"sha256": "{noted}"}}')), tmp_path / "r.html"))
    assert noted in seen.text


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.slow
def test_hostile_fields_stay_text(text, tmp_path):
    told = text.replace("\ud800", "\ufffd")  # Arrow strings cannot hold half a pair
    fields = dict.fromkeys(
        ["headline", "standfirst", "byline", "dateline", "publisher", "section", "caption", "credit", "published_text",
         "source", "article_id", "language"], told
    )  # fmt: skip
    lists = {"tags": [text], "warnings": [text], "subheads": [text]}
    row = article(**fields, **lists, url=f"javascript:{told}", text=f'{told}\n\nAnn Lee said: "{told} we pay." {told}')
    seen = audit(report(articles(row), tmp_path / "r.html", title=text))
    assert "javascript:" not in [v[:11] for tag, name, v in seen.addresses]
    assert "{{" in seen.text or "{{" not in text


def test_hostile_cells_of_every_table_stay_text(analysis, tmp_path):
    keep = {"article_id", "kind", "field", "precision", "voice", "error", "text"}
    # Long enough for the offsets of the marks; Arrow strings cannot hold half a surrogate pair.
    hostile = [text.replace("\ud800", "\ufffd").ljust(80) for text in HOSTILE]
    made, n = {}, 0
    for name, table in analysis.tables().items():
        made[name] = table.copy()
        for column in sorted(set(table.columns) - keep):
            if isinstance(table[column].dtype, pd.StringDtype):
                told = [hostile[(n + i) % len(hostile)] for i in range(len(table))]
                made[name][column] = pd.Series(told, index=table.index, dtype="string")
                n += 1
    assert n > 3 * len(hostile)
    seen = audit(report(Analysis(made.pop("articles"), made), tmp_path / "r.html"))
    assert "<script>alert(1)</script>" in seen.text


def test_a_plain_text_is_enough(tmp_path):
    seen = audit(report("The sun set.", tmp_path / "r.html"))
    assert "Article 0" in seen.text
    assert "no times found" not in seen.text  # that is said in the picture, which has its words in `alt`
    assert any("Timestamps: none. Times named: none." in image["alt"] for image in seen.images)


@pytest.mark.parametrize("text", ["", "   ", "!!! ...", "word", "🙂🙂", "שלום עולם.", None])
@pytest.mark.slow
def test_odd_texts_make_a_report(text, tmp_path):
    audit(report(articles(article(text=text)), tmp_path / "r.html"))


def test_an_article_that_could_not_be_read_is_listed_with_its_error(tmp_path):
    bad = {"article_id": "bad", "error": "The file 'bad.txt' is <empty>."}
    seen = audit(report(articles(article(), bad), tmp_path / "r.html"))
    assert "Articles that could not be read" in seen.text
    assert "The file 'bad.txt' is <empty>." in seen.text
    assert len(seen.images) == 5 + 4  # of the article, and of the corpus
    with pytest.raises(InputError, match=r"none could be read\. Article bad: The file 'bad.txt' is"):
        report(articles(bad), tmp_path / "r.html")


def test_the_title_can_be_given(analysis, tmp_path):
    seen = audit(report(analysis, tmp_path / "r.html", title="Lesson <1>"))
    assert seen.text.count("Lesson <1>") == 2


def test_errors_say_what_is_wrong(analysis, tmp_path):
    with pytest.raises(InputError, match=r"There is no article to report on: the table 'articles' has no rows\."):
        report(registry.empty("articles"), tmp_path / "r.html")
    with pytest.raises(InputError, match="Expected a text, a list or Series of texts"):
        report(3, tmp_path / "r.html")
    with pytest.raises(ReadError, match=r"could not be written to '.*r\.html': No such file or directory"):
        report(analysis, tmp_path / "none" / "r.html")


def test_it_returns_the_path_and_replaces_the_file(analysis, tmp_path):
    path = tmp_path / "r.html"
    path.write_text("old", encoding="utf-8")
    assert report(analysis, str(path)) == path
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_nothing_given_is_changed(analysis, tmp_path):
    before = {name: table.copy() for name, table in analysis.tables().items()}
    report(analysis, tmp_path / "r.html")
    for name, table in analysis.tables().items():
        pd.testing.assert_frame_equal(table, before[name])


def facts_of(**more):
    return {fact["name"]: fact for fact in head(article(**more))}


def test_a_timestamp_never_claims_more_than_was_printed():
    day = facts_of(published=None, published_local=T("2024-11-30"), published_precision="day")
    assert day["Published"]["value"] == "Sat 30 Nov 2024"
    assert day["Published"]["note"].startswith("no time of day printed")
    assert "Between" not in day
    unknown = facts_of(published=None, updated=None, timezone=None)
    assert unknown["Published"]["value"] == "Sat 30 Nov 2024, 07:53 (time zone not known)"
    assert unknown["Between"]["note"] == "by the printed times; time zone not known"
    assert "Published" not in facts_of(published=None, published_local=None)
    west = facts_of(published=T("2024-11-30 12:23", tz="UTC"))
    assert west["Published"]["value"].endswith("(UTC\u221204:30)")
    assert facts_of(updated=T("2024-11-29 02:23", tz="UTC"))["Between"]["value"] == "1 day backwards"


def test_only_plain_links_are_links():
    assert facts_of()["Address"]["link"] == "https://example.org/harbor?a=1&b=2"
    assert facts_of(url="javascript:alert(1)")["Address"]["link"] is None


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ("0min", "0 min"),
        ("686min", "11 h 26 min"),
        ("24h", "1 day"),
        ("49h", "2 days 1 h"),
        ("59s", "0 min"),
        ("60min", "1 h"),
    ],
)
def test_durations(gap, words):
    assert duration(pd.Timedelta(gap)) == words


def test_the_numbers_at_the_top_are_those_of_the_tables(analysis):
    shown = glance(analysis.tables())
    assert shown[0] == {"value": f"{analysis.readability['n_words'][0]:,}", "name": "words"}
    said = analysis.quotes[analysis.quotes["kind"].isin(["direct", "mixed"])]
    assert shown[4]["value"] == str(len(said))
