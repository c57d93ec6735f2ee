"""The pronoun that a given name, a title or a role goes with: one hint of several."""

from __future__ import annotations

from newskit.word_lists import words_of

_NAMES, _ROLES = words_of(__package__, "given_names.csv"), words_of(__package__, "roles.csv")
_PRONOUNS = {
    word: pronoun for pronoun in ("he", "she") for word in _NAMES[pronoun] | _ROLES[pronoun]
}


def pronoun_of(word: str) -> str:
    """Return he or she for a given name, title or role in lower case; empty when it tells nothing.

    >>> pronoun_of("ingrid"), pronoun_of("mr"), pronoun_of("robin")
    ('she', 'he', '')
    """
    return _PRONOUNS.get(word, "")
