"""Text from an article is hostile until it has passed here."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# What neither page nor picture may hold: controls (save line end and tab), halves of surrogate pairs, noncharacters.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")


def clean(text: object) -> str:
    """Return the text with every character that no page or picture may hold replaced, one for one."""
    return _UNFIT.sub("\ufffd", str(text))


def escape(text: object) -> str:
    """Make text safe inside an element and inside a quoted attribute: every string of an article passes here."""
    return html.escape(clean(text), quote=True)


def safe_url(url: object) -> str | None:
    """Return the address if it is a plain http or https link, else None."""
    if not isinstance(url, str) or _UNFIT.search(url) or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def safe_language(code: object) -> str | None:
    """Return the language code if it has the form of one (en, pt-BR), else None."""
    return code if isinstance(code, str) and _LANGUAGE.match(code) else None
