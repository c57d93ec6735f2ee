"""What a token is, as one tag: worked out once per distinct form.

A tag is one letter or sign, so that a rule can be a regular expression over a string of tags.
`tags.csv` lists them; the words that have a tag of their own are in `words.csv`, under its name.
"""

from __future__ import annotations

import re

from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold, word
from newskit.text.reporting_verbs import reporting_verbs
from newskit.timestamps.calendar_words import MONTHS, WEEKDAYS

_TAGS = csv_rows(__package__, "tags.csv")
NAMES_OF_TAGS = {row["tag"]: row["name"] for row in _TAGS}
SIGNS = frozenset(row["tag"] for row in _TAGS if row["class"] == "sign")

WORDS = rule_words(__package__)
DAYS = frozenset(MONTHS) | frozenset(WEEKDAYS)
# A word has the tag of its class; months and days are times, if they are in no other class.
_TIMES = (MONTHS.keys() | WEEKDAYS.keys()) - WORDS["unread_time"]
_TAG_OF_CLASS = {row["name"]: row["tag"] for row in _TAGS}
_TAG_OF_WORD = dict.fromkeys(_TIMES, _TAG_OF_CLASS["time"])
for _name in WORDS.keys() & _TAG_OF_CLASS:
    _TAG_OF_WORD |= dict.fromkeys(WORDS[_name], _TAG_OF_CLASS[_name])

_TAG_OF_INFLECTION = {"gerund": "G", "base": "B", "participle": "B"}
# Where no list knows the word: sharply, riffed. With less before it an ending is chance: fly, bed.
_TAG_OF_ENDING, _STEM = {"ly": "j", "ed": "e"}, 3

_OWNING = ("'s", "s'")
# They end like a possessive, and are a pronoun and its verb.
_CONTRACTIONS = ("it's", "he's", "she's", "that's")
# De and van begin names then, too: De Niro.
_TAG_WITH_CAPITAL = {w: tag for w, tag in _TAG_OF_WORD.items() if tag != "v"}
_TAG_WITH_CAPITAL |= dict.fromkeys(_CONTRACTIONS, "N")
# With a capital, a name or the word that it also is: Will, May. The words around it tell which.
UNSETTLED = "T"
_MAY_BE_NAME = WORDS["may_be_name"]
# What they are if they are no name: a past form never has a capital but as a name.
_TAG_IF_NO_NAME = {w: "N" if t in "eVBX" else t for w, t in _TAG_WITH_CAPITAL.items()}

# Articles of Arabic, French and Italian names: al-Hosni, d’Angelo.
_ARTICLES = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|bin|ben|abu|d|dell|dall|l|de|di)[-'’]\Z")

# A march is not a month. May loses its tag as an auxiliary with it, unless it has a capital.
_TAG_IN_LOWER_CASE = _TAG_OF_WORD | dict.fromkeys((*_CONTRACTIONS, "march", "may"), "n")
# No owners either, and no names: Here’s Bo Ek.
_OF_NOBODY = dict.fromkeys(WORDS["owns_nothing"], "n")
_TAG_WITH_CAPITAL |= _OF_NOBODY
_TAG_IN_LOWER_CASE |= _OF_NOBODY

CLOSERS = "\"'”’»›“」』"
SEPARATORS = {sign: ord(sign) for sign in ",;:"}
OPENING = dict.fromkeys("([", ord("("))
_CLOSING = dict.fromkeys(")]", ord(")"))
_DASHES = frozenset(("—", "–", "-", "--", "---", "―"))


def tags_of_form(form: str) -> tuple[int, int, int]:
    """Return codes of tags: bracket before the word, the word, sign behind it; 0 for none."""
    if form in _DASHES:
        return 0, ord("-"), 0

    found = word(form)
    if found is None:  # a sign by itself
        bare = form.strip(CLOSERS)
        return 0, 0, SEPARATORS.get(bare[-1:], 0)

    # The J of "J. Lee" is a name, not the word that it may be.
    is_initial = found.end == 1 and form[1:2] == "." and form[0].isupper()
    tag = "N" if is_initial else word_tag(found.text)

    # A bracket goes before the sign behind it, and hides it: (R-Ohio),
    tail = form[found.end :].rstrip(CLOSERS)
    bracket = _CLOSING.get(tail[-2:].strip(".,;:")[-1:])
    behind = bracket or SEPARATORS.get(tail[-1:], 0)
    return OPENING.get(form[0], 0), ord(tag), behind


def word_tag(printed: str) -> str:
    """Return the tag of a printed word.

    >>> [word_tag(word) for word in ("Ann", "Lee’s", "mayor", "said", "sharply", "34-year-old")]
    ['N', 'Z', 'n', 'V', 'j', 'n']
    """
    # A 34-year-old may speak; 34, 3.4 and 34-0 may not.
    if not printed[0].isalpha():
        is_word = printed[0].isdigit() and printed[-1].isalpha() and "-" in printed
        return "n" if is_word else "#"

    folded = fold(printed)
    if printed[0].isupper():
        return _tag_with_capital(printed, folded)
    if _is_name_behind_article(printed):
        return "Z" if folded.endswith(_OWNING) else "N"
    if folded in _TAG_IN_LOWER_CASE:
        return _TAG_IN_LOWER_CASE[folded]
    if folded.endswith(_OWNING):
        return "z"
    if folded in reporting_verbs():
        return _verb_tag(folded)
    return _TAG_OF_ENDING.get(folded[_STEM:][-2:], "n")


def _tag_with_capital(
    printed: str,
    folded: str,
) -> str:
    """Return the tag of a word with a capital: it opens a sentence, or it is a name."""
    # MAR, SUN, LAST are short for something else; IN and THE are what they are, in capitals.
    if folded in _MAY_BE_NAME and printed != "I":
        return UNSETTLED
    known = _TAG_WITH_CAPITAL.get(folded)
    is_acronym = len(printed) > 1 and printed.isupper()
    if known and not (is_acronym and known in "jte"):
        return known
    if folded.endswith(_OWNING):
        return "Z"

    # Asked and Adding open a sentence; Post and Page are names, and so is anything in capitals.
    may_be_verb = folded.endswith(("ed", "ing")) and not printed.isupper()
    return _verb_tag(folded) if may_be_verb and folded in reporting_verbs() else "N"


def tag_if_no_name(printed: str) -> str:
    """Return the tag of a word that may be a name, and here is none: “Will the mayor resign?”."""
    return _TAG_IF_NO_NAME.get(fold(printed), "N")


def _is_name_behind_article(printed: str) -> bool:
    """Whether a capital follows the article of a name: al-Hosni, but not pro-European."""
    at = next((k for k, sign in enumerate(printed) if sign.isupper()), 0)
    return at > 0 and _ARTICLES.match(printed[:at]) is not None


def _verb_tag(folded: str) -> str:
    """Return the tag of a reporting verb: what can be finite is told by its use."""
    if folded in WORDS["noun_like_verb"]:
        return "n"

    verb = reporting_verbs()[folded]
    finite = "X" if verb.use == "act" else "V"
    return _TAG_OF_INFLECTION.get(verb.inflection, finite)


def word_offsets(form: str) -> tuple[int, int]:
    """Return where the word of a form begins and ends in it."""
    found = word(form)
    return (found.start, found.end) if found else (0, len(form))
