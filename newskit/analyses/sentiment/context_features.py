"""What stands round a target in its sentence, as named features: words by side and distance, valences, roles, quotes.

Nothing is known of names: a capitalized word inside a sentence is "<name>", and the words of a target count only in
small letters ("the cops"), so that no one's name speaks for or against him.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from newskit.analyses.sentiment.lexicons import Lexicon, news, vader
from newskit.analyses.sentiment.place import BREAKS, Place, band, negated, side_of, to_other_names
from newskit.analyses.sentiment.stems import stem

NAME = "<name>"
_BE = frozenset("is was are were be been being got get".split())
_SKIPPED = _BE | frozenset(
    """has have had will would could should may might can must do does did gets not also never then still now just even
    to himself herself who and 's""".split()
)
_TITLES = frozenset(
    """the a an his her their its that this of former then new us u.s president mr ms mrs sen rep gov attorney general
    secretary senator house white director leader said judge campaign candidate presidential and or fellow vice prime
    minister nominee""".split()
)
_PREPOSITIONS = frozenset("by against of from to with for on at about over in like as behind between under".split())
_IRREGULAR = frozenset("hit beat cut caught shot told".split())
_PRONOUNS = frozenset("he she they it his her him their them who".split())
_REACH = 6
_STEP, _STEPS = 1.5, 4  # sums of valences are also told in steps, for their size does not speak evenly


class Feature(NamedTuple):
    """One feature: its name, its value, and the number of the token that it comes from (-1: none)."""

    name: str
    value: float
    token: int


@cache
def lists() -> tuple[tuple[str, Lexicon], ...]:
    """Return the two lists that valences are taken from, with a mark for each."""
    return (("vader", vader()), ("news", news()))


def features(place: Place) -> list[Feature]:
    """Return all features of a target."""
    out = [Feature("(always)", 1.0, -1), *_words(place), *_target(place), *_whole(place)]
    for mark, lexicon in lists():
        values = valences(place, lexicon.listed)
        out += _valences(place, values, mark)
        out += _predicate(place, lexicon.listed, mark) + _governor(place, lexicon.listed, mark)
    return out


def _words(place: Place) -> list[Feature]:
    """Describe every word beside the target: itself, by side, by distance, in the clause, and with its follower."""
    out: list[Feature] = []
    for i, word in enumerate(place.low):
        if place.first <= i < place.last:
            continue
        side, distance = side_of(place, i)
        if place.named[i] or not word[0].isalnum():
            if distance <= 2:
                out.append(Feature(f"{side} {band(distance)}: {NAME if place.named[i] else word}", 1.0, i))
            continue
        root = stem(word)
        turned = ("not " if negated(place.low, i) else "") + root
        out += [Feature(f"anywhere: {turned}", 0.6, i), Feature(f"{side}: {turned}", 0.42, i)]
        if distance <= _REACH:
            out.append(Feature(f"{side} {band(distance)}: {root}", 0.9, i))
        if distance <= 3:
            out.append(Feature(f"{side} beside: {word}", 0.7, i))
        if place.clause[0] <= i < place.clause[1]:
            out.append(Feature(f"{side} in clause: {turned}", 0.7, i))
        out += _pair(place, i, side, distance)
    return out


def _pair(place: Place, i: int, side: str, distance: int) -> list[Feature]:
    after = i + 1
    if distance > 5 or after >= len(place.low) or place.first <= after < place.last:
        return []
    follower = NAME if place.named[after] else place.low[after]
    if not (follower == NAME or follower[0].isalnum()):
        return []
    return [Feature(f"{side} pair: {place.low[i]} {follower}", 0.7, i)]


def valences(place: Place, values: Mapping[str, float]) -> list[float]:
    """Return the valence of each token, turned by a negation up to three words before; 0 in names of several words."""
    out = []
    for i, word in enumerate(place.low):
        value = values.get(word, 0.0)
        if value and place.named[i] and any(place.named[max(0, i - 1) : i] + place.named[i + 1 : i + 2]):
            value = 0.0
        if value and (negated(place.low, i) or "no" in place.low[max(0, i - 3) : i]):
            value *= -0.74
        out.append(value)
    return out


def _sign(value: float) -> str:
    return "+" if value > 0 else "\u2212"


def _valences(place: Place, values: list[float], mark: str) -> list[Feature]:
    out: list[Feature] = []
    here = place.quoted[place.first] if place.first < len(values) else False
    away, shares = to_other_names(place), {"target": 0.0, "another name": 0.0}
    for i, value in enumerate(values):
        if not value or place.first <= i < place.last:
            continue
        side, distance = side_of(place, i)
        sign, size = _sign(value), abs(value) / 2
        out += [Feature(f"{mark}{sign}", size / 2, i), Feature(f"{mark}{sign} {side} {band(distance)}", size, i)]
        if place.clause[0] <= i < place.clause[1]:
            out += [Feature(f"{mark}{sign} in clause", size, i), Feature(f"{mark}{sign} in clause, {side}", size, i)]
        if place.quoted[i] != here:
            out.append(Feature(f"{mark}{sign} in other voice", size, i))
        whose = "target" if distance <= away[i] else "another name"
        out.append(Feature(f"{mark}{sign} nearest to {whose}", size, i))
        shares[whose] += value
    out += [Feature(f"{mark} sum: nearest to {whose}", _within(n / 3, 2), -1) for whose, n in shares.items()]
    return out + _sums(place, values, mark)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _sums(place: Place, values: list[float], mark: str) -> list[Feature]:
    first, last, n = place.first, place.last, len(values)
    windows = (
        ("sentence", 0, n, 5.0), ("clause", *place.clause, 3.0), ("4 to the left", max(0, first - 4), first, 2.0),
        ("4 to the right", last, min(n, last + 4), 2.0), ("8 round it", max(0, first - 8), min(n, last + 8), 2.0),
    )  # fmt: skip
    out = []
    for name, a, b, scale in windows:
        total = sum(values[a:b])
        out.append(Feature(f"{mark} sum: {name}", _within(total / scale, 2), -1))
        if total and scale == 2.0:
            out.append(Feature(f"{mark} sum: {name} {_sign(total)}", 1.0, -1))
        if scale != 2.0:
            step = _STEP * round(_within(total / _STEP, _STEPS))
            out.append(Feature(f"{mark} sum: {name}, about {step:g}", 1.0, -1))
    return out


