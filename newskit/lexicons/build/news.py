"""Fit news.csv, what newskit changes in VADER's list for news: python news.py --data FOLDER > news.csv.

FOLDER holds nyt.jsonl.gz (sentences of NYT editorials: id, text, score, the mean of 20 raters from -4 to 4) and
newsmtsc.jsonl.gz (NewsMTSC, official train: id, text, label towards one target; a sentence counts as the mean of its
labels). Files read and table written are named by SHA-256 on standard error. Needs NumPy only.

The model: a rating is the sum of what VADER's rules make of its words, over the square root of the number of words and
three. A word's valence is VADER's, plus what its family (words of one stem) and what itself departs from it. Squared
errors are made smallest under a penalty on the squares of the departures: strong, so that only words seen often go
far. Words that VADER lacks begin at a share of the mean of their family in VADER's list. Words not seen in the data
but of a family that was are taken from CMU's dictionary. Names (words
seen mostly with a capital) are not added, nor words for groups of people (topics.py).

`--evaluate` prints how well lists do on texts they were not fitted on. The penalties were chosen by the first line.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from topics import PEOPLE, TOPICS  # beside this file

from newskit.text.tokens import encode
from newskit.valence.forms import BOOSTERS, DAMPENERS, IDIOM_WORDS, NEGATIONS, lexicon, stripped
from newskit.valence.lists import NEWS, Lexicon
from newskit.valence.rules import hits_of
from newskit.valence.scores import MORE_WORDS, score_sentences
from newskit.valence.stems import stem
from newskit.valence.words import vader_words_of
from newskit.wordlists import rows

Array = npt.NDArray[Any]
LISTED, ADDED, FAMILY = 1.0, 3.0, 3.0  # penalties on the departures
OTHER = 0.4  # what a NewsMTSC sentence weighs beside an NYT one
# A word that is listed is no booster, dampener or negation any more, so these cannot be added.
STEERING = BOOSTERS | DAMPENERS | NEGATIONS | set(IDIOM_WORDS) | {"least"} | PEOPLE
SEEN, PROBE, STEPS, FOLDS = 4, 2.0, 120, 5
SMALLEST = {"seen": 0.1, "unseen": 0.5}  # added words with less are left out
CHANGE = {"seen": 0.1, "unseen": 0.3}  # and so are smaller changes of VADER's


class Text(NamedTuple):
    """One rated text: its document, whether it is of the NYT, and its rating."""

    document: str
    nyt: bool
    text: str
    rating: float


class Counted(NamedTuple):
    """Texts as counts of words under the rules: entries (text, word, weight), and words a text."""

    text: Array
    word: Array
    weight: Array
    length: Array
    names: list[str]


def read(folder: Path) -> list[Text]:
    """Read both files; a NewsMTSC sentence with several targets is one text."""
    found, labels = [], defaultdict(list)
    for row in lines(folder / "nyt.jsonl.gz"):
        found.append(Text(row["id"].rsplit("_", 1)[0], True, row["text"], row["score"]))
    for row in lines(folder / "newsmtsc.jsonl.gz"):
        labels[("_".join(row["id"].split("_")[:3]), row["text"])].append(row["label"])
    value = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
    found += [Text(doc, False, text, float(np.mean([value[x] for x in all_]))) for (doc, text), all_ in labels.items()]
    return found


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines, and name it by SHA-256 on standard error."""
    data = path.read_bytes()
    sys.stderr.write(f"{hashlib.sha256(data).hexdigest()}  {path.name}\n")
    return [json.loads(line) for line in gzip.decompress(data).splitlines()]


def count(texts: list[Text]) -> Counted:
    """Apply VADER's rules to every word as if all were listed with one valence."""
    tokens = encode([" ".join(t.text.split()) for t in texts])
    low = {i: stripped(form).lower().removesuffix("'s") for i, form in enumerate(tokens.vocabulary.forms)}
    probe = Lexicon("probe", _Everything(), for_news=True)
    words = vader_words_of(tokens, probe)
    hits = hits_of(words)
    names = sorted({low[int(i)] for i in words.form[hits.word]})
    number = {name: k for k, name in enumerate(names)}
    text = tokens.article[words.token[hits.word]]
    word = np.array([number[low[int(i)]] for i in words.form[hits.word]])
    length = np.bincount(tokens.article, weights=tokens.is_word, minlength=len(texts))
    return Counted(text, word, hits.value / PROBE, length, names)


