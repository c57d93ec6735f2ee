"""Rows of the articles table: how one is begun, and how one that could not be read looks."""

from __future__ import annotations

from typing import Any

from newskit.reading.sources import File

Row = dict[str, Any]


def error_row(file: File, form: str | None, why: str) -> Row:
    """Return the row of a file that could not be read."""
    return {"article_id": file.article_id, "source": file.name, "format": form, "error": why}
