"""The sentences of two versions, and what they are compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from newskit.text.forms import CURRENCY, fold
from newskit.text.stems import stem
from newskit.text.word_counts import FUNCTION_WORDS

# A number with its points and commas, and a minus that nothing stands before; a word with its
# apostrophes; what a number counts.
_WORDS = re.compile(
    rf"(?:(?<!\S)-)?\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['\u00ad\u200b]+[^\W\d_]+)*"
    rf"|[%{re.escape(CURRENCY)}]"
)
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛‹›ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»「」『』", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_UNSEEN = re.compile("[\u00ad\u200b]")  # a soft hyphen, and a blank without width
# Marks that stand at the edge of a word; an apostrophe stands inside of one.
_QUOTING = re.compile(r"""(?<!\w)['"]|['"](?!\w)""")
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


class PrintedWord(NamedTuple):
    """A word in small letters, and where it stands in its sentence."""

    key: str
    start: int
    end: int


def same_marks(text: str) -> str:
    """Write blanks, quotation marks, apostrophes and dashes in one form.

    >>> same_marks("“Late”  – she said")
    '"Late"-she said'
    """
    seen = _UNSEEN.sub("", text.translate(_MARKS))
    plain = " ".join(seen.split()).replace(_TWO_SINGLE, '"')
    return _DASHES.sub("-", plain)


def only_marks_differ(one: str, other: str) -> bool:
    """Say whether two texts have the same words, and as many quotation marks.

    >>> only_marks_differ("“Late,” she said", '"Late" she said.')
    True
    >>> only_marks_differ("The “pause” is over", "The pause is over")
    False
    """
    return _n_quoting(one) == _n_quoting(other) and words_of(one) == words_of(other)


def _n_quoting(text: str) -> int:
    return len(_QUOTING.findall(text.translate(_MARKS)))


def words_of(text: str) -> list[str]:
    """Return the words of a sentence in small letters.

    >>> words_of("It’s 1,200 well-known men, or 5%.")
    ["it's", '1,200', 'well', 'known', 'men', 'or', '5', '%']
    """
    found = _WORDS.findall(text.translate(_MARKS))
    return [_UNSEEN.sub("", fold(word)) for word in found]


def printed_words(text: str) -> list[PrintedWord]:
    """Return the words of a sentence in small letters, and where they stand."""
    found = _WORDS.finditer(text.translate(_MARKS))
    return [
        PrintedWord(_UNSEEN.sub("", fold(m[0])), m.start(), m.end())
        for m in found
    ]


def stem_of(word: str) -> str:
    """Take its ending from a word in small letters, so that restore meets restored."""
    return word if word in FUNCTION_WORDS else stem(word)


class Side:
    """The sentences of one version; their words are looked up where they are asked for."""

    def __init__(self, sentences: Sequence[str], apart: Collection[int] = ()) -> None:
        """Keep sentences; those `apart` (notes about the text) are linked only with their like."""
        self.sentences = sentences
        self.apart = frozenset(apart)
        self.keys = list(map(same_marks, sentences))
        self._words: dict[int, list[str]] = {}
        self._stems: dict[int, Counter[str]] = {}
        self._grams: dict[int, Counter[str]] = {}

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self.sentences)

    def words(self, n: int) -> list[str]:
        """Return the words of a sentence, in order."""
        if n not in self._words:
            self._words[n] = words_of(self.sentences[n][:LONGEST])
        return self._words[n]

    def stems(self, n: int) -> Counter[str]:
        """Return how often each word stands in a sentence, without its ending."""
        if n not in self._stems:
            self._stems[n] = Counter(map(stem_of, self.words(n)))
        return self._stems[n]

    def grams(self, n: int) -> Counter[str]:
        """Return how often each run of three characters stands in a sentence."""
        if n not in self._grams:
            text = f" {' '.join(self.words(n))} "
            self._grams[n] = Counter(
                text[i : i + GRAM] for i in range(len(text) - GRAM + 1)
            )

        return self._grams[n]

    @cached_property
    def unique(self) -> Mapping[str, int]:
        """Return the sentences that stand here once: key -> number."""
        times = Counter(self.keys)
        return {
            key: n for n, key in enumerate(self.keys) if times[key] == 1
        }
