"""What the target does or is done, and what it hangs on, as far as the order of words tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newskit.analyses.sentiment.feature import Feature, signed
from newskit.analyses.sentiment.target_context import CLAUSE_BREAKS, TargetContext
from newskit.csv_files import rule_words
from newskit.text.stems import stem

_WORDS = rule_words(__package__)
_BE = _WORDS["be"]
_BETWEEN_SUBJECT_AND_VERB = _WORDS["auxiliary"] | _BE

# How many tokens are stepped over, at most. The weights of toward.csv were fitted with these.
# ", the longest-serving mayor the city has ever had,"
_APPOSITION = 15
# "has also never really been"
_AUXILIARIES = 6
# "[praised] the former vice president Joe"
_BEFORE_TARGET = 5
# How many tokens after the verb are looked at as its object.
_OBJECT = 4


def predicate_features(
    context: TargetContext, values: Mapping[str, float], lexicon: str, words: bool
) -> Iterator[Feature]:
    """Describe the verb that the target is the subject of, and what follows it.

    `words` says whether to tell the words themselves or only their valences.
    """
    found = _predicate(context)
    if found is None:
        return
    low, (token, role) = context.low, found
    if words:
        yield Feature(f"{role}: {stem(low[token])}", 1.2, token)
    if value := values.get(low[token], 0.0):
        yield Feature(f"{role}: {signed(lexicon, value)}", abs(value) / 2, token)

    for i in range(token + 1, min(len(low), token + 1 + _OBJECT)):
        if low[i] in CLAUSE_BREAKS:
            break
        if value := values.get(low[i], 0.0):
            yield Feature(f"object: {signed(lexicon, value)}", abs(value) / 2, i)
        opens_small = low[i][0].isalpha() and not context.printed[i][0].isupper()
        if words and opens_small:
            yield Feature(f"object: {stem(low[i])}", 0.7, i)


def _predicate(context: TargetContext) -> tuple[int, str] | None:
    """Return the verb, or what "is" says of the target, and the role of the target.

    It does, is, or is done; with "not" when that is denied.
    """
    low = context.low
    begin = _past_apposition(low, context.last)
    token = _past_auxiliaries(low, begin)
    if token >= len(low) or not low[token][0].isalpha():
        return None

    before = low[begin:token]
    denied = any(word in ("not", "never") or word.endswith("n't") for word in before)
    role = _role(low[token], any(word in _BE for word in before))
    return token, f"{role} not" if denied else role


def _role(word: str, after_be: bool) -> str:
    if not after_be:
        return "does"
    is_participle = word.endswith(("ed", "en")) or word in _WORDS["irregular_participle"]
    return "is done" if is_participle else "is"


def _past_apposition(low: list[str], i: int) -> int:
    """Step over ", the mayor," and "(R)" after the target."""
    closing = {",": ",", "(": ")"}.get(low[i]) if i < len(low) else None
    if closing is None:
        return i
    inside = low[i + 1 : i + _APPOSITION]
    return i + 2 + inside.index(closing) if closing in inside else i


def _past_auxiliaries(low: list[str], i: int) -> int:
    """Step over auxiliaries and adverbs."""
    end = min(len(low), i + _AUXILIARIES)
    while i < end and _is_between(low[i]):
        i += 1
    return i


def _is_between(word: str) -> bool:
    return word in _BETWEEN_SUBJECT_AND_VERB or word.endswith(("ly", "n't"))


def governor_features(
    context: TargetContext, values: Mapping[str, float], lexicon: str, words: bool
) -> Iterator[Feature]:
    """Describe the verb or noun, with its preposition, that the target hangs on.

    `words` says whether to tell the words themselves or only their valences.
    """
    low = context.low
    i = _before_target(context)
    if i < 0 or not low[i][0].isalpha():
        return
    preposition = low[i] if low[i] in _WORDS["preposition"] and i > 0 else ""
    head = i - 1 if preposition else i
    role = f"{preposition or 'object of'} target"
    if words and preposition:
        yield Feature(f"{stem(low[head])} {role}", 1.2, head)
        yield Feature(role, 1.0, i)
        yield Feature(f"before preposition: {stem(low[head])}", 0.8, head)
    elif words:
        yield Feature(f"{low[head]} {role}", 1.2, head)
    if value := values.get(low[head], 0.0):
        yield Feature(f"{signed(lexicon, value)} {role}", abs(value) / 2, head)


def _before_target(context: TargetContext) -> int:
    """Step back over titles, articles and other names; -1 when the target opens the sentence."""
    i = context.first - 1
    for _ in range(_BEFORE_TARGET):
        if i <= 0:
            break
        is_title = context.low[i] in _WORDS["before_target"]
        if not is_title and not context.printed[i][0].isupper():
            break
        i -= 1
    return i
