"""What a token is, as one tag: worked out once per distinct form.

A tag is one letter or sign, so that a rule can be a regular expression over a string of tags.
`tags.csv` lists them; the words that have a tag of their own are in `words.csv`, under its name.
"""

from __future__ import annotations

from newskit.text.forms import fold, word
from newskit.text.scare import reporting
from newskit.word_lists import rows_of, words_of

_TAGS = rows_of(__package__, "tags.csv")
NAMES_OF_TAGS = {row["tag"]: row["name"] for row in _TAGS}
SIGNS = frozenset(row["tag"] for row in _TAGS if row["class"] == "sign")

WORDS = words_of(__package__)
_TAG_OF_CLASS = {row["name"]: row["tag"] for row in _TAGS} | {"calendar": "t"}
_TAG_OF_WORD = {
    listed: _TAG_OF_CLASS[name]
    for name, own in WORDS.items()
    if name in _TAG_OF_CLASS
    for listed in own
}

CLOSERS = "\"'”’»›“」』"
SEPARATORS = frozenset(",;:")  # each is a tag of its own
_OPENING, _CLOSING = ("(", "["), (")", "]")
_DASHES = frozenset(("—", "–", "-", "--", "---", "―"))
_NO_TAG = "\0"
_SUFFIX = 4  # letters: "fly" and "bed" are no adverb and no past form
# They have the form of a possessive, and are a pronoun and its verb.
_CONTRACTIONS = frozenset(("it's", "he's", "she's", "that's"))
# Months that are other words in lower case. (The auxiliary is one of them: "may" is tagged n.)
_NO_MONTHS = frozenset(("march", "may"))


def tags_of_form(form: str) -> tuple[int, int, int]:
    """Return codes of tags: bracket before the word, the word, sign behind it; 0 for none."""
    if form in _DASHES:
        return 0, ord("-"), 0

    found = word(form)
    if found is None:
        bare = form.strip(CLOSERS)
        return 0, 0, ord(separator_tag(bare[-1:]))

    bracket = ord("(") if form[0] in _OPENING else 0
    is_initial = found.end == 1 and form[1:2] == "." and form[0].isupper()
    tag = "N" if is_initial else word_tag(found.text)

    tail = form[found.end :].rstrip(CLOSERS)
    closes = tail[-2:].strip(".,;:")[-1:] in _CLOSING  # also before a comma: (R-Ohio),
    behind = ")" if closes else separator_tag(tail[-1:])
    return bracket, ord(tag), ord(behind)


def separator_tag(printed: str) -> str:
    r"""Return a comma, semicolon or colon as its own tag, and \0 for anything else."""
    return printed if printed in SEPARATORS else _NO_TAG


def word_tag(printed: str) -> str:
    """Return the tag of a printed word.

    >>> [word_tag(word) for word in ("Ann", "Lee’s", "mayor", "said", "sharply", "34-year-old")]
    ['N', 'Z', 'n', 'V', 'j', 'n']
    """
    if not printed[0].isalpha():
        return _number_tag(printed)

    folded = fold(printed)
    capital = printed[0].isupper()
    known = _TAG_OF_WORD.get(folded)
    if known and not (capital and _is_rather_a_name(printed, known)):
        return "n" if folded in _NO_MONTHS and not capital else known

    if folded.endswith(("'s", "s'")) and folded not in _CONTRACTIONS:
        return "Z" if capital else "z"
    if folded in reporting() and not (capital and _is_no_verb(printed)):
        return _verb_tag(folded)
    return "N" if capital else _tag_by_ending(folded)


def _number_tag(printed: str) -> str:
    is_hyphenated = "-" in printed and printed[-1].isalpha()
    return "n" if is_hyphenated and printed[0].isdigit() else "#"  # a 34-year-old


def _is_rather_a_name(printed: str, known: str) -> bool:
    """Whether a listed word with a capital is a name: Van Damme, MAR, SUN."""
    is_acronym = len(printed) > 1 and printed.isupper()
    return known == "v" or (is_acronym and known in "jte")


def _is_no_verb(printed: str) -> bool:
    """Whether a capital says that the form of a verb is a name: Post, Page; not Asked or Adding."""
    return printed.isupper() or not fold(printed).endswith(("ed", "ing"))


def _tag_by_ending(folded: str) -> str:
    if len(folded) <= _SUFFIX:
        return "n"
    if folded.endswith("ly"):
        return "j"
    return "e" if folded.endswith("ed") else "n"


def _verb_tag(folded: str) -> str:
    if folded in WORDS["noun_like_verb"]:
        return "n" if folded != "read" else "V"

    _, inflection, _, use = reporting()[folded]
    if inflection == "gerund":
        return "G"
    if inflection in ("base", "participle"):
        return "B"
    return "X" if use == "act" else "V"


def word_offsets(form: str) -> tuple[int, int]:
    """Return where the word of a form begins and ends in it."""
    found = word(form)
    return (found.start, found.end) if found else (0, len(form))
