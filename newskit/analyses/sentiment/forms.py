"""What VADER knows of one printed form: its words, their valence, and the part each plays in the rules.

VADER cuts a text at its blanks and strips ASCII punctuation from both ends of a piece, unless two characters or fewer
would be left (they may be an emoticon). It knows ASCII punctuation only; so that “isn’t” is isn't, typographic marks
are written in ASCII first.
"""

from __future__ import annotations

import string
from functools import cache
from typing import Any

import numpy.typing as npt

from newskit.text.fast import Forms
from newskit.text.vocabulary import Vocabulary
from newskit.text.word_counts import FUNCTION_WORDS
from newskit.word_lists import rows

Array = npt.NDArray[Any]
# Marks that VADER does not know, as they would be typed. A dash parts words, a hyphen or a range dash does not.
TYPOGRAPHIC = {
    **dict.fromkeys("“”„‟«»「」『』", '"'),
    **dict.fromkeys("‘’‚‛ʼ′‹›´", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("—―", " - "),
    "…": "...",
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff\ufe0f", ""),  # characters without a shape of their own
}
NEGATIONS = frozenset(
    """aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont hadnt
    hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt needn't never
    none nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh wasn't
    weren't without wont wouldnt won't wouldn't rarely seldom despite""".split()
)
BOOSTERS = frozenset(
    """absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously
    entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking
    fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible
    incredibly intensely major majorly more most particularly purely quite really remarkably so substantially thoroughly
    total totally tremendous tremendously uber unbelievably unusually utter utterly very""".split()
)
DAMPENERS = frozenset(
    """almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce
    scarcely slight slightly somewhat sorta sortof sort-of""".split()
)
# Phrases with a valence of their own, and phrases that dampen what follows.
IDIOMS = {
    "the shit": 3.0, "the bomb": 3.0, "bad ass": 1.5, "bus stop": 0.0, "yeah right": -2.0, "kiss of death": -1.5,
    "to die for": 3.0, "beating heart": 3.5,
}  # fmt: skip
DAMPENING = ("just enough", "kind of", "sort of")
IDIOM_WORDS = {word: n for n, word in enumerate(dict.fromkeys(" ".join([*IDIOMS, *DAMPENING]).split()), start=1)}
IDIOM_BASE = 32  # more than there are words in idioms
# One word of each of these phrases, the rarest: no phrase stands where none of them does.
RARE_IN_IDIOMS = frozenset("shit bomb ass bus yeah kiss die beating enough kind sort".split())


class Part:
    """The parts a word may play in the rules: bits. Members of an enumeration would widen NumPy's arrays."""

    LISTED = 1  # is in the lexicon that is used
    BOOSTER = 2
    DAMPENER = 4
    CAPITALS = 8
    NEGATION = 16
    NO = 32
    NEVER = 64
    SO_THIS = 128
    WITHOUT = 256
    DOUBT = 512
    BUT = 1024
    LEAST = 2048
    AT_VERY = 4096
    OR_NOR = 8192
    KIND = 16384
    OF = 32768
    STEERS = 65536  # what stands near it may have to be looked at: a booster, negation, "no", "so", "least", an idiom
    CAPITAL = 131072  # begins with a capital
    TELLS = 262144  # begins with a small letter and carries a meaning: its sentence is no headline
    SEVERAL = 524288  # is several of VADER's words, or none


# Above the parts: the number among IDIOM_WORDS, then how many ! and ? it holds, 4 for more than four.
IDIOM_SHIFT, EXCLAMATION_SHIFT, QUESTION_SHIFT = 20, 25, 28
IDIOM_MASK, MARKS_MASK, MOST_MARKS = IDIOM_BASE - 1, 7, 4


_SINGLE = {
    "no": Part.NO, "never": Part.NEVER, "so": Part.SO_THIS, "this": Part.SO_THIS, "without": Part.WITHOUT,
    "doubt": Part.DOUBT, "but": Part.BUT, "least": Part.LEAST, "at": Part.AT_VERY, "very": Part.AT_VERY,
    "or": Part.OR_NOR, "nor": Part.OR_NOR, "kind": Part.KIND, "of": Part.OF,
}  # fmt: skip


@cache
def lexicon() -> dict[str, float]:
    """Return word -> valence (-4 to 4) of VADER's lexicon."""
    return {word: float(value) for word, value, _ in rows("vader.csv")}


@cache
def _written() -> dict[int, str]:
    """Return what typographic marks and emoji are written as before the rules see them, by code point."""
    marks = {ord(mark): plain for mark, plain in TYPOGRAPHIC.items()}
    return marks | {ord(sign): f" {words.translate(marks)} " for sign, words in rows("vader_emoji.csv")}


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


def _role(low: str) -> int:
    """Return the parts that a word in small letters plays in the rules, and its number among IDIOM_WORDS."""
    parts = _SINGLE.get(low, 0)
    for part, has in (
        (Part.BOOSTER, low in BOOSTERS),
        (Part.DAMPENER, low in DAMPENERS),
        (Part.NEGATION, low in NEGATIONS or "n't" in low),
    ):
        parts |= part if has else 0
    if parts & _STEERING or low in RARE_IN_IDIOMS:
        parts |= Part.STEERS
    return parts | IDIOM_WORDS.get(low, 0) << IDIOM_SHIFT


_STEERING = Part.BOOSTER | Part.DAMPENER | Part.NEGATION | Part.NO | Part.NEVER | Part.SO_THIS | Part.LEAST


@cache
def _told_apart() -> Forms:
    """Find the words that play a part or carry no meaning."""
    return Forms.told_apart([*_SINGLE, *BOOSTERS, *DAMPENERS, *NEGATIONS, *IDIOM_WORDS, *FUNCTION_WORDS])


def traits(form: str) -> int:
    """Return what a form is to the rules, lexicon aside: bits of Part, number among IDIOM_WORDS, marks."""
    word = stripped(form)
    low = word.lower()
    code = _role(low)
    if not word and len(vader_words(form)) != 1:
        code |= Part.SEVERAL
    if word.isupper():
        code |= Part.CAPITALS
    if word[:1].isupper():
        code |= Part.CAPITAL
    elif word[:1].islower() and low not in FUNCTION_WORDS:
        code |= Part.TELLS
    for mark, shift in (("!", EXCLAMATION_SHIFT), ("?", QUESTION_SHIFT)):
        if mark in form:
            code |= min(form.count(mark), MOST_MARKS) << shift
    return code


def traits_of_all(_: Vocabulary, forms: Forms) -> Array:
    """Describe many forms; of two letters the marks around are part of the word."""
    return forms.described(traits, _told_apart(), shortest=3)
