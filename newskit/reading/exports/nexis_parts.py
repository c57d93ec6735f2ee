"""Older Nexis: which blocks are the head of an article, its body, and the labels below it.

A, UK and Germany: outlet, date, headline, labels, body. B, USA: copyright, outlet, date, labels,
one of them the headline, and "BODY:". C, the Netherlands: as B, the date twice. D, wires: outlet,
headline, date, body, labels below. E, transcripts: outlet, notice, date, "SHOW:", headline, labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from newskit.csv_files import rule_words
from newskit.reading.exports.nexis_fields import COPYRIGHT
from newskit.reading.exports.printed_blocks import CENTERED, PrintedBlock

_FIELDS = rule_words(__package__, "fields.csv")
_TAIL_FIELDS = _FIELDS["tail"] | _FIELDS["either"]
_JOINED_BLOCKS = 3
"""Blocks in which copyright, outlet and date stand."""
_HEAD_BLOCKS, _DATE_BLOCKS = 12, 7
"""Blocks in which the labels of a head begin, and in which its date stands."""
_MOST_UNLABELED = 3
"""Blocks between date and labels: a headline, another one; more are paragraphs of a wire."""
_CAPTION_BLOCKS, _LONGEST_CAPTION = 10, 600
"""Blocks below "GRAPHIC:", and characters of one; a longer one is a paragraph."""

Blocks = Sequence[PrintedBlock]


class Parts(NamedTuple):
    """The blocks of an article: its head, its body, and the labels below."""

    head: Blocks
    body: Blocks
    tail: Blocks


def parts_of(blocks: Blocks) -> Parts:
    """Divide the blocks of an article."""
    blocks = _one_by_one(blocks)
    head = _head_end(blocks)
    tail = _tail_begin(blocks, head)
    return Parts(blocks[:head], blocks[head:tail], blocks[tail:])


def _one_by_one(blocks: Blocks) -> list[PrintedBlock]:
    """Divide first blocks that hold more than one thing: copyright and outlet, outlet and date."""
    divided: list[PrintedBlock] = []
    for block in blocks[:_JOINED_BLOCKS]:
        is_first = block is blocks[0]
        divided += _cut_at(block, _date_line(block)) if is_first or block.is_centered else [block]

    follows = divided[1:2]
    if any(block.is_date or block.is_notice for block in follows):
        divided[:1] = _cut_at(divided[0], _outlet_line(divided[0]))

    return [*divided, *blocks[_JOINED_BLOCKS:]]


def _cut_at(block: PrintedBlock, line: int) -> list[PrintedBlock]:
    """Return a block in two; whole, where the line is its first."""
    if line == 0:
        return [block]

    return [PrintedBlock(block.lines[:line], CENTERED), PrintedBlock(block.lines[line:], CENTERED)]


def _date_line(block: PrintedBlock) -> int:
    """Return which line of a block is the date; 0 for none."""
    if block.is_date:
        return 0

    dates = (n for n, line in enumerate(block.lines) if PrintedBlock([line]).is_date)
    return next(dates, 0)


def _outlet_line(block: PrintedBlock) -> int:
    """Return which line of a copyright is the outlet: its last, where the date follows at once."""
    last = len(block.lines) - 1
    is_outlet = block.is_copyright and not COPYRIGHT.match(block.lines[last])
    return last if is_outlet else 0


def outlet_at(blocks: Blocks) -> int:
    """Return which block is the outlet: the first that is no copyright."""
    return sum(1 for _ in takewhile(lambda block: block.is_copyright, blocks))


def date_at(blocks: Blocks) -> int | None:
    """Return which block is the date: one below the outlet, for a headline may be a date, too."""
    places = range(outlet_at(blocks) + 1, min(len(blocks), _DATE_BLOCKS))
    return next((number for number in places if blocks[number].is_date), None)


def date_end(blocks: Blocks, date: int) -> int:
    """Return where the line of publication ends: editions, a clock, the date once more."""
    behind = takewhile(lambda block: block.goes_with_date and not block.label, blocks[date + 1 :])
    return date + 1 + sum(1 for _ in behind)


def _head_end(blocks: Blocks) -> int:
    """Return where the body begins: behind the last label of the head."""
    end = _labels_end(blocks)
    n_above = _n_unlabeled(blocks, end)
    is_bare = end == 0 or n_above > _MOST_UNLABELED or _is_wire(blocks, end)
    return _bare_head_end(blocks) if is_bare else end


def _labels_end(blocks: Blocks) -> int:
    """Return where the first run of labels ends; 0 where none begins soon enough."""
    seen: set[str] = set()
    end = 0
    for number, block in enumerate(blocks):
        if _continues_head(block, seen):
            seen.add(block.field)
            end = number + 1
        elif not _may_stand_among_labels(block, seen) or number >= _HEAD_BLOCKS:
            break

        if block.field == "body":
            break

    return end


def _continues_head(block: PrintedBlock, seen: set[str]) -> bool:
    """Say whether a block is the next label of a head; but for bylines, no label comes twice."""
    is_new = block.field not in seen or block.field == "byline"
    is_late = block.field in _FIELDS["before_length"] and "length" in seen
    return block.field in _FIELDS["head"] and is_new and not is_late


def _may_stand_among_labels(block: PrintedBlock, seen: set[str]) -> bool:
    """Say whether labels may follow: below "SHOW:" stands the headline of a transcript."""
    return not seen or (seen == {"show"} and not block.label)


def _n_unlabeled(blocks: Blocks, end: int) -> int:
    """Return how many blocks without a label stand below the date: a headline is one or two."""
    below = blocks[(date_at(blocks) or 0) + 1 : end]
    return sum(not block.label and not block.goes_with_date for block in below)


def _is_wire(blocks: Blocks, end: int) -> bool:
    """Say whether the first labels stand below the body: wires have none above it."""
    date = date_at(blocks)
    if date is None or date == outlet_at(blocks) + 1:
        return False

    fields = {block.field for block in blocks[:end]}
    is_closed = end == len(blocks) or blocks[end].field in _FIELDS["tail"]
    return is_closed and not fields & _FIELDS["names_headline"]


def _bare_head_end(blocks: Blocks) -> int:
    """Return where a head without labels ends: behind date and clock, or behind the headline."""
    date = date_at(blocks)
    if date is None:
        return min(len(blocks), 1)

    # In wire copy the headline stood above the date.
    end = date_end(blocks, date)
    has_headline = date > outlet_at(blocks) + 1
    return end if has_headline else min(end + 1, len(blocks))


def _tail_begin(blocks: Blocks, head: int) -> int:
    """Return where the last run of labels begins; what the head has said is not said again."""
    seen = {block.field for block in blocks[:head]} - _FIELDS["tail"]
    begin = _run_begin(blocks, head, seen)
    captions = _captions_at(blocks, head, begin)
    while captions is not None:
        begin = _run_begin(blocks[:captions], head, seen)
        captions = _captions_at(blocks, head, begin)

    return begin


def _run_begin(
    blocks: Blocks,
    head: int,
    seen: set[str],
) -> int:
    """Return where the last run of labels begins: a label that it has already is of a body."""
    begin = len(blocks)
    told: set[str] = set()
    while begin > head and _is_tail(blocks[begin - 1], seen):
        label = blocks[begin - 1].label
        if label and label.label in told:
            break

        begin -= 1
        told |= {label.label} if label and label.field not in _FIELDS["goes_on"] else set()

    return begin


def _is_tail(block: PrintedBlock, seen: set[str]) -> bool:
    return block.is_copyright or (block.field in _TAIL_FIELDS and block.field not in seen)


def _captions_at(
    blocks: Blocks,
    head: int,
    begin: int,
) -> int | None:
    """Return where captions begin whose last blocks stand right above the run of labels."""
    for number in range(begin - 1, max(head, begin - _CAPTION_BLOCKS) - 1, -1):
        block = blocks[number]
        if len(block.text) > _LONGEST_CAPTION:
            return None

        is_in_tail = begin < len(blocks) or blocks[number - 1].field in _TAIL_FIELDS
        if block.field in _FIELDS["goes_on"] and is_in_tail:
            return number

    return None
