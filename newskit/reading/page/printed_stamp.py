"""The stamp that a page prints near its headline, with its clock, its zone and its update."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator

from newskit.reading.cleaning import clean
from newskit.reading.page.opening import Opening
from newskit.reading.page.read_moment import MAX_TIME, StatedMoment, read_moment
from newskit.reading.page.tree import Element, element_names, text_of
from newskit.reading.page.words import any_name, any_phrase
from newskit.reading.shared.lines import TextLine
from newskit.reading.shared.timestamp_line import stamp_of
from newskit.timestamps import Stamps, parse_timestamps

_HOW = "rule:printed-stamp"
_UPDATED = re.compile(any_name("updated"))
_TIME = re.compile(any_name("published"))
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?P<label>{any_phrase('published_label')}\s?:?(?:\s{any_phrase('day_preposition')})?\s)|\d{{4}}年",
    re.IGNORECASE,
)
# "21.04.2024 | 3:18 min" is a film.
_LENGTH = re.compile(r"\d:\d\d\s?min", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
# 04/05/2024 is two days: only who knows the outlet can tell.
_EITHER_DAY = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d")
_CLOCK = re.compile(r"(?<![\d.:/-])([01]?\d|2[0-3])\s?[:.h時]\s?([0-5]\d)(?![\d/-]|\.\d)")

_YEARS = (dt.datetime(1995, 1, 1), dt.datetime(2100, 1, 1))

# Characters of a line that prints a day.
MIN_LINE = 6
# Words beside a day that has neither a label nor a clock, at most: a byline.
MAX_BESIDE = 6


def printed_stamps(opening: Opening, day_first: bool | None) -> dict[str, list[StatedMoment]]:
    """Return what the lines near the headline say of `published` and of `updated`."""
    found: dict[str, list[StatedMoment]] = {"published": [], "updated": []}
    for element, line in _lines(opening):
        # In the body, a line that is not called a time is the article's own.
        is_called = opening.is_above_body(element) or _TIME.search(element_names(element))
        stamps = _stamps(element, line, day_first) if is_called else Stamps()
        for field in found:
            moment = getattr(stamps, field)
            if moment is not None:
                found[field].append(StatedMoment(moment, line, _HOW))

    return found


def _lines(opening: Opening) -> Iterator[tuple[Element, str]]:
    """Return the short lines that are no copyright notices."""
    for element in opening.elements:
        if not MIN_LINE <= opening.sizes.text[element] <= MAX_TIME:
            continue

        # Cheaper than cleaning: most lines have no digit.
        printed = text_of(element)
        if _DIGIT.search(printed) and not _COPYRIGHT.search(printed):
            line = clean(printed)
            if len(line) <= MAX_TIME:
                yield element, line


def _stamps(element: Element, line: str, day_first: bool | None) -> Stamps:
    """Return what a line says, and what the page calls the element that prints it."""
    printed = stamp_of(TextLine(line, 0, alone=True, bullet=False, indent=0, repeated=False))
    if printed is None or not printed.has_day or _LENGTH.search(line):
        return Stamps()

    # "The quay on Monday, 6 May 2024" is a caption.
    beside = f"{printed.before} {printed.after}".split()
    if not printed.labels and not printed.has_clock and len(beside) > MAX_BESIDE:
        return Stamps()

    stamps = parse_timestamps(line, day_first=day_first)
    if printed.labels:
        return stamps

    if _UPDATED.search(element_names(element)):
        return Stamps(updated=stamps.published)

    # A box whose update is only called one: its parts are read one by one.
    is_mixed = any(map(_UPDATED.search, map(element_names, element.iterdescendants("*"))))
    return Stamps() if is_mixed else stamps


def day_in_words(opening: Opening) -> StatedMoment | None:
    """Return the day of the first line that is called a time, in any language htmldate reads."""
    for element, line in _lines(opening):
        if not _YEAR.search(line) or _EITHER_DAY.search(line):
            continue

        is_called = element.tag == "time" or _TIME.search(element_names(element))
        is_labeled = opening.is_above_body(element) and _OPENS.match(line)
        found = _in_words(line) if is_called or is_labeled else None
        if found is not None:
            return found

    return None


def _without_label(match: re.Match[str]) -> str:
    return "" if match["label"] else match[0]


def _in_words(line: str) -> StatedMoment | None:
    """Let htmldate read the day of one line; a clock beside it is the line's, too."""
    # Its search of whole pages would make a day of a year.
    from htmldate.extractors import try_date_expr

    # It logs what it does not find.
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    plain = _CLOCK.sub(" ", _OPENS.sub(_without_label, line)).strip(" :|")
    day = read_moment(try_date_expr(plain, "%Y-%m-%d", True, *_YEARS) or "")
    if day is None:
        return None

    clocks = _CLOCK.findall(line)
    if len(clocks) != 1:
        return StatedMoment(day, line, _HOW)

    hour, minute = map(int, clocks[0])
    return StatedMoment(dt.datetime.combine(day, dt.time(hour, minute)), line, _HOW)
