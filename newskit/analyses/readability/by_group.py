"""Readability by group: the counts of its articles added up, then scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from newskit.analyses.readability.caveats import CAVEATS, caveats
from newskit.analyses.readability.columns import SCORES
from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.measures import chosen_measures
from newskit.grouping import GroupValue, Summary
from newskit.tables import N_SENTENCES, VOICE
from newskit.text.arrays import Array
from newskit.text.columns import COUNTED

_VOICES = ("own", "quoted")
_COLUMNS = {column.name: column for column in SCORES}


def readability_by_group(
    measures: Sequence[str] | str = "classic",
    voice: bool = False,
) -> Summary:
    """Say how a table of counts is scored by group."""
    wanted = chosen_measures(measures)
    scores = (GroupValue(_COLUMNS[m.measure], m.measure, scored=True) for m in wanted)
    sums = (GroupValue(column, column.name) for column in COUNTED if column == N_SENTENCES)
    return Summary(
        (*sums, *scores),
        within=(VOICE,) if voice else (),
        every=_VOICES if voice else (),
        score=partial(_scored, wanted),
        needs=tuple(_needed(wanted)),
        caveats=caveats,
    )


def _needed(wanted: list[Measure]) -> set[str]:
    """Return the counts that the formulas read, and the tests of what speaks against them."""
    tested = {name for caveat in CAVEATS.values() for name in caveat.needs}
    return {"n_words", "n_sentences", *tested, *(name for m in wanted for name in m.needs)}


def _scored(wanted: list[Measure], sums: Mapping[str, Array]) -> dict[str, Array]:
    """Score sums; no words, no score."""
    scorable = (sums["n_words"] > 0) & (sums["n_sentences"] > 0)
    numbers = {
        name: np.where(scorable, values, np.nan)
        for name, values in sums.items()
        if values.shape == scorable.shape
    }
    return {m.measure: m.compute(numbers) for m in wanted}
