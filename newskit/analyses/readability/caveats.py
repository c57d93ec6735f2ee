"""What speaks against a score: codes, the test of each on counts, and its meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit import tables

SHORT = 100  # words: the passages that the formulas were fitted to have at least so many
SMOG_SENTENCES = 30  # McLaughlin's sample has 30 sentences
TELLING = 20  # words from which the share of function words tells a language
FUNCTION_WORD_SHARE = 0.2  # English news has about .45, other languages in Latin script below .1


class Caveat(NamedTuple):
    """A code of the column `caveats`: the counts its test needs, the test, and what it means."""

    needs: tuple[str, ...]
    holds: Callable[[Mapping[str, Any]], Any]
    meaning: str


def _looks_foreign(c: Mapping[str, Any]) -> Any:
    few = c["n_function_words"] < FUNCTION_WORD_SHARE * c["n_words"]
    return (c["n_words"] >= TELLING) & few


CAVEATS = {
    "short": Caveat(
        ("n_words",),
        lambda c: c["n_words"] < SHORT,
        "fewer than 100 words: every formula is unsteady",
    ),
    "one-sentence": Caveat(
        ("n_sentences",),
        lambda c: c["n_sentences"] == 1,
        "one sentence: its length is not an average",
    ),
    "smog-short": Caveat(
        ("n_sentences",),
        lambda c: c["n_sentences"] < SMOG_SENTENCES,
        "fewer than 30 sentences: SMOG is not made for it",
    ),
    "not-english": Caveat(
        ("n_function_words", "n_words"),
        _looks_foreign,
        "few English function words: perhaps another language, or not running text",
    ),
}


def caveats(counts: pd.DataFrame) -> pd.Series:
    """Return for each row the codes of what speaks against its scores, separated by '; '."""
    has_words = _numbers(counts, ("n_words",))["n_words"] > 0
    hits: dict[str, list[bool]] = {}
    for code, caveat in CAVEATS.items():
        if not set(caveat.needs) <= set(counts.columns):
            continue  # sums of a user's own may lack a count; what cannot be tested is not claimed

        holds = np.asarray(caveat.holds(_numbers(counts, caveat.needs)))
        hits[code] = (holds & has_words).tolist()

    rows = zip(*hits.values(), strict=True)
    codes = ["; ".join(compress(hits, row)) or None for row in rows]
    return pd.Series(codes, index=counts.index, dtype=tables.TEXT, name="caveats")


def _numbers(counts: pd.DataFrame, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: counts[name].to_numpy("float64", na_value=np.nan) for name in names}
