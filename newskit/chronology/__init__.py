"""The chronology room: when an article was published and changed, and when what it tells of happened."""

from newskit.chronology.rows import timeline, timeline_of

__all__ = ["timeline", "timeline_of"]
