"""A worksheet: an article with numbered lines and room to write, tasks for a pen, and a key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import newskit
from newskit.errors import InputError
from newskit.html import records, safe_language
from newskit.pipeline import Analysis, analyze
from newskit.reporting.facts import Row, head, name_of
from newskit.reporting.provenance import fields_hash
from newskit.reporting.rendering import render, resource, write_page
from newskit.teaching.key import FilledSheet, key_parts, readability_told, right_told
from newskit.teaching.printed_lines import PrintedLine, PrintedText, direction, printed
from newskit.teaching.tasks import TASKS, PenTask, chosen

TITLE = "Reading with a pen"
_ROOM = "newskit.teaching"
_TABLES = ("quotes", "timeline", "certainty", "readability", "sentences")
_FACTS = ("By", "Outlet", "Published", "Updated")
# Lines that fill two pages of A4 with room between them; as many as fit when they stand closer.
_AIRY, _CLOSE = 34, 46
_SHOWN_HASH = 16  # of 64 digits: it is to tell two sheets apart, on paper


def worksheet(
    article: Any,
    path: str | Path,
    *,
    title: str | None = None,
    tasks: str | Iterable[str] = TASKS,
    key: bool = True,
) -> Path:
    """Write a worksheet about one article, to be printed: lines with numbers, tasks, and a key.

    A class marks the article by pen; since lines are broken by newskit and not by the printer,
    "line 14" is the same for everybody. The key follows on a page of its own: what newskit found,
    with what it is not sure of. An article of up to 600 words fits on two pages of A4 or Letter.

    Parameters
    ----------
    article : str, DataFrame, path or Analysis
        One article: whatever `newskit.analyze` takes.
    path : str or pathlib.Path
        The file to write; its folder must be there. A file of that name is replaced.
    title : str, optional
        What stands above the tasks; without it "Reading with a pen".
    tasks : str or list of str
        What is to be marked, of "quotations", "times", "sources" and "hedges", in this order.
        None at all leaves an article with numbered lines.
    key : bool
        Whether the key is part of the file. For the students' copy, leave it out.

    Returns
    -------
    pathlib.Path
        The file: it has no script, needs no network, and the same article gives the same bytes.

    Raises
    ------
    InputError
        If there is not exactly one article, or it has no text.
    UnknownNameError
        If there is no such task.
    ReadError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> import newskit as nk
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> nk.worksheet(nk.load_example(), folder / "worksheet.html", key=False).name
    'worksheet.html'
    """
    wanted = chosen(tasks)
    source = article.articles if isinstance(article, Analysis) else article
    made = analyze(source, only=_TABLES, progress=False).tables()
    row = _one_article(records(made["articles"]))
    sheet = FilledSheet(made, printed(row["text"]))
    view = _view(row, sheet.text, wanted) | {
        "title": title or TITLE,
        "key": _key(sheet, wanted, row) if key else None,
        "version": newskit.__version__,
        "hash": fields_hash(row)[:_SHOWN_HASH],
    }
    return write_page(render("worksheet.html.j2", view, _ROOM), path)


def _one_article(rows: list[dict[str, Any]]) -> Row:
    """Return the article, or raise the error for a worksheet that could not be made."""
    if len(rows) != 1:
        raise InputError(
            f"A worksheet is about one article; got {len(rows)}. "
            "Choose one: nk.worksheet(articles.iloc[[0]], 'worksheet.html')."
        )

    row = rows[0]
    if row.get("error"):
        raise InputError(f"{row['article_id']!r} could not be read: {row['error']}")

    text = row.get("text") or ""
    if not text.strip():
        raise InputError(f"{row['article_id']!r} has no text in its column 'text'.")
    return row


def _view(
    row: Row,
    text: PrintedText,
    tasks: list[PenTask],
) -> dict[str, Any]:
    """Gather what the template shows of the article."""
    facts = [fact for fact in head(row) if fact["name"] in _FACTS]
    return {
        "name": name_of(row),
        "style": resource("style.css") + resource("worksheet.css", _ROOM),
        "tasks": tasks,
        "spacing": _spacing(len(text.starts)),
        "language": safe_language(row.get("language")),
        "headline": row.get("headline"),
        "standfirst": row.get("standfirst"),
        "facts": facts,
        "paragraphs": _paragraphs(row, text),
    }


def _spacing(n_lines: int) -> str:
    if n_lines <= _AIRY:
        return "airy"
    return "close" if n_lines <= _CLOSE else "dense"


def _paragraphs(row: Row, text: PrintedText) -> list[dict[str, Any]]:
    """Return the paragraphs line by line, each after its subheads."""
    subheads = _subheads(row)
    shown = []
    for number, lines in enumerate(text.paragraphs):
        whole = row["text"][lines[0].start : lines[-1].end]
        paragraph = {
            "subheads": subheads.get(number, []),
            "direction": direction(whole),
            "lines": [_line(row, line) for line in lines],
        }
        shown.append(paragraph)

    return shown


def _line(row: Row, line: PrintedLine) -> dict[str, Any]:
    # A line that was wrapped in the file is not wrapped here.
    words = row["text"][line.start : line.end].split()
    return {"number": line.number, "words": " ".join(words)}


def _subheads(row: Row) -> dict[int, list[str]]:
    """Return the subheads by the number of the paragraph they stand before."""
    heads, before = row.get("subheads") or [], row.get("subhead_before") or []
    found: dict[int, list[str]] = {}
    # A table of the user's own may have one of the two only.
    for subhead, number in zip(heads, before, strict=False):
        found.setdefault(int(number), []).append(str(subhead))

    return found


def _key(
    sheet: FilledSheet,
    tasks: list[PenTask],
    row: Row,
) -> dict[str, Any]:
    language = row.get("language") or "en"
    is_english = str(language).lower().startswith("en")
    foreign = f" Its rules are for English; this article says that it is {language}."
    return {
        "parts": key_parts(sheet, tasks),
        "readability": readability_told(sheet),
        "right": right_told(tasks),
        "foreign": "" if is_english else foreign,
    }
