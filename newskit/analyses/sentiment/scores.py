"""VADER's four scores of every sentence of a batch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.forms import EXCLAMATION_SHIFT, MARKS_MASK, QUESTION_SHIFT
from newskit.analyses.sentiment.lexicons import Lexicon, vader
from newskit.analyses.sentiment.rules import Hits, hits_of
from newskit.analyses.sentiment.vader_words import VaderWords, vader_words_of
from newskit.text.scopes import sums_between, words_of_sentences
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]

# About the largest sum to be expected: what brings a sum between -1 and 1.
ALPHA = 15.0
# The news lexicon has a constant for each word instead, so that a long sentence is not loud for its
# length alone, and counts three words more than there are, so that a short one is not loud for its
# shortness.
ALPHA_A_WORD, MORE_WORDS = 4.0, 3

# What each ! and ? adds, and how many count. A single ? adds nothing: it only asks.
EXCLAMATION, EXCLAMATIONS = 0.292, 4
QUESTION, QUESTIONS = 0.18, 3
MANY_QUESTIONS = 0.96  # what more than that add together

# A sum of valences below it is zero but for rounding: 2.4 - 1.3 - 1.1.
TINY = 1e-9
# How near to a half, in units of the last digit: wider than any error of scaling.
NEAR_A_HALF = 1e-6


@dataclass(frozen=True)
class SentenceScores:
    """Scores of the sentences of a batch; every array has one value per sentence.

    Attributes
    ----------
    compound : -1 to 1
    positive, neutral, negative : shares of words: 0 to 1, together 1
    """

    compound: Array
    positive: Array
    neutral: Array
    negative: Array
    n_hits: Array
    n_negated: Array


@dataclass(frozen=True)
class Weighed:
    """A batch with VADER's rules applied to its words, ready to be summed.

    Attributes
    ----------
    n_words : per sentence: newskit's words, which are fewer where a dash stands alone
    emphasis : per sentence: what its ! and ? add
    alpha : per sentence: what brings its sum between -1 and 1
    """

    words: VaderWords
    hits: Hits
    n_words: Array
    emphasis: Array
    alpha: Array

    @cached_property
    def all_scores(self) -> SentenceScores:
        """The sums of the sentences with all their words."""
        return self.scores()

    def scores(self, keep: Array | None = None) -> SentenceScores:
        """Sum up the sentences; `keep` says which of VADER's words count, the others are masked.

        A masked word keeps its place in the windows of the rules, but is neither positive, neutral
        nor negative.
        """
        at, value, negated = self.hits.word, self.hits.value, self.hits.negated
        if keep is None:
            n_words = np.diff(self.words.first)
        else:
            n_words = sums_between(keep, self.words.first)
            counted = keep[at]
            at, value, negated = at[counted], value[counted], negated[counted]
        home = self.words.sentence(at)

        def summed(where: Array, weights: Array | None = None) -> Array:
            # bincount adds one value after the other, as the program does.
            return np.bincount(where, weights=weights, minlength=len(self.emphasis))

        # Each word counts one more than its valence, to weigh against the neutral words.
        positive, negative = value > 0, value < 0
        up = summed(home, np.where(positive, value + 1, 0.0))
        down = summed(home, np.where(negative, 1 - value, 0.0))
        rest = n_words - summed(home[positive | negative])
        return SentenceScores(
            _compound(summed(home, value), self.emphasis, self.alpha),
            *_shares(up, rest, down, self.emphasis),
            summed(home),
            summed(home[negated]),
        )


def weigh(tokens: Tokens, lexicon: Lexicon) -> Weighed:
    """Apply VADER's rules to the words of a batch."""
    words = vader_words_of(tokens, lexicon)
    n_words = tokens.once(words_of_sentences)
    if lexicon.for_news:
        alpha = ALPHA_A_WORD * (n_words + MORE_WORDS)
    else:
        alpha = np.full(len(n_words), ALPHA)
    return Weighed(words, hits_of(words), n_words, _emphasis(words), alpha)


def _emphasis(words: VaderWords) -> Array:
    """Return what the exclamation and question marks of each sentence add."""
    marked = np.flatnonzero(words.code >= 1 << EXCLAMATION_SHIFT)
    home, code = words.sentence(marked), words.code[marked]

    def counted(shift: int) -> Array:
        marks = (code >> shift) & MARKS_MASK
        return np.bincount(home, weights=marks, minlength=len(words.first) - 1)

    exclamations = np.minimum(counted(EXCLAMATION_SHIFT), EXCLAMATIONS)
    questions = counted(QUESTION_SHIFT)
    asking = np.where(questions > 1, questions * QUESTION, 0.0)
    asking[questions > QUESTIONS] = MANY_QUESTIONS
    out: Array = exclamations * EXCLAMATION + asking
    return out


def score_sentences(tokens: Tokens, lexicon: Lexicon | None = None) -> SentenceScores:
    """Score every sentence of a batch by VADER's rules.

    Parameters
    ----------
    tokens : Tokens
        A batch, as `newskit.text.tokens.encode` makes it.
    lexicon : Lexicon, optional
        The words; VADER's own without it.

    Returns
    -------
    SentenceScores
        One value per sentence of the batch, in its order (`tokens.sentence`): `compound` (-1 to 1;
        higher is more positive), `positive`, `neutral`, `negative` (0 to 1: shares of words, 1
        together), rounded to 4 and 3 decimals as VADER rounds them; `n_hits` (listed words),
        `n_negated` (listed words under a negation).

    Examples
    --------
    >>> from newskit.text.tokens import encode
    >>> score_sentences(encode(["The plan is good. The plan isn’t good."])).compound.tolist()
    [0.4404, -0.3412]
    """
    return weigh(tokens, lexicon or vader()).scores()


def without_rounding(total: Array) -> Array:
    """Return sums with what is zero but for rounding made zero, so that ! and ? do not tip it."""
    return np.where(np.abs(total) < TINY, 0.0, total)


def _compound(total: Array, emphasis: Array, alpha: Array) -> Array:
    total = without_rounding(total)
    total = total + np.sign(total) * emphasis
    return _rounded(total / np.sqrt(total * total + alpha), 4)


def _shares(
    up: Array,
    rest: Array,
    down: Array,
    emphasis: Array,
) -> tuple[Array, Array, Array]:
    """Return the shares of positive, neutral and negative words.

    ! and ? go to the larger of the two sides.
    """
    # A sentence without words is neutral.
    rest = np.where(up + down + rest == 0, 1.0, rest)
    ahead = without_rounding(up - down)
    up = up + np.where(ahead > 0, emphasis, 0.0)
    down = down + np.where(ahead < 0, emphasis, 0.0)
    whole = up + down + rest
    return _rounded(up / whole, 3), _rounded(rest / whole, 3), _rounded(down / whole, 3)


def _rounded(values: Array, digits: int) -> Array:
    """Round as Python's `round` does, where NumPy's scaling would tip a value close to a half."""
    out: Array = np.round(values, digits)
    scaled = values * 10.0**digits
    past_digit = np.abs(scaled - np.trunc(scaled))
    close = np.flatnonzero(np.abs(past_digit - 0.5) < NEAR_A_HALF)
    out[close] = [round(float(value), digits) for value in values[close]]
    return out
