"""Published and updated lines: a small grammar, a table of zones, a table of outlets."""

from __future__ import annotations

from newskit.stamps.assemble import Stamps, parse_timestamps
from newskit.stamps.publishers import outlets

__all__ = ["Stamps", "outlets", "parse_timestamps"]
