"""Readability: every formula in one place, scored on additive counts."""

from newskit.formulas.scoring import measures, readability, readability_of, score

__all__ = ["measures", "readability", "readability_of", "score"]
