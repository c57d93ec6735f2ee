"""Nexis Uni and Lexis Advance, Word documents: a cover, then articles that say where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.labels import Labeled, labeled
from newskit.reading.exports.nexis_fields import (
    COPYRIGHT,
    LABELS,
    date_at,
    put_body,
    put_date,
    put_end,
    put_label,
)
from newskit.reading.exports.wrapping import without_wraps

_END = frozenset(("end of document", "ende des dokuments", "fin du document", "einde van document"))
_BODY = frozenset(("body", "volltext", "corps", "texte", "tekst", "full text"))
_COUNT = re.compile(r"\s*(?:documents?|dokumente?|documenten)\s*\((?P<n>\d+)\)\s*$", re.IGNORECASE)
_COVER = re.compile(
    r"\s*(?:user name:|date and time:|job number:|documents? \(|client/matter:"
    r"|search terms:|search type:|narrowed by|content type(?:$|\|)|news(?:$|\|)|sources?:|content type:|timeline:|language:)",
    re.IGNORECASE,
)
_COVER_TITLE = re.compile(rf"\s*\d+\.\s|{_COVER.pattern}", re.IGNORECASE)
_COVER_LINES = 60
_HEAD_LINES = 2  # outlet and date: a wire flash has no headline
_HEAD_FIELDS = frozenset(
    ("section", "length", "byline", "dateline", "standfirst", "series", "distribution", "guests",
     "correction_date")
)  # fmt: skip
_LONGEST_BLOCK = {"graphic": 40, "classification": 60, "correction": 12, "notes": 12}
"""Lines below "Graphic" and its kin: what is longer is a subhead and the rest of the body."""
_CUT = "The article is cut off: there is no end of the document behind its last line {!r}"


def looks_like(content: Content) -> bool:
    """Say whether a document of Word says where its articles end, or is one such article."""
    if not content.is_zip:
        return False

    return is_nexis(content.document.lines)


def is_nexis(lines: Sequence[str]) -> bool:
    """Say whether lines are of this layout: an end mark, or the labels of one article."""
    bare = {line.strip().casefold() for line in lines}
    if bare & _END:
        return True

    has_length = any(said.field == "length" for said in _labels(lines))
    return has_length and bool(bare & _BODY)


def stated(content: Content) -> int | None:
    """Return the number on the cover."""
    return stated_in(content.document.lines)


def stated_in(lines: Sequence[str]) -> int | None:
    """Return the number that a cover states."""
    found = filter(None, map(_COUNT.match, lines[:_COVER_LINES]))
    return next((int(match["n"]) for match in found), None)


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a document."""
    return records_in(content.document.lines, content.document.damage)


def records_in(lines: Sequence[str], damage: str | None = None) -> Iterator[Exported]:
    """Return the articles of lines of this layout; what stands behind the last end is cut off."""
    article: list[str] = []
    number = 0
    for line in map(str.strip, lines):
        if line.casefold() not in _END:
            article.append(line)
            continue

        number += 1
        yield _record(_without_cover(article) if number == 1 else article)
        article = []

    rest = _without_cover(article) if number == 0 else article
    is_article = any(map(str.strip, rest)) and any(True for _ in _labels(rest))
    if is_article:
        cut = _record(rest)
        # One article without an end mark is what newer downloads are.
        if number or damage:
            last = next(line for line in reversed(rest) if line)
            cut.error = damage or _CUT.format(last[:80])

        yield cut
    elif damage:
        yield Exported(error=damage)


def _labels(lines: Sequence[str]) -> Iterator[Labeled]:
    return filter(None, (labeled(line, LABELS) for line in lines))


def _without_cover(lines: list[str]) -> list[str]:
    """Cut the cover off before the first article; it is told by its words, not by empty lines."""
    head = [(number, line) for number, line in enumerate(lines[: _head_end(lines)]) if line]
    is_cover = any(_COUNT.match(line) or line.startswith("User Name:") for _, line in head)
    date = date_at([line for _, line in head], first=2)
    if not is_cover or date is None:
        return lines

    # An article without a headline: above its outlet stands the end of the cover. A headline that
    # is like a line of it, "1. FC Dullport loses", has its outlet right below.
    headline, outlet = head[date - 2], head[date - 1]
    is_apart = headline[0] + 1 < outlet[0]
    if _COVER.match(headline[1]) or (is_apart and _COVER_TITLE.match(headline[1])):
        return lines[outlet[0] :]

    begin = headline[0]
    while begin and lines[begin - 1] and not _COVER_TITLE.match(lines[begin - 1]):
        begin -= 1

    return lines[begin:]


def _head_end(lines: Sequence[str]) -> int:
    """Return where the head ends: at the copyright, else at the first label, else at the body."""
    n_above = 0
    for number, line in enumerate(lines):
        said = labeled(line, LABELS)
        is_label = said is not None and said.field in _HEAD_FIELDS
        is_end = is_label or line.casefold() in _BODY or COPYRIGHT.match(line)
        # "Copyright law fails the ferry" is a headline; outlet and date stand above the end.
        if is_end and n_above >= _HEAD_LINES:
            return number

        n_above += bool(line)

    return len(lines)


def _record(lines: list[str]) -> Exported:
    record = Exported()
    head_end = _head_end(lines)
    _put_head(record, [line for line in lines[:head_end] if line])
    body_at = _put_labels(record, lines, head_end)
    body_end = _body_end(lines, body_at)
    put_body(record, without_wraps([line for line in lines[body_at:body_end] if line]))
    put_end(record, lines[body_end:])
    return record


def _put_head(record: Exported, head: list[str]) -> None:
    """Fill headline, outlet and date: the date stands below the outlet, whatever the headline."""
    date = date_at(head)
    if date is None:
        headline, outlet, below = head[:1], head[1:2], head[2:]
    else:
        headline, outlet, below = head[: date - 1], head[date - 1 : date], head[date:]

    record.put("headline", " ".join(headline), "layout")
    record.put("publisher", " ".join(outlet), "layout")
    put_date(record, below)


def _put_labels(
    record: Exported,
    lines: Sequence[str],
    begin: int,
) -> int:
    """Fill what stands between head and body, and return where the body begins."""
    bodies = (n for n in range(begin, len(lines)) if lines[n].casefold() in _BODY)
    body_at = next(bodies, None)
    field, label, last = "credit", "", begin
    for number in range(begin, len(lines) if body_at is None else body_at):
        line = lines[number]
        said = labeled(line, LABELS)
        if said and (body_at or said.field in _HEAD_FIELDS):
            field, label, last = said.field, said.label, number + 1
            put_label(record, field, said.value, label)
        elif line and field == "credit":
            record.credit = f"{record.credit} {line}".strip()
            last = number + 1
        elif line and body_at is None:
            break
        elif line:
            put_label(record, field, line, label)

    return last if body_at is None else body_at + 1


def _body_end(lines: Sequence[str], begin: int) -> int:
    """Return where the body ends: at the last block of each kind, or at the load date."""
    end, seen = len(lines), set()
    for number in range(len(lines) - 1, begin - 1, -1):
        said = labeled(lines[number], LABELS)
        is_load_date = said is not None and said.field == "load_date"
        name = "load date" if is_load_date else lines[number].casefold()
        # The body may hold a line "Notes", or "Load-Date: May 2", too.
        most = _LONGEST_BLOCK.get(name, 1 + _LONGEST_BLOCK["classification"] * is_load_date)
        is_block = is_load_date or name in _LONGEST_BLOCK
        if is_block and name not in seen and end - number <= most:
            end = number
            seen.add(name)

    return end
