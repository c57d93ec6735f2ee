"""Plain averages: no formula was fitted, and many readers need no more."""

from __future__ import annotations

from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.formulas.units import HARDER

_SOURCE = "none needed: a plain mean"

MEASURES = (
    Measure(
        "mean_sentence_length",
        "Mean sentence length",
        lambda c: c.W / c.S,
        "W/S",
        "words a sentence", 10, 30, HARDER,
        "nothing",
        _SOURCE,
    ),
    Measure(
        "mean_word_syllables",
        "Mean syllables a word",
        lambda c: c.Y / c.W,
        "Y/W",
        "syllables a word", 1.4, 1.8, HARDER,
        "nothing",
        _SOURCE,
    ),
    Measure(
        "mean_word_letters",
        "Mean letters a word",
        lambda c: c.L / c.W,
        "L/W",
        "letters a word", 4.3, 5.4, HARDER,
        "nothing",
        _SOURCE,
    ),
)
