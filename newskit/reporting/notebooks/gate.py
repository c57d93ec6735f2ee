"""The gate: HTML of a notebook passes nh3 with a list of what is allowed; nothing else gets in."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import Any

import nh3

from newskit.html import NO_FORMULAS, replace_unprintable, safe_language, safe_url
from newskit.reporting.notebooks import code, formulas

_TEXT = (
    "p div span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code kbd samp var em strong b i "
    "u s del ins sub sup small mark abbr cite q dfn time br hr wbr bdi bdo details summary figure "
    "figcaption section article aside header footer ruby rt rp address center tt strike"
)
_TABLE = "table caption colgroup col thead tbody tfoot tr th td"
TAGS = {*_TEXT.split(), *_TABLE.split(), "a", "img", *formulas.TAGS}
# What stands in these is no text for a reader.
SILENT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "title", "textarea"}
_ANYWHERE = {"class", "style", "title", "lang", "dir", "role", "tabindex", "aria-label", "id"}
_ANYWHERE |= {"data-value", "data-words"}
_OF_TAG = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "details": {"open"},
    "time": {"datetime"},
    **{tag: set(formulas.ATTRIBUTES) for tag in formulas.TAGS},
}
ATTRIBUTES = {tag: _ANYWHERE | _OF_TAG.get(tag, set()) for tag in TAGS}

_CLASSES = frozenset(
    ["num", "dataframe", "code", "note", "light", "dark", "missing", "formula"]
).union(code.CLASSES, NO_FORMULAS.split())
_OWN_CLASS = re.compile(r"nk-[a-z0-9-]{1,30}\Z")
_NUMBER = re.compile(r"\d{1,5}\Z")
_ID = re.compile(r"s-[\w-]{1,80}\Z")
_INSIDE = re.compile(r"#s-[\w-]{1,80}\Z")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+\Z")
_SVG_PICTURE = "data:image/svg+xml;base64,"
_REL = "noopener noreferrer nofollow"
_SCHEMES = {"http", "https", "mailto", "data"}
_PROPERTIES = frozenset(
    "color background-color font-weight font-style text-align text-decoration vertical-align "
    "white-space".split()
)
_VALUE = re.compile(r"(?:[\w#%. ,-]|(?:rgb|rgba|hsl|hsla)\([\d%., /]+\)){1,80}\Z", re.I)
_COUNTED = frozenset(["width", "height", "colspan", "rowspan", "start", "value"])


def clean(html: str, pictures: Set[str] = frozenset()) -> str:
    """Return HTML without all that is not allowed; of SVG only `pictures` that we have cleaned."""
    return _nh3(html, attribute_filter=_filter(pictures), link_rel=_REL, url_schemes=_SCHEMES)


def shape(html: str) -> str:
    """Return HTML as a browser would read it, without what acts: the first of two passes.

    Addresses of pictures are kept as they are, so that they can be looked for.
    """
    return _nh3(html, link_rel=None, url_schemes={*_SCHEMES, "attachment"})


def _nh3(html: str, **options: Any) -> str:
    told = replace_unprintable(html.replace("\r\n", "\n").replace("\r", "\n"))
    allowed: dict[str, Any] = {"tags": TAGS, "attributes": ATTRIBUTES, "clean_content_tags": SILENT}
    return nh3.clean(told, **allowed, **options)


def _filter(pictures: Set[str]) -> Callable[[str, str, str], str | None]:
    """Return what decides about the value of an attribute: as it is, changed, or None."""

    def decide(tag: str, name: str, value: str) -> str | None:
        if tag in formulas.TAGS:
            return value if name in formulas.ATTRIBUTES and _VALUE.match(value) else None
        if name == "src":
            is_own_svg = value.startswith(_SVG_PICTURE) and value in pictures
            return value if is_own_svg or _PICTURE.match(value) else None
        if name in _COUNTED:
            return value if _NUMBER.match(value) else None
        return _DECIDERS[name](value) if name in _DECIDERS else value

    return decide


def _classes(value: str) -> str | None:
    kept = [name for name in value.split() if name in _CLASSES or _OWN_CLASS.match(name)]
    return " ".join(kept) or None


def _style(value: str) -> str | None:
    kept = []
    for part in value.split(";")[:20]:
        name, _, told = (side.strip() for side in part.partition(":"))
        if name.lower() in _PROPERTIES and _VALUE.match(told):
            kept.append(f"{name.lower()}:{told}")
    return ";".join(kept) or None


def _link(value: str) -> str | None:
    is_mail = value.startswith("mailto:") and not any(map(str.isspace, value))
    return value if is_mail or _INSIDE.match(value) else safe_url(value)


def _one_of(*allowed: str) -> Callable[[str], str | None]:
    return lambda value: value if value in allowed else None


_DECIDERS: dict[str, Callable[[str], str | None]] = {
    "class": _classes,
    "style": _style,
    "href": _link,
    "lang": safe_language,
    "id": lambda value: value if _ID.match(value) else None,
    "dir": _one_of("auto", "ltr", "rtl"),
    "role": _one_of("region", "note", "group"),
    "tabindex": _one_of("0"),
    "scope": _one_of("col", "row", "colgroup", "rowgroup"),
}
