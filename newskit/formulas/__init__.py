"""Readability: every formula in one place, scored on additive counts."""

from newskit.formulas.scoring import measures, readability, readability_table, score
from newskit.formulas.spread import grades

__all__ = ["grades", "measures", "readability", "readability_table", "score"]
