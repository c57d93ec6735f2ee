"""When it was published and updated: by JSON-LD, meta tags, <time>, printed lines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Literal, NamedTuple

from newskit.reading.page.json_ld import json_text
from newskit.reading.page.labeled_day import labeled_days
from newskit.reading.page.meta import Stated
from newskit.reading.page.opening import Opening
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.printed_stamp import day_in_words, printed_stamps
from newskit.reading.page.read_moment import MAX_TIME, StatedMoment, read_moment
from newskit.reading.page.stated_day import stated_day
from newskit.reading.page.tree import Element, attribute, element_names, text_of
from newskit.reading.page.words import any_name, any_phrase
from newskit.timestamps import parse_timestamps

Field = Literal["published", "updated"]
FIELDS: tuple[Field, ...] = ("published", "updated")

_PROPERTIES = {
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "updated": ("dateModified",),
}
# Microdata, RDFa, and the classes of hAtom, in which an <abbr> has the time as its title.
_MICRODATA = {
    "datepublished": "published", "schema:datepublished": "published", "dc:created": "published",
    "dc:date": "published", "datemodified": "updated", "schema:datemodified": "updated",
    "dc:modified": "updated",
}  # fmt: skip
_HATOM = {"published": "published", "dtpublished": "published", "updated": "updated"}
# What may state a field; a <time> that says nothing of itself is that of the publication.
_KINDS = {"published": ("published", "unsaid"), "updated": ("updated",)}
_STATING = "//time | //abbr | //meta[@itemprop] | //span[@itemprop or @property]"
_UPDATED = re.compile(any_name("updated"))
_PUBLISHED = re.compile(any_name("published_only"))
_LABEL = re.compile(any_phrase("published_label"), re.IGNORECASE)
_YEARS = range(1901, 2200)
_MINUTE = dt.timedelta(minutes=1)

# Elements that may state a time; the rest of the page is not searched.
MAX_ELEMENTS = 20_000
# Characters printed before a <time>, and at the beginning of it, that may say what it is.
BEFORE, INSIDE = 60, 30


class Printed(NamedTuple):
    """What a page prints of its times: elements that state one, by kind, and stamps by field."""

    opening: Opening
    elements: dict[str, list[Stated]]
    stamps: dict[str, list[StatedMoment]]


def printed_times(page: ParsedPage, opening: Opening, day_first: bool | None) -> Printed:
    """Read what the page prints, once for both fields."""
    return Printed(opening, _elements(page.root, opening), printed_stamps(opening, day_first))


def find_moment(
    page: ParsedPage,
    printed: Printed,
    field: Field,
    day_first: bool | None,
    url: str,
) -> tuple[StatedMoment | None, list[str]]:
    """Return `published` or `updated`, and warnings.

    A time of day goes before a day, else the more trusted place goes before the others.
    """
    found = list(_moments(page, printed, field, day_first))
    if found:
        # Of the first place's day only: another day is another event.
        timed = (one for one in found if one.clock and one.day == found[0].day)
        best = _zoned(next(timed, found[0]), found)
        return best, _disagreements(field, found)

    # What has no label in other languages is the publication.
    labeled = labeled_days(printed.opening, day_first).get(field)
    if labeled or field == "updated":
        return labeled, []

    return day_in_words(printed.opening) or stated_day(page.head.title, url), []


def _disagreements(field: Field, found: list[StatedMoment]) -> list[str]:
    """Return a warning if JSON-LD and the page's other metadata differ by a minute or more."""
    first = {one.how.split(":")[0]: one for one in reversed(found)}
    in_json = first.get("json-ld")
    other = first.get("meta", first.get("microdata"))
    if in_json and other and _differ(in_json, other):
        return [f"{field}: JSON-LD says {in_json.text!r}, {other.how} says {other.text!r}"]

    return []


