"""The columns of the tables of coding by hand: columns.csv says what each means."""

from newskit.tables import columns_of

CODING_SHEET = columns_of(__package__, "coding_sheet")
AGREEMENT = columns_of(__package__, "agreement")
DISAGREEMENTS = columns_of(__package__, "disagreements")
VALIDATION_SCORES = columns_of(__package__, "validation_scores")
VALIDATION_CONFUSION = columns_of(__package__, "validation_confusion")
VALIDATION_AGREEMENT = (*columns_of(__package__, "validation_agreement"), *AGREEMENT)
VALIDATION_ANSWERS = columns_of(__package__, "validation_answers")
