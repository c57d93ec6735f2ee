"""What a file holds, looked at once: its bytes, its text, and the parts of a document."""

from __future__ import annotations

import codecs
import re
from functools import cached_property
from typing import TYPE_CHECKING

from newskit.errors import ReadError, import_extra
from newskit.reading.decoding import BOMS_UTF16, Decoded, decode
from newskit.reading.document_parts import Paragraphs, paragraphs_of_docx
from newskit.reading.limits import MAX_COLLECTION
from newskit.reading.page import declared_encoding, decode_page, page_of

if TYPE_CHECKING:
    from newskit.reading.file import File

HEAD = 2_000_000
"""Bytes that a form is looked for in: a page of Factiva opens with 200 kB of scripts."""
_LOOK = 200_000
"""Bytes in which the root of a page stands, or the first NUL of what is no text."""
_START = 20_000
"""Bytes in which the root of XML stands, or the first element of a feed."""
_MAIL_HEADER = 20_000
# Two fields at least: "Subject: Ferries" alone is the first line of a text.
_MAIL = re.compile(rb"\A\s*(?:[\w-]{2,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){2}")
_RTF_WORD = re.compile(r"\\pict[^{}]*|\\[a-z]{1,32}-?\d{0,10} ?|[{}]")
_PICTURE = re.compile(rb"\{\\pict[^{}]*\}")
_LINK = re.compile(r'\("https?://[^"\s]{1,2000}"\)')
_MOST_GROUPS = 1_000_000
_WHOLE_PER_BROKEN = 3
"""Characters beyond ASCII in whole UTF-8, for each broken one: of windows-1252 hardly any is."""
_NOT_DECLARED = ("", "utf-8", "utf8", "iso-8859-1", "latin-1", "windows-1252", "cp1252", "us-ascii")


