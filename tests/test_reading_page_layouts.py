"""20 pages of 20 invented outlets in layouts of thirty years, and the kinds of layout they stand for.

The pages and what is right of them were written before newskit had read one of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit.reading.page.titles import key_of

PAGES = Path(__file__).parent / "pages"
LABELS: dict[str, dict[str, Any]] = json.loads((PAGES / "labels.json").read_text(encoding="utf-8"))

PROSE = [
    "The ferry to Marrow Point sailed again on Monday after nine years in which nobody had painted it.",
    "About forty people stood on the quay, and a dog that belonged to none of them went aboard first.",
    "“I had forgotten how slow it is,” said Ann Lee, who crossed to see her sister. “It is a great relief.”",
    "The fare is two dollars, as it was before, and the coffee is worse, according to three who tried it.",
    "It runs until the ice comes. What happens then will be decided by a board that has not been named.",
]


def read(page: str) -> pd.Series:
    return nk.read_articles(page.encode()).iloc[0]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Ferry</title>{head}</head><body>{body}</body></html>"


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.fixture(scope="module", params=LABELS)
def labeled(request: pytest.FixtureRequest) -> tuple[pd.Series, dict[str, Any]]:
    row = nk.read_articles(PAGES / f"{request.param}.html").iloc[0]
    return row, LABELS[request.param]


def test_headline_standfirst_and_authors(labeled: tuple[pd.Series, dict[str, Any]]) -> None:
    row, label = labeled
    assert key_of(row["headline"]) == key_of(label["headline"])
    standfirst = "" if pd.isna(row["standfirst"]) else row["standfirst"]
    assert key_of(standfirst) == key_of(label["standfirst"])
    assert [name.casefold() for name in row["authors"]] == [name.casefold() for name in label["authors"]]


@pytest.mark.parametrize("field", ["published", "updated"])
def test_times(labeled: tuple[pd.Series, dict[str, Any]], field: str) -> None:
    row, label = labeled
    if label[field] is None:
        assert pd.isna(row[field])
        assert pd.isna(row[f"{field}_local"])
        return

    right = pd.Timestamp(label[field])
    if right.tzinfo is None:
        assert row[f"{field}_local"].floor("min") == right
        assert row[f"{field}_precision"] == ("minute" if "T" in label[field] else "day")
    else:
        assert row[field].floor("min") == right


def test_the_body_is_whole_and_nothing_else(labeled: tuple[pd.Series, dict[str, Any]]) -> None:
    row, label = labeled
    told = key_of(" ".join([row["text"], *row["subheads"]]))
    wanted = key_of(" ".join(label["body"]))
    assert [line for line in label["body"] if key_of(line) not in told] == []
    assert [line for line in row["text"].split("\n") if key_of(line) not in wanted] == []


def test_text_without_paragraphs_is_whole() -> None:
    """Trafilatura leaves such text loose behind a subhead."""
    above, below = "<br><br>".join(PROSE[:3]), "<br><br>".join(PROSE[3:])
    body = f"<h1>Ferry sails</h1><div class='story'>{above}<h2>The fare</h2>{below}</div>"
    assert read(page(body))["text"].split("\n\n") == PROSE


def test_boxes_called_like_boilerplate_are_measured_by_their_prose() -> None:
    boxes = "".join(f"<div class='share-widget'>{line}</div>" for line in PROSE)
    assert read(page(f"<h1>Ferry sails</h1>{boxes}"))["text"].split("\n\n") == PROSE


def test_an_article_in_a_small_box_called_promo_is_found_again() -> None:
    stub = f"<div class='promo-box'>{paragraphs(PROSE[:4])}</div>"
    terms = "".join(f"<div class='legal'><p>Clause {n}: {PROSE[3]} {PROSE[4]}</p></div>" for n in range(19))
    row = read(page(f"<h1>Ferry sails</h1>{stub}<footer>{terms}</footer>"))
    assert row["text"].split("\n\n") == PROSE[:4]
    assert "called like boilerplate" in row["warnings"][-1]


def test_comments_longer_than_the_article_do_not_replace_it() -> None:
    others = [f"I was number {n} on the quay, and it is as slow as ever, if not slower." for n in range(30)]
    said = f"<div class='reader-comments'>{paragraphs([PROSE[2], *others])}</div>"
    row = read(page(f"<h1>Ferry sails</h1><div class='story'>{paragraphs(PROSE)}</div>{said}"))
    assert row["text"].split("\n\n") == PROSE


def test_comment_is_the_section_of_opinion_pages() -> None:
    row = read(page(f"<h1>Ferry sails</h1><div class='comment'>{paragraphs(PROSE)}</div>"))
    assert row["text"].split("\n\n") == PROSE


def test_menus_in_cells_and_layout_tables() -> None:
    menu = "".join(f"<a href='/{n}'>Section {n} of the paper</a><br>" for n in range(12))
    story = "<b>Ferry sails</b><br><br>" + "<br><br>".join(PROSE)
    table = f"<table><tr><td>{menu}</td><td>{story}</td><td>{menu}</td></tr></table>"
    assert read(page(table))["text"].split("\n\n")[-5:] == PROSE


def test_a_list_in_a_list_is_read_once() -> None:
    items = f"<ul><li>{PROSE[1]}<ul><li>Ann Lee</li><li>Tom Reyes</li></ul></li><li>{PROSE[3]}</li></ul>"
    text = read(page(f"<h1>Ferry sails</h1><article><p>{PROSE[0]}</p>{items}<p>{PROSE[4]}</p></article>"))["text"]
    assert text.count("Tom Reyes") == 1


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Tom Reyes in Port Ansel",
        "(Reporting by Ann Lee; editing by Tom Reyes)",
        "Tom Reyes contributed to this report.",
        "→ More on ferries",
        "Lire aussi Le bac repart",
        "3 Minuten Lesezeit",
        "To view this content you need to accept cookies.",
    ],
)
def test_lines_beside_the_article(line: str) -> None:
    body = f"<h1>Ferry sails</h1><article>{paragraphs([*PROSE[:3], line, *PROSE[3:]])}</article>"
    assert read(page(body))["text"].split("\n\n") == PROSE


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p class='byline'>Kommentar von Ann Lee</p>", ["Ann Lee"]),
        ("<p class='byline'>By Ann Lee and Tom Reyes The Associated Press</p>", ["Ann Lee", "Tom Reyes"]),
        ("<p class='byline'>By Ann Lee<br>Staff Writer</p>", ["Ann Lee"]),
        ("<font size='1'>By ANN LEE<br>Courier Staff Writer</font>", ["ANN LEE"]),
        ("<span class='small'>Posted by Ann Lee on 6 May 2024</span>", ["Ann Lee"]),
        ("<p class='byline'>Ann Lee in London and Tom Reyes in Paris</p>", ["Ann Lee", "Tom Reyes"]),
        ("<div class='edit'>(责编：王小明、李华)</div>", ["王小明", "李华"]),
    ],
)
def test_bylines(byline: str, authors: list[str]) -> None:
    row = read(page(f"<h1>Ferry sails</h1>{byline}<article>{paragraphs(PROSE)}</article>"))
    assert list(row["authors"]) == authors


def test_initials_go_before_the_outlet() -> None:
    head = "<meta name='author' content='Bay Courier'><meta property='og:site_name' content='Bay Courier'>"
    row = read(page(f"<h1>Ferry sails</h1><article>{paragraphs([*PROSE, '(abc/xyz)'])}</article>", head))
    assert list(row["authors"]) == ["abc", "xyz"]
    assert "abc" not in row["text"]


def test_an_outlet_beside_a_person_is_no_author() -> None:
    head = "<meta name='author' content='Ann Lee, The Courier'><meta property='og:site_name' content='The Courier'>"
    row = read(page(f"<h1>Ferry sails</h1><article>{paragraphs(PROSE)}</article>", head))
    assert list(row["authors"]) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("language", "day"), [("fr", "2024-05-04"), ("en-GB", "2024-05-04"), ("en-US", None), ("", None)]
)
def test_the_order_of_day_and_month_is_that_of_the_language(language: str, day: str | None) -> None:
    body = f"<h1>Ferry sails</h1><p class='date'>Published on 04/05/2024</p><article>{paragraphs(PROSE)}</article>"
    row = read(page(body).replace("<html>", f"<html lang='{language}'>"))
    found = row["published_local"]
    assert (None if pd.isna(found) else str(found.date())) == day
