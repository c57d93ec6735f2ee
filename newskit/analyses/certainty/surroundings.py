"""What stands around an expression in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newskit.analyses.certainty.expressions import plain_word
from newskit.text.tokens import Tokens

_plain_word = lru_cache(maxsize=20_000)(plain_word)
# Marks behind a word that part it from what follows.
_PARTING, _CLOSING = (",", ";", ":", ".", "!", "?"), "\"'”’)"


@dataclass(frozen=True)
class Surroundings:
    """An expression and its sentence: tokens `first` to `last`, both in it.

    Attributes
    ----------
    tokens : the batch
    begin, end : first token of the sentence, and the token behind its last
    first, last : first and last token of the expression
    is_title : whether capitals may stand at any word
    """

    tokens: Tokens
    begin: int
    end: int
    first: int
    last: int
    is_title: bool

    def word(self, at: int) -> str:
        """Return the word of a token in small letters; nothing outside the sentence."""
        return _plain_word(self.printed(at)) if self.begin <= at < self.end else ""

    def printed(self, at: int) -> str:
        """Return a token as printed; nothing outside the sentence."""
        if not self.begin <= at < self.end:
            return ""
        return self.tokens.vocabulary.forms[int(self.tokens.form[at])]

    def words_to(self, last: int) -> tuple[str, ...]:
        """Return the words from the first to another; nothing where a mark parts them."""
        if any(map(self.is_parted, range(self.first, last))):
            return ()
        return tuple(map(self.word, range(self.first, last + 1)))

    def at(self, n: int) -> str:
        """Return the word n places behind the expression, or before it where n is below 0.

        Nothing where a mark parts it from the expression.
        """
        if n < 0:
            return self.word(self.first + n)

        parted = any(map(self.is_parted, range(self.last, self.last + n)))
        return "" if parted else self.word(self.last + n)

    def is_parted(self, at: int) -> bool:
        """Say whether a mark parts a token from the next."""
        return self.printed(at).rstrip(_CLOSING).endswith(_PARTING)

    @property
    def is_first(self) -> bool:
        """Whether it opens the sentence."""
        return self.first == self.begin

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self._begins_with_capital(self.first)

    @property
    def is_followed_by_capital(self) -> bool:
        """Whether the next word begins with a capital: Will Smith."""
        return self._begins_with_capital(self.last + 1)

    @property
    def is_question(self) -> bool:
        """Whether the sentence asks."""
        return "?" in self.printed(self.end - 1)

    def _begins_with_capital(self, at: int) -> bool:
        inside = self.begin <= at < self.end
        return inside and bool(self.tokens.capital[at])
