"""Syllables of a word: from CMU's dictionary, else by rule, else from its letters by a model.

Most words are in the dictionary: one look-up. What is not there is looked at more closely, in this
order: a number is read aloud; the parts of a compound (`long-term`, `and/or`) are counted one by
one; initials (`U.S.`, `BBC`) are spelled out; a possessive or a regular inflection is counted from
its stem; the rest, mostly names, goes to the model of `syllable_model`. Every word has at least one
syllable, also one that has no Latin letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from newskit.csv_files import rule_words
from newskit.text import syllable_model
from newskit.text.forms import PLAIN_LETTERS, fold
from newskit.text.inflections import possessive, regular
from newskit.text.spoken_numbers import read_aloud
from newskit.text.syllable_model import Letter
from newskit.word_lists import packed_columns

DICTIONARY, RULE, MODEL, SPOKEN_NUMBER = "dictionary", "rule", "model", "number"

Counted = tuple[int, str]

_WORDS = rule_words(__package__)
# The dictionary as (count, source); empty until the first word is looked up.
_known: dict[str, Counted] = {}
# Between the parts of a compound: a sign, or a capital inside a word (AstraZeneca, SpaceX).
_SEPARATOR = re.compile(r"[-‐‑–/@_&+]|(?<=[a-z]{3})(?=[A-Z])")
_NOT_LATIN = re.compile(r"[^a-z]+")
_FINAL_E_ACUTE = re.compile(r"ée?(?=s?\Z)")
# What can be said in English: consonants that can begin a word, then vowels with at most two
# consonants between.
_SAYABLE = re.compile(
    r"(?:[bcdfghjklmnprstvwyz]|[bcfgpst]r|[bcfgps]l|s[ckmnptw]|[cpstw]h|qu)?"
    r"(?:[aeiouy]{1,2}(?:[bcdfgklmnprstvxz]{1,2}(?![bcdfghjklmnpqrstvwxz])|\Z))+\Z"
)
# Letters of initials (UNHCR); of three the dictionary alone can tell that they are a word.
_LONGEST_INITIALS, _LONGEST_UNSAID = 5, 3


@cache
def dictionary() -> dict[str, int]:
    """Return word -> syllables, from CMU's pronouncing dictionary (word_lists/cmu.csv.xz)."""
    _, (words, n_syllables, _) = packed_columns("cmu.csv.xz")
    return dict(zip(words, map(int, n_syllables), strict=True))


def syllables(word: str) -> Counted:
    """Count the syllables of a word and say how they are known.

    Parameters
    ----------
    word : str
        A word as `newskit.text.forms.word` finds it, in any case, with any apostrophe.

    Returns
    -------
    tuple of int and str
        The number of syllables, 1 or more, as spoken in American English, and its source:
        ``"dictionary"`` (CMU's; also a possessive, and a compound of such words), ``"rule"`` (an
        inflection of a word in the dictionary, initials), ``"model"`` (judged letter by letter, see
        `explain`) or ``"number"`` (read aloud, with the names of currencies).

    Examples
    --------
    >>> syllables("newspaper"), syllables("Zelenskyy’s"), syllables("long-term"), syllables("1918")
    ((3, 'dictionary'), (3, 'model'), (2, 'dictionary'), (4, 'number'))
    >>> syllables("BBC"), syllables("NATO"), syllables("lockdowns"), syllables("$14.3")
    ((3, 'dictionary'), (2, 'dictionary'), (2, 'rule'), (6, 'number'))
    """
    # The one look-up that most words need.
    known = _known.get(word) or _known.get(word.lower())

    # Two capitals are initials, even if they are a word in small letters: US and us.
    may_be_initials = len(word) == 2 and word.isupper()
    if known is None or may_be_initials:
        return _look_closer(word)
    return known


def explain(word: str) -> list[Letter]:
    """Show which letters of a word the model takes for syllables, if the dictionary has it or not.

    Parameters
    ----------
    word : str
        A word.

    Returns
    -------
    list of Letter
        For each letter that was judged: `position` in the word (without accents, small letters
        only), `letter`, `score` (above 0: spoken; the higher the surer) and `spoken`.

    Examples
    --------
    >>> [(letter.letter, letter.spoken) for letter in explain("Zelenskyy")]
    [('e', True), ('e', True), ('y', True)]
    """
    return syllable_model.explain_letters(_letters(fold(word)))


