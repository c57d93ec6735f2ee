"""From what is shown to a page: every value is escaped, save HTML that `newskit.html` has made."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.errors import ReadError
from newskit.html import escape
from newskit.spreadsheets import write_csv


def resource(name: str, room: str = "newskit.reporting") -> str:
    """Return a template or a style sheet of this room, or of another."""
    return (files(room) / name).read_text(encoding="utf-8")


def render(template: str, view: dict[str, Any], room: str = "newskit.reporting") -> str:
    """Fill a template; a name that it has wrong is an error, not a blank."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def finalize(value: Any) -> Any:
        # Jinja's own escaping would let control characters through.
        return value if hasattr(value, "__html__") else Markup(escape(value))

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.from_string(resource(template, room)).render(view)


def write_page(html: str, path: str | Path) -> Path:
    """Write a page; a file of that name is replaced, when all of the new one is there."""
    target = Path(path)
    with _told_if_unwritable(target):
        _write_whole(html.encode("utf-8"), target)
    return target


def _write_whole(data: bytes, target: Path) -> None:
    is_no_file = target.exists() and not target.is_file()
    if is_no_file:  # /dev/stdout, or a folder, which is an error
        target.write_bytes(data)
        return

    place = target.resolve()  # a link stays one
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    begun = place.with_name(f".{place.name[:100]}.{os.getpid()}.part")
    try:
        begun.write_bytes(data)
        begun.replace(place)
    finally:
        begun.unlink(missing_ok=True)


def write_table(table: pd.DataFrame, target: Path) -> None:
    """Write a table that belongs to a page, as CSV that a spreadsheet can open safely."""
    with _told_if_unwritable(target):
        write_csv(table, target)


@contextmanager
def _told_if_unwritable(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise ReadError(f"The page could not be written to {str(target)!r}: {why}.") from error
