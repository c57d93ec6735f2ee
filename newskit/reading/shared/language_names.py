"""The code of a language by its code or its name, as archives and news APIs write it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newskit.csv_files import csv_rows

_LANGUAGES: Mapping[str, str] = {
    row["word"]: row["code"] for row in csv_rows(__package__, "languages.csv")
}


def language_code(printed: str) -> str | None:
    """Return the code of a language: of a code itself, or of its name in any interface.

    >>> language_code("ENGLISH"), language_code("Deutsch"), language_code("fr"), language_code("?")
    ('en', 'de', 'fr', None)
    """
    first = re.split(r"[;,/]", printed.strip().casefold())[0].strip()
    return _LANGUAGES.get(first)
