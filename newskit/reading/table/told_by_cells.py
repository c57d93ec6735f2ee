"""What cells say of other columns: an address of its outlet, a text of who wrote it and when."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

from newskit.csv_files import rule_words
from newskit.reading.rows import Row
from newskit.reading.table.people import outlet_key
from newskit.timestamps.outlets import find_outlet

_SCHEME = re.compile(r"(?:https?:)?//|www\.")
# "Ferry sails again - The New York Times", as search engines and news APIs list it.
_WITH_OUTLET = re.compile(r"(.*\S)\s+[-–—|]\s+(\S[^|–—]*)", re.DOTALL)
# "By . Ann Bell . PUBLISHED: . 10:05 EST, 6 March 2013 . | . UPDATED: . ...", as CNN/DailyMail
# joins the lines of the Daily Mail; in its first files they stand on lines of their own.
_BETWEEN = r"[\s.|]*"
_STAMP = (
    r"\d\d?[:.]\d\d(?: ?[AP]M)?(?: [A-Z]{3,4})?,?(?: on)? \d\d?(?:st|nd|rd|th)?,? \w{3,9} \d{4}"
)
_OPENING = re.compile(
    rf"\s*By(?:\s\.|\s*\n)\s*(?P<by>[^\n:]{{2,150}}?)(?:\s\.\s|\s*\n\s*)"
    rf"(?:Follow @@?\w{{1,40}}{_BETWEEN})?"
    rf"(?=PUBLISHED:|UPDATED:|CREATED:|Last updated at|[A-Z0-9'‘\"“(])"
    rf"(?:(?:PUBLISHED|CREATED):{_BETWEEN}(?P<published>{_STAMP}){_BETWEEN})?"
    rf"(?:(?:UPDATED:|Last updated at){_BETWEEN}(?P<updated>{_STAMP}){_BETWEEN})?",
    re.IGNORECASE,
)
# "(CNN) -- It rained.", "Dullport, England (CNN)It rained.": the texts of CNN in CNN/DailyMail
_CNN = re.compile(r"(?:(?P<place>[A-Z][^\n.()]{1,60}?) )?\(CNN\)")
_LOOK = 100
_JOINED = re.compile(r"\s*By\s\.")  # no other source puts a full stop there
_PARTS = re.compile(r"\s+[|»>›·]\s+|\s+[-–—]\s+|:\s+")  # "World news | The Bay Post"
_RSS = re.compile(r"\s+\(?rss(?: ?feeds?)?\)?$|^rss(?: feed)?\s+", re.IGNORECASE)
_SECTIONS = rule_words(__package__)["feed_section"]
_TOPICS = re.compile(r"\s+Topics?:.*", re.IGNORECASE)  # "Bay Post Topics: News"
_NOTED = "rule:opening of the text"


def put_outlet_of_address(row: Row, outlets: Any) -> str | None:
    """Fill the outlet of an address that is known; return how it was found."""
    host = host_of(str(row.get("url") or ""))
    if not host:
        return None

    name = name_of_host(host, outlets)
    if not name:
        return None

    row["publisher"] = name
    return "rule:address"


def host_of(url: str) -> str:
    """Return the host of an address; an empty string where it states none."""
    match = _SCHEME.match(url)
    return url[match.end() :].partition("/")[0].removeprefix("www.") if match else ""


def name_of_host(host: str, outlets: Any) -> str | None:
    """Return the name of the outlet of an address; None where it is not known."""
    return _name_of_host(host) if outlets is None else _name(find_outlet(host, outlets))


@lru_cache(10_000)
def _name_of_host(host: str) -> str | None:
    return _name(find_outlet(host, None))


def _name(outlet: Any) -> str | None:
    return outlet.name if outlet else None


def cut_outlet_of_headline(row: Row) -> bool:
    """Take the row's own outlet off the end of its headline; say whether it stood there.

    >>> row = {"headline": "Ferry sails - a report - The Bay Post", "publisher": "Bay Post"}
    >>> cut_outlet_of_headline(row), row["headline"]
    (True, 'Ferry sails - a report')
    """
    match = _WITH_OUTLET.fullmatch(str(row.get("headline") or ""))
    publisher = str(row.get("publisher") or "")
    if match is None or not publisher or _plain(match[2]) != _plain(publisher):
        return False

    row["headline"] = match[1]
    return True


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ")


def outlet_of_title(title: str, home: str = "") -> str | None:
    """Return the outlet in the title of a feed.

    Parameters
    ----------
    title : str
        "World news | The Guardian"
    home : str, optional
        The address of its site, which shows what of the title is a name.

    Examples
    --------
    >>> outlet_of_title("World news | The Guardian"), outlet_of_title("Bay Post RSS feed - Home")
    ('The Guardian', 'Bay Post')
    >>> outlet_of_title("Council - Bay Post", "https://www.baypost.example/")
    'Bay Post'
    """
    # Some feeds escape their title twice.
    plain = html.unescape(html.unescape(title)).strip()
    stripped = [_RSS.sub("", part).strip() for part in _PARTS.split(_TOPICS.sub("", plain))]
    parts = list(filter(None, stripped))
    site = outlet_key(host_of(home))
    of_site = (part for part in parts if site and outlet_key(part) == site)
    names = (part for part in parts if part.casefold() not in _SECTIONS)
    return next(chain(of_site, filter(find_outlet, parts), names, parts), None)


def put_opening(row: Row) -> dict[str, str]:
    """Fill byline and times from the opening of a text, and take it off; return what was found."""
    match = _OPENING.match(str(row.get("text") or "")[:1_000])
    if match is None or row.get("byline") or row.get("authors"):
        return {}

    said = {name: text for name, text in match.groupdict().items() if text}
    by = " ".join(said.pop("by").replace(" .", "").split())
    found = said | {"byline": f"By {by}"}
    if said or _JOINED.match(row["text"]):
        found["publisher"] = "Daily Mail"

    row["text"] = row["text"][match.end() :]
    return _put_new(row, found)


def put_outlet_of_opening(row: Row) -> dict[str, str]:
    """Fill the outlet, and the place, that a text of CNN opens with in CNN/DailyMail.

    Examples
    --------
    >>> row = {"text": "Dullport (CNN)The ferry sails again."}
    >>> sorted(put_outlet_of_opening(row)), row["publisher"], row["dateline"]
    (['dateline', 'publisher'], 'CNN', 'Dullport')
    """
    match = _CNN.match(str(row.get("text") or "")[:_LOOK])
    if match is None:
        return {}

    return _put_new(row, {"publisher": "CNN", "dateline": match["place"]})


def _put_new(row: Row, found: Mapping[str, str | None]) -> dict[str, str]:
    """Fill what an opening tells and the row does not state; return how it was found."""
    new = {name: text for name, text in found.items() if text and not row.get(name)}
    row |= new
    return dict.fromkeys(new, _NOTED)
