"""Patterns written in names: each name stands for one letter, or for another pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAME = re.compile(r"[a-z_]+")
_GROUP = re.compile(r"\((?!\?)")


def translate(
    pattern: str,
    letters: Mapping[str, str],
    macros: Mapping[str, str],
) -> str:
    """Write the letter of each name into a pattern of regular expressions; blanks are left out.

    >>> translate("anyday? (at|in) noon", {"day": "d", "noon": "n", "at": "a", "in": "i"},
    ...           {"anyday": "(day|noon)"})
    '(?:d|n)?(?:a|i)n'
    """

    def written(name: re.Match[str]) -> str:
        # A macro may name other macros.
        if name.group() in macros:
            return translate(macros[name.group()], letters, macros)

        return re.escape(letters[name.group()])

    # Groups only hold together; to number them would take time. A letter may be a bracket: they
    # come first.
    grouped = _GROUP.sub("(?:", pattern)
    return "".join(_NAME.sub(written, grouped).split())
