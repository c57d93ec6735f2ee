"""Older Nexis: from the blocks of an article to its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from newskit.reading.exports.exported import Exported
from newskit.reading.exports.nexis_fields import (
    put_body,
    put_date,
    put_end,
    put_label,
    tidy_headline,
)
from newskit.reading.exports.nexis_parts import Blocks, date_end, parts_of
from newskit.reading.exports.outlet_names import outlet_in_copyright
from newskit.reading.exports.pieces import divided_at, first_at, n_at_start
from newskit.reading.exports.printed_blocks import PrintedBlock, joined
from newskit.reading.exports.wrapping import joined_blocks

_EDITION = re.compile(
    r"^.{0,40}\b(?:edition|ausgabe|editie|édition|udgave)\b.{0,20}$", re.IGNORECASE
)
_N_WORDS = re.compile(r"\s*(\d{1,2})\b(?![.,]\d)")
_WRAPPED = 100
"""Characters: longer lines are paragraphs of their own."""
_FEWEST_UNKNOWN = 2
"""Labels in a row that are not known: one alone may be a line of the body."""
_NOT_KNOWN = "labels of a language that is not known were kept in extra: {}"


def article_of(blocks: Blocks) -> Exported:
    """Return the article of blocks; labels or a copyright close it."""
    record = Exported()
    head, body, tail = parts_of(blocks)
    opening = _put_head(record, head)
    labels = [block.label for block in head]
    if not tail and not any(labels):
        body = _without_unknown(record, body)

    put_body(record, [opening, *_paragraphs(body)])
    put_end(record, _tail_lines(tail))
    record.is_closed = bool(tail)
    tidy_headline(record)
    _mend_flash(record)
    return record


def _mend_flash(record: Exported) -> None:
    """Let the one line of a flash be its text, where the number of words is that of the line."""
    length = _N_WORDS.match(str(record.extra.get("length", "")))
    n_words = len(record.headline.split())
    if length and not record.paragraphs and 0 <= n_words - int(length[1]) <= 1:
        record.paragraphs = [record.headline]
        record.headline = ""


def _put_head(record: Exported, head: Blocks) -> str:
    """Fill what stands above the first label, and the labels; return what "BODY:" opens with."""
    credits: list[PrintedBlock] = []
    above: list[PrintedBlock] = []
    opening = ""
    for block in head:
        if block.label:
            put_label(record, block.field, block.label.value, block.label.label)
            opening = block.label.value if block.field == "body" else ""
        elif block.is_copyright:
            credits.append(block)
        elif record.found and block.unknown_label:
            label, _, value = block.text.partition(": ")
            record.put(label, value, "layout")
        else:
            above.append(block)

    record.put("credit", joined(credits), "layout")
    is_named = not any(block.is_date for block in above[:1])
    outlet = joined(above[:1]) if is_named else outlet_in_copyright(record.credit)
    record.put("publisher", outlet, "layout")
    _put_publication(record, above[is_named:])
    return opening


def _put_publication(record: Exported, above: Blocks) -> None:
    """Fill date and headline from the blocks below the outlet that have no label."""
    date = first_at(above, lambda block: block.is_date)
    if date is None:
        record.put("headline", joined(above), "layout")
        return

    end = date_end(above, date)
    while end + 1 < len(above) and _EDITION.search(above[end].text):
        end += 1

    lines = chain.from_iterable(block.lines for block in above[date:end])
    put_date(record, list(lines))
    notices, titles = above[:date], above[end:]
    if not record.headline and not titles:
        # Of wire copy the headline stands above the date, below who distributes it.
        notices = [block for block in above[:date] if block.is_notice]
        titles = above[len(notices) : date]

    record.put("headline", joined(titles), "layout")
    record.put("notice", joined(notices), "layout")

def _without_unknown(record: Exported, body: Blocks) -> Blocks:
    """Take labels that are not known out of both ends of a body, where several stand in a row."""
    matches = [block.unknown_label for block in body]
    first, last = _n_in_a_row(matches), _n_in_a_row(matches[::-1])
    end = len(body) - last
    unknown = list(filter(None, matches[:first] + matches[end:]))
    for match in unknown:
        record.put(match["label"], match["value"], "layout")

    if unknown:
        record.warn(_NOT_KNOWN.format(", ".join(match["label"] for match in unknown)))

    return body[first:end]


def _n_in_a_row(matches: Sequence[re.Match[str] | None]) -> int:
    """Return how many match at the beginning; one alone may be a line of the body."""
    n = n_at_start(matches, bool)
    is_some = _FEWEST_UNKNOWN <= n < len(matches)
    return n if is_some else 0


def _paragraphs(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if max(map(len, block.lines)) > _WRAPPED:
            yield from map(str.strip, block.lines)
        else:
            yield from joined_blocks(block.lines)


def _tail_lines(blocks: Blocks) -> Iterator[str]:
    """Return the labels of the tail, a line each; values wrap onto the next lines."""
    for block in blocks:
        begins = [0]
        for number, line in enumerate(block.lines[1:], start=1):
            if PrintedBlock([line]).label:
                begins.append(number)

        yield from map(" ".join, divided_at(block.lines, begins))
