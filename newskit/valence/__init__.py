"""Sentiment by VADER's published rules, per sentence, over a whole batch at once."""

from newskit.valence.comparing import compare_lexicons
from newskit.valence.scores import score_sentences
from newskit.valence.table import sentiment, sentiment_of
from newskit.valence.toward import sentiment_toward
from newskit.valence.working import sentiment_hits

__all__ = ["compare_lexicons", "score_sentences", "sentiment", "sentiment_hits", "sentiment_of", "sentiment_toward"]
