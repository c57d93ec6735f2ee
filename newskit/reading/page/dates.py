"""When it was published and updated: JSON-LD, meta tags, <time>, printed lines; each with where it is from."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from newskit.reading.page.json_ld import json_text
from newskit.reading.page.meta import Stated
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.printed import day_in_line
from newskit.reading.page.read_moment import read_moment
from newskit.reading.page.tree import (
    Element,
    attribute,
    element_names,
    is_within,
    one_line,
    text_of,
)
from newskit.reading.page.words import html_tags, name_pattern

Field = Literal["published", "updated"]
FIELDS: tuple[Field, ...] = ("published", "updated")

_PROPERTIES = {
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "updated": ("dateModified",),
}
_MICRODATA = {"published": "datepublished", "updated": "datemodified"}
_UPDATED = name_pattern("updated")
_PUBLISHED = name_pattern("published")
_YEARS = range(1901, 2200)  # others are empty fields of a database: 0001-01-01, 1900-01-01
_MINUTE = dt.timedelta(minutes=1)

MAX_ELEMENTS = 20_000
"""Elements that may state a time of which the rest of the page is not searched."""
MAX_TIMES = 40
"""Times without a label; pages that have more list other articles."""
MAX_CHILDREN = 3
"""Elements in a line that is a label and a date."""
MAX_CHARACTERS = 300
"""Characters of such a line, the blanks of the page's source with them."""


class StatedMoment(NamedTuple):
    """A moment, the text it was read from, and how it was found."""

    moment: dt.date
    text: str
    how: str

    @property
    def clock(self) -> dt.datetime | None:
        """The moment if a time of day is stated."""
        return self.moment if isinstance(self.moment, dt.datetime) else None

    @property
    def day(self) -> dt.date:
        """The day as it is written, whatever the zone."""
        return self.clock.date() if self.clock else self.moment


def find_moment(
    page: ParsedPage, field: Field, day_first: bool | None
) -> tuple[StatedMoment | None, list[str]]:
    """Return `published` or `updated`, and warnings.

    A time of day goes before a day, else the more trusted place goes before the others.
    """
    found = list(_moments(page, field, day_first))
    if found:
        timed = (one for one in found if one.clock and one.day == found[0].day)
        best = next(timed, found[0])
        return _zoned(best, found), _disagreements(field, found)

    # Nothing printed can be told to be the time of an update.
    if field == "updated":
        return None, []
    return printed_day(page.root, day_first) or _searched(page.root), []


def _disagreements(field: Field, found: list[StatedMoment]) -> list[str]:
    """Return a warning if JSON-LD and the page's other metadata differ by a minute or more."""
    in_json = next((one for one in found if one.how.startswith("json-ld")), None)
    other = next((one for one in found if one.how.startswith(("meta", "microdata"))), None)
    if in_json is None or other is None or not _differ(in_json, other):
        return []
    return [f"{field}: JSON-LD says {in_json.text!r}, {other.how} says {other.text!r}"]


def _differ(one: StatedMoment, other: StatedMoment) -> bool:
    a, b = one.clock, other.clock
    if a is None or b is None:
        return one.day != other.day
    if (a.tzinfo is None) != (b.tzinfo is None):
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
    return abs(a - b) >= _MINUTE


def _zoned(best: StatedMoment, found: list[StatedMoment]) -> StatedMoment:
    """Return the first that states the same clock with its zone, where the best has none."""
    if best.clock is None or best.clock.tzinfo is not None:
        return best
    wall = _wall_clock(best.clock)
    for one in found:
        if one.clock and one.clock.tzinfo and _wall_clock(one.clock) == wall:
            return one
    return best


def _wall_clock(moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=None, microsecond=0)


def printed_day(root: Element, day_first: bool | None) -> StatedMoment | None:
    """Return the first day that is printed behind a label, in a line of its own."""
    for element in root.iter("p", "li", "div", "span", "td", "dd"):
        if len(element) > MAX_CHILDREN:
            continue
        line = _short_line(element)
        day = day_in_line(line, day_first)
        if day is None or is_within(element, html_tags("beside_article")):
            continue

        moment = read_moment(day)
        if moment:
            return StatedMoment(moment, line, "rule:labelled-line")
    return None


def _short_line(element: Element) -> str:
    """Return the text of an element if it is a short line, else an empty string."""
    pieces, size = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece)
        if size > MAX_CHARACTERS:
            return ""
    return one_line("".join(pieces))


def _searched(root: Element) -> StatedMoment | None:
    """Let htmldate search the whole page, where nothing says that it is the date: a day at most."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    text = find_date(root, original_date=True, extensive_search=True) or ""
    moment = read_moment(text)
    return StatedMoment(moment, text, "htmldate") if moment else None


def _moments(page: ParsedPage, field: Field, day_first: bool | None) -> Iterator[StatedMoment]:
    """Return what every place says, the most trusted first."""
    for text, how in _texts(page, field):
        moment = read_moment(text, day_first) if text else None
        if moment is not None and moment.year in _YEARS:
            yield StatedMoment(moment, text, how)


def _texts(page: ParsedPage, field: Field) -> Iterator[Stated]:
    properties = _PROPERTIES[field]
    for name in properties:
        yield Stated(page.ld.text(name) or "", f"json-ld:{name}")
    yield from page.head.stated(field)

    # A page that is not the article's own node may be a list; it is trusted less.
    for name in properties:
        yield Stated(json_text(page.ld.page.get(name)) or "", f"json-ld:WebPage.{name}")
    yield from _elements(page.root, field)


def _elements(root: Element, field: Field) -> list[Stated]:
    """Return <time> and microdata of the article, labeled ones first."""
    wanted = _MICRODATA[field]
    labeled: list[Stated] = []
    bare: list[Stated] = []
    for element in islice(root.iter("time", "meta", "span", "abbr"), MAX_ELEMENTS + 1):
        if len(bare) >= MAX_TIMES:
            break

        named = attribute(element, "itemprop")
        is_bare_time = element.tag == "time" and not named
        if named != wanted and not is_bare_time:
            continue
        value = element.get("datetime") or element.get("content") or text_of(element)
        if not value:
            continue

        kind = _kind(element) if is_bare_time else field
        if kind == field:
            labeled.append(Stated(value, "time" if is_bare_time else f"microdata:{named}"))
        elif kind is None and field == "published":
            bare.append(Stated(value, "time"))
    return labeled + bare


def _kind(element: Element) -> Field | None:
    """Say whether what is called or printed around a <time> names it an update."""
    parent = element.getparent()
    names = f"{element_names(element)} {element_names(parent)}"
    before = (parent.text or "")[-60:]
    inside = (element.text or "")[:30]

    if _UPDATED.search(f"{names} {before} {inside}".lower()):
        return "updated"
    return "published" if _PUBLISHED.search(names) else None
