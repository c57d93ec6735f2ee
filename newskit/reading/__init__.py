"""From files to one table of articles: pasted text, web pages, tables; normalizing, limits, encodings."""

from __future__ import annotations

from newskit.reading.copies import duplicates
from newskit.reading.loading import read_articles
from newskit.reading.origins import provenance
from newskit.reading.samples import sample
from newskit.reading.writing import write_articles

__all__ = ["duplicates", "provenance", "read_articles", "sample", "write_articles"]
