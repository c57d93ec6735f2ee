"""What is sure enough to overrule the line model: boilerplate is no text, a body goes on."""

from __future__ import annotations

import re
from dataclasses import replace

from newskit.reading.text.line_columns import Columns
from newskit.reading.text.line_facts import BOILERPLATE, LineFacts, TextFacts
from newskit.reading.text.line_kinds import ReadLines

_POINTS, _LOOSE = 6, 3  # lines below "Key points", and with blank lines between
_VIDEO = 2  # lines below "Video": title and summary
_SHORT_NOTE = 400  # characters of a disclosure
_SHORT = 40  # characters of a sentence that ends an article
_TELLING, _SAME = 8, 0.5  # shared words, and their share, of a paragraph behind a break
_SUBHEAD = 0.35  # probability from which a line is a subhead
_LONG_SUBHEAD = 120  # characters
# "Read: ...", "AUDIO: ...", "From the May issue: ...", "A frame (File photo)", "Give today →"
_IS_TITLE = re.compile(
    r"^(?:[A-Z][A-Z ]{2,25}|\w+|From the .{1,40}):\s|\([^()]*\)?$|[→»>]$|"
    r"^(?:what to )?(?:read|watch) (?:more|next)$|^up next$",
    re.IGNORECASE,
)
_BREAK = 45  # lines that may stand between two paragraphs
_ANY_TEXT = ("paragraph", "short", "bullet")
_INSIDE = ("between", "subhead", "caption inside")
_FIELDS = ("stamp", "byline", "share", "picture", "role")
_SOME, _APART = 4, 2  # paragraphs of a body; lines from the last to the one before
_ELSEWHERE = ("n", "0", "1", "2")  # levels of "shared": less than two fifths of its words
_THREE = ("3", "4")  # levels of "good_above": three paragraphs stand above
_ANYWHERE = 1  # shared words of a sentence right behind the last paragraph


def lines_without_text(facts: TextFacts, columns: Columns) -> list[int]:
    """Return the lines that are neither paragraph nor standfirst, whatever the model says."""
    lines = facts.lines
    out = [i for i, line in enumerate(lines) if _is_boilerplate(line)]
    above = columns["good_above"]
    opening = next((i for i, good in enumerate(above) if good in _THREE), len(lines))
    out += [i for i in range(opening) if _is_told_of_the_article(columns, i, lines[i])]
    out += _below_labels(facts, opening)
    return out


def _is_boilerplate(line: LineFacts) -> bool:
    stamp = line.marked.stamp
    return line.kind in ("drop", "share") or bool(stamp and stamp.labels)


def _is_told_of_the_article(columns: Columns, i: int, line: LineFacts) -> bool:
    """Say whether a line above the first paragraphs is a disclosure or describes a picture."""
    if line.length > _SHORT_NOTE:
        return False
    credit_below = columns["picture"][i + 1 : i + 2] == ["k"]
    disclosure = columns["disclosure"][i] == "1"
    return disclosure or columns["pictured"][i] == "1" or (credit_below and line.closed)


def _below_labels(facts: TextFacts, opening: int) -> list[int]:
    """Return the points below "Key points", and the title and summary below "Video"."""
    out: list[int] = []
    labels = facts.labels
    for i in range(min(opening, len(labels))):
        if labels[i] == "video_title":
            out += range(i + 1, i + 1 + _VIDEO)
        if labels[i] == "list_title":
            out += _points(facts, i + 1)
    return [i for i in out if i < len(facts.lines)]


def _points(facts: TextFacts, first: int) -> list[int]:
    """Return the lines of a list: bullets, or the rest of the block."""
    out: list[int] = []
    tight = not all(line.blank_above for line in facts.lines[first : first + 2])
    for i in range(first, min(first + _POINTS, len(facts.lines))):
        line = facts.lines[i].marked.line
        apart = facts.lines[i].blank_above and not line.bullet
        if apart and len(out) >= (1 if tight else _LOOSE):
            break
        out.append(i)
    return out


def with_the_whole_body(
    read: ReadLines,
    facts: TextFacts,
    columns: Columns,
    ruled: list[int],
) -> ReadLines:
    """Let the body go on where its words do, and end before notes on it.

    `ruled` are the lines that `lines_without_text` has found.
    """
    kinds = list(read.kinds)
    paragraphs = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    if not paragraphs:
        return read

    while len(paragraphs) > 1 and _is_note(facts.lines[paragraphs[-1]], columns, paragraphs[-1]):
        kinds[paragraphs.pop()] = "after"
    _mark_subheads(kinds, read, facts, paragraphs)
    _settle_standfirst(kinds, facts)
    _open_body(kinds, facts, columns, set(ruled))
    while len(paragraphs) > _SOME and _is_teaser(columns, paragraphs):
        kinds[paragraphs.pop()] = "after"

    _close_body(kinds, facts, columns, paragraphs[-1])
    return replace(read, kinds=kinds)


def _close_body(
    kinds: list[str],
    facts: TextFacts,
    columns: Columns,
    last: int,
) -> None:
    """Let the body go on behind the model's last paragraph, and what is of a body end with it."""
    end = _end_of_body(facts, columns, last)
    for i in range(last + 1, end + 1):
        if _goes_on(facts.lines[i], columns, i, near=True):
            kinds[i] = "paragraph"
        elif kinds[i] != "subhead":
            kinds[i] = "between"

    for i in range(end + 1, len(kinds)):
        if kinds[i] in _INSIDE:
            kinds[i] = "after"


