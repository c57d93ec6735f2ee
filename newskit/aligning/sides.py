"""The sentences of two versions, and what they are compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from newskit.text.forms import CURRENCY, fold

# A number with its points and commas, and a minus that nothing stands before; a word with its
# apostrophes; what a number counts.
_WORDS = re.compile(
    rf"(?:(?<!\S)-)?\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%{re.escape(CURRENCY)}]"
)
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛‹›ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»「」『』", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,
        "\u200b": None,
    }
)
_TWO_SINGLE = "''"
_DASHES = re.compile(r"\s*-+\s*")
LONGEST = 2_000
"""Characters of a sentence that are compared; a list without stops may be longer."""
GRAM = 3


class Link(NamedTuple):
    """A sentence of the older version, and the one of the newer that has its content."""

    old: int
    new: int
    similarity: float
    rule: str


def same_marks(text: str) -> str:
    """Write blanks, quotation marks, apostrophes and dashes in one form.

    >>> same_marks("“It’s  late” – she said") == same_marks('"It\\'s late" - she said')
    True
    """
    plain = " ".join(text.translate(_MARKS).split()).replace(_TWO_SINGLE, '"')
    return _DASHES.sub("-", plain)


def words_of(text: str) -> list[str]:
    """Return the words of a sentence in small letters.

    >>> words_of("It’s 1,200 well-known men, or 5%.")
    ["it's", '1,200', 'well', 'known', 'men', 'or', '5', '%']
    """
    return list(map(fold, _WORDS.findall(text[:LONGEST].translate(_MARKS))))


class Side:
    """The sentences of one version; their words are looked up where they are asked for."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self.keys = list(map(same_marks, sentences))
        self._words: dict[int, list[str]] = {}
        self._grams: dict[int, Counter[str]] = {}

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self.sentences)

    def words(self, n: int) -> list[str]:
        """Return the words of a sentence, in order."""
        if n not in self._words:
            self._words[n] = words_of(self.sentences[n])
        return self._words[n]

    def grams(self, n: int) -> Counter[str]:
        """Return how often each run of three characters stands in a sentence."""
        if n not in self._grams:
            text = f" {' '.join(self.words(n))} "
            self._grams[n] = Counter(text[i : i + GRAM] for i in range(len(text) - GRAM + 1))
        return self._grams[n]

    @cached_property
    def unique(self) -> Mapping[str, int]:
        """Return the sentences that stand here once: key -> number."""
        times = Counter(self.keys)
        return {key: n for n, key in enumerate(self.keys) if times[key] == 1}
