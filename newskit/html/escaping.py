"""Text from an article is hostile until it has passed here."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# Controls (but not line end and tab), halves of surrogate pairs, and noncharacters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Classes of an element in which "$5 and $6" stays text: Jupyter and the docs would typeset it.
NO_FORMULAS = "tex2jax_ignore mathjax_ignore"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")


def replace_unprintable(text: object) -> str:
    """Replace each character that no page or picture may hold by one that stands for it."""
    return _UNPRINTABLE.sub("\ufffd", str(text))


def escape(text: object) -> str:
    """Make text safe inside an element and an attribute; all text of an article passes here."""
    return html.escape(replace_unprintable(text), quote=True)


def safe_url(url: object) -> str | None:
    """Return the address if it is a plain http or https link, else None."""
    if not isinstance(url, str) or _UNPRINTABLE.search(url):
        return None

    # A browser drops blanks and line ends, so that "java\nscript:" would be a script to it.
    if any(character.isspace() for character in url):
        return None

    try:
        parts = urlsplit(url)
    except ValueError:  # "http://["
        return None

    # Never javascript:, data: or file:, and no address without a host.
    is_web_link = parts.scheme in ("http", "https") and bool(parts.hostname)
    return url if is_web_link else None


def safe_language(code: object) -> str | None:
    """Return the language code if it has the form of one (en, pt-BR), else None."""
    return code if isinstance(code, str) and _LANGUAGE.match(code) else None
