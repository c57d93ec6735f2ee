"""Direct or mixed: whether quoted words stand by themselves, or inside a paraphrase."""

from __future__ import annotations

import re
from functools import lru_cache

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.names.tags import word_tag
from newskit.analyses.quotes.before import noun_behind
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace
from newskit.text.forms import fold, word
from newskit.text.scare_quotes import WORDS_BEFORE
from newskit.text.speech_by_layout import TURN

# Of the words reported: with fewer of them inside the marks a quotation is mixed.
MOSTLY = .8
_LONG_ENOUGH = 40  # characters: a label or a title is shorter
_CLAUSE = 4  # words that a clause has at least
_HEAD = 9  # words of a quotation that are looked at
# Characters that are looked at: enough for a head of long words, and for 60 words of a long speech.
_HEAD_CHARACTERS, _CHARACTERS = 120, 400
_REST = pattern("[^stop comma semicolon paragraph quote open_end]{0,60}")
# A pronoun and any word, or a noun phrase and a finite verb: we lost; the pier is shut
_OWN_CLAUSE = pattern(
    """[and when that]? when?
    ( pronoun [^comma] | determiner [auxiliary says acts] | adverb auxiliary
    | determiner? [noun name adverb owner owner_noun number and]{0,5} [noun name] adverb{0,2}
      [auxiliary says acts]
    )"""
)
_CLITIC = re.compile(
    r"(i|we|he|she|it|they|you|there|that|this)['’](?:s|re|m|d|ll|ve)\Z", re.IGNORECASE
)
# What may stand before words that are a clause of their own.
_OPENS = one_of("comma colon semicolon dash open that")
# Behind the quotation no more of what was said: the end, another clause, when and where.
_CLOSES = one_of(
    """stop comma paragraph open_end semicolon colon close dash preposition and when nothing"""
)
_BEHIND_SUBJECT = one_of("past says acts auxiliary nothing")
_BEFORE_WORDS = one_of("comma auxiliary")
_SAYS, _COMMA, _COLON, _AND = map(one_of, ("says", "comma", "colon", "and"))
_SETS_OFF, _BEHIND_VERB = one_of("comma colon"), one_of("says comma")
# A comma sets off less where the verb stands first.
_SET_OFF_BY = {
    "subject verb": one_of("dash open says ing comma"),
    "verb subject": one_of("dash open says ing"),
    "signature": one_of("comma"),
}
_SAYS_OR_ING, _ING = one_of("says ing"), one_of("ing")
_ONLY = pattern(r"comma? quote \Z")
_WITH_SUBJECT = (("before", "subject verb"), ("before", "shared subject"))
# Not counted as words of a paraphrase: signs, "that" and adverbs.
_NOT_COUNTED = one_of("stop comma semicolon colon dash open close open_end that adverb")
_WITHOUT_SIGNS = str.maketrans("", "", "".join(_NOT_COUNTED))


def quotation_kind(
    place: QuotePlace,
    attribution: Attribution,
) -> str:
    """Tell direct speech, which stands by itself, from mixed, which is part of a paraphrase."""
    if place.span.mark == TURN:
        return "turn"
    if _goes_on(attribution):
        return "direct"

    previous = place.tagged.tags[place.at - 1] if place.at > place.low else ""
    if _is_mostly_quoted(place, attribution, previous) or _is_named(place):
        return "direct"
    is_direct = (
        _stands_alone(place, previous, attribution)
        or _is_all_reported(place, attribution)
        or _is_clause(place, previous)
    )
    return "direct" if is_direct else "mixed"


def _goes_on(attribution: Attribution) -> bool:
    """Whether it continues speech, or follows a colon: Lee: “...”."""
    told = (attribution.position, attribution.pattern)
    behind_colon = told == ("before", "colon")
    goes_on = attribution.continues and attribution.pattern != "same sentence"
    return goes_on or behind_colon


def _is_named(place: QuotePlace) -> bool:
    """Whether a noun beside the marks says that they hold words: the phrase “...”."""
    tagged, at = place.tagged, place.at

    # The phrase was “...”; the phrase, “...”: an auxiliary or a comma may stand between.
    noun = at - 1 - (tagged.tags[at - 1 : at] in _BEFORE_WORDS)
    if noun >= place.low and fold(tagged.printed(noun, noun + 1)) in WORDS_BEFORE:
        return True
    return noun_behind(place) is not None  # his “...” promise


