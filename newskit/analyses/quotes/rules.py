"""Who says a quotation, and with what verb: one function per pattern, tried in order, the first that fits decides.

Every rule reads the tape only, near the quotation, and returns what it found with its own name, so that a table
of quotations can say why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from newskit.analyses.quotes.noun_phrases import ASIDE, Phrase, first_subject, phrases, subject_after, subject_before
from newskit.analyses.quotes.tag_sequence import Tape
from newskit.text.forms import fold
from newskit.text.scare_quotes import WORDS_BEHIND

FAR = 80  # letters of a sentence that are read on either side of a quotation
LONG = 400  # letters back to the head of a sentence


@dataclass(frozen=True)
class Attribution:
    """What a rule found: letters of the speaker and of the cue, and where the attribution ends on the tape."""

    rule: str
    confidence: float
    speaker: Phrase | None = None
    cue: Phrase | None = None
    end: int = 0
    continues: bool = False  # it is a part of the utterance before it


@dataclass(frozen=True)
class Place:
    """A quotation on its tape: its letter, the sentence around it, and the quotation before it."""

    tape: Tape
    number: int  # which spoken mark it is
    at: int
    low: int  # first letter of its sentence, or behind the quotation before it
    high: int  # end of its sentence
    speech: bool  # its end invites "she said": a comma, ? or !
    opens: bool  # it begins with a capital
    before: Attribution | None
    before_at: int


_LEAD = r"[,?]?"
_ADVERBS = r"(?:[ajt]|o?D?t)"
_SAYS = re.compile(rf"{_ADVERBS}{{0,5}}(?:[VX]|(?<=a)B|(?<=[aj])B)")
_SAID = re.compile(rf"{_LEAD}[,-]?(?P<cue>V)(?=[^,.|Q])j?")
_SUBJECT = re.compile(rf"{_LEAD}[,-]?[&s]?")
_ASIDE = re.compile(ASIDE)
_AFTER_BRACKET = re.compile(r"[^.Q|;:,]{1,40},")
_ACCORDING = re.compile(rf"{_LEAD}(?P<cue>Ao)")
_SIGNED = re.compile(r"[.?]?-(?P<name>N[Nv]{1,5})(?=[,.|(]|\Z)")
_SIGNED_BELOW = re.compile(r"[.?]?\|-(?P<name>N[Nv]{0,5})(?=[,.|(]|\Z)")
_PULLED = re.compile(r"\|n{0,3}(?P<name>N[Nv]{1,5})(?=[,.|]|\Z)")
_CUE = re.compile(r"(?<![zZ#])(?:(?<!o)[VX]|(?<!D)[BGA])")
_STANDING = frozenset("some others another many several few most one two three".split())  # some said
_SAYING = re.compile("V")
_UNLISTED = re.compile(r"[eX](?=j?(?:o[^,.|Q]{1,8}|[^,.|Q]{0,4}),\Z)")
_FOUND = re.compile(r"[eX](?=h\Z)|e(?=\Z)")
_NEAR_UNLISTED = 12  # letters between an unlisted verb and the quotation
_FINITE = re.compile(r"[VXe]")


def after_subject_verb(place: Place) -> Attribution | None:
    """“...,” Ann Lee said; “...,” Ann Lee, the mayor, has said."""
    if not place.speech:
        return None
    letters = place.tape.letters
    start = _SUBJECT.match(letters, place.at + 1, place.high)
    begin = start.end() if start else place.at + 1
    subject = subject_after(letters, begin, place.high)
    if subject is None:
        return None
    end = subject.high
    for _ in range(3):
        verb = _SAYS.match(letters, end, place.high)
        if verb:
            cue = Phrase(verb.end() - 1, verb.end())
            sure = .95 if letters[cue.low] == "V" else .8
            return Attribution("after: subject verb", sure, subject, cue, verb.end())
        behind_bracket = letters[end - 1] == ")"  # whose comma the tape does not hold: Lee (R-Ohio), the mayor, said
        aside = (_AFTER_BRACKET if behind_bracket else _ASIDE).match(letters, end, place.high)
        if aside is None:
            break
        begun = behind_bracket or letters[end] == ","
        end = aside.end() - (letters[aside.end() - 1] == "," and not begun)
    return None


def after_verb_subject(place: Place) -> Attribution | None:
    """“...,” said Ann Lee, the mayor."""
    letters = place.tape.letters
    verb = _SAID.match(letters, place.at + 1, place.high) if place.speech else None
    subject = subject_after(letters, verb.end(), place.high) if verb else None
    if verb is None or subject is None or (letters[subject.low] == "P" and subject.high < subject.low):
        return None
    return Attribution("after: verb subject", .95, subject, Phrase(*verb.span("cue")), subject.high)


def after_unlisted(place: Place) -> Attribution | None:
    """“...,” Ann Lee riffed; “...!” beamed Ann Lee: the place says that the verb is one of saying."""
    letters = place.tape.letters
    start = _SUBJECT.match(letters, place.at + 1, place.high)
    if not place.speech or start is None or place.at != place.low:
        return None
    begin = start.end()
    inverted = letters[begin : begin + 1] == "e"
    subject = subject_after(letters, begin + inverted, place.high)
    verb = begin if inverted else subject.high if subject else begin
    if subject is None or letters[verb : verb + 1] not in ("e", "X") or letters[subject.low] not in "PND":
        return None
    return Attribution("after: unlisted verb", .6, subject, Phrase(verb, verb + 1), max(subject.high, verb + 1))


def after_according(place: Place) -> Attribution | None:
    """“...,” according to Ann Lee."""
    letters = place.tape.letters
    found = _ACCORDING.match(letters, place.at + 1, place.high)
    subject = subject_after(letters, found.end(), place.high) if found else None
    if found is None or subject is None:
        return None
    return Attribution("after: according to", .9, subject, Phrase(*found.span("cue")), subject.high)


def after_signature(place: Place) -> Attribution | None:
    """“...” — Ann Lee, mayor. The name may stand in a paragraph of its own; without a dash where only it closes."""
    letters = place.tape.letters
    found = _SIGNED.match(letters, place.at + 1, place.high + 1) or _SIGNED_BELOW.match(letters, place.at + 1)
    if found is None and not place.tape.spoken[place.number].closed:
        found = _PULLED.match(letters, place.at + 1)
    return Attribution("after: signature", .8, Phrase(*found.span("name")), None, found.end()) if found else None


def continued(place: Place) -> Attribution | None:
    """“...,” said Ann Lee, the mayor. “...”: nothing but the attribution stands between two quotations."""
    letters, before = place.tape.letters, place.before
    if before is None or not before.end or before.rule.startswith("before") or not 0 <= place.at - before.end <= 40:
        return None
    between = letters[before.end : place.at]
    if "|" in between or between.count(".") > 1 or _CUE.search(between) or ":" in between:
        return None
    if not place.opens and place.at > before.end and letters[place.at - 1] not in ".,?-:;&(":
        return None  # waited in an “endless” line: a word of the sentence
    if "." in between and not between.endswith("."):
        return None  # words of a new sentence stand before it
    return replace(before, rule="continued", confidence=before.confidence * .95, end=place.at + 1, continues=True)


def noun_behind(place: Place) -> Phrase | None:
    """Return the noun right behind the marks that says that they hold words: his “...” promise."""
    tape, at = place.tape, place.at + 1
    at += tape.letters[at : at + 1] in (",", "?")
    return Phrase(at, at + 1) if at < len(tape.letters) and tape.printed(at, at + 1) in WORDS_BEHIND else None


def by_owner(place: Place) -> Attribution | None:
    """Ann Lee’s “no ferry” promise."""
    letters, noun = place.tape.letters, noun_behind(place)
    if noun is None or letters[place.at - 1 : place.at] not in ("Z", "z"):
        return None
    low = place.at - 1
    owned = "N" if letters[low] == "Z" else "DnN"
    while low > place.low and place.at - low < 4 and letters[low - 1] in owned:
        low -= 1
    return Attribution("around: owner and noun", .8, Phrase(low, place.at), noun, 0)


def before_verb(place: Place) -> Attribution | None:
    """Ann Lee said, “...”; Ann Lee said that the pier “...”; she praised them, adding, “...”."""
    letters = place.tape.letters
    low = max(place.low, place.at - FAR)
    for cue in reversed([m.start() for m in _CUE.finditer(letters, low, place.at)]):
        letter = letters[cue]
        if letter == "A":
            subject = subject_after(letters, cue + 2, place.at)
            return Attribution("before: according to", .85, subject, Phrase(cue, cue + 2), place.at + 1)
        if letters[cue - 1 : cue] == "D" and fold(place.tape.printed(cue - 1, cue)) not in _STANDING:
            continue  # the claims
        if letter == "B" and letters[cue - 1 : cue] not in ("a", "j", "n", "N", "P", "&", "o"):
            continue
        found = _with_subject(place, low, cue)
        if found is not None:
            return found
    return None


def _with_subject(place: Place, low: int, cue: int) -> Attribution | None:
    """Look for the subject of a cue: before it, behind it (and, said Lee, “...”), or shared with another verb."""
    letters, verb = place.tape.letters, Phrase(cue, cue + 1)
    subject = None if letters[cue] == "G" else subject_before(letters, low, cue)
    if subject is not None:
        return Attribution("before: subject verb", _sure(place, cue), subject, verb, place.at + 1)
    if letters[cue] == "V" and (cue == place.low or letters[cue - 1] in ",s"):
        subject = subject_after(letters, cue + 1, place.at)
        if subject is not None and letters[subject.high] in ",:":
            return Attribution("before: verb subject", .85, subject, verb, place.at + 1)
    subject = _shared_subject(place, low, cue)
    return Attribution("before: shared subject", .75, subject, verb, place.at + 1) if subject else None


def _shared_subject(place: Place, low: int, cue: int) -> Phrase | None:
    """She praised them, adding “...”; “...” and called it “...”: the subject of the verb before is that of the cue."""
    letters = place.tape.letters
    for other in reversed([m.start() for m in _FINITE.finditer(letters, low, cue)]):
        subject = subject_before(letters, low, other)
        if subject is not None:
            return subject
    subject = first_subject(letters, max(place.low, cue - LONG), cue)
    if subject is None and place.before and place.tape.sentence_start(cue) <= place.before_at:
        return place.before.speaker
    return subject


def _sure(place: Place, cue: int) -> float:
    near = place.at - cue <= 4 and place.tape.letters[cue] == "V"
    return .95 if near else .85 if place.tape.letters[place.at - 1] in ":," else .75


def before_unlisted(place: Place) -> Attribution | None:
    """Ann Lee shot back, “We ...”: a comma and a capital say that the verb is one of saying."""
    letters = place.tape.letters
    # the survey found that “...”; the survey found “...”, with nothing behind
    that = letters[place.at - 1 : place.at] == "h" or (
        letters[place.at - 1 : place.at] == "e" and letters[place.at + 1 : place.at + 2] in (".", "|", "")
    )
    if not that and (not place.opens or letters[place.at - 1 : place.at] not in (",", "V", "B")):
        return None
    unlisted = _FOUND if that else _UNLISTED
    for m in unlisted.finditer(letters, max(place.low, place.at - _NEAR_UNLISTED), place.at):
        subject = subject_before(letters, place.low, m.start())
        if subject is not None:
            return Attribution("before: unlisted verb", .6, subject, Phrase(*m.span()), place.at + 1)
    return None


def before_colon(place: Place) -> Attribution | None:
    """Ann Lee: “...”. ANN LEE (by phone): ..."""
    tape, letters = place.tape, place.tape.letters
    low, end = max(place.low, place.at - LONG), place.at - 1
    if letters[end : place.at] == ")" and ":" in tape.text[tape.ends[end - 1] : tape.starts[place.at]]:
        end = letters.rfind("(", low, end)
    elif letters[end : place.at] != ":":
        return None
    near = [p for p in phrases(letters, low, place.at) if p.high == end and letters[p.low] == "N"]
    subject = near[0] if near else first_subject(letters, low, place.at)
    return Attribution("before: colon", .8, subject, None, place.at + 1) if subject else None


def after_clause(place: Place) -> Attribution | None:
    """Read an attribution later in the sentence: the “...” will stay, Ann Lee said."""
    letters = place.tape.letters
    high = min(place.high, place.at + FAR)
    for phrase in phrases(letters, place.at + 1, high):
        verb = _SAYS.match(letters, phrase.high, high)
        if verb and letters[verb.end() - 1] == "V" and letters[phrase.low - 1] in ",?-":
            return Attribution("after: clause", .75, phrase, Phrase(verb.end() - 1, verb.end()), 0)
        if letters[phrase.low - 2 : phrase.low] == "Ao":
            return Attribution("after: according to", .8, phrase, Phrase(phrase.low - 2, phrase.low), 0)
    return None


def carried_over(place: Place) -> Attribution | None:
    """Give a quotation that is a sentence of its own the speaker of the quotation or sentence before it."""
    letters = place.tape.letters
    if place.at != place.low or not place.opens:
        return None
    paragraph = place.tape.paragraph_start(place.at)
    if place.before and place.before_at >= paragraph:
        return replace(place.before, rule="carried over: paragraph", confidence=.7, end=place.at + 1, continues=False)
    if paragraph < place.at:
        return _of_sentence(letters, max(place.tape.sentence_start(place.at - 1), paragraph), place.at)
    return _of_paragraph_before(place, paragraph)


def _of_sentence(letters: str, low: int, high: int) -> Attribution | None:
    """Carry over from the sentence before: its subject, and its verb of saying if it has one."""
    subject = first_subject(letters, max(low, high - LONG), high)
    if subject is None:
        return None
    cue = _SAYING.search(letters, subject.high, min(high, subject.high + FAR))
    return Attribution("carried over: sentence", .6, subject, Phrase(*cue.span()) if cue else None, high + 1)


def _of_paragraph_before(place: Place, paragraph: int) -> Attribution | None:
    """Carry over from the paragraph before: what its colon introduces, or its last speaker."""
    letters, tape = place.tape.letters, place.tape
    if paragraph == 0:
        return None
    end = paragraph - 1 - (letters[paragraph - 2] in ".")
    earlier = tape.paragraph_start(paragraph - 1)
    if letters[end - 1] == ":":
        sentence = max(tape.sentence_start(end), earlier)
        introduced = before_verb(replace(place, low=sentence)) or _of_sentence(letters, sentence, end)
        return replace(introduced, rule="before: paragraph", end=place.at + 1) if introduced else None
    if place.before and place.before_at >= earlier:
        return replace(place.before, rule="carried over: previous paragraph", confidence=.5, end=place.at + 1)
    return None


RULES: tuple[Callable[[Place], Attribution | None], ...] = (
    after_subject_verb, after_verb_subject, after_according, after_signature, by_owner, continued, before_verb,
    after_unlisted, before_unlisted, before_colon, after_clause, carried_over,
)  # fmt: skip


def decide(place: Place) -> Attribution | None:
    """Return what the first fitting rule says."""
    for rule in RULES:
        found = rule(place)
        if found is not None:
            return found
    return None
