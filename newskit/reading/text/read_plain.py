"""Put an article together from lines that have been recognized."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from newskit.reading.cleaning import clean
from newskit.reading.rows import Hints
from newskit.reading.shared.bylines import names
from newskit.reading.shared.dateline import dateline
from newskit.reading.shared.filled_row import FilledRow
from newskit.reading.shared.timestamp_line import PrintedStamp, unglued
from newskit.reading.text import head
from newskit.reading.text.body import read_body
from newskit.reading.text.doubts import warn_of_doubts
from newskit.reading.text.dropped_lines import dropped_lines
from newskit.reading.text.kinds import Marked, kinds_of_lines
from newskit.reading.text.line_model import read_lines
from newskit.reading.text.pasted_page import PastedPage
from newskit.reading.text.split_lines import split_lines
from newskit.reading.text.tags import read_tags
from newskit.timestamps.assemble import Stamps, assemble
from newskit.timestamps.moment_columns import moment_columns
from newskit.timestamps.places import zone_of_place
from newskit.timestamps.words import is_label

_TAIL = 15  # lines behind the body in which a labeled timestamp still is the article's own
_NO_HINTS = Hints()
_ANY_TEXT = ("short", "paragraph", "bullet")


def read_plain(text: str, hints: Hints = _NO_HINTS) -> dict[str, Any]:
    """Return the columns of the articles table that a pasted text states.

    The `text` column keeps a dateline ("Kyiv: ..."), so that its offsets are those of the printed
    body.

    Parameters
    ----------
    text : str
        The pasted article.
    hints : Hints
        What is known of the article before it is read: zone of its clocks, order of day and month.
    """
    marked = kinds_of_lines(split_lines(clean(text)))
    if not marked:
        return FilledRow().done()

    page = _page(marked)
    row = FilledRow()
    _head(row, page)
    _body(row, page)
    _timestamps(row, marked, page.start, page.end, hints)
    if "text" in row.cells:
        warn_of_doubts(row, page)
    row.put_found("dropped", dropped_lines(text, page, row.cells))
    return row.done()


def _page(marked: list[Marked]) -> PastedPage:
    read = read_lines(marked)
    page = PastedPage(marked, read)
    if page.start < len(marked):
        return page

    # Nothing looks like a paragraph: what is no field, below the first line, is the text.
    lines = [i for i, here in enumerate(marked) if here.kind in _ANY_TEXT]
    headline = lines[0] if len(lines) > 1 else None
    kinds = ["paragraph" if here.kind in _ANY_TEXT else "head" for here in marked]
    if headline is not None:
        kinds[: headline + 1] = [*["before"] * headline, "headline"]
    return PastedPage(marked, replace(read, kinds=kinds, headline=headline))


def _head(row: FilledRow, page: PastedPage) -> None:
    found = page.headline
    if found is not None:
        row.put("headline", page.marked[found].text, _rule("headline", page.read.headline_sure))
        row.put("section", head.read_section(page.marked, found), "rule:section-first-line")
        standfirst = page.of("standfirst")
        joined = " ".join(page.marked[i].text for i in standfirst)
        row.put("standfirst", joined, _rule("standfirst", page.sure_of(standfirst)))

    _byline(row, page)
    pictures = (here.picture for here in page.marked[: page.start])
    caption, credit = next(filter(None, pictures), (None, None))
    row.put("caption", caption, "rule:picture-credit")
    row.put("credit", credit, "rule:picture-credit")


def _byline(row: FilledRow, page: PastedPage) -> None:
    """Fill the byline and the authors: by its label, else as the model has it."""
    printed = page.of("byline", "byline above")
    by_model = " | ".join(filter(None, (_byline_text(page.marked[i]) for i in printed)))
    rule = _rule("byline", page.sure_of(printed))
    ways = (
        head.labeled_byline_above(page.marked, page.start),
        (by_model, rule) if names(by_model) else None,
        head.byline_beside_stamp(page.marked, page.start),
        head.lone_name(page.marked, page.headline or 0, page.start),
    )
    found = next(filter(None, ways), None)
    if found:
        row.put("byline", found[0], found[1])
        row.put("authors", names(found[0]), found[1])


def _byline_text(here: Marked) -> str:
    """Return what a line of names prints without a label and a timestamp; "" for a credit."""
    if here.picture:
        return ""

    if here.stamp:
        return next(filter(names, (here.stamp.before, here.stamp.after)), "")

    return (here.byline or here.text).strip(" -–—|·•,:")


def _rule(kind: str, sure: float) -> str:
    """Name the model as what found a field, with the probability it gave."""
    return f"model:{kind.replace(' ', '-')} {sure:.2f}"


def _body(row: FilledRow, page: PastedPage) -> None:
    """Fill the body and what is found by it."""
    if page.start == len(page.marked):
        return

    lines = range(page.start, page.end)
    body = read_body([(page.read.kinds[i], page.marked[i].text) for i in lines])
    paragraphs = body.paragraphs
    row.put("text", "\n\n".join(paragraphs), _rule("paragraph", page.sure_of(page.ends)))
    row.cells["subheads"], row.cells["subhead_before"] = body.subheads, body.subhead_before
    row.put("subheads", body.subheads, _rule("subhead", page.sure_of(page.of("subhead"))))
    row.put("dateline", dateline(paragraphs[0]), "rule:dateline")

    authors = row.cells.get("authors", [])
    row.put_found("tags", read_tags(page, row.cells["text"], authors))


def _timestamps(row: FilledRow, marked: list[Marked], start: int, end: int, hints: Hints) -> None:
    """Fill the times: timestamps of the head, then labeled ones behind the body."""
    first: Stamps | None = None  # the first that prints a clock: the row's zone is its zone
    for i in _timestamp_lines(marked, start, end):
        line = _with_clock_below(marked, i)
        apart = unglued(line)  # the cell says what is printed
        stamps = assemble(apart, hints.timezone, hints.day_first, None, hints.timezone_source)
        stamps = _in_light_of_the_place(stamps, apart, row.cells.get("dateline"), hints)
        rule = "rule:stamp-line" if i < start else "rule:stamp-line-behind-body"

        for name in ("published", "updated"):
            moment = getattr(stamps, name)
            if moment is None or f"{name}_local" in row.cells:
                continue

            row.cells |= moment_columns(name, moment, line)
            row.found[name] = rule
            if stamps.warning:
                row.warn(stamps.warning)
            if first is None and isinstance(moment, dt.datetime):
                first = stamps

    row.cells["timezone_source"] = first.timezone_source if first else "none"
    if first:
        _zone(row, first, hints)


def _timestamp_lines(marked: list[Marked], start: int, end: int) -> Iterator[int]:
    for i in range(start):
        if marked[i].stamp:
            yield i

    # Behind the body stand the days of other articles too, but without a label.
    for i in range(end, min(end + _TAIL, len(marked))):
        stamp = marked[i].stamp
        if stamp and stamp.labels and stamp.has_day:
            yield i


def _in_light_of_the_place(stamps: Stamps, line: str, place: str | None, hints: Hints) -> Stamps:
    """Let the dateline say what an ambiguous abbreviation means (IST in Dublin), and no more."""
    if not place or hints.timezone or stamps.timezone_source != "abbreviation":
        return stamps

    zone = zone_of_place(place)
    if zone is None:
        return stamps

    there = assemble(line, zone, hints.day_first, None, "place")
    return there if there.timezone_source == "place" else stamps


def _with_clock_below(marked: list[Marked], i: int) -> str:
    """Return a timestamp line, with the label above and the clock below that are printed apart."""
    line, here = marked[i].text, marked[i].stamp
    if here is None:
        return line

    # "Updated" on a line of its own.
    if i and not here.labels and is_label(marked[i - 1].text):
        line = f"{marked[i - 1].text} {line}"

    below = marked[i + 1].stamp if i + 1 < len(marked) else None
    is_apart = below is not None and _goes_with(here, below)
    return f"{line} {marked[i + 1].text}" if is_apart else line


def _goes_with(day: PrintedStamp, clock: PrintedStamp) -> bool:
    """Say whether one line prints a day only, and the line below it the clock of that day."""
    only_day = day.has_day and not day.has_clock
    only_clock = clock.has_clock and not clock.has_day
    return only_day and only_clock and not clock.labels


def _zone(row: FilledRow, stamps: Stamps, hints: Hints) -> None:
    if stamps.timezone is None:
        row.warn("no zone is printed beside the clock: the instant is not known")
        return

    zone = stamps.timezone
    row.cells["zone_conflict"] = stamps.zone_conflict
    row.put("timezone", zone, f"stamp:{stamps.timezone_source}")
    if stamps.timezone_source == "abbreviation":
        several = f"the zone's abbreviation has several meanings and was read as {zone}"
        row.warn(f"{several}; timezone= or publisher= overrules it")

    if stamps.zone_conflict:
        conflict = f"the printed zone is not in force in {zone} on that day"
        row.warn(f"{conflict}; the place's own time was taken")

    if hints.timezone and zone != hints.timezone:
        given = f"the zone {hints.timezone} was {hints.timezone_source}"
        row.warn(f"{given}, but the clock is printed in {zone}")