class Content:
    """What one file holds; whoever asks second gets what the first one found."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.damage: str | None = None
        """Where a packed file breaks off, once it was unpacked."""

    @cached_property
    def data(self) -> bytes:
        """All bytes.

        Raises
        ------
        ReadError
            If they are more than a collection may have, or cannot be read.
        """
        if not self.file.is_packed:
            return self.file.read_collection()

        found = self.file.unpack(MAX_COLLECTION)
        self.damage = found.damage
        return found.data

    @property
    def seen(self) -> bytes | None:
        """All bytes, if somebody has asked for them."""
        return self.__dict__.get("data")

    @cached_property
    def opening(self) -> bytes:
        """The first bytes; of a file on disk no more than these are read."""
        is_on_disk = self.file.is_on_disk and self.seen is None
        # Of a small file nothing is left to read then; a piece may not hold the beginning.
        is_part = is_on_disk and (self.file.segment or self.file.is_packed)
        if is_part or (is_on_disk and self.file.path.stat().st_size > HEAD):
            return self.file.opening(HEAD)

        return self.data[:HEAD]

    @cached_property
    def head(self) -> str:
        """The opening as text, for looking only; empty where it is none."""
        return self._text_of(HEAD)

    @cached_property
    def start(self) -> str:
        """The first lines as text: for what stands there, or nowhere."""
        return self._text_of(_START)

    def _text_of(self, size: int) -> str:
        first = self.page[:size] if self.is_mail else self.opening[:size]
        is_utf16 = first.startswith(BOMS_UTF16)
        if self.is_zip or (b"\0" in first[:_LOOK] and not is_utf16):
            return ""

        text = first.decode("utf-16" if is_utf16 else "utf-8", "replace").lstrip("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def is_mail(self) -> bool:
        """Whether it begins with the header of a mail, or of a page saved in one file (MHTML)."""
        has_type = b"content-type:" in self.opening[:_MAIL_HEADER].lower()
        return has_type and _MAIL.match(self.opening[:_MAIL_HEADER]) is not None

    @cached_property
    def page(self) -> bytes:
        """The page within a mail or within such a file; all bytes of anything else."""
        if not self.is_mail:
            return self.data

        try:
            return page_of(self.data).data
        except ReadError:  # a mail without a page
            return self.data

    @property
    def is_zip(self) -> bool:
        """Whether it begins as a ZIP does, and so as a document of Word does."""
        return self.opening.startswith(b"PK\x03\x04")

    @property
    def is_rtf(self) -> bool:
        """Whether it begins as RTF does."""
        return self.opening.startswith(b"{\\rtf")

    @cached_property
    def is_html(self) -> bool:
        """Whether it is a page or a part of one; a text may hold some tags, too."""
        return self.start.lstrip().startswith("<") or "<html" in self.head[:_LOOK].lower()

    @property
    def is_plain_page(self) -> bool:
        """Whether it is a page whose letters are bytes: no mail, no UTF-16."""
        is_packed = self.is_mail or self.opening.startswith(BOMS_UTF16)
        return self.is_html and not is_packed

    @cached_property
    def decoded(self) -> Decoded:
        """The text: UTF-8, else what it declares, else a guess, which is told.

        Raises
        ------
        ReadError
            If it is not text.
        """
        return _decoded(self.page)

    @property
    def text(self) -> str:
        """The text without a mark of its encoding, its lines ended by a newline alone."""
        return self.decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def document(self) -> Paragraphs:
        """The paragraphs of a document of Word; none for anything else.

        Raises
        ------
        ReadError
            If it is too large, or broken before its first paragraph.
        """
        return paragraphs_of_docx(self.data) if self.is_zip else Paragraphs([])

    @cached_property
    def rtf_words(self) -> str:
        """An RTF file without its commands, roughly: enough to see what it is."""
        return _RTF_WORD.sub("", self.data.decode("latin-1"))

    @cached_property
    def rtf_text(self) -> str:
        """The text of an RTF file.

        Raises
        ------
        MissingExtraError
            If striprtf is not installed.
        """
        return text_of_rtf(self.data)

    def warnings(self) -> list[str]:
        """Return what is to be known of how the text was decoded."""
        is_guess = "decoded" in self.__dict__ and self.decoded.warning
        return [str(self.decoded.warning)] if is_guess else []


def text_of_rtf(data: bytes) -> str:
    """Return the text of RTF, a paragraph a line.

    Raises
    ------
    ReadError
        If its numbers or alphabets are none, or it has more groups than a collection may have.
    MissingExtraError
        If striprtf is not installed.
    """
    striprtf = import_extra("striprtf.striprtf", "rtf", "Reading RTF")
    # Pictures are most of the bytes, and no text.
    plain = _PICTURE.sub(b"", data)
    groups = plain.count(b"{")
    if groups > _MOST_GROUPS:
        raise ReadError(f"The file has {groups:,} groups; the limit for RTF is {_MOST_GROUPS:,}.")

    # RTF is ASCII, and says itself how other bytes are to be read.
    try:
        text: str = striprtf.rtf_to_text(plain.decode("cp1252", "replace"), errors="replace")
    except (ValueError, OverflowError, LookupError) as err:
        raise ReadError(f"The file is not an RTF document that can be read: {err}.") from err

    # What striprtf prints of a link behind its words.
    return _LINK.sub("", text)


def _decoded(data: bytes) -> Decoded:
    """Return a text that archives wrote: UTF-8, or windows-1252 in spite of what it says."""
    if data.startswith(BOMS_UTF16):
        return decode(data)

    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")
    try:
        # A file that is cut off may end within a letter.
        return Decoded(codecs.getincrementaldecoder("utf-8")().decode(data))
    except UnicodeDecodeError:
        pass

    if declared_encoding(data) not in _NOT_DECLARED:
        return decode_page(data)

    text = data.decode("utf-8", "replace")
    n_broken = text.count("\ufffd")
    n_whole = len(text) - len(text.encode("ascii", "ignore")) - n_broken
    if n_whole >= _WHOLE_PER_BROKEN * n_broken:
        return Decoded(text, "some bytes are not UTF-8; they are shown as U+FFFD")

    # Five bytes mean nothing there.
    return Decoded(data.decode("cp1252", "replace"))
