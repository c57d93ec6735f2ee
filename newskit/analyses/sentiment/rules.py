"""VADER's rules on every listed word of a batch at once.

The rules and constants are those of vaderSentiment 3.3.2 (Hutto & Gilbert 2014): boosters and
negations up to three words before, capitals, idioms, "least", "but". Each step below does to arrays
what the program does to one word, in the same order, so that the numbers come out the same. These
faults of the program are not repeated, and no others:

1. It does not know typographic marks (isn’t, “good”, good—bad): they are written in ASCII first
   (see forms).
2. Its "but" rule finds words by their values, and so weighs a word twice, and another not at all,
   where what a word has become is the value of another ("They were glad, but the chance was gone":
   glad is 2, halved 1; chance is 1). Here every word before the first "but" counts half and every
   word after it one and a half times.
3. A sum that is zero but for the rounding of floats (0.1 + 0.2 - 0.3) is zero, so that exclamation
   marks do not tip it (see scores).
4. An emoji glued to the next word is parted from it, and one with a variation selector is still
   found (see forms).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.forms import (
    DAMPENING,
    IDIOM_BASE,
    IDIOM_MASK,
    IDIOM_SHIFT,
    IDIOM_WORDS,
    IDIOMS,
    Trait,
)
from newskit.analyses.sentiment.vader_words import VaderWords

Array = npt.NDArray[Any]

# All of these are the program's; its authors found them by asking people.
# A booster adds so much, a dampener takes it away; less is left two and three words before.
BOOST = 0.293
DISTANCE = (1.0, 0.95, 0.9)
# What a word in capitals among others that are not is louder by.
CAPITALS = 0.733
# In news "kind of" takes so many times that away, from "bad" as from "good".
HEDGED = 2
# Turned and weakened: "not good" is less bad than "bad".
NEGATED = -0.74
# In news a turned word counts less, and the denial itself counts (see vader_words.DENIAL): on rated
# editorials "not good" is bad, and "not bad" is hardly good.
WEAKER = 0.3 / 0.74
NEVER_SO = 1.25  # "never so good" strengthens
# What comes after "but" is what is meant.
BEFORE_BUT, AFTER_BUT = 0.5, 1.5
# How many words before and after one the rules look at.
BEFORE, AHEAD = 3, 2


class Hits(NamedTuple):
    """The listed words of a batch, and what the rules made of them.

    Attributes
    ----------
    word : number among VADER's words
    valence : the list's
    value : valence after all rules
    negated : whether a negation held
    boost : what boosters and dampeners added, before any negation
    but : factor of the rule for "but"
    """

    word: Array
    valence: Array
    value: Array
    negated: Array
    boost: Array
    but: Array


class _Near(NamedTuple):
    """The neighbors of every word looked at: what they are, 0 beyond the sentence.

    Attributes
    ----------
    codes : place relative to the word -> its traits and number of idiom word
    place : number of the word in its sentence
    shouted : whether capitals mean something in its sentence
    for_news : whether "kind of" weakens a negative word, too
    """

    codes: dict[int, Array]
    place: Array
    shouted: Array
    for_news: bool

    def has(self, place: int, trait: int) -> Array:
        return (self.codes[place] & trait) > 0

    def idiom(self, place: int) -> Array:
        return (self.codes[place] >> IDIOM_SHIFT) & IDIOM_MASK


def hits_of(words: VaderWords) -> Hits:
    """Apply the rules to every listed word.

    Most listed words have nothing near them that a rule knows; only the others are looked at one
    rule after the other.
    """
    free = _free(words)
    at, valence = words.listed[free], words.valence[free]
    value, boost = valence.copy(), np.zeros(len(at))
    negated = np.zeros(len(at), dtype=bool)

    some = np.flatnonzero(_steered(words.code, at))
    if len(some):
        value[some], boost[some], negated[some] = _ruled(valence[some], _near(words, at[some]))
    from_afar = words.denied[free] & ~negated
    value, negated = np.where(from_afar, value * NEGATED, value), negated | from_afar
    if words.for_news:
        value = np.where(negated, value * WEAKER, value)

    but = _but(words, at)
    return Hits(at, valence, value * but, negated, boost, but)


def _ruled(valence: Array, near: _Near) -> tuple[Array, Array, Array]:
    """Return value, boost and negation of the words that a rule may know."""
    value, negated = _alone(valence, near)
    boost = np.zeros(len(valence))
    for back in (1, 2, 3):
        # A listed word in between steers nothing: it has its own valence.
        live = (near.place >= back) & ~near.has(-back, Trait.LISTED)
        step = np.where(live, _boost(value, near, back), 0.0)
        value, boost = value + step, boost + step
        factor, negates = _negation(near, back)
        value = np.where(live, value * factor, value)
        negated |= live & negates
        # The program looks for idioms in the last round only.
        if back == 3:
            value = np.where(live, _idioms(value, near), value)

    least = _least(near)
    return np.where(least, value * NEGATED, value), boost, negated | least


def _free(words: VaderWords) -> Array:
    """Find the listed words that are neither boosters nor the first word of "kind of"."""
    code = words.code[words.listed]
    free: Array = (code & (Trait.BOOSTER | Trait.DAMPENER)) == 0

    kind = np.flatnonzero((code & Trait.KIND) > 0)
    at = words.listed[kind]
    in_sentence = at + 1 < words.first[words.sentence(at) + 1]
    is_of = (words.code.take(at + 1, mode="clip") & Trait.OF) > 0
    free[kind[in_sentence & is_of]] = False
    return free


def _steered(code: Array, at: Array) -> Array:
    """Say which words are in capitals or have a word near them that some rule knows."""
    steers = np.zeros(len(code) + BEFORE + AHEAD, dtype=bool)
    steers[BEFORE : BEFORE + len(code)] = (code & Trait.STEERS) > 0
    found = (code[at] & Trait.CAPITALS) > 0
    for step in range(BEFORE + AHEAD + 1):
        found |= steers[at + step]
    return found


def _near(words: VaderWords, at: Array) -> _Near:
    sentence = words.sentence(at)
    begin, end = words.first[sentence], words.first[sentence + 1]
    codes = {}
    for place in range(-BEFORE, AHEAD + 1):
        inside = (at + place >= begin) & (at + place < end)
        codes[place] = np.where(inside, words.code.take(at + place, mode="clip"), 0)

    # In a sentence that is all capitals they mean nothing.
    loud = words.sentence(np.flatnonzero((words.code & Trait.CAPITALS) > 0))
    capitals = np.bincount(loud, minlength=len(words.first) - 1)
    some_but_not_all = (capitals > 0) & (capitals < np.diff(words.first))
    return _Near(codes, at - begin, some_but_not_all[sentence], words.for_news)


def _alone(valence: Array, near: _Near) -> tuple[Array, Array]:
    """Start from the lexicon's valence: "no" before a word negates it, capitals are louder."""
    # "no good": "no" is listed, too, but here it only negates.
    only_negates = near.has(0, Trait.NO) & near.has(1, Trait.LISTED)
    value = np.where(only_negates, 0.0, valence)

    close_no = near.has(-1, Trait.NO) | near.has(-2, Trait.NO)
    # "no good or bad": two words on, the "no" still holds.
    no_or = near.has(-3, Trait.NO) & near.has(-1, Trait.OR_NOR)
    no = close_no | no_or
    value = np.where(no, valence * NEGATED, value)
    loud = near.has(0, Trait.CAPITALS) & near.shouted
    return _louder(value, loud, value), no


