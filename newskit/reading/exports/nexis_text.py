"""Nexis until 2019, text: "2 of 30 DOCUMENTS" on a line of its own divides the articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.nexis_blocks import article_of
from newskit.reading.exports.pieces import divided_at
from newskit.reading.exports.printed_blocks import PrintedBlock
from newskit.reading.exports.wrapping import blocks
from newskit.reading.shared.lines import ends_sentence

SEPARATOR = re.compile(
    r"^(?P<indent>[ \t\f\u00a0]*)(?P<before>(?:Dokument|Document)\s+)?\d+ (?:of|von|de|van|sur|af) "
    r"(?P<n>\d+)(?P<behind>\s+(?:DOCUMENTS?|DOKUMENTE?N?))?[ \t\u00a0]*$",
    re.MULTILINE,
)
_LABELS = re.compile(r"(?m)^\s*(?:LENGTH|LENGTE|LÄNGE|LONGUEUR|LOAD-DATE|DATE-CHARGEMENT|UPDATE): ")
_INDENT = 4
"""Blanks before a separator that is centered; at the margin a head has to stand below it."""
_HEAD_LINES = 30
"""Lines below a separator in which a date or a copyright stands."""
_MANY = 3
"""Articles that are closed before one that is not: so many are no chance."""
_CUT = "The article is cut off: no label closes it, as others are closed; it ends with {!r}"


def looks_like(content: Content) -> bool:
    """Say whether a text is divided as Nexis divides."""
    if content.is_html or content.is_rtf:
        return False

    found = separators(content.head)
    # "1 of 5" alone may count pictures; the labels say that it does not.
    if any(map(_is_named, found)):
        return True

    return bool(found) and bool(_LABELS.search(content.head))


def _is_named(match: re.Match[str]) -> bool:
    return bool(match["before"] or match["behind"])


def separators(text: str) -> list[re.Match[str]]:
    """Return the lines that divide articles: lines of bodies are like them."""
    found = []
    for match in SEPARATOR.finditer(text):
        is_centered = _is_named(match) and len(match["indent"]) >= _INDENT
        if is_centered or _has_head(text, match.end()):
            found.append(match)

    return found


def _has_head(text: str, begin: int) -> bool:
    below = text[begin : begin + 3_000].split("\n")[:_HEAD_LINES]
    first = map(PrintedBlock, blocks(below)[:5])
    return any(block.is_date or block.is_copyright for block in first)


def stated(content: Content) -> int | None:
    """Return the number that all separators state."""
    return stated_in(separators(content.text))


def stated_in(matches: Sequence[re.Match[str]]) -> int | None:
    """Return the number that all separators state; of files put together there are several."""
    stated = {int(match["n"]) for match in matches}
    return stated.pop() if len(stated) == 1 else None


def records(content: Content) -> list[Exported]:
    """Return the articles of a text."""
    return records_in(content.text)


def records_in(text: str, *, is_wrapped: bool = True) -> list[Exported]:
    """Return the articles of a text of this layout; where nothing is wrapped, lines are blocks."""
    articles = divided_at(text, [match.start() for match in separators(text)])
    found: list[Exported] = []
    for article in articles:
        below = SEPARATOR.sub("", article, count=1)
        parts = _blocks(below.replace("\f", ""), is_wrapped)
        if parts:
            found.append(article_of(parts))

    # One that nothing closes is cut off, if all before it are closed.
    *before, is_closed = [True, *(record.is_closed for record in found)]
    if not is_closed and len(found) > 1 and all(before):
        _tell_of_cut(found[-1], len(before))

    return found


def _tell_of_cut(record: Exported, n_closed: int) -> None:
    """Say that an article is cut off; or may be, where its last sentence is whole."""
    problem = _CUT.format(record.last_line[-80:])
    if n_closed < _MANY and ends_sentence(record.last_line):
        record.warn(problem)
    else:
        record.error = problem


def _blocks(text: str, is_wrapped: bool) -> list[PrintedBlock]:
    lines = text.split("\n")
    parts = blocks(lines) if is_wrapped else divided_at(lines, range(len(lines)))
    return [PrintedBlock(part, _indent(part[0])) for part in parts if part[0].strip()]


def _indent(line: str) -> int:
    plain = line.expandtabs()
    return len(plain) - len(plain.lstrip())
