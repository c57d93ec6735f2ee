"""Documents of word processors: their text is read as a pasted article, a paragraph a line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, NoReturn

from newskit.errors import ReadError, import_extra
from newskit.reading.archives import BROKEN
from newskit.reading.file import File
from newskit.reading.limits import MAX_ARTICLE, check_size
from newskit.reading.rows import Hints, Row
from newskit.reading.text_files import row_of_text

_BODY = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_WORD}p", f"{_WORD}t"
_BREAKS = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": " "}
# What a text box holds stands there twice, the second time for old programs; what was moved does,
# too, until somebody accepts that.
_COPIES = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{_WORD}moveFrom",
)

_RTF_GROUPS = 20_000
"""Opening braces of an RTF file; its pictures have none, and an article has some hundreds."""


def read_docx(file: File, hints: Hints) -> Row:
    """Return the row of a Word document (.docx).

    Read here and not by python-docx, which unpacks all parts of a document, however large they are,
    before it can be asked what is in it.

    Raises
    ------
    ReadError
        If it is no such document, is too large, or holds no article.
    """
    import lxml.etree

    # Entities of its own could multiply without end; no document of Word has any.
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = lxml.etree.fromstring(_body(file.read()), parser)
    except lxml.etree.XMLSyntaxError as err:
        raise ReadError(f"The file is not a Word document that can be read: {err}.") from err

    for copy in list(root.iter(*_COPIES)):
        copy.getparent().remove(copy)

    paragraphs = ["".join(_pieces(paragraph)) for paragraph in root.iter(_PARAGRAPH)]
    return row_of_text("\n\n".join(paragraphs), hints)


def looks_like_docx(opening: bytes) -> bool:
    """Say whether bytes begin as a ZIP with the parts of a document."""
    return opening.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in opening


def _body(data: bytes) -> bytes:
    """Return the part with the text; never more is unpacked than an article may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_BODY) as stream:
            # One byte over the limit is enough to know: the size that the ZIP states may be a lie.
            body = stream.read(MAX_ARTICLE + 1)
    except KeyError as err:
        raise ReadError("The file is not a Word document: it has no text.") from err
    except BROKEN as err:
        raise ReadError(f"The file is not a Word document that can be read: {err}.") from err

    check_size(len(body), "The text of the document")
    return body


def _pieces(paragraph: Any) -> Iterator[str]:
    """Return the texts of a paragraph; a paragraph in it, of a text box, is one of its own."""
    for child in paragraph:
        if child.tag == _PARAGRAPH:
            continue

        if child.tag == _TEXT:
            yield child.text or ""

        yield _BREAKS.get(child.tag, "")
        yield from _pieces(child)


def read_rtf(file: File, hints: Hints) -> Row:
    """Return the row of an RTF document.

    Raises
    ------
    ReadError
        If it is no such document, is too large, or holds no article.
    MissingExtraError
        If striprtf is not installed.
    """
    data = file.read()
    if not looks_like_rtf(data):
        raise ReadError("The file is not an RTF document.")

    groups = data.count(b"{")
    if groups > _RTF_GROUPS:
        raise ReadError(f"The file has {groups:,} groups; the limit for RTF is {_RTF_GROUPS:,}.")

    striprtf = import_extra("striprtf.striprtf", "rtf", "Reading RTF")
    # RTF is ASCII, and says itself how other bytes are to be read.
    try:
        text = striprtf.rtf_to_text(data.decode("cp1252", "replace"), errors="replace")
    except (ValueError, OverflowError, LookupError) as err:  # numbers and alphabets that are none
        raise ReadError(f"The file is not an RTF document that can be read: {err}.") from err

    return row_of_text(re.sub(r"\n+", "\n\n", text), hints)


def looks_like_rtf(opening: bytes) -> bool:
    """Say whether bytes begin as RTF does."""
    return opening.startswith(b"{\\rtf")


def copy_and_paste(file: File, hints: Hints) -> NoReturn:
    """Say of a document that newskit cannot read what to do with it.

    Raises
    ------
    ReadError
        Always.
    """
    raise ReadError(
        f"{file.suffix.removeprefix('.').upper() or 'PDF'} files are not read. Open it, copy the "
        'text of the article, and paste it: nk.read_articles("""...""").'
    )


def looks_like_pdf(opening: bytes) -> bool:
    """Say whether bytes begin as PDF does."""
    return opening.startswith(b"%PDF-")
