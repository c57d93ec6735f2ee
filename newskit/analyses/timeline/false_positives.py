"""What looks like a time and is not one: names, counts, scores, rates.

Add a case only for what is common in news: each one also hides times that are meant. The labelled
texts and those without a time in tests/evaluation show what a case costs.
"""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline.context import Context, TimePhrase
from newskit.analyses.timeline.words import CODES
from newskit.word_lists import words_of

_WORDS: Final = words_of(__package__, "false_positives.csv")
_FIRST_NAMES: Final = (4, 6, 8)  # April, June, August are first names, too
# Years that news names without a word such as "in the year"; 1215 may be a train.
FIRST_YEAR, LAST_YEAR = 1500, 2099


def is_in_a_name(phrase: TimePhrase, context: Context) -> bool:
    """Say whether a weekday or month is part of a name: the Sunday Times, April Smith."""
    after = context.after
    if not after[:1].isupper():
        return False
    if after.strip(".,;:!?").lower() in _WORDS["title"]:
        return True

    is_bare = len(phrase.lexemes) == 1 and context.ahead is None
    is_first_name = phrase.number("month") in _FIRST_NAMES
    return is_bare and is_first_name and after[1:2].islower()


def is_not_a_season(phrase: TimePhrase, context: Context) -> bool:
    """Say whether "fall" or "spring" is a verb or a thing; other seasons need less around them."""
    if phrase.has("last", "this", "next", "edge", "current", "every", "that"):
        return False
    if context.after[:1] == "-":
        return True  # a winter-proof roof

    is_led = context.led_by("in", "of", "before")
    has_article = phrase.has("the")
    if not phrase.has("fall"):
        return not (is_led or has_article)
    followed = context.after.lower() in ("of", "in")  # in the fall of the wall
    return followed or not (is_led and has_article)


def counts_things(context: Context) -> bool:
    """Say whether the word after a number says what it counts: 25 people, 30 wounded."""
    word = context.next_word()
    return word in _WORDS["counted"] or word.endswith("ed")


def is_rate(context: Context) -> bool:
    """Say whether "a year" tells how often: $2 million a year, four flights a week."""
    before = context.before.strip("\"'“”‘’()").lower()
    is_number = before[-1:].isdigit() or context.led_by("amount", "number", "small", "worded")
    return is_number or before.endswith(("s", "%", "illion", "percent"))


def is_not_a_year(phrase: TimePhrase, context: Context) -> bool:
    """Say whether a number of four digits is a count, a score or a number of something."""
    if phrase.has("edge", "end", "fiscal", "unit", "half"):
        return False

    is_likely = FIRST_YEAR <= phrase.whole("year") <= LAST_YEAR
    if is_likely and _continues_a_list(context):
        return False
    if not is_likely or not context.led_by(*_BEFORE_A_YEAR):
        return True
    return _runs_backwards(phrase, context) or context.next_word() in _WORDS["counted"]


_BEFORE_A_YEAR: Final = (
    "in", "of", "the", "to", "and", "or", "at", "earlier", "later", "before", "a", "his", "open", "s",
    "about", "hyphen",
)  # fmt: skip


def _continues_a_list(context: Context) -> bool:
    """Say whether a year stands before it: in 1994, 1995 and 1997."""
    if not context.led_by("comma") or not context.memory:
        return False
    return context.memory[-1].precision == "year"


def _runs_backwards(phrase: TimePhrase, context: Context) -> bool:
    """Say whether a smaller number follows: from 1990 to 1875 is not a stretch of years."""
    if len(context.rest) < 2 or not context.followed_by("to", "hyphen"):
        return False
    second = context.rest[1]
    return second.code == CODES["year"] and int(str(second.value)) < phrase.whole("year")


def is_not_a_length(phrase: TimePhrase, context: Context, unit: str) -> bool:
    """Say whether "one day", "a second", "24 hours" is something else than a length."""
    is_one_day = unit == "D" and len(phrase.lexemes) == 2 and phrase.lexemes[0].word == "one"
    if is_one_day and context.ahead is None:
        return True  # one day, he hopes

    is_counted = phrase.has("small", "number", "worded", "few", "couple", "year")
    if not is_counted and unit in ("TS", "Q"):
        return True  # "a second" look, "a quarter" of them

    codes = [lexeme.code for lexeme in context.rest]
    if unit == "TH" and codes == [CODES["a"], CODES["unit"]]:
        return True  # 24 hours a day
    is_plain = not is_counted and not phrase.has("more", "about")
    return is_plain and is_rate(context)
