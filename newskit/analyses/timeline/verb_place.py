"""Where the verb of a time stands in the text, with the infinitive that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newskit.csv_files import rule_words

# Tokens between "will" and its verb: "will probably not yet open".
MOST_BETWEEN: Final = 4
_WORDS: Final = rule_words(__package__, "verbs.csv")
_CLOSING_MARKS: Final = "\"'”’»)]},;:.!?—–-"


def without_marks(printed: str) -> str:
    """Return a verb without the marks printed behind it."""
    return printed.rstrip(_CLOSING_MARKS)


def last_of_infinitive(ahead: Sequence[str]) -> int:
    """Return how many of the words behind "will" go up to its verb, or up to what is none.

    >>> last_of_infinitive(["not", "open", "on"]), last_of_infinitive(["not", "the"])
    (2, 1)
    """
    for n, word in enumerate(ahead[: MOST_BETWEEN - 1]):
        if word in _WORDS["before_its_verb"]:
            continue

        is_verb = word.isalpha() and word not in _WORDS["never_its_verb"]
        return n + is_verb

    return 0
