"""Syllables of a word: from CMU's dictionary where it has the word, else from the way it is written."""

from __future__ import annotations

import re
from functools import cache

from newskit.text.forms import CURRENCY, fold
from newskit.wordlists import lexicon_file

DICTIONARY, RULE, SPOKEN_NUMBER = "dictionary", "rule", "number"

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"[^aeiouy]e\Z|[^aeiouytd]ed\Z|[^aeiouysxzcg]es\Z|(?<!sh)(?<!ch)[^aeiouysxzcgh]es\Z")
_LE = re.compile(r"[^aeiouylr]le[sd]?\Z")
_HIATUS = re.compile(r"i(?=[aou])(?!ou[sn])(?<![tscgx]i)|eo(?!u)|ua(?![iy])|uou|[aeiou]ing\Z|ism\Z|(?<=[^aeiou])ya")
_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1)  # zero, one, ... seven has two
_TEENS = (1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # ten, eleven, ...
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty, ... seventy has three


@cache
def dictionary() -> dict[str, int]:
    """Return word -> syllables, from CMU's pronouncing dictionary (lexicons/cmu.csv)."""
    lines = lexicon_file("cmu.csv").read_text(encoding="utf-8").split("\n")[1:]
    entries = (line.split(",") for line in lines if line)
    return {entry[0]: int(entry[1]) for entry in entries}


def syllables(word: str) -> tuple[int, str]:
    """Count the syllables of a word and say how they are known: dictionary, rule or number.

    The parts of a hyphenated word and the letters of `U.S.` are counted one by one.

    >>> syllables("newspaper"), syllables("Zelenskyy’s"), syllables("long-term"), syllables("1918")
    ((3, 'dictionary'), (3, 'rule'), (2, 'dictionary'), (4, 'number'))
    """
    folded = fold(word).strip("'")
    if any(c.isdigit() for c in folded):
        return _number(folded), SPOKEN_NUMBER
    parts = [p for p in re.split(r"[-‐‑–/]", folded) if p]
    if len(parts) > 1 and folded not in dictionary():
        counted = [_part(p, p.upper() in word) for p in parts]
        return sum(n for n, _ in counted), RULE if any(s == RULE for _, s in counted) else DICTIONARY
    return _part(folded, word.isupper())


def _part(folded: str, capitals: bool) -> tuple[int, str]:
    known = dictionary()
    if folded in known:
        return known[folded], DICTIONARY
    stem = re.sub(r"'s?\Z", "", folded)
    if stem in known:
        sibilant = folded.endswith("'s") and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"))
        return known[stem] + sibilant, DICTIONARY
    letters = re.sub(r"[^a-z]", "", folded)
    if "." in folded.rstrip(".") or (capitals and 1 < len(letters) <= 5 and not _VOWELS.search(letters)):
        return max(1, sum(3 if c == "w" else 1 for c in letters)), RULE
    return _written(stem), RULE


def _written(stem: str) -> int:
    """Count groups of vowels, less the silent ones, plus the ones that are two."""
    stem = re.sub(r"\W", "", stem)
    groups = len(_VOWELS.findall(stem))
    if groups > 1 and _SILENT_E.search(stem) and not _LE.search(stem):
        groups -= 1
    groups += len(_HIATUS.findall(stem))
    return max(1, groups)


def _number(folded: str) -> int:
    """Count the syllables of a number as it is read aloud."""
    total = sum({"$": 2, "£": 1, "€": 2, "%": 2}.get(c, 0) for c in folded)
    for group in re.findall(r"\d[\d,]*|[^\W\d_]+|\.(?=\d)", folded[:200]):
        if group == ".":
            total += 1
        elif group[0].isdigit():
            total += _digits(group.replace(",", ""), year="," not in group and not folded.startswith(tuple(CURRENCY)))
        elif group not in {"s", "th", "st", "nd", "rd"}:
            total += _part(group, False)[0]
    return max(1, total)


def _digits(digits: str, year: bool) -> int:
    if year and len(digits) == 4 and "1100" <= digits <= "2099" and digits[1:3] != "00":
        return _below_100(int(digits[:2])) + (_below_100(int(digits[2:])) if digits[2:] != "00" else 2)
    if len(digits) > 12:
        return sum(_ONES[int(d)] for d in digits)
    value, total = int(digits), 0
    if value == 0:
        return 2
    for power, spoken in ((10**9, 2), (10**6, 2), (10**3, 2), (1, 0)):
        part = value // power % 1000
        if part:
            total += (_ONES[part // 100] + 2 if part >= 100 else 0) + _below_100(part % 100) + spoken
    return total


def _below_100(n: int) -> int:
    if n < 20:
        return (_ONES[n] if n else 0) if n < 10 else _TEENS[n - 10]
    return _TENS[n // 10] + (_ONES[n % 10] if n % 10 else 0)
