"""What a token is, as one letter: worked out once per distinct form."""

from __future__ import annotations

from newskit.text.forms import fold, word
from newskit.text.reporting_verbs import reporting_verbs

LETTERS = {
    "N": "capitalized word", "Z": "capitalized possessive (Trump’s)", "z": "other possessive (the city’s)",
    "n": "other word", "D": "determiner or number word", "#": "digits", "v": "particle of a name (van, de)",
    "P": "pronoun that may speak", "V": "finite verb of saying or calling", "X": "finite verb of an act or thought",
    "B": "base form or participle of a reporting verb", "G": "its -ing form", "A": "according", "a": "auxiliary",
    "j": "adverb", "e": "past form of another verb", "o": "preposition", "h": "that", "w": "who, which", "&": "and",
    "s": "when, if, because", "t": "word for a time", "Q": "marked speech", "?": "end of a quotation in ? or !",
    ".": "end of a sentence", "|": "end of a paragraph", "-": "dash", ",": "", ";": "", ":": "", "(": "", ")": "",
}  # fmt: skip

_CLOSED = {
    "P": "he she they i we it",
    "D": "a an the this these those his her its their our my another one some several many two three four five six "
    "seven eight nine ten both all other others no every each any most few dozens hundreds",
    "A": "according",
    "a": "has have had is are was were be been being will would can could may might must shall should do does did "
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't doesn't don't didn't",
    "j": "also then later not never just even only still again too once often soon first earlier instead however "
    "meanwhile once now there perhaps always famously simply back out further so yet",
    "o": "of for at from in on with to by against about over under after before during into through between among "
    "like near outside inside without within behind via across around toward towards upon amid despite",
    "h": "that",
    "w": "who which whom whose",
    "&": "and or but nor",
    "s": "when while because if although though unless until where why how what whether since than as",
    "v": "de la van von der den bin ibn al el di du da dos del le ter ten",
    "t": "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today yesterday tomorrow tonight week month year night morning afternoon "
    "evening day days weeks months years ago recently last next mon tue wed thu fri sat sun jan feb mar apr aug sept "
    "oct nov dec a.m p.m",
    "e": "came took made gave got ran left met held won lost stood sat saw became kept brought sent found paid fell "
    "rose drew grew hit led let built bought taught caught spent fought flew threw wore shot struck gathered",
}
_LETTER = {form: letter for letter, forms in _CLOSED.items() for form in forms.split()}
# Base forms that are nouns more often than verbs: the state, a report, an answer.
_NOUNS = frozenset(
    """state report comment claim question challenge tweet post order call demand promise offer vow pledge answer reply
    request project name style term text email brand label quote blog joke cry shout laugh attack charge issue release
    share address appeal caution blast fault fear hope forecast estimate mouth caption signal praise cheer command grant
    note rebuke dispute protest object reason query read point rail roar crack vent taunt groan sigh
    counter""".split()
)
AFTER = {",": ",", ";": ";", ":": ":"}
_DASHES = frozenset(("—", "–", "-", "--", "---", "―"))
CLOSERS = "\"'”’»›“」』"


def describe(form: str) -> tuple[int, int, int]:
    """Return the letters of a form as codes: bracket before it, the word, punctuation after it; 0 for none."""
    if form in _DASHES:
        return 0, ord("-"), 0
    found = word(form)
    if found is None:
        bare = form.strip(CLOSERS)
        return 0, 0, ord(AFTER.get(bare[-1:], "\0"))
    before = ord("(") if form[0] in "([" else 0
    tail = form[found.end :].rstrip(CLOSERS)
    after = ord(")") if tail[-2:].strip(".,;:")[-1:] in (")", "]") else ord(AFTER.get(tail[-1:], "\0"))
    initial = found.end == 1 and form[1:2] == "." and form[0].isupper()
    return before, ord("N" if initial else word_letter(found.text)), after


def word_letter(printed: str) -> str:
    """Return the letter of a printed word."""
    folded = fold(printed)
    capital = printed[0].isupper()
    if not printed[0].isalpha():
        return "n" if printed[0].isdigit() and printed[-1].isalpha() and "-" in printed else "#"  # a 34-year-old
    known = _LETTER.get(folded)
    if known and not (capital and (known == "v" or (len(printed) > 1 and printed.isupper() and known in "jte"))):
        return known if (folded != "march" and folded != "may") or capital else "n"
    if folded.endswith(("'s", "s'")) and folded not in ("it's", "he's", "she's", "that's"):
        return "Z" if capital else "z"
    if folded in reporting_verbs() and not (capital and (not folded.endswith(("ed", "ing")) or printed.isupper())):
        return _verb_letter(folded)
    if capital:
        return "N"
    if folded.endswith("ly") and len(folded) > 4:
        return "j"
    return "e" if folded.endswith("ed") and len(folded) > 4 else "n"


def _verb_letter(folded: str) -> str:
    if folded in _NOUNS:
        return "n" if folded != "read" else "V"
    _, inflection, _, use = reporting_verbs()[folded]
    if inflection == "gerund":
        return "G"
    if inflection in ("base", "participle"):
        return "B"
    return "X" if use == "act" else "V"


def word_offsets(form: str) -> tuple[int, int]:
    """Return where the word of a form begins and ends in it."""
    found = word(form)
    return (found.start, found.end) if found else (0, len(form))
