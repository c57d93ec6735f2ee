"""Older Nexis: an article as blocks between blank lines, in whichever of five orders they stand.

A, UK and Germany: outlet, date, headline, labels, body. B, USA: copyright, outlet, date, labels,
one of them the headline, and "BODY:". C, the Netherlands: as B, the date twice. D, wires: outlet,
headline, date, body, labels below. E, transcripts: outlet, notice, date, "SHOW:", headline, labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from newskit.reading.exports.date_lines import read_clock, read_date
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.labels import Labeled, labeled
from newskit.reading.exports.nexis_fields import (
    COPYRIGHT,
    LABELS,
    put_body,
    put_date,
    put_end,
    put_label,
)
from newskit.reading.exports.wrapping import joined_blocks

_HEAD_FIELDS = frozenset(
    ("byline", "section", "length", "headline", "standfirst", "dateline", "body", "series", "show",
     "guests", "anchors", "distribution", "correction_date", "url", "issue", "type", "column")
)  # fmt: skip
_BEFORE_LENGTH = frozenset(("section", "show", "issue"))
"""Never below the length: "SECTION: A was full" is a line of a body."""
_TAIL_ONLY = frozenset(
    ("load_date", "language", "publication_type", "journal_code", "caption", "subject", "company",
     "organization", "ticker", "industry", "geographic", "person", "correction", "transcript",
     "bio", "accession", "isbn", "notes")
)  # fmt: skip
_TAIL_FIELDS = _TAIL_ONLY | {"section", "length", "series", "correction_date", "url", "type"}
_NOTICE = re.compile(r"(?:distributed|prepared|provided|supplied|published) by\b", re.IGNORECASE)
CENTERED = 6
"""Blanks before a line that is centered; a headline stands at the margin."""
_HEAD_BLOCKS, _DATE_BLOCKS = 12, 7
"""Blocks in which the labels of a head begin, and in which its date stands."""
_CAPTION_BLOCKS, _LONGEST_CAPTION = 10, 600
"""Blocks below "GRAPHIC:", and characters of one; a longer one is a paragraph."""
_NAMED_HEADLINES = frozenset(("headline", "show", "body"))
"""Labels of the orders in which more than the outlet may stand above the date."""
_MOST_UNLABELED = 3
"""Blocks between date and labels: a headline, another one; more are paragraphs of a wire."""
_WRAPPED = 100
"""Characters: longer lines are paragraphs of their own."""


class Block(NamedTuple):
    """Lines between two blank lines."""

    lines: list[str]
    indent: int = 0

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(" ".join(self.lines).split())

    @property
    def label(self) -> Labeled | None:
        """What its label says, if it opens with one, in capitals."""
        said = labeled(self.text, LABELS)
        return said if said and said.label == said.label.upper() else None

    @property
    def is_date(self) -> bool:
        """Whether it opens with a date."""
        return read_date(self.lines[0]) is not None

    @property
    def is_copyright(self) -> bool:
        """Whether it is a copyright line."""
        return COPYRIGHT.match(self.lines[0]) is not None


class Parts(NamedTuple):
    """The blocks of an article: its head, its body, and the labels below."""

    head: list[Block]
    body: list[Block]
    tail: list[Block]


def article_of(blocks: Sequence[Block]) -> tuple[Exported, bool]:
    """Return the article of blocks, and whether labels or a copyright close it."""
    record = Exported()
    parts = parts_of(list(blocks))
    _put_head(record, parts.head)
    first = [block for block in parts.head if _field(block) == "body"]
    opening = [Block([first[0].label.value])] if first and first[0].label else []
    put_body(record, list(_paragraphs([*opening, *parts.body])))
    put_end(record, _tail_lines(parts.tail))
    return record, bool(parts.tail)


def parts_of(blocks: list[Block]) -> Parts:
    """Divide blocks into head, body and tail."""
    head = _head_end(blocks)
    seen = {_field(block) for block in blocks[:head]}
    tail = max(head, _tail_begin(blocks, head, seen))
    return Parts(blocks[:head], blocks[head:tail], blocks[tail:])


def _field(block: Block) -> str:
    return block.label.field if block.label else ""


def _head_end(blocks: Sequence[Block]) -> int:
    """Return where the body begins: behind the last label of the head."""
    seen: set[str] = set()
    end = 0
    for number, block in enumerate(blocks):
        field = _field(block)
        is_head = field in _HEAD_FIELDS and (field not in seen or field == "byline")
        is_late = field in _BEFORE_LENGTH and "length" in seen
        if is_head and not is_late:
            seen.add(field)
            end = number + 1
            if field == "body":
                break
        # Behind "SHOW:" stands the headline of a transcript; elsewhere it stood above the labels.
        elif seen and not (seen == {"show"} and not field):
            break
        elif number >= _HEAD_BLOCKS:
            break

    is_bare = not end or _is_wire(blocks, end) or _n_unlabeled(blocks, end) > _MOST_UNLABELED
    return _bare_head_end(blocks) if is_bare else end


def _is_wire(blocks: Sequence[Block], end: int) -> bool:
    """Say whether the first labels stand below the body: wires have none above it."""
    date = _date_at(blocks)
    first = next((n for n, block in enumerate(blocks) if block.label), end)
    is_below_headline = date is not None and date > _outlet_at(blocks) + 1
    fields = {_field(block) for block in blocks[first:end]}
    is_closed = end == len(blocks) or _field(blocks[end]) in _TAIL_ONLY
    return is_below_headline and is_closed and not fields & _NAMED_HEADLINES


def _n_unlabeled(blocks: Sequence[Block], end: int) -> int:
    """Return how many blocks without a label stand below the date: a headline is one or two."""
    date = _date_at(blocks) or 0
    flush = [block for block in blocks[date + 1 : end] if not _belongs_to_date(block)]
    return sum(block.label is None for block in flush)


def _bare_head_end(blocks: Sequence[Block]) -> int:
    """Return where a head without labels ends: behind date and clock, or behind the headline."""
    date = _date_at(blocks)
    if date is None:
        return min(len(blocks), 1)

    end = date + 1
    while end < len(blocks) and _belongs_to_date(blocks[end]):
        end += 1

    # In wire copy the headline stood above the date.
    n_above = sum(not block.is_copyright for block in blocks[:date])
    has_headline = n_above > 1 or end >= len(blocks)
    return end if has_headline else end + 1


def _belongs_to_date(block: Block) -> bool:
    return block.is_date or bool(read_clock(block.text)) or block.indent >= CENTERED


def _date_at(blocks: Sequence[Block]) -> int | None:
    # Below the outlet: a headline may be a date, too.
    places = range(_outlet_at(blocks) + 1, min(len(blocks), _DATE_BLOCKS))
    return next((number for number in places if blocks[number].is_date), None)


def _outlet_at(blocks: Sequence[Block]) -> int:
    return sum(1 for _ in takewhile(lambda block: block.is_copyright, blocks))


def _tail_begin(
    blocks: Sequence[Block],
    head: int,
    seen: set[str],
) -> int:
    """Return where the last run of labels begins; what the head has said is not said again."""
    begin = len(blocks)
    while begin > head and _is_tail(blocks[begin - 1], seen):
        begin -= 1

    # Below the first block of captions others follow, without a label.
    nearest = range(begin - 1, max(head, begin - _CAPTION_BLOCKS) - 1, -1)
    for number in nearest:
        if len(blocks[number].text) > _LONGEST_CAPTION:
            break

        is_in_tail = begin < len(blocks) or _field(blocks[number - 1]) in _TAIL_FIELDS
        if _field(blocks[number]) in ("caption", "correction") and is_in_tail:
            return _tail_begin(blocks[:number], head, seen)

    return begin


def _is_tail(block: Block, seen: set[str]) -> bool:
    field = _field(block)
    is_again = field in seen and field not in _TAIL_ONLY
    return block.is_copyright or (field in _TAIL_FIELDS and not is_again)


def _put_head(record: Exported, head: Sequence[Block]) -> None:
    """Fill what stands above the first label, and the labels."""
    _put_credits(record, [block for block in head if block.is_copyright])
    unlabeled = [block for block in head if not block.is_copyright]
    labels = [block for block in unlabeled if block.label]
    above = [block for block in unlabeled if not block.label]
    for block in labels:
        said = block.label
        if said:
            put_label(record, said.field, said.value, said.label)

    if above:
        record.put("publisher", above[0].text, "layout")

    date = next((n for n in range(1, len(above)) if above[n].is_date), None)
    if date is None:
        _put_headline(record, above[1:])
        return

    below = date + 1
    while below < len(above) and _belongs_to_date(above[below]):
        below += 1

    put_date(record, [line for block in above[date:below] for line in block.lines])
    between, headlines = above[1:date], above[below:]
    if not headlines and not record.headline:
        headlines = [block for block in between if not _NOTICE.match(block.text)]
        between = [block for block in between if block not in headlines]

    _put_headline(record, headlines)
    record.put("notice", " ".join(block.text for block in between), "layout")


def _put_headline(record: Exported, blocks: Sequence[Block]) -> None:
    record.put("headline", " ".join(block.text for block in blocks), "layout")


def _put_credits(record: Exported, blocks: Sequence[Block]) -> None:
    record.put("credit", " ".join(block.text for block in blocks), "layout")


def _paragraphs(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if max(map(len, block.lines)) > _WRAPPED:
            yield from map(str.strip, block.lines)
        else:
            yield from joined_blocks(block.lines)


def _tail_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Return the labels of the tail, a line each; values wrap onto the next lines."""
    for block in blocks:
        labels = [n for n, line in enumerate(block.lines) if n == 0 or Block([line]).label]
        for begin, end in zip(labels, [*labels[1:], len(block.lines)], strict=True):
            yield " ".join(block.lines[begin:end])