def _differ(one: StatedMoment, other: StatedMoment) -> bool:
    # A day has no minute to differ in.
    a, b = one.clock, other.clock
    if a is None or b is None:
        return one.day != other.day

    # Where one states no zone, the clocks are all that can be compared.
    if (a.tzinfo is None) != (b.tzinfo is None):
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)

    return abs(a - b) >= _MINUTE


def _zoned(best: StatedMoment, found: list[StatedMoment]) -> StatedMoment:
    """Return the first that states the same clock with its zone, where the best has none."""
    if best.clock is None or best.clock.tzinfo is not None:
        return best

    # "2024-05-06T07:30" in one place, "2024-05-06T07:30+02:00" in another.
    wall = best.clock.replace(microsecond=0)
    for one in found:
        clock = one.clock
        if clock is None or clock.tzinfo is None:
            continue

        if clock.replace(tzinfo=None, microsecond=0) == wall:
            return one

    return best


def _moments(
    page: ParsedPage,
    printed: Printed,
    field: Field,
    day_first: bool | None,
) -> Iterator[StatedMoment]:
    """Return what every place says, the most trusted first."""
    stated = chain.from_iterable(printed.elements[kind] for kind in _KINDS[field])
    for text, how in chain(_texts(page, field), stated):
        # Fields of a database that nobody filled are the year 1 or 1900.
        moment = read_moment(text, day_first)
        if moment is not None and moment.year in _YEARS:
            yield StatedMoment(moment, text, how)

    yield from printed.stamps[field]


def _texts(page: ParsedPage, field: Field) -> Iterator[Stated]:
    """Return what may be a time; empty where a place says nothing."""
    properties = _PROPERTIES[field]
    for name in properties:
        yield Stated(page.ld.time(name), f"json-ld:{name}")

    yield from page.head.stated(field)

    # The page may be older than the article, or changed since: it is trusted less.
    for name in properties:
        yield Stated(json_text(page.ld.page.get(name)), f"json-ld:WebPage.{name}")


def _elements(root: Element, opening: Opening) -> dict[str, list[Stated]]:
    """Return <time> and microdata of the article, by what they are the time of."""
    found: dict[str, list[Stated]] = {"published": [], "unsaid": [], "updated": []}
    near = set(opening.elements)
    for element in islice(root.xpath(_STATING), MAX_ELEMENTS + 1):
        kind, how = _kind(element)
        if kind not in found:
            continue

        # Below the body, a time without a label is that of a comment or another article.
        is_ours = element in near or kind != "unsaid"
        stated = map(element.get, ("datetime", "content", "title"))
        value = next(filter(None, stated), "") or text_of(element)
        if value and is_ours and not opening.is_others(element):
            found[kind].append(Stated(value, how))

    return found


def _kind(element: Element) -> Stated:
    """Say what an element is the time of; "unsaid" of a <time> that does not tell."""
    named = attribute(element, "itemprop") or attribute(element, "property")
    if element.tag == "time" and not named:
        return Stated(_kind_of_time(element), "time")

    known, how = (_MICRODATA, f"microdata:{named}") if named else (_HATOM, "hatom")
    kinds = filter(None, map(known.get, (named or attribute(element, "class")).split()))
    return Stated(next(kinds, ""), how)


def _kind_of_time(element: Element) -> str:
    """Say what a <time> is the time of, by what is called, or printed, in and around it."""
    # "Posted: May 6, 9:27 AM | Last updated: 24 minutes ago": the machine time is one of the two.
    text = text_of(element)
    said = parse_timestamps(text[:MAX_TIME])
    if said.published and _UPDATED.search(text.lower()):
        return ""

    parent = element.getparent()
    names = f"{element_names(element)} {element_names(parent)}"
    before = (parent.text or "")[-BEFORE:]
    inside = (element.text or "")[:INSIDE]

    # "Last updated" may only be printed; "date" is printed before times of either kind.
    if _UPDATED.search(f"{names} {before} {inside}".lower()):
        return "updated"

    is_labeled = _LABEL.search(f"{before} {inside}") or _PUBLISHED.search(names)
    return "published" if is_labeled else "unsaid"
