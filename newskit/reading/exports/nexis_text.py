"""Nexis until 2019, text: "2 of 30 DOCUMENTS" on a line of its own divides the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.nexis_blocks import article_of
from newskit.reading.exports.printed_blocks import PrintedBlock
from newskit.reading.exports.wrapping import blocks

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
_CUT = "The article is cut off: no label closes it, as others are closed; it ends with {!r}"


def looks_like(content: Content) -> bool:
    """Say whether a text is divided as Nexis divides."""
    if content.is_html or content.is_rtf:
        return False

    found = separators(content.head)
    # "1 of 5" alone may count pictures; the labels say that it does not.
    is_named = any(match["before"] or match["behind"] for match in found)
    return is_named or (bool(found) and bool(_LABELS.search(content.head)))


def separators(text: str) -> list[re.Match[str]]:
    """Return the lines that divide articles: lines of bodies are like them."""
    found = []
    for match in SEPARATOR.finditer(text):
        is_named = match["before"] or match["behind"]
        is_centered = len(match["indent"].lstrip("\n")) >= _INDENT
        if (is_named and is_centered) or _has_head(text, match.end()):
            found.append(match)

    return found


def _has_head(text: str, begin: int) -> bool:
    below = text[begin : begin + 3_000].split("\n")[:_HEAD_LINES]
    first = [PrintedBlock(lines, 0) for lines in blocks(below)[:5]]
    return any(block.is_date or block.is_copyright for block in first[:1] + first[1:])


def stated(content: Content) -> int | None:
    """Return the number that all separators state."""
    return stated_in(separators(content.text))


def stated_in(matches: Sequence[re.Match[str]]) -> int | None:
    """Return the number that all separators state; of files put together there are several."""
    stated = {int(match["n"]) for match in matches}
    return stated.pop() if len(stated) == 1 else None


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a text."""
    return records_in(content.text)


def records_in(text: str, *, is_wrapped: bool = True) -> Iterator[Exported]:
    """Return the articles of a text of this layout; where nothing is wrapped, lines are blocks."""
    found = separators(text)
    ends = [match.start() for match in found[1:]] + [len(text)]
    articles = [text[match.end() : end] for match, end in zip(found, ends, strict=False)]
    n_closed = 0
    for number, article in enumerate(articles, start=1):
        parts = _blocks(article.replace("\f", ""), is_wrapped)
        if not parts:
            continue

        record, is_closed = article_of(parts)
        n_closed += is_closed
        is_last_of_closed = number == len(articles) > 1 and n_closed == number - 1
        if is_last_of_closed and not is_closed:
            record.error = _CUT.format(parts[-1].text[-80:])

        yield record


def _blocks(text: str, is_wrapped: bool) -> list[PrintedBlock]:
    lines = text.split("\n")
    parts = blocks(lines) if is_wrapped else [[line] for line in lines if line.strip()]
    return [PrintedBlock(part, _indent(part[0])) for part in parts]


def _indent(line: str) -> int:
    plain = line.expandtabs()
    return len(plain) - len(plain.lstrip())
