"""Older Nexis: which blocks are the head of an article, its body, and the labels below it.

A, UK and Germany: outlet, date, headline, labels, body. B, USA: copyright, outlet, date, labels,
one of them the headline, and "BODY:". C, the Netherlands: as B, the date twice. D, wires: outlet,
headline, date, body, labels below. E, transcripts: outlet, notice, date, "SHOW:", headline, labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from newskit.csv_files import rule_words
from newskit.reading.exports.nexis_fields import COPYRIGHT
from newskit.reading.exports.pieces import first_at, n_at_start
from newskit.reading.exports.printed_blocks import CENTERED, PrintedBlock
from newskit.timestamps.date_lines import read_date

_FIELDS = rule_words(__package__, "fields.csv")
_TAIL_FIELDS = _FIELDS["tail"] | _FIELDS["either"]
_JOINED_BLOCKS = 3
"""Blocks in which copyright, outlet and date stand."""
_HEAD_BLOCKS, _DATE_BLOCKS, _BODY_BLOCKS = 12, 7, 18
"""Blocks in which the labels of a head begin, in which its date stands, and "BODY:"."""
_MOST_UNLABELED = 3
"""Blocks between date and labels: a headline, another one; more are paragraphs of a wire."""
_CAPTION_BLOCKS, _LONGEST_CAPTION = 10, 600
"""Blocks below "GRAPHIC:", and characters of one; a longer one is a paragraph."""

_IS_DATE = attrgetter("is_date")

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
        may_hold_date = block.is_centered or block is blocks[0]
        divided += _cut_at(block, _date_line(block) if may_hold_date else 0)

    below = divided[1] if len(divided) > 1 else PrintedBlock([""])
    if below.is_date or below.is_notice:
        divided[:1] = _cut_at(divided[0], _outlet_line(divided[0]))

    return [*divided, *blocks[_JOINED_BLOCKS:]]


def _cut_at(block: PrintedBlock, line: int) -> list[PrintedBlock]:
    """Return a block in two; whole, where the line is its first."""
    if line == 0:
        return [block]

    return [PrintedBlock(block.lines[:line], CENTERED), PrintedBlock(block.lines[line:], CENTERED)]


def _date_line(block: PrintedBlock) -> int:
    """Return which line of a block is the date; 0 for none."""
    return first_at(block.lines, read_date) or 0


def _outlet_line(block: PrintedBlock) -> int:
    """Return which line of a copyright is the outlet: its last, where the date follows at once."""
    last = len(block.lines) - 1
    # "... consent of The" / "Federated Press.": the end of what the copyright says.
    is_sentence = block.lines[last].rstrip().endswith(".")
    is_outlet = block.is_copyright and not COPYRIGHT.match(block.lines[last])
    return last if is_outlet and not is_sentence else 0


def outlet_at(blocks: Blocks) -> int:
    """Return which block is the outlet: the first that is no copyright."""
    return n_at_start(blocks, attrgetter("is_copyright"))


def date_at(blocks: Blocks) -> int | None:
    """Return which block is the date: one below the outlet, for a headline may be a date, too."""
    outlet = outlet_at(blocks)
    # Wires of the 1980s name themselves in the copyright alone: then the date stands below it.
    below = outlet if outlet and first_at(blocks, _IS_DATE, outlet) == outlet else outlet + 1
    return first_at(blocks[:_DATE_BLOCKS], _IS_DATE, below)


def date_end(blocks: Blocks, date: int) -> int:
    """Return where the line of publication ends: editions, a clock, the date once more."""
    return date + 1 + n_at_start(blocks[date + 1 :], attrgetter("is_publication"))


def _head_end(blocks: Blocks) -> int:
    """Return where the body begins: behind the last label of the head."""
    end = _labels_end(blocks)
    n_above = _n_unlabeled(blocks, end)
    is_bare = end == 0 or n_above > _MOST_UNLABELED
    if is_bare or _is_wire(blocks, end):
        return _bare_head_end(blocks)

    return end


def _labels_end(blocks: Blocks) -> int:
    """Return where the first run of labels ends; 0 where none begins soon enough."""
    fields = list(map(attrgetter("field"), blocks[:_BODY_BLOCKS]))
    body = fields.index("body") if "body" in fields else 0
    # Of the labels above it not all are known.
    if body and (blocks[body - 1].label or blocks[body - 1].unknown_label):
        return body + 1

    seen: set[str] = set()
    end = 0
    for number, block in enumerate(blocks):
        if _continues_head(block, seen):
            seen.add(block.field)
            end = number + 1
        elif not _may_stand_among_labels(block, seen) or number >= _HEAD_BLOCKS:
            break

    return end


def _continues_head(block: PrintedBlock, seen: set[str]) -> bool:
    """Say whether a block is the next label of a head; but for bylines, no label comes twice."""
    told = seen - {"byline"}
    if "length" in seen:
        told |= _FIELDS["before_length"]

    return block.field in _FIELDS["head"] - told


def _may_stand_among_labels(block: PrintedBlock, seen: set[str]) -> bool:
    """Say whether labels may follow: below "SHOW:" stands the headline of a transcript."""
    is_headline = seen == {"show"} and not block.label
    return not seen or is_headline


def _n_unlabeled(blocks: Blocks, end: int) -> int:
    """Return how many blocks without a label stand below the date: a headline is one or two."""
    begin = (date_at(blocks) or 0) + 1
    return sum(map(attrgetter("stands_bare"), blocks[begin:end]))


def _is_wire(blocks: Blocks, end: int) -> bool:
    """Say whether the first labels stand below the body: wires have none above it."""
    date = date_at(blocks)
    if date is None or date <= outlet_at(blocks) + 1:
        return False

    fields = list(map(attrgetter("field"), blocks))
    is_closed = set(fields[end : end + 1]) <= _FIELDS["tail"]
    return is_closed and _FIELDS["names_headline"].isdisjoint(fields[:end])


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
    seen = set(map(attrgetter("field"), blocks[:head])) - _FIELDS["tail"]
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
    for block in reversed(blocks[head:]):
        is_tail = block.is_copyright or block.field in _TAIL_FIELDS - seen
        if not is_tail or block.printed_label in told:
            break

        begin -= 1
        if block.field not in _FIELDS["goes_on"]:
            told.add(block.printed_label or block.text)

    return begin


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
