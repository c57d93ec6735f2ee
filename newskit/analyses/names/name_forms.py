"""What a run of capitalized words says by itself: titles, the name behind them, and its kind."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.names.given_names import (
    family_pronoun,
    given_pronoun,
    pronoun_of,
    role_pronoun,
)
from newskit.csv_files import rule_words
from newskit.text.forms import PLAIN_LETTERS, fold, word
from newskit.text.sentence_edges import SHORT_TITLES

_WORDS = rule_words(__package__, "names.csv")
_PARTICLES = rule_words(__package__)["particle"]
_ALSO_ORGANIZATIONS = _WORDS["title_or_organization"]
_ALSO_NAMES = _WORDS["title_or_name"]
# Those that are particles, too (Del.), are none.
ONLY_TITLES = _WORDS["title"] | SHORT_TITLES - _PARTICLES
TITLES = ONLY_TITLES | _ALSO_ORGANIZATIONS | _ALSO_NAMES
PLACES = _WORDS["place"]
_ORGANIZATIONS = _WORDS["organization"]
_KINDS = rule_words(__package__, "organizations.csv")
ORGANIZATION_WORDS = _ORGANIZATIONS | frozenset().union(*_KINDS.values())
_OF_NO_PERSON = _ORGANIZATIONS | PLACES
_ALSO_SURNAMES = _WORDS["also_surname"]
_AFTER_NAME = _WORDS["after_name"]
_OF_BUSINESS = ("ation", "ition", "ware", "ology", "onics", "otics")  # Qarnain Desalination
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))  # Ann Lee is never Ann Lee Sr.
_BEFORE_TITLE = _WORDS["before_title"]
_BEFORE_PLACE = _WORDS["before_place"]
# Whose names go on with of and for; a baker is no bakery.
ORGANIZATION_HEADS = ORGANIZATION_WORDS - TITLES - rule_words(__package__, "roles.csv")["someone"]

_ROLE_ENDINGS = ("er", "or", "ian", "ist", "man", "woman", "ant", "ess")
# Words: Maria Luisa de la Cruz. A longer run is a headline or the name of an office.
_LONGEST = 6
_LONG_ACRONYM = 6  # letters: UNESCO; longer words in capitals are shouted, or datelines
_ACRONYM = 3  # letters: NATO Chief; fewer may be initials, as in TJ Lee
_POSSESSIVE = re.compile(r"['’]s?\Z")
_NO_LETTERS = re.compile(r"[^\w ]|_")
# The article of an Arabic name, which each paper spells and joins in its own way: al-Hosni, Hosni
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|d|de|dell|l|o)[-'’](?=\w{3})", re.IGNORECASE)
# Spellings of one sound: Zelensky, Zelenskyy, Zelenskiy; Mikael, Mickael; Karin, Carin
_LAST_I = re.compile(r"(?:iy|yy|yi|ij|iĭ|y|i)\b")
_HARD_C = re.compile(r"c(?=[aou])")
_DOUBLED = re.compile(r"(.)\1+")
# What else transcriptions from other scripts differ in: Akhmetzhanov, Akhmetjanov
_SOUNDS = (("zh", "j"), ("dj", "j"), ("kh", "h"), ("ph", "f"), ("tz", "c"), ("ts", "c"),
           ("ch", "c"), ("sh", "s"), ("gh", "g"), ("w", "v"), ("x", "ks"))  # fmt: skip
_VOWELS = re.compile(r"(?<!\A)[aeiouy]")
_SKELETON = 3  # sounds: with fewer of them two names are alike by chance


class Name(NamedTuple):
    """What a run of capitalized words says by itself."""

    title: tuple[str, ...]  # the titles before it, in lower case
    words: tuple[str, ...]
    printed: str  # with the points of St. and J., and the & of a firm
    keys: tuple[str, ...]  # of its words, without particles: the same for all spellings
    is_full: bool  # whether it looks like the full name of a person
    pronoun: str  # by a title


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """Spell a name in a way that all spellings of it share.

    >>> name_key("Zelenskyy") == name_key("Zelensky") == name_key("Zelenskiy")
    True
    >>> name_key("Sørby") == name_key("Sorby")
    True
    """
    # Taken apart, an accent is a character of its own, and no letter: Müller is Muller.
    plain = unicodedata.normalize("NFKD", fold(name).translate(PLAIN_LETTERS))
    letters = _NO_LETTERS.sub("", plain)
    one_ending = _LAST_I.sub("i", letters).replace("ck", "k")
    return _DOUBLED.sub(r"\1", _HARD_C.sub("k", one_ending))


@lru_cache(maxsize=50_000)
def skeleton(key: str) -> str:
    """Return the sounds that two transcriptions of a name share; empty if it has too few.

    >>> skeleton("akhmetzhanov") == skeleton("akhmetjanov")
    True
    """
    for printed, sound in _SOUNDS:
        key = key.replace(printed, sound)
    sounds = _DOUBLED.sub(r"\1", _VOWELS.sub("", key))
    return sounds if len(sounds) >= _SKELETON else ""


def bare_name(printed: str) -> str:
    """Take the possessive off a name: Lee’s, the Parkers’."""
    return _POSSESSIVE.sub("", printed)


@lru_cache(maxsize=50_000)
def name_in(
    printed: str,
    opens_sentence: bool,
) -> Name:
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
    cut = _n_titles(folded, opens_sentence) or _is_office_acronym(words, folded)
    high = _without_honors(folded, cut)
    title, name = tuple(folded[:cut]), tuple(words[cut:high])

    # What is shown is cut from the text, which has the points and signs that the words lack.
    begin = printed.find(name[0], sum(map(len, words[:cut])))
    shown_high = high + (high < len(words) and folded[high] in _GENERATIONS)
    end = len(printed) if shown_high == len(words) else printed.find(words[shown_high], begin)
    shown = " ".join(bare_name(printed[begin:end].rstrip(", ")).split())

    # A title says more than a given name: Mrs. Jean Lee. A last name alone says little.
    pronoun = next(filter(None, map(role_pronoun, title)), "")
    return Name(title, name, shown, _keys_of(name), is_full_name(name), pronoun)


def _is_office_acronym(
    words: list[str],
    folded: list[str],
) -> bool:
    """Whether an acronym is an office: MLA Ann Lee."""
    is_acronym = len(words) > 2 and words[0].isupper() and 1 < len(words[0]) < _LONG_ACRONYM
    return is_acronym and bool(given_pronoun(folded[1]))


def _folded(word: str) -> str:
    """Write a word as the lists do."""
    return fold(word).rstrip(".")


@lru_cache(maxsize=50_000)
def name_hint(words: tuple[str, ...]) -> str:
    """Tell he or she by a given name, else by the ending of a family name: Sokolova."""
    return given_pronoun(_folded(words[0])) or family_pronoun(_folded(words[-1]))


def _n_titles(
    folded: list[str],
    opens_sentence: bool,
) -> int:
    """Count the words before the name."""
    cut = _n_listed(folded)

    # World Health Organization, Foreign Office: here the title is a part of the name.
    is_part = cut > 0 and folded[cut - 1] in _ALSO_ORGANIZATIONS
    if is_part and not _ORGANIZATIONS.isdisjoint(folded[cut:]):
        cut = 0

    # Librarian Paul Quist: at the head of a sentence a role that is not a title has a capital, too.
    cut = _n_unlisted(folded, cut)
    may_be_role = cut == 0 and opens_sentence and len(folded) > 2
    return 1 if may_be_role and _is_role(folded[0]) else cut


def _n_listed(folded: list[str]) -> int:
    """Count the words up to the last title: Deputy Prime Minister; the last word is a name."""
    cut = 0
    for k, title in enumerate(folded[:-1], 1):
        # Bo Dean Ek: what may be a name is a title only behind nothing but titles.
        is_name = title in _ALSO_NAMES and cut < k - 1 and folded[k - 2] not in _BEFORE_TITLE
        # Works Director Earl Tuttle: two words are left.
        is_given = title in _ALSO_NAMES and 0 < cut and k == len(folded) - 1
        is_name = is_name or (is_given and bool(given_pronoun(title)))
        if title in TITLES and not is_name:
            cut = k
    return cut


def _n_unlisted(
    folded: list[str],
    cut: int,
) -> int:
    """Count on to a role that no list has, before two words: District Collector A. Raman."""
    if any(map(given_pronoun, folded[: cut + 1])):
        return cut
    first = max(cut, 1)
    inside = (k + 1 for k in range(first, len(folded) - 2) if _is_role(folded[k]))
    return max(inside, default=cut)


def _without_honors(
    folded: list[str],
    cut: int,
) -> int:
    """Return where the letters behind a name begin: Ann Lee MP; one word is always left."""
    high = len(folded)
    while high > cut + 2 and folded[high - 1] in _AFTER_NAME:
        high -= 1
    return high


def _is_role(folded: str) -> bool:
    """Whether a word has the ending of a role; given names are left out: Walter, Lillian."""
    looks_like_one = folded.endswith(_ROLE_ENDINGS) or "-year-old" in folded
    return looks_like_one and not pronoun_of(folded)


def _keys_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Spell the words of a name, and leave out particles, which are not always printed."""
    kept = [word for word in words if fold(word) not in _PARTICLES] or words
    return tuple(name_key(_ARTICLE.sub("", word)) for word in kept)


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

    folded = list(map(_folded, words))
    if folded[-1].endswith(_OF_BUSINESS):
        return False
    if not _OF_NO_PERSON.isdisjoint(folded):
        return _has_surname_word(folded)
    return not TITLES.issuperset(folded)


