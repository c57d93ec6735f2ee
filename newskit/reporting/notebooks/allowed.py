"""What HTML of a notebook may hold, read from `allowed.csv`."""

from __future__ import annotations

from newskit.csv_files import rule_words

_LISTED = rule_words("newskit.reporting.notebooks", "allowed.csv")

FORMULA_TAGS, FORMULA_ATTRIBUTES = _LISTED["formula tag"], _LISTED["formula attribute"]
TAGS = set(_LISTED["tag"] | FORMULA_TAGS)
SILENT = set(_LISTED["silent"])
ATTRIBUTES = {tag: set(_LISTED["anywhere"] | _LISTED.get(tag, frozenset())) for tag in TAGS}
ATTRIBUTES |= {tag: set(FORMULA_ATTRIBUTES) for tag in FORMULA_TAGS}
CLASSES, STYLES = _LISTED["css class"], _LISTED["style"]
SVG_DROPPED = _LISTED["svg dropped"]
