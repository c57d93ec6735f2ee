"""The columns of comparisons: columns.csv says what each means."""

from newskit.tables import columns_of

KEYNESS = columns_of(__package__, "keyness")
CONCORDANCE = columns_of(__package__, "concordance")
COMPARED_HEADLINES = columns_of(__package__, "compared_headlines")
COMPARED_PEOPLE = columns_of(__package__, "compared_people")
COMPARED_QUOTES = columns_of(__package__, "compared_quotes")
COMPARED_SENTENCES = columns_of(__package__, "compared_sentences")
COMPARED_NUMBERS = columns_of(__package__, "compared_numbers")
COMPARED_TIMES = columns_of(__package__, "compared_times")
ONLY_HERE = columns_of(__package__, "only_here")
