"""What may be repeated: headlines, and the sentences of standfirsts, captions and texts."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from newskit.inputs import batches
from newskit.text.batch import Batch
from newskit.text.near_duplicates import folded_words
from newskit.text.scopes import sums_between

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
    n_words: int
    words: tuple[str, ...]


def passages(articles: pd.DataFrame) -> Iterator[Passage]:
    """Return the passages of all articles, each article's together and in order."""
    done = 0
    for part in batches(articles):
        batch = Batch(part)
        found: list[Passage] = []
        for field in filter(batch.has, FIELDS):
            found.extend(_of_field(batch, field, done))

        # The fields of an article stand together; the sort keeps their order.
        yield from sorted(found, key=attrgetter("article"))
        done += len(batch)


def _of_field(
    batch: Batch,
    field: str,
    done: int,
) -> Iterator[Passage]:
    tokens = batch.tokens(field)
    # A headline is one statement, though it may hold two sentences.
    is_headline = field == "headline"
    bounds = np.unique(tokens.first) if is_headline else tokens.sentence_first
    n_words = sums_between(tokens.is_word, bounds)
    last = bounds[1:] - 1
    number = tokens.article[last]

    starts, ends = tokens.start[bounds[:-1]], tokens.end[last]
    columns = (column.tolist() for column in (number, starts, ends, n_words))
    for article, start, end, n in zip(*columns, strict=True):
        text = tokens.texts[article][start:end]
        words = tuple(folded_words(text))
        if len(words) >= LEAST:
            yield Passage(done + article, field, start, end, text, n, words)
