"""Varied news-like text, made up: for benchmarks and growth checks, never a fixture that a number rests on."""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

from newskit.word_lists import rows

N_WORDS, N_NAMES = 38_000, 4_000

_OPENERS = (
    "On Tuesday,",
    "Earlier this month,",
    "According to {name},",
    "In {place},",
    "Last week",
    "By contrast,",
    "Meanwhile,",
)
_CUES = ("said", "told reporters", "added", "insisted", "wrote in a statement", "argued", "warned")
_TITLES = ("Mr.", "Mrs.", "Dr.", "Gen.", "Sen.", "Mayor", "Prof.")
_FUNCTION = "the of and to in a for that on with is was by at from as it has have not but will would their its".split()
_SYLLABLES = "ba den kor li mar no pe ral sha tov ul ven wi yar zel chi dro fen gar hol".split()


@cache
def _lexicon() -> tuple[list[str], list[float]]:
    """Return dictionary words with Zipf-like weights, shuffled so that frequency and spelling are unrelated.

    The numbers of words and names are set so that 5,000 articles of 500 words hold about 120,000 printed forms, one in
    eight of them not in the dictionary, as in real news.
    """
    words = [row[0] for row in rows("cmu.csv.xz") if row[0].isalpha()]
    random.Random(7).shuffle(words)
    weights = list(accumulate(1 / (rank + 40) for rank in range(1, N_WORDS + 1)))
    return words[:N_WORDS], weights


@cache
def _names() -> list[str]:
    pick, names = random.Random(11).choice, dict[str, None]()
    while len(names) < N_NAMES:
        names["".join(pick(_SYLLABLES) for _ in range(2 + len(names) % 2)).capitalize()] = None
        names["".join(pick(_SYLLABLES) for _ in range(3)).capitalize()] = None
    return list(names)


class Writer:
    """Writes articles of about `words` words; the same seed writes the same articles."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        self.lexicon, self.weights = _lexicon()

    def articles(self, n: int, words: int = 500) -> list[str]:
        """Return `n` articles."""
        return [self.article(words) for _ in range(n)]

    def article(self, words: int = 500) -> str:
        """Return one article: paragraphs with a blank line between."""
        paragraphs, written = [], 0
        while written < words:
            paragraph = " ".join(self._sentence() for _ in range(self.random.randint(1, 4)))
            written += paragraph.count(" ") + 1
            paragraphs.append(paragraph)
        return "\n\n".join(paragraphs)

    def _name(self) -> str:
        return self.random.choice(_names())

    def _clause(self, n: int) -> str:
        common = self.random.choices(self.lexicon, cum_weights=self.weights, k=n)
        return " ".join(self.random.choice(_FUNCTION) if self.random.random() < 0.45 else w for w in common)

    def _sentence(self) -> str:
        r = self.random
        body = self._clause(r.randint(6, 22))
        kind = r.random()
        if kind < 0.2:
            return f"“{body.capitalize()},” {r.choice(_CUES)} {r.choice(_TITLES)} {self._name()} {self._name()}."
        if kind < 0.3:
            percent = f"{r.randint(1, 99)}.{r.randint(0, 9)} percent"
            return f"{self._name()}’s {body} rose {percent} to ${r.randint(1, 900)} million."
        if kind < 0.45:
            opener = r.choice(_OPENERS).format(name=self._name(), place=self._name())
            modifier = r.choice(("U.S.", "long-term", "well-known", "co-founder"))
            return f"{opener} {body}, {self._clause(4)} {modifier} {self._name()}."
        return f"{body.capitalize()}{r.choice(('.', '.', '.', '.', '?', '!'))}"
