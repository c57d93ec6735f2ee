"""What kind of page it is, where that bears on the text: AMP, a live blog, behind a paywall."""

from __future__ import annotations

import re

from newskit.reading.page.meta import first_stated
from newskit.reading.page.parsed_page import ParsedPage

_LIVE = re.compile(
    r"(?:^|[/_-])(?:live|liveblog|live-updates|liveticker|ticker)(?:[/_-]|$)", re.IGNORECASE
)
_LOCKED = ("locked", "metered", "subscription", "premium", "paid")
# Characters below which the text of a page behind a paywall looks cut.
CUT = 1500


def warnings_of(page: ParsedPage, url: str, characters: int) -> list[str]:
    """Return what a reader should know of a page whose text has so many characters."""
    # Behind the "?" stands where the reader came from: "?ref=live".
    ld = page.ld
    path = url.split("?")[0]
    is_live = "LiveBlogPosting" in ld.types or bool(_LIVE.search(path))
    cut = " and looks cut short" if characters < CUT else ""

    # Home pages and lists of articles state such a type; but so do some articles that have JSON-LD.
    kind = page.head.first("og:type").lower()
    is_unsaid = not ld.types and kind in ("website", "profile")

    # <html ⚡> is how the standard writes it.
    is_amp = not {"amp", "⚡"}.isdisjoint(page.root.keys())
    warnings = {
        "the page is the AMP version: parts of the article may be left out": is_amp,
        "the page is a live blog: its text is a row of entries, the newest first": is_live,
        f"the page says that it is behind a paywall{cut}": _is_locked(page),
        "the page does not say that it is an article": is_unsaid,
    }
    return [warning for warning, applies in warnings.items() if applies]


def _is_locked(page: ParsedPage) -> bool:
    """Say whether JSON-LD or the content tier says that readers have to pay."""
    # Pages state false, "False" and "no".
    is_free = str(page.ld.get("isAccessibleForFree")).lower()
    tier = first_stated(*page.head.stated("access")).text.lower()
    return is_free in ("false", "no") or tier in _LOCKED
