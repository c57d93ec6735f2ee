"""Factiva, layout with labels: two or three letters, the same in every interface."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.reading.exports.exported import Exported
from newskit.reading.exports.factiva_cells import id_in, put_text, without_number
from newskit.reading.exports.labels import labels_of

LABELS = labels_of("factiva")


def put_labeled(
    record: Exported,
    label: str,
    lines: Sequence[str],
) -> None:
    """Fill what one label says; the body is made of two of them, in short articles of one."""
    field, value = LABELS[label.casefold()], " ".join(lines).strip()
    found = f"label:{label}"
    if field in ("lead", "text"):
        put_text(record, [*record.paragraphs, *lines])
    elif field == "headline":
        record.put(field, without_number(value), found)
    elif field == "clock":
        # The source's clock, without a zone.
        record.date = f"{record.date} {value}".strip()
    elif field == "archive_id":
        record.put(field, id_in(value) or value, found)
    elif field == "word_count":
        record.put("length", value, found)
    else:
        record.put(field, value, found)


def is_label(text: str) -> bool:
    """Say whether a text is one of the labels, in capitals as they are printed."""
    return text.isupper() and text.casefold() in LABELS
