"""The English measures: one entry is one formula, and the pages of the docs are made from them.

Abbreviations in the formulas: W words, S sentences, Y syllables, L letters, C letters and digits, M
words of one syllable, P words of three or more syllables, H hard words by Gunning's rules, U words
not on the Dale-Chall list (inflections, names and numbers taken as on it), N words not on that list
as they are printed, N2 and N3 those of them with two or three syllables and more, G words of seven
letters or more, K words of three letters or fewer, T points of the letters as Scrabble tiles.
"""

from __future__ import annotations

from newskit.analyses.readability.formulas import (
    flesch,
    lengths,
    letters,
    means,
    polysyllables,
    syllables,
    word_lists,
)
from newskit.analyses.readability.formulas.measure import Measure

ALL: tuple[Measure, ...] = (
    *flesch.MEASURES,
    *lengths.MEASURES,
    *polysyllables.MEASURES,
    *word_lists.MEASURES,
    *letters.MEASURES,
    *syllables.MEASURES,
    *means.MEASURES,
)
# The best known of each kind: what a table, a plot or a report shows unless it is asked for more.
CLASSIC = tuple(m for m in ALL if m.classic)
