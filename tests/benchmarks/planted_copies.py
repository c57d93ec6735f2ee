"""Near-duplicates among very many articles: recall, precision, time and memory on planted copies.

    python -m tests.benchmarks.planted_copies [articles] [seed] [first | second]
    python -m tests.benchmarks.planted_copies [quotations] [seed] quotes

A corpus is made of invented words, as frequent as words of news are (Zipf). Among its articles stand

- **copies** (one in twenty), each of an article of its own: the end cut off, other first sentences, some sentences
  replaced, left out or in another order, words replaced, other typography, a corrected figure, a note above and below;
- **hard negatives** (one in ten): reports on templates, as of weather, stocks and matches, in which only the facts
  differ. Some have copies, too.

A copy counts as found if it is in one group with the article that it was made of; a pair of a group is right if both
are of one origin. By the definition of `nk.duplicates` a copy must share half of the three-word runs (Jaccard's index,
counted exactly); copies that were edited beyond that are counted apart, and count as missed in the recall of all.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import newskit as nk

_CONSONANTS, _VOWELS = "b d f g h k l m n p r s t v w z br ch dr fl gr pl sh st th tr".split(), "aeiou"
_ENDS = ("", "n", "r", "s", "t", "l", "ng", "ck")
_FOLDED = str.maketrans({"'": "’", '"': "”"})
_NOTES = (
    "This story was corrected to give the right name of the harbor.",
    "With reporting by our own staff.",
    "Read more on this story in our live blog, and sign up for the evening letter.",
)


class Settings(NamedTuple):
    """How the corpus is made; the shares are those of all articles."""

    words: int = 60_000
    copies: float = 0.05
    templated: float = 0.10
    templates: int = 40
    least_sentences: int = 8
    most_sentences: int = 30
    cut: float = 0.25  # of the sentences, at most
    replaced: float = 0.12
    facts_every: tuple[int, int] = (3, 9)  # words of a template between two facts


# Each for one look at what nothing had been chosen on; what is mended after it is not chosen on the next.
LOOKS = {
    "first": Settings(90_000, 0.05, 0.2, 60, 6, 40, 0.3, 0.15, (4, 14)),
    "second": Settings(45_000, 0.05, 0.15, 25, 7, 35, 0.2, 0.1, (3, 12)),
}


class Planted:
    """Writes articles, and knows of which origin each is."""

    def __init__(self, seed: int, settings: Settings | None = None) -> None:
        self.random = random.Random(seed)
        self.settings = settings or Settings()
        self.words = self._vocabulary(self.settings.words)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def _vocabulary(self, n: int) -> list[str]:
        r, made = self.random, dict[str, None]()
        while len(made) < n:
            syllables = r.choices((1, 2, 3), (1, 6, 5))[0]
            word = "".join(r.choice(_CONSONANTS) + r.choice(_VOWELS) for _ in range(syllables))
            made[word + r.choice(_ENDS)] = None
        return list(made)

    def corpus(self, n: int) -> tuple[list[str], list[int]]:
        """Return the texts, mixed, and of which origin each is: copies have that of their source."""
        n_copies, n_templated = int(n * self.settings.copies), int(n * self.settings.templated)
        templates = [self._template() for _ in range(self.settings.templates)]
        made = [self.article() for _ in range(n - n_copies - n_templated)]
        made += [self._report(self.random.choice(templates)) for _ in range(n_templated)]
        sources = self.random.sample(range(len(made)), n_copies)
        rows = list(enumerate(made)) + [(source, self.copy(made[source])) for source in sources]
        self.random.shuffle(rows)
        return [self._printed(sentences) for _, sentences in rows], [origin for origin, _ in rows]

    def article(self) -> list[str]:
        """Return the sentences of an article."""
        n = self.random.randint(self.settings.least_sentences, self.settings.most_sentences)
        return [self.sentence() for _ in range(n)]

    def sentence(self) -> str:
        """Return a sentence: one in five is a quotation, one in four has a figure."""
        r = self.random
        words = r.choices(self.words, cum_weights=self.weights, k=r.randint(6, 26))
        if r.random() < 0.25:
            words[r.randrange(len(words))] = self._figure()
        said = _opened(words)
        if r.random() < 0.2:
            return f'"{said}," {r.choice(self.words).capitalize()} said.'
        return f"{said}."

    def _figure(self) -> str:
        r = self.random
        return r.choice((f"{r.randint(1, 99)}", f"{r.randint(1, 99)}.{r.randint(0, 9)}", f"${r.randint(2, 900)}"))

    def _template(self) -> list[list[str | None]]:
        """Return sentences with gaps for facts."""
        r, made = self.random, []
        every = r.uniform(*self.settings.facts_every)
        for _ in range(r.randint(8, 20)):
            words = r.choices(self.words, cum_weights=self.weights, k=r.randint(8, 22))
            made.append([None if r.random() < 1 / every else word for word in words])
        return made

    def _report(self, template: list[list[str | None]]) -> list[str]:
        def fact() -> str:
            return self._figure() if self.random.random() < 0.5 else self.random.choice(self.words).capitalize()

        return [f"{_opened([word or fact() for word in words])}." for words in template]

    def copy(self, sentences: list[str]) -> list[str]:
        """Return a copy with edits as of a desk that takes an agency's report."""
        r, made = self.random, list(sentences)
        if r.random() < 0.6:
            made = made[: max(3, round(len(made) * (1 - r.uniform(0, self.settings.cut))))]
        if r.random() < 0.5:
            made[0] = self.sentence()
        made = [self.sentence() if r.random() < r.uniform(0, self.settings.replaced) else one for one in made]
        if r.random() < 0.3 and len(made) > 4:
            i, j = r.sample(range(1, len(made)), 2)
            made[i], made[j] = made[j], made[i]
        if r.random() < 0.4:
            del made[r.randrange(len(made))]
        if r.random() < 0.4:
            made = [self._words_replaced(one, r.uniform(0, 0.03)) for one in made]
        if r.random() < 0.5:
            made = [one.translate(_FOLDED).replace("-", "–") for one in made]
        if r.random() < 0.3:
            i = r.randrange(len(made))
            made[i] = " ".join(self._figure() if w[:1].isdigit() else w for w in made[i].split())
        if r.random() < 0.3:
            made.append(r.choice(_NOTES))
        return made

    def _words_replaced(self, sentence: str, share: float) -> str:
        r = self.random
        return " ".join(r.choice(self.words) if r.random() < share else word for word in sentence.split())

    def _printed(self, sentences: list[str]) -> str:
        parts, i = [], 0
        while i < len(sentences):
            n = self.random.randint(1, 3)
            parts.append(" ".join(sentences[i : i + n]))
            i += n
        return "\n\n".join(parts)


