"""Fit line_weights.csv, the weights of newskit/reading/text/line_model.py.

data/word_lists/pack_csv.py packs it.

python fit.py --data gold/text gold/browser/text --also rendered --made 378 > line_weights.csv
python fit.py --data gold/text gold/browser/text --also rendered --made 378 --folds 5

A folder holds pages as they were copied (`.txt`) and their annotation (`.json`: headline,
standfirst, authors, paragraphs, subheads, tags, captions, first and last words of the body). The
pages of `--data` are what counts; those of `--also` and the made ones (made_pages.py) help. Each
feature has a weight that all pages share and one of the group of pages (Daume 2007,
https://aclanthology.org/P07-1033/); the sum of the shared one and that of `--data` is kept.

`--folds 5` measures: outlets are left out in turn, with all their pages of all groups. Fitting
takes python-crfsuite (the chain) and SciPy (the choice of the headline).
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from labels import Page, alike, annotated, folded  # beside this file
from made_pages import made_pages
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newskit.reading.text.line_columns import below_headline, candidates_of, columns_of
from newskit.reading.text.line_facts import facts_of
from newskit.reading.text.line_model import features, may_follow, read_lines, weights_of

Listed = tuple[str, str, float]
OWN, ALSO, MADE = "data ", "also ", "made "
CHAIN = {"c1": 0.5, "c2": 0.5, "max_iterations": 100, "feature.minfreq": 3}
PENALTY, STEPS, RAREST = 10.0, 80, 3  # of the choice of the headline
SMALLEST = 0.02
DIRTY = 60  # characters of a line of the head that an annotation has left out


def main() -> None:
    """Fit, and print the weights or how well they do on outlets that were left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--also", type=Path, nargs="*", default=[])
    parser.add_argument("--made", type=int, default=378)
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    own = [page for folder in given.data for page in annotated(folder)]
    also = [page for folder in given.also for page in annotated(folder) if is_clean(page)]
    groups = {OWN: own, ALSO: also, MADE: list(made_pages(given.made))}
    if given.folds:
        evaluate(groups, given.folds)
        return
    rows = csv.writer(sys.stdout, lineterminator="\n")
    sys.stdout.write("# Weights of the line model, by data/line_model/fit.py.\n")
    rows.writerow(("feature", "kind", "weight"))
    rows.writerows((f, kind, f"{weight:.2f}") for f, kind, weight in fit(groups))


def is_clean(page: Page) -> bool:
    """Say whether an annotation tells what all longer lines between headline and body are."""
    first = page.kinds.index("paragraph")
    lines = zip(page.marked[:first], page.kinds[:first], strict=True)
    left_out = any(k == "head" and m.line.closed and len(m.text) >= DIRTY for m, k in lines)
    return "headline" in page.kinds and not left_out


def fit(groups: dict[str, list[Page]]) -> list[Listed]:
    """Return the weights of the choice of the headline and of the chain, largest first."""
    chain = pycrfsuite.Trainer(verbose=False)
    chain.set_params(CHAIN)
    choices = []
    for group, pages in groups.items():
        for page in pages:
            facts = facts_of(page.marked)
            columns = columns_of(facts)
            headline = page.kinds.index("headline") if "headline" in page.kinds else None
            candidates = candidates_of(facts, columns)
            if headline in candidates.lines:
                lines = zip(candidates.lines, features(candidates.columns), strict=True)
                whole = features(columns)
                described = [_grouped(whole[i] + own, group) for i, own in lines]
                choices.append((described, candidates.lines.index(headline or 0)))
            lines_of = features(columns | below_headline(facts, columns, headline))
            chain.append([_grouped(line, group) for line in lines_of], page.kinds)
    listed = [*_chain_weights(chain), *_headline_weights(choices)]
    return sorted((w for w in listed if abs(w[2]) >= SMALLEST), key=lambda w: (w[0], w[1]))


def _grouped(line: list[str], group: str) -> list[str]:
    return [*line, *(group + feature for feature in line)]


