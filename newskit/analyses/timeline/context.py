"""What a rule may look at: the lexemes it matched, and what is known around them."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from datetime import date

from newskit.analyses.timeline.calendar import Time
from newskit.analyses.timeline.lexer import Lexeme
from newskit.analyses.timeline.tense import Verb, nearest
from newskit.analyses.timeline.words import CODES, Value

_WAY = {"planned": "future"}


class Phrase:
    """The lexemes of one match, by kind."""

    def __init__(self, lexemes: list[Lexeme], codes: str | None = None) -> None:
        self.lexemes = lexemes
        self.codes = "".join([lexeme.code for lexeme in lexemes]) if codes is None else codes

    def has(self, *kinds: str) -> bool:
        """Whether it holds a lexeme of one of the kinds."""
        for kind in kinds:
            if CODES[kind] in self.codes:
                return True
        return False

    def find(self, *kinds: str, last: bool = False) -> Lexeme | None:
        """Return the first (or last) lexeme of one of the kinds."""
        codes = [CODES[kind] for kind in kinds]
        for lexeme in reversed(self.lexemes) if last else self.lexemes:
            if lexeme.code in codes:
                return lexeme
        return None

    def value(self, *kinds: str) -> Value | None:
        """Return the value of the first lexeme of one of the kinds."""
        found = self.find(*kinds)
        return found.value if found else None

    def number(self, *kinds: str) -> int | None:
        """Return the whole number of the first lexeme of one of the kinds."""
        found = self.value(*kinds)
        return found if isinstance(found, int) else None

    def step(self) -> int | None:
        """Return -1 for last, 0 for this, 1 for next; None without such a word."""
        if self.has("last"):
            return -1
        return 0 if self.has("this", "current") else 1 if self.has("next") else None


@dataclass
class Context:
    """What is known where a time expression stands."""

    anchor: date | None  # publication day
    memory: deque[Time]  # dates mentioned so far in the text, placed ones only
    ahead: Lexeme | None  # the lexeme before the match, in the same run
    before: str  # the word before the match
    after: str  # what is printed after it; "" at the end of the sentence
    rest: list[Lexeme]  # the two lexemes after it, in the same run
    verbs: bytes  # kinds of the verbs of the sentence
    commas: bytes  # where the sentence is cut by a comma
    first: int  # first and last token of the match, in `verbs`
    last: int
    beyond: tuple[str, ...] = ()  # what follows the word after it, where that is "ended" or "ending"
    _verb: Verb | None = None

    def verb(self) -> Verb | None:
        """Return the verb beside it."""
        if self.verbs:
            self._verb, self.verbs = nearest(self.verbs, self.commas, self.first, self.last), b""
        return self._verb

    def tense(self) -> str | None:
        """Return which way the verb beside it looks: past, present or future, where planned is future."""
        found = self.verb()
        return _WAY.get(found.tense, found.tense) if found else None

    def quarter_reported(self) -> Time | None:
        """Return the quarter that the text is about: the one it names most often, the last of them in a draw.

        Nobody reports on a quarter that is not over yet; such a one counts only where no other is named.
        """
        named = [seen for seen in self.memory if seen.precision == "quarter"]
        named = [seen for seen in named if self._is_over(seen)] or named
        counts = Counter(seen.begin for seen in named)
        return max(reversed(named), key=lambda seen: counts[seen.begin], default=None)

    def _is_over(self, seen: Time) -> bool:
        return seen.end is None or self.anchor is None or seen.end.date() <= self.anchor

    def mentioned(self, *precisions: str) -> Time | None:
        """Return the last date mentioned, of one of the precisions where some are named."""
        for seen in reversed(self.memory):
            if not precisions or seen.precision in precisions:
                return seen
        return None
