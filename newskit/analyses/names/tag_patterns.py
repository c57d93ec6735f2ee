"""Patterns over tags, written in the names of tags.csv: "determiner noun? [says acts]"."""

from __future__ import annotations

import re

from newskit.analyses.names.tags import NAMES_OF_TAGS
from newskit.text.patterns import translate

_LETTERS = {name: tag for tag, name in NAMES_OF_TAGS.items()}


def pattern(words: str, **macros: str) -> re.Pattern[str]:
    r"""Compile a pattern that is written in the names of tags; blanks are left out.

    Names in capitals are groups: `(?P<CUE> says)`. A macro stands for another pattern.

    >>> pattern("(?<!preposition) [says acts] adverb{0,2} whom?", whom="(determiner? noun)").pattern
    '(?<!o)[VX]j{0,2}(?:D?n)?'
    """
    return re.compile(translate(words, _LETTERS, macros))


def one_of(names: str) -> frozenset[str]:
    """Return the tags of these names, for one tag to be looked up in; "nothing" is no tag at all.

    >>> sorted(one_of("comma stop nothing"))
    ['', ',', '.']
    """
    return frozenset("" if name == "nothing" else _LETTERS[name] for name in names.split())
