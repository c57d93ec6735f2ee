"""What a run of capitalized words says by itself: titles, the name behind them, and of what kind."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.quotes.given_names import pronoun_of
from newskit.text.forms import fold, word
from newskit.word_lists import words_of

_WORDS = words_of(__package__, "names.csv")
_ALSO_ORGANIZATIONS = _WORDS["title_or_organization"]
TITLES = _WORDS["title"] | _ALSO_ORGANIZATIONS
ORGANIZATIONS = _WORDS["organization"]
PLACES = _WORDS["place"]

_ROLE_ENDINGS = ("er", "or", "ian", "ist", "man", "woman", "ant", "ess")
_GENERATIONS = ("jr", "sr", "ii", "iii")
_LONGEST = 5  # words: Maria Luisa de la Cruz; a longer run is a headline or the name of an office
_ACRONYM = 3  # letters: NATO Chief; in a shorter one the letters may be initials, as in TJ Lee
_POSSESSIVE = re.compile(r"['’]s?\Z")
# Spellings of one sound: Zelensky, Zelenskyy, Zelenskiy
_LAST_I = re.compile(r"(?:iy|yy|yi|ij|iĭ|y|i)\b")
_HARD_C = re.compile(r"c(?=[aou])")
_DOUBLED = re.compile(r"(.)\1+")


class Name(NamedTuple):
    """What a run of capitalized words says by itself."""

    title: tuple[str, ...]  # the titles before it, in lower case
    words: tuple[str, ...]
    printed: str  # with the points of St. and J., and the & of a firm
    key: str  # of first and last name, or of the only word
    is_full: bool  # whether it looks like the full name of a person
    pronoun: str


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """Spell a name in a way that Zelensky, Zelenskyy and Zelenskiy share."""
    plain = unicodedata.normalize("NFKD", fold(name))
    letters = "".join(c for c in plain if c == " " or (c.isalnum() and not unicodedata.combining(c)))
    one_ending = _LAST_I.sub("i", letters).replace("ck", "k")
    return _DOUBLED.sub(r"\1", _HARD_C.sub("k", one_ending))


def without_possessive(printed: str) -> str:
    """Take the possessive off a name: Lee’s, the Parkers’."""
    return _POSSESSIVE.sub("", printed)


@lru_cache(maxsize=50_000)
def name_in(printed: str, opens_sentence: bool) -> Name:
    """Read a run of capitalized words that blanks separate."""
    found = [token.text for token in map(word, printed.split()) if token]
    return name_of_words(printed, found, opens_sentence)


def name_of_words(printed: str, words: list[str], opens_sentence: bool) -> Name:
    """Read a run of capitalized words: separate the titles from the name, and say whose it may be."""
    words = [*words[:-1], without_possessive(words[-1])]
    folded = [_folded(w) for w in words]
    cut = _n_titles(folded, opens_sentence)
    title, name = tuple(folded[:cut]), tuple(words[cut:])

    begin = printed.find(name[0], sum(map(len, words[:cut]))) if cut else 0
    shown = " ".join(without_possessive(printed[begin:]).split())

    told = [pronoun for pronoun in map(pronoun_of, title) if pronoun]
    if not told and len(name) > 1:
        told = [pronoun_of(folded[cut])]
    pronoun = told[0] if told else ""
    return Name(title, name, shown, _key_of(name), is_full_name(name), pronoun)


def _folded(word: str) -> str:
    """Write a word as the lists do."""
    return fold(word).rstrip(".")


def _n_titles(folded: list[str], opens_sentence: bool) -> int:
    """Count the words before the name: up to the last title that is not the last word."""
    cut = 1 + max((k for k, w in enumerate(folded[:-1]) if w in TITLES), default=-1)
    if cut and folded[cut - 1] in _ALSO_ORGANIZATIONS and folded[-1] in ORGANIZATIONS:
        cut = 0  # World Health Organization, Foreign Office

    # Librarian Paul Quist, at the head of a sentence: a role that is no title has a capital too
    may_be_role = cut == 0 and opens_sentence and len(folded) > 2
    return 1 if may_be_role and _is_role(folded[0]) else cut


def _is_role(folded: str) -> bool:
    looks_like_one = folded.endswith(_ROLE_ENDINGS) or "-year-old" in folded
    return looks_like_one and not pronoun_of(folded)


def _key_of(words: tuple[str, ...]) -> str:
    """First and last name: middle names and initials do not make another person."""
    if len(words) == 1:
        return name_key(words[0])
    has_generation = len(words) > 2 and _folded(words[-1]) in _GENERATIONS
    last = words[-2] if has_generation else words[-1]
    return f"{name_key(words[0])} {name_key(last)}"


@lru_cache(maxsize=50_000)
def is_full_name(words: tuple[str, ...]) -> bool:
    """Whether words look like a person's first and last name, not like an organization or a place."""
    if not 2 <= len(words) <= _LONGEST:
        return False
    first, last = words[0], words[-1]
    if first.isupper() and len(first) >= _ACRONYM:
        return False
    if last.isupper() and len(last) > 1:
        return False

    known = {_folded(w) for w in words}
    return not (known & ORGANIZATIONS or known & PLACES or known <= TITLES)


@lru_cache(maxsize=50_000)
def name_kind(words: tuple[str, ...]) -> str:
    """Tell an organization by its words; anything else is unknown."""
    known = {_folded(w) for w in words}
    is_acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    if is_acronym or known & ORGANIZATIONS or known & PLACES:
        return "organization"
    return "unknown"
