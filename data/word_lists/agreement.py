"""How well word lists agree with people on news: Pearson's r, on texts not fitted on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from rated import TOPICS, Text, articles, folds  # beside this file

from newskit.analyses.sentiment.forms import vader_valences
from newskit.analyses.sentiment.lexicons import NEWS, Lexicon
from newskit.analyses.sentiment.scores import score_sentences
from newskit.text.tokens import encode

Array = npt.NDArray[Any]
FOLDS = 5


class Scored(NamedTuple):
    """Scores of every text, and of every NYT article with its sentences joined to one text."""

    texts: Array
    joined: Array


def agreement(texts: list[Text], fitted_on: Callable[[Array], Lexicon]) -> str:
    """Compare VADER's list and ours.

    `fitted_on` fits ours, penalties and all, on the texts that are marked.
    """
    nyt, rating = np.array([t.nyt for t in texts]), np.array([t.rating for t in texts])
    documents, every = np.array([t.document for t in texts]), np.ones(len(texts), dtype=bool)
    one, other = (score_all(texts, fitted_on(use)) for use in (~nyt, nyt))
    across = Scored(np.where(nyt, one.texts, other.texts), one.joined)

    values = vader_valences()
    halved = {word: value * (0.5 if word in TOPICS else 1.0) for word, value in values.items()}
    as_news = Lexicon(NEWS, values, for_news=True)
    halved_as_news = Lexicon(NEWS, halved, for_news=True)
    out = ["list,NYT sentences,NYT articles joined,NYT articles mean,NewsMTSC sentences"]
    for name, found in (
        ("VADER", score_all(texts, Lexicon("vader", values))),
        ("VADER's values; names masked; by length", score_all(texts, as_news)),
        ("the same; topic words halved by hand", score_all(texts, halved_as_news)),
        ("news; 5-fold over documents", crossed(texts, fitted_on)),
        ("news; fitted on the other set only", across),
        ("news; in sample", score_all(texts, fitted_on(every))),
    ):
        by_article = mean(rating[nyt], documents[nyt])
        figures = (
            pearson(found.texts[nyt], rating[nyt]),
            pearson(found.joined, by_article),
            pearson(mean(found.texts[nyt], documents[nyt]), by_article),
            pearson(found.texts[~nyt], rating[~nyt]),
        )
        out.append(",".join([name, *(f"{r:.3f}" for r in figures)]))
    return "\n".join(out) + "\n"


def crossed(texts: list[Text], fitted_on: Callable[[Array], Lexicon]) -> Scored:
    """Score every document by a list fitted on the documents of the other folds."""
    fold = folds(np.array([t.document for t in texts]), FOLDS)
    fold_of_article = folds(np.array(list(articles(texts))), FOLDS)
    out = Scored(np.zeros(len(texts)), np.zeros(len(fold_of_article)))
    for k in range(FOLDS):
        ours = score_all(texts, fitted_on(fold != k))
        out = Scored(
            np.where(fold == k, ours.texts, out.texts),
            np.where(fold_of_article == k, ours.joined, out.joined),
        )
    return out


def score_all(texts: list[Text], words: Lexicon) -> Scored:
    """Score by one list."""
    joined = list(articles(texts).values())
    return Scored(scores([t.text for t in texts], words), scores(joined, words))


def scores(texts: list[str], words: Lexicon) -> Array:
    """Return each text's mean compound over its sentences."""
    tokens = encode([" ".join(text.split()) for text in texts])
    compound = score_sentences(tokens, words).compound
    return mean(compound, tokens.article[tokens.sentence_first[:-1]])


def pearson(x: Array, y: Array) -> float:
    """Return Pearson's r."""
    return float(np.corrcoef(x, y)[0, 1])


def mean(x: Array, groups: Array) -> Array:
    """Return the mean by group, in the order in which they come first."""
    order = {group: k for k, group in enumerate(dict.fromkeys(groups.tolist()))}
    home = np.array([order[group] for group in groups.tolist()])
    return np.asarray(np.bincount(home, x) / np.bincount(home))
