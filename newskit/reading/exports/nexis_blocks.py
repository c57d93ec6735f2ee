"""Older Nexis: from the blocks of an article to its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

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
    while end + 1 < len(above) and _EDITION.search(above[end].text):
        end += 1

    lines = [block.lines for block in above[date:end]]
    put_date(record, list(chain.from_iterable(lines)))
    notices, titles = _notices_and_titles(above[:date])
    if record.headline or above[end:]:
        notices, titles = above[:date], above[end:]

    record.put("headline", joined(titles), "layout")
    record.put("notice", joined(notices), "layout")


def _notices_and_titles(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Divide what stands above the date of wire copy: who distributes it, and the headline."""
    notices = [block for block in blocks if _NOTICE.match(block.text)]
    return notices, [block for block in blocks if block not in notices]


def _without_unknown(record: Exported, body: Blocks) -> Blocks:
    """Take labels that are not known out of both ends of a body, where several stand in a row."""
    matches = [_UNKNOWN.fullmatch(block.text) for block in body]
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
    n = sum(1 for _ in takewhile(bool, matches))
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
        begins = [n for n, line in enumerate(block.lines) if n == 0 or PrintedBlock([line]).label]
        for begin, end in zip(begins, [*begins[1:], len(block.lines)], strict=True):
            yield " ".join(block.lines[begin:end])
