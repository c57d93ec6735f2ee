"""What kind of page it is, where that bears on the text: AMP, live blog, behind a paywall, no article at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newskit.reading.page.json_ld import JsonLd
from newskit.reading.page.meta import Head
from newskit.reading.page.tree import Element

_LIVE = re.compile(r"(?:^|[/_-])(?:live|liveblog|live-updates|liveticker|ticker)(?:[/_-]|$)", re.IGNORECASE)
_LOCKED = ("locked", "metered", "subscription", "premium", "paid")


def warnings_of(root: Element, head: Head, ld: JsonLd, url: str | None, characters: int) -> Iterator[str]:
    """Return what a reader should know of the page."""
    if root.get("amp") is not None or root.get("⚡") is not None:
        yield "the page is the AMP version: parts of the article may be left out"
    if "LiveBlogPosting" in ld.types or (url and _LIVE.search(url.split("?")[0])):
        yield "the page is a live blog: its text is a row of entries, the newest first"
    free = ld.get("isAccessibleForFree")
    tier = (head.first("article:content_tier", "cxenseparse:access") or ("", ""))[0].lower()
    if str(free).lower() in ("false", "no") or tier in _LOCKED:
        short = " and looks cut short" if characters < 1500 else ""
        yield f"the page says that it is behind a paywall{short}"
    kind = (head.first("og:type") or ("", ""))[0].lower()
    if kind in ("website", "profile") and not ld.types:
        yield "the page does not say that it is an article"
