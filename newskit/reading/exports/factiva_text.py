"""Factiva, texts: with labels and tabs, saved by a browser with stars, or as displayed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newskit.reading.content import Content
from newskit.reading.exports import factiva_cells as cells
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.factiva_labels import is_label, put_labeled
from newskit.reading.exports.people import people_in, signs
from newskit.reading.exports.wrapping import joined_blocks
from newskit.reading.shared.lines import ends_sentence

# "HD<TAB>value", "*HD* <TAB>value"; "*LP* " alone, whose paragraphs stand below
_LABEL = re.compile(
    r"[ \u00a0\u2003]*(?:\*(?P<starred>[A-Z]{2,3})\*|(?P<plain>[A-Z]{2,3}))[ \u00a0]*"
    r"(?:\t(?P<value>.*)|$)"
)
_STARRED = re.compile(r"\*(?P<words>[^\s*](?:[^*\n]{0,80}[^\s*])?)\*")
_HEADLINE_LINE = re.compile(r"(?m)^[ \u00a0\u2003]*\*?HD\*?[ \u00a0]*\t")
_OTHER_LINE = re.compile(r"(?m)^[ \u00a0\u2003]*\*?(?:PD|SN|SC|LP|TD|WC)\*?[ \u00a0]*(?:\t|$)")
_END_LINE = re.compile(rf"(?m)^[ \t]*(?:{cells.DOCUMENT_WORDS})[ \t]+{cells.ID_PATTERN}[ \t]*$")
# "Page 2 of 3 © 2020 Factiva, Inc. All rights reserved." between the pages of a PDF
_FOOTER = re.compile(r"(?P<before>[^\n]*)\n\s*[^\n]{0,30}© \d{4} Factiva, Inc\b[^\n]*\n\s*")
_BODY_LABELS = frozenset(("LP", "TD"))
_FIRST_LABELS = frozenset(("SE", "HD", "BY"))
_WRAPPED = 100
"""Characters: longer lines are paragraphs of their own."""
_WORD = re.compile(r"\w+")
_SHORT = 5  # words of a section: "Foreign Desk; A"
_CUT = "The article is cut off: no accession number follows; it ends with {!r}"
_NOT_READ = "The article was not understood; it begins with {!r}"


_Told = list[tuple[str, list[str]]]
"""The labels of an article, and the lines of each."""


def looks_like(content: Content) -> bool:
    """Say whether a text has the labels of Factiva, or its accession numbers and its cells."""
    # Some call it .html, and pasted text may open with a tag.
    if content.is_rtf or content.is_zip or "<html" in content.start[:2_000].lower():
        return False

    head = content.head

    # A table with tabs may have a column HD.
    has_labels = bool(_HEADLINE_LINE.search(head)) and bool(_OTHER_LINE.search(head))
    return has_labels or is_display(head)


def is_display(text: str) -> bool:
    """Say whether a text has accession numbers, and a number of words with a date below it."""
    if not _END_LINE.search(text):
        return False

    return cells.count_at(_printed(text.splitlines())) is not None


def _printed(lines: Sequence[str]) -> list[str]:
    return list(filter(None, map(str.strip, lines)))


def records(content: Content) -> Iterable[Exported]:
    """Return the articles of a text."""
    text = _FOOTER.sub(_joint, content.text)
    labeled = bool(_HEADLINE_LINE.search(text))
    return records_with_labels(text) if labeled else records_as_displayed(text)


def _joint(footer: re.Match[str]) -> str:
    """Return what stands in the place of a footer: nothing, where a sentence goes on behind it."""
    before = footer["before"]
    is_end = ends_sentence(before) or cells.id_in(before)
    return f"{before}\n\n" if is_end else f"{before}\n"


def records_with_labels(text: str) -> list[Exported]:
    """Return the articles of a text with labels: after the accession number comes the next."""
    articles: list[_Told] = [[]]
    for line in text.split("\n"):
        label, value = _label_of(line)
        if label and _begins_article(label, [name for name, _ in articles[-1]]):
            articles.append([])

        told = articles[-1]
        if label:
            told.append((label, [value]))
        elif told:
            told[-1][1].append(line)

    records = list(map(_of_labels, filter(None, articles)))
    # Some leave all numbers out; where only the last has none, it is cut off.
    *before, last = ["", *(record.archive_id for record in records)]
    if records and not last and (any(before) or len(records) == 1):
        records[-1].error = _CUT.format(_last_line(articles[-1])[-80:])

    return records


def _last_line(told: _Told) -> str:
    return " ".join(told[-1][1]).strip()


def _label_of(line: str) -> tuple[str, str]:
    """Return a label that is known, and what stands behind its tab; a body's may stand alone."""
    match = _LABEL.fullmatch(line)
    if match is None:
        return "", ""

    label = match["starred"] or match["plain"]
    # A search word in capitals may stand alone on its line, too.
    stands = match["value"] is not None or label in _BODY_LABELS
    if stands and is_label(label):
        return label, match["value"] or ""

    return "", ""