def _summed(listed: Iterable[Listed]) -> list[Listed]:
    """Add the weight of the pages that count to the shared one; drop those of the others."""
    total: dict[tuple[str, str], float] = defaultdict(float)
    for feature, kind, weight in listed:
        if not feature.startswith((ALSO, MADE)):
            total[feature.removeprefix(OWN), kind] += weight
    return [(feature, kind, weight) for (feature, kind), weight in total.items()]


def _chain_weights(chain: Any) -> list[Listed]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        chain.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        found = tagger.info()
        tagger.close()
    emitted = [(f, kind, w) for (f, kind), w in found.state_features.items() if kind != "headline"]
    steps = [
        (f"below {above}", kind, weight)
        for (above, kind), weight in found.transitions.items()
        if may_follow(above, kind)
    ]
    return [*_summed(emitted), *steps]


def _headline_weights(choices: list[tuple[list[list[str]], int]]) -> list[Listed]:
    """Fit the choice among the candidates of each page: a conditional logit model."""
    tally = Counter(f for lines, _ in choices for line in lines for f in set(line))
    at = {f: i for i, f in enumerate(sorted(f for f, n in tally.items() if n >= RAREST))}
    all_lines = [line for lines, _ in choices for line in lines]
    pairs = [(row, at[f]) for row, line in enumerate(all_lines) for f in set(line) if f in at]
    rows, columns = np.array(pairs).T
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), (len(all_lines), len(at)))
    sizes = np.array([len(lines) for lines, _ in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([position for _, position in choices])
    page = np.repeat(np.arange(len(choices)), sizes)
    wanted = np.asarray(matrix[right].sum(axis=0)).ravel()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        top = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - top[page])
        total = np.add.reduceat(odds, starts)
        missed = (np.log(total) + top - scores[right]).sum()
        slope = matrix.T @ (odds / total[page]) - wanted
        return missed + PENALTY / 2 * weights @ weights, slope + PENALTY * weights

    options = {"maxiter": STEPS}
    found = minimize(loss, np.zeros(len(at)), jac=True, method="L-BFGS-B", options=options)
    return _summed((f, "headline", float(found.x[i])) for f, i in at.items())


def evaluate(groups: dict[str, list[Page]], folds: int) -> None:
    """Print how many pages are read rightly by weights that have not seen their outlet."""
    outlets = sorted({page.outlet for page in groups[OWN]})
    random.Random(3).shuffle(outlets)
    fold = {outlet: i % folds for i, outlet in enumerate(outlets)}
    folded_groups = [
        {g: [p for p in ps if fold.get(p.outlet) != k] for g, ps in groups.items()}
        for k in range(folds)
    ]
    with ProcessPoolExecutor(2) as pool:
        fitted = list(pool.map(fit, folded_groups))
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for page in groups[OWN]:
        kinds = read_lines(page.marked, weights_of(fitted[fold[page.outlet]])).kinds
        found = judged(page, kinds)
        right[page.form].update(["pages", *(name for name, ok in found.items() if ok)])
        if not (found["headline"] and found["first words"] and found["last words"]):
            missed = [name for name, ok in found.items() if not ok]
            sys.stderr.write(f"{page.form} {page.name} {missed}\n")
    for form, counts in right.items():
        sys.stdout.write(f"{form} {dict(counts)}\n")


def judged(page: Page, kinds: list[str]) -> dict[str, bool]:
    """Say which fields of a page come out right."""
    gold, texts = page.gold, [folded(here.text) for here in page.marked]
    of = {kind: [t for t, k in zip(texts, kinds, strict=True) if k == kind] for kind in set(kinds)}
    body = of.get("paragraph", [""])
    standfirst, authors = folded(gold["standfirst"]), map(folded, gold.get("authors") or [])
    printed = " ".join([*of.get("byline", []), *of.get("byline above", [])])
    found = " ".join(of.get("standfirst", []))
    return {
        "headline": of.get("headline", [""])[0] == folded(gold["headline"]),
        "standfirst": bool(standfirst) and alike(found, standfirst) >= 0.8,
        "no standfirst": not standfirst and not found,
        "authors": bool(gold.get("authors")) and all(a in printed for a in authors),
        "first words": folded(gold["first_body_words"]) in body[0],
        "last words": body[-1].endswith(folded(gold["last_body_words"])),
    }


if __name__ == "__main__":
    main()
