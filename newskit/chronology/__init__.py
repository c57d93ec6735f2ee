"""The chronology room: when an article was published and changed, and when what it tells of happened."""

from newskit.chronology.checks import time_checks
from newskit.chronology.corpus import publication_rhythm, time_reach, update_gaps
from newskit.chronology.rows import timeline, timeline_of

__all__ = ["publication_rhythm", "time_checks", "time_reach", "timeline", "timeline_of", "update_gaps"]
