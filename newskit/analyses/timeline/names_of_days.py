"""Days and months that are names: the Sunday Times, April Smith, Mayor Joan Friday, "This Week"."""

from __future__ import annotations

import re
from typing import Final

from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.name_forms import TITLES
from newskit.analyses.timeline.time_phrase import TimePhrase
from newskit.csv_files import rule_words
from newskit.timestamps.calendar_words import FULL_WEEKDAYS

_WORDS: Final = rule_words(__package__, "false_positives.csv")
# Dale, R.
_NAME: Final = re.compile(r"[^\W\d_]\.|[A-Z]\w*[a-z]")
# Eze.
_FAMILY_NAME_AT_THE_END: Final = re.compile(r"[A-Z][a-z]+[.,;]”?")
# Best, Oats.
_CAPITAL: Final = re.compile(r"[A-Z][a-z]")
_QUOTES: Final = ("\"", "“", "‘")
_MARKS: Final = "\"'“”‘’()."
# April, June, August are first names, too.
_FIRST_NAMES: Final = (4, 6, 8)


def is_in_a_name(phrase: TimePhrase) -> bool:
    """Say whether a weekday or month is part of a name: the Sunday Times, April Smith."""
    after = phrase.after
    if not after[:1].isupper():
        return False
    if after.strip(".,;:!?").lower() in _WORDS["title"]:
        return True
    if not _CAPITAL.match(after):
        return False

    if phrase.has("weekday"):
        return _is_of_a_thing(phrase)
    return _is_first_name(phrase) and _is_bare(phrase)


def _is_of_a_thing(phrase: TimePhrase) -> bool:
    """Say whether a weekday opens the name of a thing: the Sunday Best cafe, a box of Sunday Oats.

    "The Monday Brexit vote" is rare; "as of Sunday Israel" is a day.
    """
    if phrase.led_by("of"):
        return phrase.two_before.lower() not in _WORDS["of_when"]

    return phrase.before.lower() == "the"


def _is_first_name(phrase: TimePhrase) -> bool:
    return phrase.number("month") in _FIRST_NAMES


def _is_bare(phrase: TimePhrase) -> bool:
    """Say whether nothing leads to a month: "won by April Smith", but "in April Smith resigned"."""
    is_led = phrase.led_by("nothing") or phrase.ahead.word in _WORDS["of_a_person"]
    return is_led and len(phrase.lexemes) == 1


def is_a_person(phrase: TimePhrase) -> bool:
    """Say whether a bare weekday or month is somebody's name: Mr Sunday, Ricky June, 44.

    Whoever was named once in a text is not a day in the rest of it, where nothing leads to a day.
    """
    word = phrase.lexemes[0].word
    is_bare = len(phrase.lexemes) == 1 and word.isalpha()
    if not is_bare or not phrase.led_by("nothing"):
        return False

    leads_to_a_day = _bare(phrase.before) in _WORDS["of_a_day"]
    if word in phrase.people and not leads_to_a_day:
        return True

    is_somebody = any(sign(phrase) for sign in _SIGNS_OF_A_PERSON)
    if is_somebody:
        phrase.people.add(word)
    return is_somebody


def _is_who(phrase: TimePhrase) -> bool:
    """Say whether a clause tells who it is: Monday, who took over in 2016."""
    return (phrase.after, phrase.following) == (",", "who")


def _says_on_another_day(phrase: TimePhrase) -> bool:
    """Say whether it says something on a day: coach Des Monday said on Thursday."""
    is_after_a_name = phrase.before[:1].isupper() and phrase.two_before != ""
    if not is_after_a_name or phrase.after not in ("said", "told", "warned"):
        return False

    return not FULL_WEEKDAYS.keys().isdisjoint(map(_bare, phrase.beyond))


def _is_introduced(phrase: TimePhrase) -> bool:
    """Say whether a noun introduces it: a driver, Friday Eze."""
    is_after_a_noun = phrase.before.endswith(",") and phrase.before[:1].islower()
    return is_after_a_noun and _FAMILY_NAME_AT_THE_END.fullmatch(phrase.after) is not None


def _is_titled(phrase: TimePhrase) -> bool:
    """Say whether Mr or Mrs stands before it: Mr Sunday."""
    return phrase.before[:1].isupper() and _bare(phrase.before) in _WORDS["person"]


def _is_titled_with_a_first_name(phrase: TimePhrase) -> bool:
    """Mayor Joan Friday; "President Clinton Friday" and "Pope Francis Friday" name a day."""
    given, title = _bare(phrase.before), _bare(phrase.two_before)
    is_alone = title in _WORDS["of_one_name"] or given in _WORDS["surname_too"]
    if is_alone or title not in TITLES:
        return False

    return phrase.before[:1].isupper() and given_pronoun(given) != ""


def _is_between_commas(phrase: TimePhrase) -> bool:
    """Say whether it is an apposition: his wife, April, said so."""
    if not _is_first_name(phrase):
        return False

    return phrase.before.endswith(",") and phrase.after[:1] in (",", ".")


def _ends_a_name(phrase: TimePhrase) -> bool:
    """Dale R. August; Joan Easter; "in Paris August was wet" has a word that leads to a place."""
    may_be = _is_first_name(phrase) or phrase.has("holiday", "noon")
    follows_a_name = phrase.lead == phrase.before and _NAME.fullmatch(phrase.before) is not None
    if not (may_be and follows_a_name):
        return False

    leads = phrase.two_before or phrase.before
    return leads.lower() not in _WORDS["of_a_place"]


_SIGNS_OF_A_PERSON: Final = (
    _is_who,
    _is_titled,
    _is_titled_with_a_first_name,
    _says_on_another_day,
    _is_introduced,
    _is_between_commas,
    _ends_a_name,
)


def _bare(printed: str) -> str:
    return printed.strip(_MARKS).lower()


def is_a_title(phrase: TimePhrase) -> bool:
    """Say whether it is the name of a paper, a programme, a book: USA Today, "This Week", Noon."""
    last_word = phrase.printed.rpartition(" ")[2]
    if not last_word.istitle():
        return False

    # ABC's "This Week"; "Today" in quotation marks may be said by somebody.
    if phrase.has("unit"):
        return phrase.in_front in _QUOTES

    # USA Today.
    if phrase.has("today"):
        return phrase.before.isalpha() and phrase.before[:1].isupper()

    # Her memoir, Noon at Dogger.
    return phrase.before != "" and phrase.led_by("nothing")


def is_noon_a_name(phrase: TimePhrase) -> bool:
    """Say whether Noon is somebody, or a book: Captain Noon; "Noon at Dogger"."""
    if len(phrase.lexemes) > 1:
        return False

    # Midnight Magic.
    if phrase.printed.istitle() and _CAPITAL.match(phrase.after):
        return True
    return is_a_person(phrase) or is_a_title(phrase)