class _Everything(dict[str, float]):
    """A list of every word that can have a valence."""

    def get(self, word: str, default: Any = None) -> Any:
        """Return the same valence for every word that is listed or could be."""
        return PROBE if word in lexicon() or fit_to_add(word) else default


def fit_to_add(word: str) -> bool:
    """Say whether a word may be added: letters and hyphens, and without a part in the rules."""
    plain = len(word) > 1 and word.isascii() and word.replace("-", "").isalpha()
    return plain and word not in STEERING


def fit(texts: list[Text], counted: Counted, use: Array, universe: set[str]) -> dict[str, float]:
    """Return word -> valence, fitted on the texts of `use`; words are those of the texts and of `universe`."""
    listed = lexicon()
    here = use[counted.text]
    seen = Counter(counted.word[here].tolist())
    known = [w for k, w in enumerate(counted.names) if w in listed or seen[k] >= SEEN]
    families = {stem(w) for k, w in enumerate(counted.names) if seen[k]}
    extra = sorted(w for w in universe if w not in listed and stem(w) in families)
    words = list(dict.fromkeys([*listed, *known, *extra]))
    number = {w: k for k, w in enumerate(words)}
    roots = {s: k for k, s in enumerate(sorted({stem(w) for w in words}))}
    family = np.array([roots[stem(w)] for w in words])
    start = _start(words, family, len(roots))
    column = np.array([number.get(w, -1) for w in counted.names])[counted.word]
    keep = here & (column >= 0)
    row, column = counted.text[keep], column[keep]
    weight = counted.weight[keep] / np.sqrt(counted.length[row] + MORE_WORDS)
    rating, nyt = np.array([t.rating for t in texts]), np.array([t.nyt for t in texts])
    importance = np.where(use, np.where(nyt, 1.0, OTHER), 0.0)
    base = np.bincount(row, weights=weight * start[column], minlength=len(texts))
    anchor = use & nyt if (use & nyt).any() else use
    scale = _slope(base[anchor], rating[anchor])
    rest = rating - scale * base
    for part in (nyt, ~nyt):
        rest[part] -= rest[part & use].mean() if (part & use).any() else 0.0

    def forward(x: Array) -> Array:
        both = x[: len(words)] + x[len(words) :][family]
        return np.bincount(row, weights=weight * both[column], minlength=len(texts))

    def back(residual: Array) -> Array:
        own = np.bincount(column, weights=weight * (importance * residual)[row], minlength=len(words))
        return np.concatenate([own, np.bincount(family, weights=own, minlength=len(roots))])

    penalty = np.concatenate([np.where([w in listed for w in words], LISTED, ADDED), np.full(len(roots), FAMILY)])
    departure = _solve(lambda x: back(forward(x)) + penalty * x, back(rest))
    value = start + (departure[: len(words)] + departure[len(words) :][family]) / scale
    return dict(zip(words, value.tolist(), strict=True))


def _start(words: list[str], family: Array, n: int) -> Array:
    """Return VADER's valence of each word; of one it lacks, the sum of its family over one more than their number."""
    value = np.array([lexicon().get(w, np.nan) for w in words])
    known = ~np.isnan(value)
    total = np.bincount(family[known], weights=value[known], minlength=n)
    mean = total / (np.bincount(family[known], minlength=n) + 1.0)
    long = np.array([len(stem(w)) >= 4 for w in words])
    return np.where(known, value, np.where(long, mean[family], 0.0))


def _slope(x: Array, y: Array) -> float:
    x = x - x.mean()
    return float(x @ (y - y.mean()) / (x @ x))


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


def capitals(texts: list[Text]) -> set[str]:
    """Return the words that stand mostly with a capital."""
    upper: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text in texts:
        for word in text.text.split():
            bare = stripped(word)
            total[bare.lower()] += 1
            upper[bare.lower()] += bare[:1].isupper()
    return {w for w, n in total.items() if upper[w] > 0.5 * n}


def table(texts: list[Text], counted: Counted, use: Array, universe: set[str]) -> list[tuple[str, str, str, str, str]]:
    """Return the rows of news.csv: word, valence, VADER's, number of texts with it, reason; fitted on `use`."""
    fitted = fit(texts, counted, use, universe)
    names = capitals([t for t, u in zip(texts, use, strict=True) if u])
    pairs = np.unique(np.stack([counted.text, counted.word])[:, use[counted.text]], axis=1)
    tally = np.bincount(pairs[1], minlength=len(counted.names))
    n_texts = dict(zip(counted.names, tally.tolist(), strict=True))
    out = []
    for word, value in sorted(fitted.items()):
        n, vader, new = n_texts.get(word, 0), lexicon().get(word), round(value, 1) + 0.0
        seen = "seen" if n >= SEEN else "unseen"
        if vader is not None:
            if round(abs(new - vader), 1) >= CHANGE[seen]:
                out.append((word, f"{new:.1f}", f"{vader:.1f}", str(n), reason(word, new, vader, n)))
        elif word not in names and abs(value) >= SMALLEST[seen] and fit_to_add(word):
            out.append((word, f"{new:.1f}", "", str(n), f"added: {'seen' if seen == 'seen' else 'by its family'}"))
    return out


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
    return what if n else f"{what}: by its family"


