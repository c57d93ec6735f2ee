"""Times as only programs write them, written out as outlets print them."""

from __future__ import annotations

import datetime as dt
import re

from newskit.timestamps.scan import MAX_LINE

# 20240506T073000Z, 20240506T0730
_COMPACT = re.compile(
    r"\b((?:19|20)\d\d)([01]\d)([0-3]\d)T([0-2]\d)([0-5]\d)([0-5]\d)?(Z|[+-]\d{2}:?\d{2})?\b"
)
# "Mon May 06 07:30:00 +0000 2024", as C and Twitter write it
_C_TIME = re.compile(r"\w{3} (\w{3}) +(\d{1,2}) (\d\d:\d\d:\d\d)( [+-]\d{4}| [A-Z]{1,4})? (\d{4})")
# 07:30:00 +0000: RFC 2822 leaves a blank before the offset.
_OFFSET_APART = re.compile(r"(\d\d:\d\d(?::\d\d)?) ([+-]\d{4}|\+\d\d:\d\d)\b")
# Whole lines: 20240506; and seconds or milliseconds since 1970, of the years 2001 to 2033. A
# telephone number may have ten digits, too, but seldom begins with a 1.
_DAY = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)\s*")
_COUNT = re.compile(r"\s*(1\d{9})(\d{3})?(?:\.\d{1,9})?\s*")


def written_out(line: str) -> str:
    """Return a line in which machines' times are written as people print them.

    Examples
    --------
    >>> written_out("Updated 20240506T073000Z"), written_out("1714980600")
    ('Updated 2024-05-06 07:30:00Z', '2024-05-06 07:30:00Z')
    >>> written_out("Mon, 06 May 2024 07:30:00 +0530")
    'Mon, 06 May 2024 07:30:00+0530'
    """
    # A stamp line is short, and what is longer is not one.
    if len(line) > MAX_LINE:
        return line

    count = _COUNT.fullmatch(line)
    if count:
        moment = dt.datetime.fromtimestamp(int(count[1]), dt.UTC)
        return f"{moment:%Y-%m-%d %H:%M:%SZ}"

    line = _DAY.sub(r"\1-\2-\3", line) if _DAY.fullmatch(line) else line
    line = _COMPACT.sub(_with_marks, line)
    return _OFFSET_APART.sub(r"\1\2", _C_TIME.sub(r"\2 \1 \5 \3\4", line))


def _with_marks(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = match.groups("")
    clock = f"{hour}:{minute}:{second or '00'}"
    return f"{year}-{month}-{day} {clock}{zone}"
