"""Measures of other programs that newskit does not have, and why. The documentation is made from this."""

from __future__ import annotations

_GERMAN = "fitted to German, for German texts"
_TAGS = "counts parts of speech, which newskit does not tag"

LEFT_OUT: dict[str, str] = {
    "Spache (1953, 1974)": "its word lists are not to be had under a licence, and each unfamiliar word counts once, so "
    "counts do not add up; spache_textstat is what textstat has in its place",
    "Harris-Jacobson 1 to 5": "its word list is not to be had under a licence; the one formula without a list is in "
    "one program only, which calls it unchecked and disagrees with itself on what a long word is",
    "Coleman 3 and 4": _TAGS,
    "Lorge": f"{_TAGS}, and the list of 769 words is not to be had under a licence",
    "Dickes-Steiwer": f"{_GERMAN}, and its type-token ratio falls with length and does not add up",
    "Tränkle-Bailer 1 and 2": f"{_GERMAN}; {_TAGS}",
    "Neue Wiener Sachtextformeln 1 to 4": f"{_GERMAN}; programs disagree whether a long word has six letters or seven",
    "SMOG for German (Qu)": _GERMAN,
    "Wheeler-Smith for German": f"{_GERMAN}: the same index with another table of grades",
    "Flesch for other languages": "Amstad, Fernández Huerta, Szigriszt, Kandel-Moles, Douma, Brouwer and others: "
    "constants for other languages",
    "TRI (Kuntzsch)": f"{_GERMAN}; koRpus, the one program that has it, calls its values bogus",
    "Bormuth grade placement as in quanteda": "enters the number of characters of the text as cloze criterion: its "
    "value grows with the text without end",
    "text_standard (textstat)": "the most frequent of rounded grades: one number for the truth; newskit.grades shows "
    "the range instead",
    "reading_time (textstat)": "14.69 milliseconds a character: a length, no measure of difficulty; it grows with the "
    "text",
    "Fry and Raygor graphs": "graphs to be read by eye, not formulas",
}
