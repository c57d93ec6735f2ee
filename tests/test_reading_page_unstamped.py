"""Pages that state nothing in their head: no day is invented, printed stamps are read whole, nothing is lost."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import newskit as nk

HEADLINE = "Bridge over the Aare stays shut for a second winter"
PARAGRAPHS = [
    "The bridge was closed last winter, when divers found that two of its piers had lost a third of their stone.",
    "Engineers from the canton went down again this week, and came up with little that pleased the mayor.",
    "“It will hold a bicycle, but I would not send a bus across it,” said the chief engineer, Mara Huber.",
    "Shops on the north bank say that they have lost half of their customers since the buses stopped.",
    "The town now wants to ask for a ferry, which crossed here for ninety years before the bridge was built.",
]
# What names a day without being the stamp of the article.
FOOTERS = [
    "© 2023 The Aare Post. All rights reserved.",
    "Copyright 14 March 2022, The Aare Post",
    "© 1998-2024 Aare Post AG · Last change of the imprint: 3 May 2021",
    "(c) 2024-05-06 Aare Post",
]
RELATED = [
    '<div class="related"><h3>Related</h3>'
    '<a href="/x">Ferry is sold to a museum in Thun</a> <time datetime="2024-02-03">3 Feb</time></div>',
    '<section><h2>More from the valley and its towns</h2><ul><li>'
    '<a href="/y">Mayor wins a second term with a narrow lead</a>'
    "<span>February 3, 2024</span></li></ul></section>",
    '<div><div><a href="/z">Snow closes the pass road again this year</a>'
    '<p>Published 3 February 2024 at 10:15 CET</p></div></div>',
    '<aside><article><h4>Swimmers ask the town for a cleaner river</h4>'
    '<time datetime="2024-02-03T08:00:00Z">3.2.2024</time></article></aside>',
]
COMMENTS = [
    '<div id="comments"><ol class="comment-list"><li>'
    '<b>Tom R.</b> <time datetime="2024-01-09T10:00:00Z">9 January 2024</time>'
    "<p>They should sell it and buy a ferry.</p></li></ol></div>",
    '<section class="comments"><p class="comment-meta">Posted on January 9, 2024 at 10:00 am</p>'
    '<p>A ferry needs no piers.</p></section>',
]
OWN_WORDS = [
    "<p>The bridge was opened on 3 March 1932.</p>",
    "<p>It was last repaired on 12 June 2019, at a cost of two million.</p><h2>12 June 2019</h2>"
    "<p>That day the river stood high.</p>",
    "",
    "<blockquote><p>Letter of May 6, 2020</p></blockquote>",
]


def page(top: str = "", body: str = "", below: str = "", head: str = "", h1: str = f"<h1>{HEADLINE}</h1>") -> str:
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="en"><head><title>{HEADLINE} | The Aare Post</title>{head}</head><body>'
        f'<nav><a href="/">Home</a></nav><main><article>{h1}{top}<div class="story">{text}{body}</div></article></main>'
        f"{below}</body></html>"
    )


def read(text: str) -> dict[str, Any]:
    return dict(nk.read_articles(text.encode()).iloc[0])


@pytest.mark.parametrize("number", range(20))
def test_no_day_is_invented(number: int) -> None:
    footer, related, comments = FOOTERS[number % 4], RELATED[(number // 4 + number) % 4], COMMENTS[number % 2]
    own = OWN_WORDS[number // 5]
    # Inside the article's element, or below it.
    inside, below = (related + comments, "") if number % 3 == 0 else ("", related + comments)
    row = read(
        page(
            top='<p class="byline">By Ann Lee</p>', body=own + inside, below=f"{below}<footer><p>{footer}</p></footer>"
        )
    )
    assert pd.isna(row["published_local"]), row["published_text"]
    assert pd.isna(row["updated_local"])
    assert row["text"].startswith("The bridge was closed")


@pytest.mark.parametrize(
    ("stamp", "published", "updated"),
    [
        ("<p>By Ann Lee, 6 May 2024, 07:30 BST</p>", "2024-05-06T06:30Z", None),
        ("<div>Published <b>May 6, 2024</b> 7:30 a.m. EDT</div>", "2024-05-06T11:30Z", None),
        (
            '<span class="date--published">May 6, 2024 7:30 AM ET</span>'
            '<span class="date--modified">May 7, 2024 9:05 AM ET</span>',
            "2024-05-06T11:30Z",
            "2024-05-07T13:05Z",
        ),
        (
            "<div><p>Posted: 6 May 2024 07:30 GMT</p><p>Changed: 6 May 2024 09:10 GMT</p></div>",
            "2024-05-06T07:30Z",
            "2024-05-06T09:10Z",
        ),
        (
            '<time datetime="2024-05-06T09:00Z">Posted 6 May 2024 07:30 GMT | Updated 6 May 2024 09:00 GMT</time>',
            "2024-05-06T07:30Z",
            "2024-05-06T09:00Z",
        ),
    ],
)
def test_printed_stamps_keep_clock_and_zone(stamp: str, published: str, updated: str | None) -> None:
    row = read(page(top=stamp, below=RELATED[0]))
    assert row["published"] == pd.Timestamp(published)
    assert pd.isna(row["updated"]) if updated is None else row["updated"] == pd.Timestamp(updated)


@pytest.mark.parametrize(
    ("block", "moment"),
    [
        ('{"@type": "NewsArticle", "datePublished": 1714995000}', "2024-05-06T11:30Z"),
        (
            '{"@type": "WebSite"}\n{"@type": "NewsArticle", "datePublished": "2024-05-06T11:30:00Z"}',
            "2024-05-06T11:30Z",
        ),
        (
            '{"@type": "NewsArticle", "headline": "He said "no"", "datePublished": "2024-05-06T11:30:00Z"}',
            "2024-05-06T11:30Z",
        ),
    ],
)
def test_json_ld_that_is_not_quite_what_it_should_be(block: str, moment: str) -> None:
    row = read(page(head=f'<script type="application/ld+json">{block}</script>'))
    assert row["published"] == pd.Timestamp(moment)


def test_a_day_in_the_address_is_the_last_resort() -> None:
    row = read(page(head='<link rel="canonical" href="https://aarepost.example/2024/05/06/bridge">'))
    assert str(row["published_local"])[:10] == "2024-05-06"
    assert row["published_precision"] == "day"


def test_a_day_in_words_of_another_language_keeps_its_clock() -> None:
    row = read(page(top='<p class="date">Publié le 6 mai 2024 à 10h30</p>'))
    assert str(row["published_local"])[:16] == "2024-05-06 10:30"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<div class="byline">By <a>Ann Lee</a><span class="author-role">Staff Writer</span>'
         '</div>', ["Ann Lee"]),
        (
            '<div class="author-card"><b class="author-card__name">Ann Lee</b>'
            '<p class="author-card__bio">Our woman in Bern</p></div>',
            ["Ann Lee"],
        ),
        ('<p class="byline">Ann Lee Political Editor</p>', ["Ann Lee"]),
        ('<p class="byline">Ann Lee ann.lee@aarepost.example</p>', ["Ann Lee"]),
        (
            '<aside><p class="byline"><a rel="author">Ann Lee</a> and <a rel="author">Bo Ek</a></p></aside>',
            ["Ann Lee", "Bo Ek"],
        ),
        ('<p class="byline">Staff Writer</p>', []),
    ],
)
def test_authors_without_what_stands_beside_them(byline: str, authors: list[str]) -> None:
    assert read(page(top=byline))["authors"] == authors


@pytest.mark.parametrize(
    "logo", ['<h1 id="site-title">The Aare Post</h1>', '<header><h1><a href="/">The Aare Post</a></h1></header>']
)
@pytest.mark.parametrize("level", ["h1", "h2"])
def test_a_logo_is_no_headline(logo: str, level: str) -> None:
    assert read(page(h1=f"{logo}<{level}>{HEADLINE}</{level}>"))["headline"] == HEADLINE


def test_comments_never_replace_the_article() -> None:
    words = (
        "That is what they always say, and nobody has ever paid me back what it costs to go round by the other bridge. "
        * 3
    )
    comments = "".join(
        f'<li class="comment"><div class="comment-content"><p>{text}</p></div></li>'
        for text in [PARAGRAPHS[1], *[f"{n} {words}" for n in range(8)]]
    )
    row = read(page(below=f'<ol class="replies">{comments}</ol>'))
    assert row["text"].startswith(PARAGRAPHS[0])
    assert "always say" not in row["text"]


def test_a_stamp_in_a_box_called_dek_is_no_standfirst() -> None:
    row = read(page(top='<div class="story-dek"><span>May 6, 2024 — 7:30 AM EDT</span></div>'))
    assert pd.isna(row["standfirst"])