def _settle_standfirst(kinds: list[str], facts: TextFacts) -> None:
    """Keep a list of points together; a sentence with nothing of a head around is a paragraph."""
    start = kinds.index("paragraph")
    last = max((i for i in range(start) if kinds[i] == "standfirst"), default=None)
    if last is None:
        return

    end = _end_of_points(facts, last)
    if "paragraph" in kinds[end:]:  # a text of nothing but bullets is no list of points
        kinds[last:end] = ["standfirst"] * (end - last)
        start = kinds.index("paragraph")
    if any(line.kind in _FIELDS for line in facts.lines[:start]):
        return
    for i in range(start):
        if kinds[i] == "standfirst" and facts.lines[i].sentence:
            kinds[i] = "paragraph"
    first = kinds.index("paragraph")
    kinds[first:start] = [_inside(facts, i) for i in range(first, start)]


def _end_of_points(facts: TextFacts, first: int) -> int:
    """Return the first line behind a run of bullets, or behind a line that is none."""
    bullets = [line.marked.line.bullet for line in facts.lines]
    end = first + 1
    while bullets[first] and end < len(bullets) and bullets[end]:
        end += 1
    return end


def _open_body(
    kinds: list[str],
    facts: TextFacts,
    columns: Columns,
    ruled: set[int],
) -> None:
    """Let the body begin with the first sentence of the head that nothing else explains."""
    start = kinds.index("paragraph")
    head = (i for i in range(start) if kinds[i] == "head" and i not in ruled)
    first = next((i for i in head if _opens_body(facts.lines[i], columns, i)), start)
    for i in range(first, start):
        kinds[i] = "between" if i in ruled else _inside(facts, i)
    if first < start:
        kinds[first] = "paragraph"


def _opens_body(line: LineFacts, columns: Columns, i: int) -> bool:
    plain = line.kind == "paragraph" and not _is_note(line, columns, i)
    said = columns["good"][i] == "1" or (line.sentence and line.shared >= _ANYWHERE)
    return plain and said and columns["reader"][i] == "0"


def _inside(facts: TextFacts, i: int) -> str:
    """Say what a line is that now stands in the body: a subhead has a sentence on both sides."""
    line = facts.lines[i]
    if line.sentence and line.kind == "paragraph":
        return "paragraph"
    around = facts.lines[i - 1 : i + 2]
    subhead = line.kind == "short" and around[0].sentence and around[-1].sentence
    return "subhead" if subhead else "between"


def _mark_subheads(
    kinds: list[str],
    read: ReadLines,
    facts: TextFacts,
    paragraphs: list[int],
) -> None:
    """Take the lines for subheads that more likely are; the best chain takes too few."""
    for i in range(paragraphs[0] + 1, paragraphs[-1]):
        alone = kinds[i - 1] == kinds[i + 1] == "paragraph" and _stands_alone(facts, i)
        untold = kinds[i] == "paragraph" and alone and facts.lines[i].text[-1].isalnum()
        if kinds[i] not in ("between", "subhead") and not untold:
            continue
        likely = alone or read.subhead[i] >= _SUBHEAD
        title = _IS_TITLE.search(facts.lines[i].text) is not None
        kinds[i] = "subhead" if likely and not title else "between"


def _stands_alone(facts: TextFacts, i: int) -> bool:
    """Say whether a short line stands between blank lines, printed once, like a subhead."""
    line = facts.lines[i]
    once = facts.copies[line.folded] == 1
    fits = line.kind == "short" and line.length <= _LONG_SUBHEAD and not line.text[0].islower()
    return line.marked.line.alone and once and fits and not facts.without_blanks


def _end_of_body(facts: TextFacts, columns: Columns, last: int) -> int:
    """Return the last line of the body, from the model's last paragraph on."""
    end, since = last, 0
    for i in range(last + 1, len(facts.lines)):
        line = facts.lines[i]
        since += 1
        if line.kind == "end" or since > _BREAK:
            break
        subhead = i == end + 2 and facts.lines[i - 1].kind == "short"
        if _goes_on(line, columns, i, near=i == end + 1 or (subhead and line.prose)):
            end, since = i, 0
    return end


def _is_teaser(columns: Columns, paragraphs: list[int]) -> bool:
    """Say whether the last paragraph stands apart from the others and is of something else."""
    apart = paragraphs[-1] - paragraphs[-2] > _APART
    return apart and columns["shared"][paragraphs[-1]] in _ELSEWHERE


def _is_note(line: LineFacts, columns: Columns, i: int) -> bool:
    """Say whether a line is about the article or its author, or asks the reader for something."""
    told = columns["endnote"][i] == "1" or columns["author_note"][i] == "2"
    asks = columns["pitch"][i] in "23" or columns["contact"][i] == "1"
    told = told or (columns["disclosure"][i] == "1" and line.length <= _SHORT_NOTE)
    return told or line.kind in BOILERPLATE or (asks and columns["reader"][i] == "1")


def _goes_on(line: LineFacts, columns: Columns, i: int, *, near: bool) -> bool:
    """Say whether a line behind the last paragraph is a paragraph, too."""
    if not line.closed or line.kind not in _ANY_TEXT:
        return False

    if _is_note(line, columns, i) or columns["author"][i] != "0":
        return False

    if near and line.length >= _SHORT and line.shared >= _ANYWHERE:
        return columns["reader"][i] == "0" or line.prose

    telling = line.shared >= _TELLING and line.shared >= _SAME * len(line.content)
    return line.prose and telling and columns["copies"][i] == "0"
