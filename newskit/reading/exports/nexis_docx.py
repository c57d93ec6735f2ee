"""Nexis Uni and Lexis Advance, Word documents: a cover, then articles that say where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newskit.csv_files import rule_words
from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.labels import labeled
from newskit.reading.exports.nexis_fields import (
    BLOCKS,
    COPYRIGHT,
    LABELS,
    UNKNOWN_LABEL,
    date_at,
    put_body,
    put_date,
    put_end,
    put_label,
    tidy_headline,
    unknown_label,
)
from newskit.reading.exports.pieces import first_at, kept, n_at_start
from newskit.reading.exports.wrapping import without_wraps

_WORDS = rule_words(__package__)
_BODY = _WORDS["body"]
_COUNT = re.compile(r"\s*(?:documents?|dokumente?|documenten)\s*\((?P<n>\d+)\)\s*$", re.IGNORECASE)
_COVER_WORDS = (
    r"user name:|date and time:|job number:|documents? \(|client/matter:|search terms:|search type:"
    r"|narrowed by|content type(?:$|\|)|news(?:$|\|)|sources?:|content type:|timeline:|language:"
)
_COVER = re.compile(rf"\s*(?:{_COVER_WORDS})", re.IGNORECASE)
_COVER_TITLE = re.compile(rf"\s*(?:\d+\.\s|{_COVER_WORDS})", re.IGNORECASE)
_JOB = re.compile(r"\s*job number:", re.IGNORECASE)
_READER = re.compile(r"user name:", re.IGNORECASE)
_COVER_LINES = 60
_HEAD_LINES = 2  # outlet and date: a wire flash has no headline
_HEAD_FIELDS = rule_words(__package__, "fields.csv")["docx_head"]
_LONGEST_BLOCK = {
    "caption": 40, "classification": 60, "load_date": 60, "correction": 12, "notes": 12,
}  # fmt: skip
"""Lines below "Graphic" and its kin: what is longer is a subhead and the rest of the body."""
_CUT = "The article is cut off: there is no end of the document behind its last line {!r}"
_COVER_ALONE = (
    "The document is the cover of a download: it lists articles, and holds none. "
    "The articles stand in the other files of the download."
)

Lines = Sequence[str]


def looks_like(content: Content) -> bool:
    """Say whether a document of Word says where its articles end, or is one such article."""
    return content.is_zip and is_nexis(content.document.lines)


def is_nexis(lines: Lines) -> bool:
    """Say whether lines are of this layout: an end mark, or the labels of one article."""
    bare = set(map(_bare, lines))
    if bare & _ends(lines) or _is_cover(lines):
        return True

    return bool(bare & _BODY) and "length" in map(_field, lines)


def _bare(line: str) -> str:
    return line.strip().casefold()


def _ends(lines: Lines) -> frozenset[str]:
    """Return what ends an article; in a language that is not known, what ends all of them."""
    bare = ["", *filter(None, map(_bare, lines))]
    n_articles = len(list(filter(COPYRIGHT.match, bare)))
    n_labels = len(list(filter(UNKNOWN_LABEL.match, lines)))
    if 1 < bare.count(bare[-1]) <= n_articles <= n_labels:
        return _WORDS["end"] | {bare[-1]}

    return _WORDS["end"]


def stated(content: Content) -> int | None:
    """Return the number on the cover."""
    return stated_in(content.document.lines)


def stated_in(lines: Lines) -> int | None:
    """Return the number that a cover states."""
    found = next(filter(None, map(_COUNT.match, lines[:_COVER_LINES])), None)
    return int(found["n"]) if found else None


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a document."""
    return records_in(content.document.lines, content.document.damage)


def records_in(lines: Lines, damage: str | None = None) -> Iterator[Exported]:
    """Return the articles of lines of this layout; what stands behind the last end is cut off."""
    first, *others = _divided(lines)
    *articles, rest = [_without_cover(first), *others]
    yield from map(_record, articles)
    printed = kept(rest)
    if any(map(_field, printed)) or date_at(printed):
        record = _record(rest)
        # One article without an end mark is what newer downloads are; a load date ends one, too.
        is_open = bool(articles) and "load_date" not in record.extra
        record.error = damage or _CUT.format(printed[-1][:80]) * is_open
        yield record
        return

    problem = damage or _COVER_ALONE * (not articles and _is_cover(lines))
    if problem:
        yield Exported(error=problem)


def _is_cover(lines: Lines) -> bool:
    """Say whether lines begin with the cover of a download."""
    first = lines[:_COVER_LINES]
    return any(map(_COUNT.match, first)) and any(map(_JOB.match, first))


def _divided(lines: Lines) -> list[list[str]]:
    """Return the lines of each article, and at the end those behind the last one."""
    marks = _ends(lines)
    found: list[list[str]] = [[]]
    for line in map(str.strip, lines):
        if line.casefold() in marks:
            found.append([])
        else:
            found[-1].append(line)

    return found


