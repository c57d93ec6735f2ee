"""Put an article together from lines that have been recognized."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from newskit.reading.cleaning import clean
from newskit.reading.moments import moment_columns
from newskit.reading.shared.bylines import names
from newskit.reading.shared.dateline import dateline
from newskit.reading.text.body import read_body
from newskit.reading.text.head import (
    body_start,
    read_byline,
    read_headline,
    read_section,
    read_standfirst,
)
from newskit.reading.text.kinds import Marked, kinds_of_lines
from newskit.reading.text.split_lines import split_lines
from newskit.reading.text.tags import read_tags
from newskit.timestamps.assemble import Stamps, assemble
from newskit.timestamps.places import zone_of_place

_TAIL = 15  # lines behind the body in which a labelled stamp still is the article's own


def read_plain(
    text: str, *, timezone: str | None = None, timezone_source: str = "given", day_first: bool | None = None
) -> dict[str, Any]:
    """Return the columns of the articles table that a pasted text states.

    The `text` column keeps a dateline ("Kyiv: ..."), so that its offsets are those of the printed body.

    Parameters
    ----------
    text : str
        The pasted article.
    timezone : str, optional
        Zone of the printed clocks.
    timezone_source : str
        How that zone is known: given or outlet.
    day_first : bool, optional
        Whether 06/01 is 6 January.
    """
    marked = kinds_of_lines(split_lines(clean(text)))
    found = read_headline(marked)
    start = body_start(marked, found[0] if found else None)
    if start == len(marked):
        found, start = (found, found[0] + 1) if found and len(marked) > found[0] + 1 else (None, 0)
    row: dict[str, Any] = {"warnings": []}
    how: dict[str, str] = {}
    _head(row, how, marked, found, start)
    _body(row, how, marked, start)
    _stamps(row, how, marked, start, (timezone, timezone_source, day_first))
    row["provenance"] = json.dumps(how, ensure_ascii=False, sort_keys=True) if how else None
    return {name: value for name, value in row.items() if not name.startswith("_")}


def _head(
    row: dict[str, Any], how: dict[str, str], marked: list[Marked], found: tuple[int, str] | None, start: int
) -> None:
    at = -1
    if found:
        at, how["headline"] = found
        row["headline"] = marked[at].text
        standfirst = read_standfirst(marked, at, start)
        if standfirst:
            row["standfirst"], how["standfirst"] = standfirst
        row["section"] = read_section(marked, at)
        if row["section"]:
            how["section"] = "rule:section-first-line"
    byline = read_byline(marked, -1, start)
    if byline:
        row["byline"], how["byline"] = byline
        row["authors"], how["authors"] = names(byline[0]), byline[1]
    _picture(row, how, marked[:start])


def _picture(row: dict[str, Any], how: dict[str, str], head: list[Marked]) -> None:
    """Take the first picture above the body."""
    picture = next((m.picture for m in head if m.picture), None)
    for name in ("caption", "credit"):
        value = getattr(picture, name, None)
        if value:
            row[name], how[name] = value, "rule:picture-credit"


def _body(row: dict[str, Any], how: dict[str, str], marked: list[Marked], start: int) -> None:
    head = [row[name] for name in ("headline", "standfirst") if row.get(name)]
    body = read_body(marked, start, row.get("authors", []), head)
    row["_end"] = body.end if body.parts else len(marked)
    # Where nothing looks like a sentence, what is there is the text.
    paragraphs = body.paragraphs or [m.text for m in marked[start:] if m.kind in ("short", "paragraph", "bullet")]
    if not paragraphs:
        return
    row["text"], how["text"] = "\n\n".join(paragraphs), "rule:paragraphs"
    row["subheads"], row["subhead_before"] = body.subheads, body.subhead_before
    if body.subheads:
        how["subheads"] = "rule:short-line-between-paragraphs"
    place = dateline(paragraphs[0])
    if place:
        row["dateline"], how["dateline"] = place, "rule:dateline"
    tags = read_tags(marked, start, row["_end"], row["text"], row.get("authors", []))
    if tags:
        row["tags"], how["tags"] = tags


def _stamps(row: dict[str, Any], how: dict[str, str], marked: list[Marked], start: int, hint: tuple[Any, ...]) -> None:
    """Fill the times: stamps of the head, then labelled ones behind the body."""
    end = row["_end"]
    tail = [i for i in range(end, min(end + _TAIL, len(marked))) if (s := marked[i].stamp) and s.labels and s.has_day]
    zone_of: Stamps | None = None
    for i in [*(i for i in range(start) if marked[i].stamp), *tail]:
        line = _with_clock_below(marked, i)
        stamps = assemble(line, hint[0], hint[2], None, hint[1])
        stamps = _in_light_of_the_place(stamps, line, row.get("dateline"), hint)
        for name in ("published", "updated"):
            moment = getattr(stamps, name)
            if moment is not None and f"{name}_local" not in row:
                row |= moment_columns(name, moment, line)
                how[name] = "rule:stamp-line" if i < start else "rule:stamp-line-behind-body"
                zone_of = zone_of or (stamps if isinstance(moment, dt.datetime) else None)
    _zone(row, how, zone_of, hint)


def _in_light_of_the_place(stamps: Stamps, line: str, place: str | None, hint: tuple[Any, ...]) -> Stamps:
    """Let the dateline say what an ambiguous abbreviation means (IST in Dublin); nothing else about the clock."""
    zone = zone_of_place(place) if place and not hint[0] and stamps.timezone_source == "abbreviation" else None
    there = assemble(line, zone, hint[2], None, "place") if zone else stamps
    return there if there.timezone_source == "place" else stamps


def _with_clock_below(marked: list[Marked], i: int) -> str:
    """Return the stamp line, with the clock of the next line where the two were printed apart."""
    here = marked[i].stamp
    below = marked[i + 1].stamp if i + 1 < len(marked) else None
    parted = here and here.has_day and not here.has_clock and below and below.has_clock and not below.has_day
    return f"{marked[i].text} {marked[i + 1].text}" if parted and below and not below.labels else marked[i].text


def _zone(row: dict[str, Any], how: dict[str, str], stamps: Stamps | None, hint: tuple[Any, ...]) -> None:
    row["timezone_source"] = stamps.timezone_source if stamps else "none"
    if stamps is None:
        return
    if stamps.timezone is None:
        row["warnings"].append("no zone is printed beside the clock: the instant is not known")
        return
    row["zone_conflict"] = stamps.zone_conflict
    row["timezone"], how["timezone"] = stamps.timezone, f"stamp:{stamps.timezone_source}"
    if stamps.timezone_source == "abbreviation":
        row["warnings"].append(
            f"the zone's abbreviation has several meanings and was read as {stamps.timezone}; "
            "timezone= or publisher= overrules it"
        )
    if stamps.zone_conflict:
        row["warnings"].append(
            f"the printed zone is not in force in {stamps.timezone} on that day; the place's own time was taken"
        )
    if hint[0] and stamps.timezone != hint[0]:
        row["warnings"].append(f"the zone {hint[0]} was {hint[1]}, but the clock is printed in {stamps.timezone}")
