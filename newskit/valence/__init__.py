"""Sentiment by VADER's published rules, per sentence, over a whole batch at once."""

from newskit.valence.scores import score_sentences
from newskit.valence.table import sentiment, sentiment_of

__all__ = ["score_sentences", "sentiment", "sentiment_of"]