def _stands_alone(
    place: QuotePlace,
    previous: str,
    attribution: Attribution,
) -> bool:
    """Whether marks, and what stands before them, set the words off from their sentence."""
    if attribution is UNATTRIBUTED:
        set_off = not previous or (previous in _SETS_OFF and _is_sentence(place))
        return place.opens and set_off

    # Whatever follows it: he yelled “You lie!” at the chair.
    position = attribution.position
    behind_verb = position == "before" and previous in _BEHIND_VERB
    if behind_verb and place.opens and _is_sentence(place):
        return True
    return previous in _COLON or (position == "after" and _is_set_off(previous, attribution))


def _is_set_off(
    previous: str,
    attribution: Attribution,
) -> bool:
    """Whether a sign sets words off from what is before: it was - “too quiet,” Lee said."""
    return previous in _SET_OFF_BY.get(attribution.pattern, ())


def _is_all_reported(
    place: QuotePlace,
    attribution: Attribution,
) -> bool:
    """Whether all that is reported stands in the marks, behind the verb: some chanted “Out!”."""
    tags, at = place.tagged.tags, place.at
    cue = attribution.cue
    if cue is None or tags[cue.low] not in _SAYS_OR_ING:
        return False
    if not _ONLY.match(tags, cue.low + 1, at + 1):
        return False

    # Behind a gerund the sentence has a verb to come: those saying “no” are fewer.
    behind = tags[at + 1 : at + 2]
    is_subject = tags[cue.low] in _ING and behind in _BEHIND_SUBJECT
    return is_subject or behind in _CLOSES


def _is_clause(
    place: QuotePlace,
    previous: str,
) -> bool:
    """Whether the words are a clause of their own, set off: that “we are shut” today."""
    opens_sentence = not previous or (previous in _AND and place.at == place.low + 1)
    if not opens_sentence and previous not in _OPENS:
        return False

    words = place.inner_text(_HEAD_CHARACTERS).split()[:_HEAD]
    if len(words) < _CLAUSE:
        return False
    return _OWN_CLAUSE.match("".join(map(_tags_of_word, words))) is not None


@lru_cache(maxsize=20_000)
def _tags_of_word(token: str) -> str:
    """Return the tag of a word and of the comma behind it."""
    found = word(token)
    if found is None:
        return "-"

    # We’re and it’s are a pronoun and its verb, which outside of quotations no rule asks for.
    comma = "," if token[-1] in ",;:." else ""
    clitic = _CLITIC.match(found.text)
    if clitic:
        return word_tag(clitic.group(1)) + "a" + comma
    return word_tag(found.text) + comma


def _is_mostly_quoted(
    place: QuotePlace,
    attribution: Attribution,
    previous: str,
) -> bool:
    """Compare the quoted words with all that is reported."""
    if attribution is UNATTRIBUTED:
        return False

    around = _reported_before(place, attribution, previous) + _reported_behind(place, attribution)
    if not around:
        return True
    n_around = len(around.translate(_WITHOUT_SIGNS))
    n_quoted = len(place.inner_text(_CHARACTERS).split())
    return n_quoted >= MOSTLY * (n_quoted + n_around)


def _reported_before(
    place: QuotePlace,
    attribution: Attribution,
    previous: str,
) -> str:
    """Return the tags of what is reported before the marks, behind the cue if that is there."""
    # Told reporters in Lund, “we ...”: whom, where and when are not what was said.
    told = (attribution.position, attribution.pattern)
    if told in _WITH_SUBJECT and previous in _COMMA:
        return ""

    low = attribution.cue.high if attribution.cue else place.low
    if not place.low <= low <= place.at:
        low = place.low
    return place.tagged.tags[low : place.at]


def _reported_behind(
    place: QuotePlace,
    attribution: Attribution,
) -> str:
    """Return the tags of what is reported behind the marks; “...,” said Lee in Lund: nothing."""
    goes_on = attribution.pattern in ("clause", "according to")
    if attribution.position == "after" and not goes_on:
        return ""
    rest = _REST.match(place.tagged.tags, place.at + 1)
    return rest.group() if rest else ""


def _is_sentence(place: QuotePlace) -> bool:
    """Whether the quoted words end as a sentence or a clause does, inside the marks."""
    span = place.span
    ends = place.tagged.text[span.inner_end - 1] in ".!?,"
    return ends or span.inner_end - span.inner_start > _LONG_ENOUGH
