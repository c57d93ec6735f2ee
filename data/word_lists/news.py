"""Build news.csv, by which newskit scores news: python news.py --data FOLDER --lists FOLDER.

Which words are in it, and with which sign, is decided without rated news (defended.py); how large a
valence is, is fitted on it (valences.py; the folders and the data are those of news_fitted.py).
Where the fit says the opposite of the sign, or next to nothing, the word keeps its sign and is
SMALLEST.

Written are news.csv, to be packed with pack.py, and topics.csv (words that name a topic: by two
readers, or by words.csv where no reader rated it) into newskit/word_lists. `--evaluate` prints how
well lists agree with raters on texts they were not fitted on, and `--defended` by which evidence
how many words are in it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from agreement import agreement  # beside this file
from defended import REASONS, Defended, Evidence
from rated import TOPICS, Lists, Text, count, read
from readers import readers
from valences import LARGEST, Fitted, Model, choose, fit, model_of

from newskit.analyses.sentiment.forms import vader_valences
from newskit.analyses.sentiment.lexicons import NEWS, Lexicon
from newskit.text.stems import stem

Array = npt.NDArray[Any]
FOLDER = Path(__file__).resolve().parents[2] / "newskit" / "word_lists"
SMALLEST = 0.3
TWO = 2  # of three readers
NOTHING = Defended(0, "")
HEADER = ("word", "valence", "vader", "n_texts", "reason")


class Said:
    """What lists and readers say of a word, and its sign under the evidence that it rests on."""

    def __init__(self, lists: Lists, signs: dict[str, Defended]) -> None:
        self._lists, self._signs, self._rated = lists, signs, readers()

    def of(self, word: str) -> list[float]:
        """Return what is said of a word."""
        mean = float(np.mean(self._rated[word].ratings)) if word in self._rated else 0.0
        one = self._signs.get(word, NOTHING)
        by_evidence = [float(one.sign * (one.reason == reason)) for reason in REASONS]
        return [*self._lists.say(word), mean, *by_evidence]


def news_model(texts: list[Text], lists: Lists, signs: dict[str, Defended]) -> Model:
    """Gather what is said of the defended words."""
    model, said = model_of(texts, count(texts, signs), lists), Said(lists, signs)
    return model._replace(said=np.array([said.of(word) for word in model.counted.names]))


def valences(
    texts: list[Text], model: Model, signs: dict[str, Defended], use: Array
) -> dict[str, float]:
    """Return word -> valence, fitted on the texts of `use`."""
    penalties = choose(model, use, np.array([t.document for t in texts]))
    sys.stderr.write(f"{penalties}\n")
    found, said = fit(model, use, penalties), Said(model.lists, signs)
    seen = dict(zip(model.counted.names, found.words.tolist(), strict=True))

    def unseen(word: str) -> float:
        root = model.roots.get(stem(word))
        of_family = 0.0 if root is None else float(found.families[root])
        return float(np.dot(found.shares, said.of(word))) + of_family

    out, scale = {}, _scale(model, found, use)
    for word, one in signs.items():
        size = (seen.get(word) or unseen(word)) / scale * one.sign
        out[word] = one.sign * round(min(max(size, SMALLEST), LARGEST), 1)
    return out


def _scale(model: Model, found: Fitted, use: Array) -> float:
    """Return what makes the words that VADER has, as they are used, as large as they are there."""
    word = model.counted.word[use[model.counted.text]]
    vader = model.said[word, 0]
    shared = vader != 0
    fitted = found.words[word[shared]]
    return float(np.sqrt((fitted**2).mean() / (vader[shared] ** 2).mean()))


def table(
    model: Model, signs: dict[str, Defended], found: dict[str, float]
) -> list[tuple[Any, ...]]:
    """Return the rows of news.csv."""
    entries = np.unique(np.stack([model.counted.text, model.counted.word]), axis=1)[1]
    n_texts = Counter(model.counted.names[k] for k in entries.tolist())
    vader = vader_valences()
    return [
        (word, f"{found[word]:.1f}", vader.get(word, ""), n_texts[word], one.reason)
        for word, one in sorted(signs.items())
    ]


def topics() -> list[tuple[str]]:
    """Return the words that name a topic."""
    rated = readers()
    marked = {word for word, said in rated.items() if said.n_topic >= TWO}
    return [(word,) for word in sorted(marked | (TOPICS - rated.keys()))]


def write(name: str, header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write a table, and name it by SHA-256 on standard error."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    (FOLDER / name).write_text(out.getvalue(), encoding="utf-8")
    sys.stderr.write(f"{hashlib.sha256(out.getvalue().encode()).hexdigest()}  {name}\n")


def main() -> None:
    """Write the tables or, asked to evaluate, figures to standard output."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, type=Path)
    options.add_argument("--lists", required=True, type=Path)
    options.add_argument("--evaluate", action="store_true")
    options.add_argument("--defended", action="store_true")
    given = options.parse_args()
    lists = Lists(given.lists)
    signs = Evidence(lists).defended()
    if given.defended:
        by = Counter(one.reason for one in signs.values())
        sys.stdout.write("\n".join(f"{reason},{n}" for reason, n in by.most_common()) + "\n")
        return

    texts = read(given.data)
    model = news_model(texts, lists, signs)
    if given.evaluate:

        def fitted_on(use: Array) -> Lexicon:
            return Lexicon(NEWS, valences(texts, model, signs, use), for_news=True)

        sys.stdout.write(agreement(texts, fitted_on))
        return
    found = valences(texts, model, signs, np.ones(len(texts), dtype=bool))
    write("news.csv", HEADER, table(model, signs, found))
    write("topics.csv", ("word",), topics())


if __name__ == "__main__":
    main()
