"""Ridge regression of ratings on words: how large the valence of each is.

A rating is the sum of what VADER's rules make of its words, over the square root of the number of
words and three. A word's valence is a share of what lists (and readers) say of it, and of what they
say of its family (words of one stem) where they do not know it; and what the family and the word
depart from that. Squared errors are made smallest under a penalty on the squares of the departures,
so that only words seen often go far. The penalties are those that do best in a cross-validation
inside the texts that are fitted on.
"""

from __future__ import annotations

import itertools
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from agreement import pearson  # beside this file
from rated import Counted, Lists, Text, folds

from newskit.text.stems import stem

Array = npt.NDArray[Any]
STEPS, INNER = 100, 4
LARGEST = 4.0  # VADER's scale


class Penalties(NamedTuple):
    """What is chosen by cross-validation."""

    word: float  # on the departure of a word
    family: float  # on that of a family
    other: float  # what a NewsMTSC sentence weighs beside an NYT one


GRID = [
    Penalties(*p) for p in itertools.product((1.0, 2.0, 4.0, 8.0), (4.0, 12.0), (0.25, 0.5))
]


class Model(NamedTuple):
    """Words, as the fit sees them: what the lists say of each, and the number of its family."""

    counted: Counted
    said: Array
    family: Array
    roots: dict[str, int]
    rating: Array
    nyt: Array
    lists: Lists


def model_of(texts: list[Text], counted: Counted, lists: Lists) -> Model:
    """Gather what does not depend on which texts are fitted on."""
    said = np.array([lists.say(w) for w in counted.names])
    roots = {root: k for k, root in enumerate(sorted({stem(w) for w in counted.names}))}
    family = np.array([roots[stem(w)] for w in counted.names])
    rating, nyt = np.array([t.rating for t in texts]), np.array([t.nyt for t in texts])
    return Model(counted, said, family, roots, rating, nyt, lists)


class Fitted(NamedTuple):
    """What was fitted, in the units of the ratings."""

    shares: Array  # of what the lists say
    words: Array  # valence of each word counted
    families: Array  # departure of each family
    scale: float  # how large they are beside VADER's


def fit(model: Model, use: Array, penalties: Penalties) -> Fitted:
    """Fit on the texts of `use`."""
    counted, n_lists, n_words = model.counted, model.said.shape[1], len(model.counted.names)
    importance = np.where(use, np.where(model.nyt, 1.0, penalties.other), 0.0)
    rating = model.rating.copy()
    for part in (model.nyt, ~model.nyt):
        if (part & use).any():
            rating[part] -= rating[part & use].mean()
    keep = use[counted.text]
    row, column, weight = counted.text[keep], counted.word[keep], counted.weight[keep]
    size = model.said.std(axis=0) + 1e-9
    said = model.said / size

    def values(x: Array) -> Array:
        of_lists, own, of_family = np.split(x, (n_lists, n_lists + n_words))
        out: Array = said @ of_lists + own + of_family[model.family]
        return out

    def back(residual: Array) -> Array:
        own = np.bincount(column, weights=weight * (importance * residual)[row], minlength=n_words)
        return np.concatenate([said.T @ own, own, np.bincount(model.family, own, len(model.roots))])

    sizes = (n_lists, n_words, len(model.roots))
    penalty = np.repeat((1.0, penalties.word, penalties.family), sizes)
    x = _solve(
        lambda x: back(np.bincount(row, weight * values(x)[column], counted.n_texts)) + penalty * x,
        back(rating),
    )
    found, n, vader = values(x), np.bincount(column, minlength=n_words), model.said[:, 0]
    scale = float((n * found * vader).sum() / (n * vader**2).sum())
    return Fitted(x[:n_lists] / size, found, x[n_lists + n_words :], scale)


def _solve(apply: Any, right: Array) -> Array:
    """Solve apply(x) = right by conjugate gradients."""
    x, rest = np.zeros_like(right), right.copy()
    step, size = rest.copy(), float(rest @ rest)
    for _ in range(STEPS):
        image = apply(step)
        a = size / float(step @ image)
        x, rest = x + a * step, rest - a * image
        size, before = float(rest @ rest), size
        if size < 1e-8 * float(right @ right):
            break
        step = rest + size / before * step
    return x


def choose(model: Model, use: Array, documents: Array) -> Penalties:
    """Return the penalties that do best on NYT sentences in a cross-validation inside `use`."""
    fold, merit = folds(documents, INNER, "inner "), []
    for penalties in GRID:
        guess = np.zeros(len(use))
        for k in range(INNER):
            value = fit(model, use & (fold != k), penalties).words
            at = fold[model.counted.text] == k
            parts = model.counted.weight[at] * value[model.counted.word[at]]
            guess += np.bincount(model.counted.text[at], parts, len(use))
        part = use & model.nyt if (use & model.nyt).any() else use
        merit.append(pearson(guess[part], model.rating[part]))
    return GRID[int(np.argmax(merit))]