def _predicate(place: Place, values: Mapping[str, float], mark: str) -> list[Feature]:
    """Describe the verb that the target is the subject of, as far as order tells, and what follows it."""
    low, n = place.low, len(place.low)
    i, be, denied = _past_auxiliaries(place, _past_apposition(low, place.last))
    if i >= n or not low[i][0].isalpha():
        return []
    passive = be and (low[i].endswith(("ed", "en")) or low[i] in _IRREGULAR)
    role = "is done" if passive else "is" if be else "does"
    role += " not" if denied else ""
    out = [] if mark != "vader" else [Feature(f"{role}: {stem(low[i])}", 1.2, i)]
    if value := values.get(low[i], 0.0):
        out.append(Feature(f"{role}: {mark}{_sign(value)}", abs(value) / 2, i))
    for j in range(i + 1, min(n, i + 5)):
        if low[j] in BREAKS:
            break
        if value := values.get(low[j], 0.0):
            out.append(Feature(f"object: {mark}{_sign(value)}", abs(value) / 2, j))
        if mark == "vader" and low[j][0].isalpha() and not place.printed[j][0].isupper():
            out.append(Feature(f"object: {stem(low[j])}", 0.7, j))
    return out


def _past_apposition(low: list[str], i: int) -> int:
    """Step over ", the mayor," and "(R)" after the target."""
    if i < len(low) and low[i] in ",(":
        closing = "," if low[i] == "," else ")"
        for j in range(i + 1, min(len(low), i + 15)):
            if low[j] == closing:
                return j + 1
    return i


def _past_auxiliaries(place: Place, i: int) -> tuple[int, bool, bool]:
    """Step over auxiliaries and adverbs; say whether a form of be and whether a negation was among them."""
    be = denied = False
    for j in range(i, min(len(place.low), i + 6)):
        word = place.low[j]
        if not (word in _SKIPPED or word.endswith(("ly", "n't"))):
            return j, be, denied
        be |= word in _BE
        denied |= word in ("not", "never") or word.endswith("n't")
    return min(len(place.low), i + 6), be, denied


def _governor(place: Place, values: Mapping[str, float], mark: str) -> list[Feature]:
    """Describe the verb or noun, with its preposition, that the target hangs on, as far as order tells."""
    low, i = place.low, place.first - 1
    for _ in range(5):
        if i > 0 and (low[i] in _TITLES or place.printed[i][0].isupper()):
            i -= 1
    if i < 0 or not low[i][0].isalpha():
        return []
    preposition = low[i] if low[i] in _PREPOSITIONS and i > 0 else ""
    head = i - 1 if preposition else i
    role = f"{preposition or 'object of'} target"
    out = []
    if mark == "vader":
        out.append(Feature(f"{low[head] if not preposition else stem(low[head])} {role}", 1.2, head))
        if preposition:
            out += [Feature(role, 1.0, i), Feature(f"before preposition: {stem(low[head])}", 0.8, head)]
    if value := values.get(low[head], 0.0):
        out.append(Feature(f"{mark}{_sign(value)} {role}", abs(value) / 2, head))
    return out


def _target(place: Place) -> list[Feature]:
    """Describe the target itself by its words in small letters."""
    out = [Feature("target: length", (place.last - place.first) / 3, -1)]
    for i in range(place.first, place.last):
        if place.printed[i][0].islower():
            out.append(Feature(f"target: {stem(place.low[i])}", 1.0, i))
            for mark, lexicon in lists():
                if value := lexicon.listed.get(place.low[i], 0.0):
                    out.append(Feature(f"target: {mark}{_sign(value)}", abs(value) / 2, i))
    if place.first < place.last:
        last = place.low[place.last - 1]
        if place.low[place.first] in _PRONOUNS:
            out.append(Feature("target: pronoun", 1.0, -1))
        if last.endswith("'s") or last in ("his", "her", "their"):
            out.append(Feature("target: possessive", 1.0, -1))
    return out


def _whole(place: Place) -> list[Feature]:
    """Describe the sentence and the target's place in it."""
    n = len(place.low)
    places = ((2, "first"), (n / 3, "early"), (2 * n / 3, "middle"))
    where = next((name for end, name in places if place.first < end), "late")
    out = [
        Feature(f"place: {where}", 1.0, -1),
        Feature("length", n / 40, -1),
        Feature("names", sum(place.named) / 10, -1),
    ]
    if any(place.quoted):
        out.append(Feature("has quotation", 1.0, -1))
    if place.first < n and place.quoted[place.first]:
        out.append(Feature("target is quoted", 1.0, -1))
    return out + [Feature(f"has {mark}", 1.0, -1) for mark in "?!" if mark in place.low]
