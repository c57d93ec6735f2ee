"""Words for people by what they are: roles, kin, trades; and which nouns are of somebody."""

from __future__ import annotations

from functools import lru_cache

from newskit.analyses.names.name_forms import ONLY_TITLES
from newskit.csv_files import rule_words

_WORDS = rule_words(__package__, "roles.csv")
_OF_NAMES = rule_words(__package__, "names.csv")
_ORGANIZATIONS = rule_words(__package__, "organizations.csv")
KIN = _WORDS["kin"]
ABOVE, BELOW = _WORDS["relation_up"], _WORDS["relation_down"]
RELATED = KIN | ABOVE | BELOW
OFFICES = _WORDS["office"]
_INSTITUTIONS = _WORDS["institution"] | _WORDS["any_institution"]
NO_PERSON = _INSTITUTIONS | _WORDS["document"] | frozenset().union(*_ORGANIZATIONS.values())
_TITLES = ONLY_TITLES | _OF_NAMES["title_or_name"]
_PLURAL = _WORDS["plural"]
PEOPLE = (_TITLES | KIN | _WORDS["he"] | _WORDS["she"] | _WORDS["someone"]) - _PLURAL
_FROM = ("ian", "ean", "ese", "ish")  # endings of demonyms: the Italian
_ALSO_SURNAMES = _OF_NAMES["title_or_name"] | _OF_NAMES["also_surname"]
_SURE_ENDINGS = tuple(sorted(_WORDS["ending"]))
ROLE_ENDINGS = ("er", "or", *_SURE_ENDINGS)


@lru_cache(maxsize=20_000)
def is_demonym(word: str) -> bool:
    """Return whether a word tells from where someone is: the Italian, the Dane."""
    return word in _WORDS["demonym"] or (len(word) > 5 and word.endswith(_FROM))


@lru_cache(maxsize=20_000)
def is_someone(word: str) -> bool:
    """Return whether a noun is of one person: a neighbour, a driver; not residents."""
    bare = word.removeprefix("great-").removeprefix("ex-").removeprefix("co-")
    if bare in PEOPLE or "-of-" in word or is_demonym(word):
        return True
    is_other = word in NO_PERSON or word in _PLURAL
    return not is_other and word.endswith(_SURE_ENDINGS)


def is_office(word: str) -> bool:
    """Return whether the last word of several with capitals says that they are an office."""
    return word in ONLY_TITLES


def is_role_word(word: str) -> bool:
    """Return whether a word is a role or a common noun, whatever capital it is printed with."""
    if word in _ALSO_SURNAMES:
        return False
    return word in PEOPLE or word in NO_PERSON or word in _PLURAL or _is_several(word)


def _is_several(word: str) -> bool:
    """Return whether a word is the plural of a role: Witnesses said. Masters is a surname, too."""
    singulars = {word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("men") + "man"}
    return not singulars.isdisjoint(PEOPLE - {word}) and singulars.isdisjoint(_ALSO_SURNAMES)
