"""The working of the counts, marked in the text: long, unfamiliar and many-syllabled words, and where sentences end."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newskit.html.spans import Span
from newskit.tables import need_columns

_WORDS = ("start", "end", "n_letters", "n_syllables", "syllables_source", "familiar", "complex")
_SENTENCES = ("start", "end", "sentence", "n_words")
_LONG, _MANY = 7, 3  # letters of a long word, syllables of a polysyllable

STYLE = """
.nk-unfamiliar{border-bottom:2px dotted #d55e00}
.nk-many{font-weight:600}
.nk-long{background:rgba(86,180,233,.18)}
.nk-hard{border-top:1px solid #0072b2}
.nk-sentence::after{content:" \\2502" attr(data-words);font-size:.7em;opacity:.65;margin:0 .2em}
""".strip()

WORDS_KEY = (
    '<span class="nk-long">shaded</span> seven letters or more',
    '<span class="nk-many">bold</span> three syllables or more',
    '<span class="nk-hard">line above</span> hard by Gunning\'s rules',
    '<span class="nk-unfamiliar">dots below</span> not on the Dale-Chall list',
)
SENTENCES_KEY = ('<span class="nk-sentence" data-words="12">bar</span> end of a sentence, and its words',)


def word_spans(frame: pd.DataFrame) -> Iterator[Span]:
    """Mark the words of the table `words` that make a text harder for some formula."""
    need_columns(frame, _WORDS, "words")
    columns = (frame[name].tolist() for name in _WORDS)
    for start, end, letters, syllables, source, familiar, hard in zip(*columns, strict=True):
        flags = {
            "nk-long": letters >= _LONG,
            "nk-many": syllables >= _MANY,
            "nk-hard": bool(hard),
            "nk-unfamiliar": not familiar,
        }
        css = " ".join(name for name, on in flags.items() if on)
        if css:
            known = "familiar" if familiar else "not familiar"
            title = f"{syllables} syllables ({source}), {letters} letters, {known}{', hard (fog)' if hard else ''}"
            yield Span(int(start), int(end), css, (("title", title),), rank=4)


def sentence_spans(frame: pd.DataFrame) -> Iterator[Span]:
    """Mark where the sentences of the table `sentences` end, with their number of words."""
    need_columns(frame, _SENTENCES, "sentences")
    columns = (frame[name].tolist() for name in _SENTENCES)
    for start, end, number, n_words in zip(*columns, strict=True):
        attributes = (("title", f"sentence {number}: {n_words} words"), ("data-words", str(n_words)))
        yield Span(int(start), int(end), "nk-sentence", attributes, rank=-1)
