"""The body: where it ends, its paragraphs, the subheads between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newskit.reading.plain.head import same
from newskit.reading.plain.kinds import Marked
from newskit.reading.plain.lines import OPENERS, ends_sentence

_SUBHEAD_CHARACTERS, _SUBHEAD_WORDS = 110, 18
_RESUMED = 3  # paragraphs in a row behind an end mark: the body goes on after all
_ENDNOTE = re.compile(
    r"[—–-]?\s*(?:additional reporting|with (?:additional )?(?:files|reporting)|(?:reporting|writing|editing|compiled) by\b|"
    r"this (?:article|story|report) (?:was|is|has been)\b|the .{1,60} contributed to this|follow .{1,60} on (?:x|twitter)|"
    r"you can (?:email|follow|contact)|contact .{1,40} at|email .{1,40} at)|.{1,200}\bcontributed to this (?:report|story|article)",
    re.IGNORECASE,
)


@dataclass
class Body:
    """Paragraphs, and subheads with the number of the paragraph that follows each."""

    paragraphs: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)
    end: int = 0
    """Index of the first line behind the body."""


def read_body(marked: list[Marked], start: int, authors: list[str], known: list[str]) -> Body:
    """Return the body that begins at `start`; `known` are lines of the head, which are not told twice."""
    limit = _limit(marked, start, authors)
    inside = [i for i in range(start, limit) if _is_paragraph(marked, i, known)]
    while inside and len(inside) > 1 and _ENDNOTE.match(marked[inside[-1]].text):
        inside.pop()
    body = Body(end=inside[-1] + 1 if inside else start)
    wanted, waiting = set(inside), []
    for i in range(start, body.end):
        if i not in wanted:
            waiting.append(marked[i])
            continue
        _settle(body, waiting, marked[i])
        _add(body, marked[i].text)
        waiting = []
    return body


def _limit(marked: list[Marked], start: int, authors: list[str]) -> int:
    """Return where the body is over at the latest: an end mark, or the author's name alone on a line."""
    for i in range(start + 1, len(marked)):
        author = marked[i].kind in ("short", "byline") and any(same(marked[i].text, name) for name in authors)
        if (marked[i].kind == "end" or author) and not _resumes(marked, i, start):
            return i
    return len(marked)


def _resumes(marked: list[Marked], i: int, start: int) -> bool:
    """Say whether the body goes on behind a mark that usually ends it."""
    indent = marked[start].line.indent
    run = 0
    for here in marked[i + 1 : i + 40]:
        plain = here.kind == "paragraph" and len(here.text) >= 100 and here.line.indent == indent
        run = run + 1 if plain else 0
        if run >= _RESUMED:
            return True
        if here.kind == "end":
            return False
    return False


def _is_paragraph(marked: list[Marked], i: int, known: list[str]) -> bool:
    here = marked[i]
    if here.kind == "bullet":
        return here.line.closed and len(here.text) >= 60
    if here.kind == "short":
        return _leads_in(here.text) or _is_asked(marked, i)
    if here.kind != "paragraph":
        return False
    told = here.line.repeated and (len(here.text) < 200 or any(same(here.text, line) for line in known))
    return not told


def _leads_in(text: str) -> bool:
    """Say whether a short line leads in what follows: a clause that ends in a colon."""
    return text.endswith(":") and text.count(" ") >= 5


def _is_asked(marked: list[Marked], i: int) -> bool:
    """Say whether a question is put to somebody who answers in the next line: an interview, no subhead."""
    text = marked[i].text
    follows = next((m for m in marked[i + 1 : i + 2] if m.kind == "paragraph"), None)
    if not ends_sentence(text):
        return False
    return text.count(" ") < 3 or (follows is not None and follows.text[0] in OPENERS)


def _settle(body: Body, waiting: list[Marked], follows: Marked) -> None:
    """Decide whether the last of the lines between two paragraphs is a subhead."""
    if not waiting or not body.paragraphs:
        return
    last = waiting[-1]
    if last.kind != "short" or not _could_be_subhead(last.text):
        return
    if not _follows_promos(waiting):
        body.subheads.append(last.text)
        body.subhead_before.append(len(body.paragraphs))


def _could_be_subhead(text: str) -> bool:
    fits = len(text) <= _SUBHEAD_CHARACTERS and text.count(" ") < _SUBHEAD_WORDS and not text.endswith((":", ","))
    return fits and not text[0].islower()


def _follows_promos(waiting: list[Marked]) -> bool:
    """Say whether the last line is one of several promos, or stands right under "Read more"."""
    promo, others = False, []
    for here in waiting[:-1]:
        if here.kind == "skip":
            promo = True
        elif here.kind == "short" and not here.line.repeated:
            others.append(len(here.text))
        else:
            promo = False
            others = []
    if promo or not others:
        return promo
    length = len(waiting[-1].text)
    return length > 60 or length > 0.8 * sum(others) / len(others)


def _add(body: Body, text: str) -> None:
    """Add a paragraph; one that goes on in small letters belongs to the one before."""
    if body.paragraphs and text[0].islower() and not ends_sentence(body.paragraphs[-1]):
        body.paragraphs[-1] += " " + text
    else:
        body.paragraphs.append(text)
