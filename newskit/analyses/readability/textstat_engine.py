"""What textstat itself answers, offline: its own functions on newskit's copy of CMU's words.

textstat asks NLTK for the corpus `cmudict` and, where it is not on the machine, tries to download
it on every call. Inside `offline()` it is handed the counts of `newskit/word_lists/cmu.csv.xz`
instead: those of CMU's dictionary 0.7a, the nearest relative of NLTK's corpus that is to be had
apart from it. A rare word may have another count in the corpus.
"""

from __future__ import annotations

import math
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.metadata import version
from types import ModuleType
from typing import Any

import pandas as pd

from newskit.errors import NewskitError, import_extra, unknown_name
from newskit.word_lists import rows

# Column of newskit's `readability` -> method of textstat.
MEASURES = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog_index",
    "coleman_liau": "coleman_liau_index",
    "ari": "automated_readability_index",
    "dale_chall": "dale_chall_readability_score",
    "lix": "lix",
    "rix": "rix",
}
_SYLLABLES = "textstat.backend.counts._count_syllables"
_NOT_LISTED = "-1"  # in the column n_first: the older dictionary does not have the word
_lock = threading.RLock()


@cache
def pronunciations() -> dict[str, list[list[str]]]:
    """Return word -> pronunciations in the form NLTK's `cmudict.dict()` has.

    textstat counts the phones of the first pronunciation that end in a digit; there are as many
    here as the first pronunciation has syllables, and nothing else.
    """
    shapes = {str(n): [["1"] * n] for n in range(30)}
    listed = rows("cmu.csv.xz")
    return {word: shapes[first or n] for word, n, first in listed if first != _NOT_LISTED}


def _english(lang: str) -> dict[str, list[list[str]]] | None:
    return pronunciations() if lang.lower().startswith("en") else None


@contextmanager
def offline() -> Iterator[Any]:
    """Give a fresh textstat object whose syllables come from newskit's dictionary.

    Inside, textstat asks neither NLTK nor the network; settings that a program made on
    `textstat.textstat` (language, rounding) do not reach the object. At the end textstat is as it
    was: what it remembered of texts is forgotten on both sides, so that no count crosses over. One
    thread at a time.

    Raises
    ------
    MissingExtraError
        If textstat is not installed.
    NewskitError
        If this version of textstat keeps its dictionary where newskit does not find it.
    """
    with _lock:
        module = _syllables()
        original = module.get_cmudict
        _forget()
        module.get_cmudict = _english  # type: ignore[attr-defined]
        try:
            yield import_module("textstat.textstat").textstatistics()
        finally:
            module.get_cmudict = original  # type: ignore[attr-defined]
            _forget()


def _syllables() -> ModuleType:
    import_extra("textstat", None, "engine='textstat'")
    try:
        module = import_module(_SYLLABLES)
        module.get_cmudict  # noqa: B018
    except (ImportError, AttributeError) as error:
        raise NewskitError(
            f"textstat {version('textstat')} keeps its dictionary in another place than the "
            f"versions newskit knows (0.7.8 to 0.7.13: {_SYLLABLES}.get_cmudict). "
            "Install one of these for engine='textstat'."
        ) from error

    return module


def _forget() -> None:
    """Empty the caches of textstat, which keep whole texts with their counts."""
    for name, module in list(sys.modules.items()):
        if name.startswith("textstat.backend.") and module is not None:
            for member in list(vars(module).values()):
                clear = getattr(member, "cache_clear", None)
                if callable(clear):
                    clear()


def textstat_scores(
    texts: Iterable[str | None],
    measures: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Score texts with textstat's own functions.

    Parameters
    ----------
    texts : iterable of str
        Texts; a missing one (None or NA) is allowed.
    measures : sequence of str, optional
        Names of MEASURES; all of them by default.

    Returns
    -------
    pandas.DataFrame
        One row per text, in order, and one float column per measure, named as in newskit's
        `readability`: the number that textstat gives for the whole string. NA where the text is
        missing or textstat finds no word in it (where it would answer with 0 or with the constant
        of its formula).

    Raises
    ------
    UnknownNameError
        If there is no such measure.
    MissingExtraError
        If textstat is not installed.

    Examples
    --------
    >>> text = "The bridge is shut. Repairs will take six months."
    >>> textstat_scores([text], ["lix", "rix"]).round(1)
        lix  rix
    0  15.6  0.5
    """
    wanted = list(MEASURES) if measures is None else list(measures)
    for name in wanted:
        if name not in MEASURES:
            raise unknown_name("measure of textstat", name, MEASURES)

    with offline() as textstat:
        scored = [_score(textstat, text, wanted) for text in texts]

    return pd.DataFrame(scored, columns=wanted, dtype="float64")


def _score(
    textstat: Any,
    text: str | None,
    wanted: list[str],
) -> list[float]:
    if not isinstance(text, str) or textstat.lexicon_count(text) == 0:
        return [math.nan] * len(wanted)
    return [float(getattr(textstat, MEASURES[name])(text)) for name in wanted]
