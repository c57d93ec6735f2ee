"""Saved web pages: every field with where it was found, encodings, MHTML, ZIPs, workers. The pages are made here."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.reading import pool
from newskit.reading.page import decode_page, read_page
from newskit.reading.page.author_names import split_names
from newskit.reading.page.boilerplate import prune
from newskit.reading.page.boxes import Block, runs_of, stated_box, without_gaps
from newskit.reading.page.read_moment import read_moment
from newskit.reading.page.tree import Sizes, parse, text_of

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPHS = [
    "The ferry left the old harbor before dawn on Monday, and nobody on the quay had heard why it sailed alone.",
    "Its captain, who has crossed the bay for thirty years, told the harbor office that the second crew was late.",
    "“We could not wait for them any longer,” she said, and pointed at the clock above the ticket hall.",
    "By noon the queue had grown to four hundred people, most of them on their way to the spring market.",
    "The company said that it would pay back every ticket, and that a second ship would sail in the evening.",
]
LD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "The Bay Courier"},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        {
            "@type": "NewsArticle",
            "headline": "Ferry sails without its second crew",
            "author": [{"@id": "#ann"}, {"@type": "Person", "name": "By Tom Reyes"}],
            "publisher": {"@id": "#org"},
            "datePublished": "2024-05-06T07:30:00-04:00",
            "dateModified": "2024-05-06T11:05:00-04:00",
            "articleSection": "Harbor",
            "keywords": ["ferries", "spring market"],
        },
    ],
}
DEK = "Four hundred people wait as a late crew holds up the first crossing"


def page(
    ld: Any = LD, head: str = "", h1: str = "Ferry sails without its second crew", extra: str = "", lang: str = "en-US"
) -> str:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:3]) + "<h2>A long queue</h2>"
    body += "".join(f"<p>{p}</p>" for p in PARAGRAPHS[3:])
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Ferry sails without its second crew | The Bay Courier</title>'
        f'<meta property="og:url" content="https://www.baycourier.example/harbor/ferry">{head}{script}</head>'
        f'<body><nav><a href="/">Home</a></nav><main><article><h1>{h1}</h1><p class="article-dek">{DEK}</p>'
        '<div class="byline">By <a rel="author" href="/staff/ann">Ann Lee</a> and Tom Reyes</div>'
        '<figure><img src="a.jpg"><figcaption>The quay on Monday morning, with the ferry gone '
        '<span class="credit">Photo: Mia Olsen</span></figcaption></figure>'
        f'{body}<p>Read more: <a href="/x">A bridge that nobody asked for is to be built at last</a></p>{extra}'
        '</article></main><aside class="related"><p>Ten other stories that you should read today</p></aside>'
        "</body></html>"
    )


def read(text: str | bytes, **arguments: Any) -> dict[str, Any]:
    frame = nk.read_articles(text if isinstance(text, bytes) else text.encode(), **arguments)
    assert len(frame) == 1
    return dict(frame.iloc[0])


def test_every_field_of_a_page() -> None:
    row = read(page())
    assert row["headline"] == "Ferry sails without its second crew"
    assert row["standfirst"] == DEK
    assert row["authors"] == ["Ann Lee", "Tom Reyes"]
    assert row["publisher"] == "The Bay Courier"
    assert row["section"] == "Harbor"
    assert row["tags"] == ["ferries", "spring market"]
    assert row["language"] == "en"
    assert row["url"] == "https://www.baycourier.example/harbor/ferry"
    assert row["text"].split("\n\n") == PARAGRAPHS
    assert (row["subheads"], row["subhead_before"]) == (["A long queue"], [3])
    assert row["caption"] == "The quay on Monday morning, with the ferry gone"
    assert row["credit"] == "Photo: Mia Olsen"
    assert row["published"] == pd.Timestamp("2024-05-06T11:30:00Z")
    assert row["updated"] == pd.Timestamp("2024-05-06T15:05:00Z")
    assert row["published_local"] == pd.Timestamp("2024-05-06T07:30:00")
    assert (row["timezone"], row["timezone_source"]) == ("-04:00", "stated")
    assert row["warnings"] == []
    assert pd.isna(row["error"])


def test_provenance_says_where_each_field_was_found() -> None:
    table = nk.provenance(nk.read_articles(page().encode()))
    found = dict(zip(table["field"], table["found"], strict=True))
    assert found["authors"] == "json-ld"
    assert found["headline"] == "rule:h1"
    assert found["published"] == "json-ld:datePublished"
    assert found["language"] == "html:lang"
    assert found["text"] == "trafilatura"
    values = dict(zip(table["field"], table["value"], strict=True))
    assert json.loads(values["authors"]) == ["Ann Lee", "Tom Reyes"]


def test_provenance_of_what_has_none() -> None:
    assert len(nk.provenance(nk.read_articles(pd.DataFrame({"text": ["A ferry sailed."]})))) == 0
    with pytest.raises(InputError, match="no column 'provenance'"):
        nk.provenance(pd.DataFrame({"article_id": ["a"]}))
    with pytest.raises(InputError, match="is not JSON"):
        nk.provenance(pd.DataFrame({"article_id": ["a"], "provenance": ["{"]}))


def test_a_page_without_json_ld_is_read_from_meta_tags() -> None:
    head = (
        '<meta name="author" content="Ann Lee">'
        '<meta property="article:published_time" content="2024-05-06T07:30:00+02:00">'
        '<meta property="article:modified_time" content="2024-05-06T08:00:00+02:00">'
        '<meta name="keywords" content="ferries, bay">'
        '<meta property="og:site_name" content="Bay Courier">'
    )
    row = read(page(ld=None, head=head))
    assert row["authors"] == ["Ann Lee", "Tom Reyes"] or row["authors"] == ["Ann Lee"]
    assert row["published"] == pd.Timestamp("2024-05-06T05:30:00Z")
    assert row["updated"] == pd.Timestamp("2024-05-06T06:00:00Z")
    assert row["tags"] == ["ferries", "bay"]
    assert row["publisher"] == "Bay Courier"


def test_a_page_without_any_metadata() -> None:
    extra = '<p>Posted <time datetime="2024-05-06T07:30:00+02:00">May 6</time></p>'
    row = read(page(ld=None, extra=extra))
    assert row["headline"] == "Ferry sails without its second crew"
    assert row["authors"] == ["Ann Lee", "Tom Reyes"]
    assert row["published"] == pd.Timestamp("2024-05-06T05:30:00Z")
    assert pd.isna(row["updated"])


def test_the_kicker_is_no_part_of_the_headline() -> None:
    h1 = '<span class="kicker">Harbor</span> <span>Ferry sails without its second crew</span>'
    head = '<meta property="og:title" content="Ferry sails without its second crew">'
    assert read(page(head=head, h1=h1))["headline"] == "Ferry sails without its second crew"


def test_page_and_json_ld_that_disagree_are_a_warning() -> None:
    ld = json.loads(json.dumps(LD))
    ld["@graph"][2]["headline"] = "Why the morning boat across the bay was empty"
    row = read(page(ld=ld))
    assert row["headline"] == "Ferry sails without its second crew"
    assert any("json-ld says 'Why the morning boat" in w for w in row["warnings"])
    shared = page(head='<meta property="og:title" content="Four hundred wait on the quay for a late crew">')
    assert any("og:title says 'Four hundred wait" in w for w in read(shared)["warnings"])
    assert not any("headline" in w for w in read(page())["warnings"])


def test_a_kicker_that_the_page_names_is_no_part_of_the_headline() -> None:
    h1 = '<span class="article__overline">Spring on the bay</span> <span>Ferry sails without its second crew</span>'
    ld = {"@type": "NewsArticle", "headline": "Late crew: Ferry sails without its second crew"}
    assert read_page(page(ld, h1=h1))["headline"] == "Ferry sails without its second crew"


@pytest.mark.parametrize(
    ("meta", "warns"), [("2024-05-06T11:30:59Z", 0), ("2024-05-06T07:30:00Z", 1), ("2024-05-07", 1), ("2024-05-06", 0)]
)
def test_times_that_disagree_are_a_warning(meta: str, warns: int) -> None:
    row = read_page(page(head=f'<meta property="article:published_time" content="{meta}">'))
    assert sum("JSON-LD says '2024-05-06T07:30:00-04:00'" in w for w in row["warnings"]) == warns


def test_a_day_printed_behind_a_label_is_found() -> None:
    row = read_page(page(ld=None, extra="<ul><li><strong>Datum</strong> 28.04.2023</li></ul>"))
    assert str(row["published_local"])[:10] == "2023-04-28"
    assert json.loads(row["provenance"])["published"] == "rule:labelled-line"


def test_the_offset_of_the_update_is_not_lent_to_the_publication() -> None:
    ld = {"@type": "NewsArticle", "datePublished": "2024-05-06T07:30", "dateModified": "2024-05-06T11:05:00Z"}
    row = read_page(page(ld))
    assert "published" not in row or row["published"] is None
    assert str(row["published_local"]) == "2024-05-06 07:30:00"
    assert row["updated"] is not None


def test_a_fact_check_is_an_article() -> None:
    ld = {
        "@type": "ClaimReview", "name": "No, the ferry did not sink", "datePublished": "2024-05-06T07:30:00Z",
        "itemReviewed": {"@type": "Claim", "datePublished": "2024-05-01"},
    }  # fmt: skip
    assert str(read_page(page(ld, h1=""))["published_local"])[:10] == "2024-05-06"


BYLINE = '<div class="byline">By <a rel="author" href="/staff/ann">Ann Lee</a> and Tom Reyes</div>'


def signed(byline: str, **arguments: Any) -> str:
    """Return the page with another byline."""
    made = page(**arguments)
    assert BYLINE in made
    return made.replace(BYLINE, byline)


MARY = '<p class="byline">By Mary Sands</p>'


def test_the_byline_is_that_below_the_headline() -> None:
    made = signed(MARY, ld=None).replace("<nav>", '<aside><a rel="author" href="/author/x">Zoe Quist</a></aside><nav>')
    assert read_page(made)["authors"] == ["Mary Sands"]


def test_printed_people_go_before_an_organization() -> None:
    ld = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Harbor News Service"}}
    assert read_page(signed(MARY, ld=ld))["authors"] == ["Mary Sands"]


def test_authors_that_disagree_are_a_warning() -> None:
    ld = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ann Lee"}}
    row = read_page(signed(MARY, ld=ld))
    assert row["authors"] == ["Ann Lee"]
    assert [w for w in row["warnings"] if "the byline is 'By Mary Sands'" in w]


def test_initials_that_microdata_call_the_author() -> None:
    row = read_page(signed('<p>Radio, <span itemprop="author">abc/xyz;qrs</span></p>', ld=None))
    assert row["authors"] == ["abc/xyz", "qrs"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("The Bay Courier / Port Press", ["Port Press"]),
        ("BC-Redaktion", ["BC-Redaktion"]),
        ("Mary Sands", ["Mary Sands"]),
    ],
)
def test_a_signature_below_the_last_paragraph(line: str, authors: list[str]) -> None:
    head = '<meta property="og:site_name" content="The Bay Courier">'
    row = read_page(signed("", ld=None, head=head, extra=f"<p>{line}</p>"))
    assert row["authors"] == authors
    assert row["text"].endswith(PARAGRAPHS[-1])


def test_paragraphs_between_boxes_are_put_back() -> None:
    found = [Block(text, "paragraph") for text in PARAGRAPHS]
    assert without_gaps([found[0], found[1], found[4]], found) == found
    assert without_gaps(found[:1], [Block("Something else. " * 9, "paragraph")]) == found[:1]


def test_the_box_that_prints_the_stated_body_is_found() -> None:
    lines = "<br><br>".join(PARAGRAPHS)
    menu = "<ul>" + "<li>Ten gigabytes for five a month, and the first month is free</li>" * 5 + "</ul>"
    root = parse(f"<html><body><div>{menu}</div><div><div id=story>{lines}</div><p>Share it</p></div></body></html>")
    assert [b.text for b in stated_box(root, runs_of(" ".join(PARAGRAPHS)))] == PARAGRAPHS


@pytest.mark.parametrize(
    "line", ["Hat Ihnen dieser Artikel gefallen? Dann teilen Sie ihn", "この記事は会員限定です。登録すると読めます"]
)
def test_what_opens_the_box_below_an_article_ends_it(line: str) -> None:
    row = read_page(page(extra=f"<p>{line}</p><p>{PARAGRAPHS[0][::-1]} And more of it.</p>"))
    assert row["text"].endswith(PARAGRAPHS[-1])


def test_a_page_that_says_it_is_in_english_and_is_not_is_a_warning() -> None:
    german = "Die Fähre verließ den Hafen vor dem Morgengrauen, und niemand am Kai hatte gehört, warum sie allein fuhr."
    foreign = page(ld=None)
    for paragraph in PARAGRAPHS:
        foreign = foreign.replace(paragraph, f"{german} {german}")
    assert [w for w in read(foreign)["warnings"] if "says that it is in English" in w]
    assert not [w for w in read(page())["warnings"] if "says that it is in English" in w]
    assert read(page())["language"] == "en"


def test_another_title_is_no_standfirst() -> None:
    other = "Crew misses the first ferry of the spring on the bay"
    ld = {"@type": "NewsArticle", "headline": other, "alternativeHeadline": other}
    made = page(ld).replace(f'<p class="article-dek">{DEK}</p>', f"<h2>{other}</h2>")
    assert "standfirst" not in read_page(made)


def test_what_stands_below_three_paragraphs_is_no_standfirst() -> None:
    made = page().replace(f'<p class="article-dek">{DEK}</p>', "")
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    assert "standfirst" not in read_page(made.replace("</article>", f'{body}<h2 class="lead">{DEK}</h2></article>'))
    assert read_page(made.replace("<figure>", f'<h2 class="lead">{DEK}</h2><figure>'))["standfirst"] == DEK


@pytest.mark.parametrize(
    ("called", "stays"),
    [("hidden", False), ("d-none", False), ("hidden md:block", True), ("d-none d-md-block", True), ("unhidden", True)],
)
def test_what_is_hidden_by_its_class_is_no_text(called: str, stays: bool) -> None:
    line = "Average rating of this story by four hundred readers: five stars out of five, and one more."
    text = read_page(page(extra=f'<div class="{called}"><p>{line}</p></div>'))["text"]
    assert (line in text) is stays


def test_a_subhead_below_a_pointer_stays() -> None:
    extra = "<p>Externer Inhalt</p><p>Tags of the story</p><h2>What is next</h2>" + "".join(
        f"<p>{p} So.</p>" for p in PARAGRAPHS
    )
    row = read_page(page(extra=extra))
    assert "What is next" in row["subheads"]
    assert "Tags of the story" not in row["text"]


def test_an_update_before_publication_is_a_warning() -> None:
    ld = json.loads(json.dumps(LD))
    ld["@graph"][2]["dateModified"] = "2024-05-05T07:30:00-04:00"
    assert any("updated before it was published" in w for w in read(page(ld=ld))["warnings"])


@pytest.mark.parametrize(
    ("change", "warning"), [({"isAccessibleForFree": "False"}, "paywall"), ({"@type": "LiveBlogPosting"}, "live blog")]
)
def test_kinds_of_pages_are_warnings(change: dict[str, str], warning: str) -> None:
    ld = json.loads(json.dumps(LD))
    ld["@graph"][2] |= change
    assert any(warning in w for w in read(page(ld=ld))["warnings"])


def test_amp_is_a_warning() -> None:
    assert any("AMP" in w for w in read(page().replace("<html ", "<html amp "))["warnings"])


def test_the_outlets_zone_gives_the_wall_clock() -> None:
    row = read(page(), timezone="Europe/Paris")
    assert row["published_local"] == pd.Timestamp("2024-05-06T13:30:00")
    assert row["published"] == pd.Timestamp("2024-05-06T11:30:00Z")
    assert (row["timezone"], row["timezone_source"]) == ("Europe/Paris", "given")


def test_a_day_stays_a_day() -> None:
    ld = json.loads(json.dumps(LD))
    ld["@graph"][2] |= {"datePublished": "2024-05-06", "dateModified": "2024-05-06T09:00:00"}
    row = read(page(ld=ld))
    assert (row["published_precision"], row["updated_precision"]) == ("day", "minute")
    assert pd.isna(row["published"])
    assert pd.isna(row["updated"])  # a clock without a zone is no instant
    assert row["updated_local"] == pd.Timestamp("2024-05-06T09:00:00")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-06", dt.date(2024, 5, 6)),
        ("20240506", dt.date(2024, 5, 6)),
        ("2024-05-06T07:30Z", dt.datetime(2024, 5, 6, 7, 30, tzinfo=dt.UTC)),
        ("2024-05-06 07:30:15.123 UTC", dt.datetime(2024, 5, 6, 7, 30, 15, tzinfo=dt.UTC)),
        ("2024-05-06T07:30:00+0530", dt.datetime(2024, 5, 6, 2, 0, tzinfo=dt.UTC)),
        ("2024-05-06T07:30:00-03", dt.datetime(2024, 5, 6, 10, 30, tzinfo=dt.UTC)),
        ("Mon, 06 May 2024 07:30:00 GMT", dt.datetime(2024, 5, 6, 7, 30, tzinfo=dt.UTC)),
        ("May 6, 2024", dt.date(2024, 5, 6)),
        ("2024-02-30", None),
        ("2024-05-06T07:61", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_in_metadata(text: str, moment: dt.date | None) -> None:
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        (["By Ann Lee and Tom Reyes"], ["Ann Lee", "Tom Reyes"]),
        (["Ann Lee, Tom Reyes"], ["Ann Lee", "Tom Reyes"]),
        (["Ann Lee, Harbor Editor for the whole of the bay"], ["Ann Lee"]),
        (["José Ortega y Gasset"], ["José Ortega y Gasset"]),
        (["Ann Lee et Tom Reyes"], ["Ann Lee", "Tom Reyes"]),
        (["Ann Lee (abc)"], ["Ann Lee"]),
        (["admin"], []),
        (["Reuters"], ["Reuters"]),
    ],
)
def test_names_in_metadata(stated: list[str], names: list[str]) -> None:
    assert split_names(stated) == names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    text = page().replace("harbor", "harbör").replace("<head>", f'<head><meta charset="{encoding}">')
    text = text.replace("“", "\u0022").replace("”", "\u0022")
    assert "harbör" in read(text.encode(encoding))["text"]


def test_what_is_no_utf8_and_declares_nothing_is_a_guess_that_says_so() -> None:
    decoded = decode_page(page().replace("harbor", "harbör").replace("“", '"').replace("”", '"').encode("cp1252"))
    assert decoded.warning is not None


def test_mojibake_is_repaired_and_quotation_marks_stay() -> None:
    text = page().replace("told the harbor office", "told the cafÃ© office")
    row = read(text)
    assert "café" in row["text"]
    assert "“We could" in row["text"]


def test_an_mhtml_file(tmp_path: Path) -> None:
    import email.mime.multipart
    import email.mime.text

    whole = email.mime.multipart.MIMEMultipart("related")
    whole["Snapshot-Content-Location"] = "https://www.baycourier.example/saved"
    whole.attach(
        email.mime.text.MIMEText(page().replace('<meta property="og:url"', '<meta property="x"'), "html", "utf-8")
    )
    path = tmp_path / "ferry.mhtml"
    path.write_bytes(whole.as_bytes())
    row = dict(nk.read_articles(path).iloc[0])
    assert row["text"].split("\n\n") == PARAGRAPHS
    assert row["url"] == "https://www.baycourier.example/saved"
    path.write_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nnothing")
    with pytest.raises(ReadError, match="no HTML part"):
        nk.read_articles(path)


def test_a_page_whose_text_is_no_article_is_a_row_with_a_warning() -> None:
    row = read("<html><body><nav>Home</nav></body></html>")
    assert pd.isna(row["text"])
    assert pd.isna(row["error"])
    assert row["warnings"] == ["the page has text, but no article was found in it"]


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(ReadError, match=r"'bytes-0': The page holds no text\."):
        read("<html><body><script>x()</script></body></html>")


def test_pages_of_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b/two.html", page())
        archive.writestr("a.txt", "Ferry sails\n\nBy Ann Lee\n\n" + "\n\n".join(PARAGRAPHS))
        archive.writestr("__MACOSX/b/._two.html", "x")
        archive.writestr("logo.png", "x")
        archive.writestr("c.csv", "text\nA ferry.")
    frame = nk.read_articles(path, progress=False)
    assert frame["article_id"].to_list() == ["a", "two", "c-0"]
    assert frame["source"].to_list() == ["pages.zip/a.txt", "pages.zip/b/two.html", "pages.zip/c.csv"]
    assert frame["text"].iloc[2] == "A ferry."


@pytest.mark.slow
def test_a_folder_keeps_its_order_with_workers(tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.html").write_text(page(h1=f"Ferry {n} sails without its second crew"), encoding="utf-8")
    (tmp_path / "3.html").write_bytes(b" ")
    alone = nk.read_articles(tmp_path, progress=False)
    crew = nk.read_articles(tmp_path, progress=False, workers=2)
    pd.testing.assert_frame_equal(alone, crew)
    assert alone["error"].isna().to_list() == [True, True, True, False, True, True]
    with pytest.raises(ReadError, match=r"3\.html"):
        nk.read_articles(tmp_path, progress=False, workers=2, on_error="raise")


@pytest.mark.slow
def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "TIME_LIMIT", -1.0)
    for n in range(2):
        (tmp_path / f"{n}.html").write_text("<p>x" * 20_000, encoding="utf-8")
    frame = nk.read_articles(tmp_path, progress=False, workers=2)
    assert all("that is the limit for one file" in e for e in frame["error"])


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2"])
def test_workers_must_be_a_number(workers: Any) -> None:
    with pytest.raises(InputError, match="workers is"):
        nk.read_articles(b"<p>x</p>", workers=workers)


def test_without_trafilatura_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"python -m pip install trafilatura"):
        nk.read_articles(page().encode())


def test_reading_text_loads_neither_lxml_nor_trafilatura() -> None:
    code = """
