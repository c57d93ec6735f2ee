"""The columns of times named, and of when articles appear: columns.csv says what each means."""

from newskit.tables import columns_of

TIMELINE = columns_of(__package__, "timeline")
TIME_CHECKS = columns_of(__package__, "time_checks")
PUBLISHING_SCHEDULE = columns_of(__package__, "publishing_schedule")
UPDATE_GAPS = columns_of(__package__, "update_gaps")
TIME_HORIZON = columns_of(__package__, "time_horizon")
TIME_RULES = columns_of(__package__, "time_rules")