def lexicon_of(found: list[tuple[str, str, str, str, str]]) -> Lexicon:
    """Return the lexicon that the rows make."""
    return Lexicon(NEWS, lexicon() | {word: float(value) for word, value, *_ in found}, for_news=True)


def scores(texts: list[Text], words: Lexicon) -> Array:
    """Return each text's mean compound over its sentences."""
    tokens = encode([" ".join(t.text.split()) for t in texts])
    compound = score_sentences(tokens, words).compound
    home = tokens.article[tokens.sentence_first[:-1]]
    n = np.bincount(home, minlength=len(texts))
    return np.asarray(np.bincount(home, weights=compound, minlength=len(texts)) / np.maximum(n, 1))


def evaluate(texts: list[Text], counted: Counted, universe: set[str]) -> str:
    """Compare VADER's list and ours on texts that ours was not fitted on."""
    nyt, every = np.array([t.nyt for t in texts]), np.ones(len(texts), dtype=bool)
    fold = np.array([int(hashlib.sha256(t.document.encode()).hexdigest()[:8], 16) % FOLDS for t in texts])
    crossed, across = np.zeros(len(texts)), np.zeros(len(texts))
    for k in range(FOLDS):
        ours = scores(texts, lexicon_of(table(texts, counted, fold != k, universe)))
        crossed = np.where(fold == k, ours, crossed)
    for other in (nyt, ~nyt):
        across = np.where(other, scores(texts, lexicon_of(table(texts, counted, ~other, universe))), across)
    vader = scores(texts, Lexicon("vader", lexicon()))
    plain = scores(texts, Lexicon(NEWS, lexicon(), for_news=True))
    halved = {word: value * (0.5 if word in TOPICS else 1.0) for word, value in lexicon().items()}
    topics = scores(texts, Lexicon(NEWS, halved, for_news=True))
    seen = scores(texts, lexicon_of(table(texts, counted, every, universe)))
    out = ["list,NYT sentences,NYT articles,NewsMTSC sentences"]
    for name, x in (
        ("VADER", vader),
        ("VADER's values; names masked; by length", plain),
        ("the same; topic words halved by hand", topics),
        ("news; 5-fold over documents", crossed),
        ("news; fitted on the other set only", across),
        ("news; in sample", seen),
    ):
        out.append(f"{name},{_r(texts, x, nyt):.3f},{_r_articles(texts, x, nyt):.3f},{_r(texts, x, ~nyt):.3f}")
    return "\n".join(out) + "\n"


def _r(texts: list[Text], x: Array, part: Array) -> float:
    rating = np.array([t.rating for t in texts])
    return float(np.corrcoef(x[part], rating[part])[0, 1])


def _r_articles(texts: list[Text], x: Array, part: Array) -> float:
    _, home = np.unique([t.document for t, p in zip(texts, part, strict=True) if p], return_inverse=True)
    rating, n = np.array([t.rating for t in texts])[part], np.bincount(home)
    return float(np.corrcoef(np.bincount(home, x[part]) / n, np.bincount(home, rating) / n)[0, 1])


def main() -> None:
    """Write the table or, asked to evaluate, a table of Pearson correlations to standard output."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", required=True, type=Path)
    options.add_argument("--evaluate", action="store_true")
    given = options.parse_args()
    texts = read(given.data)
    counted = count(texts)
    universe = {word for word, *_ in rows("cmu.csv") if fit_to_add(word)}
    if given.evaluate:
        sys.stdout.write(evaluate(texts, counted, universe))
        return
    out = io.StringIO()
    found = table(texts, counted, np.ones(len(texts), dtype=bool), universe)
    csv.writer(out, lineterminator="\n").writerows([("word", "valence", "vader", "n_texts", "reason"), *found])
    sys.stderr.write(f"{hashlib.sha256(out.getvalue().encode()).hexdigest()}  news.csv\n")
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
