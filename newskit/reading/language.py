"""Which language a text is in, where nothing says so: English by its function words, others with py3langid."""

from __future__ import annotations

import importlib
import json
import re

from newskit.reading.rows import Row
from newskit.text.forms import fold
from newskit.text.word_counts import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SAMPLE = 4000
"""Characters that are looked at."""
ENGLISH, FOREIGN = 0.25, 0.15
"""Share of English function words in English news, at least, and in another language, at most."""
MIN_WORDS = 30


def function_words(text: str) -> float | None:
    """Return the share of English function words, 0 to 1; None for a text of few words."""
    words = _WORD.findall(text[:SAMPLE])
    if len(words) < MIN_WORDS:
        return None
    return sum(fold(word) in FUNCTION_WORDS for word in words) / len(words)


def language_of(text: str) -> tuple[str, str] | None:
    """Return the code of a text's language and how it was found; None where that is not known."""
    share = function_words(text)
    if share is not None and share >= ENGLISH:
        return "en", "rule:function-words"
    try:
        detector = importlib.import_module("py3langid")
    except ImportError:
        return None
    half = len(text) // 2
    if half < 100:
        return None
    first, second = (detector.classify(part[:500])[0] for part in (text[:half], text[half:]))
    return (str(first), "py3langid") if first == second else None  # two languages, or a guess


def with_language(row: Row) -> Row:
    """Return the row with its language, and a warning where the one that it states cannot be."""
    text, stated = row.get("text"), row.get("language")
    if not text:
        return row
    if stated:
        share = function_words(text) if stated == "en" else None
        wrong = share is not None and share < FOREIGN
        warning = "the page says that it is in English, but hardly any of its words are English function words"
        return row | ({"warnings": [*row["warnings"], warning]} if wrong else {})
    found = language_of(text)
    if not found:
        return row
    how = json.loads(row.get("provenance") or "{}") | {"language": found[1]}
    return row | {"language": found[0], "provenance": json.dumps(how, ensure_ascii=False, sort_keys=True)}
