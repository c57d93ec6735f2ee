"""The columns of sentiment scores and of their words: columns.csv says what each means."""

from newskit.tables import columns_of

SENTIMENT = columns_of(__package__, "sentiment")
SENTIMENT_HITS = columns_of(__package__, "sentiment_hits")
SENTIMENT_TOWARD = columns_of(__package__, "sentiment_toward")
SENTIMENT_BY_SPEAKER = (*columns_of(__package__, "sentiment_by_speaker"), *SENTIMENT)
LEXICON_COMPARISON = columns_of(__package__, "lexicon_comparison")
