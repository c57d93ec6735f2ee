"""The encoding of a page: its mark, UTF-8, what the page declares, then a guess that is owned up to."""

from __future__ import annotations

import codecs
import re

from newskit.reading.decoding import Decoded, decode

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_HEAD = 4096  # bytes in which a page has to declare its encoding; browsers look at 1,024
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers read under these names.
_AS_BROWSERS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
}  # fmt: skip


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
    warning = None
    if b"\0" in data:
        data, warning = data.replace(b"\0", b""), "NUL bytes in the page were dropped"
    try:
        return Decoded(data.decode("utf-8"), warning)
    except UnicodeDecodeError as err:
        if err.start >= len(data) - 4:  # cut off within a character
            return Decoded(
                data[: err.start].decode("utf-8"), warning or "the page ends within a character: it was cut off"
            )
    return _not_utf8(data, declared, warning)


def _not_utf8(data: bytes, declared: str | None, warning: str | None) -> Decoded:
    match = _XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    name = (declared or (match[1].decode("ascii") if match else "")).lower()
    name = _AS_BROWSERS.get(name, name)
    if name and name not in ("utf-8", "utf8"):
        try:
            return Decoded(data.decode(name), warning)
        except (LookupError, UnicodeDecodeError):
            pass  # declared wrongly, or unknown: guess
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 1000 <= len(text):
        return Decoded(text, "some bytes of the page are no UTF-8; they are shown as U+FFFD")
    return decode(data)
