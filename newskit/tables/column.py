"""What a column of a table is, and the columns that several tables share."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

STRING, WHOLE, FLOAT, FLAG = "string", "Int64", "float64", "boolean"
INSTANT, CLOCK, LIST = "datetime64[us, UTC]", "datetime64[us]", "object"
# Kept in Python strings, with or without pyarrow: Arrow refuses the lone surrogates that broken files hold.
TEXT = pd.StringDtype("python")


class Column(NamedTuple):
    """One column of a table."""

    name: str
    dtype: str
    unit: str
    meaning: str
    key: bool = False


ARTICLE_ID = Column("article_id", STRING, "", "which article; unique in `articles`", True)
PARAGRAPH = Column("paragraph", WHOLE, "number", "paragraph of the article, counted from 0", True)
SENTENCE = Column("sentence", WHOLE, "number", "sentence of the article, counted from 0", True)
START = Column("start", WHOLE, "characters", "where it begins in the column it was found in")
END = Column("end", WHOLE, "characters", "where it ends there (exclusive): text[start:end] is the thing itself")
VOICE = Column("voice", STRING, "", "own (the outlet's words) or quoted (words inside quotation marks)", True)
FIELD = Column("field", STRING, "", "column of `articles` that start and end index into")
N_WORDS = Column("n_words", WHOLE, "words", "words: tokens with a letter or a digit")
N_SENTENCES = Column("n_sentences", WHOLE, "sentences", "sentences with at least one word")
