"""What the forms of ProQuest share: labels, which may have lost blanks, and the end of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newskit.reading.exports.date_lines import find_date, read_date
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.labels import folded_label, labeled, labels_of
from newskit.reading.exports.outlet_names import outlet_name
from newskit.reading.exports.people import people_in

LABELS = labels_of("proquest")
TEXT = "text"
_DOCUMENT_N = re.compile(r"\s*(?:document|email) \d+ of (?P<n>\d+)\s*$", re.IGNORECASE)
_PROXY = re.compile(r"^.*login\?q?url=", re.IGNORECASE)
_ACCOUNT = re.compile(r"[?&]accountid=\w*", re.IGNORECASE)
_URL = re.compile(r"https?://\S+")
_CAPTION = re.compile(r"\s*(?:caption|photo|illustration)s?\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_CREDIT = re.compile(r"\s*credit\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_DASHES = re.compile(r"[-–—* ]{3,}")
_CLOSES = re.compile(r"(?:CAPTION|CREDIT)S?\s*:|[-–—* ]{3,}$")
_CLOSING_LINES = 8
_INFO_PAGE = re.compile(r":\s*(?P<page>[\w.-]+?)\.?\s*$")
_STRAY_BLANK = re.compile(r"(?P<month>[a-z]{3,9})(?P<day>\d{1,2}),(?P<year>\d{4})", re.IGNORECASE)
_NO_TITLE = frozenset(("[notitle]", "notitle", "none"))
_KICKER_BEHIND = re.compile(r"(?:\s+[A-Z]{4,})+\s*;?\s*$")
_NAME_WORDS = 3
"""Words of one name in a credit: "Ann Bell Karl Moor" has four, and nothing between the two."""
_NO_LINK = frozenset(("links", "database"))
_PLACE_ALONE = "the publication title {!r} is the place of publication: the outlet is not named"
_NONE = frozenset(("none", "none available", "none available.", "not available", "n/a"))


def stated_in(text: str) -> int | None:
    """Return the number that "Document 3 of 500" states."""
    for line in text.splitlines():
        match = _DOCUMENT_N.match(line)
        if match:
            return int(match["n"])

    return None


def article_of(lines: Sequence[str]) -> Exported:
    """Return the article of the lines of a text, with blank lines between its labels."""
    text_at = next((n for n, line in enumerate(lines) if _is_text_label(line)), None)
    end = _text_end(lines, 0 if text_at is None else text_at)
    if text_at is None:
        return record_of(lines[:end], [], lines[end:])

    said = labeled(lines[text_at], LABELS)
    first = [said.value] if said else []
    return record_of(lines[:text_at], [*first, *lines[text_at + 1 : end]], lines[end:])


def _is_text_label(line: str) -> bool:
    said = labeled(line, LABELS)
    return said is not None and said.field == TEXT


def _text_end(lines: Sequence[str], begin: int) -> int:
    """Return where the last run of labels begins: a text has lines like labels, but no such run."""
    end = len(lines)
    block_begins = False
    for number in range(len(lines) - 1, begin, -1):
        is_blank = not lines[number].strip()
        before_is_blank = not lines[number - 1].strip()
        block_begins = not is_blank and before_is_blank
        if not block_begins:
            continue

        if labeled(lines[number], LABELS) is None:
            break

        end = number

    return end


def record_of(
    head: Sequence[str],
    text: Sequence[str],
    tail: Sequence[str],
) -> Exported:
    """Return the article of the lines above its text, of the text, and of the labels below it."""
    record = Exported()
    told = _told(tail)
    headline, below = _split_head(head, told.get("title", ""))
    record.put("headline", headline, "layout")
    for field, value in (*told.items(), *_told(below).items()):
        _put(record, field, value)

    for line in below:
        is_link = _URL.match(line.strip())
        record.put("url", _plain_url(line.strip()) if is_link and not record.url else "", "layout")

    if not record.headline and folded_label(told.get("title", "")) not in _NO_TITLE:
        record.put("headline", told.get("title", ""), "label:Title")

    record.extra.pop("title", None)
    _put_text(record, [line.strip() for line in text if line.strip()])
    put_info(record)
    return record


def _split_head(head: Sequence[str], title: str) -> tuple[str, Sequence[str]]:
    """Return the headline, which has no label and may be like one, and the lines below it."""
    lines = [line for line in head if not _DOCUMENT_N.match(line)]
    while lines and not lines[0].strip():
        del lines[0]

    headline: list[str] = []
    for line in lines:
        if not line.strip():
            break

        is_title = bool(title) and folded_label(line) == folded_label(title)
        is_known = labeled(line, LABELS) is not None and not is_title
        if is_known or _URL.match(line.strip()):
            break

        headline.append(line.strip())
        if is_title:
            break

    return " ".join(headline), lines[len(headline) :]


def _told(lines: Sequence[str]) -> dict[str, str]:
    """Return what labeled lines say; what goes on without a label belongs to the line above."""
    told: dict[str, str] = {}
    field = ""
    for line in lines:
        said = labeled(line, LABELS)
        if said:
            field = said.field
            before = f"{told[field]}; " if told.get(field) else ""
            told[field] = before + said.value
        elif field and line.strip() and not _URL.match(line.strip()):
            told[field] = f"{told[field]} {line.strip()}".strip()

    return told


def _put(
    record: Exported,
    field: str,
    value: str,
) -> None:
    found = f"label:{field}"
    if field in _NO_LINK or value.casefold() in _NONE:
        return

    if field == "url":
        record.put(field, _plain_url(value), found)
    elif field == "date":
        record.put(field, _mended(value), found)
    elif field == "byline" and not record.byline:
        record.put(field, value, found)
    elif field == "caption":
        record.captions.append(value)
    elif field not in ("title", TEXT):
        record.put(field, value, found)


def _plain_url(value: str) -> str:
    """Return the address behind a library's proxy, without the library's account."""
    return _ACCOUNT.sub("", _PROXY.sub("", "".join(value.split())))


def _mended(date: str) -> str:
    """Return a date without stray blanks: "Ma y 2, 2024"."""
    stray = _STRAY_BLANK.fullmatch("".join(date.split()))
    return f"{stray['month']} {stray['day']}, {stray['year']}" if stray else date


def _put_text(record: Exported, lines: list[str]) -> None:
    """Fill the body; captions and credits, which name who wrote it, close it."""
    end = _body_end(lines)
    record.paragraphs = lines[:end]
    for line in lines[end:]:
        caption, credit = _CAPTION.match(line), _CREDIT.match(line)
        if credit:
            record.extra["credit_line"] = credit["value"].strip()
        elif caption:
            record.captions.append(caption["value"])
        elif record.captions:
            record.captions[-1] += f" {line}"
        elif not _DASHES.fullmatch(line):
            record.put("notes", line, "layout")

    credit_line = str(record.extra.get("credit_line", "")).strip(" ;")
    if credit_line and not record.byline:
        record.extra.pop("credit_line")
        record.put("byline", credit_line, "label:CREDIT")
        record.authors = _of_credit(credit_line, outlet_name(record.publisher))


def _body_end(lines: Sequence[str]) -> int:
    """Return where the text ends: at the first line of what closes it."""
    end = len(lines)
    while end and (_CAPTION.match(lines[end - 1]) or _CREDIT.match(lines[end - 1])):
        end -= 1

    # "CAPTION: A ferry." may go on below; behind a line of dashes stand credits and addresses.
    first = max(1, len(lines) - _CLOSING_LINES)
    closing = (n for n in range(first, end) if _CLOSES.match(lines[n]))
    return next(closing, end)


def _of_credit(credit: str, outlet: str) -> list[str]:
    """Return the people of a credit: one name, or names with "and" between them."""
    plain = credit if credit.isupper() else _KICKER_BEHIND.sub("", credit)
    found = people_in(plain, outlet)
    is_sure = all(len(name.split()) <= _NAME_WORDS for name in found)
    return found if is_sure else []


def put_info(record: Exported) -> None:
    """Fill outlet, day and page from the line of publication, where no label says them."""
    info = str(record.extra.get("publication_info", ""))
    day = find_date(info) if info else None
    if day and not record.date:
        record.put("date", day[1], "label:Publication info")

    name = info[: day[0]].partition(";")[0].strip(" .[]") if day else ""
    if name and not record.publisher:
        record.put("publisher", name, "label:Publication info")

    page = _INFO_PAGE.search(info)
    if page and not record.page:
        record.put("page", page["page"], "label:Publication info")

    place = str(record.extra.get("place", "")).partition(",")[0]
    title = outlet_name(record.publisher) if record.publisher else ""
    if title and title.casefold() == place.casefold():
        warning = _PLACE_ALONE.format(title)
        record.warnings = list(dict.fromkeys((*record.warnings, warning)))

    if record.date and read_date(record.date) is None and info and day:
        record.date = day[1]
