"""Two versions of a text: which sentence became which, and by what operation. Texts only."""

from newskit.aligning.align import align
from newskit.aligning.operations import Operation, Step, operations
from newskit.aligning.sides import (
    Link,
    PrintedWord,
    Side,
    only_marks_differ,
    printed_words,
    same_marks,
    words_of,
)

__all__ = [
    "Link",
    "Operation",
    "PrintedWord",
    "Side",
    "Step",
    "align",
    "only_marks_differ",
    "operations",
    "printed_words",
    "same_marks",
    "words_of",
]
