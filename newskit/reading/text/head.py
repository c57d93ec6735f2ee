"""The head of an article: where it ends, the headline, the standfirst, the section, the byline."""

from __future__ import annotations

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import is_name, names
from newskit.reading.shared.lines import TextLine
from newskit.reading.text.kinds import Marked

_ENOUGH = 3  # paragraphs in a row: what follows is body, whatever else stands in it
_PARAGRAPH = 60  # characters of a paragraph that counts towards that
_MENU = 10  # short lines in a row: no article has so many above its headline
_FIELDS = ("stamp", "byline")
_PLAIN = ("short", "paragraph")
_OF_NAMES = ("short", "role", "bullet")
_LIST_TITLES = rule_words(__package__)["list_title"]


def same(one: str, other: str) -> bool:
    """Say whether two lines are the same but for case and quotation marks."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def read_headline(marked: list[Marked]) -> tuple[int, str] | None:
    """Return (index, rule) of the headline: a line printed twice, else the first on its own."""
    top = _before_body(marked)
    plain = [i for i in top if marked[i].kind in _PLAIN and _could_be_headline(marked, i)]
    menu = _menu(marked, top)
    plain = [i for i in plain if i not in menu] or plain
    printed_again = {_folded(marked[i].text): i for i in reversed(plain)}
    for i in top:
        again = printed_again.get(_folded(marked[i].text), -1) if marked[i].kind == "bullet" else -1
        if again > i:
            return again, "rule:headline-repeated"
    if _opens_with_kicker(marked, plain):
        return plain[1], "rule:headline-below-kicker"
    for words, alone in ((4, True), (3, True), (3, False), (2, True), (1, True)):
        for i in plain:
            if marked[i].line.words >= words and (marked[i].line.alone or not alone):
                return i, "rule:headline-first-line"
    return None


def _menu(marked: list[Marked], top: range) -> set[int]:
    """Return the lines of menus above the headline: many short ones in a row, without the last."""
    menu: set[int] = set()
    run: list[int] = []
    for i in top:
        here = marked[i]
        if here.kind in ("short", "bullet", "drop", "share", "skip") and here.line.words <= 6:
            run.append(i)
            continue
        menu.update(run[:-1] if len(run) >= _MENU else ())
        run = []
    return menu


def _opens_with_kicker(marked: list[Marked], plain: list[int]) -> bool:
    """Say whether the first of three lines above timestamp and byline is a short kicker."""
    first = next((i for i, m in enumerate(marked) if m.kind in _FIELDS), 0)
    above = [marked[i].line for i in plain if i < first]
    if len(above) != 3 or not all(line.alone for line in above):
        return False
    return above[0].words <= 4 < above[1].words


def _before_body(marked: list[Marked]) -> range:
    """Return the lines up to the first two paragraphs in a row: the headline is among them."""
    for i in range(len(marked) - 1):
        if all(m.kind == "paragraph" and len(m.text) >= _PARAGRAPH for m in marked[i : i + 2]):
            return range(i)
    return range(len(marked))


def _could_be_headline(marked: list[Marked], i: int) -> bool:
    """Say whether a line is short, and, if it is a sentence, stands above a timestamp or byline."""
    line = marked[i].line
    if len(line.text) > 250 or (line.text.endswith(".") and line.words > 14):
        return False
    return marked[i].kind == "short" or any(m.kind in _FIELDS for m in marked[i + 1 : i + 12])


def body_start(marked: list[Marked], headline: int | None) -> int:
    """Return the index of the first paragraph of the body, or len(marked) if there is none.

    The body begins behind the last timestamp, byline or credit that stands before three paragraphs
    in a row.
    """
    last = headline if headline is not None else -1
    last_paragraph = max((i for i, m in enumerate(marked) if m.kind == "paragraph"), default=-1)
    run, opening = 0, ""
    for i in range(last + 1, len(marked)):
        kind = marked[i].kind
        if kind == "paragraph" and len(marked[i].text) >= _PARAGRAPH:
            run, opening = run + 1, opening or marked[i].text
        elif i < last_paragraph and _ends_head(kind, run, opening):
            last, run, opening = i, 0, ""
        if run >= _ENOUGH or (kind == "end" and run):
            break
    return _first_paragraph(marked, last + 1)


def _first_paragraph(marked: list[Marked], begin: int) -> int:
    """Return the first paragraph that is not in a block with timestamps or share rows, if any."""
    boxes = {m.line.block for m in marked if m.kind in (*_FIELDS, "share")}
    found = [i for i in range(begin, len(marked)) if marked[i].kind == "paragraph"]
    apart = (i for i in found if marked[i].line.alone or marked[i].line.block not in boxes)
    return next(apart, found[0] if found else len(marked))


def _ends_head(kind: str, run: int, opening: str) -> bool:
    """Say whether a line of a kind belongs to the head, so that what stood above it does too.

    A credit or a share row does so below one paragraph at most; a credit only if that is a single
    sentence.
    """
    if kind == "picture":
        return run == 0 or (run == 1 and ". " not in opening)
    return kind in _FIELDS or (kind == "share" and run <= 1)


def read_standfirst(marked: list[Marked], headline: int, start: int) -> tuple[str, str] | None:
    """Return (text, rule) of the standfirst: between the headline and the rest of the head."""
    fields = [i for i in range(headline + 1, start) if marked[i].kind in (*_FIELDS, "picture")]
    last_field = max(fields, default=-1)
    promo = False
    for i in range(headline + 1, start):
        here = marked[i]
        promo = here.kind == "skip" or (promo and here.kind != "paragraph")
        if promo or same(here.text, marked[headline].text):
            continue
        if here.kind == "bullet" and here.line.closed:
            points = None if _named_list(marked, i) else _points(marked, i, start)
            return (points, "rule:standfirst-points") if points else None
        standing = here.kind in _PLAIN and here.line.words >= 4 and not is_name(here.text)
        if standing and i < last_field:
            return here.text, "rule:standfirst-below-headline"
    return None


def _points(marked: list[Marked], i: int, start: int) -> str | None:
    """Join two to five bullets in a row that are sentences."""
    points = []
    while i < start and marked[i].kind == "bullet" and marked[i].line.closed:
        points.append(marked[i].text)
        i += 1
    return " ".join(points) if 2 <= len(points) <= 5 else None


def _named_list(marked: list[Marked], i: int) -> bool:
    """Say whether the list has a title of its own, such as "Key Points"."""
    return i > 0 and marked[i - 1].text.casefold().strip(" :") in _LIST_TITLES


def read_section(marked: list[Marked], headline: int) -> str | None:
    """Return the section: one short line that opens the text, above the headline."""
    first = marked[0]
    is_one = first.kind == "short" and first.line.words <= 4 and len(first.text) <= 40
    return first.text if is_one and first.line.alone and headline > 0 else None


def read_byline(marked: list[Marked], start: int) -> tuple[str, str] | None:
    """Return (printed byline, rule): a label, else names beside a timestamp."""
    head = range(start)
    for i in head:
        if marked[i].kind == "byline":
            behind = marked[i].byline or (marked[i + 1].text if i + 1 < len(marked) else "")
            if names(behind):
                return behind, "rule:byline-label"
    for i in head:
        found = _beside_stamp(marked, i, head)
        if found:
            return found
    return None


def _beside_stamp(marked: list[Marked], i: int, head: range) -> tuple[str, str] | None:
    stamp = marked[i].stamp
    if stamp is None:
        return None
    for text in (stamp.after if "by" in stamp.after.casefold() else "", stamp.before):
        if len(text) <= 80 and names(text):
            return text.strip(" -–—|·•,:"), "rule:byline-in-stamp"
    for j in (i - 1, i + 1, i - 2, i + 2):
        if j in head and marked[j].kind in _OF_NAMES and _is_bare_byline(marked[j].line):
            return marked[j].text, "rule:byline-beside-stamp"
    return None


def _is_bare_byline(line: TextLine) -> bool:
    return line.words <= 8 and not line.closed and bool(names(line.text))
