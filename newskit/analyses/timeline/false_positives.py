"""What looks like a time and is not one: names, counts, scores, rates.

Add a case only for what is common in news: each one also hides times that are meant. The labelled
sentences of tests/evaluation, with times and without, show what a case costs.
"""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.csv_files import rule_words

_WORDS: Final = rule_words(__package__, "false_positives.csv")
# Years that are read after a word such as "in"; 1215 may as well be a train.
FIRST_YEAR, LAST_YEAR = 1500, 2099
# Years from publication of "2025 earnings"; 1950 results are counted.
NEAR: Final = 12
_BEFORE_A_YEAR: Final = (
    "in", "of", "the", "to", "and", "or", "at", "between", "earlier", "later", "before",
    "a", "his", "open", "s", "about", "hyphen",
)  # fmt: skip


def speaks_of_business(form: str) -> bool:
    """Say whether a form is of business: sales, profit, revenue."""
    return form.strip(".,;:!?”’\")").lower() in _WORDS["business"]


def is_of_business(phrase: TimePhrase) -> bool:
    """Say whether a figure of a firm follows: first-half profit."""
    return phrase.next_word() in _WORDS["of_business"]


def is_not_a_decade(phrase: TimePhrase) -> bool:
    """Say whether the eighties are years of a life, or degrees."""
    is_weather = phrase.two_before.lower() in _WORDS["of_weather"]
    return is_weather or phrase.led_by("his") or not phrase.has("the")


def is_not_a_season(phrase: TimePhrase) -> bool:
    """Say whether "fall" or "spring" is a verb or a thing; other seasons need less around them."""
    # The Summer House, the Winter Olympics.
    is_capital = not phrase.printed.rpartition(" ")[2].islower()
    if is_capital and phrase.after[:1].isupper():
        return True

    # Last fall, early spring.
    if phrase.has("last", "this", "next", "edge", "current", "every", "that"):
        return False

    # A winter-proof roof.
    if phrase.after[:1] == "-":
        return True

    is_led = phrase.led_by("in", "of", "before")
    has_article = phrase.has("the")
    # "Winter coats" are not of a winter, "in winter" and "the winter" are.
    if not phrase.has("fall"):
        return not (is_led or has_article)

    # "In the fall" is the season, "in the fall of the wall" is not.
    falls = phrase.after.lower() in ("of", "in")
    return falls or not (is_led and has_article)


def counts_things(phrase: TimePhrase) -> bool:
    """Say whether the word after a number says what it counts: 25 people, 30 wounded."""
    # 30 wounded, 12 detained: people, though no noun says so.
    word = phrase.next_word()
    return word in _WORDS["counted"] or word.endswith("ed")


def is_a_score(phrase: TimePhrase) -> bool:
    """Say whether "3-2 March" is a score: no word leads to it, and won or lost stands before it."""
    return phrase.before.lower() in _WORDS["of_scores"]


def is_rate(phrase: TimePhrase) -> bool:
    """Say whether "a year" tells how often: $2 million a year, four flights a week."""
    if phrase.led_by("amount", "number", "small", "worded"):
        return True
    if phrase.has("half") or phrase.before.lower() in _WORDS["of_a_length"]:
        return False

    # A plural, "%" or "million" stands before it: flights a week, 5% a year, $2 million a year.
    before = phrase.before.strip("\"'“”‘’()").lower()
    return before[-1:].isdigit() or before.endswith(("s", "%", "illion", "percent"))


def is_not_a_year(phrase: TimePhrase) -> bool:
    """Say whether a number of four digits is a count, a score or a number of something."""
    # Early 1998, the end of 1998, fiscal 1998, the year 1998.
    if phrase.has("edge", "end", "fiscal", "unit", "half", "fy"):
        return False

    # "Expects 2025 earnings"; at 1984 High Street.
    year = phrase.whole("year")
    if _is_an_address(phrase) or _is_no_printed_year(year, phrase):
        return True
    if phrase.next_word() in _WORDS["of_a_year"] and _is_near(year, phrase):
        return False

    # In 1994, 1995 and 1997.
    last = phrase.mentioned()
    after_a_year = last is not None and last.precision == "year"
    if after_a_year and phrase.led_by("comma"):
        return False
    # Room 2010, gate 1999.
    if not phrase.led_by(*_BEFORE_A_YEAR):
        return True

    return _runs_backwards(year, phrase) or phrase.next_word() in _WORDS["counted"]


def _is_an_address(phrase: TimePhrase) -> bool:
    """Say whether it is the number of a house, or of a class of ships: a 1965-class vessel."""
    if phrase.led_by("at"):
        return phrase.after[:1].isupper()

    behind = phrase.rest[1]
    is_word = behind.kind == "dot" and behind.word.isalpha()
    return is_word and phrase.followed_by("hyphen")


def _is_no_printed_year(year: int, phrase: TimePhrase) -> bool:
    # "An eruption in 1362" ends there; "in 1215 homes" counts.
    stands_alone = phrase.led_by("in") and not phrase.after[:1].isalnum()
    first = 0 if stands_alone else FIRST_YEAR
    return not first <= year <= LAST_YEAR


def _runs_backwards(year: int, phrase: TimePhrase) -> bool:
    # From 1990 to 1875: years do not run backwards.
    second = phrase.rest[1]
    is_range = phrase.followed_by("to", "hyphen") and second.kind == "year"
    return is_range and second.number() < year


def _is_near(year: int, phrase: TimePhrase) -> bool:
    return phrase.anchor is not None and abs(phrase.anchor.year - year) <= NEAR


def is_not_a_length(phrase: TimePhrase, unit: str) -> bool:
    """Say whether "one day", "a second", "24 hours" is something else than a length."""
    # One day, he hopes.
    words = [lexeme.word for lexeme in phrase.lexemes]
    is_some_day = words in (["one", "day"], ["one", "days"])
    if is_some_day and phrase.led_by("nothing"):
        return True

    # One-quarter of them, three quarters of voters; two quarters of growth are a length.
    is_share = phrase.followed_by("of") and phrase.number("small", "worded") in (1, 3)
    if unit == "Q" and (is_share or phrase.has("hyphen")):
        return True

    # 24 hours a day.
    is_daily = phrase.followed_by("a") and phrase.rest[1].kind == "unit"
    if is_daily and unit == "TH":
        return True
    # What is counted is a length in all other cases: three days.
    if phrase.has("small", "number", "worded", "few", "couple", "year"):
        return False

    # "A second" look, "a quarter" of them.
    if unit in ("TS", "Q"):
        return True

    return is_rate(phrase) and not phrase.has("more", "about")
