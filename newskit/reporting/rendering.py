"""From what is shown to a page: every value is escaped, save HTML that `newskit.html` has made."""

from __future__ import annotations

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
    """Write a page; a file of that name is replaced."""
    target = Path(path)
    with _told_if_unwritable(target):
        target.write_bytes(html.encode("utf-8"))
    return target


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
