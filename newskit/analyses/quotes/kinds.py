"""Direct or mixed: whether marked words stand by themselves, or inside a paraphrase."""

from __future__ import annotations

import re
from functools import lru_cache

from newskit.analyses.quotes.rules import Attribution, Place, noun_behind
from newskit.analyses.quotes.tags import word_letter
from newskit.text.forms import fold, word
from newskit.text.scare_quotes import WORDS_BEFORE
from newskit.text.speech_by_layout import TURN

MOSTLY = .8  # of the words reported: with fewer of them inside the marks a quotation is mixed
_LONG_ENOUGH = 40  # characters: a label or a title is shorter
_CLAUSE = 4  # words that a clause has at least
_HEAD = 9  # words of a quotation that are looked at
_REST = re.compile(r"[^.,;|Q?]{0,60}")
# A pronoun and any word, or a noun phrase and a finite verb: we lost; the pier is shut; there are two
_OWN_CLAUSE = re.compile(r"[&sh]?s?(?:P[^,]|D[aVX]|ja|D?[nNjZz#&]{0,5}[nN]j{0,2}[aVX])")
_CLITIC = re.compile(r"(i|we|he|she|it|they|you|there|that|this)['’](?:s|re|m|d|ll|ve)\Z", re.IGNORECASE)
_OPENS = ",:;-(h"  # what may stand before words that are a clause of their own
_CLOSES = ".,|?;:)-o&s"  # behind the marks no more of what was said: the end, another clause, when and where


def kind_of(place: Place, attribution: Attribution | None) -> str:
    """Direct speech stands by itself; a mixed quotation is marked words inside a paraphrase; a turn has no marks."""
    rule = attribution.rule if attribution else ""
    if place.tape.spoken[place.number].mark == TURN:
        return "turn"
    if (attribution and attribution.continues) or rule == "before: colon":
        return "direct"
    previous = place.tape.letters[place.at - 1] if place.at > place.low else ""
    if _is_named(place) or _stands_alone(place, previous, rule):
        return "direct"
    if _is_all_reported(place, attribution) or _is_clause(place, previous):
        return "direct"
    return "mixed" if attribution is None else _by_share(place, attribution, previous)


def _stands_alone(place: Place, previous: str, rule: str) -> bool:
    """Whether marks and what stands before them set the words off from the sentence around them."""
    if not rule:
        return place.opens and (not previous or (previous in ",:" and _is_sentence(place)))
    if place.opens and rule.startswith("before") and previous in ("V", ",") and _is_sentence(place):
        return True  # whatever follows it: he yelled “You lie!” at the chair
    if rule.startswith(("after: subject", "after: verb")) and previous in ("-", "(", "V", "G"):
        return True
    return previous == ":" or (previous == "," and rule.startswith("after: s"))


def _is_all_reported(place: Place, attribution: Attribution | None) -> bool:
    """Whether the marks open right behind the verb, and nothing behind them is reported: some chanted “Out!”."""
    letters, at = place.tape.letters, place.at
    cue = attribution.cue if attribution else None
    if cue is None or letters[cue.low] not in "VG" or letters[cue.low + 1 : at + 1] not in ("Q", ",Q"):
        return False
    behind = letters[at + 1 : at + 2]
    return behind in _CLOSES or (letters[cue.low] == "G" and behind in "eVXa")  # those saying “no” are fewer


def _is_named(place: Place) -> bool:
    """Whether a noun beside the marks says that they hold words: the phrase “...”, his “...” promise."""
    letters, at, tape = place.tape.letters, place.at, place.tape
    before = at - 1 - (letters[at - 1 : at] in (",", "a"))
    named = before >= place.low and fold(tape.printed(before, before + 1)) in WORDS_BEFORE
    return named or noun_behind(place) is not None


def _is_clause(place: Place, previous: str) -> bool:
    """Whether the words are a clause with a subject of its own, set off from the sentence: that “we are shut” today."""
    begins = not previous or (previous == "&" and place.at == place.low + 1)
    if not begins and previous not in _OPENS:
        return False
    mark = place.tape.spoken[place.number]
    words = place.tape.text[mark.inner_start : min(mark.inner_end, mark.inner_start + 120)].split()[:_HEAD]
    return len(words) >= _CLAUSE and _OWN_CLAUSE.match("".join(map(_letter, words))) is not None


@lru_cache(maxsize=20_000)
def _letter(token: str) -> str:
    """Return the letter of a token, with the comma behind it; we’re and it’s are pronoun and verb."""
    found = word(token)
    if found is None:
        return "-"
    stem = _CLITIC.match(found.text)
    head = stem.group(1) if stem else found.text
    tail = ("a" if stem else "") + ("," if token[-1] in ",;:." else "")
    return word_letter(head) + tail


def _by_share(place: Place, attribution: Attribution, previous: str) -> str:
    """Compare the marked words with all that is reported."""
    letters, at, rule = place.tape.letters, place.at, attribution.rule
    before = letters[_content_start(place, attribution) : at]
    if previous == "," and rule in ("before: subject verb", "before: shared subject"):
        before = ""  # told reporters in Lund, “we ...”: whom, where and when are not what was said
    after = _REST.match(letters, at + 1)
    around = sum(c not in ".,;:-()?hj" for c in before + (after.group() if after and not _is_after(rule) else ""))
    mark = place.tape.spoken[place.number]
    n_words = len(place.tape.text[mark.inner_start : min(mark.inner_end, mark.inner_start + 400)].split())
    return "direct" if n_words >= MOSTLY * (n_words + around) else "mixed"


def _is_sentence(place: Place) -> bool:
    """Whether the marked words end as a sentence or a clause does, inside the marks."""
    mark = place.tape.spoken[place.number]
    return place.tape.text[mark.inner_end - 1] in ".!?," or mark.inner_end - mark.inner_start > _LONG_ENOUGH


def _content_start(place: Place, attribution: Attribution) -> int:
    """Where what is reported begins: behind the cue, if that stands before the quotation."""
    cue = attribution.cue
    return cue.high if cue is not None and place.low <= cue.high <= place.at else place.low


def _is_after(rule: str) -> bool:
    return rule.startswith("after: ") and rule not in ("after: clause", "after: according to")
