"""Factiva, display layout: cells without labels, told by the number of words among them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from newskit.csv_files import rule_words
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.pieces import first_of
from newskit.reading.exports.wrapping import without_wraps
from newskit.reading.shared.language_names import language_code
from newskit.reading.shared.lines import ends_sentence
from newskit.timestamps.date_lines import read_clock, read_date
from newskit.timestamps.offsets import offset_text

_WORDS = rule_words(__package__)
DOCUMENT_WORDS = "|".join(sorted(_WORDS["document"]))
MARK_OF_HEADLINE = "@@HD@@"
"""Put before words in bold type, where a form says so."""
_UNIT = "|".join(sorted(_WORDS["unit"], key=len, reverse=True))
_NUMBER = r"\d{1,3}(?:[.,\u00a0 ]?\d{3})*"
_WORD_COUNT = re.compile(rf"{_NUMBER}\s*(?:{_UNIT})", re.IGNORECASE)
# In an interface whose word for words is not known, the date behind it tells.
_SOME_COUNT = re.compile(rf"{_NUMBER}\s*[^\W\d_]{{1,12}}")
_CODE = re.compile(r"[A-Z0-9]{2,8}")
ID_PATTERN = r"[A-Z][A-Z0-9]{2,}\d{8}[0-9a-z]{5,12}"
_DOCUMENT = re.compile(rf"(?:{DOCUMENT_WORDS})\s+(?P<id>{ID_PATTERN})\s*")
_END_OF_WIRE = re.compile(r"\s*\(END\)(?:\s|$)")
_RELEASED = re.compile(
    r"Released:\s*(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})T(?P<hour>\d\d):"
    r"(?P<minute>\d\d):(?P<second>\d\d)(?:\.\d+)?Z?"
)
_MARK = re.compile(
    r"©|\(c\)|copyright|copr\b|\brights reserved|rechte vorbehalten|derechos reservados"
    r"|droits réservés|저작권|著作権|版權|版权",
    re.IGNORECASE,
)
_BY = re.compile(rf"(?:{'|'.join(_WORDS['by'])})\b", re.IGNORECASE)
_CREDIT_LINE = re.compile(r"special to|staff|correspondent|\b(?:press|agency)$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,3}\)\s+")
# "7", "A12, A13", "14,15", "C-3"; of an edition, "EDT2" and "1ª" are not like that
_PAGE = re.compile(r"[A-Z]{0,2}-?\d{1,3}[A-Za-z]?(?:[-,/ ]{1,2}[A-Z]{0,2}\d{1,3}[A-Za-z]?)*")
_SURE_PAGE = re.compile(r"[A-Za-z,/-]")
_LOW_PAGE = re.compile(r"[A-Z-]*\d{1,2}(?!\d)")
_LONGEST_CREDIT, _LONGEST_CODE = 250, len("eng")
_PLAIN_CLOCK = re.compile(r"\d\d?:\d\d(?::\d\d)?")
_QUARTER, _FARTHEST = dt.timedelta(minutes=15), dt.timedelta(hours=14)
"""Zones keep to quarters of an hour, and none is farther from UTC."""
_FIRM = re.compile(
    r"\b(?:inc|ltd|limited|llc|plc|gmbh|ag|co|company|corp|corporation|verlag|media|group|s\.?a|"
    r"s\.?r\.?l|b\.?v|pty|digital|newspapers|publishing|publications)\b\.?$",
    re.IGNORECASE,
)
_FIRM_WORDS = 8
_LONG_WORD = re.compile(r"\S{4,}")
_MOST_CELLS = 10
"""Cells from the date to the copyright: clock, source, code, four more, language."""


def id_in(line: str) -> str:
    """Return the accession number in the line that ends an article; empty for other lines.

    >>> id_in("Document HARPO00020170306ed3600001"), id_in("Document the ferry")
    ('HARPO00020170306ed3600001', '')
    """
    match = _DOCUMENT.fullmatch(line.partition("©")[0].strip())
    return match["id"] if match else ""


def count_at(cells: Sequence[str]) -> int | None:
    """Return which cell is the number of words; a date stands behind it."""
    known = None
    for number, (cell, below) in enumerate(pairwise(map(str.strip, cells))):
        is_count = _SOME_COUNT.fullmatch(cell) is not None
        if is_count and read_date(below):
            return number

        if known is None and _WORD_COUNT.fullmatch(cell):
            known = number

    return known


def put_head(record: Exported, cells: Sequence[str]) -> int:
    """Fill a record from the cells below the headline; return how many the head has, 0 for none."""
    anchor = count_at(cells)
    if anchor is None:
        return 0

    _put_above(record, cells[:anchor])
    record.put("length", cells[anchor], "layout")
    number = _put_date(record, cells, anchor + 1)
    record.put("publisher", _cell(cells, number), "layout")
    number += 1
    if _CODE.fullmatch(_cell(cells, number)):
        record.put("source_code", cells[number], "layout")
        number += 1

    return _put_behind(record, cells, number)


def _put_date(
    record: Exported,
    cells: Sequence[str],
    number: int,
) -> int:
    date = cells[number]
    clock = read_clock(_cell(cells, number + 1))
    record.put("date", f"{date} {clock}".strip(), "layout")
    return number + 1 + bool(clock)


def _put_behind(
    record: Exported,
    cells: Sequence[str],
    begin: int,
) -> int:
    """Fill edition, page, language and copyright; return where the head ends."""
    last = min(len(cells), begin + _MOST_CELLS)
    language = _first(_is_language, cells, range(begin, last))
    # Without a language the copyright ends the cells; without either nothing says which they are.
    end = _first(_is_copyright, cells, range(begin, last)) if language == last else language
    end = begin if end == last else end
    between = list(cells[begin:end])
    pages = list(filter(_PAGE.fullmatch, between))
    # "168", "3"; "1", "4,5": the number of the issue, or of the edition, stands before the page.
    sure = first_of(pages, _SURE_PAGE.search) or first_of(pages, _LOW_PAGE.match)
    page = sure or next(iter(pages), "")
    record.put("page", page, "layout")
    for cell in between:
        record.put("edition", cell if cell != page else "", "layout")

    if language < last:
        record.put("language", cells[language], "layout")
        end = language + 1

    if end < last and _is_copyright(cells[end]):
        record.put("credit", cells[end], "layout")
        end += 1

    return end


def _first(
    is_it: Callable[[str], bool],
    cells: Sequence[str],
    places: range,
) -> int:
    """Return the first place whose cell is it; the end of the places for none."""
    return next((place for place in places if is_it(cells[place])), places.stop)


def _is_language(cell: str) -> bool:
    is_code = cell.isascii() and len(cell) <= _LONGEST_CODE
    return language_code(cell) is not None and not is_code


def _is_copyright(cell: str) -> bool:
    return len(cell) <= _LONGEST_CREDIT and bool(_MARK.search(cell))


def _cell(cells: Sequence[str], number: int) -> str:
    return cells[number].strip() if 0 <= number < len(cells) else ""


def is_byline(line: str) -> bool:
    """Say whether a line opens as bylines do."""
    return _BY.match(line) is not None


def _put_above(record: Exported, lines: Sequence[str]) -> None:
    """Fill what stands between the headline and the number of words: byline, credit line."""
    for line in lines:
        name = "byline"
        if record.byline or _CREDIT_LINE.match(line):
            name = "credit_line"

        record.put("byline" if _BY.match(line) else name, line, "layout")


def put_text(record: Exported, paragraphs: Sequence[str]) -> None:
    """Fill the body: the lines that close an article are not of it."""
    body: list[str] = []
    for line in paragraphs:
        archive_id = id_in(line)
        released = _RELEASED.search(line)
        if archive_id:
            record.put("archive_id", archive_id, "layout")
        elif _END_OF_WIRE.match(line):
            record.put("end_of_wire", line, "layout")
        elif released:
            _put_release(record, released)
        elif line.strip():
            body.append(line)

    owners = f"{record.credit} {record.publisher}"
    if body and record.archive_id and _is_publisher(body[-1], owners):
        record.put("publisher_name", body.pop(), "layout")

    record.paragraphs = without_wraps(body)



def _is_publisher(line: str, owners: str) -> bool:
    """Say whether the last line before the accession number is the firm that publishes."""
    words = line.split()
    is_name = line[:1].isupper() and len(words) <= _FIRM_WORDS
    if not is_name or ends_sentence(line.rstrip(".")):
        return False

    if _FIRM.search(line):
        return True

    # A place below a letter is one word of the outlet's name, too.
    if len(words) == 1:
        return False

    long_words = filter(_LONG_WORD.fullmatch, words)
    return not line.endswith(".") and any(map(owners.__contains__, long_words))


def _put_release(record: Exported, released: re.Match[str]) -> None:
    """Fill the zone of the printed clock, which is the account's: the release is told in UTC."""
    record.extra["released"] = released[0].partition(":")[2].strip()
    year, month, day, hour, minute, second = map(int, released.groups())
    try:
        instant = dt.datetime(year, month, day, hour, minute, second)
    except ValueError:  # 31 February
        return

    local = _local(record.date)
    offset = round((local - instant) / _QUARTER) * _QUARTER if local else dt.timedelta.max
    if abs(offset) <= _FARTHEST:
        record.date += f" {offset_text(offset)}"
    else:
        record.date = f"{instant} UTC"


def _local(printed: str) -> dt.datetime | None:
    """Return the wall clock of a line of publication, if it has one without a zone."""
    found = read_date(printed)
    if found is None or found.day is None or not _PLAIN_CLOCK.fullmatch(found.clock):
        return None

    hour, minute = map(int, found.clock.split(":")[:2])
    return dt.datetime.combine(found.day, dt.time(hour, minute))


def without_number(headline: str) -> str:
    """Return a headline without the number that a browser put before it: "12) Ferry sails"."""
    return _NUMBERED.sub("", headline, count=1)
