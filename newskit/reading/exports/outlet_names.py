"""The name of an outlet, without what archives print behind it."""

from __future__ import annotations

import re

_MEDIUM = "online|twitter|facebook|instagram|youtube|linkedin|tiktok|blogs?|podcast"
_BRACKET = re.compile(rf"\s*[(\[](?!(?:{_MEDIUM})\))[^()\[\]]*[)\]]\s*$", re.IGNORECASE)
_NUMBER = re.compile(r",\s*(?:no|nr|n°|issue)\.?\s*\d.*$", re.IGNORECASE | re.DOTALL)
_WEB_SITE = re.compile(r"\s*\((?:site web|web site|réf\. site web)[^()]*\).*$", re.IGNORECASE)
_EDITION = re.compile(r"\s*[,;]\s*(?:[\w ]{1,30} edition|edition\b).*$", re.IGNORECASE)
# "EVENING REPORT 7:00 PM EST", of a broadcast
_CLOCK = re.compile(r"\s+\d{1,2}:\d\d(?:\s*[ap]\.?m\b\.?)?(?:\s+[A-Z]{2,4})?$", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"^(?:copyright|proprietary to(?: the)?|©)?\s*(?:\(c\))?\s*(?:\d{4}[-, ]*)*(?:by )?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\s*(?:,? \d{4}\b|\.?,? all rights reserved|,? (?:inc|ltd|llc|limited|company|co)\b\.?).*$",
    re.IGNORECASE | re.DOTALL,
)


def outlet_in_copyright(line: str) -> str:
    """Return the outlet that a copyright line names.

    >>> outlet_in_copyright("Copyright (c) 1987 The Basin Post, Inc. All Rights Reserved")
    'The Basin Post'
    >>> outlet_in_copyright("Proprietary to the Harbor Press International 1987")
    'Harbor Press International'
    """
    return _RIGHTS.sub("", _COPYRIGHT.sub("", " ".join(line.split()))).strip(" .,;")


def outlet_name(printed: str) -> str:
    """Return the name: without its place in brackets, its edition, its number and a full stop.

    The medium stays, which makes an outlet of its own in archives: "(Online)", "(Facebook)".

    Examples
    --------
    >>> outlet_name("The Harbor Post(London)"), outlet_name("The Gazette (Dullport, Ontario)")
    ('The Harbor Post', 'The Gazette')
    >>> outlet_name("Harborpost.com."), outlet_name("Le Post (site web) - Le Post")
    ('Harborpost.com', 'Le Post')
    >>> outlet_name("Harbor Post (Online), Late Edition; Dullport"), outlet_name("Le Phare, no. 12")
    ('Harbor Post (Online)', 'Le Phare')
    """
    name = " ".join(printed.split())
    name = name.partition(";")[0].rstrip() or name
    for behind in (_WEB_SITE, _NUMBER, _EDITION, _CLOCK):
        name = behind.sub("", name)

    name = name.rstrip(" .,;") if not name.endswith("..") else name
    while True:
        shorter = _BRACKET.sub("", name)
        # "(Dullport)" alone is better than nothing.
        if shorter == name or not shorter:
            return name.rstrip(" ,;") or printed.strip()

        name = shorter
