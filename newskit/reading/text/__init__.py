"""Plain text as people paste it: what each line is, then the article that they make."""

from __future__ import annotations

from newskit.reading.text.read_plain import read_plain

__all__ = ["read_plain"]
