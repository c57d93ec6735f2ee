"""ProQuest: from the lines of an article to its fields. Labels may have lost blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newskit.reading.exports.exported import Exported
from newskit.reading.exports.labels import folded_label, labeled
from newskit.reading.exports.outlet_names import outlet_name
from newskit.reading.exports.people import people_in
from newskit.reading.exports.proquest_lines import (
    CAPTION,
    CREDIT,
    DASHES,
    DOCUMENT_N,
    LABELS,
    NOTICE,
    TEXT,
    URL,
    ArticleLines,
    split_head,
    text_end,
)
from newskit.timestamps.date_lines import find_date, read_date

_PROXY = re.compile(r"^.*login\?q?url=", re.IGNORECASE)
_ACCOUNT = re.compile(r"[?&]accountid=\w*", re.IGNORECASE)
_INFO_PAGE = re.compile(r":\s*(?P<page>[\w.-]+?)\.?\s*$")
_INFO_PLACE = re.compile(r"(?<=\S)\s*[;\[].*$", re.DOTALL)
_STRAY_BLANK = re.compile(r"(?P<month>[a-z]{3,9})(?P<day>\d{1,2}),(?P<year>\d{4})", re.IGNORECASE)
_IS_LINK = re.compile(r"\s*https?://|\s*proquest document link", re.IGNORECASE)
_NO_TITLE = frozenset(("[notitle]", "notitle", "none"))
_KICKER_BEHIND = re.compile(r"(?:\s+[A-Z]{4,})+\s*;?\s*$")
# "Ann Bell The Canadian Press", "Ann Bell Postmedia News"; nothing stands between the two.
_AGENCY_BEHIND = re.compile(
    r"^(?P<name>\S+(?: [A-Z]\.?)? \S+) "
    r"(?:[Tt]he .*|(?:\S+ ){0,3}(?:Press|News|Service|Services|Agency))$"
)
_NAME_WORDS = 3
"""Words of one name in a credit: "Ann Bell Karl Moor" has four, and nothing between the two."""
_NOT_KEPT = frozenset(("links", "database", "title", TEXT))
_PLACE_ALONE = "the publication title {!r} is the place of publication: the outlet is not named"
_NONE = frozenset(("none", "none available", "none available.", "not available", "n/a"))


def stated_in(text: str) -> int | None:
    """Return the number that "Document 3 of 500" states."""
    matches = filter(None, map(DOCUMENT_N.match, text.splitlines()))
    return next((int(match["n"]) for match in matches), None)


def article_of(parts: ArticleLines) -> Exported:
    """Return the article of the lines above its text, of the text, and of the labels below it."""
    record = Exported()
    told = _told(parts.tail)
    title = told.get("title", "")
    headline, below = split_head(parts.head, title)
    record.fill("headline", headline, "layout")
    if folded_label(title) not in _NO_TITLE:
        record.fill("headline", title, "label:Title")

    for field, value in (*told.items(), *_told(below).items()):
        _put(record, field, value)

    link = next(filter(None, map(URL.match, below)), None)
    record.fill("url", plain_url(link["url"]) if link else "", "layout")
    put_text(record, parts.text)
    put_info(record)
    return record


def _told(lines: Iterable[str]) -> dict[str, str]:
    """Return what labeled lines say; what goes on without a label belongs to the line above."""
    told: dict[str, str] = {}
    field, mark = "", ""
    for line in filter(str.strip, lines):
        if NOTICE.match(line):
            break

        said = labeled(line, LABELS)
        value, mark = (said.value, "; ") if said else (line.strip(), " ")
        field = said.field if said else field
        is_told = field and (said or not _IS_LINK.match(line))
        if is_told:
            told[field] = mark.join(filter(None, (told.get(field, ""), value)))

    return told


def _put(
    record: Exported,
    field: str,
    value: str,
) -> None:
    found = f"label:{field}"
    if field in _NOT_KEPT or value.casefold() in _NONE:
        return

    if field == "url":
        value = plain_url(value)
    elif field == "date":
        value = _mended(value)

    if field == "caption":
        record.captions.append(value)
    else:
        record.put(field, value, found)


def plain_url(value: str) -> str:
    """Return the address behind a library's proxy, without the library's account."""
    return _ACCOUNT.sub("", _PROXY.sub("", "".join(value.split())))


def _mended(date: str) -> str:
    """Return a date without stray blanks: "Ma y 2, 2024"."""
    stray = _STRAY_BLANK.fullmatch("".join(date.split()))
    return f"{stray['month']} {stray['day']}, {stray['year']}" if stray else date


def put_text(record: Exported, printed: Iterable[str]) -> None:
    """Fill the body; captions and credits, which name who wrote it, close it."""
    lines = list(filter(None, map(str.strip, printed)))
    if "".join(lines).casefold() in _NONE:
        return

    end = text_end(lines)
    record.paragraphs = lines[:end]
    for line in lines[end:]:
        _put_closing(record, line)

    credit = str(record.extra.get("credit_line", "")).strip(" ;")
    if credit and not record.byline:
        record.extra.pop("credit_line")
        record.fill("byline", credit, "label:CREDIT")
        record.authors = _of_credit(credit, outlet_name(record.publisher))


def _put_closing(record: Exported, line: str) -> None:
    """Keep a line below the text: a credit, a caption, what goes on from one, or an address."""
    caption, credit = CAPTION.match(line), CREDIT.match(line)
    if credit:
        record.extra["credit_line"] = credit["value"].strip() or record.extra.get("credit_line", "")
    elif caption:
        record.captions.append(caption["value"])
    elif record.captions:
        record.captions[-1] += f" {line}"
    elif not DASHES.fullmatch(line):
        record.put("notes", line, "layout")


def _of_credit(credit: str, outlet: str) -> list[str]:
    """Return the people of a credit: one name, or names with "and" between them."""
    plain = credit if credit.isupper() else _KICKER_BEHIND.sub("", credit)
    found = people_in(_AGENCY_BEHIND.sub(r"\g<name>", plain), outlet)
    lengths = [len(name.split()) for name in found]
    return found if max(lengths, default=0) <= _NAME_WORDS else []


def put_info(record: Exported) -> None:
    """Fill outlet, day and page from the line of publication, where no label says them."""
    found = "label:Publication info"
    info = str(record.extra.get("publication_info", ""))
    where, date = find_date(info) or (0, "")
    # "Ma y 2, 2024" is mended; what is no date at all is told better there.
    if date and read_date(record.date) is None:
        record.date = ""

    page = _INFO_PAGE.search(info)
    record.fill("date", date, found)
    record.fill("publisher", _INFO_PLACE.sub("", info[:where]).strip(" .[]"), found)
    record.fill("page", page["page"] if page else "", found)
    _warn_of_place(record)


def _warn_of_place(record: Exported) -> None:
    """Warn where the town stands in the place of the outlet, as of copies from the web."""
    place = str(record.extra.get("place", "")).partition(",")[0].casefold()
    title = outlet_name(record.publisher)
    if place and title.casefold() == place:
        record.warn(_PLACE_ALONE.format(title))
