"""What each table marks in an article: a file per argument of `highlight`.

Each has `spans(frame)`, what the table of one article marks, and `key(frame)`, which explains these
marks, as HTML.
"""

from types import ModuleType

from newskit.html.marking import certainty, quotes, sentences, sentiment, timeline, words

# The key above the article follows this order.
MARKING: dict[str, ModuleType] = {
    "quotes": quotes,
    "timeline": timeline,
    "sentiment": sentiment,
    "words": words,
    "sentences": sentences,
    "certainty": certainty,
}

__all__ = ["MARKING"]
