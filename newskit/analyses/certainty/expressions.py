"""The expressions of the word list (word_lists/certainty.csv), by their first word."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain
from typing import NamedTuple

from newskit.text.forms import fold, word
from newskit.word_lists import rows

KINDS = ("hedge", "modal", "booster", "commitment")
# Where n't is not simply behind the verb.
_KEPT = frozenset(("couldn't",))
_NEGATED_FORMS = {"won't": "will", "can't": "can", "shan't": "shall"}


class Expression(NamedTuple):
    """A form of an entry of the list: its words, its entry, and the context that it needs."""

    words: tuple[str, ...]
    entry: str
    kind: str
    group: str
    context: str


@cache
def expressions() -> dict[str, tuple[Expression, ...]]:
    """Return the forms of all entries by their first word, the longest first.

    >>> [e.entry for e in expressions()["no"]]
    ['no doubt', 'no question']
    """
    found: dict[str, list[Expression]] = defaultdict(list)
    for entry, forms, kind, group, context, _ in rows("certainty.csv"):
        for form in forms.split(" | "):
            words = tuple(form.split())
            found[words[0]].append(Expression(words, entry, kind, group, context))

    return {first: tuple(sorted(of, key=_longest_first)) for first, of in found.items()}


def _longest_first(expression: Expression) -> int:
    return -len(expression.words)


def plain_word(token: str) -> str:
    """Return the word of a token in small letters; a contracted modal in full.

    >>> plain_word("“Shouldn’t,"), plain_word("He’ll"), plain_word("—")
    ('should', 'will', '')
    """
    found = word(token)
    if not found:
        return ""

    folded = fold(found.text)
    if "'" not in folded:
        return folded

    # He'll, won't, shouldn't; couldn't is an inability and stands in the list.
    if folded in _KEPT:
        return folded

    if folded.endswith("'ll"):
        return "will"
    return _NEGATED_FORMS.get(folded, folded.removesuffix("n't"))


# What a word may be: an expression, the first of several words, the second of several.
ALONE, FIRST, SECOND = 1, 2, 4


@cache
def _second_words() -> frozenset[str]:
    every = chain.from_iterable(expressions().values())
    return frozenset(e.words[1] for e in every if len(e.words) > 1)


def role(token: str) -> int:
    """Say what a token may be in an expression.

    >>> role("Perhaps"), role("so-called"), role("fact."), role("bridge")
    (1, 1, 4, 0)
    """
    plain = plain_word(token)
    lengths = {min(len(e.words), 2) for e in expressions().get(plain, ())}
    return sum(lengths) | (SECOND if plain in _second_words() else 0)