def _louder(change: Array, loud: Array, value: Array) -> Array:
    """Move what stands in capitals away from zero, on the side of the word's value."""
    return np.where(loud, change + np.where(value > 0, CAPITALS, -CAPITALS), change)


def _boost(value: Array, near: _Near, back: int) -> Array:
    """Return what a booster or dampener so many words before adds."""
    booster, dampener = near.has(-back, Trait.BOOSTER), near.has(-back, Trait.DAMPENER)
    step = np.where(booster, BOOST, np.where(dampener, -BOOST, 0.0))
    step = np.where(value < 0, -step, step)
    loud = (booster | dampener) & near.has(-back, Trait.CAPITALS) & near.shouted
    return _louder(step, loud, value) * DISTANCE[back - 1]


def _negation(near: _Near, back: int) -> tuple[Array, Array]:
    """Return the factor of a negation so many words before, and where it is one.

    "never so" and "never this" strengthen; "without doubt" does nothing. Three words before, any
    "so" or "this" right before the word strengthens, with or without "never": so the program has
    it, and so has NLTK's.
    """
    negates = near.has(-back, Trait.NEGATION)
    strengthens = np.zeros(len(negates), dtype=bool)
    if back == 2:
        strengthens = near.has(-2, Trait.NEVER) & near.has(-1, Trait.SO_THIS)
        negates &= ~(near.has(-2, Trait.WITHOUT) & near.has(-1, Trait.DOUBT))
    if back == 3:
        never_so = near.has(-3, Trait.NEVER) & near.has(-2, Trait.SO_THIS)
        strengthens = never_so | near.has(-1, Trait.SO_THIS)
        doubt = near.has(-2, Trait.DOUBT) | near.has(-1, Trait.DOUBT)
        negates &= ~(near.has(-3, Trait.WITHOUT) & doubt)

    negates &= ~strengthens
    return np.where(strengthens, NEVER_SO, np.where(negates, NEGATED, 1.0)), negates


