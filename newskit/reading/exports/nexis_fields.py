"""What the forms of Nexis share: heads, labels, the ends of articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newskit.csv_files import rule_words
from newskit.reading.exports.exported import FIELDS, Exported
from newskit.reading.exports.labels import Labeled, labeled, labels_of
from newskit.reading.exports.people import GOES_ON
from newskit.timestamps.calendar_words import WEEKDAYS_ANYWHERE
from newskit.timestamps.date_lines import read_clock, read_date

LABELS = labels_of("nexis")
COPYRIGHT = re.compile(
    r"\s*(?:copyright|proprietary to\b|copr\b|copy (?:19|20)\d\d|©|\(c\)\s|all rights reserved"
    r"|alle rechte vorb|tous droits r|alle rechten voor)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"[;,]?\s*\b(?:pgs?|pages?|blz|bladzijde|s|seite|side|p{1,2})\b\.?\s*"
    r"(?P<page>[A-Z]{0,3}-?\d+[A-Z]?(?:[-,]\s?[A-Z]{0,2}\d+[A-Z]?)*(?: / \w+)?)\s*$",
    re.IGNORECASE,
)
# "; Vol. 9; No. 2", "; Nr. 128", "; Ausg. 66"
_ISSUE = re.compile(
    r"(?P<issue>(?:[;,]\s*(?:vol|no|nr|num|n°|ausg|issue|jg)\b\.?\s*\d+[A-Z]?)+)\s*$",
    re.IGNORECASE,
)
_PAGE_AMONG = re.compile(
    r";\s*(?:pg|page|blz|bladzijde|seite|s|p)\b\.?\s*(?P<page>[A-Z]{0,3}-?\d+[\w,-]*"
    r"(?:, column \d+)?)(?=;)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"[;,]?\s*version:\s*(?P<version>\S+)\s*$", re.IGNORECASE)
_URL = re.compile(r"(?:;\s*)?(?P<url>https?://\S+)\s*$")


# The blank behind the labels of Word documents does not break.
UNKNOWN_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][\w -]{2,24}):\u00a0(?P<value>\S.*)", re.DOTALL)
_NOT_KNOWN = "labels of a language that is not known were kept in extra"


def unknown_label(record: Exported, line: str) -> Labeled | None:
    """Return what a line with a label in a language that is not known says, and warn."""
    match = UNKNOWN_LABEL.fullmatch(line)
    if match is None:
        return None

    record.warn(_NOT_KNOWN)
    return Labeled(match["label"], match["label"], match["value"])


_CORRECTED = re.compile(r"\s*[;,.]?\s*correction appended\s*$", re.IGNORECASE)
_NO_HEADLINE = frozenset(("no headline in original", "no headline", "kein titel", "sans titre"))


def put_label(
    record: Exported,
    field: str,
    value: str,
    label: str,
) -> None:
    """Fill a record's field from a labeled line."""
    found = f"label:{label}"
    value = " ".join(value.split())
    if field == "section":
        put_section(record, value, found)
    elif field == "caption":
        record.captions += [value] if value else []
    elif field == "standfirst":
        link = _URL.search(value)
        record.put("url", link["url"] if link else "", found)
        record.put(field, value[: link.start()].rstrip() if link else value, found)
    elif field == "byline" and record.byline:
        # "Von Ann Bell" / "und Karl Moor", the second line of one; or an author's address.
        mark = " " if GOES_ON.match(value) else "; "
        record.byline += mark + value
    elif field != "body":
        record.put(field, value, found)


def put_section(
    record: Exported,
    printed: str,
    found: str,
) -> None:
    """Fill the section and the page that stands behind it: "NEWS; Pg. 3", "BUITENLAND; Blz.6"."""
    version = _VERSION.search(printed)
    if version:
        printed = printed[: version.start()]
        record.put("version", version["version"], found)

    # The issue stands before the page, or behind it.
    for name, pattern in (("issue", _ISSUE), ("page", _PAGE), ("issue", _ISSUE)):
        told = pattern.search(printed)
        if told:
            printed = printed[: told.start()]
            record.put(name, told[name].strip(" ;,"), found)

    # "STYLE; PAGE C3; PERSONALITIES": among the parts of the section
    among = _PAGE_AMONG.search(printed) if not record.page else None
    record.put("page", among["page"].partition(",")[0] if among else "", found)
    record.put("section", _PAGE_AMONG.sub("", printed).strip(" ;,"), found)


def tidy_headline(record: Exported) -> None:
    """Take out of a headline what the archive has added to it, or put in its place."""
    plain = _CORRECTED.sub("", record.headline)
    if plain != record.headline:
        record.put("note", "Correction Appended", "layout")

    record.headline = "" if plain.casefold() in _NO_HEADLINE else plain


def put_date(record: Exported, lines: Sequence[str]) -> None:
    """Fill the date from the lines below the outlet, the first of which holds it."""
    if not lines:
        return

    date, editions = " ".join(lines[0].split()), []
    for line in map(str.strip, lines[1:]):
        clock = read_clock(line)
        if clock and ":" not in date:
            date = f"{date} {clock}"
        elif not _says_the_day_again(line):
            editions.append(line)

    record.put("date", date, "layout")
    record.put("edition", " ".join(editions), "layout")


def _says_the_day_again(line: str) -> bool:
    return line.casefold().strip(" ,.") in WEEKDAYS_ANYWHERE or read_date(line) is not None


def date_at(lines: Sequence[str], first: int = 1) -> int | None:
    """Return which line is the date: one below the outlet, never a part of the headline."""
    dates = list(map(read_date, lines))
    last = max((number for number in range(first, len(lines)) if dates[number]), default=None)
    # Of a date printed twice the first; of a headline that is a date, not the headline.
    while last is not None and last - 1 > first and dates[last - 1]:
        last -= 1

    return last


def put_end(record: Exported, lines: Iterable[str]) -> None:
    """Fill what stands below the body: captions, classification, load date, corrections."""
    field, label = "", ""
    for line in map(str.strip, lines):
        if not line:
            continue

        said = labeled(line, LABELS) or unknown_label(record, line)
        bare = line.casefold().rstrip(":")
        if said:
            field, label = said.field, said.label
            put_label(record, field, said.value, label)
        elif COPYRIGHT.match(line):
            record.credit = " ".join(filter(None, (record.credit, line)))
            field = "credit"
        elif bare in BLOCKS:
            field, label = BLOCKS[bare], line
        elif field == "caption":
            record.captions.append(line)
        elif field == "credit":
            record.credit += f" {line}"
        elif field and field not in FIELDS and field != "classification":
            record.put(field, line, f"label:{label}")


BLOCKS = {
    word: field
    for field in ("caption", "classification", "correction", "notes")
    for word in rule_words(__package__)[f"{field}_block"]
}
"""Lines that stand alone above a block below the body."""


def put_body(record: Exported, paragraphs: list[str]) -> None:
    """Fill the body: an abstract before it is a standfirst, an address behind it is the URL."""
    body = list(filter(None, map(str.strip, paragraphs)))
    names = list(map(str.casefold, body))
    if names[:1] == ["abstract"] and "full text" in names:
        text_at = names.index("full text")
        record.put("standfirst", " ".join(body[1:text_at]), "label:ABSTRACT")
        body = body[text_at + 1 :]

    while body and _URL.fullmatch(body[-1]):
        record.put("url", body.pop(), "layout")

    record.paragraphs = body
