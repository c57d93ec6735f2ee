"""Pages saved with their pictures in one file (.mhtml): the HTML part is the page."""

from __future__ import annotations

import email
import email.policy
from typing import NamedTuple

from newskit.errors import ReadError

_HTML = ("text/html", "application/xhtml+xml")
MAX_PARTS = 5_000


class Saved(NamedTuple):
    """The page in an MHTML file, the encoding stated for it, and its address."""

    data: bytes
    charset: str | None
    url: str | None


def page_of(data: bytes) -> Saved:
    """Return the first HTML part of an MHTML file.

    Raises
    ------
    ReadError
        If there is none.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except RecursionError as err:
        raise ReadError("The parts of the file are nested too deep.") from err

    for number, part in enumerate(message.walk()):
        if number > MAX_PARTS:
            raise ReadError(f"The file has more than {MAX_PARTS:,} parts; that is the limit.")

        if part.get_content_type() not in _HTML:
            continue

        # An HTML part without content is not the page.
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            here = part.get("Content-Location", "")
            address = str(message.get("Snapshot-Content-Location") or here).strip()
            return Saved(payload, part.get_content_charset(), address or None)

    raise ReadError("The file holds no HTML part: it is not a saved web page.")
