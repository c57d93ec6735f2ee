"""What stands round a target in its sentence, as named features.

Words by side and distance, valences, roles, quotation marks. Nothing is known of names: a
capitalized word inside a sentence is "<name>", and the words of a target count only in small
letters ("the cops"), so that no one's name speaks for or against him.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newskit.analyses.sentiment.feature import Feature, signed
from newskit.analyses.sentiment.lexicons import Lexicon, news, vader
from newskit.analyses.sentiment.target_context import TargetContext
from newskit.analyses.sentiment.valence_features import valence_features
from newskit.analyses.sentiment.verb_features import governor_features, predicate_features
from newskit.analyses.sentiment.word_features import word_features
from newskit.csv_files import rule_words
from newskit.text.stems import stem

_PRONOUNS = rule_words(__package__)["pronoun"]
_POSSESSIVES = ("his", "her", "their")


@cache
def lists() -> tuple[tuple[str, Lexicon], ...]:
    """Return the two lists that valences are taken from, with the name of each in features."""
    return (("vader", vader()), ("news", news()))


def features(context: TargetContext) -> list[Feature]:
    """Return all features of a target."""
    out = [
        Feature("(always)", 1.0),
        *word_features(context),
        *_target(context),
        *_sentence(context),
    ]
    for name, lexicon in lists():
        # The words themselves are told once, not with each list.
        words = name == "vader"
        out += valence_features(context, lexicon.listed, name)
        out += predicate_features(context, lexicon.listed, name, words)
        out += governor_features(context, lexicon.listed, name, words)
    return out


def _target(context: TargetContext) -> Iterator[Feature]:
    """Describe the target itself."""
    yield Feature("target: length", (context.last - context.first) / 3)
    for i in range(context.first, context.last):
        if context.printed[i][0].islower():
            yield from _small_word(context.low[i], i)
    if context.first == context.last:
        return

    if context.low[context.first] in _PRONOUNS:
        yield Feature("target: pronoun", 1.0)
    last = context.low[context.last - 1]
    if last.endswith("'s") or last in _POSSESSIVES:
        yield Feature("target: possessive", 1.0)


def _small_word(word: str, i: int) -> Iterator[Feature]:
    """Describe a word of the target that is not a name: "the cops"."""
    yield Feature(f"target: {stem(word)}", 1.0, i)
    for name, lexicon in lists():
        if value := lexicon.listed.get(word, 0.0):
            yield Feature(f"target: {signed(name, value)}", abs(value) / 2, i)


def _sentence(context: TargetContext) -> Iterator[Feature]:
    """Describe the sentence and the target's place in it."""
    n = len(context.low)
    places = ((2, "first"), (n / 3, "early"), (2 * n / 3, "middle"))
    where = next((name for end, name in places if context.first < end), "late")
    yield Feature(f"place: {where}", 1.0)
    yield Feature("length", n / 40)
    yield Feature("names", sum(context.named) / 10)

    if any(context.quoted):
        yield Feature("has quotation", 1.0)
    if context.is_quoted:
        yield Feature("target is quoted", 1.0)
    for mark in "?!":
        if mark in context.low:
            yield Feature(f"has {mark}", 1.0)
