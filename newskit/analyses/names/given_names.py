"""The pronoun that a given name, a title or a role goes with: one hint of several."""

from __future__ import annotations

from newskit.csv_files import rule_words

_NAMES = rule_words(__package__, "given_names.csv")
_ROLES = rule_words(__package__, "roles.csv")
_PRONOUNS = dict.fromkeys(_NAMES["he"] | _ROLES["he"], "he")
_PRONOUNS |= dict.fromkeys(_NAMES["she"] | _ROLES["she"], "she")


def pronoun_of(word: str) -> str:
    """Return he or she for a given name, title or role in lower case; empty when it tells nothing.

    >>> pronoun_of("ingrid"), pronoun_of("mr"), pronoun_of("robin")
    ('she', 'he', '')
    """
    return _PRONOUNS.get(word, "")
