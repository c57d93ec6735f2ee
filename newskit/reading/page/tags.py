"""Tags and section: what the metadata lists, and nothing that is no topic."""

from __future__ import annotations

import re
from typing import Any

from newskit.reading.cleaning import clean
from newskit.reading.page.json_ld import JsonLd, plain
from newskit.reading.page.meta import Head

_META = ("article:tag", "parsely-tags", "news_keywords", "keywords", "sailthru.tags", "cxenseparse:recs:articletag")
_MACHINE = re.compile(r"^[\w-]+:|^[a-z0-9_]+=|_|https?:|^\d+$")
MAX_TAGS, MAX_LENGTH = 60, 80


def find_tags(head: Head, ld: JsonLd) -> tuple[list[str], str] | None:
    """Return the tags of the page and where they are from."""
    for name in ("keywords",):
        found = _names(ld.get(name))
        if found:
            return found, "json-ld:keywords"
    for name in _META:
        found = _names(head.all(name))
        if found:
            return found, f"meta:{name}"
    return None


def find_section(head: Head, ld: JsonLd) -> tuple[str, str] | None:
    """Return the section and where it is from."""
    stated = ld.text("articleSection")
    if stated:
        return clean(stated), "json-ld:articleSection"
    found = head.first("article:section", "og:article:section", "parsely-section", "section", "sailthru.section")
    return (clean(found[0]), f"meta:{found[1]}") if found else None


def _names(value: Any) -> list[str]:
    out: list[str] = []
    listed = value if isinstance(value, list) else [value]
    for one in listed:
        text = plain(one.get("name") if isinstance(one, dict) else one)
        if not text:
            continue
        parts = re.split(r"\s*[,;|]\s*", text) if len(listed) == 1 or len(text) > MAX_LENGTH else [text]
        for part in parts:
            tag = clean(part).strip(" #\"'")
            if tag and tag not in out and len(tag) <= MAX_LENGTH and not _MACHINE.search(tag):
                out.append(tag)
    return out[:MAX_TAGS]
