"""The extra `feeds`: a saved feed is a table of articles."""

from pathlib import Path

import newskit as nk

Path("feed.xml").write_text(
    "<rss version='2.0'><channel><title>Bay Post - Home</title><item><title>Ferry sails</title>"
    "<pubDate>Fri, 06 Mar 2026 10:05:00 +0000</pubDate></item></channel></rss>"
)
article = nk.read_articles("feed.xml").loc[0]
assert (article["headline"], article["publisher"]) == ("Ferry sails", "Bay Post")
