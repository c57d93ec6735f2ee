"""The forms that are read, each a service and one of its layouts; and what each is known by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from newskit.csv_files import csv_rows

ANY = "any"
"""The service of forms that anybody writes."""
_COLUMNS = "columns: "
_FAMILIES = {"jsonl": "json"}


class Form(NamedTuple):
    """A layout of a service or a program, as forms.csv states it."""

    form: str
    format: str
    """What the column `format` of the articles says."""
    service: str
    layout: str
    mark: str
    """What it is known by."""

    @property
    def columns(self) -> frozenset[str]:
        """Names that all stand in a table of this form; none where it is no table."""
        is_table = self.mark.startswith(_COLUMNS)
        return frozenset(self.mark.removeprefix(_COLUMNS).split() if is_table else ())

    @property
    def title(self) -> str:
        """The service and the layout."""
        return self.layout if self.service == ANY else f"{self.service}, {self.layout}"


@cache
def forms() -> tuple[Form, ...]:
    """Return all forms, in the order of the registry."""
    return tuple(Form(**row) for row in csv_rows(__package__, "forms.csv"))


def form_of(form: str, columns: Collection[str] = ()) -> Form | None:
    """Return the form of a file: of a table that whose columns it has, most of them.

    >>> form_of("csv", ["article", "highlights", "id"]).service, form_of("csv").layout
    ('CNN/DailyMail', 'CSV, TSV')
    """
    fitting = [one for one in forms() if one.columns and one.columns.issubset(columns)]
    # The same program writes CSV and JSON: its own layout goes first.
    family = _FAMILIES.get(form, form)
    if fitting:
        return max(fitting, key=lambda one: (one.format == family, len(one.columns)))

    return next(_of_format(form), None)


def _of_format(form: str) -> Iterator[Form]:
    return (one for one in forms() if one.format == form and not one.columns)


def mark_of(form: str) -> str:
    """Return what files of a format are known by; empty for one that is not read.

    >>> mark_of("factiva-xml")
    'the root PPSResponse'
    """
    return "; or ".join(dict.fromkeys(one.mark for one in _of_format(form)))