def _begins_article(label: str, before: Sequence[str]) -> bool:
    """Say whether a label is of the next article: behind the last of one, or there already."""
    if "AN" in before:
        return True

    is_behind = label in before or not _BODY_LABELS.isdisjoint(before)
    return label in _FIRST_LABELS and is_behind


def _of_labels(told: _Told) -> Exported:
    record = Exported()
    for label, lines in told:
        plain = [_STARRED.sub(r"\g<words>", line) for line in lines]
        if label in _BODY_LABELS:
            put_labeled(record, label, _paragraphs(plain))
        else:
            put_labeled(record, label, [" ".join(" ".join(plain).split())])

    return record


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of lines: one a line, or wrapped with blank lines between."""
    if max(map(len, lines), default=0) > _WRAPPED:
        return [line for line in map(str.strip, lines) if line]

    return joined_blocks(lines)


def records_as_displayed(text: str, *, is_wrapped: bool = True) -> Iterator[Exported]:
    """Return the articles of a text as displayed: each ends with its accession number."""
    begin = 0
    for match in _END_LINE.finditer(text):
        yield _of_display(text[begin : match.end()].split("\n"), is_wrapped)
        begin = match.end()

    rest = text[begin:].rstrip().split("\n")
    if cells.count_at(_printed(rest)) is not None:
        record = _of_display(rest, is_wrapped)
        record.error = _CUT.format(rest[-1].strip()[-80:])
        yield record


def _of_display(lines: Sequence[str], is_wrapped: bool) -> Exported:
    """Return the article of cells, one a line, and of the paragraphs below them."""
    record = Exported()
    numbered = [(n, line.strip()) for n, line in enumerate(lines) if line.strip()]
    texts = [line for _, line in numbered]
    anchor = cells.count_at(texts)
    if anchor is None:
        record.error = _NOT_READ.format(" / ".join(texts[:5])[:200])
        return record

    below = put_title(record, texts[:anchor])
    end = below + cells.put_head(record, texts[below:])
    first = numbered[end][0] if end < len(numbered) else len(lines)
    cells.put_text(record, _paragraphs(lines[first:]) if is_wrapped else lines[first:])
    return record


def put_title(record: Exported, above: Sequence[str]) -> int:
    """Fill headline and section from the lines above the number of words; return how many."""
    marked = [n for n, line in enumerate(above) if cells.MARK_OF_HEADLINE in line]
    first, last = (marked[0], marked[-1]) if marked else _title_at(above)
    title = " ".join(above[first : last + 1]).replace(cells.MARK_OF_HEADLINE, "")
    record.put("section", " ".join(above[:first]), "layout")
    record.put("headline", cells.without_number(title.strip()), "layout")
    return last + 1


def _title_at(above: Sequence[str]) -> tuple[int, int]:
    """Return the first and the last line of the headline, where nothing marks it."""
    last = len(above) - 1
    while last > 0 and _names_people(above[last]):
        last -= 1

    # Above a headline may stand a section, which is short and has no verb.
    first = 1 if last > 0 and _is_short(above[0]) else 0
    return first, last


def _names_people(line: str) -> bool:
    if cells.is_byline(line):
        return True

    people = people_in(line)
    others = set(_WORD.findall(line)) - set(_WORD.findall(" ".join(people)))
    if people and others <= {"and", "und", "et"}:
        return True

    return _is_short(line) and signs(line)


def _is_short(line: str) -> bool:
    return len(line.split()) <= _SHORT