def _field(line: str) -> str:
    """Return the field of a line's label; empty without one."""
    said = labeled(line, LABELS)
    return said.field if said else ""


def _without_cover(lines: list[str]) -> list[str]:
    """Cut the cover off before the first article; it is told by its words, not by empty lines."""
    if not _has_cover(lines):
        return lines

    head = [(number, line) for number, line in enumerate(lines[: _head_end(lines)]) if line]
    date = date_at([line for _, line in head], first=2)
    if date is None:
        return lines

    (headline, title), (outlet, _) = head[date - 2], head[date - 1]
    if _ends_cover(title, is_apart=headline + 1 < outlet):
        return lines[outlet:]

    return lines[_first_of_headline(lines, headline) :]


def _has_cover(lines: Lines) -> bool:
    first = lines[:_COVER_LINES]
    return any(map(_COUNT.match, first)) or any(map(_READER.match, first))


def _first_of_headline(lines: Lines, last: int) -> int:
    """Return where a headline begins that may stand in several paragraphs."""
    begin = last
    while begin and lines[begin - 1] and not _COVER_TITLE.match(lines[begin - 1]):
        begin -= 1

    return begin


def _ends_cover(line: str, *, is_apart: bool) -> bool:
    """Say whether the line above an outlet is of the cover: the article has no headline then.

    A headline that is like a title there, "1. FC Dullport loses", has its outlet right below.
    """
    cover = _COVER_TITLE if is_apart else _COVER
    return cover.match(line) is not None


def _head_end(lines: Lines) -> int:
    """Return where the head ends: at the copyright, else at the first label, else at the body."""
    # "Copyright law fails the ferry" is a headline; outlet and date stand above the end.
    printed = [number for number, line in enumerate(lines) if line]
    end = first_at(lines, _ends_head, begin=[*printed, 0, 0][_HEAD_LINES - 1] + 1)
    return len(lines) if end is None else end


def _ends_head(line: str) -> bool:
    opens = COPYRIGHT.match(line) or _opens_body(line)
    return bool(opens) or _field(line) in _HEAD_FIELDS


def _record(lines: Lines) -> Exported:
    record = Exported()
    head_end = _head_end(lines)
    _put_head(record, kept(lines[:head_end]))
    body_at = _body_begin(lines, head_end)
    _put_labels(record, lines[head_end:body_at])
    body_end = _body_end(lines, body_at)
    put_body(record, without_wraps(list(filter(None, lines[body_at:body_end]))))
    put_end(record, lines[body_end:])
    tidy_headline(record)
    return record


def _put_head(record: Exported, head: Lines) -> None:
    """Fill headline, outlet and date: the date stands below the outlet, whatever the headline."""
    date = date_at(head)
    outlet = 1 if date is None else date - 1
    record.put("headline", " ".join(head[:outlet]), "layout")
    record.put("publisher", " ".join(head[outlet : outlet + 1]), "layout")
    put_date(record, head[outlet + 1 :])


def _body_begin(lines: Lines, begin: int) -> int:
    """Return where the body begins: behind "Body"; where that is missing, behind the labels."""
    named = first_at(lines, _opens_body, begin)
    if named is not None:
        return named + 1

    text_at = first_at(lines, _is_of_text, begin)
    return len(lines) if text_at is None else text_at


def _is_of_text(line: str) -> bool:
    is_of_head = _ends_head(line) or _is_unknown(line)
    return not is_of_head


def _opens_body(line: str) -> bool:
    return line.casefold() in _BODY


def _put_labels(record: Exported, lines: Lines) -> None:
    """Fill the copyright and the labels below it; a value may go on without a label."""
    field, label = "credit", ""
    for line in filter(None, lines):
        said = labeled(line, LABELS) or unknown_label(record, line)
        if said:
            field, label, line = said.field, said.label, said.value

        if field == "credit":
            record.credit = f"{record.credit} {line}".strip()
        elif not _opens_body(line):
            put_label(record, field, line, label)


def _body_end(lines: Lines, begin: int) -> int:
    """Return where the body ends: at the last block of each kind, or at the load date."""
    end, seen = len(lines), set()
    for number in range(len(lines) - 1, begin - 1, -1):
        field = _field(lines[number])
        name = field if field == "load_date" else BLOCKS.get(lines[number].casefold(), "")
        # The body may hold a line "Notes", or "Load-Date: May 2", too.
        is_last = name not in seen and end - number <= _LONGEST_BLOCK.get(name, 0)
        if is_last:
            end = number
            seen.add(name)

    return end - n_at_start(reversed(lines[begin:end]), _is_unknown)


def _is_unknown(line: str) -> bool:
    """Say whether a line below the body is a label of a language that is not known, or blank."""
    return not line or UNKNOWN_LABEL.match(line) is not None