def _opened(words: list[str]) -> str:
    """Return the words of a sentence, the first with a capital letter."""
    said = " ".join(words)
    return said[:1].upper() + said[1:]


class Score(NamedTuple):
    """What was found of the planted copies."""

    copies: int
    recall: float
    by_definition: int
    recall_by_definition: float
    pairs: int
    precision: float


def score(table: pd.DataFrame, texts: list[str], origin: list[int], run: int = 3) -> Score:
    """Hold a table of duplicates against what was planted."""
    from newskit.text.signatures import coded, jaccard

    twins: dict[int, list[int]] = {}
    for number, one in enumerate(origin):
        twins.setdefault(one, []).append(number)
    planted = [numbers for numbers in twins.values() if len(numbers) == 2]

    group = table["group"].fillna(-1).astype(int).tolist()
    is_found = [group[a] == group[b] >= 0 for a, b in planted]
    alike = [jaccard(*coded([texts[a], texts[b]], run).runs.sets()) >= 0.5 for a, b in planted]
    found_alike = sum(f for f, is_alike in zip(is_found, alike, strict=True) if is_alike)

    members: dict[int, list[int]] = {}
    for number, one in enumerate(group):
        if one >= 0:
            members.setdefault(one, []).append(origin[number])
    pairs = sum(len(m) * (len(m) - 1) // 2 for m in members.values())
    right = sum(k * (k - 1) // 2 for m in members.values() for k in Counter(m).values())
    return Score(
        len(planted), sum(is_found) / max(len(planted), 1),
        sum(alike), found_alike / max(sum(alike), 1),
        pairs, right / max(pairs, 1),
    )  # fmt: skip


def _peak(*, start: bool = False) -> float:
    """Return the most memory since the start of the measurement, in MB (Linux only)."""
    if start:
        Path("/proc/self/clear_refs").write_text("5")
    held = Path("/proc/self/status").read_text().partition("VmHWM:")[2]
    return int(held.split()[0]) / 1024


def quotations(n: int, seed: int) -> None:
    """Print the recall and precision of `repeated_quotes` on quotations, one in twenty cut and edited by another."""
    made = Planted(seed)
    r, n_copies = made.random, n // 20
    said = [made.sentence().split() for _ in range(n - n_copies)]
    rows = list(enumerate(said))
    for source in r.sample(range(len(said)), n_copies):
        words = said[source][r.choice((0, 0, 1, 2)) :]
        words = words[: max(4, round(len(words) * (1 - r.choice((0, 0, 0.1, 0.25)))))]
        if r.random() < 0.3:
            words[r.randrange(len(words))] = r.choice(made.words)
        rows.append((source, words))
    r.shuffle(rows)
    texts, origin = [f"“{' '.join(words)}”" for _, words in rows], [source for source, _ in rows]
    frame = pd.DataFrame({"article_id": map(str, range(n)), "quote_id": 0, "kind": "direct", "text": texts})
    frame = frame.assign(speaker=None, n_words=[len(words) for _, words in rows])
    before, begin = _peak(start=True), time.process_time()
    found = nk.repeated_quotes(frame)
    spent, more = time.process_time() - begin, _peak() - before
    groups = found.set_index("article_id")["group"].reindex(frame["article_id"])
    s = score(groups.to_frame(), texts, origin, run=2)
    sys.stdout.write(
        f"{n:,} quotations, seed {seed}: {1e6 * spent / n:.0f} us each, {more:.0f} MB more; {s.copies:,} copies, "
        f"recall {s.recall:.4f}; {s.by_definition:,} of them at .5 or above, recall {s.recall_by_definition:.4f}; "
        f"{s.pairs:,} pairs, precision {s.precision:.4f}\n"
    )


def main() -> None:
    """Print one line of figures."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    if "quotes" in sys.argv:
        quotations(n, seed)
        return
    texts, origin = Planted(seed, LOOKS.get(sys.argv[-1])).corpus(n)
    frame = pd.DataFrame({"article_id": [str(i) for i in range(n)], "text": texts})
    words = sum(text.count(" ") for text in texts) / n
    before = _peak(start=True)
    begin, wall = time.process_time(), time.perf_counter()
    table = nk.duplicates(frame)
    spent, waited = time.process_time() - begin, time.perf_counter() - wall
    after = _peak()
    s = score(table, texts, origin)
    sys.stdout.write(
        f"{n:,} articles of {words:.0f} words, seed {seed}: {1e6 * spent / n:.0f} us an article ({waited:.1f} s), "
        f"{after - before:.0f} MB more; {s.copies:,} copies, recall {s.recall:.4f}; {s.by_definition:,} of "
        f"them at .5 or above, recall {s.recall_by_definition:.4f}; {s.pairs:,} pairs, precision {s.precision:.4f}\n"
    )


if __name__ == "__main__":
    main()
