"""The tokens of a batch as VADER sees them: whatever stands between two blanks, sentence by sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.forms import Part, traits_of_all, vader_words
from newskit.analyses.sentiment.lexicons import Lexicon
from newskit.analyses.sentiment.names import in_names
from newskit.text.tokens import Tokens
from newskit.text.vocabulary import Vocabulary

Array = npt.NDArray[Any]


class VaderWords(NamedTuple):
    """VADER's words of a batch as columns, in order; the first three arrays have one value per word.

    Few words are listed, so what concerns only those is kept for those.
    """

    token: Array  # number of the first newskit token it is made of
    form: Array  # id of its form
    code: Array  # what forms.traits says of it, and Part.LISTED
    first: Array  # per sentence, and one more: number of its first word
    listed: Array  # numbers of the words that are listed, without those in names
    valence: Array  # their valences
    named: Array  # numbers of the words that are listed, but part of a name, so that they do not count
    sentence_of_token: Array

    def sentence(self, at: Array) -> Array:
        """Return the number of the sentence, in the batch, of some words."""
        out: Array = self.sentence_of_token[self.token[at]]
        return out


def vader_words_of(tokens: Tokens, lexicon: Lexicon) -> VaderWords:
    """Cut the sentences of a batch into VADER's words, and look them up."""
    form, token, first = _cut(tokens.vocabulary, *_units(tokens))
    valence = lexicon.by_form(tokens.vocabulary, form)
    known = tokens.vocabulary.feature(traits_of_all, many=True)[: len(valence)]
    if lexicon.for_news:
        known = known & ~Part.CAPITALS  # a place before a dateline or an acronym, seldom a shout
    code = np.where(np.isnan(valence[: len(known)]), known, known | Part.LISTED).take(form)
    listed = np.flatnonzero((code & Part.LISTED) > 0)
    named = np.zeros(0, dtype=np.int64)
    if lexicon.for_news:
        inside = in_names(code, first, tokens.sentence[token[listed]], listed)
        listed, named = listed[~inside], listed[inside]
        code[named] ^= Part.LISTED
    return VaderWords(token, form, code, first, listed, valence[form[listed]], named, tokens.sentence)


def _units(tokens: Tokens) -> tuple[Array, Array, Array]:
    """Return form and first token of each printed form, and the first of each sentence.

    A printed form that holds a sentence end is two.
    """
    if not tokens.glued.any():
        return tokens.form, np.arange(len(tokens.form)), tokens.sentence_first
    opens = tokens.sentence_first[:-1]
    new = ~tokens.glued
    new[opens] = True
    token, inside = np.flatnonzero(new), np.flatnonzero(~new)
    form, first = tokens.printed[token], tokens.sentence_first - np.searchsorted(inside, tokens.sentence_first)
    parted = first[:-1][tokens.glued[opens]]
    if len(parted):
        parted = np.unique(np.concatenate([parted - 1, parted]))
        begin, end = token[parted], np.append(token, len(new))[parted + 1] - 1
        spans = zip(tokens.article[begin], tokens.start[begin], tokens.end[end], strict=True)
        form[parted] = tokens.vocabulary.ids([tokens.texts[i][a:b] for i, a, b in spans])
    return form, token, first


def _cut(vocabulary: Vocabulary, form: Array, token: Array, first: Array) -> tuple[Array, Array, Array]:
    """Replace forms that hold several of VADER's words, or none, by those words."""
    several = np.flatnonzero((vocabulary.feature(traits_of_all, many=True).take(form) & Part.SEVERAL) > 0)
    if not len(several):
        return form, token, first
    words = {i: vocabulary.ids(vader_words(vocabulary.forms[i])) for i in np.unique(form[several]).tolist()}
    found = [words[i] for i in form[several].tolist()]
    more = np.array([len(f) for f in found]) - 1
    n_words = np.ones(len(form), dtype=np.int64)
    n_words[several] += more
    shift = np.append(0, np.cumsum(more))
    out, token = np.repeat(form, n_words), np.repeat(token, n_words)
    begin = np.repeat(several + shift[:-1], more + 1)
    out[begin + np.arange(len(begin)) - np.repeat(np.cumsum(more + 1) - more - 1, more + 1)] = np.concatenate(found)
    return out, token, first + shift[np.searchsorted(several, first)]
