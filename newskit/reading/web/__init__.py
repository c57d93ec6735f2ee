"""Web pages as they are saved: the head and JSON-LD say who and when, the page itself what; nothing is fetched."""

from __future__ import annotations

from newskit.reading.web.charset import decode_page
from newskit.reading.web.mhtml import page_of
from newskit.reading.web.page import read_page
from newskit.reading.web.safety import check_page

__all__ = ["check_page", "decode_page", "page_of", "read_page"]
