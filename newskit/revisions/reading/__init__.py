"""From what people have kept of articles to captures: one row per article and time it was seen.

`layouts.py` lists the forms they come in; each is read by a module of its own. Nothing is fetched,
and nothing of what is read is run.
"""

from __future__ import annotations

from newskit.revisions.reading.read import read

__all__ = ["read"]
