"""The encoding of a page: its mark, UTF-8, what the page declares, then a guess that is told."""

from __future__ import annotations

import codecs
import re

from newskit.csv_files import csv_rows
from newskit.reading.decoding import Decoded, decode

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Bytes in which a page has to declare its encoding; browsers look at 1,024.
_HEAD = 4096
# Bytes of a character in UTF-8, at most.
_LONGEST = 4
# Characters per broken one, at least, of a page in UTF-8 with some foreign bytes.
_PER_BROKEN = 1000

# What browsers read under the names that pages declare.
_AS_BROWSERS = {row["word"]: row["class"] for row in csv_rows(__package__, "encodings.csv")}


def decode_page(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a page; NUL characters are dropped, as browsers do.

    Parameters
    ----------
    data : bytes
        The page.
    declared : str, optional
        The encoding stated outside of the page (in the header of an MHTML part).
    """
    if data.startswith(_BOMS):
        return decode(data)

    plain = data.replace(b"\0", b"")
    warning = "NUL bytes in the page were dropped" if plain != data else None
    try:
        return Decoded(plain.decode("utf-8"), warning)
    except UnicodeDecodeError as err:
        whole = plain[: err.start]

    # What cannot be read stands at the very end, or it is another encoding.
    if len(whole) < len(plain) - _LONGEST:
        return _not_utf8(plain, declared, warning)

    cut = "the page ends within a character: it was cut off"
    return Decoded(whole.decode("utf-8"), warning or cut)


def _not_utf8(data: bytes, declared: str | None, warning: str | None) -> Decoded:
    # A page that declares UTF-8 is wrong about it.
    name = (declared or declared_encoding(data)).lower()
    name = _AS_BROWSERS.get(name, name)
    if name not in ("", "utf-8", "utf8"):
        try:
            return Decoded(data.decode(name), warning)
        except (LookupError, UnicodeDecodeError):
            pass  # declared wrongly, or unknown: guess

    # Some foreign bytes in a page that is UTF-8 otherwise.
    text = data.decode("utf-8", "replace")
    if _PER_BROKEN * text.count("\ufffd") <= len(text):
        return Decoded(text, "some bytes of the page are not UTF-8; they are shown as U+FFFD")

    return decode(data)


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page declares; an empty string if it declares none."""
    head = data[:_HEAD]
    match = _XML.search(head) or _DECLARED.search(head)
    return match[1].decode("ascii").lower() if match else ""
