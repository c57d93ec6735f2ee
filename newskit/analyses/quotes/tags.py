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
    listed: _TAG_OF_CLASS[name] for name in WORDS.keys() & _TAG_OF_CLASS for listed in WORDS[name]
}
# Where no list knows the word: sharply, riffed. Shorter words end so by chance: fly, bed.
_TAG_OF_ENDING, _SHORT = {"ly": "j", "ed": "e"}, 4
_TAG_OF_INFLECTION = {"gerund": "G", "base": "B", "participle": "B"}

CLOSERS = "\"'”’»›“」』"
SEPARATORS = {sign: ord(sign) for sign in ",;:"}
_OPENING, _CLOSING = ("(", "["), (")", "]")
_DASHES = frozenset(("—", "–", "-", "--", "---", "―"))
# They end like a possessive, and are a pronoun and its verb.
_CONTRACTIONS = frozenset(("it's", "he's", "she's", "that's"))
# Months that are other words in lower case; of the auxiliary may, too, only May keeps its tag.
_MONTHS_BY_CAPITAL = frozenset(("march", "may"))


def tags_of_form(form: str) -> tuple[int, int, int]:
    """Return codes of tags: bracket before the word, the word, sign behind it; 0 for none."""
    if form in _DASHES:
        return 0, ord("-"), 0

    found = word(form)
    if found is None:  # a sign by itself
        bare = form.strip(CLOSERS)
        return 0, 0, SEPARATORS.get(bare[-1:], 0)

    # The J of "J. Lee" is a name, not the word that it may be.
    is_initial = found.end == 1 and form[1:2] == "." and form[0].isupper()
    tag = "N" if is_initial else word_tag(found.text)

    # A bracket goes before the sign behind it, and hides it: (R-Ohio),
    tail = form[found.end :].rstrip(CLOSERS)
    closes = tail[-2:].strip(".,;:")[-1:] in _CLOSING
    behind = ord(")") if closes else SEPARATORS.get(tail[-1:], 0)

    bracket = ord("(") if form[0] in _OPENING else 0
    return bracket, ord(tag), behind


def word_tag(printed: str) -> str:
    """Return the tag of a printed word.

    >>> [word_tag(word) for word in ("Ann", "Lee’s", "mayor", "said", "sharply", "34-year-old")]
    ['N', 'Z', 'n', 'V', 'j', 'n']
    """
    if not printed[0].isalpha():
        # A 34-year-old may speak; 34, 3.4 and 34-0 may not.
        is_word = printed[0].isdigit() and printed[-1].isalpha() and "-" in printed
        return "n" if is_word else "#"

    folded = fold(printed)
    capital = printed[0].isupper()
    known = _TAG_OF_WORD.get(folded)
    if known and not (capital and _is_rather_a_name(printed, known)):
        is_noun = folded in _MONTHS_BY_CAPITAL and not capital
        return "n" if is_noun else known

    if folded.endswith(("'s", "s'")) and folded not in _CONTRACTIONS:
        return "Z" if capital else "z"

    # Post and Page are names, Asked and Adding open a sentence; all in capitals is a name again.
    is_name = capital and (printed.isupper() or not folded.endswith(("ed", "ing")))
    if folded in reporting() and not is_name:
        return _verb_tag(folded)
    if capital:
        return "N"
    return _TAG_OF_ENDING.get(folded[-2:], "n") if len(folded) > _SHORT else "n"


def _is_rather_a_name(printed: str, known: str) -> bool:
    """Whether a listed word with a capital is a name: Van Damme; or an acronym: MAR, SUN."""
    is_acronym = len(printed) > 1 and printed.isupper()
    return known == "v" or (is_acronym and known in "jte")


def _verb_tag(folded: str) -> str:
    """Return the tag of a reporting verb: what can be finite is told by its use."""
    if folded in WORDS["noun_like_verb"]:
        return "n"
    _, inflection, _, use = reporting()[folded]
    finite = "X" if use == "act" else "V"
    return _TAG_OF_INFLECTION.get(inflection, finite)


def word_offsets(form: str) -> tuple[int, int]:
    """Return where the word of a form begins and ends in it."""
    found = word(form)
    return (found.start, found.end) if found else (0, len(form))
