"""Web pages as they are saved: the head and JSON-LD say who and when, the page itself what.

Nothing is fetched.
"""

from __future__ import annotations

from newskit.reading.page.charset import declared_encoding, decode_page
from newskit.reading.page.mhtml import page_of
from newskit.reading.page.read_page import read_page
from newskit.reading.page.safety import check_page

__all__ = ["check_page", "declared_encoding", "decode_page", "page_of", "read_page"]
