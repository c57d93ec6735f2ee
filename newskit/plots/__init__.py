"""Plots of tables: a table in, a matplotlib Axes out; nothing is computed but the layout.

Each file draws the table of its name; beside the plot it has `height(table)`, the inches it needs.
"""

from newskit.errors import only_has
from newskit.plots.agreement import agreement
from newskit.plots.changes import changes
from newskit.plots.compared_people import compared_people
from newskit.plots.cue_verbs import cue_verbs
from newskit.plots.deltas import deltas
from newskit.plots.differences import differences
from newskit.plots.groups import groups
from newskit.plots.keyness import keyness
from newskit.plots.lexicon_comparison import lexicon_comparison
from newskit.plots.publishing_schedule import publishing_schedule
from newskit.plots.quotes import quotes
from newskit.plots.readability import readability
from newskit.plots.sentiment import sentiment
from newskit.plots.speakers import speakers
from newskit.plots.time_horizon import time_horizon
from newskit.plots.timeline import timeline
from newskit.plots.validation_confusion import validation_confusion
from newskit.plots.versions import versions

__all__ = [
    "agreement",
    "changes",
    "compared_people",
    "cue_verbs",
    "deltas",
    "differences",
    "groups",
    "keyness",
    "lexicon_comparison",
    "publishing_schedule",
    "quotes",
    "readability",
    "sentiment",
    "speakers",
    "time_horizon",
    "timeline",
    "validation_confusion",
    "versions",
]

__getattr__ = only_has(__name__, __all__)
