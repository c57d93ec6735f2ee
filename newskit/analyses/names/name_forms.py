"""What a run of capitalized words says by itself: titles, the name behind them, and its kind."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.names.given_names import pronoun_of
from newskit.csv_files import rule_words
from newskit.text.forms import fold, word

_WORDS = rule_words(__package__, "names.csv")
_ALSO_ORGANIZATIONS = _WORDS["title_or_organization"]
TITLES = _WORDS["title"] | _ALSO_ORGANIZATIONS
PLACES = _WORDS["place"]
_ORGANIZATIONS = _WORDS["organization"]
_OF_NO_PERSON = _ORGANIZATIONS | PLACES

_ROLE_ENDINGS = ("er", "or", "ian", "ist", "man", "woman", "ant", "ess")
_GENERATIONS = ("jr", "sr", "ii", "iii")
# Words: Maria Luisa de la Cruz. A longer run is a headline or the name of an office.
_LONGEST = 5
_ACRONYM = 3  # letters: NATO Chief; fewer may be initials, as in TJ Lee
_POSSESSIVE = re.compile(r"['’]s?\Z")
_NO_LETTERS = re.compile(r"[^\w ]|_")
# Spellings of one sound: Zelensky, Zelenskyy, Zelenskiy; Mikael, Mickael; Karin, Carin
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
    """Spell a name in a way that all spellings of it share.

    >>> name_key("Zelenskyy") == name_key("Zelensky") == name_key("Zelenskiy")
    True
    """
    # Taken apart, an accent is a character of its own, and no letter: Müller is Muller.
    letters = _NO_LETTERS.sub("", unicodedata.normalize("NFKD", fold(name)))
    one_ending = _LAST_I.sub("i", letters).replace("ck", "k")
    return _DOUBLED.sub(r"\1", _HARD_C.sub("k", one_ending))


def bare_name(printed: str) -> str:
    """Take the possessive off a name: Lee’s, the Parkers’."""
    return _POSSESSIVE.sub("", printed)


@lru_cache(maxsize=50_000)
def name_in(printed: str, opens_sentence: bool) -> Name:
    """Read a run of capitalized words that blanks separate."""
    found = filter(None, map(word, printed.split()))
    return name_of_words(printed, [token.text for token in found], opens_sentence)


def name_of_words(
    printed: str,
    words: list[str],
    opens_sentence: bool,
) -> Name:
    """Read a run of capitalized words: which are titles, and whose name the others may be."""
    words = [*words[:-1], bare_name(words[-1])]
    folded = list(map(_folded, words))
    cut = _n_titles(folded, opens_sentence)
    title, name = tuple(folded[:cut]), tuple(words[cut:])

    # What is shown is cut from the text, which has the points and signs that the words lack.
    begin = printed.find(name[0], sum(map(len, words[:cut])))
    shown = " ".join(bare_name(printed[begin:]).split())

    # A title says more than a given name: Mrs. Jean Lee. A last name alone says nothing.
    told = list(map(pronoun_of, title))
    if len(name) > 1:
        told.append(pronoun_of(folded[cut]))
    pronoun = next(filter(None, told), "")
    return Name(title, name, shown, _key_of(name), is_full_name(name), pronoun)


def _folded(word: str) -> str:
    """Write a word as the lists do."""
    return fold(word).rstrip(".")


def _n_titles(folded: list[str], opens_sentence: bool) -> int:
    """Count the words before the name."""
    # Up to the last title, since they come in rows: Deputy Prime Minister. The last word is a name.
    titles = (k for k, word in enumerate(folded[:-1], 1) if word in TITLES)
    cut = max(titles, default=0)

    # World Health Organization, Foreign Office: here the title is a part of the name.
    is_part = cut > 0 and folded[cut - 1] in _ALSO_ORGANIZATIONS
    if is_part and folded[-1] in _ORGANIZATIONS:
        cut = 0

    # Librarian Paul Quist: at the head of a sentence a role that is not a title has a capital, too.
    may_be_role = cut == 0 and opens_sentence and len(folded) > 2
    return 1 if may_be_role and _is_role(folded[0]) else cut


def _is_role(folded: str) -> bool:
    """Whether a word has the ending of a role; given names are left out: Walter, Lillian."""
    looks_like_one = folded.endswith(_ROLE_ENDINGS) or "-year-old" in folded
    return looks_like_one and not pronoun_of(folded)


def _key_of(words: tuple[str, ...]) -> str:
    """First and last name: middle names and initials do not make another person."""
    if len(words) == 1:
        return name_key(words[0])  # of a last name, as a rule

    # Bo Ek Jr. is Bo Ek where an article leaves the Jr. out.
    has_generation = len(words) > 2 and _folded(words[-1]) in _GENERATIONS
    last = words[-2] if has_generation else words[-1]
    return f"{name_key(words[0])} {name_key(last)}"


@lru_cache(maxsize=50_000)
def is_full_name(words: tuple[str, ...]) -> bool:
    """Whether words look like a person's first and last name, not an organization or a place."""
    if not 2 <= len(words) <= _LONGEST:
        return False

    # NATO Chief, Fox TV. People in capitals, as transcripts print them, are lost with these.
    first, last = words[0], words[-1]
    if first.isupper() and len(first) >= _ACRONYM:
        return False
    if last.isupper() and len(last) > 1:
        return False

    known = frozenset(map(_folded, words))
    return known.isdisjoint(_OF_NO_PERSON) and not known <= TITLES


@lru_cache(maxsize=50_000)
def name_kind(words: tuple[str, ...]) -> str:
    """Tell an organization by its words; anything else is unknown.

    >>> name_kind(("Harbor", "Bank")), name_kind(("NATO",)), name_kind(("Lee",))
    ('organization', 'organization', 'unknown')
    """
    is_acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    is_listed = not _OF_NO_PERSON.isdisjoint(map(_folded, words))
    return "organization" if is_acronym or is_listed else "unknown"
