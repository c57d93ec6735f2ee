"""A day that stands in the address of a page, or at the end of its <title>."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator

from newskit.reading.page.read_moment import StatedMoment, read_moment

# "/2024/05/06/", "/2024-05-06-ferry"
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-](\d\d?)[/_-](\d\d?)(?!\d)")
# "Ferry sails | The Bay Courier | 06.05.2024"
_IN_TITLE = re.compile(r"(?:[|,–—-]|\s)\s*(\d\d?\.\s?\d\d?\.\s?(?:19|20)\d\d)\s*\Z")


def stated_day(title: str, address: str) -> StatedMoment | None:
    """Return the day of the address, else that of the title; None where neither has one."""
    return next(_days(title, address), None)


def _days(title: str, address: str) -> Iterator[StatedMoment]:
    in_address = _IN_ADDRESS.search(address)
    if in_address:
        # 2024/99/12 is the number of an article.
        with contextlib.suppress(ValueError):
            day = dt.date(*map(int, in_address.groups()))
            yield StatedMoment(day, in_address[0], "url")

    in_title = _IN_TITLE.search(title)
    printed = read_moment(in_title[1]) if in_title else None
    if printed is not None:
        yield StatedMoment(printed, title, "title")
