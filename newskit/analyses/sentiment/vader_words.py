"""The tokens of a batch as VADER sees them: what stands between two blanks, by sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.clause_rules import DENIES, Clauses
from newskit.analyses.sentiment.forms import Trait, traits_of_all, vader_words
from newskit.analyses.sentiment.lexicons import Lexicon
from newskit.analyses.sentiment.names import in_names
from newskit.analyses.sentiment.printed_words import PrintedWords
from newskit.text.tokens import Tokens
from newskit.text.vocabulary import Vocabulary

Array = npt.NDArray[Any]


# What "not", "never" and "without" add in news, whatever they deny: people hear a denial as
# slightly negative. By cross-validation on rated editorials, like rules.WEAKER.
DENIAL = -0.7


class VaderWords(NamedTuple):
    """VADER's words of a batch as columns, in order; the first three have one value per word.

    Few words are listed, so what concerns only those is kept for those.

    Attributes
    ----------
    token : number of the first newskit token it is made of
    form : id of its form
    code : what forms.traits says of it, and Trait.LISTED
    first : per sentence, and one more: number of its first word
    listed : numbers of the words that are listed, but those in names; in news also of denials
    valence : their valences
    named : numbers of the listed words that are part of a name, so that they do not count
    denied : whether a denial reaches the listed words over their clause
    for_news : whether they are read as in news
    """

    token: Array
    form: Array
    code: Array
    first: Array
    listed: Array
    valence: Array
    named: Array
    denied: Array
    for_news: bool
    sentence_of_token: Array

    def sentence(self, at: Array) -> Array:
        """Return the number of the sentence, in the batch, of some words."""
        out: Array = self.sentence_of_token[self.token[at]]
        return out


def vader_words_of(tokens: Tokens, lexicon: Lexicon) -> VaderWords:
    """Cut the sentences of a batch into VADER's words, and look them up."""
    form, token, first = _cut(tokens.vocabulary, *_units(tokens))
    valence = lexicon.by_form(tokens.vocabulary, form)
    code = _codes(tokens.vocabulary, lexicon, valence).take(form)
    words = PrintedWords(tokens, form, token, code, first)
    if lexicon.for_news:
        return _as_news(words, valence)
    listed = np.flatnonzero(code & Trait.LISTED)
    nothing = np.zeros(len(listed), dtype=bool)
    return VaderWords(
        token, form, code, first, listed, valence[form[listed]], listed[:0], nothing, False,
        tokens.sentence,
    )  # fmt: skip


def _as_news(words: PrintedWords, valence: Array) -> VaderWords:
    """Read the words as in news: names do not count, denials count and reach over a clause."""
    code = words.code
    clauses = Clauses(words)
    clauses.correct()
    listed = np.flatnonzero(code & Trait.LISTED)
    named = listed[in_names(words, listed)]
    code[named] ^= Trait.LISTED

    counted = np.flatnonzero(code & (Trait.LISTED | DENIES))
    is_listed = (code[counted] & Trait.LISTED) > 0
    of_words = np.where(is_listed, valence[words.form[counted]], DENIAL)
    return VaderWords(
        words.token, words.form, code, words.first, counted, of_words, named,
        clauses.denied(counted, of_words) & is_listed, True, words.tokens.sentence,
    )  # fmt: skip


def _codes(
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    valence: Array,
) -> Array:
    """Return the traits of every form, with LISTED where the lexicon has it."""
    traits = vocabulary.feature(traits_of_all, many=True)[: len(valence)]
    if lexicon.for_news:
        # In news a place before a dateline or an acronym, seldom a shout.
        traits = traits & ~Trait.CAPITALS
    unlisted = np.isnan(valence[: len(traits)])
    codes: Array = np.where(unlisted, traits, traits | Trait.LISTED)
    return codes


def _units(tokens: Tokens) -> tuple[Array, Array, Array]:
    """Return form and first token of each printed form, and the first of each sentence.

    A printed form that holds a sentence end is two ("good.But").
    """
    if not tokens.glued.any():
        return tokens.form, np.arange(len(tokens.form)), tokens.sentence_first

    opens = tokens.sentence_first[:-1]
    new = ~tokens.glued
    new[opens] = True
    token, inside = np.flatnonzero(new), np.flatnonzero(~new)
    form = tokens.printed[token]
    first = tokens.sentence_first - np.searchsorted(inside, tokens.sentence_first)

    divided = first[:-1][tokens.glued[opens]]
    if len(divided):
        # Neither half is the form that is printed there: both are looked up as they stand.
        halves = np.unique(np.concatenate([divided - 1, divided]))
        begin, end = token[halves], np.append(token, len(new))[halves + 1] - 1
        spans = zip(tokens.article[begin], tokens.start[begin], tokens.end[end], strict=True)
        form[halves] = tokens.vocabulary.ids([tokens.texts[i][a:b] for i, a, b in spans])
    return form, token, first


def _cut(
    vocabulary: Vocabulary, form: Array, token: Array, first: Array
) -> tuple[Array, Array, Array]:
    """Replace forms that hold several of VADER's words, or none, by those words."""
    traits = vocabulary.feature(traits_of_all, many=True).take(form)
    several = np.flatnonzero((traits & Trait.SEVERAL) > 0)
    if not len(several):
        return form, token, first

    distinct = np.unique(form[several]).tolist()
    words = {i: vocabulary.ids(vader_words(vocabulary.forms[i])) for i in distinct}
    found = [words[i] for i in form[several].tolist()]
    size = np.array([len(f) for f in found])
    n_words = np.ones(len(form), dtype=np.int64)
    n_words[several] = size
    new_form, new_token = np.repeat(form, n_words), np.repeat(token, n_words)

    # Each form has made room for its words (or has gone); now they are put there.
    shift = np.append(0, np.cumsum(size - 1))
    begin = np.repeat(several + shift[:-1], size)
    place_in_form = np.arange(len(begin)) - np.repeat(np.cumsum(size) - size, size)
    new_form[begin + place_in_form] = np.concatenate(found)
    return new_form, new_token, first + shift[np.searchsorted(several, first)]
