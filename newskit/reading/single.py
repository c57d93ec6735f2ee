"""One file to one row or one table; what goes wrong with it stays its own."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from newskit import tables
from newskit.errors import InputError, MissingExtraError, ReadError
from newskit.inputs import stack
from newskit.reading.columns import ARTICLES
from newskit.reading.content import Content
from newskit.reading.describing.not_understood import not_understood
from newskit.reading.file import File
from newskit.reading.formats import (
    Format,
    form_of,
    format_named,
    format_of_ending,
    read_as,
)
from newskit.reading.gzips import is_gzip
from newskit.reading.language import with_language
from newskit.reading.rows import Hints, Row
from newskit.reading.segment import Segment
from newskit.reading.table import articles_of_frame
from newskit.reading.warc_files import looks_like_web_archive


class Task(NamedTuple):
    """What is done with every file; sent to other processes, so plain data only."""

    form: str | None
    """Name of the form to read every file as; None: each file's ending or content says."""
    hints: Hints
    on_error: str

    def __call__(self, file: File) -> Row | pd.DataFrame:
        """Read one file; what goes wrong with it is one row, or an error that names it."""
        try:
            return self._read(file)
        except (ReadError, InputError, MissingExtraError, OSError) as err:
            # The system's errors name the path again; what went wrong is in `strerror`.
            why = getattr(err, "strerror", None) or str(err)
            return self.failed(file, why, err)

    def failed(
        self,
        file: File,
        why: str,
        err: BaseException | None = None,
    ) -> Row:
        """Return the row of a file that could not be read, or raise, as the user wants it."""
        if self.on_error == "raise":
            if isinstance(err, MissingExtraError):  # no fault of the file
                raise err

            where = str(file.path) if file.member is None else file.name
            raise ReadError(f"{where!r}: {why}") from err

        # The form that was asked for, else what the name says; nothing is known of the content.
        form = format_of_ending(file.suffix)
        name = self.form or (form.name if form.is_read else None)
        row = {"article_id": file.article_id, "source": file.name, "format": name, "error": why}
        return row | file.segment.failed(file.article_id, why) if file.segment else row

    def _read(self, file: File) -> Row | pd.DataFrame:
        if file.why:
            raise ReadError(file.why)

        if file.segment:
            return self._read_segment(file, file.segment)

        # Looked at once, by whoever recognizes the form and by whoever reads it.
        file = looked_at(file)
        content = file.content or Content(file)
        form = form_of(file, self.form)
        try:
            made = self.rows_of(read_as(form, file, self.hints), file, form)
        except MissingExtraError:
            raise
        except (ReadError, InputError) as err:
            why = " ".join(filter(None, (str(err), content.damage)))
            raise ReadError(not_understood(why, content, form.name)) from err

        return self._with_damage(made, file, content.damage) if content.damage else made

    def _with_damage(
        self,
        made: Row | pd.DataFrame,
        file: File,
        damage: str,
    ) -> pd.DataFrame:
        """Put a row with `error` behind the articles that stand before the damage of a file."""
        whole = tables.from_rows(ARTICLES, [made]) if isinstance(made, dict) else made
        error: Row = {"article_id": f"{file.article_id}-damage", "error": damage, "warnings": []}
        last = tables.from_rows(ARTICLES, [error | {"source": file.name}])
        return stack([whole, last])

    def rows_of(
        self,
        found: Row | list[Row] | pd.DataFrame,
        file: File,
        form: Format,
    ) -> Row | pd.DataFrame:
        """Return what was found in a file as a row, or a table, of articles."""
        return self._articles(found, file, Segment(form.name))

    def _read_segment(self, file: File, segment: Segment) -> Row | pd.DataFrame:
        """Read a piece of a file; the last one says where the file breaks off, if it does."""
        found: Row | list[Row] | pd.DataFrame | None = file.frame
        if found is None:
            found = read_as(format_named(segment.reader or segment.form), file, self.hints)

        made = self._articles(found, file, segment)
        return self._with_damage(made, file, file.damage) if file.damage else made

    def _articles(
        self,
        found: Row | list[Row] | pd.DataFrame,
        file: File,
        segment: Segment,
    ) -> Row | pd.DataFrame:
        """Return the articles of what was found, its columns named as the opening's are."""
        stated: Row = {"format": segment.form} | ({"source": file.name} if file.name else {})
        if isinstance(found, pd.DataFrame):
            hints = self.hints._replace(settled=segment.settled)
            label_of = segment.labels(file.article_id) if file.article_id else None
            return articles_of_frame(found, hints, stated, label_of)

        # What the user says goes last: a page may call its outlet by another name.
        given = {"publisher": self.hints.publisher} if self.hints.publisher else {}
        if isinstance(found, dict):
            return {"article_id": file.article_id} | stated | with_language(found) | given

        return tables.from_rows(ARTICLES, _of_one_file(found, file, stated, given))


def looked_at(file: File) -> File:
    """Return a file with its content, packed or not; web archives are unpacked by their reader."""
    content = Content(file)
    if not is_gzip(content.opening) or looks_like_web_archive(content):
        return file._replace(content=content)

    packed = file._replace(is_packed=True)
    return packed._replace(content=Content(packed))


def _of_one_file(
    found: list[Row],
    file: File,
    stated: Row,
    given: Row,
) -> list[Row]:
    """Give the articles of one file ids: "export-1", "export-2"; one alone has the file's own."""
    rows = []
    first = file.segment.first + 1 if file.segment else 1
    is_one = len(found) == 1 and not file.segment
    for number, row in enumerate(found, start=first):
        article_id = file.article_id if is_one else f"{file.article_id}-{number}"
        rows.append({"article_id": article_id} | stated | with_language(row) | given)

    return rows
