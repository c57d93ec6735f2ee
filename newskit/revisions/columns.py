"""The columns of versions and of what changed between them: columns.csv says what each means."""

from newskit.tables import columns_of

VERSIONS = columns_of(__package__, "versions")
CHANGES = columns_of(__package__, "changes")
WORD_CHANGES = columns_of(__package__, "word_changes")
UPDATES = columns_of(__package__, "updates")
DELTAS = columns_of(__package__, "deltas")
SPEAKER_CHANGES = columns_of(__package__, "speaker_changes")
QUOTE_CHANGES = columns_of(__package__, "quote_changes")
NOTICES = columns_of(__package__, "notices")
BASE_RATES = columns_of(__package__, "base_rates")
