"""Plain text as people paste it: small recognizers say what each line is, then the article is put together."""

from __future__ import annotations

from newskit.reading.text.assemble import read_plain

__all__ = ["read_plain"]
