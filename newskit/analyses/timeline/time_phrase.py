"""What a rule may look at: the lexemes it matched, and what is known around them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from newskit.analyses.timeline.calendar import Time, first_day, midnight
from newskit.analyses.timeline.lexer import NOTHING, Lexeme
from newskit.analyses.timeline.tense import TensedVerb, nearest_verb
from newskit.analyses.timeline.words import Value
from newskit.csv_files import rule_words

# Which day a clock, or "that night", may point to.
DAY_OR_FINER: Final = ("day", "part-of-day", "hour", "minute")
# "This coming Friday" is the next one.
_STEPS: Final = ((-1, ("last",)), (1, ("next",)), (0, ("this", "current")))
MONTH_KINDS: Final = ("month", "may", "shortmonth")
_GO_ON: Final = rule_words(__package__, "nouns.csv")["going_on"]
# What is planned lies in the future, whatever became of it.
_DIRECTIONS: Final = {"planned": "future"}


@dataclass
class TimePhrase:
    """The lexemes of one match, and the sentence and text around them."""

    lexemes: list[Lexeme]
    # The day of publication.
    anchor: date | None
    # The zone of the article's own clock; None if it is not known.
    zone: str | None
    # Dates mentioned so far in the text, only those with a place.
    memory: deque[Time]
    # The lexeme before the match, in the same run; or NOTHING.
    ahead: Lexeme
    # The six lexemes after it, in the same run; or NOTHING.
    rest: tuple[Lexeme, ...]
    # The word before the match; and the one before "the", where that stands there.
    before: str
    lead: str
    two_before: str
    # Its own words as they are printed, and the sign glued to their front.
    printed: str
    in_front: str
    # The form behind it, where a mark stands between; else "".
    following: str
    # Days and months that are names of people in this text.
    people: set[str]
    # Whether the last date mentioned stands in the same sentence; there or in the one before.
    told_here: bool
    told_near: bool
    # Whether it is of the "first nine months" told here or in the sentence before.
    of_months: bool
    # Whether the sentence speaks of sales, profit and their like.
    of_business: bool
    # What is printed after it; "" at the end of the sentence.
    after: str
    # The words of the noun that it is printed with: Monday's *fatal crash*; ().
    noun: tuple[str, ...]
    # What follows the word after it, if that is "ended", "said" or their like.
    beyond: tuple[str, ...]
    # Classes of the verbs of the sentence.
    verbs: bytes
    # Where the sentence is cut by a comma.
    commas: bytes
    # Where a quotation begins.
    quotes: bytes
    # First and last token of the match, in `verbs`.
    first: int
    last: int
    _verb: TensedVerb | None = None

    def __post_init__(self) -> None:
        """Collect the kinds of the lexemes."""
        self.kinds = {lexeme.kind for lexeme in self.lexemes}

    def has(self, *kinds: str) -> bool:
        """Return whether it holds a lexeme of one of the kinds."""
        return not self.kinds.isdisjoint(kinds)

    def those(self, *kinds: str) -> list[Lexeme]:
        """Return the lexemes of some kinds."""
        return [lexeme for lexeme in self.lexemes if lexeme.kind in kinds]

    def without(self, *kinds: str) -> TimePhrase:
        """Return the phrase without the lexemes of some kinds."""
        return self.reduced_to([x for x in self.lexemes if x.kind not in kinds])

    def reduced_to(self, lexemes: list[Lexeme]) -> TimePhrase:
        """Return the phrase with these lexemes, in the same place."""
        return replace(self, lexemes=lexemes)

    def find(self, *kinds: str) -> Lexeme:
        """Return the first lexeme of one of the kinds, or NOTHING."""
        return next(iter(self.those(*kinds)), NOTHING)

    def value(self, *kinds: str) -> Value | None:
        """Return the value of the first lexeme of one of the kinds."""
        found = self.those(*kinds)
        return found[0].value if found else None

    def number(self, *kinds: str) -> int | None:
        """Return the whole number of the first lexeme of one of the kinds."""
        found = self.value(*kinds)
        return found if isinstance(found, int) else None

    def whole(self, *kinds: str) -> int:
        """Return the same as `number`, and 0 where there is none."""
        return self.number(*kinds) or 0

    def parts(self, kind: str) -> tuple[int, ...]:
        """Return the parts of the first lexeme of a kind: year, month and day of 2024-11-17."""
        found = self.value(kind)
        return found if isinstance(found, tuple) else ()

    def year(self) -> int | None:
        """Return the year that is printed: 1997, '97, FY97, and 1998 of 1997-98."""
        pair = self.number("year_pair")
        return pair + 1 if pair else self.number("year", "short_year", "fy")

    def step(self) -> int | None:
        """Return -1 for last, 0 for this, 1 for next; None without such a word."""
        for step, kinds in _STEPS:
            if self.has(*kinds):
                return step

        return None

    def steps(self) -> int:
        """Return the same as `step`, and 0 without such a word."""
        return self.step() or 0

    def led_by(self, *kinds: str) -> bool:
        """Return whether the lexeme before it is of one of the kinds ("nothing": there is none)."""
        return self.ahead.kind in kinds

    def followed_by(self, *kinds: str) -> bool:
        """Return whether the lexeme after it is of one of the kinds."""
        return self.rest[0].kind in kinds

    def next_word(self) -> str:
        """Return the word after it in small letters, without punctuation."""
        return self.after.strip(".,;:!?)").lower()

    def names_a_thing(self) -> bool:
        """Return whether a noun follows: morning meetings; not "in the morning and"."""
        return self.after[:1].isalnum() and self.next_word() not in _GO_ON

    def verb(self) -> TensedVerb | None:
        """Return the verb beside it."""
        # Most rules never ask; what was read is kept, and `verbs` emptied.
        if self.verbs:
            # Friday's close; the words of the time itself are none, either.
            until = self.last + 1 + (self.rest[0].kind == "s")
            blank = bytes(until - self.first)
            verbs = self.verbs[: self.first] + blank + self.verbs[until:]
            self._verb = nearest_verb(verbs, self.commas, self.quotes, self.first, self.last)
            self.verbs = b""

        return self._verb

    def tense(self) -> str | None:
        """Return which way the verb beside it looks: past, present or future."""
        found = self.verb()
        if found is None:
            return None
        return _DIRECTIONS.get(found.tense, found.tense)

    def mentioned(self, *precisions: str) -> Time | None:
        """Return the last date mentioned, of one of the precisions where some are named."""
        for seen in reversed(self.memory):
            if not precisions or seen.precision in precisions:
                return seen

        return None

    def day_mentioned(self, *precisions: str) -> date | None:
        """Return the first day of the last date mentioned."""
        return first_day(self.mentioned(*precisions))

    def quarter_reported(self) -> Time | None:
        """Return the quarter that the text is about: the latest that it names, of those over.

        Nobody reports on a quarter that is not over yet; such a one counts only where no other is
        named.
        """
        today = midnight(self.anchor or date.max)

        def age(seen: Time) -> tuple[bool, datetime]:
            begin, end = seen.begin or today, seen.end or today
            return end <= today, begin

        # Of those that begin on one day, the last that was named.
        named = [seen for seen in reversed(self.memory) if seen.precision == "quarter"]
        return max(named, key=age, default=None)

    def quarter_compared(self) -> Time | None:
        """Return the quarter that figures of another year are compared with, if it is one."""
        return None if self.of_months else self.quarter_reported()
