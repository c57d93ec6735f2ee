"""Feeds that were saved: invented items in the dialects of RSS and Atom."""

# ruff: noqa: E501

from __future__ import annotations

import pandas as pd
import pytest

import newskit as nk
from tests.datasets.files import FERRY, STORM
from tests.datasets.test_datasets import check

RSS2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Bay Post Topics: News</title><link>https://bay.example/</link><language>en-US</language>
<item><title>Ferry &amp; pier</title><link>https://cdn.feeds.example/r/1</link><guid isPermaLink="true">https://bay.example/1</guid>
<dc:creator><![CDATA[ANN BELL, KARL MOOR]]></dc:creator><pubDate>Fri, 06 Mar 2026 10:05:00 +0000</pubDate><category>Ferries</category>
<description>It sails again.</description>
<content:encoded><![CDATA[<p>{FERRY}</p><img src="https://pixel.example/1.gif"/>]]></content:encoded></item>
<item><title>Storm</title><link>https://bay.example/2</link><guid isPermaLink="false">7</guid>
<pubDate>Sat, 07 Mar 2026 10:05:00 GMT</pubDate><content:encoded>{STORM}</content:encoded></item>
</channel></rss>"""
RSS1 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://bay.example/"><title>World | Bay Post</title>
<link>https://bay.example/</link></channel>
<item rdf:about="https://bay.example/1"><title>Ferry sails</title><link>https://bay.example/1</link>
<description>It sails again.</description><dc:creator>Ann Bell</dc:creator><dc:date>2026-03-06T10:05:00+01:00</dc:date></item>
<item rdf:about="https://bay.example/2"><title>Storm</title><link>https://bay.example/2</link></item></rdf:RDF>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay Post - Home</title><author><name>The desk</name></author>
<updated>2026-03-09T10:05:00Z</updated><entry><title>Ferry sails</title><id>tag:bay.example,2026:1</id>
<link rel="alternate" href="https://bay.example/1"/><author><name>Ann Bell</name></author><author><name>Karl Moor</name></author>
<published>2026-03-06T10:05:00Z</published><updated>2026-03-07T10:05:00Z</updated><summary>It sails again.</summary>
<content type="html">&lt;p&gt;{FERRY}&lt;/p&gt;</content></entry>
<entry><title>Storm</title><id>tag:bay.example,2026:2</id><link href="https://bay.example/2"/>
<updated>2026-03-08T10:05:00Z</updated><content>{STORM}</content></entry></feed>"""
ATOM03 = f"""<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Bay Post</title><entry><title>Ferry sails</title>
<link rel="alternate" type="text/html" href="https://bay.example/1"/><id>1</id><issued>2004-03-06T10:05:00Z</issued>
<modified>2004-03-07T10:05:00Z</modified><content type="text/html" mode="escaped">&lt;p&gt;{FERRY}&lt;/p&gt;</content></entry></feed>"""

EXPECTED = {
    "RSS2": [
        {"headline": "Ferry & pier", "text": FERRY, "standfirst": "It sails again.", "url": "https://bay.example/1",
         "authors": ["Ann Bell", "Karl Moor"], "published": "2026-03-06 10:05:00+00:00", "publisher": "Bay Post", "tags": ["Ferries"]},
        {"headline": "Storm", "text": STORM, "url": "https://bay.example/2", "authors": [], "day": "2026-03-07", "archive_id": "7"},
    ],
    "RSS1": [
        {"headline": "Ferry sails", "text": None, "standfirst": "It sails again.", "authors": ["Ann Bell"], "day": "2026-03-06"},
        {"headline": "Storm", "text": None, "url": "https://bay.example/2", "day": None, "warned": "no column of texts"},
    ],
    "ATOM": [
        {"headline": "Ferry sails", "text": FERRY, "authors": ["Ann Bell", "Karl Moor"], "publisher": "Bay Post", "day": "2026-03-06",
         "updated": "2026-03-07 10:05:00+00:00", "url": "https://bay.example/1"},
        {"headline": "Storm", "text": STORM, "authors": [], "day": None, "updated": "2026-03-08 10:05:00+00:00"},
    ],
    "ATOM03": [
        {"headline": "Ferry sails", "text": FERRY, "day": "2004-03-06", "updated": "2004-03-07 10:05:00+00:00", "publisher": "Bay Post"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_feeds(name: str) -> None:
    articles = nk.read_articles(globals()[name].encode())
    assert set(articles["format"]) == {"feed"}
    check(articles, EXPECTED[name])


def test_an_empty_feed_and_one_that_is_cut_off() -> None:
    assert nk.read_articles(b"<rss version='2.0'><channel><title>Bay Post</title></channel></rss>").empty
    articles = nk.read_articles(RSS2[:-120].encode())
    assert articles["headline"].tolist()[0] == "Ferry & pier"
    assert "cut off in its last item" in articles.loc[1, "error"]
    assert pd.isna(articles.loc[1, "headline"])
