"""From the tokens of a field to its time expressions: one pass over flags, and a closer look at the runs they mark."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.analyses.timeline.calendar import Time
from newskit.analyses.timeline.context import Context, Phrase
from newskit.analyses.timeline.grammar import RULES, SCAN, Rule
from newskit.analyses.timeline.lexer import Lexeme, join, lex, weight
from newskit.analyses.timeline.tense import Verb, comma, verb
from newskit.analyses.timeline.words import CODES
from newskit.text.tokens import Tokens

MEMORY = 40  # how many dates back "two days later" may point
# Kinds that end no time expression: cut off, so that runs are alike more often and are matched once.
NEVER_LAST = "".join(CODES[kind] for kind in "dot comma close open hyphen s in on at of the a his and to about".split())
BETWEEN = frozenset("not yet be also now soon still only likely probably never have been then".split())
NO_VERBS = frozenset("in on at by until from to for of with as the a an".split())
MOST_BETWEEN = 4
MARKS = "\"'”’»)]},;:.!?—–-"
ENDED = frozenset({"ended", "ending"})
WINDOW = 40  # how many tokens away a verb may stand


class Mention(NamedTuple):
    """A time expression of a text."""

    text: int
    start: int
    end: int
    sentence: int
    time: Time
    tense: str | None
    verb: tuple[int, int] | None
    """Where the verb beside it begins and ends."""
    rule: str


def mentions(tokens: Tokens, anchors: list[date | None]) -> list[Mention]:
    """Return the time expressions of a batch of texts, in order."""
    reader = _Reader(tokens, anchors)
    return [mention for low, high in _runs(tokens) for mention in reader.read(low, high)]


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Return the runs of tokens that can stand in a time expression and hold one that can make one."""
    heavy: npt.NDArray[Any] = tokens.feature(weight, np.int8)
    if not len(heavy):
        return iter(())
    known = heavy > 0
    breaks = np.ones(len(heavy), dtype=bool)
    breaks[1:] = (known[1:] != known[:-1]) | (tokens.sentence[1:] != tokens.sentence[:-1])
    first = np.flatnonzero(breaks)
    keep = np.maximum.reduceat(heavy, first) == 2
    last = np.append(first[1:], len(heavy))
    return zip(first[keep].tolist(), last[keep].tolist(), strict=True)


class _Reader:
    """Reads runs of tokens, text by text; remembers the dates mentioned so far in the text."""

    def __init__(self, tokens: Tokens, anchors: list[date | None]) -> None:
        self.tokens, self.anchors = tokens, anchors
        self.forms = tokens.vocabulary.forms
        self.verbs: bytes = tokens.feature(verb, np.uint8).tobytes()
        self.commas: bytes = tokens.feature(comma, np.uint8).tobytes()
        self.form, self.start, self.end = tokens.form.tolist(), tokens.start.tolist(), tokens.end.tolist()
        self.sentence, self.sentence_first = tokens.sentence.tolist(), tokens.sentence_first.tolist()
        self.lexed: dict[int, tuple[Lexeme, ...]] = {}
        self.scanned: dict[tuple[str, int], tuple[int, int, Rule] | None] = {}  # runs repeat: most are one weekday
        self.text = -1
        self.memory: deque[Time] = deque(maxlen=MEMORY)

    def read(self, low: int, high: int) -> Iterator[Mention]:
        """Return the time expressions of the tokens low:high, which stand in one sentence."""
        text = int(self.tokens.article[low])
        if text != self.text:
            self.text, self.memory = text, deque(maxlen=MEMORY)
        lexemes = join(self._lexemes(low, high))
        codes = "".join([lexeme.code for lexeme in lexemes]).rstrip(NEVER_LAST)
        at = 0
        while found := self._scan(codes, at):
            a, b, rule = found
            first, last = (bisect_right(self.start, lexemes[k].start, low, high) - 1 for k in (a, b - 1))
            context = self._context(lexemes, a, b, first, last)
            time = rule.build(Phrase(lexemes[a:b], codes[a:b]), context)
            at = b if time else a + 1
            if time:
                if rule.remember and time.begin is not None and time.type in ("DATE", "TIME"):
                    self.memory.append(time)
                yield self._mention(lexemes[a].start, lexemes[b - 1].end, last, time, context, rule.name)

    def _scan(self, codes: str, at: int) -> tuple[int, int, Rule] | None:
        key = codes, at
        if key not in self.scanned:
            found = SCAN.search(codes, at)
            self.scanned[key] = (*found.span(), RULES[int(str(found.lastgroup)[1:])]) if found else None
        return self.scanned[key]

    def _lexemes(self, low: int, high: int) -> list[Lexeme]:
        lexemes: list[Lexeme] = []
        for k in range(low, high):
            form, base = self.form[k], self.start[k]
            if form not in self.lexed:
                self.lexed[form] = lex(self.forms[form])
            lexemes += [Lexeme(c, v, s + base, e + base, w) for c, v, s, e, w in self.lexed[form]]
        return lexemes

    def _context(self, lexemes: list[Lexeme], a: int, b: int, first: int, last: int) -> Context:
        number = self.sentence[first]
        begin = max(self.sentence_first[number], first - WINDOW)
        end = min(self.sentence_first[number + 1], last + WINDOW)
        if b < len(lexemes):
            after = self.tokens.texts[self.text][lexemes[b].start : lexemes[b].end]
        else:
            after = self.forms[self.form[last + 1]] if last + 1 < end else ""
        beyond = [self.forms[form] for form in self.form[last + 2 : min(last + 5, end)]] if after in ENDED else []
        return Context(
            anchor=self.anchors[self.text],
            memory=self.memory,
            ahead=lexemes[a - 1] if a else None,
            before=self.forms[self.form[first - 1]] if first > begin else "",
            after=after,
            rest=lexemes[b : b + 2],
            verbs=self.verbs[begin:end],
            commas=self.commas[begin:end],
            first=first - begin,
            last=last - begin,
            beyond=tuple(beyond),
        )

    def _mention(self, start: int, end: int, last: int, time: Time, context: Context, rule: str) -> Mention:
        number = self.sentence[last] - self.sentence[int(self.tokens.first[self.text])]
        found = context.verb()
        place = self._place(found, last - context.last, self.sentence[last]) if found else None
        return Mention(self.text, start, end, number, time, found.tense if found else None, place, rule)

    def _place(self, found: Verb, begin: int, sentence: int) -> tuple[int, int]:
        """Return where a verb stands, with the infinitive that "will" or "to" opens."""
        first, last = begin + found.first, begin + found.last
        end = min(self.sentence_first[sentence + 1], last + MOST_BETWEEN)
        if found.open:
            following = (k for k in range(last + 1, end) if self.forms[self.form[k]] not in BETWEEN)
            verb_at = next(following, last)
            word = self.forms[self.form[verb_at]]
            last = verb_at if word.isalpha() and word not in NO_VERBS else max(verb_at - 1, last)
        words = self.tokens.texts[self.text][self.start[first] : self.end[last]].rstrip(MARKS)
        return self.start[first], self.start[first] + len(words)
