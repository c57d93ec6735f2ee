"""The body: where it ends, its paragraphs, the subheads between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newskit.reading.shared.bylines import is_about
from newskit.reading.shared.lines import OPENERS, ends_sentence
from newskit.reading.text.head import same
from newskit.reading.text.kinds import Marked

_SUBHEAD_CHARACTERS, _SUBHEAD_WORDS = 120, 22
_PROMO = 60  # characters: shorter sentences under "Read more" are promos
_RESUMED = 3  # paragraphs in a row behind an end mark: the body goes on after all
_OF_TITLES = ("short", "stamp", "byline", "role", "bullet", "skip")
_ENDNOTE = re.compile(
    r"[—–-]?\s*(?:additional reporting|with (?:additional )?(?:files|reporting)|"
    r"(?:reporting|writing|editing|compiled) by\b|"
    r"this (?:article|story|report) (?:was|is|has been)\b|follow .{1,60} on (?:x|twitter)|"
    r"you can (?:email|follow|contact)|contact .{1,40} at|email .{1,40} at)|"
    r".{1,200}\bcontributed to this (?:report|story|article)",
    re.IGNORECASE,
)


@dataclass
class TextBody:
    """The paragraphs, and the subheads with the number of the paragraph that follows each."""

    parts: list[list[str]] = field(default_factory=list)
    """Paragraphs, each in the lines it was printed in."""
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)
    end: int = 0
    """Index of the first line behind the body; of a text without one, the number of its lines."""

    @property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs."""
        return [" ".join(lines) for lines in self.parts]


def read_body(marked: list[Marked], start: int, authors: list[str], known: list[str]) -> TextBody:
    """Return the body that begins at `start`, without the lines of the head that are `known`."""
    limit = _limit(marked, start, authors)
    promos = _promos(marked, start, limit)
    inside = [i for i in range(start, limit) if i not in promos and _is_paragraph(marked, i, known)]
    body = TextBody(end=inside[-1] + 1 if inside else len(marked))
    wanted, waiting = set(inside), []
    for i in range(start, body.end):
        if i not in wanted:
            waiting.append(marked[i])
            continue
        _settle(body, waiting)
        _add(body, marked[i].text)
        waiting = []
    return body


def _limit(marked: list[Marked], start: int, authors: list[str]) -> int:
    """Return where the body is over at the latest.

    That is at an end mark, an editor's note, or the author's name on a line.
    """
    for i in range(start + 1, len(marked)):
        here = marked[i]
        author = here.kind in ("short", "byline") and any(same(here.text, a) for a in authors)
        note = _ENDNOTE.match(here.text) or is_about(here.text, authors)
        over = here.kind == "end" or author or note
        if over and not _resumes(marked, i, start):
            return i
        if here.kind == "skip" and _trails_off(marked, i):
            return i
    return len(marked)


def _resumes(marked: list[Marked], i: int, start: int) -> bool:
    """Say whether the body goes on behind a mark that usually ends it."""
    indent = marked[start].line.indent
    run = 0
    for here in marked[i + 1 : i + 40]:
        plain = here.kind == "paragraph" and len(here.text) >= 100 and here.line.indent == indent
        run = run + 1 if plain else run if _is_between(here) else 0
        if run >= _RESUMED:
            return True
        if here.kind == "end":
            return False
    return False


def _trails_off(marked: list[Marked], i: int) -> bool:
    """Say whether titles of other articles follow "Related" or "Read more", and no more body."""
    behind = marked[i + 1 : i + 41]
    titles = sum(here.kind in _OF_TITLES for here in behind)
    run = most = 0
    for here in behind:
        paragraph = here.kind == "paragraph" and len(here.text) >= _PROMO
        run = run + 1 if paragraph else run if _is_between(here) else 0
        most = max(most, run)
    return titles >= 3 and most < 2


def _is_between(here: Marked) -> bool:
    """Say whether a line stands between paragraphs and ends nothing: "Article content"."""
    again = here.kind == "short" and here.line.repeated
    return again or here.kind in ("drop", "share", "picture")


def _promos(marked: list[Marked], start: int, limit: int) -> set[int]:
    """Return the short lines under "Read more", headlines of other articles however they end."""
    out, promo = set(), False
    for i in range(start, limit):
        short = len(marked[i].text) < _PROMO
        promo = marked[i].kind == "skip" or (promo and short)
        if promo and marked[i].kind == "paragraph":
            out.add(i)
    return out


def _is_paragraph(marked: list[Marked], i: int, known: list[str]) -> bool:
    here = marked[i]
    if here.kind == "bullet":
        sentence = here.line.closed and len(here.text) >= 60 and not here.text.endswith("?")
        return sentence and not here.line.repeated
    if here.kind == "short":
        return _leads_in(here.text) or _is_asked(marked, i)
    if here.kind != "paragraph":
        return False
    if not here.line.repeated:
        return True
    box = len(here.text) < 200 and here.line.words >= 4 and here.text[0] not in OPENERS
    return not box and not any(same(here.text, line) for line in known)


def _leads_in(text: str) -> bool:
    """Say whether a short line leads in what follows: a clause that ends in a colon."""
    return text.endswith(":") and text.count(" ") >= 5


def _is_asked(marked: list[Marked], i: int) -> bool:
    """Say whether a question is a paragraph: it is answered, or stands below a subhead."""
    if not ends_sentence(marked[i].text) or i + 1 == len(marked):
        return False
    if marked[i + 1].kind != "paragraph":
        return False
    above, before = marked[i - 1], marked[max(i - 2, 0)]
    below_subhead = above.kind == "short" and len(above.text) <= 40 and before.kind == "paragraph"
    return marked[i + 1].text[0] in OPENERS or below_subhead


def _settle(body: TextBody, waiting: list[Marked]) -> None:
    """Decide whether the last of the lines between two paragraphs is a subhead."""
    if not waiting or not body.parts:
        return
    last = waiting[-1]
    if last.kind != "short" or not last.line.alone or not _could_be_subhead(last.text):
        return
    if not _follows_promos(waiting):
        body.subheads.append(last.text)
        body.subhead_before.append(len(body.parts))


def _could_be_subhead(text: str) -> bool:
    fits = len(text) <= _SUBHEAD_CHARACTERS and text.count(" ") < _SUBHEAD_WORDS
    return fits and not text.endswith((":", ",")) and not text[0].islower()


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


def _add(body: TextBody, text: str) -> None:
    """Add a paragraph; one that goes on in small letters belongs to the one before."""
    if body.parts and text[0].islower() and not ends_sentence(body.parts[-1][-1]):
        body.parts[-1].append(text)
    else:
        body.parts.append([text])
