"""Names carry no tone: Mr. Grace, the Liberal Party, the Department of Justice, Savage said.

This is the light path: it looks only at listed words with a capital, where the register of names
(`newskit.analyses.names`, whose lists of titles and given names it asks) reads whole articles; a
test holds the two side by side. A word with a capital inside a sentence is a name. One that opens a
sentence or a quotation has its capital for that: it is a name if it is a given name before another
name or a verb of saying, or if the article has it as a name elsewhere. A sentence whose only words
in small letters are function words tells nothing, for it is a headline: there, only what follows an
address (Mr.) is a name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.name_forms import TITLES
from newskit.analyses.sentiment.forms import Trait, stripped
from newskit.analyses.sentiment.printed_words import PrintedWords
from newskit.csv_files import rule_words
from newskit.text.reporting_verbs import reporting_verbs

Array = npt.NDArray[Any]

# What stands before a word that has its capital for opening something.
_OPENS_NEXT = (*":.?!-\"“”", "\N{EN DASH}", "\N{EM DASH}", "\N{HORIZONTAL ELLIPSIS}")
_OPENING = "\"'“‘”’«([-\N{EM DASH}"
# Before a name only, also in a headline: Mr Savage Quits, but Senator Slams Plan.
_ADDRESSES = rule_words(__package__)["address"]


def in_names(words: PrintedWords, at: Array) -> Array:
    """Say which of the words `at` are a name or part of one."""
    out: Array = np.zeros(len(at), dtype=bool)
    capital = np.flatnonzero(words.code[at] & Trait.CAPITAL)
    if not len(capital):
        return out

    word = at[capital]
    home = words.home(word)
    begins = word == words.first[home]
    opens = begins | words.told(word, _is_marked) | words.told(word - 1, _opens_next)
    led = ~begins & words.told(word - 1, is_address)
    named = led | (~opens & _telling(words, home))

    # Hope Hicks resigned; Grace said.
    given = opens & words.told(word, is_given_name)
    behind = _before_name(words, word) | words.told(word + 1, _is_said)
    named |= given & behind
    named |= opens & ~named & _known(words, word, named & ~_before_name(words, word))
    out[capital[named]] = True
    return out


def _before_name(words: PrintedWords, at: Array) -> Array:
    """Say which words have another with a capital behind them in their sentence."""
    return words.beside(at, 1, words.code, Trait.CAPITAL)


def _known(words: PrintedWords, word: Array, named: Array) -> Array:
    """Say which words are the last word of a name elsewhere in their text: Ann Savage."""
    _, number = np.unique(words.told(word, _key), return_inverse=True)
    keys = words.tokens.article[words.token[word]] * len(words.code) + number
    known: Array = np.isin(keys, keys[named])
    return known


def _telling(words: PrintedWords, home: Array) -> Array:
    """Say of sentences whether a word in small letters shows that they are no headlines."""
    edges = np.stack([words.first[home], words.first[home + 1]], axis=1).ravel()
    # One more, that is asked for by nobody: reduceat wants each edge to be the number of a word.
    traits = np.bitwise_or.reduceat(np.append(words.code, 0), edges)[::2]
    found: Array = (traits & Trait.TELLS) > 0
    return found


def _key(form: str) -> str:
    return stripped(form).lower().removesuffix("'s")


@lru_cache(maxsize=20_000)
def _is_marked(form: str) -> bool:
    return form[0] in _OPENING


@lru_cache(maxsize=20_000)
def _opens_next(form: str) -> bool:
    """Say whether a capital behind a form comes from its mark; not behind Mr. and J."""
    return form.endswith(_OPENS_NEXT) and not is_address(form)


@lru_cache(maxsize=20_000)
def is_address(form: str) -> bool:
    """Say whether a form is a short title or an initial: only a name stands behind it.

    >>> [is_address(form) for form in ("Mr.", "“Ms", "Sen.", "J.", "Mayor", "Bonn.", "mr.")]
    [True, True, True, True, False, False, False]
    """
    printed = form.lstrip(_OPENING)
    word = printed.removesuffix(".")
    if not word.isalpha() or not word[0].isupper():
        return False
    is_short = word.lower() in _ADDRESSES or (word != printed and word.lower() in TITLES)
    return is_short or (word != printed and len(word) == 1)


@lru_cache(maxsize=20_000)
def is_given_name(form: str) -> bool:
    """Say whether a form is a given name, with its possessive or without."""
    return bool(given_pronoun(_key(form)))


@lru_cache(maxsize=20_000)
def _is_said(form: str) -> bool:
    return _key(form) in reporting_verbs()
