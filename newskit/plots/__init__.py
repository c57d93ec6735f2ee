"""Plots of newskit's tables: a table in, a matplotlib Axes out; nothing is computed but the layout."""

from newskit.plots.article_clock import clock
from newskit.plots.bands import readability
from newskit.plots.bars import speakers
from newskit.plots.reaches import reach
from newskit.plots.sentence_arc import sentiment
from newskit.plots.strip import quotes
from newskit.plots.two_lexicons import lexicons
from newskit.plots.verbs import cue_verbs
from newskit.plots.week import rhythm

__all__ = ["clock", "cue_verbs", "lexicons", "quotes", "reach", "readability", "rhythm", "sentiment", "speakers"]