def _tables() -> tuple[Array, Array]:
    """Return, by code of a phrase, its own valence and what it adds to a word after it.

    The valence is NaN where the phrase is not an idiom.
    """

    def code(phrase: str) -> Array:
        return _code([np.array(IDIOM_WORDS[word]) for word in phrase.split()])

    own, adds = np.full(IDIOM_BASE**3, np.nan), np.zeros(IDIOM_BASE**3)
    for phrase, value in IDIOMS.items():
        own[code(phrase)] = value
    for phrase in DAMPENING:
        adds[code(phrase)] = -BOOST
    return own, adds


def _code(numbers: list[Array]) -> Array:
    """Give a phrase the number that its words make; 0 if one is not in any idiom."""
    code, known = np.zeros_like(numbers[0]), np.ones_like(numbers[0], dtype=bool)
    for number in numbers:
        code, known = code * IDIOM_BASE + number, known & (number > 0)
    return np.where(known, code, 0)


_OWN, _ADDS = _tables()


def _idioms(value: Array, near: _Near) -> Array:
    """Give words in an idiom the idiom's valence, and dampen after "kind of" and its kin."""

    def phrase(*places: int) -> Array:
        return _code([near.idiom(place) for place in places])

    # The later ones win: the program takes the first of the phrases that end here or before, then
    # the ones ahead.
    for places in ((-3, -2), (-3, -2, -1), (-2, -1), (-2, -1, 0), (-1, 0), (0, 1), (0, 1, 2)):
        found = _OWN[phrase(*places)]
        value = np.where(np.isnan(found), value, found)
    added = _ADDS[phrase(-3, -2)] + _ADDS[phrase(-2, -1)]
    # The program makes "kind of bad" worse.
    if near.for_news:
        added = HEDGED * added * np.sign(value)
    weakened: Array = value + added
    return weakened


def _least(near: _Near) -> Array:
    """Find the words that "least" negates; "at least" and "very least" do not."""
    before = near.has(-1, Trait.LEAST) & ~near.has(-1, Trait.LISTED)
    return before & ~((near.place > 1) & near.has(-2, Trait.AT_VERY))


def _but(words: VaderWords, at: Array) -> Array:
    """Return the factor of the first "but" of a sentence: less before it, more after it."""
    factor = np.ones(len(at))
    buts = np.flatnonzero((words.code & Trait.BUT) > 0)
    if len(buts) and len(at):
        where = np.full(len(words.first) - 1, -1)
        # The first one is written last, and stays.
        where[words.sentence(buts[::-1])] = buts[::-1]
        but = where[words.sentence(at)]
        factor[at < but] = BEFORE_BUT
        factor[(at > but) & (but >= 0)] = AFTER_BUT
    return factor
