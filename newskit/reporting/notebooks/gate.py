"""The gate: HTML of a notebook passes nh3 with a list of what is allowed; nothing else gets in."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import Any

import nh3

from newskit.html import replace_unprintable, safe_language, safe_url
from newskit.reporting.notebooks.allowed import (
    ATTRIBUTES,
    CLASSES,
    FORMULA_TAGS,
    SILENT,
    STYLES,
    TAGS,
)

Decide = Callable[[str], str | None]

SVG_PICTURE = "data:image/svg+xml;base64,"
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+\Z")
_OWN_CLASS = re.compile(r"nk-[a-z0-9-]{1,30}\Z")
_NUMBER = re.compile(r"\d{1,5}\Z")
_ID = re.compile(r"s-[\w-]{1,80}\Z")
_INSIDE = re.compile(r"#s-[\w-]{1,80}\Z")
_MAIL = re.compile(r"mailto:\S+\Z")
# "red", "12px", "rgb(1, 2, 3)"; no url(...), no quotes, no escapes.
_VALUE = re.compile(r"(?:[\w#%. ,-]|(?:rgb|rgba|hsl|hsla)\([\d%., /]+\)){1,80}\Z", re.I)
MOST_STYLES = 20  # of one element
_REL = "noopener noreferrer nofollow"
_SCHEMES = {"http", "https", "mailto", "data"}


def clean(html: str, pictures: Set[str] = frozenset()) -> str:
    """Return HTML without all that is not allowed; of SVG only `pictures` that we have cleaned."""

    def decide(tag: str, name: str, value: str) -> str | None:
        if tag in FORMULA_TAGS:
            return _formula(value)
        if name == "src" and value in pictures:
            return value
        return _DECIDE[name](value) if name in _DECIDE else value

    return _nh3(html, attribute_filter=decide, link_rel=_REL, url_schemes=_SCHEMES)


def shape(html: str) -> str:
    """Return HTML as a browser would read it, without what acts: the first of two passes.

    Addresses of pictures are kept as they are, so that they can be looked for.
    """
    return _nh3(html, link_rel=None, url_schemes={*_SCHEMES, "attachment"})


def _nh3(html: str, **options: Any) -> str:
    told = replace_unprintable(html.replace("\r\n", "\n").replace("\r", "\n"))
    return nh3.clean(told, tags=TAGS, attributes=ATTRIBUTES, clean_content_tags=SILENT, **options)


def _like(pattern: re.Pattern[str]) -> Decide:
    """Return what keeps a value of that form, and drops any other."""
    return lambda value: value if pattern.match(value) else None


def _one_of(*allowed: str) -> Decide:
    return lambda value: value if value in allowed else None


def _classes(value: str) -> str | None:
    kept = [name for name in value.split() if name in CLASSES or _OWN_CLASS.match(name)]
    return " ".join(kept) or None


def _styles(value: str) -> str | None:
    kept: list[str] = []
    for part in value.split(";")[:MOST_STYLES]:
        name, _, told = part.partition(":")
        name, told = name.strip().lower(), told.strip()
        if name in STYLES and _VALUE.match(told):
            kept.append(f"{name}:{told}")
    return ";".join(kept) or None


def _link(value: str) -> str | None:
    stays_here = _INSIDE.match(value) or _MAIL.match(value)
    return value if stays_here else safe_url(value)


_formula = _like(_VALUE)
_counted = _like(_NUMBER)
# What decides about the value of an attribute; any other is text, and is kept.
_DECIDE: dict[str, Decide] = {
    "src": _like(_PICTURE),
    "href": _link,
    "class": _classes,
    "style": _styles,
    "id": _like(_ID),
    "lang": safe_language,
    "dir": _one_of("auto", "ltr", "rtl"),
    "role": _one_of("region", "note", "group"),
    "tabindex": _one_of("0"),
    "scope": _one_of("col", "row", "colgroup", "rowgroup"),
    "width": _counted,
    "height": _counted,
    "colspan": _counted,
    "rowspan": _counted,
    "start": _counted,
    "value": _counted,
}
