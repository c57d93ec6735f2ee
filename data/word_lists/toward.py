"""Fit toward.csv, the weights of newskit.sentiment_toward.

python toward.py --data FOLDER | python pack.py > toward.csv.xz

FOLDER holds newsmtsc.jsonl.gz (NewsMTSC, official train: id, text, start, end, label), named by
SHA-256 on standard error. Needs NumPy only. The model is softmax regression on the features of
newskit/analyses/sentiment/context_features.py, with a penalty on squared weights; features in fewer
than three sentences and, after fitting, small weights are left out.

`--evaluate --lists FOLDER` (see news.py) prints the macro-F1 of 5-fold cross-validation over
documents. The valences of the lexicon "news", which are features here, were fitted on the same
sentences: with nyt.jsonl.gz in the folder, each fold has a lexicon of its own, fitted without it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import string
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
from agreement import FOLDS  # beside this file
from defended import Evidence
from news import news_model, valences
from rated import Lists, folds, lines, read
from syllables import minimize

from newskit.analyses.sentiment import context_features
from newskit.analyses.sentiment.by_group import LABELS
from newskit.analyses.sentiment.context_features import features
from newskit.analyses.sentiment.lexicons import NEWS, Lexicon, vader
from newskit.analyses.sentiment.sentiment_toward import SCALE, sentence_of
from newskit.analyses.sentiment.target_context import context_of
from newskit.text.stems import stem

Array = npt.NDArray[Any]
PENALTY, STEPS, RAREST, SMALLEST = 25.0, 60, 3, 0.03


class Described:
    """Targets as entries (target, feature, value)."""

    def __init__(self, found: list[dict[str, float]], names: list[str]) -> None:
        number = {name: k for k, name in enumerate(names)}
        entries = [
            (i, number[f], v) for i, row in enumerate(found) for f, v in row.items() if f in number
        ]
        self.row = np.array([e[0] for e in entries])
        self.column = np.array([e[1] for e in entries])
        self.value = np.array([e[2] for e in entries])
        self.n, self.width = len(found), len(names)

    def scores(self, weights: Array) -> Array:
        """Return one score a label for each target."""
        return np.stack(
            [np.bincount(self.row, self.value * w[self.column], self.n) for w in weights], axis=1
        )

    def gradient(self, slope: Array) -> Array:
        """Return the slope of each weight from that of each score."""
        return np.stack(
            [np.bincount(self.column, self.value * s[self.row], self.width) for s in slope.T]
        )


def describe(targets: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Return feature -> value for each target."""
    out = []
    for target in targets:
        row: Counter[str] = Counter()
        found = sentence_of(target["text"], target["start"], target["end"])
        for name, value, _ in features(context_of(found.sentence, found.start, found.end)):
            row[name] += value  # type: ignore[assignment]
        out.append({name: float(value) for name, value in row.items()})
    return out


def proper(targets: list[dict[str, Any]]) -> set[str]:
    """Return the words that stand mostly with a capital, as printed and as stems.

    Such a word may open a sentence.
    """
    upper: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for target in targets:
        for word in target["text"].replace("’", "'").split():
            bare = word.strip(string.punctuation + "“”‘")
            for low in {bare.lower(), stem(bare.lower())}:
                total[low] += 1
                upper[low] += bare != bare.lower()
    return {word for word, n in total.items() if upper[word] > 0.8 * n}


def fit(found: list[dict[str, float]], labels: Array, banned: set[str]) -> tuple[list[str], Array]:
    """Return names of features, and their weights: one row a label."""
    tally = Counter(name for row in found for name in row)
    common = (name for name, n in tally.items() if n >= RAREST)
    names = sorted(n for n in common if banned.isdisjoint(n.split(": ")[-1].split()))
    data = Described(found, names)
    wanted = np.eye(len(LABELS))[labels]

    def loss(x: Array) -> tuple[float, Array]:
        weights = x.reshape(len(LABELS), -1)
        scores = data.scores(weights)
        scores -= scores.max(axis=1, keepdims=True)
        chance = np.exp(scores)
        chance /= chance.sum(axis=1, keepdims=True)
        value = -float(np.log((chance * wanted).sum(axis=1) + 1e-300).sum()) + PENALTY / 2 * float(
            x @ x
        )
        return value, (data.gradient(chance - wanted) + PENALTY * weights).reshape(-1)

    return names, minimize(loss, np.zeros(len(LABELS) * len(names)), STEPS).reshape(len(LABELS), -1)


def macro_f1(gold: Array, guess: Array) -> float:
    """Return the mean of the F1 of the labels."""
    each = []
    for k in range(len(LABELS)):
        right = ((gold == k) & (guess == k)).sum()
        each.append(2 * right / max(1, (gold == k).sum() + (guess == k).sum()))
    return float(np.mean(each))


def evaluate(targets: list[dict[str, Any]], labels: Array, folder: Path, lists: Path) -> str:
    """Cross-validate over documents, each fold with a news lexicon fitted without it."""
    texts, known = read(folder), Lists(lists)
    signs = Evidence(known).defended()
    model = news_model(texts, known, signs)
    fold = folds(np.array(["_".join(t["id"].split("_")[:3]) for t in targets]), FOLDS)
    text_fold = folds(np.array([t.document for t in texts]), FOLDS)
    banned = proper(targets)
    guess = np.zeros(len(targets), dtype=int)
    for k in range(FOLDS):
        fitted = valences(texts, model, signs, model.nyt | (text_fold != k))
        ours = Lexicon(NEWS, fitted, for_news=True)
        lists_of_fold = (("vader", vader()), ("news", ours))
        with mock.patch.object(context_features, "lists", return_value=lists_of_fold):
            found = describe(targets)
        training = [row for row, f in zip(found, fold, strict=True) if f != k]
        names, weights = fit(training, labels[fold != k], banned)
        weights = np.rint(np.where(np.abs(weights).max(axis=0) >= SMALLEST, weights, 0) * SCALE)
        held_out = Described([row for row, f in zip(found, fold, strict=True) if f == k], names)
        guess[fold == k] = held_out.scores(weights).argmax(axis=1)
    several = Counter(t["text"] for t in targets)
    many = np.array([several[t["text"]] > 1 for t in targets])
    return (
        f"targets,macro-F1\nall {len(targets)},{macro_f1(labels, guess):.4f}\n"
        f"of sentences with several ({many.sum()}),{macro_f1(labels[many], guess[many]):.4f}\n"
    )


def main() -> None:
    """Write the weights or, asked to evaluate, figures to standard output."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, type=Path)
    options.add_argument("--lists", type=Path)
    options.add_argument("--evaluate", action="store_true")
    given = options.parse_args()
    targets = lines(given.data / "newsmtsc.jsonl.gz")
    labels = np.array([LABELS.index(t["label"]) for t in targets])
    if given.evaluate:
        sys.stdout.write(evaluate(targets, labels, given.data, given.lists))
        return
    names, weights = fit(describe(targets), labels, proper(targets))
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["feature", *LABELS])
    for name, column in zip(names, weights.T, strict=True):
        if np.abs(column).max() >= SMALLEST:
            table.writerow([name, *np.rint(column * SCALE).astype(int).tolist()])
    sys.stderr.write(f"{hashlib.sha256(out.getvalue().encode()).hexdigest()}  toward.csv\n")
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
