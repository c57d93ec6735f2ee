"""An article as a tape: one letter for what each token is, so that rules are short patterns over letters.

Marked speech is folded into a single `Q`; the words inside it cannot mislead a rule. What a token is depends on
its form alone and is worked out once per distinct form; the tape of an article is then gathered by NumPy.

    Ann Lee , who runs the harbor , said : “We are late.”      ->      NN,wnDn,V:Q.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.forms import fold, word
from newskit.text.marks import Mark
from newskit.text.scare import reporting
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]

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
_AFTER = {",": ",", ";": ";", ":": ":"}
_DASHES = frozenset(("—", "–", "-", "--", "---", "―"))
_CLOSERS = "\"'”’»›“」』"


def describe(form: str) -> tuple[int, int, int]:
    """Return the letters of a form as codes: bracket before it, the word, punctuation after it; 0 for none."""
    if form in _DASHES:
        return 0, ord("-"), 0
    found = word(form)
    if found is None:
        bare = form.strip(_CLOSERS)
        return 0, 0, ord(_AFTER.get(bare[-1:], "\0"))
    before = ord("(") if form[0] in "([" else 0
    tail = form[found.end :].rstrip(_CLOSERS)
    after = ord(")") if tail[-2:].strip(".,;:")[-1:] in (")", "]") else ord(_AFTER.get(tail[-1:], "\0"))
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
    if folded in reporting() and not (capital and (not folded.endswith(("ed", "ing")) or printed.isupper())):
        return _verb_letter(folded)
    if capital:
        return "N"
    if folded.endswith("ly") and len(folded) > 4:
        return "j"
    return "e" if folded.endswith("ed") and len(folded) > 4 else "n"


def _verb_letter(folded: str) -> str:
    if folded in _NOUNS:
        return "n" if folded != "read" else "V"
    _, inflection, _, use = reporting()[folded]
    if inflection == "gerund":
        return "G"
    if inflection in ("base", "participle"):
        return "B"
    return "X" if use == "act" else "V"


@dataclass(frozen=True)
class Tape:
    """The letters of one text, and for each letter the token it stands for."""

    letters: str
    text: str
    starts: list[int]  # per letter: offset of its token's word in the text
    ends: list[int]
    spoken: list[Mark]  # the marks that are speech, in order
    places: list[int]  # per spoken mark: number of its letter Q, -1 where it has none
    stops: list[int]  # where sentences end: letters "." and "|"
    breaks: list[int]  # where paragraphs end: letters "|"

    def sentence_start(self, at: int) -> int:
        """Return the first letter of the sentence that letter `at` is in."""
        return _behind(self.stops, at)

    def sentence_end(self, at: int) -> int:
        """Return where the sentence behind letter `at` ends."""
        k = bisect_left(self.stops, at)
        return self.stops[k] if k < len(self.stops) else len(self.letters)

    def paragraph_start(self, at: int) -> int:
        """Return the first letter of the paragraph that letter `at` is in."""
        return _behind(self.breaks, at)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Return where letters[low:high] begin and end in the text."""
        return self.starts[low], self.ends[high - 1]

    def printed(self, low: int, high: int) -> str:
        """Return the text of letters[low:high]."""
        return self.text[self.starts[low] : self.ends[high - 1]]


def _behind(ends: list[int], at: int) -> int:
    k = bisect_left(ends, at)
    return ends[k - 1] + 1 if k else 0


def tape(tokens: Tokens, text: int) -> Tape:
    """Write the tape of one text of the batch."""
    a, b = int(tokens.first[text]), int(tokens.first[text + 1])
    grid = np.zeros((b - a, 5), dtype=np.uint8)  # bracket, word, punctuation, end of sentence, end of paragraph
    forms = tokens.form[a:b]
    grid[:, :3] = tokens.vocabulary.feature(describe, np.uint8, 3)[forms]
    grid[:-1, 3] = np.where(np.diff(tokens.sentence[a:b]) > 0, ord("."), 0)
    grid[:-1, 4] = np.where(np.diff(tokens.paragraph[a:b]) > 0, ord("|"), 0)
    spoken = [m for m in tokens.marks(text) if m.kind != "scare"]
    heads = _fold_quotes(grid, tokens.texts[text], tokens.start[a:b], tokens.end[a:b], spoken)
    flat = grid.ravel()
    used = np.flatnonzero(flat)
    token = used // 5
    offsets = tokens.vocabulary.feature(_word_offsets, np.int32, 2)[forms[token]]
    places = np.searchsorted(used, np.array(heads, dtype=np.int64) * 5 + 1).tolist() if heads else []
    codes = flat[used]
    letters = codes.tobytes().decode("latin-1")
    return Tape(
        letters=letters,
        text=tokens.texts[text],
        starts=(tokens.start[a:b][token] + offsets[:, 0]).tolist(),
        ends=(tokens.start[a:b][token] + offsets[:, 1]).tolist(),
        spoken=spoken,
        places=[p if head >= 0 else -1 for p, head in zip(places, heads, strict=True)],
        stops=np.flatnonzero((codes == ord(".")) | (codes == ord("|"))).tolist(),
        breaks=np.flatnonzero(codes == ord("|")).tolist(),
    )


def _word_offsets(form: str) -> tuple[int, int]:
    found = word(form)
    return (found.start, found.end) if found else (0, len(form))


def _fold_quotes(grid: Array, text: str, start: Array, end: Array, spoken: list[Mark]) -> list[int]:
    """Write a Q over each spoken mark's tokens; return the token that carries it."""
    lows = np.searchsorted(end, [m.inner_start for m in spoken], "right").tolist()
    highs = np.searchsorted(start, [m.inner_end for m in spoken], "left").tolist()
    heads: list[int] = []
    for mark, low, high in zip(spoken, lows, highs, strict=True):
        high = max(high, low + 1)
        if low >= len(grid) or heads[-1:] == [low]:
            heads.append(-1)  # two marks in one token: the second has no letter of its own
            continue
        stop, paragraph = grid[high - 1, 3], grid[high - 1, 4]
        bracket = ord("(") if text[mark.start - 1 : mark.start] in ("(", "[") else 0
        grid[low:high] = 0
        grid[low, 0] = bracket
        grid[low, 1] = ord("Q")
        last = text[max(mark.inner_start, mark.inner_end - 4) : mark.inner_end].rstrip(_CLOSERS)[-1:]
        outside = text[mark.end : mark.end + 1]
        grid[high - 1, 2] = ord("," if last == "," else _AFTER.get(outside, "\0"))
        grid[high - 1, 3] = ord("?") if stop and last in "?!,—–" and outside != "." else stop
        grid[high - 1, 4] = paragraph
        heads.append(low)
    return heads
