"""Reuters-21578, SGML: an element <REUTERS> an article, with characters that XML does not allow."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported

_ARTICLE = re.compile(r"<REUTERS\b([^>]{0,500})>(.*?)(</REUTERS>|(?=<REUTERS\b)|\Z)", re.DOTALL)
_ID = re.compile(r'NEWID="(\d+)"')
_CONTROL = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]);|[\x00-\x08\x0b-\x1f]")
_STAMP = re.compile(r"\s*(\d?\d)-([A-Z]{3})-(\d{4})\s+(\d?\d:\d\d:\d\d)?", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Z]{1,9}\b[^<>]{0,200}>")
_END = re.compile(r"\s*\bReuters?\s*\Z", re.IGNORECASE)
_INDENT = re.compile(r"\n[ \t]{2,}|\n\s*\n")
_STARS = re.compile(r"\A[\s*]+")
_CODES = ("topics", "places", "people", "orgs", "exchanges", "companies")
_CUT = "The file breaks off in this article: {!r}"
_TABLE = "the text is printed as a table: a paragraph is a line of it"
_SHOWN = 60


def looks_like(content: Content) -> bool:
    """Say whether an article of the collection opens within the first lines."""
    return "<REUTERS " in content.start[:2_000]


def records(content: Content) -> Iterator[Exported]:
    """Return the articles; one that is cut off is an error that shows where."""
    for match in _ARTICLE.finditer(content.text):
        record = _record(match[1], match[2])
        if not match[3]:
            last = match[2].strip()[-_SHOWN:]
            record = Exported(error=_CUT.format(last), archive_id=record.archive_id)

        yield record


def _record(attributes: str, article: str) -> Exported:
    record = Exported(language="en")
    number = _ID.search(attributes)
    record.put("archive_id", number[1] if number else "", "sgml:NEWID")
    record.put("publisher", "Reuters", "form")
    record.put("date", _date(_inner(article, "DATE")), "sgml:DATE")
    record.put("headline", _line(article, "TITLE").lstrip("* "), "sgml:TITLE")
    record.put("byline", _line(article, "AUTHOR"), "sgml:AUTHOR")
    dateline = _line(article, "DATELINE")
    record.put("dateline", dateline.rstrip(" -").rpartition(",")[0] or dateline, "sgml:DATELINE")
    for code in _CODES:
        words = re.findall(r"<D>([^<]*)</D>", _inner(article, code.upper()))
        if code == "topics":
            record.tags = list(map(_plain, words))
        else:
            record.put(code, ", ".join(map(_plain, words)), f"sgml:{code.upper()}")

    _put_text(record, article)
    return record


def _put_text(record: Exported, article: str) -> None:
    """Fill the paragraphs: of BODY, else, of a brief, what stands beside the title."""
    kind = re.search(r'<TEXT\b[^>]*TYPE="(\w+)"', article)
    record.put("text_type", kind[1] if kind else "", "sgml:TEXT")
    text = _inner(article, "BODY") or re.sub(
        r"<(TITLE|AUTHOR|DATELINE)>.*?</\1>", "\n", _inner(article, "TEXT"), flags=re.DOTALL
    )
    plain = _STARS.sub("", _END.sub("", _plain(text)))
    if kind and kind[1] == "UNPROC":
        record.paragraphs = list(filter(str.strip, plain.split("\n")))
        record.warn(_TABLE)
        return

    blocks = (" ".join(block.split()) for block in _INDENT.split(plain))
    record.paragraphs = list(filter(None, blocks))


def _inner(article: str, tag: str) -> str:
    match = re.search(rf"<{tag}\b[^>]{{0,200}}>(.*?)</{tag}>", article, re.DOTALL)
    return match[1] if match else ""


def _line(article: str, tag: str) -> str:
    return " ".join(_plain(_inner(article, tag)).split())


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", _CONTROL.sub("", text)))


def _date(printed: str) -> str:
    """Return a stamp as other archives print it: " 3-MAR-1987 10:05:01.12"."""
    match = _STAMP.match(printed)
    if match is None:
        return printed.strip()

    day, month, year, clock = match.groups("")
    return f"{day} {month} {year} {clock}".strip()
