"""From the tokens of a field to its time expressions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np

from newskit.analyses.timeline.calendar import Time
from newskit.analyses.timeline.false_positives import speaks_of_business
from newskit.analyses.timeline.grammar import RULES, SCAN, TimeRule, later_rules
from newskit.analyses.timeline.joining import join_lexemes
from newskit.analyses.timeline.lexer import NOTHING, Lexeme, lexed
from newskit.analyses.timeline.rows_by_article import Row
from newskit.analyses.timeline.runs import runs
from newskit.analyses.timeline.tense import (
    OTHER,
    TensedVerb,
    ends_clause,
    ends_in_a_digit,
    is_half_of_a_day,
    opens_quotation,
    verb_class,
)
from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.analyses.timeline.verb_place import (
    MOST_BETWEEN,
    last_of_infinitive,
    without_marks,
)
from newskit.analyses.timeline.words import CODES, kinds_where
from newskit.csv_files import rule_words
from newskit.text.tokens import Tokens

# How many dates back "two days later" may point.
MEMORY: Final = 40
# How many tokens away a verb may stand.
WINDOW: Final = 40
# Lexemes after a match that a rule may look at: "3 *to 5 March 2024*", and two more.
AHEAD: Final = 6
_NOTHINGS: Final = (NOTHING,) * AHEAD
# Words that may belong to the noun of a time: Monday's *fatal train crash*.
NOUN: Final = 3
_DETERMINERS: Final = ("the", "a", "an", "his", "her", "its", "their", "last")
# "He had left the day before *and* ..." goes on with the story; "the day before *voting*" does not.
_GO_ON: Final = rule_words(__package__, "nouns.csv")["going_on"]
_GO_ON_KINDS: Final = ("comma", "close", "dot", "and", "at", "on", "in")
# Cut off the end of a run: runs are alike more often then, and are matched once.
_ENDS_NOTHING: Final = "".join(CODES[kind] for kind in kinds_where("ends", "no"))
# Left out of what is marked: readers of the labeled sets do so nine times in ten. "At least" says
# more, and stays.
_HEDGES: Final = ("about", "approximately", "roughly")
# No sentence.
NEVER: Final = -9
# Three months are a quarter.
_IN_MONTHS: Final = re.compile(r"P(?:[4-9]|1\d)M")
# What follows them is looked at: the quarter ended *Sept. 30*; Des Monday said *on Thursday*.
_LOOKED_BEHIND: Final = ("ended", "ending", "said", "told", "warned")
# Begin and end in a run, and the number of the rule.
_Match = tuple[int, int, int]


def mentions(
    tokens: Tokens,
    anchors: list[date | None],
    zones: list[str | None],
) -> Iterator[tuple[int, Row]]:
    """Return the time expressions of a batch of texts, in order: which text, and the row."""
    reader = _Reader(tokens, anchors, zones)
    for low, high in runs(tokens):
        for row in reader.read(low, high):
            yield reader.text, row


def _named(found: re.Match[str] | None) -> _Match | None:
    return (*found.span(), int(str(found.lastgroup)[1:])) if found else None


def _verbs(tokens: Tokens) -> bytes:
    """Return the class of each token as a verb; the "am" of a clock is none."""
    classes = tokens.feature(verb_class, np.uint8).copy()
    on_a_clock = tokens.feature(is_half_of_a_day, np.bool_)
    after_a_digit = tokens.feature(ends_in_a_digit, np.bool_)
    classes[1:][on_a_clock[1:] & after_a_digit[:-1]] = OTHER
    return classes.tobytes()


class _Reader:
    """Reads runs of tokens, text by text; remembers the dates mentioned so far in the text."""

    def __init__(
        self,
        tokens: Tokens,
        anchors: list[date | None],
        zones: list[str | None],
    ) -> None:
        self.tokens = tokens
        self.anchors = anchors
        self.zones = zones
        self.forms = tokens.vocabulary.forms
        self.verbs = _verbs(tokens)
        self.business: bytes = tokens.feature(speaks_of_business, np.uint8).tobytes()
        self.commas: bytes = tokens.feature(ends_clause, np.uint8).tobytes()
        self.quotes: bytes = tokens.feature(opens_quotation, np.uint8).tobytes()
        self.form = tokens.form.data  # views: few of the numbers are ever asked for
        self.start = tokens.start.data
        self.end = tokens.end.data
        self.sentence = tokens.sentence.data
        self.sentence_first = tokens.sentence_first.data

        # Runs repeat: most are one weekday.
        self.scanned: dict[tuple[str, int], _Match | None] = {}
        self.text = -1
        self.memory: deque[Time] = deque(maxlen=MEMORY)
        self.people: set[str] = set()
        # The sentence of the last date mentioned.
        self.told_in = NEVER
        # The sentence of the last "first nine months".
        self.months_in = NEVER

    def read(self, low: int, high: int) -> Iterator[Row]:
        """Return the time expressions of the tokens low:high, which stand in one sentence."""
        # What one article mentioned, the next does not point to.
        text = int(self.tokens.article[low])
        if text != self.text:
            self.text = text
            self.memory = deque(maxlen=MEMORY)
            self.people = set()

        lexemes = join_lexemes(self._lexemes(low, high))
        # "Friday and on the" ends with Friday.
        codes = "".join([CODES[lexeme.kind] for lexeme in lexemes]).rstrip(_ENDS_NOTHING)
        if codes.endswith(CODES["before"]):
            codes += self._what_follows(lexemes[len(codes) :], high)
        at = 0
        while found := self._scan(codes, at):
            begin = found[0]
            read = self._first_that_reads(found, codes, lexemes, low, high)
            at = read[0] if read else begin + 1
            if read is not None:
                yield read[1]

    def _first_that_reads(
        self,
        found: _Match | None,
        codes: str,
        lexemes: list[Lexeme],
        low: int,
        high: int,
    ) -> tuple[int, Row] | None:
        """Return where a time ends, and its row; a rule may decline, then later ones are tried."""
        while found is not None:
            begin, end, number = found
            first = self._token_at(lexemes[begin].start, low, high)
            last = self._token_at(lexemes[end - 1].end - 1, low, high)
            phrase = self._phrase(lexemes, begin, end, first, last)
            rule = RULES[number]
            time = rule.build(phrase)
            if time is not None:
                self._remember(time, rule, phrase, self.sentence[first])
                return end, self._row(phrase, time, last, rule)

            found = _named(later_rules(number).match(codes, begin))

        return None

    def _remember(
        self,
        time: Time,
        rule: TimeRule,
        phrase: TimePhrase,
        sentence: int,
    ) -> None:
        # Net for the first nine months: what follows is compared with nine months.
        if phrase.has("the") and _IN_MONTHS.fullmatch(time.value):
            self.months_in = sentence

        # A length has a place where it is counted from publication, but is not a date.
        is_date = time.begin is not None and time.type in ("DATE", "TIME")
        if not is_date or not rule.remember:
            return

        self.memory.append(time)
        self.told_in = sentence
        if time.precision == "quarter":
            self.months_in = NEVER

    def _scan(self, codes: str, at: int) -> _Match | None:
        # A miss is worth keeping as well.
        key = codes, at
        if key not in self.scanned:
            self.scanned[key] = _named(SCAN.search(codes, at))

        return self.scanned[key]

    def _what_follows(self, lexemes: list[Lexeme], high: int) -> str:
        """Return the code of a word that "the day before" may be the day before of."""
        goes_on = self._goes_on(lexemes[0]) if lexemes else self._ends_or_goes_on(high)
        return "" if goes_on else CODES["other"]

    def _goes_on(self, lexeme: Lexeme) -> bool:
        if lexeme.word.isalnum():
            return lexeme.word in _GO_ON

        return lexeme.kind in _GO_ON_KINDS

    def _ends_or_goes_on(self, high: int) -> bool:
        """Say whether a clause ends before a token, or goes on with it."""
        if self.commas[high - 1] or high == len(self.form):
            return True

        is_another_sentence = self.sentence[high] != self.sentence[high - 1]
        return is_another_sentence or self.forms[self.form[high]] in _GO_ON

    def _token_at(self, offset: int, low: int, high: int) -> int:
        return bisect_right(self.start, offset, low, high) - 1

    def _lexemes(self, low: int, high: int) -> list[Lexeme]:
        """Return the lexemes of the tokens, with their places in the text."""
        lexemes: list[Lexeme] = []
        for form, base in zip(self.form[low:high], self.start[low:high], strict=True):
            pieces = lexed(self.forms[form])
            lexemes += [Lexeme(k, v, s + base, e + base, w) for k, v, s, e, w in pieces]

        return lexemes

    def _phrase(
        self, lexemes: list[Lexeme], begin: int, end: int, first: int, last: int
    ) -> TimePhrase:
        number = self.sentence[first]
        low = max(self.sentence_first[number], first - WINDOW)
        high = min(self.sentence_first[number + 1], last + WINDOW)

        text = self.tokens.texts[self.text]
        # A form may go on after the time: "Friday's", "mid-May,".
        rest = (*lexemes[end : end + AHEAD], *_NOTHINGS)[:AHEAD]
        after = self._form(last + 1, high)
        if rest[0] is not NOTHING:
            after = text[rest[0].start : rest[0].end]

        before = self._form(first - 1, high) if first > low else ""
        lead = before
        if before.lower() in _DETERMINERS and first - 1 > low:
            lead = self._form(first - 2, high)

        start, stop = lexemes[begin].start, lexemes[end - 1].end
        beyond = range(last + 2, min(last + 5, high)) if after in _LOOKED_BEHIND else ()
        return TimePhrase(
            lexemes=lexemes[begin:end],
            anchor=self.anchors[self.text],
            zone=self.zones[self.text],
            memory=self.memory,
            ahead=lexemes[begin - 1] if begin else NOTHING,
            rest=rest,
            before=before,
            lead=lead,
            two_before=self._form(first - 2, high) if first - 1 > low else "",
            printed=text[start:stop],
            in_front=text[start - 1 : start] if start else "",
            following=self._form(last + 1, high),
            people=self.people,
            told_here=self.told_in == number,
            told_near=self.told_in in (number - 1, number),
            noun=self._noun(last, high, before, rest[0]),
            after=after,
            verbs=self.verbs[low:high],
            commas=self.commas[low:high],
            quotes=self.quotes[low:high],
            first=first - low,
            last=last - low,
            of_months=self.months_in in (number - 1, number),
            of_business=1 in self.business[low:high],
            beyond=tuple([self._form(k, high) for k in beyond]),
        )

    def _noun(
        self,
        last: int,
        high: int,
        before: str,
        follows: Lexeme,
    ) -> tuple[str, ...]:
        """Return the words after "Monday's", and after "the Oct. 7"."""
        is_named = follows.kind == "s" or before.lower() == "the"
        if not is_named:
            return ()

        words: list[str] = []
        for token in range(last + 1, min(last + 1 + NOUN, high)):
            words.append(self._form(token, high))
            if self.commas[token]:
                break
        return tuple([word.strip(".,;:!?”’\"") for word in words])

    def _form(self, token: int, stop: int) -> str:
        """Return a printed form; "" from a token on that is not looked at."""
        return self.forms[self.form[token]] if token < stop else ""

    def _row(self, phrase: TimePhrase, time: Time, last: int, rule: TimeRule) -> Row:
        text = self.tokens.texts[self.text]
        # About five hours: the length is five hours.
        opens = next(lexeme for lexeme in phrase.lexemes if lexeme.word not in _HEDGES)
        start, end = opens.start, phrase.lexemes[-1].end
        number = self.sentence[last]
        row: Row = {
            "kind": "mention",
            "text": text[start:end],
            "start": start,
            "end": end,
            "sentence": number - self.sentence[int(self.tokens.first[self.text])],
            "time_from": time.begin,
            "time_to": time.end,
            "instant": time.instant,
            "clock_zone": time.zone,
            "precision": time.precision,
            "timex_type": time.type,
            "timex_value": time.value,
            "relative": time.relative,
            "rule": rule.name,
        }
        verb = phrase.verb()
        if verb is not None:
            begin, stop = self._place(verb, last - phrase.last, self.sentence_first[number + 1])
            row["tense"] = verb.tense
            row["verb"] = text[begin:stop]
            row["verb_start"], row["verb_end"] = begin, stop

        return row

    def _place(
        self,
        verb: TensedVerb,
        offset: int,
        sentence_end: int,
    ) -> tuple[int, int]:
        """Return where a verb stands, with the infinitive that "will" or "to" opens."""
        # "Will", "is to": the verb that counts is still to come.
        first, last = offset + verb.first, offset + verb.last
        if verb.open:
            ahead = range(last + 1, min(sentence_end, last + MOST_BETWEEN))
            last += last_of_infinitive([self._form(k, sentence_end) for k in ahead])

        start = self.start[first]
        printed = self.tokens.texts[self.text][start : self.end[last]]
        return start, start + len(without_marks(printed))
