r"""What a rule of stamp lines is: a pattern over tokens, and a function that reads a match.

A pattern does not see the line as it is printed, but its tokens, each behind one blank: a space if
blank space is printed there, a tab if the token is glued to the one before. "7.53pm GMT" is seen as
" 7\t.\t53\tpm GMT". So in a pattern

- `\s` begins a token, `\t` one that is glued to the token before;
- `(?!\S)` ends one: `\sam(?!\S)` is the word "am", not the head of "amended".

Letters match in either case. No pattern reaches further than a dozen tokens, so a line is read in
linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from newskit.timestamps.items import Item
from newskit.timestamps.scan import Token

END = r"(?!\S)"
Match = re.Match[str]


class StampRule(NamedTuple):
    """A pattern, and what a match says; None where the calendar or the clock has no such thing."""

    pattern: re.Pattern[str]
    read: Callable[[Match], Item | None]


def pattern(text: str) -> re.Pattern[str]:
    """Compile the pattern of a rule."""
    # ASCII: the digits of other scripts were replaced before, and "ſ" is not an "s".
    return re.compile(text, re.VERBOSE | re.IGNORECASE | re.ASCII)


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of a token that is one of these words."""
    return f"(?:{'|'.join(words)}){END}"


def as_seen(tokens: list[Token]) -> str:
    """Return a line as patterns see it."""
    return "".join([(" " if token.spaced else "\t") + token.text for token in tokens])
