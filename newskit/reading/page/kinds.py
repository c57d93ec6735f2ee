"""What kind of page it is, where that bears on the text: AMP, live blog, behind a paywall, not an article."""

from __future__ import annotations

import re

from newskit.reading.page.parsed_page import ParsedPage

_LIVE = re.compile(
    r"(?:^|[/_-])(?:live|liveblog|live-updates|liveticker|ticker)(?:[/_-]|$)", re.IGNORECASE
)
_LOCKED = ("locked", "metered", "subscription", "premium", "paid")
CUT = 1500
"""Characters below which the text of a page behind a paywall looks cut."""


def warnings_of(page: ParsedPage, url: str, characters: int) -> list[str]:
    """Return what a reader should know of a page whose text has so many characters."""
    ld = page.ld
    path = url.split("?")[0]
    is_live = "LiveBlogPosting" in ld.types or bool(_LIVE.search(path))
    kind = (page.head.first("og:type") or "").lower()
    cut = " and looks cut short" if characters < CUT else ""
    is_unsaid = not ld.types and kind in ("website", "profile")

    warnings = {
        "the page is the AMP version: parts of the article may be left out": _is_amp(page),
        "the page is a live blog: its text is a row of entries, the newest first": is_live,
        f"the page says that it is behind a paywall{cut}": _is_locked(page),
        "the page does not say that it is an article": is_unsaid,
    }
    return [warning for warning, applies in warnings.items() if applies]


def _is_amp(page: ParsedPage) -> bool:
    return not {"amp", "⚡"}.isdisjoint(page.root.keys())


def _is_locked(page: ParsedPage) -> bool:
    is_free = str(page.ld.get("isAccessibleForFree")).lower()
    tier = next((one.text.lower() for one in page.head.stated("access")), "")
    return is_free in ("false", "no") or tier in _LOCKED
