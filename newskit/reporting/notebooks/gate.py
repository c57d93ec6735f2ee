"""The gate: HTML of a notebook passes nh3 with a list of what is allowed; nothing else gets in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Set
from functools import partial
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

_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+\Z")
_OWN_CLASS = re.compile(r"nk-[a-z0-9-]{1,30}\Z")
_NUMBER = re.compile(r"\d{1,5}\Z")
_ID = re.compile(r"s-[\w-]{1,80}\Z")
_INSIDE = re.compile(r"#s-[\w-]{1,80}\Z")
_MAIL = re.compile(r"mailto:\S+\Z")
# "red", "12px", "rgb(1, 2, 3)"; no url(...), no quotes, no escapes.
_VALUE = re.compile(r"(?:[\w#%. ,-]|(?:rgb|rgba|hsl|hsla)\([\d%., /]+\)){1,80}\Z", re.I)
MOST_DEEP = 200  # lxml follows 256; nh3 needs four times as long for twice the depth
# What may stay open without nesting is left out: "<li>a<li>b".
_NESTS = re.compile(r"<(/?)(?!(?:br|hr|img|wbr|col|p|li|td|th|tr|dt|dd)\b)([a-z]\w*)", re.I)
MOST_STYLES = 20  # of one element
_REL = "noopener noreferrer nofollow"
_SCHEMES = {"http", "https", "mailto", "data"}


def clean(html: str, pictures: Set[str] = frozenset()) -> str:
    """Return HTML without all that is not allowed; of SVG only `pictures` that we have cleaned."""
    decide = partial(_decided, pictures)
    return _nh3(html, attribute_filter=decide, link_rel=_REL, url_schemes=_SCHEMES)


def shape(html: str) -> str:
    """Return HTML as a browser would read it, without what acts: the first of two passes.

    Addresses of pictures are kept as they are, so that they can be looked for.
    """
    return _nh3(html, link_rel=None, url_schemes={*_SCHEMES, "attachment"})


def is_too_deep(html: str) -> bool:
    """Return whether elements stand in each other so deep that cleaning would take long."""
    opened: Counter[str] = Counter()
    for tag in _NESTS.finditer(html):
        closes, name = tag[1], tag[2].lower()
        if not closes:
            opened[name] += 1
        elif opened[name]:  # of what is not open, a closing tag closes nothing
            opened[name] -= 1

        if opened[name] > MOST_DEEP:
            return True

    return opened.total() > MOST_DEEP


def _nh3(html: str, **options: Any) -> str:
    told = replace_unprintable(html.replace("\r\n", "\n").replace("\r", "\n"))
    return nh3.clean(told, tags=TAGS, attributes=ATTRIBUTES, clean_content_tags=SILENT, **options)


def _decided(
    pictures: Set[str],
    tag: str,
    name: str,
    value: str,
) -> str | None:
    """Return the value of an attribute as it may stand in the page, or None."""
    if name == "src" and value in pictures:
        return value

    form = _VALUE if tag in FORMULA_TAGS else _FORMS.get(name)
    if form is not None:
        return value if form.match(value) else None
    return _MADE[name](value) if name in _MADE else value


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


# Attributes whose values have a form, and those of which a part is kept; others are text.
_FORMS = {
    "src": _PICTURE,
    "id": _ID,
    "dir": re.compile(r"(?:auto|ltr|rtl)\Z"),
    "role": re.compile(r"(?:region|note|group)\Z"),
    "tabindex": re.compile(r"0\Z"),
    "scope": re.compile(r"(?:col|row)(?:group)?\Z"),
    "width": _NUMBER,
    "height": _NUMBER,
    "colspan": _NUMBER,
    "rowspan": _NUMBER,
    "start": _NUMBER,
    "value": _NUMBER,
}
_MADE: dict[str, Callable[[str], str | None]] = {
    "href": _link, "class": _classes, "style": _styles, "lang": safe_language
}
