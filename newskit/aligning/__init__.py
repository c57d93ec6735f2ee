"""Two versions of a text: which sentence became which, and by what operation. Texts only."""

from newskit.aligning.align import align
from newskit.aligning.operations import Operation, Step, operations
from newskit.aligning.sides import Link, Side, same_marks, words_of

__all__ = ["Link", "Operation", "Side", "Step", "align", "operations", "same_marks", "words_of"]
