"""The labels that archives print before their fields: one list, by service and language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from newskit.csv_files import csv_rows

_ROWS = csv_rows(__package__, "labels.csv")
_LABEL = re.compile(
    r"\s*(?P<label>[^\W\d_][\w /&.-]{0,33}?)\s*:\s*(?P<value>\S.*)?$", re.DOTALL
)


class Labeled(NamedTuple):
    """A line that opens with a label that is known."""

    field: str
    """The record's field, or the name in `extra`."""
    label: str
    value: str


def labels_of(service: str) -> Mapping[str, str]:
    """Return the labels of a service, folded -> their fields."""
    return MappingProxyType(
        {folded_label(row["label"]): row["field"] for row in _ROWS if row["service"] == service}
    )


def folded_label(printed: str) -> str:
    """Return a label without blanks and in small letters: some are lost, some are strays.

    >>> folded_label("Place ofpublication")
    'placeofpublication'
    """
    return "".join(printed.split()).casefold()


def labeled(line: str, known: Mapping[str, str]) -> Labeled | None:
    """Return what a line says whose label is known.

    >>> labeled("LENGTH: 1,204  words", labels_of("nexis"))
    Labeled(field='length', label='LENGTH', value='1,204  words')
    >>> labeled("LESSON: never sail at noon", labels_of("nexis"))
    """
    match = _LABEL.match(line)
    if match is None:
        return None

    field = known.get(folded_label(match["label"]))
    return Labeled(field, match["label"], (match["value"] or "").strip()) if field else None
