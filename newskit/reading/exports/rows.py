"""From the articles of an export to rows of the table: cleaned, with days and names read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

from newskit.reading.cleaning import clean
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.links_below import put_links
from newskit.reading.exports.outlet_names import outlet_name
from newskit.reading.exports.people import people_in
from newskit.reading.rows import Hints, Row
from newskit.reading.shared.dateline import dateline
from newskit.reading.shared.language_names import language_code
from newskit.timestamps.assemble import Stamps, assemble
from newskit.timestamps.date_lines import DateLine, read_date
from newskit.timestamps.moment_columns import moment_columns
from newskit.timestamps.outlets import UNKNOWN_OUTLET, Outlet, find_outlet

_BLANKS = re.compile(r"[ \t\u00a0\u2003\u202f]{2,}")
_NO_DAY = "the publication line {!r} names no day"
_NO_DATE = "the publication line {!r} was not understood"
_PLAIN = ("section", "page", "byline", "standfirst", "credit", "archive_id", "url")


def row_of(record: Exported, hints: Hints) -> Row:
    """Return the row of a record: its cells cleaned, its day and its names read."""
    put_links(record)
    row: Row = {name: _line(getattr(record, name)) for name in _PLAIN}
    row["headline"] = _line(record.headline)
    row["text"] = "\n\n".join(filter(None, map(_paragraph, record.paragraphs))) or None
    row["caption"] = "\n".join(filter(None, map(_line, record.captions))) or None
    row["tags"] = list(map(clean, record.tags)) or None
    row["error"] = record.error or None
    row["warnings"] = list(record.warnings)
    row["language"] = language_code(record.language)
    row["dateline"] = _line(record.dateline) or dateline(row["text"] or "")

    printed = _line(record.publisher)
    publisher = outlet_name(printed) if printed else None
    row["publisher"] = publisher
    extra = dict(record.extra)
    if printed != publisher:
        extra["publisher"] = printed

    row["authors"] = _authors(record, publisher)
    _fill_time(row, record.date, extra, hints)
    row["extra"] = _json(extra)
    row["provenance"] = _json(record.found)
    return row


def _authors(record: Exported, publisher: str | None) -> list[str] | None:
    if record.authors is not None:
        stated = map(people_in, record.authors)
        return list(chain.from_iterable(stated)) or None

    byline = " ".join(clean(record.byline).split())
    return people_in(byline, publisher or "") or None


def _fill_time(
    row: Row,
    printed: str,
    extra: dict[str, Any],
    hints: Hints,
) -> None:
    """Fill the columns of publication: a day, or an instant where the zone is known."""
    line = " ".join(printed.split())
    if not line:
        return

    row["published_text"] = line
    found = read_date(line)
    if found is None or found.day is None:
        problem = _NO_DATE if found is None else _NO_DAY
        row["warnings"].append(problem.format(line[:80]))
        return

    extra["edition"] = "; ".join(filter(None, (found.rest, extra.get("edition"))))
    stamps = _stamps(found, row["publisher"], hints)
    row |= moment_columns("published", stamps.published or found.day, line)
    if stamps.timezone:
        row["timezone"] = stamps.timezone
        row["timezone_source"] = stamps.timezone_source
        row["zone_conflict"] = stamps.zone_conflict


def _stamps(
    found: DateLine,
    publisher: str | None,
    hints: Hints,
) -> Stamps:
    if not found.clock:
        return Stamps(found.day)

    zone, source = hints.timezone, hints.timezone_source
    if zone is None:
        zone, source = _outlet(publisher, hints).zone, "outlet"

    return assemble(f"{found.day} {found.clock}", zone, None, None, source)


def _outlet(publisher: str | None, hints: Hints) -> Outlet:
    if not publisher:
        return UNKNOWN_OUTLET

    name = publisher.partition(" (")[0]
    found = _known(name) if hints.outlets is None else find_outlet(name, hints.outlets)
    return found or UNKNOWN_OUTLET


@lru_cache(1_000)
def _known(publisher: str) -> Outlet | None:
    return find_outlet(publisher, None)


def _line(printed: str) -> str | None:
    """Return a printed field on one line, with single blanks."""
    return " ".join(clean(printed).split()) or None


def _paragraph(printed: str) -> str:
    return _BLANKS.sub(" ", clean(printed).replace("\n", " ")).strip()


def _json(cells: Mapping[str, Any]) -> str | None:
    told = {name: cell for name, cell in cells.items() if cell}
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else None
