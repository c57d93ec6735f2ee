"""The paragraphs of a Word document (.docx), also of one that was cut off or damaged."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import NamedTuple

from newskit.errors import ReadError
from newskit.reading.archives import BROKEN
from newskit.reading.limits import MAX_COLLECTION, check_size

_BODY = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_WORD}p", f"{_WORD}t"
_PRINTED = {
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}tab": "\t",
    f"{_WORD}noBreakHyphen": "-",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADER = struct.Struct("<4sHHHHHIIIHH")
"""What stands before each part of a ZIP, with the length of its name at the end."""
_DEFLATED = 8
_PER_READ = 1_000_000
_CUT = "The document is cut off or damaged: what stands behind is lost"


class Paragraphs(NamedTuple):
    """The paragraphs of a document, and where it breaks off, if it does."""

    lines: list[str]
    damage: str | None = None


def paragraphs_of_docx(data: bytes) -> Paragraphs:
    """Return the paragraphs of a document, in order, with those of its tables.

    Headers and footers, which repeat the headline on every page, are other parts and are not read.

    Raises
    ------
    ReadError
        If it is no such document, too large, or holds no paragraph that can be read.
    """
    import lxml.etree

    body, damage = _body(data)
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = lxml.etree.fromstring(body.lstrip(b"\xef\xbb\xbf"), parser)
    except lxml.etree.XMLSyntaxError:  # not one element of it
        root = None

    if root is None:
        raise ReadError("The file is not a Word document that can be read.")

    errors = [err for err in parser.error_log if err.level_name == "FATAL"]
    if errors and not damage:
        damage = f"{_CUT} (line {errors[0].line} of {_BODY}: {errors[0].message})"

    for copy in list(root.iter(_FALLBACK, f"{_WORD}moveFrom")):
        copy.getparent().remove(copy)

    return Paragraphs(_lines(root), damage)


def _lines(root: object) -> list[str]:
    """Return the paragraphs: text stands in links and in insertions, too."""
    found: list[list[str]] = []
    for element in root.iter(_PARAGRAPH, _TEXT, *_PRINTED):  # type: ignore[attr-defined]
        if element.tag == _PARAGRAPH:
            found.append([])
        elif found:
            found[-1].append(_PRINTED.get(element.tag) or element.text or "")

    return ["".join(pieces) for pieces in found]


def _body(data: bytes) -> tuple[bytes, str | None]:
    """Return the part with the text, and where it breaks off; never more than the limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_BODY) as stream:
            # One byte over the limit is enough to know: what the ZIP states may be a lie.
            body = stream.read(MAX_COLLECTION + 1)
    except KeyError as err:
        raise ReadError("The file is not a Word document: it has no text.") from err
    except BROKEN as err:
        body = _salvaged(data)
        if not body:
            raise ReadError(f"The file is not a Word document that can be read: {err}.") from err

        return body, f"{_CUT} ({err})"

    check_size(len(body), "The text of the document", MAX_COLLECTION)
    return body, None


def _salvaged(data: bytes) -> bytes:
    """Return what can be unpacked of the text of a broken ZIP, whose list stands at its end."""
    for match in re.finditer(rb"PK\x03\x04", data):
        header = data[match.start() : match.start() + _HEADER.size]
        if len(header) < _HEADER.size:
            break

        fields = _HEADER.unpack(header)
        name_at = match.start() + _HEADER.size
        begin = name_at + fields[-2] + fields[-1]
        name = data[name_at : name_at + fields[-2]]
        if name == _BODY.encode() and fields[3] == _DEFLATED:
            return _inflated(data[begin:])

    return b""


def _inflated(packed: bytes) -> bytes:
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    try:
        while packed and not unpack.eof and len(pieces) * _PER_READ < MAX_COLLECTION:
            pieces.append(unpack.decompress(packed, _PER_READ))
            packed = unpack.unconsumed_tail
    except zlib.error:  # here it breaks
        pass

    return b"".join(pieces)
