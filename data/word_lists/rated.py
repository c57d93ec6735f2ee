"""What the lists for news are fitted on: rated texts under VADER's rules, and three word lists."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from own_words import WORDS  # beside this file

from newskit.analyses.sentiment.forms import (
    BOOSTERS,
    DAMPENERS,
    IDIOM_WORDS,
    NEGATIONS,
    Trait,
    stripped,
    vader_valences,
    vader_words,
)
from newskit.analyses.sentiment.lexicons import Lexicon
from newskit.analyses.sentiment.rules import hits_of
from newskit.analyses.sentiment.scores import MORE_WORDS
from newskit.analyses.sentiment.vader_words import vader_words_of
from newskit.text.stems import stem
from newskit.text.tokens import encode
from newskit.text.word_counts import FUNCTION_WORDS

Array = npt.NDArray[Any]
TOPICS, PEOPLE = WORDS["topic"], WORDS["people"]
# A word that is listed is not a booster, dampener or negation any more: these cannot be added.
STEERING = BOOSTERS | DAMPENERS | NEGATIONS | set(IDIOM_WORDS) | {"least"}
PROBE = 2.0
DENIED = "(denial)"
SHORTEST = 4  # letters of a stem that makes a family


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
    weight: Array  # the rules' factor over the square root of the text's length
    n_texts: int
    names: list[str]


class Lists:
    """What three lists say of a word, and of its family where they do not know it."""

    def __init__(self, folder: Path) -> None:
        ratings = packed(folder / "LabMT" / "labMT2english.txt.gz").splitlines()[1:]
        happy = {line.split("\t")[0]: float(line.split("\t")[2]) for line in ratings}
        middle = float(np.median(list(happy.values())))
        self.opinion = dict.fromkeys(_words(folder / "OL" / "negative-words.txt.gz"), -1.0)
        self.opinion |= dict.fromkeys(_words(folder / "OL" / "positive-words.txt.gz"), 1.0)
        self.happy = {word: value - middle for word, value in happy.items()}
        self.all: tuple[Mapping[str, float], ...] = (vader_valences(), self.opinion, self.happy)
        self.families = [_by_family(values) for values in self.all]

    def say(self, word: str) -> list[float]:
        """Return the value of a word in each list, then that of its family."""
        if word not in vader_valences() and not fit_to_add(word):
            return [0.0] * 2 * len(self.all)
        root = stem(word)
        own = [values.get(word, 0.0) for values in self.all]
        kin = [
            0.0 if word in values or len(root) < SHORTEST else family.get(root, 0.0)
            for values, family in zip(self.all, self.families, strict=True)
        ]
        return own + kin


def _words(path: Path) -> list[str]:
    return [line.strip() for line in packed(path).splitlines() if line and not line.startswith(";")]


def _by_family(values: Mapping[str, float]) -> dict[str, float]:
    """Return, by stem, the sum of a list's values over one more than their number."""
    found: dict[str, list[float]] = defaultdict(list)
    for word, value in values.items():
        if word.isalpha():
            found[stem(word)].append(value)
    return {root: sum(all_) / (len(all_) + 1) for root, all_ in found.items()}


def packed(path: Path) -> str:
    """Read a compressed file, and name it by SHA-256 on standard error."""
    data = path.read_bytes()
    sys.stderr.write(f"{hashlib.sha256(data).hexdigest()}  {path.name}\n")
    return gzip.decompress(data).decode("utf-8", errors="replace")


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a compressed file of JSON lines."""
    return [json.loads(line) for line in packed(path).splitlines()]


def read(folder: Path) -> list[Text]:
    """Read both files; a NewsMTSC sentence with several targets is one text."""
    found, labels = [], defaultdict(list)
    for row in lines(folder / "nyt.jsonl.gz"):
        found.append(Text(row["id"].rsplit("_", 1)[0], True, row["text"], row["score"]))
    for row in lines(folder / "newsmtsc.jsonl.gz"):
        labels[("_".join(row["id"].split("_")[:3]), row["text"])].append(row["label"])
    value = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
    for (document, text), given in labels.items():
        mean = float(np.mean([value[label] for label in given]))
        found.append(Text(document, False, text, mean))
    return found


def count(texts: list[Text], only: Iterable[str] | None = None) -> Counted:
    """Apply VADER's rules to every word, or to some, as if all were listed with one valence.

    A denial ("not") is counted as a word of its own, so that it explains its share.
    """
    tokens = encode([" ".join(t.text.split()) for t in texts])
    parts = (part for form in tokens.vocabulary.forms for part in vader_words(form))
    every = only or {word for part in parts for word in _bare(part)}
    probe = Lexicon("probe", dict.fromkeys(sorted(every), PROBE), for_news=True)
    words = vader_words_of(tokens, probe)
    hits = hits_of(words)
    is_denial = (words.code[hits.word] & Trait.LISTED) == 0
    forms = (tokens.vocabulary.forms[i] for i in words.form[hits.word].tolist())
    low = [DENIED if d else _key(form, probe) for form, d in zip(forms, is_denial, strict=True)]
    names = sorted(set(low))
    number = {name: k for k, name in enumerate(names)}
    text = tokens.article[words.token[hits.word]]
    length = np.bincount(tokens.article, weights=tokens.is_word, minlength=len(texts))
    weight = hits.value / hits.valence / np.sqrt(length[text] + MORE_WORDS)
    return Counted(text, np.array([number[w] for w in low]), weight, len(texts), names)


def _key(form: str, words: Lexicon) -> str:
    """Return the listed word of a form."""
    word = stripped(form).lower()
    return word if word in words.listed else word.removesuffix("'s")


def _bare(form: str) -> list[str]:
    """Return the word of a form if it can have a valence."""
    word = stripped(form).lower().removesuffix("'s")
    return [word] if word in vader_valences() or plain(word) else []


def plain(word: str) -> bool:
    """Say whether a word is letters and hyphens, and without a part in the rules."""
    letters = len(word) > 1 and word.isascii() and word.replace("-", "").isalpha()
    return letters and word not in STEERING


def fit_to_add(word: str) -> bool:
    """Say whether a word may be given a valence."""
    return plain(word) and word not in PEOPLE and word not in FUNCTION_WORDS


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


def folds(documents: Array, n: int, salt: str = "") -> Array:
    """Return the fold of each document: the same for all its texts."""
    salted = ((salt + document).encode() for document in documents.tolist())
    return np.array([int(hashlib.sha256(name).hexdigest()[:8], 16) % n for name in salted])


def articles(texts: list[Text]) -> dict[str, str]:
    """Return document -> the joined text of its NYT sentences."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if text.nyt:
            found[text.document].append(text.text)
    return {document: " ".join(parts) for document, parts in found.items()}
