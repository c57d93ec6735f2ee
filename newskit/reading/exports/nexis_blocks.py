"""Older Nexis: from the blocks of an article to its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newskit.reading.exports.exported import Exported
from newskit.reading.exports.nexis_fields import put_body, put_date, put_end, put_label
from newskit.reading.exports.nexis_parts import Blocks, date_end, parts_of
from newskit.reading.exports.printed_blocks import PrintedBlock, joined
from newskit.reading.exports.wrapping import joined_blocks

_NOTICE = re.compile(r"(?:distributed|prepared|provided|supplied|published) by\b", re.IGNORECASE)
_EDITION = re.compile(
    r"^.{0,40}\b(?:edition|ausgabe|editie|édition|udgave)\b.{0,20}$", re.IGNORECASE
)
_WRAPPED = 100
"""Characters: longer lines are paragraphs of their own."""
_UNKNOWN = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ-]{3,24}): +(?P<value>\S.*)")
_FEWEST_UNKNOWN = 2
"""Labels in a row that are not known: one alone may be a line of the body."""
_NOT_KNOWN = "labels of a language that is not known were kept in extra: {}"


def article_of(blocks: Blocks) -> tuple[Exported, bool]:
    """Return the article of blocks, and whether labels or a copyright close it."""
    record = Exported()
    head, body, tail = parts_of(blocks)
    _put_head(record, head)
    opening = [block.label.value for block in head if block.label and block.field == "body"]
    if not tail and not any(block.label for block in head):
        body = _without_unknown(record, body)

    put_body(record, [*filter(None, opening), *_paragraphs(body)])
    put_end(record, _tail_lines(tail))
    return record, bool(tail)


def _put_head(record: Exported, head: Blocks) -> None:
    """Fill what stands above the first label, and the labels."""
    credits = [block for block in head if block.is_copyright]
    record.put("credit", joined(credits), "layout")
    for block in head:
        if block.label:
            put_label(record, block.field, block.label.value, block.label.label)

    above = [block for block in head if not block.label and not block.is_copyright]
    record.put("publisher", joined(above[:1]), "layout")
    _put_publication(record, above[1:])


def _put_publication(record: Exported, above: Blocks) -> None:
    """Fill date and headline from the blocks below the outlet that have no label."""
    date = next((number for number, block in enumerate(above) if block.is_date), None)
    if date is None:
        record.put("headline", joined(above), "layout")
        return

    end = date_end(above, date)
    while len(above) > end + 1 and _EDITION.search(above[end].text):
        end += 1

    put_date(record, [line for block in above[date:end] for line in block.lines])
    between, headlines = above[:date], above[end:]
    if not headlines and not record.headline:
        headlines = [block for block in between if not _NOTICE.match(block.text)]

    record.put("headline", joined(headlines), "layout")
    record.put("notice", joined(block for block in between if block not in headlines), "layout")


def _without_unknown(record: Exported, body: Blocks) -> Blocks:
    """Take labels that are not known out of both ends of a body, where several stand in a row."""
    matches = [_UNKNOWN.fullmatch(block.text) for block in body]
    first, last = 0, len(body)
    while first < last and matches[first]:
        first += 1

    while last > first and matches[last - 1]:
        last -= 1

    first = first if first >= _FEWEST_UNKNOWN else 0
    last = last if len(body) - last >= _FEWEST_UNKNOWN else len(body)
    unknown = [match for match in (*matches[:first], *matches[last:]) if match]
    for match in unknown:
        record.put(match["label"], match["value"], "layout")

    if unknown:
        record.warnings.append(_NOT_KNOWN.format(", ".join(match["label"] for match in unknown)))

    return body[first:last]


def _paragraphs(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if max(map(len, block.lines)) > _WRAPPED:
            yield from map(str.strip, block.lines)
        else:
            yield from joined_blocks(block.lines)


def _tail_lines(blocks: Blocks) -> Iterator[str]:
    """Return the labels of the tail, a line each; values wrap onto the next lines."""
    for block in blocks:
        begins = [n for n, line in enumerate(block.lines) if n == 0 or PrintedBlock([line]).label]
        for begin, end in zip(begins, [*begins[1:], len(block.lines)], strict=True):
            yield " ".join(block.lines[begin:end])
