"""One article has many addresses: with and without www, a slash at the end, marks of campaigns."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What newsletters and social media put behind an address.
_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|cmp(?:id)?|ocid|ref|smid)\Z",
    re.I,
)
_HOST_PREFIX = re.compile(r"(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)")
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/", re.I)
_LONGEST = 2_000


def canonical_url(url: str) -> str:
    """Write the address of an article in one form, without scheme, `www` and marks of campaigns.

    >>> canonical_url("https://www.a.example/news/1/?utm_source=x#top")
    'a.example/news/1'
    >>> canonical_url("http://web.archive.org/web/20240101000000id_/http://a.example/news/1")
    'a.example/news/1'
    """
    own = _ARCHIVE.sub("", url.strip()[:_LONGEST])
    try:
        parts = urlsplit(own if "//" in own else f"//{own}")
    except ValueError:  # [::1 and its like
        return own

    host = _HOST_PREFIX.sub("", parts.netloc.lower().rpartition("@")[2])
    host = host.removesuffix(":80").removesuffix(":443")
    asked = [
        pair
        for pair in parse_qsl(parts.query)
        if not _TRACKING.match(pair[0])
    ]
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
