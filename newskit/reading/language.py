"""Which language a text is in, where nothing says so.

English is known by its function words; for others there is py3langid, if it is installed.
"""

from __future__ import annotations

import importlib
import json
import re

from newskit.reading.rows import Row
from newskit.text.forms import fold
from newskit.text.word_counts import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 4_000
"""Characters that are looked at."""
_ENGLISH = 0.25
"""Least share of English function words in English news."""
_FOREIGN = 0.15
"""Most that a text in another language has of them: "in" and "was" are German words too."""
_MIN_WORDS = 30  # in fewer the share is chance
_MIN_HALF = 100  # characters: on less than that py3langid guesses
_MAX_HALF = 500  # characters: more does not make it surer, only slower
_NOT_ENGLISH = (
    "the page says that it is in English, but hardly any of its words are English function words"
)


def function_words(text: str) -> float | None:
    """Return the share of English function words, 0 to 1; None for a text of few words."""
    words = _WORD.findall(text[:_SAMPLE])
    if len(words) < _MIN_WORDS:
        return None

    return sum(fold(word) in FUNCTION_WORDS for word in words) / len(words)


def language_of(text: str) -> tuple[str, str] | None:
    """Return the code of a text's language and how it was found; None where that is not known."""
    share = function_words(text)
    if share is not None and share >= _ENGLISH:
        return "en", "rule:function-words"

    try:
        detector = importlib.import_module("py3langid")
    except ImportError:
        return None

    half = len(text) // 2
    if half < _MIN_HALF:
        return None

    language, _ = detector.classify(text[:half][:_MAX_HALF])
    again, _ = detector.classify(text[half:][:_MAX_HALF])
    # Where the halves differ, the text is in two languages, or the answer is a guess.
    return (str(language), "py3langid") if language == again else None


def with_language(row: Row) -> Row:
    """Return the row with its language, and a warning where the one that it states cannot be."""
    text = row.get("text")
    if not text:
        return row

    if row.get("language"):
        return _checked(row, text)

    found = language_of(text)
    if not found:
        return row

    language, rule = found
    how = json.loads(row.get("provenance") or "{}") | {"language": rule}
    noted = json.dumps(how, ensure_ascii=False, sort_keys=True)
    return row | {"language": language, "provenance": noted}


def _checked(row: Row, text: str) -> Row:
    """Warn of a page in another language whose template says "en"."""
    if row["language"] != "en":
        return row

    share = function_words(text)
    if share is None or share >= _FOREIGN:
        return row

    return row | {"warnings": [*row.get("warnings", []), _NOT_ENGLISH]}
