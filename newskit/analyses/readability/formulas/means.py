"""Plain averages: no formula was fitted, and many readers need no more."""

from __future__ import annotations

from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.formulas.units import HARDER

_SOURCE = "none needed: a plain mean"

MEASURES = (
    Measure(
        "mean_sentence_length",
        "Mean sentence length",
        lambda c: c["n_words"] / c["n_sentences"],
        "W/S",
        ("n_words", "n_sentences"),
        "words a sentence",
        10,
        30,
        HARDER,
        "nothing",
        _SOURCE,
    ),
    Measure(
        "mean_word_syllables",
        "Mean syllables a word",
        lambda c: c["n_syllables"] / c["n_words"],
        "Y/W",
        ("n_words", "n_sentences", "n_syllables"),
        "syllables a word",
        1.4,
        1.8,
        HARDER,
        "nothing",
        _SOURCE,
    ),
    Measure(
        "mean_word_letters",
        "Mean letters a word",
        lambda c: c["n_letters"] / c["n_words"],
        "L/W",
        ("n_words", "n_sentences", "n_letters"),
        "letters a word",
        4.3,
        5.4,
        HARDER,
        "nothing",
        _SOURCE,
    ),
)
