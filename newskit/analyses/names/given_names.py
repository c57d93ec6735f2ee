"""The pronoun that a given name, a title or a role goes with: one hint of several."""

from __future__ import annotations

import unicodedata

from newskit.csv_files import rule_words
from newskit.text.forms import PLAIN_LETTERS


def without_accents(word: str) -> str:
    """Return a word in letters without accents: bjorn for björn, soren for søren."""
    taken_apart = unicodedata.normalize("NFKD", word.translate(PLAIN_LETTERS))
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign))


_NAMES = rule_words(__package__, "given_names.csv")
_ROLES = rule_words(__package__, "roles.csv")
_OF_ROLES = dict.fromkeys(_ROLES["he"], "he") | dict.fromkeys(_ROLES["she"], "she")
_OF_NAMES = dict.fromkeys(_NAMES["he"], "he") | dict.fromkeys(_NAMES["she"], "she")
# Bjorn is Björn, where no other name is spelled so.
_ACCENTED = [(name, told) for name, told in _OF_NAMES.items() if not name.isascii()]
_OF_NAMES = {without_accents(name): told for name, told in _ACCENTED} | _OF_NAMES
_PRONOUNS = _OF_NAMES | _OF_ROLES
# Where a family name or a father's name has two forms: Sokolova, Petrovna, Magnúsdóttir; Petrovich
_HERS = ("ova", "eva", "skaya", "skaia", "ovna", "evna", "ichna", "ová", "ská", "cká",
         "dóttir", "dottir", "ienė", "owska", "ewska", "dzka", "qizi", "kyzy", "dukht")  # fmt: skip
_HIS = ("ovich", "evich", "yevich", "owski", "ewski", "dzki", "ogly", "ogli", "oglu")
_AT_LEAST = 6  # letters: Nova and Eva are given names


def pronoun_of(word: str) -> str:
    """Return he or she for a given name, title or role in lower case; empty when it tells nothing.

    >>> pronoun_of("ingrid"), pronoun_of("mr"), pronoun_of("robin")
    ('she', 'he', '')
    """
    return _PRONOUNS.get(word, "")


def role_pronoun(word: str) -> str:
    """Return he or she for a title or a role: mother-of-three, too.

    >>> role_pronoun("mrs"), role_pronoun("father-of-two"), role_pronoun("mayor")
    ('she', 'he', '')
    """
    head = word.split("-of-", 1)[0]
    return _OF_ROLES.get(head, "")


def given_pronoun(word: str) -> str:
    """Return he or she for a given name; of Kelly-Ann the first part decides, else the second.

    >>> given_pronoun("ingrid"), given_pronoun("mary-lou"), given_pronoun("robin")
    ('she', 'she', '')
    """
    found = _OF_NAMES.get(word, "")
    if found or "-" not in word:
        return found
    return next(filter(None, map(given_pronoun, word.split("-", 3)[:2])), "")


def family_pronoun(word: str) -> str:
    """Return he or she for a family name that has a form for each.

    >>> family_pronoun("sokolova"), family_pronoun("magnúsdóttir"), family_pronoun("lee")
    ('she', 'she', '')
    """
    if len(word) < _AT_LEAST:
        return ""
    if word.endswith(_HERS):
        return "she"
    return "he" if word.endswith(_HIS) else ""
