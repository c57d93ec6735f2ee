"""The tokens of a batch as VADER sees them: whatever stands between two blanks, sentence by sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.tokens import Tokens
from newskit.text.vocabulary import Vocabulary
from newskit.valence.forms import Part, n_vader_words, traits, vader_words
from newskit.valence.lists import Lexicon
from newskit.valence.names import parts_of_names

Array = npt.NDArray[Any]


class VaderWords(NamedTuple):
    """VADER's words of a batch as columns, in order; every array but the last has one value per word."""

    sentence: Array  # number in the batch
    token: Array  # number of the first newskit token it is made of
    form: Array  # id of its form
    parts: Array  # bits of forms.Part
    valence: Array  # 0 when it is not listed
    named: Array  # whether it is listed, but part of a name, so that it does not count
    idiom: Array  # number among forms.IDIOM_WORDS, or 0
    marks: Array  # how many ! and ? it holds: shape (words, 2)
    first: Array  # per sentence, and one more: number of its first word


def vader_words_of(tokens: Tokens, lexicon: Lexicon) -> VaderWords:
    """Cut the sentences of a batch into VADER's words, and look them up."""
    form, token = _units(tokens)
    form, token = _cut(tokens.vocabulary, form, token)
    known = tokens.vocabulary.feature(traits, np.int32, 4)[form]
    sentence = tokens.sentence[token]
    n_sentences = len(tokens.sentence_first) - 1
    valence = lexicon.of_forms(tokens.vocabulary, form)
    listed = ~np.isnan(valence)
    named = listed & parts_of_names(tokens)[token] if lexicon.for_news else np.zeros(len(form), dtype=bool)
    listed &= ~named
    return VaderWords(
        sentence=sentence,
        token=token,
        form=form,
        parts=np.where(listed, known[:, 0] | Part.LISTED, known[:, 0]),
        valence=np.where(listed, valence, 0.0),
        named=named,
        idiom=known[:, 1],
        marks=known[:, 2:],
        first=np.searchsorted(sentence, np.arange(n_sentences + 1)),
    )


def _units(tokens: Tokens) -> tuple[Array, Array]:
    """Return form and first token of each printed form; one that holds a sentence end is two."""
    if not len(tokens.form):
        return tokens.form, np.zeros(0, dtype=np.int64)
    new = ~tokens.glued
    new[1:] |= np.diff(tokens.sentence) > 0
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(new)) - 1
    form = tokens.printed[first].copy()
    follows = np.append(tokens.glued[first[1:]], False)
    parted = np.flatnonzero(tokens.glued[first] | follows)
    if len(parted):
        a, b = first[parted], last[parted]
        spans = zip(tokens.article[a], tokens.start[a], tokens.end[b], strict=True)
        form[parted] = tokens.vocabulary.ids([tokens.texts[i][start:end] for i, start, end in spans])
    return form, first


def _cut(vocabulary: Vocabulary, form: Array, token: Array) -> tuple[Array, Array]:
    """Replace forms that hold several of VADER's words, or none, by those words."""
    n_words = vocabulary.feature(n_vader_words, np.int32)[form]
    several = np.flatnonzero(n_words > 1)
    if not len(several):
        keep = n_words > 0
        return form[keep], token[keep]
    words = {int(i): vocabulary.ids(vader_words(vocabulary.forms[i])) for i in np.unique(form[several])}
    out = np.repeat(form, n_words)
    begin = np.cumsum(n_words) - n_words
    where = np.concatenate([np.arange(begin[k], begin[k] + n_words[k]) for k in several])
    out[where] = np.concatenate([words[int(form[k])] for k in several])
    return out, np.repeat(token, n_words)
