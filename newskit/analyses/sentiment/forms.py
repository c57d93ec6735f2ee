"""What VADER knows of one printed form: its words, their valence, and their traits.

VADER cuts a text at its blanks and strips ASCII punctuation from both ends of a piece, unless two
characters or fewer would be left (they may be an emoticon). It knows ASCII punctuation only; so
that “isn’t” is isn't, typographic marks are written in ASCII first.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy.typing as npt

from newskit.csv_files import csv_rows, rule_words
from newskit.text.fast import Forms
from newskit.text.vocabulary import Vocabulary
from newskit.text.word_counts import FUNCTION_WORDS
from newskit.word_lists import rows

Array = npt.NDArray[Any]

# Marks that VADER does not know, as they would be typed.
TYPOGRAPHIC = {
    **dict.fromkeys("“”„‟«»「」『』", '"'),
    **dict.fromkeys("‘’‚‛ʼ′‹›´", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("—―", " - "),  # a dash separates words; a hyphen or a range dash does not
    "…": "...",
    # Characters without a shape of their own: a soft hyphen inside a word, a variation selector
    # after an emoji.
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff\ufe0f", ""),
}

_WORDS = rule_words(__package__)
NEGATIONS, BOOSTERS = _WORDS["negation"], _WORDS["booster"]
DAMPENERS = _WORDS["dampener"]

_PHRASES = csv_rows(__package__, "idioms.csv")
IDIOMS = {row["phrase"]: float(row["valence"]) for row in _PHRASES if row["valence"]}
DAMPENING = tuple(row["phrase"] for row in _PHRASES if not row["valence"])
_RAREST = frozenset(row["rarest"] for row in _PHRASES)

_IN_PHRASES = dict.fromkeys(word for row in _PHRASES for word in row["phrase"].split())
IDIOM_WORDS = {word: n for n, word in enumerate(_IN_PHRASES, start=1)}
IDIOM_BASE = 32  # more than there are words in idioms


class Trait:
    """What a word is to the rules, as bits.

    Members of an enumeration would widen NumPy's arrays.
    """

    LISTED = 1 << 0  # is in the lexicon that is used
    BOOSTER = 1 << 1
    DAMPENER = 1 << 2
    CAPITALS = 1 << 3  # all in capitals
    NEGATION = 1 << 4
    NO = 1 << 5
    NEVER = 1 << 6
    SO_THIS = 1 << 7
    WITHOUT = 1 << 8
    DOUBT = 1 << 9
    BUT = 1 << 10
    LEAST = 1 << 11
    AT_VERY = 1 << 12
    OR_NOR = 1 << 13
    KIND = 1 << 14
    OF = 1 << 15
    # What stands near it may have to be looked at: a booster, negation, "no", "least", an idiom.
    STEERS = 1 << 16
    CAPITAL = 1 << 17  # begins with a capital
    # Begins with a small letter and carries a meaning: its sentence is not a headline.
    TELLS = 1 << 18
    SEVERAL = 1 << 19  # is several of VADER's words, or none


# Above the traits: the number among IDIOM_WORDS, then how many ! and ? a form holds.
IDIOM_SHIFT, EXCLAMATION_SHIFT, QUESTION_SHIFT = 20, 25, 28
IDIOM_MASK, MARKS_MASK = IDIOM_BASE - 1, 7
# VADER counts four ! and four ? of a sentence at most.
MOST_MARKS = 4

# Words that a rule names: these are the rules, so they stand here and not in a list.
_NAMED_BY_RULES = {
    "no": Trait.NO,
    "never": Trait.NEVER,
    "so": Trait.SO_THIS,
    "this": Trait.SO_THIS,
    "without": Trait.WITHOUT,
    "doubt": Trait.DOUBT,
    "but": Trait.BUT,
    "least": Trait.LEAST,
    "at": Trait.AT_VERY,
    "very": Trait.AT_VERY,
    "or": Trait.OR_NOR,
    "nor": Trait.OR_NOR,
    "kind": Trait.KIND,
    "of": Trait.OF,
}
_STEERING = Trait.BOOSTER | Trait.DAMPENER | Trait.NEGATION | Trait.NO
_STEERING |= Trait.NEVER | Trait.SO_THIS | Trait.LEAST


@cache
def vader_valences() -> dict[str, float]:
    """Return word -> valence (-4 to 4) of VADER's lexicon."""
    return {word: float(value) for word, value, _ in rows("vader.csv.xz")}


@cache
def _written() -> dict[int, str]:
    """Return what typographic marks and emoji are written as for the rules, by code point."""
    marks = {ord(mark): plain for mark, plain in TYPOGRAPHIC.items()}
    emoji = {ord(sign): f" {words.translate(marks)} " for sign, words in rows("vader_emoji.csv")}
    return marks | emoji


def vader_words(form: str) -> list[str]:
    """Cut a printed form into VADER's words: nearly always one, more at a dash or an emoji.

    >>> vader_words("isn’t"), vader_words("good—truly"), vader_words("fun😀")
    (["isn't"], ['good', '-', 'truly'], ['fun', 'grinning', 'face'])
    """
    return [form] if form.isascii() else form.translate(_written()).split()


def stripped(form: str) -> str:
    """Return the only VADER word of a form as the rules see it; "" when it has several or none.

    >>> stripped("“good,”"), stripped(":)"), stripped("so,")
    ('good', ':)', 'so,')
    """
    if not form.isascii():
        found = vader_words(form)
        if len(found) != 1:
            return ""
        form = found[0]

    bare = form.strip(string.punctuation)
    return bare if len(bare) > 2 else form


def _bits(told: Iterable[tuple[int, bool]]) -> int:
    """Add up the bits that hold."""
    return sum(bit for bit, holds in told if holds)


def _role(low: str) -> int:
    """Return what a word in small letters is to the rules, and its number among IDIOM_WORDS."""
    role = _NAMED_BY_RULES.get(low, 0) | _bits(
        (
            (Trait.BOOSTER, low in BOOSTERS),
            (Trait.DAMPENER, low in DAMPENERS),
            (Trait.NEGATION, low in NEGATIONS or "n't" in low),
        )
    )
    if role & _STEERING or low in _RAREST:
        role |= Trait.STEERS
    return role | IDIOM_WORDS.get(low, 0) << IDIOM_SHIFT


@cache
def _told_apart() -> Forms:
    """Find the words that a rule knows or that carry no meaning."""
    lists = (_NAMED_BY_RULES, BOOSTERS, DAMPENERS, NEGATIONS, IDIOM_WORDS, FUNCTION_WORDS)
    return Forms.told_apart([word for listed in lists for word in listed])


def traits(form: str) -> int:
    """Return what a form is to the rules, lexicon aside: traits, number of idiom word, marks."""
    word = stripped(form)
    low = word.lower()
    opening = word[:1]
    shape = _bits(
        (
            (Trait.SEVERAL, not word and len(vader_words(form)) != 1),
            (Trait.CAPITALS, word.isupper()),
            (Trait.CAPITAL, opening.isupper()),
            (Trait.TELLS, opening.islower() and low not in FUNCTION_WORDS),
        )
    )

    exclamations = min(form.count("!"), MOST_MARKS) << EXCLAMATION_SHIFT
    questions = min(form.count("?"), MOST_MARKS) << QUESTION_SHIFT
    return _role(low) | shape | exclamations | questions


def traits_of_all(_: Vocabulary, forms: Forms) -> Array:
    """Describe many forms; of two letters the marks around are part of the word."""
    return forms.described(traits, _told_apart(), shortest=3)