def _has_surname_word(folded: list[str]) -> bool:
    """Whether the last word alone is one of organizations, and the first a given name: Ann Bank."""
    is_alone = _OF_NO_PERSON.isdisjoint(folded[:-1]) and folded[-1] in _ALSO_SURNAMES
    return is_alone and bool(given_pronoun(folded[0]))


@lru_cache(maxsize=50_000)
def has_surname(words: tuple[str, ...]) -> bool:
    """Whether the first word or the last is a family name, too: Ann Banks, Park Ji-won."""
    return not _ALSO_SURNAMES.isdisjoint((_folded(words[0]), _folded(words[-1])))


@lru_cache(maxsize=50_000)
def name_kind(words: tuple[str, ...]) -> str:
    """Tell an organization by its words; anything else is unknown.

    >>> name_kind(("Harbor", "Bank")), name_kind(("NATO",)), name_kind(("Lee",))
    ('organization', 'organization', 'unknown')
    """
    folded = list(map(_folded, words))
    is_acronym = len(words) == 1 and 1 < len(words[0]) <= _LONG_ACRONYM and words[0].isupper()
    is_listed = not _OF_NO_PERSON.isdisjoint(folded) and not _has_surname_word(folded)
    is_business = len(words) > 1 and folded[-1].endswith(_OF_BUSINESS)
    return "organization" if is_acronym or is_listed or is_business else "unknown"


@lru_cache(maxsize=50_000)
def is_place(words: tuple[str, ...]) -> bool:
    """Whether the last word is of places, or the first: Mill Road, Port Ukana; not Gaza Times."""
    folded = list(map(_folded, words))
    if folded[-1] in PLACES and folded[-1] not in _ORGANIZATIONS:
        return True
    return folded[0] in _BEFORE_PLACE and _ORGANIZATIONS.isdisjoint(folded[1:])
