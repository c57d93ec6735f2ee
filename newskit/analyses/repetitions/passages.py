"""What may be repeated: headlines, and the sentences of standfirsts, captions and texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from newskit.inputs import batches
from newskit.text.batch import Batch
from newskit.text.near_duplicates import folded_words

# In the order in which a reader meets them.
FIELDS = ("headline", "standfirst", "caption", "text")
# Words: shorter sentences ("I don't know.", "At 9.30 p.m.") are the same by chance.
LEAST = 5


class Passage(NamedTuple):
    """A headline or a sentence, where it stands, and its words in small letters."""

    article: int
    field: str
    start: int
    end: int
    text: str
    words: tuple[str, ...]


def passages(articles: pd.DataFrame) -> Iterator[Passage]:
    """Return the passages of all articles, each article's together and in order."""
    done = 0
    for part in batches(articles):
        batch = Batch(part)
        fields = list(filter(batch.has, FIELDS))
        for number in range(len(batch)):
            for field in fields:
                yield from _of_field(batch, field, number, done + number)
        done += len(batch)


def _of_field(
    batch: Batch,
    field: str,
    number: int,
    article: int,
) -> Iterator[Passage]:
    tokens = batch.tokens(field)
    text = tokens.texts[number]
    places = [(s.start, s.end) for s in tokens.sentences(number)]
    # A headline is one statement, though it may hold two sentences.
    if field == "headline" and places:
        places = [(places[0][0], places[-1][1])]

    for start, end in places:
        words = tuple(folded_words(text[start:end]))
        if len(words) >= LEAST:
            yield Passage(article, field, start, end, text[start:end], words)
