"""Small writers of files as archives make them: the articles are invented, the layouts are true."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def docx(lines: list[str]) -> bytes:
    r"""Write a Word document: a line a paragraph, "\n" in it a break, "[a|b]" a table with two cells."""
    body = "".join(map(_paragraph, lines))
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_NAMES}><w:body>{body}</w:body></w:document>'
    header = f"<w:hdr {_NAMES}><w:p><w:r><w:t>Page of headlines</w:t></w:r></w:p></w:hdr>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", "\ufeff" + document)
        parts.writestr("word/header1.xml", header)
    return packed.getvalue()


def _paragraph(line: str) -> str:
    if line.startswith("[") and "|" in line:
        cells = "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in line.strip("[]").split("|"))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"

    runs = "".join(_run(piece) for piece in line.split("\n"))
    # A linked word stands in an element of its own, an inserted one as well.
    return f"<w:p><w:hyperlink r:id='x'>{runs.removeprefix('<w:r><w:br/></w:r>')}</w:hyperlink></w:p>"


def _run(piece: str) -> str:
    return f'<w:r><w:br/></w:r><w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'


def rtf(paragraphs: list[str]) -> bytes:
    r"""Write RTF: a paragraph a line, "<b>words</b>" in bold, "<new>" a new page, "<hit>" a search word."""
    picture = r"{\pict\jpegblip " + "ff00" * 500 + "}"
    lines = "\n".join(_rtf_line(line) for line in paragraphs)
    return rf"{{\rtf1\ansi\ansicpg1252\uc2{{\fonttbl{{\f0 Arial;}}}}{picture}{lines}}}".encode("ascii")


def _rtf_line(line: str) -> str:
    if line == "<new>":
        return r"\page"
    for tag, control in (("<b>", r"{\b "), ("</b>", r"\b0 }"), ("<hit>", r"{\highlight7 "), ("</hit>", "}")):
        line = line.replace(tag, control)
    escaped = "".join(char if char.isascii() else rf"\u{ord(char)}??" for char in line)
    return rf"\pard {escaped}\par"
