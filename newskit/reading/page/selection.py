"""Which blocks of a page are its article's: those that are not boilerplate, nor printed twice."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.reading.page.author_names import initials, signature
from newskit.reading.page.boxes import Block
from newskit.reading.page.titles import key_of
from newskit.reading.page.words import any_phrase
from newskit.reading.shared.boilerplate import effect_of
from newskit.reading.shared.bylines import is_about, is_name, is_role
from newskit.reading.shared.lines import TextLine
from newskit.reading.shared.timestamp_line import stamp_of

# Letters of a line that is not said twice by chance.
REPEATED = 40
# Characters below which a line can open the box below an article.
MAX_OVER = 400
# Characters of a line that only names authors; letters beside the names: "Ann Lee, Berlin".
MAX_NAMES, BESIDE_NAMES = 120, 12
# Characters of a title or a tag below a pointer.
MAX_TITLE = 60
# Characters of a line that prints a time.
MAX_TIME = 80
# Characters of a pointer with a title behind it.
MAX_POINTER = 150
# Characters of a source or a byline below an article.
MAX_SCRAP = 90

_POINTER = re.compile(rf"\W*{any_phrase('pointer')}\W*", re.IGNORECASE)
# "→ The ferry", "Lire aussi La natalité menacée": a pointer with its title in one line.
_POINTS = re.compile(rf"[→>▶►]\s*\S|\W*{any_phrase('pointer')}\b", re.IGNORECASE)
_SCRAP = re.compile(rf"\W*{any_phrase('scrap')}\W*", re.IGNORECASE)
_PUBLISHED = re.compile(rf"\W*{any_phrase('published_label')}\b.*\d", re.IGNORECASE)
_SOURCE = re.compile(rf"{any_phrase('source_label')}\s*:", re.IGNORECASE)
_BYLINE = re.compile(rf"{any_phrase('by')} [A-Z]", re.IGNORECASE)
_OVER = re.compile(rf"(?!.{{{MAX_OVER}}})\W*{any_phrase('over')}", re.IGNORECASE)
# Who helped, below an article; and what stands in for what another site embeds.
_BESIDE = re.compile(
    rf"(?!.{{{MAX_OVER}}})\W*{any_phrase('contributors', 'consent')}", re.IGNORECASE
)
_ONE_WORD = re.compile(r"[!-~]*[A-Za-z]")
# A line that is nothing but the time of publication, in Chinese or Japanese.
_EAST_ASIAN_TIME = re.compile(
    r"\W*\d{4}年\d{1,2}月\d{1,2}日[\d\s年月日時时分更新公開发布配信来源():（）：]{0,60}"
)


class BodyLine(NamedTuple):
    """A block, and what is known of it before it is judged."""

    block: Block
    text: str
    key: str
    line: TextLine
    # What the rules of pasted text say that it does to the body.
    effect: str | None
    # Whether it is a paragraph as short as a scrap.
    is_short: bool
    # Whether it is a short line that does not end like a sentence.
    could_be_title: bool


def selected(
    blocks: list[Block],
    known: set[str],
    authors: list[str],
    may_end: bool = True,
) -> list[Block]:
    """Leave out what is printed elsewhere and boilerplate; promos at the end end the body."""
    against = (_is_boilerplate, _is_scrap, _is_label, _is_timestamp)
    told = known | {""}
    kept: list[Block] = []
    is_pointed = False
    for line in map(_body_line, blocks):
        if line.key in told or _is_names_only(line, authors):
            continue

        if may_end and _is_end(line, len(kept)):
            break

        # Below "Read also", short lines are titles of other articles, or tags.
        is_title = is_pointed and line.could_be_title
        is_pointed = is_title or bool(_POINTER.fullmatch(line.text))
        if is_pointed or is_about(line.text, authors):
            continue

        # "Courier Staff Writer" stands below the byline.
        if not kept and is_role(line.line):
            continue

        if any(rule(line) for rule in against):
            continue

        kept.append(line.block)
        if len(line.key) > REPEATED:
            told.add(line.key)

    # The subhead of a box that was left out.
    while kept and kept[-1].kind == "subhead":
        kept.pop()

    return kept


def _body_line(block: Block) -> BodyLine:
    """Return a block with all that the rules ask of it."""
    text = block.text
    bullet = block.kind == "item"
    line = TextLine(text, 0, alone=True, bullet=bullet, indent=0, repeated=False)

    # Subheads may be one word, and end like titles do.
    is_short = block.kind == "paragraph" and len(text) <= MAX_SCRAP
    could_be_title = block.kind != "subhead" and len(text) <= MAX_TITLE and not line.closed
    return BodyLine(
        block,
        text,
        key=key_of(text),
        line=line,
        effect=effect_of(line),
        is_short=is_short,
        could_be_title=could_be_title,
    )


def _is_names_only(line: BodyLine, authors: list[str]) -> bool:
    """Say whether a line is little more than the authors' names."""
    # What is left may be a place, "and", or what links to a profile.
    rest = line.key
    for author in authors:
        rest = rest.replace(key_of(author), "")

    is_little = len(rest) < len(line.key) and len(rest) <= BESIDE_NAMES
    return is_little and len(line.text) <= MAX_NAMES


def _is_end(line: BodyLine, kept: int) -> bool:
    """Say whether the body is over, with so many blocks of it kept."""
    # Some pages print the same lines above the body.
    if line.effect == "end" and kept > 2:
        return True

    return kept > 1 and bool(_OVER.match(line.text))


def _is_boilerplate(line: BodyLine) -> bool:
    return line.effect is not None or bool(_BESIDE.match(line.text))


def _is_scrap(line: BodyLine) -> bool:
    """Say whether it is one word without a final mark, and not a signature: "Advertisement"."""
    if _SCRAP.fullmatch(line.text):
        return True

    is_word = line.is_short and bool(_ONE_WORD.fullmatch(line.text))
    return is_word and not signature(line.text, "")


def _is_label(line: BodyLine) -> bool:
    """Say whether it names a source, an author or a title: "Source: Port Office", "By Ann Lee"."""
    if len(line.text) <= MAX_POINTER and not line.line.closed and _POINTS.match(line.text):
        return True

    if not line.is_short:
        return False

    is_byline = _BYLINE.match(line.text) and is_name(line.text.split(" ", 1)[1])
    return bool(is_byline or _SOURCE.match(line.text))


def _is_timestamp(line: BodyLine) -> bool:
    """Say whether it prints when the article was published."""
    if _EAST_ASIAN_TIME.fullmatch(line.text):
        return True

    # Sentences name days, too; and so do lines that say who wrote it.
    is_other = line.text.rstrip().endswith((".", "?", "!")) or initials(line.text) != []
    if len(line.text) >= MAX_TIME or is_other:
        return False

    return stamp_of(line.line) is not None or bool(_PUBLISHED.match(line.text))
