"""The columns of sentences and words: columns.csv says what each means."""

from newskit.tables import columns_of

SENTENCES = columns_of(__package__, "sentences")
WORDS = columns_of(__package__, "words")
LEXICAL_DIVERSITY = columns_of(__package__, "lexical_diversity")
FREQUENT_WORDS = columns_of(__package__, "frequent_words")
LENGTH_DISTRIBUTION = columns_of(__package__, "length_distribution")