def _load() -> None:
    """Fill the dictionary of the fast path."""
    # Words of one count share a pair. A word of no vowel (hmm) has one syllable all the same.
    pairs = {n: (max(1, n), DICTIONARY) for n in set(dictionary().values())}
    _known.update(zip(dictionary(), map(pairs.__getitem__, dictionary().values()), strict=True))

    # CMU's dictionary writes the n of n't now with a vowel, now without: in others it is a
    # syllable.
    _known.update({f"{verb}n't": (2, DICTIONARY) for verb in _WORDS["before n't"]})


def _look_closer(word: str) -> Counted:
    """Count a word that is not in the dictionary as it is printed."""
    if not _known:
        _load()
        return syllables(word)

    # COVID-19, $14.3.
    folded = fold(word).strip("'")
    if not folded.isalpha() and any(map(str.isdecimal, folded)):
        return read_aloud(word, lambda letters: syllables(letters)[0]), SPOKEN_NUMBER

    # Harris’, ’tis.
    if folded in _known and len(folded) != 2:
        return _known[folded]

    # R&D is read with an "and" in it, @handle with an "at".
    parts = list(filter(None, _SEPARATOR.split(word.strip("'’‘"))))
    if len(parts) > 1:
        n, source = _sum(list(map(syllables, parts)))
        return n + word.count("&") + word.count("@"), source
    return _part(parts[0] if parts else "")


def _sum(counted: list[Counted]) -> Counted:
    """Add up the parts of a compound; its source is that of the part known least well."""
    numbers, sources = zip(*counted, strict=True)
    weakest = min(sources, key=(MODEL, RULE, SPOKEN_NUMBER, DICTIONARY).index)
    return sum(numbers), weakest


def _part(part: str) -> Counted:
    """Count a word without hyphens and digits."""
    stem, added = possessive(fold(part))

    # Initials before the dictionary's words: the US, and us.
    initials = _initials(part[: len(stem)], stem)
    if initials:
        return initials + added, RULE
    if "." in stem.strip("."):
        return _dotted(stem)
    n, source = _stem(stem)
    return n + added, source


# A name comes as Name, Name's, names ...
@lru_cache(maxsize=100_000)
def _stem(stem: str) -> Counted:
    if stem in _known:
        return _known[stem]

    # Fiancé, née: the last e is spoken.
    if not stem.isascii() and _FINAL_E_ACUTE.search(stem):
        return syllable_model.count(_letters(_FINAL_E_ACUTE.sub("ay", stem))), MODEL

    # Müller is there as Muller.
    letters = _letters(stem)
    if letters in _known:
        return _known[letters]

    inflected = regular(letters, dictionary())
    return (inflected, RULE) if inflected else (syllable_model.count(letters), MODEL)


def _initials(part: str, stem: str) -> int:
    """Spell out capitals that cannot be said as a word: BBC, EU, MPs; 0 for anything else."""
    # U.S. and US are one.
    letters = stem.replace(".", "")

    # MPs.
    if part[-1:] == "s" and part[:-1].isupper():
        part, letters = part[:-1], letters[:-1]

    # Longer words in capitals are shouted, and É in capitals is part of a word.
    is_short = 1 < len(letters) <= _LONGEST_INITIALS
    is_capitals = part.isupper() and letters.isascii() and letters.isalpha()
    if not (is_short and is_capitals) or _is_word_in_capitals(letters):
        return 0
    return _spelled(letters)


def _is_word_in_capitals(letters: str) -> bool:
    # IN, TO, but not: EU, US.
    if len(letters) == 2:
        return letters in _WORDS["two letters"]

    # NATO is in the dictionary; DEFRA can be said, and UNHCR cannot.
    if letters in _known:
        return True
    return len(letters) > _LONGEST_UNSAID and _SAYABLE.match(letters) is not None


def _dotted(stem: str) -> Counted:
    """Spell out `Ph.D.`; read an address word by word, with its dots."""
    parts = list(filter(None, stem.split(".")))

    # Example.com is read with its dot.
    if max(map(len, parts)) <= 2:
        return max(1, _spelled(_letters(stem))), RULE
    n, source = _sum(list(map(_stem, parts)))
    return n + len(parts) - 1, source


def _spelled(letters: str) -> int:
    # Each letter's name has one syllable, but for the w's.
    return len(letters) + 2 * letters.count("w")


def _letters(folded: str) -> str:
    """Return the letters a to z of a word, without their accents."""
    if folded.isascii() and folded.isalpha():
        return folded
    plain = unicodedata.normalize("NFD", folded.translate(PLAIN_LETTERS))
    return _NOT_LATIN.sub("", plain)