import sys, newskit as nk
nk.load_example("ferry")
print(sorted({"lxml", "trafilatura", "htmldate"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_a_broken_json_ld_block_is_a_warning_and_another_is_used() -> None:
    head = '<script type="application/ld+json">{"headline": "Ferry</script>'
    row = read(page(head=head))
    assert row["authors"] == ["Ann Lee", "Tom Reyes"]
    assert any("not JSON" in w for w in row["warnings"])


@pytest.mark.parametrize("wrap", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};"])
def test_json_ld_in_wrappings(wrap: str) -> None:
    head = f'<script type="application/ld+json">{wrap.replace("{}", json.dumps(LD))}</script>'
    assert read(page(ld=None, head=head))["section"] == "Harbor"


def test_furniture_is_pruned_but_never_the_article() -> None:
    text = "".join(f'<p class="paywall related">{p}</p>' for p in PARAGRAPHS)
    root = parse(f'<body>{text}<div class="newsletter-signup"><span>Get our news</span></div></body>')
    prune(root, Sizes(root))
    assert PARAGRAPHS[0] in text_of(root)
    assert "Get our news" not in text_of(root)


def test_a_page_is_not_read_twice_as_long_when_it_is_twice_as_long() -> None:
    import time

    def seconds(n: int) -> float:
        text = page(extra="".join(f'<div class="a{i}"><p>{PARAGRAPHS[i % 5]} {i}</p></div>' for i in range(n)))
        begin = time.process_time()
        read_page(text)
        return time.process_time() - begin

    seconds(50)
    assert seconds(1600) < 24 * seconds(200) + 0.5


def test_the_command_line_makes_a_report_of_a_page(tmp_path: Path) -> None:
    from newskit.cli import main

    (tmp_path / "ferry.html").write_text(page(), encoding="utf-8")
    assert main(["report", str(tmp_path / "ferry.html"), "-o", str(tmp_path / "report.html")]) == 0
    assert "Ferry sails without its second crew" in (tmp_path / "report.html").read_text(encoding="utf-8")
