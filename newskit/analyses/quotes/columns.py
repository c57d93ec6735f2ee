"""The columns of quotations, speakers and cue verbs: columns.csv says what each means."""

from newskit.tables import columns_of

QUOTES = columns_of(__package__, "quotes")
ATTRIBUTION = columns_of(__package__, "attribution")
CUE_VERBS = columns_of(__package__, "cue_verbs")
NAME_VARIANTS = columns_of(__package__, "name_variants")
REPEATED_QUOTES = columns_of(__package__, "repeated_quotes")
RULES = columns_of(__package__, "rules")
SPEAKERS = columns_of(__package__, "speakers")
CORPUS_SPEAKERS = columns_of(__package__, "corpus_speakers")
